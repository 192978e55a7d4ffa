// SPDX-License-Identifier: GPL-3.0-or-later
// The activations in double: golden values to the last digits but a few, and f′ against differences of f.
#include "tests/core/ActivationGoldens.h"

#include "core/nn/Activation.h"

#include <QTest>

#include <cmath>
#include <vector>

using namespace core;

namespace
{

struct At {
    double f = 0;
    double df = 0;
};

At at(const ActivationFunction& function, double x)
{
    At result;
    function.evaluate({&x, 1}, {&result.f, 1}, {&result.df, 1});
    return result;
}

void addCases()
{
    QTest::addColumn<goldens::ActivationCase>("one");
    for (const goldens::ActivationCase& one : goldens::activationCases())
        QTest::newRow(one.name.constData()) << one;
}

/// What is wrong with a number, or nothing.
QString complaint(const char* name, double x, double actual, double expected)
{
    const double error = std::abs(actual - expected);
    // Near a zero of f or f′ in the middle only the absolute error can be small.
    const bool good = actual == expected || error <= 1e-12 * std::abs(expected) ||
                      (std::abs(x) < 7 && std::abs(expected) > 1e-3 && error < 1e-15);
    return good ? QString()
                : QStringLiteral("%1(%2) is %3, not %4")
                      .arg(QLatin1String(name))
                      .arg(x, 0, 'g', 17)
                      .arg(actual, 0, 'g', 17)
                      .arg(expected, 0, 'g', 17);
}

} // namespace

class TestActivations : public QObject
{
    Q_OBJECT

private slots:
    void goldens_data() { addCases(); }
    void goldens();
    void slopesAreDifferences_data() { addCases(); }
    void slopesAreDifferences();
};

void TestActivations::goldens()
{
    QFETCH(goldens::ActivationCase, one);
    const ActivationFunction function(one.choice);
    for (const goldens::ActivationPoint& point : one.points) {
        const At found = at(function, point.x);
        if (std::abs(point.f) > 1e-60)
            QCOMPARE(complaint("f", point.x, found.f, point.f), QString());
        if (std::abs(point.df) > 1e-60)
            QCOMPARE(complaint("f′", point.x, found.df, point.df), QString());
    }
}

void TestActivations::slopesAreDifferences()
{
    QFETCH(goldens::ActivationCase, one);
    const ActivationFunction function(one.choice);
    const auto difference = [&](double x, double step) {
        const auto f = [&](double steps) { return at(function, x + steps * step).f; };
        return (8 * (f(1) - f(-1)) - (f(2) - f(-2))) / (12 * step);
    };
    constexpr double kStep = 2e-4;
    int rough = 0;
    constexpr int kPoints = 1000;
    for (int i = 0; i < kPoints; ++i) {
        const double x = 8 * (2.0 * i / (kPoints - 1) - 1) + 1e-3 * std::sin(i);
        const At here = at(function, x);
        const double noise = 1e-11 * std::abs(here.f);
        const double tolerance = 1e-7 * std::max(1.0, std::abs(here.df)) + noise;
        const double coarse = difference(x, kStep);
        const double fine = difference(x, kStep / 2);
        if (std::abs(coarse - fine) > tolerance)
            ++rough; // a kink, or a bend as sharp as the step
        else
            QVERIFY2(std::abs(fine - here.df) <= 2 * tolerance,
                     qPrintable(QStringLiteral("f′(%1) is %2, not %3").arg(x).arg(here.df).arg(fine)));
    }
    QVERIFY2(rough < kPoints / 50, qPrintable(QString::number(rough)));
}

QTEST_APPLESS_MAIN(TestActivations)
#include "TestActivations.moc"

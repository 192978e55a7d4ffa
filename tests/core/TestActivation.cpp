// SPDX-License-Identifier: GPL-3.0-or-later
// The float kernels against golden values of PyTorch and mpmath, and what else a kernel promises.
#include "core/nn/Activation.h"
#include "tests/core/ActivationGoldens.h"
#include "tests/core/FloatChecks.h"

#include <QTest>

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstdint>
#include <limits>
#include <set>
#include <string>
#include <vector>

using namespace core;
using namespace floatchecks;

namespace
{

Choice choiceOf(const QString& kind, const QString& parameter = {}, double value = 0)
{
    Choice choice{kind.toStdString(), {}};
    if (!parameter.isEmpty())
        choice.parameters[parameter.toStdString()] = value;
    return choice;
}

Values evaluated(const ActivationFunction& function, const std::vector<float>& z)
{
    Values values{std::vector<float>(z.size()), std::vector<float>(z.size())};
    function.evaluate(z, values.f, values.df);
    return values;
}

struct Plain {
    double f = 0;
    double df = 0;
};

/// The textbook formulas, through the standard library in double.
Plain plain(std::string_view id, double x)
{
    if (id == "sigmoid")
        return {1 / (1 + std::exp(-x)), 1 / ((1 + std::exp(-x)) * (1 + std::exp(x)))};
    if (id == "tanh")
        return {std::tanh(x), 1 / (std::cosh(x) * std::cosh(x))};
    if (id == "elu")
        return x > 0 ? Plain{x, 1} : Plain{std::expm1(x), std::exp(x)};
    constexpr double kScale = 1.0507009873554804934193349852946;
    constexpr double kAlpha = 1.6732632423543772848170429916717;
    return x > 0 ? Plain{kScale * x, kScale} : Plain{kScale * kAlpha * std::expm1(x), kScale * kAlpha * std::exp(x)};
}

} // namespace

class TestActivation : public QObject
{
    Q_OBJECT

private slots:
    void goldens_data();
    void goldens();
    void everyKindHasGoldens();
    void sweepAgainstDouble_data();
    void sweepAgainstDouble();
    void infinities_data();
    void infinities();
    void nanGoesThrough_data();
    void nanGoesThrough();
    void bitsDoNotDependOnThePlace_data();
    void bitsDoNotDependOnThePlace();
    void inPlace_data();
    void inPlace();
    void saturation_data();
    void saturation();
    void learnedSlope();

private:
    void addKinds();
};

void TestActivation::goldens_data()
{
    QTest::addColumn<goldens::ActivationCase>("one");
    for (const goldens::ActivationCase& one : goldens::activationCases())
        QTest::newRow(one.name.constData()) << one;
}

void TestActivation::goldens()
{
    QFETCH(goldens::ActivationCase, one);
    QVERIFY(one.points.size() > 200);
    std::vector<float> z;
    for (const goldens::ActivationPoint& point : one.points)
        z.push_back(static_cast<float>(point.x));
    const Values values = evaluated(ActivationFunction(one.choice), z);
    for (std::size_t i = 0; i < z.size(); ++i) {
        QCOMPARE(complaint("f", one.points[i].x, values.f[i], one.points[i].f), QString());
        QCOMPARE(complaint("f′", one.points[i].x, values.df[i], one.points[i].df), QString());
    }
}

void TestActivation::everyKindHasGoldens()
{
    std::set<std::string> kinds;
    std::set<std::string> parameters;
    for (const goldens::ActivationCase& one : goldens::activationCases()) {
        kinds.insert(one.choice.kind);
        for (const auto& [name, value] : one.choice.parameters)
            parameters.insert(one.choice.kind + '.' + name);
    }
    for (const ActivationInfo& info : activationCatalogue()) {
        if (info.isTyped)
            continue; // see TestExpression
        QVERIFY2(kinds.count(std::string(info.id)) == 1, info.id.data());
        for (const ParameterInfo& parameter : info.parameters) {
            const std::string name = std::string(info.id) + '.' + std::string(parameter.name);
            QVERIFY2(parameters.count(name) == 1 || parameter.scale == Scale::Boolean, name.c_str());
        }
    }
}

void TestActivation::sweepAgainstDouble_data()
{
    QTest::addColumn<QString>("kind");
    for (const char* kind : {"sigmoid", "tanh", "elu", "selu"})
        QTest::newRow(kind) << QString::fromUtf8(kind);
}

void TestActivation::sweepAgainstDouble()
{
    QFETCH(QString, kind);
    const std::string id = kind.toStdString();
    for (const double span : {0.02, 2.0, 20.0, 120.0}) {
        const std::vector<float> z = sweep(span, 20011);
        const Values values = evaluated(ActivationFunction(choiceOf(kind)), z);
        for (std::size_t i = 0; i < z.size(); ++i) {
            const double x = static_cast<double>(z[i]);
            QCOMPARE(complaint("f", x, values.f[i], plain(id, x).f), QString());
            QCOMPARE(complaint("f′", x, values.df[i], plain(id, x).df), QString());
        }
    }
}

void TestActivation::infinities_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QList<float>>("left"); ///< f and f′ at −∞
    QTest::addColumn<QList<float>>("right");
    const auto row = [](const char* kind, QList<float> left, QList<float> right) {
        QTest::newRow(kind) << QString::fromUtf8(kind) << left << right;
    };
    row("identity", {-kInfinity, 1}, {kInfinity, 1});
    row("sigmoid", {0, 0}, {1, 0});
    row("tanh", {-1, 0}, {1, 0});
    row("relu", {0, 0}, {kInfinity, 1});
    row("leaky_relu", {-kInfinity, 0.01F}, {kInfinity, 1});
    row("prelu", {-kInfinity, 0.25F}, {kInfinity, 1});
    row("elu", {-1, 0}, {kInfinity, 1});
    row("selu", {-1.7580993F, 0}, {kInfinity, 1.0507010F});
}

void TestActivation::infinities()
{
    QFETCH(QString, kind);
    QFETCH(QList<float>, left);
    QFETCH(QList<float>, right);
    const Values values = evaluated(ActivationFunction(choiceOf(kind)), {-kInfinity, kInfinity});
    QCOMPARE(values.f[0], left[0]);
    QCOMPARE(values.df[0], left[1]);
    QCOMPARE(values.f[1], right[0]);
    QCOMPARE(values.df[1], right[1]);
}

void TestActivation::addKinds()
{
    QTest::addColumn<QString>("kind");
    for (const ActivationInfo& info : activationCatalogue())
        QTest::newRow(info.id.data()) << QString::fromUtf8(info.id.data());
}

void TestActivation::nanGoesThrough_data()
{
    addKinds();
}

void TestActivation::nanGoesThrough()
{
    QFETCH(QString, kind);
    const ActivationFunction function(choiceOf(kind));
    for (std::size_t place = 0; place < 40; ++place) {
        std::vector<float> z(40, 0.5F);
        z[place] = kNan;
        const Values values = evaluated(function, z);
        for (std::size_t i = 0; i < z.size(); ++i) {
            QCOMPARE(std::isnan(values.f[i]), i == place);
            QCOMPARE(std::isnan(values.df[i]), i == place);
        }
    }
}

void TestActivation::bitsDoNotDependOnThePlace_data()
{
    addKinds();
}

void TestActivation::bitsDoNotDependOnThePlace()
{
    QFETCH(QString, kind);
    const ActivationFunction function(choiceOf(kind));
    const std::vector<float> z = sweep(12, 67);
    const std::span<const float> all(z);
    Values alone{std::vector<float>(z.size()), std::vector<float>(z.size())};
    for (std::size_t i = 0; i < z.size(); ++i)
        function.evaluate(all.subspan(i, 1), std::span(alone.f).subspan(i, 1), std::span(alone.df).subspan(i, 1));
    std::vector<float> f(z.size());
    std::vector<float> df(z.size());
    std::vector<float> onlyF(z.size());
    std::vector<float> onlyDf(z.size());
    for (std::size_t from = 0; from < 34; ++from)
        for (std::size_t count = 0; from + count <= z.size(); ++count) {
            function.evaluate(all.subspan(from, count), std::span(f).first(count), std::span(df).first(count));
            function.evaluate(all.subspan(from, count), std::span(onlyF).first(count), {});
            function.evaluate(all.subspan(from, count), {}, std::span(onlyDf).first(count));
            for (std::size_t i = 0; i < count; ++i) {
                QVERIFY(sameBits(f[i], alone.f[from + i]) && sameBits(df[i], alone.df[from + i]));
                QVERIFY(sameBits(onlyF[i], f[i]) && sameBits(onlyDf[i], df[i]));
            }
        }
}

void TestActivation::inPlace_data()
{
    addKinds();
}

void TestActivation::inPlace()
{
    QFETCH(QString, kind);
    const ActivationFunction function(choiceOf(kind));
    const std::vector<float> z = sweep(5, 37);
    const Values expected = evaluated(function, z);
    std::vector<float> own = z;
    std::vector<float> other(z.size());
    function.evaluate(own, own, {});
    QCOMPARE(own, expected.f);
    own = z;
    function.evaluate(own, {}, own);
    QCOMPARE(own, expected.df);
    own = z;
    function.evaluate(own, own, other);
    QCOMPARE(own, expected.f);
    QCOMPARE(other, expected.df);
    own = z;
    function.evaluate(own, other, own);
    QCOMPARE(own, expected.df);
    QCOMPARE(other, expected.f);
}

void TestActivation::saturation_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<double>("alpha"); ///< of elu
    QTest::addColumn<double>("lower");
    QTest::addColumn<double>("upper");
    const double infinity = std::numeric_limits<double>::infinity();
    // s(1 − s) = 1/40 and 1 − t² = 1/10, solved; e^z · alpha = 1/10 for the one-sided.
    const double s = (1 + std::sqrt(0.9)) / 2;
    const double sigmoid = std::log(s / (1 - s));
    const double tanh = std::atanh(std::sqrt(0.9));
    QCOMPARE(std::round(sigmoid * 1e3), 3637.0); // as the contract has them
    QCOMPARE(std::round(tanh * 1e3), 1818.0);
    const auto row = [](const char* name, const char* kind, double alpha, double lower, double upper) {
        QTest::newRow(name) << QString::fromUtf8(kind) << alpha << lower << upper;
    };
    row("sigmoid", "sigmoid", 0, -sigmoid, sigmoid);
    row("tanh", "tanh", 0, -tanh, tanh);
    row("elu", "elu", 1, std::log(0.1), infinity);
    row("elu of 3", "elu", 3, std::log(0.1 / 3), infinity);
    row("elu of −2", "elu", -2, std::log(0.1 / 2), infinity);
    row("elu of 0.05 is weak from 0 on", "elu", 0.05, 0, infinity);
    row("selu", "selu", 0, std::log(0.1 / 1.6732632423543772), infinity);
    for (const char* kind : {"identity", "relu", "leaky_relu", "prelu"})
        row(kind, kind, 0, -infinity, infinity);
}

void TestActivation::saturation()
{
    QFETCH(QString, kind);
    QFETCH(double, alpha);
    QFETCH(double, lower);
    QFETCH(double, upper);
    const Choice choice = alpha == 0 ? choiceOf(kind) : choiceOf(kind, QStringLiteral("alpha"), alpha);
    const SaturationRange range = ActivationFunction(choice).saturationRange();
    const auto near = [](double left, double right) { return left == right || std::abs(left - right) < 1e-4; };
    QVERIFY2(near(range.lower, lower), qPrintable(QString::number(range.lower)));
    QVERIFY2(near(range.upper, upper), qPrintable(QString::number(range.upper)));
}

void TestActivation::learnedSlope()
{
    const std::vector<float> z{-2, -1, 0, 3};
    const Values learned = evaluated(ActivationFunction(choiceOf(QStringLiteral("prelu"))).withLearnedSlope(0.5F), z);
    QCOMPARE(learned.f, (std::vector<float>{-1, -0.5F, 0, 3}));
    QCOMPARE(learned.df, (std::vector<float>{0.5F, 0.5F, 0.5F, 1}));
    const Values fixed =
        evaluated(ActivationFunction(choiceOf(QStringLiteral("leaky_relu"))).withLearnedSlope(0.5F), z);
    QCOMPARE(fixed.df[0], 0.01F);
}

QTEST_APPLESS_MAIN(TestActivation)
#include "TestActivation.moc"

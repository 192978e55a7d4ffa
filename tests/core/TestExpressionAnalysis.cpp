// SPDX-License-Identifier: GPL-3.0-or-later
// What is found out about typed formulas, against what is known of them.
#include "core/nn/ExpressionAnalysis.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

using namespace core;

namespace
{

constexpr double kInfinity = std::numeric_limits<double>::infinity();

using Numbers = QList<double>;

ExpressionAnalysis analysisOf(const char* text, const Expression::Parameters& parameters = {1, 1, 1})
{
    const Result<Expression> expression = Expression::parse(text);
    if (!expression)
        qFatal("%s is not understood", text);
    return analysed(expression.value(), parameters);
}

/// The ends of intervals in one row.
Numbers ends(const std::vector<Interval>& intervals)
{
    Numbers result;
    for (const Interval& each : intervals)
        result << each.lower << each.upper;
    return result;
}

QString shown(const Numbers& numbers)
{
    QStringList texts;
    for (const double number : numbers)
        texts << QString::number(number, 'g', 9);
    return texts.join(QLatin1Char(' '));
}

bool near(const Numbers& left, const Numbers& right, double tolerance = 1e-6)
{
    return std::equal(left.begin(), left.end(), right.begin(), right.end(),
                      [&](double a, double b) { return a == b || std::abs(a - b) <= tolerance; });
}

} // namespace

class TestExpressionAnalysis : public QObject
{
    Q_OBJECT

private slots:
    void known_data();
    void known();
    void parameters();
    void manyKinks();
};

void TestExpressionAnalysis::known_data()
{
    QTest::addColumn<Numbers>("kinks");
    QTest::addColumn<Numbers>("betweenTails");
    QTest::addColumn<Numbers>("deadZones");
    QTest::addColumn<bool>("monotone");
    QTest::addColumn<Numbers>("range");
    QTest::addColumn<Numbers>("notFinite");
    const auto row = [](const char* text, const Numbers& kinks, const Numbers& tails, const Numbers& dead,
                        bool monotone, const Numbers& range, const Numbers& notFinite = {}) {
        QTest::newRow(text) << kinks << tails << dead << monotone << range << notFinite;
    };
    const Numbers none{-kInfinity, kInfinity};
    const Numbers everywhere = none;
    const double tanh = std::atanh(std::sqrt(0.9));
    const double sigmoid = std::log((1 + std::sqrt(0.9)) / (1 - std::sqrt(0.9)));
    row("x", {}, none, {}, true, {-50, 50});
    row("relu(x)", {0}, none, {-kInfinity, 0}, true, {0, 50});
    row("max(0, x)", {0}, none, {-kInfinity, 0}, true, {0, 50});
    row("relu(x-0.3)", {0.3}, none, {-kInfinity, 0.3}, true, {0, 49.7});
    row("tanh(x)", {}, {-tanh, tanh}, {}, true, {-1, 1});
    row("sigmoid(x)", {}, {-sigmoid, sigmoid}, {}, true, {0, 1});
    row("clamp(x, -1, 1)", {-1, 1}, {-1, 1}, {-kInfinity, -1, 1, kInfinity}, true, {-1, 1});
    row("min(max(0, x), 6)", {0, 6}, {-kInfinity, 6}, {-kInfinity, 0, 6, kInfinity}, true, {0, 6});
    // |f′| = 0.1 · max f′, solved by mpmath.
    row("x*sigmoid(x)", {}, {-0.882469326134399, kInfinity}, {}, false, {-0.2784645, 50});
    row("abs(x)", {0}, none, {}, false, {0, 50});
    row("if(x>0, x, 0.1*x)", {0}, none, {}, true, {-5, 50});
    row("if(x>0, x, 0.01*x)", {0}, none, {}, true, {-0.5, 50});
    row("if(x>0, x, exp(x)-1)", {}, {std::log(0.1), kInfinity}, {}, true, {-1, 50});
    row("if(x>0, x, 2*(exp(x)-1))", {0}, {std::log(0.1), kInfinity}, {}, true, {-2, 50});
    row("sin(x)", {}, none, {}, false, {-1, 1});
    row("x>0", {0}, none, everywhere, true, {0, 1});
    row("sign(x)", {0}, none, everywhere, true, {-1, 1});
    row("3", {}, none, everywhere, true, {3, 3});
    row("exp(-x^2)", {}, {-1.7, 1.7}, {}, false, {0, 1});
    row("x/(1+abs(x))", {}, {1 - std::sqrt(10), std::sqrt(10) - 1}, {}, true, {-50.0 / 51, 50.0 / 51});
    row("relu(x)^2", {}, none, {-kInfinity, 0}, true, {0, 2500});
    row("x*abs(x)", {}, none, {}, true, {-2500, 2500});
    row("if(x>1, x^2, 2*x-1)", {}, none, {}, true, {-101, 2500});
    row("if(x<2, x, x+1)", {2}, none, {}, true, {-50, 51});
    row("abs(abs(x)-3)", {-3, 0, 3}, none, {}, false, {0, 47});
    row("relu(x-1e-4)-relu(x-2e-4)", {1e-4, 2e-4}, {-kInfinity, 2e-4}, {-kInfinity, 1e-4, 2e-4, kInfinity}, true,
        {0, 1e-4});
    row("x^3", {}, none, {}, true, {-125000, 125000});
    row("sqrt(x)", {}, none, {}, true, {0, std::sqrt(50)}, {-kInfinity, 0});
}

void TestExpressionAnalysis::known()
{
    QFETCH(Numbers, kinks);
    QFETCH(Numbers, betweenTails);
    QFETCH(Numbers, deadZones);
    QFETCH(bool, monotone);
    QFETCH(Numbers, range);
    QFETCH(Numbers, notFinite);
    const ExpressionAnalysis analysis = analysisOf(QTest::currentDataTag());
    const Numbers foundKinks(analysis.kinks.begin(), analysis.kinks.end());
    QVERIFY2(near(foundKinks, kinks), qPrintable(shown(foundKinks)));
    const Numbers foundTails = ends({analysis.betweenTails});
    // Of the two formulas without a bound in closed form, the figures have fewer digits.
    if (qstrcmp(QTest::currentDataTag(), "exp(-x^2)") != 0 && qstrcmp(QTest::currentDataTag(), "sqrt(x)") != 0)
        QVERIFY2(near(foundTails, betweenTails), qPrintable(shown(foundTails)));
    QCOMPARE(analysis.hasLeftTail(), std::isfinite(foundTails[0]));
    QCOMPARE(analysis.hasRightTail(), std::isfinite(foundTails[1]));
    QVERIFY2(near(ends(analysis.deadZones), deadZones), qPrintable(shown(ends(analysis.deadZones))));
    QCOMPARE(analysis.monotone, monotone);
    QVERIFY2(near(ends({analysis.range}), range), qPrintable(shown(ends({analysis.range}))));
    QVERIFY2(near(ends(analysis.notFinite), notFinite), qPrintable(shown(ends(analysis.notFinite))));
}

void TestExpressionAnalysis::parameters()
{
    const ExpressionAnalysis analysis = analysisOf("clamp(a*x, -b, b)", {2, 3, 1});
    QVERIFY(near({analysis.kinks[0], analysis.kinks[1]}, {-1.5, 1.5}));
    QVERIFY(near(ends({analysis.range}), {-3, 3}));
    QVERIFY(analysisOf("if(a>0, relu(x), x)", {1, 1, 1}).kinks.size() == 1);
    QVERIFY(analysisOf("if(a>0, relu(x), x)", {-1, 1, 1}).kinks.empty());
}

void TestExpressionAnalysis::manyKinks()
{
    const std::vector<double> kinks = analysisOf("abs(sin(x))").kinks;
    QCOMPARE(kinks.size(), std::size_t{31});
    for (std::size_t i = 0; i < kinks.size(); ++i)
        QVERIFY(std::abs(kinks[i] - M_PI * (static_cast<double>(i) - 15)) < 1e-6);
}

QTEST_APPLESS_MAIN(TestExpressionAnalysis)
#include "TestExpressionAnalysis.moc"

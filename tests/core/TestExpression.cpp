// SPDX-License-Identifier: GPL-3.0-or-later
// Typed formulas: values and derivatives against golden values of mpmath, and what an evaluation promises.
#include "core/nn/Expression.h"
#include "core/nn/ExpressionPython.h"
#include "tests/core/FloatChecks.h"
#include "tests/core/Goldens.h"
#include "tests/core/ParsedExpression.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

using namespace core;
using namespace parsedexpression;
using namespace floatchecks;

namespace
{

struct Point {
    float f = 0;
    float df = 0;
};

Point at(const std::string& text, float x)
{
    const Values values = evaluated(parsed(text), {x});
    return {values.f[0], values.df[0]};
}

const nlohmann::json& cases()
{
    static const nlohmann::json file = goldens::json("expressions.json");
    return file["cases"];
}

double number(const nlohmann::json& value)
{
    if (value.is_string())
        return value == "inf" ? static_cast<double>(kInfinity) : -static_cast<double>(kInfinity);
    return value;
}

/// Formulas that together hold every operation.
const std::vector<std::string> kMixed{
    "x/(1+exp(-x))",
    "clamp(sin(x), -abs(cos(x)), 0.5) + tan(x/30) - atan(x)",
    "if(x>=-1, if(x<1, log1p(x^2), log(abs(x))), expm1(x)) * max(x, a) - min(x, b)",
    "sqrt(abs(x)) + erf(x)*softplus(x) - sign(x)*relu(x) + (x<=1)*(x!=2) - (x==3)*(x>0)",
    "sinh(x/20)*cosh(x/20) + tanh(x)*sigmoid(x) + abs(x)^1.3 + 1.1^x + x^3 - x^-2 + (1+x^2)^sin(x)",
};

} // namespace

class TestExpression : public QObject
{
    Q_OBJECT

private slots:
    void goldens_data();
    void goldens();
    void functionsAgainstDouble_data();
    void functionsAgainstDouble();
    void python_data();
    void python();
    void points_data();
    void points();
    void atTheLimits();
    void parameters();
    void nanGoesThrough();
    void bitsDoNotDependOnThePlace();
    void inPlace();
};

void TestExpression::goldens_data()
{
    QTest::addColumn<int>("index");
    int index = 0;
    for (const nlohmann::json& row : cases())
        QTest::newRow(row["text"].get<std::string>().c_str()) << index++;
}

void TestExpression::goldens()
{
    QFETCH(int, index);
    const nlohmann::json& row = cases()[static_cast<std::size_t>(index)];
    const auto x = row["x"].get<std::vector<float>>();
    const Values values = evaluated(parsed(row["text"]), x, {row["a"], row["b"], row["c"]});
    for (std::size_t i = 0; i < x.size(); ++i)
        for (const QString& wrong : {complaint("f", static_cast<double>(x[i]), values.f[i], number(row["f"][i])),
                                     complaint("f′", static_cast<double>(x[i]), values.df[i], number(row["df"][i]))})
            QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
}

void TestExpression::functionsAgainstDouble_data()
{
    using Function = double (*)(double);
    QTest::addColumn<QString>("text");
    QTest::addColumn<double>("from");
    QTest::addColumn<double>("to");
    QTest::addColumn<Function>("f");
    QTest::addColumn<Function>("df");
    const auto row = [](const char* text, double from, double to, Function f, Function df) {
        QTest::newRow(text) << QString::fromUtf8(text) << from << to << f << df;
    };
    row(
        "log(x)", 1e-40, 1e38, [](double x) { return std::log(x); }, [](double x) { return 1 / x; });
    row(
        "log(x) near 1", 0.5, 2, [](double x) { return std::log(x); }, [](double x) { return 1 / x; });
    row(
        "log1p(x)", -0.999, 30, [](double x) { return std::log1p(x); }, [](double x) { return 1 / (1 + x); });
    row(
        "sin(x)", -9000, 9000, [](double x) { return std::sin(x); }, [](double x) { return std::cos(x); });
    row(
        "cos(x)", -40, 40, [](double x) { return std::cos(x); }, [](double x) { return -std::sin(x); });
    row(
        "sinh(x)", -89, 89, [](double x) { return std::sinh(x); }, [](double x) { return std::cosh(x); });
    row(
        "sinh(x) near 0", -2, 2, [](double x) { return std::sinh(x); }, [](double x) { return std::cosh(x); });
    row(
        "cosh(x)", -30, 30, [](double x) { return std::cosh(x); }, [](double x) { return std::sinh(x); });
    row(
        "atan(x)", -30, 30, [](double x) { return std::atan(x); }, [](double x) { return 1 / (1 + x * x); });
    row(
        "erf(x)", -8, 8, [](double x) { return std::erf(x); },
        [](double x) { return 2 / std::sqrt(M_PI) * std::exp(-x * x); });
    row(
        "abs(x)^0.7", 1e-6, 1e6, [](double x) { return std::pow(x, 0.7); },
        [](double x) { return 0.7 * std::pow(x, -0.3); });
    row(
        "x^-13.5", 0.002, 600, [](double x) { return std::pow(x, -13.5); },
        [](double x) { return -13.5 * std::pow(x, -14.5); });
    row(
        "10^x", -37, 38, [](double x) { return std::pow(10, x); },
        [](double x) { return std::log(10) * std::pow(10, x); });
    row(
        "softplus(x)", -100, 100,
        [](double x) { return x > 0 ? x + std::log1p(std::exp(-x)) : std::log1p(std::exp(x)); },
        [](double x) { return 1 / (1 + std::exp(-x)); });
}

void TestExpression::functionsAgainstDouble()
{
    using Function = double (*)(double);
    QFETCH(QString, text);
    QFETCH(double, from);
    QFETCH(double, to);
    QFETCH(Function, f);
    QFETCH(Function, df);
    constexpr int kCount = 200001;
    std::vector<float> x(kCount);
    // Evenly over the numbers, or over their magnitudes.
    for (int i = 0; i < kCount; ++i) {
        const double share = static_cast<double>(i) / (kCount - 1);
        x[static_cast<std::size_t>(i)] =
            static_cast<float>(from > 0 ? from * std::pow(to / from, share) : from + share * (to - from));
    }
    const Values values = evaluated(parsed(text.section(QLatin1Char(' '), 0, 0).toStdString()), x);
    for (std::size_t i = 0; i < x.size(); ++i) {
        const auto exact = static_cast<double>(x[i]);
        for (const QString& wrong :
             {complaint("f", exact, values.f[i], f(exact)), complaint("f′", exact, values.df[i], df(exact))})
            QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
    }
}

void TestExpression::python_data()
{
    goldens_data();
}

void TestExpression::python()
{
    QFETCH(int, index);
    const nlohmann::json& row = cases()[static_cast<std::size_t>(index)];
    QCOMPARE(QString::fromStdString(toPython(parsed(row["text"]))),
             QString::fromStdString(row["python"].get<std::string>()));
}

void TestExpression::points_data()
{
    QTest::addColumn<float>("x");
    QTest::addColumn<float>("f");
    QTest::addColumn<float>("df");
    const auto row = [](const char* text, float x, float f, float df) { QTest::newRow(text) << x << f << df; };
    row("relu(x)", 0, 0, 0);
    row("abs(x)", 0, 0, 0);
    row("sign(x)", 0, 0, 0);
    row("max(0, x)", 0, 0, 0.5F);
    row("min(x, 3*x)", 0, 0, 2);
    row("max(x, x^2)", 1, 1, 1.5F);
    row("clamp(x, -1, 1)", 1, 1, 1);
    row("clamp(x, 1, 2)", 1, 1, 1);
    row("clamp(x, 3, 2*x)", 1, 2, 2); // crossed bounds: the upper one
    row("if(x>0, x, 0.1*x)", 0, 0, 0.1F);
    row("x>0", 0, 0, 0);
    row("x>=0", 0, 1, 0);
    row("x == 0", 0, 1, 0);
    row("x^2", 0, 0, 0);
    row("x^1", 0, 0, 1);
    row("x^0", 0, 1, 0);
    row("x^1.5", 0, 0, 0);
    row("x^0.5", 0, 0, kInfinity);
    row("sqrt(x)", 0, 0, kInfinity);
    row("0^x", 1, 0, 0);
    row("x^-1", 0, kInfinity, -kInfinity);
    row("(-2)^3*x", 2, -16, -8);
    row("x^5", -2, -32, 80);
    row("x^4.5", -2, kNan, kNan);
    row("x^30", 1, 1, 30);
    row("(x-0.5)^1025", -0.5F, -1, 1025);
    // The branch that is not taken, and what does not change, stay out.
    row("if(x>0, log(x), -1)", -1, -1, 0);
    row("if(x>0, 1, sqrt(x))", 4, 1, 0);
    row("max(x, -exp(-x))", -200, -200, 1);
    row("sqrt(relu(x))", -1, 0, 0);
    row("relu(x)^0.5", -1, 0, 0);
    row("log(max(x, 0))", -1, -kInfinity, 0);
    row("clamp(exp(x), 0, 1)", 500, 1, 0);
    row("2*exp(x)", 200, kInfinity, kInfinity);
    row("x/(1+exp(-x))", -100, 0, 0);
    row("1/(1+exp(-x))", -1e30F, 0, 0);
    row("x*sigmoid(x)", -1e30F, 0, 0);
    row("softplus(x)", 1e30F, 1e30F, 1);
    row("tanh(x)", kInfinity, 1, 0);
    row("atan(x)", -kInfinity, -1.57079633F, 0);
    row("erf(x)", -kInfinity, -1, 0);
    row("exp(x)", -kInfinity, 0, 0);
    row("sin(x)", kInfinity, kNan, kNan);
    row("sin(x)", 1e10F, -0.487506025087511F, 0.873119622676856F);
    row("log(x)", -1, kNan, kNan);
    row("log(x)", 0, -kInfinity, kInfinity);
    row("min(x, log(x))", -1, kNan, kNan);
    row("cosh(x)", -200, kInfinity, -kInfinity);
    row("x^2.5", kInfinity, kInfinity, kInfinity);
    row("exp(100)/exp(99)*x", 1, 2.71828183F, 2.71828183F);
}

void TestExpression::points()
{
    QFETCH(float, x);
    QFETCH(float, f);
    QFETCH(float, df);
    const Point point = at(QTest::currentDataTag(), x);
    const auto same = [](float left, float right) { return left == right || (std::isnan(left) && std::isnan(right)); };
    QVERIFY2(same(point.f, f), qPrintable(QString::number(point.f)));
    QVERIFY2(same(point.df, df), qPrintable(QString::number(point.df)));
}

void TestExpression::atTheLimits()
{
    const QByteArray longest = "x" + QByteArray("+x").repeated(1999) + " ";
    QCOMPARE(longest.size(), 4000);
    QCOMPARE(at(longest.toStdString(), 0.5F).f, 1000.0F);
    QCOMPARE(at(longest.toStdString(), 0.5F).df, 2000.0F);
    QVERIFY(!Expression::parse((longest + "+x").toStdString()));
    QVERIFY(!toPython(parsed(longest.toStdString())).empty());
    const auto nested = [](int depth) { return (QByteArray(depth, '(') + "x" + QByteArray(depth, ')')).toStdString(); };
    QCOMPARE(at(nested(Expression::kDeepestNesting), 3).f, 3.0F);
    QVERIFY(!Expression::parse(nested(Expression::kDeepestNesting + 1)));
    // Every level holds a register of its own.
    const QByteArray manyRegisters = QByteArray("x*x+(").repeated(150) + "x" + QByteArray(")").repeated(150);
    const Values values = evaluated(parsed(manyRegisters.toStdString()), std::vector<float>(2000, 2.0F));
    QVERIFY(std::all_of(values.f.begin(), values.f.end(), [](float f) { return f == 602; }));
    QVERIFY(std::all_of(values.df.begin(), values.df.end(), [](float df) { return df == 601; }));
}

void TestExpression::parameters()
{
    const Expression expression = parsed("a*x^b");
    QVERIFY(expression.uses(0) && expression.uses(1) && !expression.uses(2));
    QCOMPARE(QString::fromStdString(expression.text()), QStringLiteral("a*x^b"));
    QCOMPARE(evaluated(expression, {-3}).f[0], -3.0F);
    QCOMPARE(evaluated(expression, {-3}, {2, 2, 0}).f[0], 18.0F);
    QCOMPARE(evaluated(expression, {-3}, {2, 2, 0}).df[0], -12.0F);
    QVERIFY(std::isnan(evaluated(expression, {-3}, {2, 0.5, 0}).f[0]));
    const Expression copy = expression; // NOLINT(performance-unnecessary-copy-initialization)
    QCOMPARE(&copy.program(), &expression.program());
}

void TestExpression::nanGoesThrough()
{
    std::vector<std::string> texts{
        "3",         "a",      "x>0",    "sign(x)", "relu(x)", "if(x>0, 1, 2)", "x^0",        "clamp(x, 0, 1)",
        "max(x, 0)", "erf(x)", "sin(x)", "log(x)",  "atan(x)", "tanh(x)",       "softplus(x)"};
    texts.insert(texts.end(), kMixed.begin(), kMixed.end());
    for (const std::string& text : texts)
        for (std::size_t place = 0; place < 40; ++place) {
            std::vector<float> z(40, 0.5F);
            z[place] = kNan;
            const Values values = evaluated(parsed(text), z);
            for (std::size_t i = 0; i < z.size(); ++i) {
                QVERIFY2(std::isnan(values.f[i]) == (i == place), text.c_str());
                QVERIFY2(std::isnan(values.df[i]) == (i == place), text.c_str());
            }
        }
}

void TestExpression::bitsDoNotDependOnThePlace()
{
    for (const std::string& text : kMixed) {
        const Expression expression = parsed(text);
        const std::vector<float> z = sweep(12, 1100);
        const std::span<const float> all(z);
        Values alone{std::vector<float>(z.size()), std::vector<float>(z.size())};
        for (std::size_t i = 0; i < z.size(); ++i)
            expression.evaluate(all.subspan(i, 1), std::span(alone.f).subspan(i, 1), std::span(alone.df).subspan(i, 1));
        std::vector<float> f(z.size());
        std::vector<float> df(z.size());
        std::vector<float> onlyF(z.size());
        std::vector<float> onlyDf(z.size());
        for (const std::size_t from : {0, 1, 2, 3, 5, 17})
            for (const std::size_t count : {0, 1, 2, 3, 4, 5, 31, 64, 511, 512, 513, 1025}) {
                expression.evaluate(all.subspan(from, count), std::span(f).first(count), std::span(df).first(count));
                expression.evaluate(all.subspan(from, count), std::span(onlyF).first(count), {});
                expression.evaluate(all.subspan(from, count), {}, std::span(onlyDf).first(count));
                for (std::size_t i = 0; i < count; ++i) {
                    QVERIFY(sameBits(f[i], alone.f[from + i]) && sameBits(df[i], alone.df[from + i]));
                    QVERIFY(sameBits(onlyF[i], f[i]) && sameBits(onlyDf[i], df[i]));
                }
            }
    }
}

void TestExpression::inPlace()
{
    const Expression expression = parsed("x*sigmoid(x)");
    const std::vector<float> z = sweep(5, 700);
    const Values expected = evaluated(expression, z);
    std::vector<float> own = z;
    std::vector<float> other(z.size());
    expression.evaluate(own, own, other);
    QCOMPARE(own, expected.f);
    QCOMPARE(other, expected.df);
    own = z;
    expression.evaluate(own, other, own);
    QCOMPARE(own, expected.df);
    QCOMPARE(other, expected.f);
}

QTEST_APPLESS_MAIN(TestExpression)
#include "TestExpression.moc"

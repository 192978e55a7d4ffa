// SPDX-License-Identifier: GPL-3.0-or-later
// The derivatives of random formulas against central differences of fourth order, in double. Points where a switch of
// the formula lies within the difference are drawn anew.
#include "core/base/Rng.h"
#include "core/nn/Expression.h"
#include "core/nn/ExpressionCurve.h"

#include <QTest>

#include <algorithm>
#include <array>
#include <cmath>
#include <string>

using namespace core;

namespace
{

constexpr double kStep = 1e-3;

std::size_t choose(Rng& rng, std::size_t count)
{
    return std::min(count - 1, static_cast<std::size_t>(rng.uniform() * static_cast<double>(count)));
}

std::string leaf(Rng& rng)
{
    static const std::array<std::string, 10> kLeaves{"x", "x", "x", "x", "a", "b", "c", "0.7", "2", "pi"};
    return kLeaves[choose(rng, kLeaves.size())];
}

/// A formula of every operation, tame enough to stay finite mostly.
std::string formula(Rng& rng, int depth)
{
    if (depth == 0 || rng.uniform() < 0.1)
        return leaf(rng);
    static const std::array<std::string, 15> kFunctions{"exp",  "log",  "log1p", "expm1",   "sqrt",
                                                        "sin",  "cos",  "tan",   "sinh",    "cosh",
                                                        "tanh", "atan", "erf",   "sigmoid", "softplus"};
    static const std::array<std::string, 11> kSigns{"+", "-", "*", "/", "<", "<=", ">", ">=", "==", "!=", "*"};
    static const std::array<std::string, 3> kSwitches{"abs", "sign", "relu"};
    const auto inner = [&] { return formula(rng, depth - 1); };
    const double kind = rng.uniform();
    if (kind < 0.35) {
        const std::string& name = kFunctions[choose(rng, kFunctions.size())];
        return name + (name == "log" || name == "sqrt" ? "(1+abs(" + inner() + "))" : "(" + inner() + "/2)");
    }
    if (kind < 0.45)
        return kSwitches[choose(rng, kSwitches.size())] + "(" + inner() + ")";
    if (kind < 0.5)
        return (rng.uniform() < 0.5 ? "min(" : "max(") + inner() + "," + inner() + ")";
    if (kind < 0.55)
        return "clamp(" + inner() + "," + inner() + "," + inner() + ")";
    if (kind < 0.62)
        return "if(" + inner() + ">" + inner() + "," + inner() + "," + inner() + ")";
    if (kind < 0.72)
        return "(" + inner() + ")^" + std::array<std::string, 4>{"2", "3", "-1", "a"}[choose(rng, 4)];
    if (kind < 0.77)
        return "(1+abs(" + inner() + "))^sin(" + inner() + ")";
    return "(" + inner() + kSigns[choose(rng, kSigns.size())] + inner() + ")";
}

} // namespace

class TestExpressionGradient : public QObject
{
    Q_OBJECT

private slots:
    void randomFormulas();
    void theCurveAgreesWithTheProgram();
};

void TestExpressionGradient::randomFormulas()
{
    Rng rng(7, Purpose::Data);
    const Expression::Parameters parameters{2, -0.4, 1.3};
    int compared = 0;
    for (int draw = 0; draw < 4000; ++draw) {
        const std::string text = formula(rng, 4);
        const Result<Expression> expression = Expression::parse(text);
        QVERIFY2(expression.ok(), text.c_str());
        ExpressionCurve curve(expression.value(), parameters);
        const double x = 6 * rng.uniform() - 3;
        std::array<double, 7> z{x - 2 * kStep, x - kStep, x, x + kStep, x + 2 * kStep, x - kStep / 2, x + kStep / 2};
        std::array<double, 7> f{};
        std::array<double, 7> df{};
        expression.value().evaluate(z, f, df, parameters);
        curve.at(z[0]);
        const auto sides = curve.sides();
        bool isSmooth = true;
        for (const double at : z) {
            curve.at(at);
            isSmooth = isSmooth && curve.sides() == sides;
        }
        // Two step widths tell how far the differences can be trusted.
        const double coarse = (f[0] - 8 * f[1] + 8 * f[3] - f[4]) / (12 * kStep);
        const double fine = (f[1] - 8 * f[5] + 8 * f[6] - f[3]) / (6 * kStep);
        const double scale = std::abs(fine) + 1e-3 * std::abs(f[2]) + 1e-6;
        // Where a value on the way is infinite, so is the slope or it is no number.
        if (!isSmooth || !std::isfinite(fine) || !std::isfinite(df[2]) || std::abs(fine - coarse) > 1e-7 * scale)
            continue;
        ++compared;
        QVERIFY2(
            std::abs(df[2] - fine) <= 1e-6 * scale,
            qPrintable(
                QStringLiteral("%1 at %2: %3, not %4").arg(QString::fromStdString(text)).arg(x).arg(df[2]).arg(fine)));
    }
    QVERIFY2(compared > 1500, qPrintable(QString::number(compared)));
}

void TestExpressionGradient::theCurveAgreesWithTheProgram()
{
    Rng rng(11, Purpose::Data);
    const Expression::Parameters parameters{3, 0.5, -1};
    for (int draw = 0; draw < 2000; ++draw) {
        const std::string text = formula(rng, 4);
        const Expression expression = Expression::parse(text).value();
        ExpressionCurve curve(expression, parameters);
        const std::array<double, 1> z{8 * rng.uniform() - 4};
        std::array<double, 1> f{};
        std::array<double, 1> df{};
        expression.evaluate(z, f, df, parameters);
        const auto point = curve.at(z[0]);
        const auto same = [](double left, double right) {
            return left == right || (std::isnan(left) && std::isnan(right)) ||
                   std::abs(left - right) <= 1e-9 * std::abs(left);
        };
        QVERIFY2(same(point.f, f[0]) && (same(point.df, df[0]) || !std::isfinite(df[0])), text.c_str());
    }
}

QTEST_APPLESS_MAIN(TestExpressionGradient)
#include "TestExpressionGradient.moc"

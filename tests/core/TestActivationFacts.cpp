// SPDX-License-Identifier: GPL-3.0-or-later
// What the catalogue says of each activation is looked for in its numbers: range, monotone or not, kinks, where f′
// vanishes, where the tails begin. And no parameter that may be set makes a NaN of a number.
#include "tests/core/ActivationGoldens.h"

#include "core/nn/Activation.h"
#include "core/nn/kernels/Kernels.h"

#include <QRegularExpression>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

using namespace core;

namespace
{

constexpr double kInfinity = std::numeric_limits<double>::infinity();

struct Values {
    std::vector<float> z;
    std::vector<float> f;
    std::vector<float> df;
};

Values evaluated(const Choice& choice, const std::vector<float>& z)
{
    Values values{z, std::vector<float>(z.size()), std::vector<float>(z.size())};
    ActivationFunction(choice).evaluate(z, values.f, values.df);
    return values;
}

std::vector<float> grid(double from, double to, double step)
{
    std::vector<float> z;
    for (double at = from; at <= to; at += step)
        z.push_back(static_cast<float>(at));
    return z;
}

QString text(std::string_view fact)
{
    return QString::fromUtf8(fact.data(), static_cast<qsizetype>(fact.size()));
}

/// The fact with the parameters' values in place of their names.
QString withValues(std::string_view fact, const ActivationInfo& info, const Choice& choice)
{
    QString result = text(fact).replace(QChar(0x2212), QLatin1Char('-'));
    const std::vector<double> values = parameterValues(info.parameters, choice.parameters);
    for (std::size_t i = 0; i < values.size(); ++i)
        result.replace(QRegularExpression(QStringLiteral("\\b%1\\b").arg(text(info.parameters[i].name))),
                       QString::number(values[i]));
    return result.replace(QLatin1String("--"), QString());
}

/// A number, ∞, π, or a quotient of them.
double number(const QString& written)
{
    const QStringList parts = written.trimmed().split(QLatin1Char('/'));
    double result = 1;
    for (qsizetype i = 0; i < parts.size(); ++i) {
        QString part = parts[i].trimmed();
        const bool negative = part.startsWith(QLatin1Char('-'));
        part.remove(QLatin1Char('-'));
        double value = part == QStringLiteral("∞") ? kInfinity : part == QStringLiteral("π") ? M_PI : part.toDouble();
        value = negative ? -value : value;
        result = i == 0 ? value : result / value;
    }
    return result;
}

/// The positions that the catalogue names: "−3, 3", "0 unless alpha = 1", "0 (where …)".
std::vector<double> namedKinks(const ActivationInfo& info, const Choice& choice)
{
    QString kinks = withValues(info.kinks, info, choice);
    kinks.remove(QRegularExpression(QStringLiteral(" \\(.*\\)")));
    const auto condition = QRegularExpression(QStringLiteral(" (unless|if) (\\S+) = (\\S+)")).match(kinks);
    if (condition.hasMatch()) {
        const bool equal = condition.captured(2).toDouble() == condition.captured(3).toDouble();
        if (equal != (condition.captured(1) == QLatin1String("if")))
            return {};
        kinks.remove(condition.capturedStart(), condition.capturedLength());
    }
    std::vector<double> result;
    for (const QString& place : kinks.split(QLatin1Char(','), Qt::SkipEmptyParts))
        result.push_back(number(place));
    std::sort(result.begin(), result.end());
    result.erase(std::unique(result.begin(), result.end()), result.end());
    return result;
}

/// Golden cases whose parameters are of the size that people choose.
void addUsualCases()
{
    QTest::addColumn<goldens::ActivationCase>("one");
    for (const goldens::ActivationCase& one : goldens::activationCases()) {
        const auto& parameters = one.choice.parameters;
        const bool usual = std::all_of(parameters.begin(), parameters.end(), [](const auto& parameter) {
            return std::abs(parameter.second) <= 5 && (parameter.second == 0 || std::abs(parameter.second) > 0.005);
        });
        if (usual)
            QTest::newRow(one.name.constData()) << one;
    }
}

void addKinds()
{
    QTest::addColumn<const ActivationInfo*>("info");
    for (const ActivationInfo& info : activationCatalogue())
        if (!info.isTyped) // what it is like is found, not stated
            QTest::newRow(info.id.data()) << &info;
}

Choice defaults(const ActivationInfo& info)
{
    return {std::string(info.id), {}};
}

} // namespace

Q_DECLARE_METATYPE(const core::ActivationInfo*)

class TestActivationFacts : public QObject
{
    Q_OBJECT

private slots:
    void rowsAreComplete_data() { addKinds(); }
    void rowsAreComplete();
    void range_data() { addKinds(); }
    void range();
    void monotone_data() { addKinds(); }
    void monotone();
    void kinks_data() { addUsualCases(); }
    void kinks();
    void vanishing_data() { addKinds(); }
    void vanishing();
    void tails_data() { addUsualCases(); }
    void tails();
    void tailsFollowTheirParameters_data();
    void tailsFollowTheirParameters();
    void noNumberBecomesNan_data() { addKinds(); }
    void noNumberBecomesNan();
};

void TestActivationFacts::rowsAreComplete()
{
    QFETCH(const ActivationInfo*, info);
    for (const std::string_view fact : {info->id, info->name, info->formula, info->derivative, info->range,
                                        info->initializer, info->pytorch, info->paper})
        QVERIFY(!fact.empty());
    QVERIFY(info->kernel < core::kernels().activations.size());
    QCOMPARE(info->saturation != nullptr, info->tails != Tails::None);
    QVERIFY(info->parameters.size() <= ActivationInfo::kMaxParameters);
    for (const ParameterInfo& parameter : info->parameters) {
        QVERIFY(parameter.minimum <= parameter.sliderMinimum && parameter.sliderMinimum < parameter.sliderMaximum);
        QVERIFY(parameter.sliderMaximum <= parameter.maximum);
        QVERIFY(parameter.defaultValue >= parameter.sliderMinimum && parameter.defaultValue <= parameter.sliderMaximum);
    }
}

void TestActivationFacts::range()
{
    QFETCH(const ActivationInfo*, info);
    std::vector<float> z = grid(-120, 120, 1.0 / 256);
    for (const float far : {1e4F, 1e9F, 3e38F})
        z.insert(z.end(), {-far, far});
    const Values values = evaluated(defaults(*info), z);
    const auto [lowest, highest] = std::minmax_element(values.f.begin(), values.f.end());

    QString ends = withValues(info->range, *info, defaults(*info));
    ends.remove(QRegularExpression(QStringLiteral("[\\[\\](){}]")));
    ends.replace(QStringLiteral(" ∪ "), QStringLiteral(", "));
    QStringList numbers = ends.split(QLatin1Char(','));
    const double lower = number(numbers.first());
    const double upper = number(numbers.last());
    const auto agrees = [](double named, float found) {
        return std::isinf(named) ? std::signbit(named) == std::signbit(found) && std::abs(found) > 1e9F
                                 : std::abs(named - static_cast<double>(found)) < 1e-5;
    };
    QVERIFY2(agrees(lower, *lowest), qPrintable(QStringLiteral("%1, not %2").arg(*lowest).arg(lower)));
    QVERIFY2(agrees(upper, *highest), qPrintable(QStringLiteral("%1, not %2").arg(*highest).arg(upper)));
}

void TestActivationFacts::monotone()
{
    QFETCH(const ActivationInfo*, info);
    const Values values = evaluated(defaults(*info), grid(-20, 20, 1.0 / 256));
    bool falls = false;
    for (std::size_t i = 1; i < values.f.size(); ++i)
        falls = falls || values.f[i] < values.f[i - 1] - 1e-6F * std::max(1.0F, std::abs(values.f[i]));
    QCOMPARE(!falls, info->monotone);
}

void TestActivationFacts::kinks()
{
    QFETCH(goldens::ActivationCase, one);
    constexpr float kBeside = 1e-5F;
    std::vector<double> found;
    for (const float at : grid(-7, 7, 1.0 / 64)) {
        const Values beside = evaluated(one.choice, {at - kBeside, at + kBeside});
        const auto jumps = [](const std::vector<float>& v) {
            return std::abs(v[1] - v[0]) > 5e-3F * std::max(1.0F, std::abs(v[0]));
        };
        if (jumps(beside.f) || jumps(beside.df))
            found.push_back(static_cast<double>(at));
    }
    const ActivationInfo& info = ActivationFunction(one.choice).info();
    // A slope of 1 on both sides is no kink, whatever the kind.
    const bool straight = one.name == "leaky_relu negative_slope=1.0";
    const bool nowhere = straight || one.name == "softshrink lambda=0.0" || one.name == "hardshrink lambda=0.0";
    QCOMPARE(found, nowhere ? std::vector<double>{} : namedKinks(info, one.choice));
}

void TestActivationFacts::vanishing()
{
    QFETCH(const ActivationInfo*, info);
    std::vector<float> z = grid(-30, 30, 1.0 / 256);
    z.insert(z.end(), {-1e20F, 1e20F});
    const Values values = evaluated(defaults(*info), z);
    bool vanishes = false;
    for (std::size_t i = 0; i < z.size(); ++i) {
        const float before = values.df[i == 0 ? 0 : i - 1];
        vanishes = vanishes || std::abs(values.df[i]) < 1e-9F || (values.df[i] > 0) != (before > 0);
    }
    QCOMPARE(vanishes, !info->vanishing.empty());
}

void TestActivationFacts::tails()
{
    QFETCH(goldens::ActivationCase, one);
    const ActivationFunction function(one.choice);
    const Tails which = function.info().tails;
    constexpr double kReach = 80;
    constexpr double kStep = 1e-3;
    SaturationRange found{-kInfinity, kInfinity};
    const Values values = evaluated(one.choice, grid(-kReach, kReach, kStep));
    const auto magnitude = [](float slope) { return static_cast<double>(std::abs(slope)); };
    double reference = 0;
    for (const float slope : values.df)
        reference = std::max(reference, magnitude(slope));
    if (which == Tails::Left)
        reference = magnitude(evaluated(one.choice, {1e-30F}).df[0]);
    const auto strong = [&](float slope) { return magnitude(slope) >= 0.1 * reference; };
    if (which == Tails::Left || which == Tails::Both) {
        const auto first = std::find_if(values.df.begin(), values.df.end(), strong) - values.df.begin();
        if (first > 0)
            found.lower = static_cast<double>(values.z[static_cast<std::size_t>(first)]);
    }
    if (which == Tails::Right || which == Tails::Both) {
        const auto last = std::find_if(values.df.rbegin(), values.df.rend(), strong) - values.df.rbegin();
        if (last > 0)
            found.upper = static_cast<double>(values.z[values.z.size() - 1 - static_cast<std::size_t>(last)]);
    }
    const SaturationRange range = function.saturationRange();
    const auto near = [](double left, double right) { return left == right || std::abs(left - right) < 2 * kStep; };
    QVERIFY2(near(range.lower, found.lower), qPrintable(QStringLiteral("%1 %2").arg(range.lower).arg(found.lower)));
    QVERIFY2(near(range.upper, found.upper), qPrintable(QStringLiteral("%1 %2").arg(range.upper).arg(found.upper)));
}

void TestActivationFacts::tailsFollowTheirParameters_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("parameter");
    QTest::addColumn<double>("value");
    QTest::addColumn<double>("lower");
    const auto row = [](const char* kind, const char* parameter, double value, double lower) {
        QTest::addRow("%s, %s = %g", kind, parameter, value)
            << QString::fromUtf8(kind) << QString::fromUtf8(parameter) << value << lower;
    };
    row("celu", "alpha", 1e6, std::log(0.1) * 1e6);
    row("softplus", "beta", 1e-3, -std::log(19.0) * 1e3);
    row("softplus", "beta", 1e3, -std::log(19.0) / 1e3);
    row("squareplus", "b", 1e20, -0.9 / std::sqrt(0.19) * 1e10);
    row("squareplus", "b", 0, 0);
    row("swish", "beta", 1e-4, -40825.5935);
    row("swish", "beta", 0, -kInfinity);
    row("swish", "beta", -1, -kInfinity);
    row("elu", "alpha", 0, 0);
    row("hard_tanh", "min_val", -100, -100);
    row("hard_tanh", "min_val", 2, -kInfinity); // above max_val: f is constant
}

void TestActivationFacts::tailsFollowTheirParameters()
{
    QFETCH(QString, kind);
    QFETCH(QString, parameter);
    QFETCH(double, value);
    QFETCH(double, lower);
    const ActivationFunction function({kind.toStdString(), {{parameter.toStdString(), value}}});
    const double found = function.saturationRange().lower;
    QVERIFY2(found == lower || std::abs(found / lower - 1) < 1e-6, qPrintable(QString::number(found, 'g', 12)));
    if (std::isinf(lower) || lower == 0)
        return;
    // And there |f′| is a tenth of the slope at 0, for those that bend smoothly.
    const auto place = static_cast<float>(lower);
    const Values values = evaluated({kind.toStdString(), {{parameter.toStdString(), value}}}, {place, 0, place * 1.1F});
    if (kind != QLatin1String("hard_tanh"))
        QVERIFY(std::abs(std::abs(values.df[0]) - 0.1F * values.df[1]) < 1e-5F);
    QVERIFY(std::abs(values.df[2]) < 0.1F * values.df[1]);
}

void TestActivationFacts::noNumberBecomesNan()
{
    QFETCH(const ActivationInfo*, info);
    std::vector<float> z{0.0F, -0.0F};
    for (int exponent = -149; exponent <= 127; ++exponent)
        for (const float mantissa : {1.0F, 1.4142135F, 1.9999999F})
            for (const float sign : {-1.0F, 1.0F})
                z.push_back(sign * std::ldexp(mantissa, exponent));
    std::vector<Choice> choices{defaults(*info)};
    for (const ParameterInfo& parameter : info->parameters) {
        std::vector<double> settings{parameter.defaultValue,  parameter.minimum,       parameter.maximum,
                                     parameter.sliderMinimum, parameter.sliderMaximum, parameter.minimum / 3 + 1e-30};
        settings.push_back(std::max(0.0, parameter.minimum));
        std::vector<Choice> more;
        for (const Choice& choice : choices)
            for (const double setting : settings) {
                more.push_back(choice);
                more.back().parameters[std::string(parameter.name)] = std::max(setting, parameter.minimum);
            }
        choices = std::move(more);
    }
    for (const Choice& choice : choices) {
        const Values values = evaluated(choice, z);
        for (std::size_t i = 0; i < z.size(); ++i) {
            QVERIFY2(!std::isnan(values.f[i]), qPrintable(QString::number(z[i])));
            QVERIFY2(!std::isnan(values.df[i]), qPrintable(QString::number(z[i])));
        }
    }
}

QTEST_APPLESS_MAIN(TestActivationFacts)
#include "TestActivationFacts.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nn/ExpressionAnalysis.h"

#include "core/nn/ExpressionCurve.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <limits>
#include <optional>
#include <utility>

namespace core
{

namespace
{

using Side = ExpressionCurve::Side;

constexpr double kInfinity = std::numeric_limits<double>::infinity();
constexpr int kBisections = 100;

struct Sample {
    double x = 0;
    double f = 0;
    double df = 0;

    [[nodiscard]] bool isFinite() const { return std::isfinite(f) && std::isfinite(df); }
};

/// Evenly over the span, and ever closer around 0, where most formulas have their features.
std::vector<double> places()
{
    constexpr int kEven = 5000;
    constexpr int kAroundZero = 160;
    std::vector<double> x;
    for (int i = -kEven; i <= kEven; ++i)
        x.push_back(kAnalysedSpan * i / kEven);
    for (int i = 0; i < kAroundZero; ++i) {
        const double magnitude = 0.01 * std::pow(10, -i / 20.0);
        x.push_back(magnitude);
        x.push_back(-magnitude);
    }
    std::sort(x.begin(), x.end());
    x.erase(std::unique(x.begin(), x.end()), x.end());
    return x;
}

/// Where the condition, true at `inside` and false at `outside`, changes; the last place where it is true.
double border(double inside, double outside, const std::function<bool(double)>& condition)
{
    for (int i = 0; i < kBisections; ++i) {
        const double middle = (inside + outside) / 2;
        if (middle == inside || middle == outside)
            break;
        (condition(middle) ? inside : outside) = middle;
    }
    return inside;
}

class Analysis
{
public:
    Analysis(const Expression& expression, const Expression::Parameters& parameters)
        : m_curve(expression, parameters)
    {
    }
    ExpressionAnalysis run();

private:
    [[nodiscard]] Sample sampleAt(double x);
    void sample();
    [[nodiscard]] std::vector<double> switchingPoints();
    [[nodiscard]] double switchingPoint(double from, double to, std::size_t index, Side before);
    [[nodiscard]] bool jumps(double x, double gap);
    void findKinks();
    [[nodiscard]] std::vector<Interval> intervalsWhere(const std::function<bool(const Sample&)>& condition);
    void findDeadZones();
    void findTails();
    [[nodiscard]] std::optional<double> tail(bool isRight, double threshold);
    void findRange();
    [[nodiscard]] double extreme(std::size_t index, double sign);

    ExpressionCurve m_curve;
    std::vector<Sample> m_samples;
    std::vector<std::vector<Side>> m_sides;
    ExpressionAnalysis m_result;
};

Sample Analysis::sampleAt(double x)
{
    const auto [f, df] = m_curve.at(x);
    return {x, f, df};
}

void Analysis::sample()
{
    for (const double x : places()) {
        m_samples.push_back(sampleAt(x));
        m_sides.push_back(m_curve.sides());
    }
}

double Analysis::switchingPoint(double from, double to, std::size_t index, Side before)
{
    const auto sideAt = [&](double x) {
        m_curve.at(x);
        return m_curve.sides()[index];
    };
    const double last = border(from, to, [&](double x) { return sideAt(x) == before; });
    if (before == 0)
        return last;
    // The place itself, where the sides meet exactly on it.
    const double next = std::nextafter(last, to);
    return next != to && sideAt(next) != 0 && sideAt(to) == 0 ? to : next;
}

std::vector<double> Analysis::switchingPoints()
{
    std::vector<double> points;
    for (std::size_t k = 0; k < m_curve.switchCount(); ++k)
        for (std::size_t i = 1; i < m_samples.size(); ++i)
            if (m_sides[i][k] != m_sides[i - 1][k])
                points.push_back(switchingPoint(m_samples[i - 1].x, m_samples[i].x, k, m_sides[i - 1][k]));
    std::sort(points.begin(), points.end());
    const auto same = [](double left, double right) { return right - left <= 1e-9 * std::max(1.0, std::abs(left)); };
    points.erase(std::unique(points.begin(), points.end(), same), points.end());
    return points;
}

/// Whether f or f′ differs on the two sides of x however near one comes; what is smooth differs ever less.
bool Analysis::jumps(double x, double gap)
{
    const double far = std::min(1e-4 * std::max(1.0, std::abs(x)), gap / 4);
    const double near = far / 100;
    const Sample left = sampleAt(x - near);
    const Sample right = sampleAt(x + near);
    const Sample farLeft = sampleAt(x - far);
    const Sample farRight = sampleAt(x + far);
    const auto differs = [](double nearLeft, double nearRight, double scale, double farDifference) {
        const double difference = std::abs(nearRight - nearLeft);
        return difference > 1e-7 * scale && difference > 0.5 * std::abs(farDifference);
    };
    const double scaleOfF = std::max({std::abs(farLeft.f), std::abs(farRight.f), far * std::abs(farRight.df)});
    const double scaleOfDf = std::max({std::abs(farLeft.df), std::abs(farRight.df), 1e-300});
    return left.isFinite() && right.isFinite() &&
           (differs(left.f, right.f, scaleOfF, farRight.f - farLeft.f) ||
            differs(left.df, right.df, scaleOfDf, farRight.df - farLeft.df));
}

void Analysis::findKinks()
{
    const std::vector<double> points = switchingPoints();
    for (std::size_t i = 0; i < points.size(); ++i) {
        double gap = kInfinity;
        if (i > 0)
            gap = points[i] - points[i - 1];
        if (i + 1 < points.size())
            gap = std::min(gap, points[i + 1] - points[i]);
        if (jumps(points[i], gap))
            m_result.kinks.push_back(points[i]);
    }
}

std::vector<Interval> Analysis::intervalsWhere(const std::function<bool(const Sample&)>& condition)
{
    std::vector<Interval> intervals;
    const auto holds = [&](double x) { return condition(sampleAt(x)); };
    for (std::size_t i = 0; i < m_samples.size(); ++i) {
        if (!condition(m_samples[i]))
            continue;
        Interval interval{-kInfinity, kInfinity};
        if (i > 0)
            interval.lower = border(m_samples[i].x, m_samples[i - 1].x, holds);
        while (i + 1 < m_samples.size() && condition(m_samples[i + 1]))
            ++i;
        if (i + 1 < m_samples.size())
            interval.upper = border(m_samples[i].x, m_samples[i + 1].x, holds);
        intervals.push_back(interval);
    }
    return intervals;
}

void Analysis::findDeadZones()
{
    // A slope that has only become too small for a number ends far below this.
    constexpr double kFaded = 1e-200;
    const auto isBorder = [&](double x, double outwards) {
        return std::isinf(x) || std::abs(sampleAt(x + outwards).df) > kFaded;
    };
    for (const Interval& zone : intervalsWhere([](const Sample& at) { return at.df == 0 && std::isfinite(at.f); }))
        if (zone.upper - zone.lower > 1e-9 && isBorder(zone.lower, -1e-6) && isBorder(zone.upper, 1e-6))
            m_result.deadZones.push_back(zone);
}

/// Where the tail on this side begins, if there is one.
std::optional<double> Analysis::tail(bool isRight, double threshold)
{
    std::vector<Sample> outer; // from the end inwards
    const auto step = [&](std::size_t i) -> const Sample& { return m_samples[isRight ? m_samples.size() - 1 - i : i]; };
    std::size_t i = 0;
    for (; i < m_samples.size() && step(i).isFinite() && std::abs(step(i).df) < threshold; ++i)
        outer.push_back(step(i));
    if (outer.empty() || i == m_samples.size() || !step(i).isFinite())
        return std::nullopt;
    const double end = outer.front().x;
    const auto& zones = m_result.deadZones;
    if (outer.front().f == 0 && std::any_of(zones.begin(), zones.end(), [&](const Interval& zone) {
            return zone.lower <= end && end <= zone.upper;
        }))
        return std::nullopt;
    // The last quarter against the one before.
    std::array<double, 4> largest{};
    for (const Sample& each : outer) {
        const double share = (end - each.x) / (end - outer.back().x + (isRight ? 1e-9 : -1e-9));
        double& quarter = largest[static_cast<std::size_t>(4 * share)];
        quarter = std::max(quarter, std::abs(each.df));
    }
    if (largest[0] > 0.9 * largest[1])
        return std::nullopt;
    // What comes back further out, such as a sine, does not decay.
    for (double x = kAnalysedSpan; x < 4 * kAnalysedSpan; x += 0.37)
        if (std::abs(sampleAt(isRight ? x : -x).df) >= threshold)
            return std::nullopt;
    return border(step(i).x, outer.back().x, [&](double x) { return std::abs(sampleAt(x).df) >= threshold; });
}

void Analysis::findTails()
{
    m_result.betweenTails = {-kInfinity, kInfinity};
    double reference = 0;
    for (const Sample& each : m_samples)
        if (each.isFinite())
            reference = std::max(reference, std::abs(each.df));
    if (reference == 0)
        return;
    if (const auto left = tail(false, 0.1 * reference))
        m_result.betweenTails.lower = *left;
    if (const auto right = tail(true, 0.1 * reference))
        m_result.betweenTails.upper = *right;
}

/// The largest sign · f around a sample, by golden section.
double Analysis::extreme(std::size_t index, double sign)
{
    double best = sign * m_samples[index].f;
    double left = m_samples[index == 0 ? 0 : index - 1].x;
    double right = m_samples[std::min(index + 1, m_samples.size() - 1)].x;
    constexpr double kGolden = 0.6180339887498949;
    for (int i = 0; i < 60; ++i) {
        const double low = right - kGolden * (right - left);
        const double high = left + kGolden * (right - left);
        const double atLow = sign * sampleAt(low).f;
        const double atHigh = sign * sampleAt(high).f;
        for (const double value : {atLow, atHigh})
            if (std::isfinite(value))
                best = std::max(best, value);
        (atLow < atHigh ? left : right) = atLow < atHigh ? low : high;
    }
    return sign * best;
}

void Analysis::findRange()
{
    bool rises = false;
    bool falls = false;
    std::optional<std::size_t> least;
    std::optional<std::size_t> largest;
    std::optional<double> before;
    for (std::size_t i = 0; i < m_samples.size(); ++i) {
        const double f = m_samples[i].f;
        if (!std::isfinite(f))
            continue;
        // Rounding is neither a rise nor a fall.
        const double noise =
            1e-12 * std::max(std::abs(f), std::abs(before.value_or(f))) + 1e-15 * std::abs(m_samples[i].x);
        rises = rises || f > before.value_or(f) + noise;
        falls = falls || f < before.value_or(f) - noise;
        if (!least || f < m_samples[*least].f)
            least = i;
        if (!largest || f > m_samples[*largest].f)
            largest = i;
        before = f;
    }
    m_result.monotone = !(rises && falls);
    if (least && largest)
        m_result.range = {extreme(*least, -1), extreme(*largest, 1)};
}

ExpressionAnalysis Analysis::run()
{
    sample();
    findKinks();
    findDeadZones();
    findTails();
    findRange();
    m_result.notFinite = intervalsWhere([](const Sample& at) { return !at.isFinite(); });
    return std::move(m_result);
}

} // namespace

bool ExpressionAnalysis::hasLeftTail() const
{
    return std::isfinite(betweenTails.lower);
}

bool ExpressionAnalysis::hasRightTail() const
{
    return std::isfinite(betweenTails.upper);
}

ExpressionAnalysis analysed(const Expression& expression, const Expression::Parameters& parameters)
{
    return Analysis(expression, parameters).run();
}

} // namespace core

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/PairedTest.h"

#include "core/base/Rng.h"

#include <unsupported/Eigen/SpecialFunctions>

#include <algorithm>
#include <cassert>
#include <cmath>
#include <limits>
#include <numeric>

namespace core
{

namespace
{

constexpr double kUnbounded = std::numeric_limits<double>::infinity();

constexpr double kNoSpread = 1e-9; ///< of the differences' size: what is left of it is rounding

/// Mean and standard error of the mean.
struct Moments {
    double mean = 0;
    double error = 0;
};

Moments momentsOf(std::span<const double> values)
{
    const double count = static_cast<double>(values.size());
    const auto [least, most] = std::minmax_element(values.begin(), values.end());
    if (*most - *least <= kNoSpread * std::max(std::abs(*least), std::abs(*most)))
        return {*least, 0};
    Moments moments{std::accumulate(values.begin(), values.end(), 0.0) / count, 0};
    double squares = 0;
    for (const double value : values)
        squares += (value - moments.mean) * (value - moments.mean);
    moments.error = std::sqrt(squares / (count - 1) / count);
    return moments;
}

MeanTest withoutSpread(std::size_t count, double mean, double confidence)
{
    const double p = std::exp2(1 - static_cast<double>(count));
    const double reach = p < 1 - confidence ? 0 : kUnbounded;
    return {static_cast<int>(count), mean, mean - reach, mean + reach, mean == 0 ? 1 : p};
}

} // namespace

double studentTail(double t, double degreesOfFreedom)
{
    if (std::isnan(t))
        return t;
    if (t < 0)
        return 1 - studentTail(-t, degreesOfFreedom);
    const double square = t * t;
    const double whole = degreesOfFreedom + square;
    if (square < 1) // where the other form rounds t away; further out this one does so with the tail
        return (1 - Eigen::numext::betainc(0.5, degreesOfFreedom / 2, square / whole)) / 2;
    return Eigen::numext::betainc(degreesOfFreedom / 2, 0.5, degreesOfFreedom / whole) / 2;
}

double studentQuantile(double tail, double degreesOfFreedom)
{
    assert(tail > 0 && tail < 1);
    if (tail > 0.5)
        return -studentQuantile(1 - tail, degreesOfFreedom);
    double upper = 1;
    while (studentTail(upper, degreesOfFreedom) > tail)
        upper *= 2;
    double lower = 0;
    for (double middle = upper / 2; middle > lower && middle < upper; middle = lower + (upper - lower) / 2)
        (studentTail(middle, degreesOfFreedom) > tail ? lower : upper) = middle;
    return upper;
}

MeanTest studentTest(std::span<const double> differences, double confidence)
{
    assert(differences.size() >= 2);
    const Moments moments = momentsOf(differences);
    if (moments.error == 0)
        return withoutSpread(differences.size(), moments.mean, confidence);
    const double freedom = static_cast<double>(differences.size()) - 1;
    const double reach = studentQuantile((1 - confidence) / 2, freedom) * moments.error;
    return {static_cast<int>(differences.size()), moments.mean, moments.mean - reach, moments.mean + reach,
            2 * studentTail(std::abs(moments.mean) / moments.error, freedom)};
}

Bootstrap::Bootstrap(std::size_t count, std::int64_t seed)
    : m_count(count)
    , m_picks(count * kDraws)
{
    assert(count >= 2);
    Rng rng(seed, Purpose::Resampling);
    for (std::uint32_t& pick : m_picks)
        pick = static_cast<std::uint32_t>(rng.below(count));
}

/// |mean* − mean|/(s*/√n) of every draw.
std::vector<double> Bootstrap::studentisedDraws(std::span<const double> values, double mean) const
{
    constexpr double kRounding = 1e-12; ///< share of the squares
    std::vector<double> centred(values.begin(), values.end());
    for (double& value : centred)
        value -= mean;
    const double count = static_cast<double>(m_count);
    std::vector<double> sizes;
    sizes.reserve(kDraws);
    for (auto pick = m_picks.begin(); pick != m_picks.end();) {
        double sum = 0;
        double squares = 0;
        for (std::size_t i = 0; i < m_count; ++i) {
            const double value = centred[*pick++];
            sum += value;
            squares += value * value;
        }
        const double spread = squares - sum * sum / count;
        if (spread > kRounding * squares)
            sizes.push_back(std::abs(sum) / std::sqrt(spread * count / (count - 1)));
        else
            sizes.push_back(squares > 0 ? kUnbounded : 0);
    }
    return sizes;
}

MeanTest Bootstrap::test(std::span<const double> differences, double confidence) const
{
    assert(differences.size() == m_count);
    const Moments moments = momentsOf(differences);
    if (moments.error == 0)
        return withoutSpread(differences.size(), moments.mean, confidence);
    std::vector<double> sizes = studentisedDraws(differences, moments.mean);
    const double size = std::abs(moments.mean) / moments.error;
    const auto larger = std::count_if(sizes.begin(), sizes.end(), [size](double draw) { return draw >= size; });
    // The observed differences are one more draw.
    const double rank = std::ceil(confidence * (kDraws + 1));
    const auto at = sizes.begin() + static_cast<std::ptrdiff_t>(std::clamp(rank, 1.0, double(kDraws))) - 1;
    std::nth_element(sizes.begin(), at, sizes.end());
    const double reach = *at * moments.error;
    return {static_cast<int>(differences.size()), moments.mean, moments.mean - reach, moments.mean + reach,
            static_cast<double>(larger + 1) / (kDraws + 1)};
}

double outcomesTest(int excess, int count)
{
    // The difference of two binomial numbers of `count` tosses of a coin is that of 2·count tosses, less `count`.
    const int tosses = 2 * count;
    double tail = 0;
    for (int heads = count + std::abs(excess); heads <= tosses; ++heads)
        tail += std::exp(std::lgamma(tosses + 1.0) - std::lgamma(heads + 1.0) - std::lgamma(tosses - heads + 1.0) -
                         tosses * std::log(2.0));
    return std::min(2 * tail, 1.0);
}

std::vector<double> holmAdjusted(std::span<const double> p)
{
    std::vector<std::size_t> order(p.size());
    std::iota(order.begin(), order.end(), std::size_t(0));
    std::stable_sort(order.begin(), order.end(), [p](std::size_t a, std::size_t b) { return p[a] < p[b]; });
    std::vector<double> adjusted(p.size());
    double largest = 0;
    for (std::size_t i = 0; i < order.size(); ++i) {
        largest = std::max(largest, p[order[i]] * static_cast<double>(p.size() - i));
        adjusted[order[i]] = std::min(largest, 1.0);
    }
    return adjusted;
}

std::optional<double> quantileOfSorted(std::span<const double> sorted, double share)
{
    if (sorted.empty())
        return std::nullopt;
    const double place = share * static_cast<double>(sorted.size() - 1);
    const double below = std::floor(place);
    const double part = place - below;
    const double lower = sorted[static_cast<std::size_t>(below)];
    const double upper = part > 0 ? sorted[static_cast<std::size_t>(below) + 1] : lower;
    if (!std::isfinite(lower) || !std::isfinite(upper))
        return std::nullopt;
    return lower + part * (upper - lower);
}

} // namespace core

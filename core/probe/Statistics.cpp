// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/probe/Statistics.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace core
{

namespace
{

constexpr double kNan = std::numeric_limits<double>::quiet_NaN();

/// The bin of a value in [lower, upper], by the same arithmetic wherever bins are counted.
std::size_t binOf(double value, double lower, double binsPerUnit, std::size_t bins)
{
    return std::min(static_cast<std::size_t>((value - lower) * binsPerUnit), bins - 1);
}

} // namespace

void Describer::describeMoments(std::span<const Scalar> values, Distribution& result)
{
    double sum = 0;
    double min = std::numeric_limits<double>::infinity();
    double max = -min;
    std::uint64_t zeros = 0;
    m_finite = 0;
    for (const Scalar value : values) {
        if (!std::isfinite(value))
            continue;
        const auto x = static_cast<double>(value);
        ++m_finite;
        sum += x;
        min = std::min(min, x);
        max = std::max(max, x);
        zeros += x == 0 ? 1 : 0;
    }
    result.nonFinite = values.size() - m_finite;
    result.zeros = zeros;
    if (m_finite == 0) {
        result.mean = result.std = result.min = result.max = kNan;
        return;
    }
    result.mean = sum / static_cast<double>(m_finite);
    result.min = min;
    result.max = max;
    double squares = 0;
    for (const Scalar value : values) {
        const double deviation = std::isfinite(value) ? static_cast<double>(value) - result.mean : 0;
        squares += deviation * deviation;
    }
    result.std = std::sqrt(squares / static_cast<double>(m_finite));
}

double Describer::orderStatistic(std::span<const Scalar> values, std::uint64_t rank, const Distribution& range)
{
    // The fine histogram says in which bin the rank lies; only that bin's values need to be put in order.
    std::uint64_t before = 0;
    std::size_t bin = 0;
    while (before + m_fine[bin] <= rank)
        before += m_fine[bin++];
    const double binsPerUnit = kFineBins / (range.max - range.min);
    m_bin.clear();
    for (const Scalar value : values)
        if (std::isfinite(value) && binOf(static_cast<double>(value), range.min, binsPerUnit, kFineBins) == bin)
            m_bin.push_back(value);
    const auto nth = m_bin.begin() + static_cast<std::ptrdiff_t>(rank - before);
    std::nth_element(m_bin.begin(), nth, m_bin.end());
    return static_cast<double>(*nth);
}

void Describer::findQuantiles(std::span<const Scalar> values, Distribution& result)
{
    if (m_finite == 0 || result.min == result.max) {
        result.quantiles.fill(result.min);
        return;
    }
    m_fine.assign(kFineBins, 0);
    const double binsPerUnit = kFineBins / (result.max - result.min);
    for (const Scalar value : values)
        if (std::isfinite(value))
            ++m_fine[binOf(static_cast<double>(value), result.min, binsPerUnit, kFineBins)];
    for (std::size_t i = 0; i < result.quantiles.size(); ++i) {
        const double position = Distribution::kQuantiles[i] * static_cast<double>(m_finite - 1);
        const auto rank = static_cast<std::uint64_t>(position);
        const double fraction = position - static_cast<double>(rank);
        const double lower = orderStatistic(values, rank, result);
        const double upper = fraction > 0 ? orderStatistic(values, rank + 1, result) : lower;
        result.quantiles[i] = lower + fraction * (upper - lower);
    }
}

void Describer::fillHistogram(std::span<const Scalar> values, Histogram& histogram)
{
    histogram.counts.fill(0);
    histogram.underflow = 0;
    histogram.overflow = 0;
    const double width = histogram.upper - histogram.lower;
    const double binsPerUnit = width > 0 ? Histogram::kBins / width : 0;
    for (const Scalar value : values) {
        if (!std::isfinite(value))
            continue;
        const auto x = static_cast<double>(value);
        if (x < histogram.lower)
            ++histogram.underflow;
        else if (x > histogram.upper)
            ++histogram.overflow;
        else
            ++histogram.counts[binOf(x, histogram.lower, binsPerUnit, Histogram::kBins)];
    }
}

void Describer::describe(std::span<const Scalar> values, Distribution& result)
{
    describeMoments(values, result);
    findQuantiles(values, result);
    // A range of more than kStretch times the central 90 % is stretched by outliers: then what lies kMargin times that
    // width beyond its ends is only counted.
    constexpr double kStretch = 8;
    constexpr double kMargin = 1.5;
    const double central = result.quantiles.back() - result.quantiles.front();
    Histogram& histogram = result.histogram;
    histogram.lower = m_finite == 0 ? 0 : result.min;
    histogram.upper = m_finite == 0 ? 0 : result.max;
    if (central > 0 && result.max - result.min > kStretch * central) {
        histogram.lower = std::max(result.min, result.quantiles.front() - kMargin * central);
        histogram.upper = std::min(result.max, result.quantiles.back() + kMargin * central);
    }
    fillHistogram(values, histogram);
}

void Describer::describeDelta(std::span<const Scalar> values, int exponent, Distribution& result)
{
    describeMoments(values, result);
    findQuantiles(values, result);
    const double factor = std::ldexp(1.0, -exponent);
    for (double* number : {&result.mean, &result.std, &result.min, &result.max})
        *number *= factor;
    for (double& quantile : result.quantiles)
        quantile *= factor;

    const double shift = std::log10(factor);
    m_logarithms.clear();
    for (const Scalar value : values)
        if (value != 0 && std::isfinite(value))
            m_logarithms.push_back(static_cast<Scalar>(std::log10(static_cast<double>(std::abs(value))) + shift));
    const auto [least, most] = std::minmax_element(m_logarithms.begin(), m_logarithms.end());
    result.histogram.lower = m_logarithms.empty() ? 0 : static_cast<double>(*least);
    result.histogram.upper = m_logarithms.empty() ? 0 : static_cast<double>(*most);
    fillHistogram(m_logarithms, result.histogram);
}

double rootMeanSquare(std::span<const Scalar> values)
{
    if (values.empty())
        return 0;
    const Eigen::Map<const Vector> vector(values.data(), static_cast<Index>(values.size()));
    return std::sqrt(vector.cast<double>().squaredNorm() / static_cast<double>(values.size()));
}

double rootMeanSquare(const Matrix& values)
{
    return rootMeanSquare(std::span(values.data(), static_cast<std::size_t>(values.size())));
}

std::optional<double> ratio(double numerator, double denominator)
{
    if (numerator == 0 && denominator == 0)
        return std::nullopt;
    return numerator / denominator;
}

} // namespace core

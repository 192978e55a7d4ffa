// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/probe/Statistics.h"

#include "core/nn/kernels/Kernels.h"

#include <algorithm>
#include <cmath>
#include <iterator>
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

std::span<const Scalar> Describer::keepFinite(std::span<const Scalar> values)
{
    const ConstVectorView all(values.data(), static_cast<Index>(values.size()));
    if (std::isfinite(all.sum()) || all.allFinite())
        return values;
    m_finite.clear();
    std::copy_if(values.begin(), values.end(), std::back_inserter(m_finite), [](Scalar x) { return std::isfinite(x); });
    return m_finite;
}

void Describer::describeMoments(std::span<const Scalar> finite, Distribution& result)
{
    if (finite.empty()) {
        result.mean = result.std = result.min = result.max = kNan;
        result.zeros = 0;
        result.quantiles.fill(kNan);
        return;
    }
    const ConstVectorView values(finite.data(), static_cast<Index>(finite.size()));
    result.mean = values.cast<double>().mean();
    result.std = std::sqrt((values.cast<double>().array() - result.mean).square().mean());
    result.min = static_cast<double>(values.minCoeff());
    result.max = static_cast<double>(values.maxCoeff());
    result.zeros = static_cast<std::uint64_t>((values.array() == Scalar(0)).count());
    findQuantiles(finite, result);
}

void Describer::findQuantiles(std::span<const Scalar> finite, Distribution& result)
{
    if (result.min == result.max) {
        result.quantiles.fill(result.min);
        return;
    }
    m_bins.resize(finite.size());
    m_inBin.reserve(finite.size());
    m_counts.assign(kFineBins, 0);
    const double binsPerUnit = kFineBins / (result.max - result.min);
    for (std::size_t i = 0; i < finite.size(); ++i) {
        const std::size_t bin = binOf(static_cast<double>(finite[i]), result.min, binsPerUnit, kFineBins);
        m_bins[i] = static_cast<std::uint16_t>(bin);
        ++m_counts[bin];
    }
    for (std::size_t i = 0; i < result.quantiles.size(); ++i) {
        const double position = Distribution::kQuantiles[i] * static_cast<double>(finite.size() - 1);
        const auto rank = static_cast<std::uint64_t>(position);
        const double fraction = position - static_cast<double>(rank);
        const double lower = orderStatistic(finite, rank);
        const double upper = fraction > 0 ? orderStatistic(finite, rank + 1) : lower;
        result.quantiles[i] = lower + fraction * (upper - lower);
    }
}

double Describer::orderStatistic(std::span<const Scalar> finite, std::uint64_t rank)
{
    // The fine histogram says in which bin the rank lies; only that bin's values need to be put in order.
    std::uint64_t before = 0;
    std::uint16_t bin = 0;
    while (before + m_counts[bin] <= rank)
        before += m_counts[bin++];
    m_inBin.clear();
    for (std::size_t i = 0; i < finite.size(); ++i)
        if (m_bins[i] == bin)
            m_inBin.push_back(finite[i]);
    const auto nth = m_inBin.begin() + static_cast<std::ptrdiff_t>(rank - before);
    std::nth_element(m_inBin.begin(), nth, m_inBin.end());
    return static_cast<double>(*nth);
}

void Describer::fillHistogram(std::span<const Scalar> finite, Histogram& histogram)
{
    histogram.counts.fill(0);
    histogram.underflow = 0;
    histogram.overflow = 0;
    const double width = histogram.upper - histogram.lower;
    const double binsPerUnit = width > 0 ? Histogram::kBins / width : 0;
    for (const Scalar value : finite) {
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
    const std::span<const Scalar> finite = keepFinite(values);
    result.nonFinite = values.size() - finite.size();
    describeMoments(finite, result);
    // A range of more than kStretch times the central 90 % is stretched by outliers: then what lies kMargin times that
    // width beyond its ends is only counted.
    constexpr double kStretch = 8;
    constexpr double kMargin = 1.5;
    const double central = result.quantiles.back() - result.quantiles.front();
    Histogram& histogram = result.histogram;
    histogram.lower = finite.empty() ? 0 : result.min;
    histogram.upper = finite.empty() ? 0 : result.max;
    if (central > 0 && result.max - result.min > kStretch * central) {
        histogram.lower = std::max(result.min, result.quantiles.front() - kMargin * central);
        histogram.upper = std::min(result.max, result.quantiles.back() + kMargin * central);
    }
    fillHistogram(finite, histogram);
}

void Describer::describeDelta(std::span<const Scalar> values, int exponent, Distribution& result)
{
    const std::span<const Scalar> finite = keepFinite(values);
    result.nonFinite = values.size() - finite.size();
    describeMoments(finite, result);
    const double factor = std::ldexp(1.0, -exponent);
    for (double* number : {&result.mean, &result.std, &result.min, &result.max})
        *number *= factor;
    for (double& quantile : result.quantiles)
        quantile *= factor;

    m_logarithms.clear();
    std::copy_if(finite.begin(), finite.end(), std::back_inserter(m_logarithms), [](Scalar x) { return x != 0; });
    VectorView logarithms(m_logarithms.data(), static_cast<Index>(m_logarithms.size()));
    // From the exponent, as the factor may lie beyond what a double holds.
    logarithms = logarithms.array().abs().log10() - static_cast<Scalar>(exponent * std::log10(2.0));
    result.histogram.lower = m_logarithms.empty() ? 0 : static_cast<double>(logarithms.minCoeff());
    result.histogram.upper = m_logarithms.empty() ? 0 : static_cast<double>(logarithms.maxCoeff());
    fillHistogram(m_logarithms, result.histogram);
}

double rootMeanSquare(std::span<const Scalar> values)
{
    if (values.empty())
        return 0;
    const double sum = kernels().sumOfSquares(values.data(), static_cast<Index>(values.size()));
    return std::sqrt(sum / static_cast<double>(values.size()));
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

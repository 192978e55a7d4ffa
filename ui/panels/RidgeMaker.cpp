// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/RidgeMaker.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace ui
{

namespace
{

/// Bins below this share of the peak are air: drawing them leaves stray dashes beside the ridge.
constexpr double kNearZero = 0.004;

/// On a logarithmic axis one value is still a step high, so that rare values can be seen.
double heightOf(double count, bool logarithmic)
{
    return logarithmic ? std::log1p(count) : count;
}

} // namespace

Ridge makeRidge(const core::Distribution& distribution, bool zerosAreInside, bool logarithmic)
{
    Ridge ridge;
    ridge.nonFinite = distribution.nonFinite > 0;
    const core::Histogram& histogram = distribution.histogram;
    const double width = (histogram.upper - histogram.lower) / core::Histogram::kBins;
    const double total = histogram.total();
    if (!(total > 0) || !std::isfinite(histogram.lower) || !std::isfinite(histogram.upper))
        return ridge;
    if (!(width > 0)) {
        ridge.spikeAt = histogram.lower;
        ridge.spikeHeight = 1;
        return ridge;
    }
    std::array<double, core::Histogram::kBins> heights{};
    std::transform(histogram.counts.begin(), histogram.counts.end(), heights.begin(),
                   [](std::uint32_t count) { return static_cast<double>(count); });
    const auto zeros = static_cast<double>(distribution.zeros);
    if (zerosAreInside && zeros > 0.02 * total && histogram.lower <= 0 && histogram.upper >= 0) {
        const int bin = std::min(static_cast<int>(-histogram.lower / width), core::Histogram::kBins - 1);
        double& height = heights[static_cast<std::size_t>(bin)];
        height = std::max(0.0, height - zeros);
        ridge.spikeHeight = std::min(1.0, heightOf(zeros, logarithmic) / heightOf(total, logarithmic));
    }
    for (double& height : heights)
        height = heightOf(height, logarithmic);
    const double peak = *std::max_element(heights.begin(), heights.end());
    if (!(peak > 0))
        return ridge;
    const auto isAir = [peak](double height) { return height < kNearZero * peak; };
    auto first = std::find_if_not(heights.begin(), heights.end(), isAir) - heights.begin();
    auto last = std::find_if_not(heights.rbegin(), heights.rend(), isAir).base() - heights.begin() - 1;
    for (auto bin = first; bin <= last; ++bin)
        ridge.outline.emplace_back(histogram.lower + (static_cast<double>(bin) + 0.5) * width,
                                   heights[static_cast<std::size_t>(bin)] / peak);
    // A ridge of one bin has no width of its own.
    if (ridge.outline.size() < 3) {
        ridge.outline.insert(ridge.outline.begin(), {ridge.outline.front().x() - width, 0});
        ridge.outline.emplace_back(ridge.outline.back().x() + width, 0);
    }
    return ridge;
}

std::optional<QCPRange> expectedSpread(const FrameData& frame, const core::LayerStatistics& layer)
{
    const auto at = static_cast<std::size_t>(layer.index - 1);
    if (!frame.prediction || at >= frame.prediction->theory.layers.size())
        return std::nullopt;
    const std::optional<double>& spread = frame.prediction->theory.layers[at].zStd;
    if (!spread || !std::isfinite(*spread))
        return std::nullopt;
    const bool isNormalized = frame.config.network.normalizationOf(at).kind == "batch";
    const double mean = isNormalized ? 0 : frame.config.initializer.bias;
    return QCPRange(mean - *spread, mean + *spread);
}

void putOnAxis(Ridge& ridge, const SymmetricLog& axis)
{
    if (!axis.isOn())
        return;
    for (QPointF& point : ridge.outline)
        point.setX(axis.placeOf(point.x()));
    ridge.spikeAt = axis.placeOf(ridge.spikeAt);
    if (ridge.expected)
        ridge.expected = QCPRange(axis.placeOf(ridge.expected->lower), axis.placeOf(ridge.expected->upper));
}

} // namespace ui

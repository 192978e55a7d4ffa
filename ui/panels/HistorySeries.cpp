// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/HistorySeries.h"

#include "ui/base/NotANumber.h"

#include <algorithm>

namespace ui
{

std::size_t recordsPerPoint(std::size_t records, std::size_t maxPoints)
{
    // Powers of two: the borders of a coarser picture are borders of the finer one too.
    std::size_t count = 1;
    while (records > count * maxPoints)
        count *= 2;
    return count;
}

LayerSeries layerSeries(const core::History& history, std::vector<float> core::StepRecord::*quantity,
                        std::size_t layers, std::size_t maxPoints)
{
    const auto& records = history.records();
    const std::size_t count = recordsPerPoint(records.size(), maxPoints);
    const std::size_t points = (records.size() + count - 1) / count;
    LayerSeries series;
    series.firstSteps.resize(points);
    series.lastSteps.resize(points);
    series.values.assign(layers, std::vector<double>(points, 0));
    for (std::size_t point = 0; point < points; ++point) {
        const std::size_t first = point * count;
        const std::size_t end = std::min(first + count, records.size());
        series.firstSteps[point] = static_cast<double>(records[first].firstStep);
        series.lastSteps[point] = static_cast<double>(records[end - 1].lastStep);
        for (std::size_t at = first; at < end; ++at) {
            const std::vector<float>& values = records[at].*quantity;
            for (std::size_t layer = 0; layer < layers; ++layer)
                series.values[layer][point] += layer < values.size() ? static_cast<double>(values[layer]) : kNaN;
        }
        for (std::size_t layer = 0; layer < layers; ++layer)
            series.values[layer][point] /= static_cast<double>(end - first);
    }
    return series;
}

double stepsShown(double lastStep, bool diverged)
{
    return std::max(10.0, lastStep) * (diverged ? 1.04 : 1);
}

BandSeries batchLossSeries(const core::History& history, std::size_t maxPoints)
{
    const auto& records = history.records();
    const std::size_t count = recordsPerPoint(records.size(), maxPoints);
    BandSeries series;
    for (std::size_t first = 0; first < records.size(); first += count) {
        const std::size_t end = std::min(first + count, records.size());
        double lower = static_cast<double>(records[first].batchLoss.min);
        double upper = static_cast<double>(records[first].batchLoss.max);
        for (std::size_t at = first + 1; at < end; ++at) {
            lower = std::min(lower, static_cast<double>(records[at].batchLoss.min));
            upper = std::max(upper, static_cast<double>(records[at].batchLoss.max));
        }
        series.steps.push_back(
            0.5 * (static_cast<double>(records[first].firstStep) + static_cast<double>(records[end - 1].lastStep)));
        series.lower.push_back(lower);
        series.upper.push_back(upper);
    }
    return series;
}

} // namespace ui

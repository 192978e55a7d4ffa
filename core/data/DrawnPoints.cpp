// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/DrawnPoints.h"

#include "core/data/ToyDatasets.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

namespace core
{

namespace
{

constexpr std::size_t kFirstPoints = 200; ///< dense enough to show a shape, few enough to be changed one by one
constexpr double kMargin = 0.12;          ///< around the points, in parts of what they span

/// From one bound to the other, opened until all points have a margin.
void openFor(const std::vector<DrawnPoint>& points, double DrawnPoint::*coordinate, bool always, double& lower,
             double& upper)
{
    const auto [least, most] = std::minmax_element(points.begin(), points.end(),
                                                   [=](auto& a, auto& b) { return a.*coordinate < b.*coordinate; });
    const double low = (*least).*coordinate;
    const double high = (*most).*coordinate;
    const double span = high > low ? high - low : std::max(1.0, 0.1 * std::abs(low));
    if (always || low < lower)
        lower = low - kMargin * span;
    if (always || high > upper)
        upper = high + kMargin * span;
}

/// To a ten-thousandth of the range, which no screen shows.
double rounded(double value, double lower, double upper)
{
    const double unit = std::pow(10.0, std::floor(std::log10(upper - lower)) - 4);
    return unit >= 1 ? std::round(value / unit) * unit
                     : std::round(value * std::round(1 / unit)) / std::round(1 / unit);
}

} // namespace

std::vector<DrawnPoint> pointsFrom(const DataPreview& data)
{
    if (!data.classification || data.inputs != 2 || data.points.empty() || data.classes > kDrawnClasses)
        return {};
    DataConfig all;
    for (const DataPreview::Point& point : data.points)
        all.points.push_back({static_cast<double>(point.x), static_cast<double>(point.y), point.label});
    const Sheet sheet = sheetOf(all);
    std::vector<DrawnPoint> points;
    std::set<int> classes;
    const std::size_t count = std::min(kFirstPoints, all.points.size());
    for (std::size_t at = 0; at < count; ++at) {
        const DrawnPoint& point = all.points[at * all.points.size() / count];
        points.push_back(pointOn(sheet, point.x, point.y, point.label));
        classes.insert(point.label);
    }
    return classes.size() > 1 ? points : std::vector<DrawnPoint>();
}

std::vector<DrawnPoint> examplePoints()
{
    std::vector<DrawnPoint> points;
    for (const double step : {0.0, 0.2, 0.4, 0.6, 0.8}) {
        points.push_back(pointOn({}, -1 + step, 0.6 - step * step, 0));
        points.push_back(pointOn({}, 0.2 + step, -0.6 + step * step, 1));
    }
    return points;
}

Sheet sheetOf(const DataConfig& config)
{
    Sheet sheet = config.sheet.value_or(Sheet{});
    if (config.points.empty())
        return sheet;
    openFor(config.points, &DrawnPoint::x, !config.sheet, sheet.xMin, sheet.xMax);
    openFor(config.points, &DrawnPoint::y, !config.sheet, sheet.yMin, sheet.yMax);
    return sheet;
}

DrawnPoint pointOn(const Sheet& sheet, double x, double y, int label)
{
    return {rounded(x, sheet.xMin, sheet.xMax), rounded(y, sheet.yMin, sheet.yMax), label};
}

void numberClasses(RawSamples& raw)
{
    std::map<int, int> numbers;
    for (const int label : raw.labels)
        numbers.emplace(label, 0);
    int next = 0;
    for (auto& [label, number] : numbers) {
        number = next++;
        raw.classNames.push_back(std::to_string(label));
    }
    for (int& label : raw.labels)
        label = numbers.at(label);
}

Result<RawSamples> readDrawn(const DataConfig& config, const ResourceReader& /*resources*/)
{
    if (config.points.empty())
        return Fault{FaultCode::NoSamples, "data.points", {}};
    RawSamples raw;
    raw.sheet = sheetOf(config);
    raw.inputs.resize(2, static_cast<Index>(config.points.size()));
    for (const DrawnPoint& point : config.points) {
        const auto sample = static_cast<Index>(raw.labels.size());
        raw.inputs(0, sample) = static_cast<Scalar>(point.x);
        raw.inputs(1, sample) = static_cast<Scalar>(point.y);
        raw.labels.push_back(point.label);
    }
    numberClasses(raw);
    if (raw.classNames.size() < 2)
        return Fault{FaultCode::OneClass, "data.points", {raw.classNames.front()}};
    return raw;
}

} // namespace core

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/PointSketch.h"

#include <QLineF>

#include <algorithm>
#include <set>
#include <string>
#include <utility>

namespace ui
{

ClassPlace placeOf(const ClassCounts& counts, int label)
{
    ClassPlace place{0, 0};
    for (int other = 0; other < core::kDrawnClasses; ++other) {
        if (counts[static_cast<std::size_t>(other)] == 0 && other != label)
            continue;
        ++place.classes;
        if (other < label)
            ++place.rank;
    }
    // Alone, a class has the colour that it will have beside the first other one.
    return place.classes > 1 ? place : ClassPlace{label > 0 ? 1 : 0, 2};
}

ClassCounts PointSketch::counts() const
{
    ClassCounts counts{};
    for (const core::DrawnPoint& point : m_points)
        ++counts[static_cast<std::size_t>(std::clamp(point.label, 0, core::kDrawnClasses - 1))];
    return counts;
}

bool PointSketch::add(const core::DrawnPoint& point)
{
    if (m_points.size() >= kMost)
        return false;
    m_points.push_back(point);
    return true;
}

int PointSketch::eraseAround(const QPointF& place, double radius, const PixelOf& pixelOf)
{
    const auto isNear = [&](const core::DrawnPoint& point) { return QLineF(pixelOf(point), place).length() <= radius; };
    return static_cast<int>(std::erase_if(m_points, isNear));
}

bool PointSketch::eraseNearest(const QPointF& place, double radius, const PixelOf& pixelOf)
{
    const auto distance = [&](const core::DrawnPoint& point) { return QLineF(pixelOf(point), place).length(); };
    const auto nearest =
        std::min_element(m_points.begin(), m_points.end(), [&](auto& a, auto& b) { return distance(a) < distance(b); });
    if (nearest == m_points.end() || distance(*nearest) > radius)
        return false;
    m_points.erase(nearest);
    return true;
}

std::shared_ptr<const core::DataPreview> PointSketch::samples(const core::DataPreview& learned) const
{
    std::set<std::pair<float, float>> tests;
    for (const core::DataPreview::Point& point : learned.points)
        if (point.test)
            tests.emplace(point.x, point.y);
    auto made = std::make_shared<core::DataPreview>();
    made->inputs = 2;
    const ClassCounts classes = counts();
    for (int label = 0; label < core::kDrawnClasses; ++label) {
        if (classes[static_cast<std::size_t>(label)] == 0)
            continue;
        const ClassPlace place = placeOf(classes, label);
        made->classes = place.classes;
        made->classNames.resize(static_cast<std::size_t>(place.classes));
        made->classNames[static_cast<std::size_t>(place.rank)] = std::to_string(label);
    }
    for (const core::DrawnPoint& point : m_points) {
        const auto x = static_cast<float>(point.x);
        const auto y = static_cast<float>(point.y);
        const bool test = tests.contains({x, y});
        made->points.push_back({x, y, placeOf(classes, point.label).rank, test});
        ++(test ? made->testSamples : made->trainSamples);
        if (made->points.size() == core::DataPreview::kMaxPoints)
            break;
    }
    return made;
}

} // namespace ui

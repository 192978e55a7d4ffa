// SPDX-License-Identifier: GPL-3.0-or-later
// The points that are being drawn, as a plain value: what is put there and taken away, how many there are of each
// class, and the samples as a panel shows them. It knows no widget and no mouse. Used by DecisionDrawing.
#pragma once

#include "core/config/ExperimentConfig.h"
#include "core/data/DataPreview.h"
#include "core/data/DrawnPoints.h"

#include <QPointF>

#include <array>
#include <functional>
#include <memory>
#include <vector>

namespace ui
{

/// How many points there are of each class.
using ClassCounts = std::array<int, core::kDrawnClasses>;

/// The place of a class among those that are drawn, which decides its colour: Theme::classColor(rank, classes).
struct ClassPlace {
    int rank = 0;
    int classes = 2;
};
/// A class without points is taken as if it had one.
ClassPlace placeOf(const ClassCounts& counts, int label);

class PointSketch
{
public:
    /// Where a point is on the screen.
    using PixelOf = std::function<QPointF(const core::DrawnPoint&)>;

    /// As many points can be drawn by hand: so many can a card show one by one.
    static constexpr std::size_t kMost = 2000;

    PointSketch() = default;
    explicit PointSketch(std::vector<core::DrawnPoint> points)
        : m_points(std::move(points))
    {
    }

    [[nodiscard]] const std::vector<core::DrawnPoint>& points() const { return m_points; }
    [[nodiscard]] ClassCounts counts() const;
    /// False if there are kMost already.
    bool add(const core::DrawnPoint& point);
    /// Takes away what lies within `radius` pixels around `place`; how many that were.
    int eraseAround(const QPointF& place, double radius, const PixelOf& pixelOf);
    /// Takes away the nearest one within `radius` pixels; false if there is none.
    bool eraseNearest(const QPointF& place, double radius, const PixelOf& pixelOf);
    void clear() { m_points.clear(); }

    /// All points as samples: those that are test samples in `learned`, the data of the run, still are.
    [[nodiscard]] std::shared_ptr<const core::DataPreview> samples(const core::DataPreview& learned) const;

    bool operator==(const PointSketch&) const = default;

private:
    std::vector<core::DrawnPoint> m_points;
};

} // namespace ui

// SPDX-License-Identifier: GPL-3.0-or-later
// The picture of card 4: one cell a unit, one row a layer. Every state has a colour and a shape, down to cells of two
// pixels, and stands with its count in the legend. A plain value that paints itself; used by UnitsPanel.
#pragma once

#include "core/probe/Snapshot.h"
#include "ui/base/Theme.h"
#include "ui/widgets/Readout.h"

#include <QCoreApplication>
#include <QPainter>
#include <QRectF>

#include <array>
#include <optional>
#include <span>
#include <vector>

namespace ui
{

class UnitGrid
{
    Q_DECLARE_TR_FUNCTIONS(ui::UnitGrid)

public:
    static constexpr std::size_t kStates = 5;
    using Counts = std::array<int, kStates>; ///< by state
    [[nodiscard]] static Counts counted(const std::vector<core::LayerStatistics>& layers);

    void setLayers(const std::vector<core::LayerStatistics>& layers);
    /// No layer, but the states that the units of these are in, as a legend of all of them.
    void countAll(std::span<const UnitGrid> grids);
    void setSelected(int layer) { m_selected = layer; }
    /// Where there is little room: without a legend and the names of the axes.
    void setBrief(bool isBrief) { m_isBrief = isBrief; }
    [[nodiscard]] bool empty() const { return m_layers.empty(); }
    [[nodiscard]] int depth() const { return static_cast<int>(m_layers.size()); }
    [[nodiscard]] int count(core::UnitState state) const { return m_counts[static_cast<std::size_t>(state)]; }
    [[nodiscard]] int total() const;

    void paint(QPainter& painter, const QRectF& area, const Theme& theme, double textSize) const;
    /// What the marks mean; in brief, those that are there.
    void paintLegend(QPainter& painter, const QRectF& area, const Theme& theme, double textSize) const;

    /// The layer (from 1) at a point of the area painted last, 0 if there is none.
    [[nodiscard]] int layerAt(const QPointF& point, const QRectF& area, double textSize) const;
    /// The unit at a point of it, or nothing.
    [[nodiscard]] std::optional<core::UnitPlace> unitAt(const QPointF& point, const QRectF& area,
                                                        double textSize) const;
    /// How many units a layer has; 0 if there is no such layer.
    [[nodiscard]] int units(int layer) const;
    /// All numbers of the unit under the point, or nothing.
    [[nodiscard]] Readout describe(const QPointF& point, const QRectF& area, double textSize) const;
    /// How many units of a layer are alive, in a line.
    [[nodiscard]] Readout describeLayer(int layer) const;
    /// Where a layer is drawn; null if there is none.
    [[nodiscard]] QRectF rowOf(int layer, const QRectF& area, double textSize) const;

    [[nodiscard]] static QString stateName(core::UnitState state);
    [[nodiscard]] static QColor stateColor(core::UnitState state, const Theme& theme);

private:
    struct Layer {
        int index = 0;
        std::vector<core::UnitStatistics> units;
    };
    struct Geometry {
        QRectF cells;
        double rowHeight = 0; ///< of a whole layer
        double columnWidth = 0;
        int lines = 1; ///< a layer of many units takes several, where layers are few
        std::size_t columns = 1;
    };
    [[nodiscard]] Geometry geometry(const QRectF& area, double textSize) const;
    /// The states that the legend explains: those that a unit can be in.
    [[nodiscard]] std::vector<core::UnitState> legendStates() const;
    [[nodiscard]] QString legendText(core::UnitState state) const;
    /// In how many lines of the legend its words stay large.
    [[nodiscard]] int legendLines(double width, double textSize) const;
    void paintCells(QPainter& painter, const Geometry& grid, const Theme& theme) const;
    void paintAxes(QPainter& painter, const QRectF& area, const Geometry& grid, const Theme& theme,
                   double textSize) const;

    std::vector<Layer> m_layers;
    Counts m_counts{};
    std::size_t m_widest = 0;
    int m_selected = 0;
    bool m_isBrief = false;
};

} // namespace ui

// SPDX-License-Identifier: GPL-3.0-or-later
// The decision maps of the contenders beside that of the run that is watched: in the same plot, over the same ranges
// and with the same samples, each below its name and accuracy. The first map is the plot's own, and alone in it as long
// as there is nobody to compare with. Used by DecisionPanel.
#pragma once

#include "core/probe/Snapshot.h"
#include "ui/base/FrameData.h"

#include <QPointF>
#include <QString>

#include <cstddef>
#include <vector>

class QCPAxisRect;
class QCPGraph;

namespace ui
{

class ImagePlottable;
class MapGrid;
class MapHead;
class PlotView;

class ContenderMaps
{
public:
    /// Maps and what stands above them are drawn on this plot's layer "map", samples on "samples".
    explicit ContenderMaps(PlotView* plot)
        : m_plot(plot)
    {
    }

    /// Makes maps of the contenders of this frame, if there are any; what the axes are called is said where there is
    /// room. Whether others are seen than before, so that samples have to be shown again.
    bool show(const FrameData& frame, const QString& keyName, const QString& valueName);
    /// The first map has all the room again.
    bool clear();
    /// The same samples in all maps as these in the first.
    void showSamples(const std::vector<QCPGraph*>& first);
    /// How large samples and their rims are, compared with those on a map that is alone.
    [[nodiscard]] double sampleScale() const;

    /// With the first; 1: it is alone.
    [[nodiscard]] std::size_t count() const { return m_cells.size() + 1; }
    [[nodiscard]] QCPAxisRect* rect(std::size_t run) const;
    /// Null: it is alone.
    [[nodiscard]] const MapHead* head(std::size_t run) const;
    /// Of a contender, from 1.
    [[nodiscard]] const ImagePlottable* image(std::size_t run) const { return m_cells.at(run - 1).image; }
    /// Likewise; null: there are none to be seen.
    [[nodiscard]] const core::DecisionMap* answers(std::size_t run) const;
    /// The run in whose map this place is; count(): in none.
    [[nodiscard]] std::size_t runAt(const QPointF& place) const;
    /// Null: the first is alone.
    [[nodiscard]] const MapGrid* grid() const { return m_grid; }

private:
    /// A contender's.
    struct Cell {
        QCPAxisRect* rect = nullptr;
        MapHead* head = nullptr;
        ImagePlottable* image = nullptr;
        std::vector<QCPGraph*> samples{};
        core::DecisionMap answers{};
    };
    void build(std::size_t contenders);
    [[nodiscard]] Cell makeCell();
    void removeSamples(Cell& cell);
    /// Null: there are none to be seen. Whether its map has come or gone.
    bool showAnswers(Cell& cell, const core::Snapshot* snapshot);

    PlotView* m_plot;
    MapGrid* m_grid = nullptr;
    MapHead* m_firstHead = nullptr;
    std::vector<Cell> m_cells;
};

} // namespace ui

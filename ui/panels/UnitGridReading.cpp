// SPDX-License-Identifier: GPL-3.0-or-later
// The part of UnitGrid that reads: what stands at a point of the picture.
#include "ui/base/NumberText.h"
#include "ui/panels/UnitGrid.h"

#include <algorithm>

namespace ui
{

using core::UnitState;

int UnitGrid::layerAt(const QPointF& point, const QRectF& area, double textSize) const
{
    const Geometry grid = geometry(area, textSize);
    if (!(grid.rowHeight > 0) || point.y() < grid.cells.top() || point.y() >= grid.cells.bottom())
        return 0;
    return 1 + static_cast<int>((point.y() - grid.cells.top()) / grid.rowHeight);
}

int UnitGrid::units(int layer) const
{
    return layer >= 1 && layer <= depth() ? static_cast<int>(m_layers[static_cast<std::size_t>(layer - 1)].units.size())
                                          : 0;
}

std::optional<core::UnitPlace> UnitGrid::unitAt(const QPointF& point, const QRectF& area, double textSize) const
{
    const int layer = layerAt(point, area, textSize);
    const Geometry grid = geometry(area, textSize);
    if (layer < 1 || layer > depth() || !(grid.columnWidth > 0) || point.x() < grid.cells.left())
        return std::nullopt;
    const double inLayer = point.y() - grid.cells.top() - grid.rowHeight * (layer - 1);
    const auto line = std::min(static_cast<std::size_t>(inLayer / grid.rowHeight * grid.lines),
                               static_cast<std::size_t>(grid.lines - 1));
    const auto column = static_cast<std::size_t>((point.x() - grid.cells.left()) / grid.columnWidth);
    const std::size_t at = line * grid.columns + column;
    if (column >= grid.columns || at >= static_cast<std::size_t>(units(layer)))
        return std::nullopt;
    return core::UnitPlace{layer, static_cast<int>(at)};
}

Readout UnitGrid::describe(const QPointF& point, const QRectF& area, double textSize) const
{
    const std::optional<core::UnitPlace> place = unitAt(point, area, textSize);
    if (!place)
        return {};
    const core::UnitStatistics& unit =
        m_layers[static_cast<std::size_t>(place->layer - 1)].units[static_cast<std::size_t>(place->unit)];
    const auto number = [](float value) { return readableNumber(static_cast<double>(value), 3); };
    const auto share = [](float value) { return percentText(static_cast<double>(value)); };
    Readout readout;
    readout.heading = tr("Layer %1, unit %2: %3").arg(place->layer).arg(place->unit + 1).arg(stateName(unit.state));
    readout.rows = {
        {tr("mean of z"), number(unit.zMean)},
        {tr("z from … to"), tr("%1 … %2").arg(number(unit.zMin), number(unit.zMax))},
        {tr("mean of a"), number(unit.aMean)},
        {tr("samples with z ≤ 0"), share(unit.negativeShare)},
        {tr("samples with f′(z) = 0"), share(unit.inactiveShare)},
        {tr("samples saturated"), share(unit.saturatedShare)},
        {tr("delta (root mean square)"), number(unit.deltaRms)},
    };
    return readout;
}

Readout UnitGrid::describeLayer(int layer) const
{
    if (layer < 1 || layer > depth())
        return {};
    const auto& units = m_layers[static_cast<std::size_t>(layer - 1)].units;
    const auto alive =
        std::count_if(units.begin(), units.end(), [](const auto& unit) { return unit.state == UnitState::Alive; });
    Readout readout;
    readout.heading =
        tr("layer %1: %2 of %3 alive").arg(layer).arg(countText(alive), countText(static_cast<qint64>(units.size())));
    return readout;
}

QRectF UnitGrid::rowOf(int layer, const QRectF& area, double textSize) const
{
    const Geometry grid = geometry(area, textSize);
    if (layer < 1 || layer > depth() || !(grid.rowHeight > 0))
        return {};
    return {grid.cells.left(), grid.cells.top() + grid.rowHeight * (layer - 1), grid.cells.width(), grid.rowHeight};
}

} // namespace ui

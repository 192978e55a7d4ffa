// SPDX-License-Identifier: GPL-3.0-or-later
// The units of the contenders beside those of the run that is watched: a grid each, below its name and the share of its
// units that are alive. Without contenders the first has all the room. Used by UnitsPanel.
#pragma once

#include "ui/base/FrameData.h"
#include "ui/panels/ContenderScores.h"
#include "ui/panels/UnitGrid.h"

#include <QRectF>

#include <vector>

namespace ui
{

class ContenderUnits
{
public:
    /// Takes over the grids of all runs of this frame.
    void set(const FrameData& frame);

    /// With the run that is watched, which is the first; 1: it is alone.
    [[nodiscard]] std::size_t count() const { return m_grids.size(); }
    [[nodiscard]] const UnitGrid& grid(std::size_t run = 0) const { return m_grids[run]; }
    /// Its name; empty: it is alone.
    [[nodiscard]] QString name(std::size_t run) const;
    /// Where its grid is painted within all of the picture.
    [[nodiscard]] QRectF areaOf(std::size_t run, const QRectF& all, double textSize) const;
    /// The run at this place of the picture.
    [[nodiscard]] std::size_t runAt(const QPointF& place, const QRectF& all, double textSize) const;

    void paint(QPainter& painter, const QRectF& all, const Theme& theme, double textSize) const;

private:
    /// Below the legend that all have in common.
    [[nodiscard]] QRectF cellOf(std::size_t run, const QRectF& all, double textSize) const;

    std::vector<UnitGrid> m_grids = std::vector<UnitGrid>(1);
    UnitGrid m_legend;              ///< of all units there are
    std::vector<RunScore> m_scores; ///< none: it is alone
    QString m_absence;
};

} // namespace ui

// SPDX-License-Identifier: GPL-3.0-or-later
// What lies over a plot while somebody points at it, here or in another card: lines through the place, dots on the
// curves, and the numbers. A plain value in the coordinates of the plot's axes, so that it stays right when they move.
// PlotView paints it over the finished plot: moving it redraws no curve.
#pragma once

#include "ui/widgets/Readout.h"

#include <optional>
#include <vector>

class QCPAxisRect;
class QCPGraph;

namespace ui
{

class PlotView;

struct Crosshair {
    struct Mark {
        QCPAxisRect* rect = nullptr;
        double key = 0;
        double value = 0;
        QColor color{};
    };
    /// Rows of an axis of layers: from one value to another, tinted over the whole width.
    struct Stripe {
        double lower = 0;
        double upper = 0;
    };

    std::vector<QCPAxisRect*> rects; ///< a line at `key` goes through all of them, one at `value` through the first
    std::optional<double> key{};
    std::optional<double> value{};
    std::optional<Stripe> stripe{};
    std::vector<Mark> marks{};
    const QCPGraph* emphasized = nullptr; ///< drawn once more, thick
    std::vector<QPointF> shape{};         ///< of what is read and no curve, in coordinates: not to be hidden
    Readout readout{};
    std::optional<QPointF> place{}; ///< the mouse's, where it is over this plot

    [[nodiscard]] bool empty() const { return rects.empty(); }
    void paint(QPainter& painter, const PlotView& plot) const;

private:
    void paintLines(QPainter& painter, const PlotView& plot) const;
    void paintEmphasis(QPainter& painter, const PlotView& plot) const;
    [[nodiscard]] QPointF pixelOf(const Mark& mark) const;
    /// Places on the plot's curves, a few of each: the readout shall hide as little of them as can be.
    static void collectCurves(const PlotView& plot, std::vector<QPointF>& points);
};

} // namespace ui

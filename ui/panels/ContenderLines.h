// SPDX-License-Identifier: GPL-3.0-or-later
// One curve of each contender in a plot, in the contender's own colour and line style, and named where there is a
// legend. Used by the panels that draw curves.
#pragma once

#include "ui/base/Contender.h"

#include <QString>
#include <QVector>

#include <array>
#include <functional>
#include <span>

class QCPAxis;
class QCPGraph;
class QCPGraphData;

namespace ui
{

class PlotView;

class ContenderLines
{
public:
    /// The width of a contender's second curve, beside its first.
    static constexpr double kThinner = 0.6;

    /// `width`: of these lines, by that of the plot's curves.
    ContenderLines(PlotView* plot, QCPAxis* keys, QCPAxis* values, double width = 1);

    /// Anew, after the plot's graphs have been cleared.
    void build();
    using Points = std::function<QVector<QCPGraphData>(const Contender&)>;
    /// `name`: what the legend says, with the contender's label as %1; empty: it says nothing.
    void show(std::span<const Contender> contenders, const QString& name, const Points& points);
    /// One a contender, in their order; the rest are empty.
    [[nodiscard]] const std::array<QCPGraph*, 3>& graphs() const { return m_graphs; }
    /// The smallest positive and the largest number that is drawn widen this range.
    void extend(double& lower, double& upper) const;

private:
    PlotView* m_plot;
    QCPAxis* m_keys;
    QCPAxis* m_values;
    double m_width;
    std::array<QCPGraph*, 3> m_graphs{};
};

} // namespace ui

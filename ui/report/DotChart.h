// SPDX-License-Identifier: GPL-3.0-or-later
// The picture of one measure by contender: every run a dot, the median and the quartiles of its contender, the best
// first. Runs that have no number stand in a strip of their own at the worse end, so that none is averaged away. Used
// by the report of a comparison and by whoever shows one in a plot, on the GUI thread.
#pragma once

#include "core/analysis/RunComparison.h"
#include "ui/report/ContenderGroups.h"

#include <QCoreApplication>
#include <QSize>
#include <QString>

#include <optional>
#include <span>
#include <vector>

namespace ui
{

class PlotView;

struct DotRow {
    QString name;
    QString reading;             ///< at the end of the row: its median, and how many runs have a number if not all have
    std::vector<double> values;  ///< in the order of the seeds, as the axis counts
    int worst = 0;               ///< runs without a number
    std::optional<double> lower; ///< quartiles of all runs, absent where they fall among those without a number
    std::optional<double> median;
    std::optional<double> upper;
    bool isBehind = false; ///< worse than the first of its group beyond noise
};

struct DotGroup {
    QString title;
    std::vector<DotRow> rows; ///< from top to bottom
};

struct DotChart {
    QString axis;
    QString worstName; ///< what those without a number did
    bool isLogarithmic = false;
    bool worstIsLeft = false;    ///< small values are the worse ones
    bool isCensored = false;     ///< those without a number are beyond, not broken
    std::optional<double> guide; ///< a value that the reader goes by
    std::vector<DotGroup> groups;
    int leftOut = 0; ///< contenders for which there is no room: the last of the ranking

    [[nodiscard]] int rows() const; ///< contenders and titles
    [[nodiscard]] int worst() const;
};

DotChart dotChart(const std::vector<ContenderGroup>& groups, const core::Measure& measure,
                  std::span<const double> accuracies);
/// The same, of comparisons that are made already, one a group.
DotChart dotChart(const std::vector<ContenderGroup>& groups, const std::vector<core::Comparison>& comparisons,
                  std::span<const double> accuracies);

/// The context of its words.
struct DotChartWords {
    Q_DECLARE_TR_FUNCTIONS(ui::DotChart)
};

/// How much of a series' colour is in the box of its quartiles; the rest is that of the plot.
inline constexpr double kBoxShare = 0.22;
/// The room for runs without a number, as a share of the axis.
inline constexpr double kStripShare = 0.17;

/// Draws it in place of all that the plot holds, in the plot's theme and letters.
void drawDots(PlotView& plot, const DotChart& chart);

/// A height at which the rows can be read, in letters of this size.
int dotChartHeight(const DotChart& chart, double textSize);

} // namespace ui

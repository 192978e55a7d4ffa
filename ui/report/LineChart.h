// SPDX-License-Identifier: GPL-3.0-or-later
// The picture of one measure over a varied number (accuracy over depth): for each series the median, the band between
// the quartiles, and every run a dot. Used by the report of a comparison and by whoever shows one in a plot, on the GUI
// thread.
#pragma once

#include "core/analysis/RunComparison.h"
#include "ui/report/ContenderGroups.h"

#include <QString>

#include <optional>
#include <span>
#include <vector>

namespace ui
{

class PlotView;

struct LinePoint {
    double number = 0;          ///< on the axis of the varied key
    std::vector<double> values; ///< of the runs, as the axis counts
    int worst = 0;              ///< runs without a number
    std::optional<double> lower;
    std::optional<double> median;
    std::optional<double> upper;
};

struct LineSeries {
    QString name;
    std::vector<LinePoint> points;
};

struct LineChart {
    QString across; ///< names of the axes
    QString up;
    QString worstName;
    bool isLogarithmicAcross = false;
    bool isLogarithmicUp = false;
    bool worstIsBelow = false;
    std::vector<LineSeries> series;
    int leftOut = 0; ///< series that could no longer be told apart: the last ones

    [[nodiscard]] int worst() const;
};

/// `key` is one that numberKey() found.
LineChart lineChart(const core::SweepTable& table, std::size_t key, const core::Measure& measure);

/// Draws it in place of all that the plot holds, in the plot's theme and letters. The plot needs a legend above
/// (PlotView::placeLegendAbove) if there is more than one series.
void drawLines(PlotView& plot, const LineChart& chart);

} // namespace ui

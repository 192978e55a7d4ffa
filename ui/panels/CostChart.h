// SPDX-License-Identifier: GPL-3.0-or-later
// What the card of costs draws: a row an activation, the cheapest first, and the race's contenders by what their
// activation costs and how they ended. Used by CostPanel, on the GUI thread.
#pragma once

#include "ui/base/FrameData.h"

#include "core/analysis/RunComparison.h"

#include <QString>

#include <optional>
#include <string>
#include <vector>

namespace ui
{

class PlotView;
class PointLabels;

/// Why an activation is not to be overlooked.
enum class CostMark { None, Raced, Present };

/// One activation; in nanoseconds an element.
struct CostRow {
    std::string id;
    QString name;
    double forward = 0;
    double backward = 0;
    double step = 0;
    CostMark mark = CostMark::None;

    [[nodiscard]] double total() const { return forward + backward; }
    /// With the sign of its mark before it.
    [[nodiscard]] QString markedName() const;
};

/// All that was measured, the cheapest first. Present: some hidden layer has it.
std::vector<CostRow> costRows(const FrameData& frame);
/// At most `most` of them in the same order: those with a mark before others, of the others as many from every part of
/// the list.
std::vector<CostRow> fittingRows(const std::vector<CostRow>& rows, std::size_t most);

/// A contender of the race.
struct CostPoint {
    QString name;
    double cost = 0;              ///< of its activation in a training step, in nanoseconds an element
    std::optional<double> lower;  ///< quartiles of its runs, absent where they fall on one without a number
    std::optional<double> median; ///< as the axis counts
    std::optional<double> upper;
    bool isPresent = false;
    const core::Contender* contender = nullptr; ///< of the race
};

struct CostScatter {
    core::Measure measure; ///< how they ended
    QString up;            ///< name of the axis
    std::vector<CostPoint> points;
};

/// Whether the race is one of activations, so that a contender has one cost.
bool racesActivations(const FrameData& frame);
/// Nothing before something was measured, and before a run of a race of activations has ended. Valid as long as the
/// frame.
std::optional<CostScatter> costScatter(const FrameData& frame);

// They draw in place of all that the plot holds, in the plot's theme and letters.

/// The plot needs a legend above (PlotView::placeLegendAbove).
void drawCosts(PlotView& plot, const std::vector<CostRow>& rows);
/// As many rows as can be read in a plot of this height.
std::size_t costRowsThatFit(const PlotView& plot, int height);
void drawCostScatter(PlotView& plot, PointLabels& labels, const CostScatter& scatter);

} // namespace ui

// SPDX-License-Identifier: GPL-3.0-or-later
// The numbers behind each picture, one table a card: a function of the frame and of the view that is chosen. Used by
// the panels' table().
#pragma once

#include "ui/base/FrameData.h"
#include "ui/base/NumberTable.h"

#include <vector>

namespace ui
{

inline constexpr int kCurvePoints = 401; ///< of an activation; odd: z = 0 is among them

/// z, f, df and the density of the selected layer's z, at the points of the curve and in the middle of every bin.
/// `reach`: the curve goes from −reach to reach.
NumberTable activationTable(const FrameData& frame, double reach);

/// One row a layer: the statistics of z, a, delta, the weights or their last update, and the counts of the histogram's
/// bins. That of delta is over log10|delta|.
enum class LayerQuantity { Z, A, Delta, Weights, Update };
/// That of a layer; without any value where it is not known.
const core::Distribution& distributionOf(const core::LayerStatistics& layer, LayerQuantity quantity);
NumberTable distributionsTable(const FrameData& frame, LayerQuantity quantity);

/// One row a record of the history, one column a hidden layer: delta_rms, weight_grad_norm or update_ratio.
NumberTable gradientTable(const FrameData& frame, std::vector<float> core::StepRecord::*quantity);
/// One row a layer: the three at this moment, and what theory predicts for delta before the first step.
NumberTable gradientProfileTable(const FrameData& frame);

/// One row a layer: the factors of its gain, and their product.
NumberTable factorsTable(const FrameData& frame);
/// One row a moment that is kept: those of the selected layer.
NumberTable factorsOverTimeTable(const FrameData& frame);
/// One row a cell: weight variance, bias variance, chi.
NumberTable chaosTable(const FrameData& frame);

/// One row a run of the race: what it was, and how it ended.
NumberTable raceTable(const FrameData& frame);
/// One row a run of the phase map that has ended: the values of the axes, the outcome, and what a sweep keeps.
NumberTable phaseTable(const FrameData& frame);
/// One row an activation, the cheapest first: nanoseconds an element.
NumberTable costTable(const FrameData& frame);
/// One row a contender of a race of activations: what its activation costs, and how its runs ended.
NumberTable costOutcomeTable(const FrameData& frame);

/// One row a unit; of one that is looked at from near, what is seen of it, side by side: the bins of its z, its
/// weights, its bias and gradient since it is watched, and the samples that excite it most.
NumberTable unitsTable(const FrameData& frame);

/// Losses and accuracies of the evaluations, and the losses of the mini-batches since the row before.
NumberTable lossTable(const FrameData& frame);

/// The map's answers, or the fitted curve, or the confusion matrix with a row for each true class.
NumberTable decisionTable(const FrameData& frame);

/// One row a finding: its number and threshold, and the other numbers that it was made from.
NumberTable findingsTable(const FrameData& frame);

} // namespace ui

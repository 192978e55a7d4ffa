// SPDX-License-Identifier: GPL-3.0-or-later
// From a distribution to the outline of its histogram, as ridges and small multiples draw it. Used by
// DistributionsPanel.
#pragma once

#include "ui/base/FrameData.h"
#include "ui/panels/RidgePlottable.h"
#include "ui/panels/SymmetricLog.h"

namespace ui
{

/// The histogram as a ridge; exact zeros become a needle of their own, or they would flatten everything else.
/// `logarithmic`: its heights.
Ridge makeRidge(const core::Distribution& distribution, bool zerosAreInside, bool logarithmic);

/// One standard deviation of z about the mean of the biases, as theory has it before the first step.
std::optional<QCPRange> expectedSpread(const FrameData& frame, const core::LayerStatistics& layer);

/// From values to where they stand on the axis.
void putOnAxis(Ridge& ridge, const SymmetricLog& axis);

} // namespace ui

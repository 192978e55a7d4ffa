// SPDX-License-Identifier: GPL-3.0-or-later
// A run's history thinned to what a picture can show: means of neighbouring records, at borders that stay where they
// are while the run goes on, so that the past does not tremble. Used by GradientPanel and LossPanel.
#pragma once

#include "core/train/History.h"

#include <cstddef>
#include <vector>

namespace ui
{

/// One quantity of each layer over the steps.
struct LayerSeries {
    std::vector<double> firstSteps;          ///< by point
    std::vector<double> lastSteps;           ///< by point
    std::vector<std::vector<double>> values; ///< by layer, then by point; not finite as it came
};

/// How many neighbours make one point, so that there are at most `maxPoints`.
std::size_t recordsPerPoint(std::size_t records, std::size_t maxPoints);

LayerSeries layerSeries(const core::History& history, std::vector<float> core::StepRecord::*quantity,
                        std::size_t layers, std::size_t maxPoints);

/// The end of an axis over the steps: where the run has diverged, its last line needs room.
double stepsShown(double lastStep, bool diverged);

/// The loss of the mini-batches, as smallest and largest of each point.
struct BandSeries {
    std::vector<double> steps;
    std::vector<double> lower;
    std::vector<double> upper;
};

BandSeries batchLossSeries(const core::History& history, std::size_t maxPoints);

} // namespace ui

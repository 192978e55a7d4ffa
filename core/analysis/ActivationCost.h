// SPDX-License-Identifier: GPL-3.0-or-later
// What activations cost on the machine that the program runs on: nanoseconds an element on the way forward and on the
// way back, and the share that they have in a training step. Measured with the kernels and layers that train, on the
// thread that calls. Used by CostMeter in the window.
//
// How it is measured: on 32 units × 32 samples, whose numbers stay in the first cache, with standard normal z. Each
// part is repeated for about 20 µs, everything takes turns a hundred times (or as often as 0.7 s allow, but ten times),
// and the quickest turn counts: whatever else the machine does can only make a turn slower.
#pragma once

#include "core/config/ExperimentConfig.h"
#include "core/data/Dataset.h"

#include <memory>
#include <optional>
#include <stop_token>
#include <vector>

namespace core
{

/// In nanoseconds an element.
struct ActivationCost {
    Choice activation;
    double forward = 0;  ///< f(z)
    double backward = 0; ///< f′(z), and its product with the gradient that comes down
    /// Both, as a training step does them here: f and f′ in one pass, f′ kept for the way back; with the random or
    /// learned slopes of the activations that have them.
    double step = 0;
};

/// All rows of the catalogue with their default parameters, in its order; a typed one only where the experiment has it,
/// with its formula and parameters.
std::vector<Choice> costedActivations(const NetworkConfig& network);

/// In the order of the choices, which must be such as ConfigCheck accepts. Takes a fifth of a second for the whole
/// catalogue, unless it is told to stop, which it looks for before every row: then nothing is returned.
std::vector<ActivationCost> measureActivations(const std::vector<Choice>& choices, const std::stop_token& stop);

/// The median step of an experiment, without anything that is measured of it for the window.
struct StepCost {
    double seconds = 0;
    double activationSeconds = 0; ///< forth and back through the activations of all hidden layers, as a part of it

    [[nodiscard]] double share() const { return activationSeconds / seconds; }
};

/// Makes steps of the experiment for a quarter of a second, or three if they are slow. The config and the data are such
/// that checkWithData() accepts them. Nothing if it was told to stop, which it looks for at every step, if the run
/// diverges meanwhile, or without a hidden layer.
std::optional<StepCost> measureStep(ExperimentConfig config, std::shared_ptr<const Dataset> data,
                                    const std::stop_token& stop);

} // namespace core

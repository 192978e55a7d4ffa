// SPDX-License-Identifier: GPL-3.0-or-later
// What an autopsy is asked and what it finds, as plain values that are handed from thread to thread. Found by Autopsy,
// shown by the window.
#pragma once

#include "core/config/ExperimentConfig.h"
#include "core/probe/Snapshot.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace core
{

/// Which unit of which run. The experiment is one from which the run can be replayed, with the changes made since.
struct AutopsyOrder {
    ExperimentConfig experiment;
    std::int64_t step = 0; ///< up to which the run is looked at
    UnitPlace place;
};

/// A unit is dead where f′(z) = 0 on every probe sample, as the Probe has it.
enum class Fate {
    Alive,         ///< at the last step
    DeadFromStart, ///< at every step since step 0
    Died,          ///< at a step, and dead ever since
};

/// The beginning of the last unbroken dead stretch.
struct Death {
    std::int64_t step = 0; ///< updates made when the unit was dead
    /// Changed settings, another activation for one, killed it before any update: what follows of that update is 0 and
    /// empty.
    bool byChange = false;
    std::vector<Setting> changed; ///< settings that came into force just before
    std::vector<float> zBefore;   ///< of the unit on every probe sample, before the update …
    std::vector<float> zAfter;    ///< … and after it
    double biasBefore = 0;
    double biasAfter = 0;
    double learningRate = 0;     ///< of that update, as the schedule gave it
    double unitGradientNorm = 0; ///< of the unit's incoming weights, over the mini-batch, as the optimizer had it
    double gradientNorm = 0;     ///< of all parameters, likewise
    std::vector<std::int64_t> batchSamples; ///< of the training set
};

struct AutopsyFinding {
    Fate fate = Fate::Alive;
    std::optional<Death> death; ///< of Fate::Died
    std::int64_t step = 0;      ///< the last step looked at: the one asked for, or where the run diverged
    int aliveUnits = 0;         ///< at the last step, of all hidden layers
    int units = 0;
    std::optional<Divergence> divergence;
};

/// What may save a unit.
enum class Remedy {
    NegativeSlope, ///< leaky_relu with slope 0.01 in place of the unit's activation, from the death on
    HalfRate,      ///< half the learning rate, from the death on
    HeNormal,      ///< weights drawn by he_normal
    ZeroBias,      ///< biases that begin at 0
};

/// A run that never was.
struct Counterfactual {
    Remedy remedy = Remedy::NegativeSlope;
    std::int64_t fromStep = 0;   ///< where it parts from the run that was
    bool isAsItWas = false;      ///< the run that was had this already: there is nothing to be tried
    ExperimentConfig experiment; ///< which can be run again by anybody
};

struct CounterfactualAnswer {
    bool unitAlive = false; ///< at the step at which the autopsy ends
    int aliveUnits = 0;
    int units = 0;
    std::optional<Divergence> divergence;
    std::vector<float> parameters; ///< at the end, with the changes that are due then
};

} // namespace core

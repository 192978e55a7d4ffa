// SPDX-License-Identifier: GPL-3.0-or-later
// What became of a run, in one word, from the few numbers that a sweep keeps of it: learned, slow, vanished, exploded
// or died. One table of outcomes with their definitions; words are made in ui. Used by PhaseMap and tests, on any
// thread.
#pragma once

#include "core/config/ExperimentConfig.h"
#include "core/train/Sweep.h"

#include <span>
#include <string_view>

namespace core
{

enum class RunOutcome { Learned, Slow, Vanished, Exploded, Died };

struct RunOutcomeInfo {
    RunOutcome outcome{};
    std::string_view id{};
    std::string_view rule{}; ///< its definition in plain text with Unicode signs; the thresholds follow it
};

/// In the order of the enumeration.
std::span<const RunOutcomeInfo> runOutcomes();
std::string_view idOf(RunOutcome outcome);

/// From when on a network has learned.
struct LearningGoal {
    double accuracy = 0.9; ///< of the training set, where it has classes
    double lossShare =
        0.1; ///< of the loss of answering 0 to everything, where it has none; 1 − R² of standardized data
    bool operator==(const LearningGoal&) const = default;
};

/// The first of these that holds:
/// exploded  the run has diverged;
/// learned   at the last step the training set reaches the goal;
/// died      at the last step the share of gradient-dead units of the worst layer is at least `dead.alarm`, or a
///           quarter more than at step 0;
/// vanished or exploded  delta_ratio is below `vanishing.alarm` or above `exploding.alarm`: before the first step, else
///           after the last one (no gradient at all is 0);
/// slow      none of these: it may need more steps, another learning rate, or luck.
/// The thresholds are those of `config`, which the run was made from.
RunOutcome outcomeOf(const SweepRow& row, const ExperimentConfig& config, const LearningGoal& goal);

} // namespace core

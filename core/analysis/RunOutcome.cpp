// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/RunOutcome.h"

#include "core/analysis/DiagnosisRules.h"
#include "core/nn/Activation.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

namespace core
{

namespace
{

constexpr std::array kOutcomes{
    RunOutcomeInfo{RunOutcome::Learned, "learned", "training accuracy ≥ goal; regression: loss ≤ share · baseline"},
    RunOutcomeInfo{RunOutcome::Slow, "slow", "none of the others"},
    RunOutcomeInfo{RunOutcome::Vanished, "vanished", "delta_ratio < vanishing.alarm"},
    RunOutcomeInfo{RunOutcome::Exploded, "exploded", "diverged, or delta_ratio > exploding.alarm"},
    RunOutcomeInfo{RunOutcome::Died, "died", "gradient-dead units / units of the worst layer ≥ dead.alarm"},
};

bool hasReached(const SweepRow& row, const LearningGoal& goal)
{
    if (row.train.accuracyFinal)
        return *row.train.accuracyFinal >= goal.accuracy;
    return row.train.lossFinal <= goal.lossShare * row.baselineLoss;
}

/// Where one layer is flat everywhere there is no gradient that its units could have lost.
bool canDie(const NetworkConfig& network)
{
    const std::size_t alike = network.layers.empty() ? std::min<std::size_t>(1, static_cast<std::size_t>(network.depth))
                                                     : network.layers.size();
    for (std::size_t layer = 0; layer < alike; ++layer)
        if (!ActivationFunction(network.activationOf(layer)).hasDerivative())
            return false;
    return true;
}

bool hasDied(const SweepRow& row, const ExperimentConfig& config)
{
    if (!row.end.gradientDead || !canDie(config.network))
        return false;
    const double atStart = row.start.gradientDead.value_or(0);
    return *row.end.gradientDead >= std::min(config.diagnosis.dead.alarm, atStart + kDeadGrowth);
}

std::optional<RunOutcome> ofGradient(const ProbeResult& probe, const DiagnosisConfig& thresholds)
{
    if (!probe.gradientDead)
        return std::nullopt; // no hidden layer, no way back
    const double ratio = probe.deltaRatio.value_or(0);
    if (ratio < thresholds.vanishing.alarm)
        return RunOutcome::Vanished;
    if (ratio > thresholds.exploding.alarm)
        return RunOutcome::Exploded;
    return std::nullopt;
}

} // namespace

std::span<const RunOutcomeInfo> runOutcomes()
{
    return kOutcomes;
}

std::string_view idOf(RunOutcome outcome)
{
    return kOutcomes[static_cast<std::size_t>(outcome)].id;
}

RunOutcome outcomeOf(const SweepRow& row, const ExperimentConfig& config, const LearningGoal& goal)
{
    if (row.status == RunStatus::Diverged || !std::isfinite(row.train.lossFinal))
        return RunOutcome::Exploded;
    if (hasReached(row, goal))
        return RunOutcome::Learned;
    if (hasDied(row, config))
        return RunOutcome::Died;
    for (const ProbeResult* probe : {&row.start, &row.end})
        if (const std::optional<RunOutcome> outcome = ofGradient(*probe, config.diagnosis))
            return *outcome;
    return RunOutcome::Slow;
}

} // namespace core

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/Trial.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace ui
{

namespace
{

/// The last evaluation up to this step; null if there is none.
const core::EvaluationRecord* upTo(const core::History& history, std::int64_t step)
{
    const auto& all = history.evaluations();
    const auto after =
        std::upper_bound(all.begin(), all.end(), step,
                         [](std::int64_t value, const core::EvaluationRecord& record) { return value < record.step; });
    return after == all.begin() ? nullptr : &*(after - 1);
}

std::optional<double> known(float value)
{
    return std::isnan(value) ? std::nullopt : std::optional(static_cast<double>(value));
}

} // namespace

Trial::Trial(core::ResourceReader resources, core::ExperimentConfig config, std::int64_t atLeast)
    : m_config(std::move(config))
    , m_trainer(std::move(resources))
{
    core::ExperimentConfig run = m_config;
    run.changes.clear();
    run.training.steps = std::max(run.training.steps, atLeast);
    run.training.stepsPerSecond = 0;
    m_trainer.apply(std::move(run));
    m_trainer.setPlaying(true);
}

bool Trial::tick()
{
    const core::Snapshot* newest = m_trainer.fetchSnapshot();
    if (newest)
        m_snapshot = newest;
    bool added = false;
    while (m_trainer.fetchRecord(m_record)) {
        m_history.add(m_record);
        added = true;
    }
    return newest || added;
}

bool Trial::hasEnded() const
{
    return m_snapshot && m_snapshot->status != core::RunStatus::Training;
}

core::Faults Trial::faults() const
{
    return m_trainer.state() == core::TrainerState::Faulted ? m_trainer.faults() : core::Faults();
}

std::optional<TrialScore> compareRuns(const core::History& own, const core::History& trial)
{
    if (own.evaluations().empty() || trial.evaluations().empty())
        return std::nullopt;
    const std::int64_t step = std::min(own.evaluations().back().step, trial.evaluations().back().step);
    const core::EvaluationRecord* first = upTo(own, step);
    const core::EvaluationRecord* second = upTo(trial, step);
    if (!first || !second)
        return std::nullopt;
    return TrialScore{step, static_cast<double>(first->trainLoss), static_cast<double>(second->trainLoss),
                      known(first->trainAccuracy), known(second->trainAccuracy)};
}

} // namespace ui

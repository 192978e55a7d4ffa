// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/Trial.h"

#include "core/train/ConfigCheck.h"
#include "core/train/TrainingRun.h"

#include <algorithm>
#include <cmath>
#include <exception>
#include <utility>

namespace ui
{

namespace
{

constexpr core::Index kScoredSamples = 2048; ///< of each set: a score is no reason to wait

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

Trial::Trial(core::ResourceReader resources, core::ExperimentConfig config, std::int64_t atLeast,
             std::shared_ptr<const core::Dataset> data)
    : m_config(std::move(config))
    , m_thread([this, data = std::move(data), resources = std::move(resources),
                goal = std::max(m_config.training.steps, atLeast)]() mutable {
        try {
            run(std::move(data), resources, goal);
        } catch (const core::Interrupted&) {
            // Nobody waits for its scores any more.
        } catch (const std::exception& error) {
            m_faults = {core::Fault{core::FaultCode::TrainerFailed, {}, {error.what()}}};
        }
        m_ended.store(true, std::memory_order_release);
    })
{
}

Trial::~Trial()
{
    stop();
    m_thread.join();
}

void Trial::run(std::shared_ptr<const core::Dataset> data, const core::ResourceReader& resources, std::int64_t goal)
{
    core::ExperimentConfig config = m_config;
    config.changes.clear();
    config.training.steps = goal;
    if (!data) {
        core::Result<core::Dataset> made = core::makeDataset(config.data, config.seed, resources);
        if (!made) {
            m_faults = made.faults();
            return;
        }
        data = std::make_shared<const core::Dataset>(std::move(made).value());
    }
    m_faults = core::checkWithData(config, data->shape());
    if (!m_faults.empty())
        return;
    core::TrainingRun run(config, std::move(data));
    run.setBatchStatistics(core::BatchStatistics::Off);
    const std::int64_t stride = std::max<std::int64_t>(goal / kScores, 1);
    const core::Interrupt stop([this] { return m_stop.load(std::memory_order_relaxed); });
    const auto score = [&] {
        const core::Scores scores = run.evaluate(kScoredSamples, stop);
        m_end.step = run.stepsMade();
        m_end.train = scores.train;
        m_end.test = scores.test;
        core::StepRecord record = core::evaluationRecord(m_end);
        m_scores.push(record);
    };
    score();
    while (run.status() == core::RunStatus::Training) {
        stop.check();
        run.step();
        if (run.stepsMade() % stride == 0 || run.status() != core::RunStatus::Training)
            score();
    }
    core::ObserveOptions options;
    options.evaluationSamples = kScoredSamples;
    options.decisionResolution = 1; // nobody looks at the map
    options.interrupt = stop;
    run.observe(m_end, options);
}

bool Trial::tick()
{
    bool added = false;
    while (m_scores.pop(m_record)) {
        m_history.add(m_record);
        added = true;
    }
    return added || (hasEnded() && !std::exchange(m_toldEnd, true));
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
    const core::EvaluationRecord& last = trial.evaluations().back();
    return TrialScore{{step, static_cast<double>(first->trainLoss), known(first->trainAccuracy)},
                      {step, static_cast<double>(second->trainLoss), known(second->trainAccuracy)},
                      {last.step, static_cast<double>(last.trainLoss), known(last.trainAccuracy)}};
}

} // namespace ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/Sweep.h"

#include "core/base/ThreadPriority.h"
#include "core/train/ConfigCheck.h"
#include "core/train/TrainingRun.h"

#include <algorithm>
#include <cmath>
#include <exception>
#include <limits>

namespace core
{

namespace
{

constexpr std::int64_t kPortion = 64; ///< steps that are counted at once

/// The value of the worst layer.
ProbeResult probeResult(const Snapshot& snapshot)
{
    return {snapshot.deltaRatio, worstShare(snapshot, &LayerStatistics::gradientDeadFraction),
            worstShare(snapshot, &LayerStatistics::allNegativeFraction),
            worstShare(snapshot, &LayerStatistics::saturatedFraction)};
}

void add(SetResult& result, const Score& score)
{
    result.lossFinal = score.loss;
    result.lossBest = std::fmin(result.lossBest, score.loss); // a number beats NaN
    result.accuracyFinal = score.accuracy;
    if (score.accuracy)
        result.accuracyBest = std::max(result.accuracyBest.value_or(0), *score.accuracy);
}

/// The run of one cell and what is known of it so far.
class CellRun
{
public:
    CellRun(const ExperimentConfig& config, std::shared_ptr<const Dataset> data, const SweepOptions& options)
        : m_run(config, std::move(data))
        , m_options(options)
    {
        m_run.setBatchStatistics(BatchStatistics::Off);
        m_row.train.lossBest = std::numeric_limits<double>::quiet_NaN();
        m_row.stepsTo.resize(options.accuracies.size());
        const std::int64_t samples = m_run.data().train.size();
        const std::int64_t epoch = samples / std::min(config.training.batchSize, samples);
        m_evaluateEvery = options.evaluateEvery.value_or(epoch);
    }

    bool train(const std::stop_token& stop, std::atomic<std::int64_t>& steps)
    {
        m_row.start = probe();
        while (m_run.status() == RunStatus::Training) {
            if (stop.stop_requested())
                return false;
            m_run.step();
            if (m_run.stepsMade() % kPortion == 0)
                steps += kPortion;
            if (m_run.status() != RunStatus::Training || m_run.stepsMade() % m_evaluateEvery != 0)
                continue;
            if (m_options.probeEvery && m_run.stepsMade() % *m_options.probeEvery == 0)
                probe();
            else
                evaluate(m_run.evaluate(), std::nullopt);
        }
        m_row.end = m_run.stepsMade() > 0 ? probe() : m_row.start;
        m_row.baselineLoss = m_snapshot.baselineLoss;
        m_row.status = m_run.status();
        m_row.steps = m_run.stepsMade();
        return true;
    }

    SweepRow& row() { return m_row; }

private:
    ProbeResult probe()
    {
        m_run.observe(m_snapshot, {.decisionResolution = 1, .distributions = false}); // nobody looks at them
        const ProbeResult result = probeResult(m_snapshot);
        evaluate({m_snapshot.train, m_snapshot.test}, result);
        return result;
    }

    void evaluate(const Scores& scores, const std::optional<ProbeResult>& probed)
    {
        if (m_options.probeEvery)
            m_row.course.push_back({evaluationOf(m_run.stepsMade(), scores.train, scores.test), probed});
        add(m_row.train, scores.train);
        if (scores.test) {
            if (!m_row.test)
                m_row.test.emplace().lossBest = std::numeric_limits<double>::quiet_NaN();
            add(*m_row.test, *scores.test);
        }
        const std::optional<double> accuracy = scores.test ? scores.test->accuracy : scores.train.accuracy;
        for (std::size_t i = 0; accuracy && i < m_row.stepsTo.size(); ++i)
            if (!m_row.stepsTo[i] && *accuracy >= m_options.accuracies[i])
                m_row.stepsTo[i] = m_run.stepsMade();
    }

    TrainingRun m_run;
    const SweepOptions& m_options;
    std::int64_t m_evaluateEvery = 1;
    Snapshot m_snapshot;
    SweepRow m_row;
};

} // namespace

std::optional<SweepRow> trainCell(const ExperimentConfig& config, std::shared_ptr<const Dataset> data,
                                  const SweepOptions& options, const std::stop_token& stop,
                                  std::atomic<std::int64_t>& steps)
{
    const auto begin = std::chrono::steady_clock::now();
    CellRun run(config, std::move(data), options);
    if (!run.train(stop, steps))
        return std::nullopt;
    run.row().wallSeconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
    // The rest of the portion, and what a run that has diverged leaves out.
    steps += config.training.steps - run.row().steps / kPortion * kPortion;
    return std::move(run.row());
}

SweepPool::SweepPool(std::vector<SweepCell> cells, SweepOptions options, std::shared_ptr<DatasetCache> datasets,
                     int jobs)
    : m_cells(std::move(cells))
    , m_options(std::move(options))
    , m_datasets(std::move(datasets))
{
    for (const SweepCell& cell : m_cells)
        m_stepsInAll += cell.combination->config.training.steps;
    m_working = static_cast<int>(std::min<std::size_t>(static_cast<std::size_t>(jobs), m_cells.size()));
    const int threads = m_working;
    for (int i = 0; i < threads; ++i)
        m_threads.emplace_back([this] { work(); });
}

SweepPool::~SweepPool()
{
    stop();
}

std::vector<SweepPool::Finished> SweepPool::take(std::chrono::milliseconds patience)
{
    std::unique_lock lock(m_mutex);
    m_changed.wait_for(lock, patience, [this] { return !m_finished.empty() || m_working == 0; });
    return std::exchange(m_finished, {});
}

bool SweepPool::isOver() const
{
    const std::lock_guard lock(m_mutex);
    return m_working == 0 && m_finished.empty();
}

void SweepPool::work()
{
    if (m_options.inBackground)
        giveWayToOtherThreads();
    for (std::size_t cell = m_next++; cell < m_cells.size() && !m_stop.stop_requested(); cell = m_next++) {
        std::optional<Result<SweepRow>> row = train(m_cells[cell]);
        if (!row)
            break;
        const std::lock_guard lock(m_mutex);
        m_finished.push_back({cell, std::move(*row)});
        m_changed.notify_one();
    }
    const std::lock_guard lock(m_mutex);
    --m_working;
    m_changed.notify_one();
}

std::optional<Result<SweepRow>> SweepPool::train(const SweepCell& cell)
try {
    const ExperimentConfig config = configOf(cell);
    const Result<std::shared_ptr<const Dataset>> data = m_datasets->get(config.data, config.seed);
    if (!data)
        return data.faults();
    if (const Faults faults = checkWithData(config, data.value()->shape()); !faults.empty())
        return faults;
    std::optional<SweepRow> row = trainCell(config, data.value(), m_options, m_stop.get_token(), m_steps);
    if (!row)
        return std::nullopt;
    return std::move(*row);
} catch (const std::exception& exception) {
    return Fault{FaultCode::TrainerFailed, {}, {exception.what()}};
}

} // namespace core

// SPDX-License-Identifier: GPL-3.0-or-later
// Trains the cells of a sweep on several threads. Every cell is a TrainingRun of its own, so its row holds the same
// numbers whatever the number of threads and the order in which they end. Used by the command `sweep`: made and asked
// on one thread, which no cell ever blocks.
#pragma once

#include "core/base/Result.h"
#include "core/probe/Snapshot.h"
#include "core/train/DatasetCache.h"
#include "core/train/History.h"
#include "core/train/SweepPlan.h"

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <stop_token>
#include <thread>
#include <vector>

namespace core
{

struct SweepOptions {
    std::vector<double> accuracies{0.95};
    /// Steps between two evaluations: at 0, K, 2K, … and after the last step. Absent: an epoch.
    std::optional<std::int64_t> evaluateEvery;
    /// Absent: rows tell nothing of the way. Else they have a point for every evaluation, and the probe is asked at
    /// every so many of them, too.
    std::optional<std::int64_t> probeEvery{};
    /// The threads give way to all others of the program.
    bool inBackground = false;
};

/// Of one set of samples, over all evaluations.
struct SetResult {
    double lossFinal = 0;
    double lossBest = 0; ///< NaN if there was never a number
    std::optional<double> accuracyFinal;
    std::optional<double> accuracyBest;
};

/// What the probe finds at one step; shares are those of the worst layer, absent without a hidden layer.
struct ProbeResult {
    std::optional<double> deltaRatio;
    std::optional<double> gradientDead;
    std::optional<double> allNegative;
    std::optional<double> saturated;
};

/// One evaluation on the way.
struct SweepPoint {
    EvaluationRecord scores;
    std::optional<ProbeResult> probe; ///< absent where it was not asked
};

struct SweepRow {
    RunStatus status = RunStatus::Done;
    std::int64_t steps = 0;
    SetResult train;
    std::optional<SetResult> test;
    /// For each of SweepOptions::accuracies the step of the first evaluation that reached it: on the test set, or on
    /// the training set where there is no other. Absent if none did.
    std::vector<std::optional<std::int64_t>> stepsTo;
    ProbeResult start;              ///< before the first step
    ProbeResult end;                ///< after the last one
    double baselineLoss = 0;        ///< training loss of a network that answers 0 to everything
    std::vector<SweepPoint> course; ///< where it was asked for: from step 0 to the last
    double wallSeconds = 0;
};

/// One run from its first step to its last, on the thread that calls. The config and the data are such that
/// checkWithData() accepts them. `steps` is counted up, in portions. Nothing is returned if it was told to stop, which
/// it looks for at every step.
std::optional<SweepRow> trainCell(const ExperimentConfig& config, std::shared_ptr<const Dataset> data,
                                  const SweepOptions& options, const std::stop_token& stop,
                                  std::atomic<std::int64_t>& steps);

class SweepPool
{
public:
    struct Finished {
        std::size_t cell = 0; ///< its index in the list
        Result<SweepRow> row; ///< faults: of its data, or TrainerFailed
    };

    /// Begins at once, with the first cells of the list.
    SweepPool(std::vector<SweepCell> cells, SweepOptions options, std::shared_ptr<DatasetCache> datasets, int jobs);
    /// Stops what still runs.
    ~SweepPool();
    SweepPool(const SweepPool&) = delete;
    SweepPool& operator=(const SweepPool&) = delete;

    /// The cells that have ended since the last call, in order of completion. Waits for the first of them, but no
    /// longer than `patience`.
    std::vector<Finished> take(std::chrono::milliseconds patience);
    /// Whether all has been taken and nothing more will come.
    [[nodiscard]] bool isOver() const;
    /// Cells that run end within a step, without a row; no further one begins.
    void stop() { m_stop.request_stop(); }
    [[nodiscard]] std::int64_t stepsMade() const { return m_steps; }
    /// If no cell ends early.
    [[nodiscard]] std::int64_t stepsInAll() const { return m_stepsInAll; }

private:
    void work();
    std::optional<Result<SweepRow>> train(const SweepCell& cell);

    std::vector<SweepCell> m_cells;
    SweepOptions m_options;
    std::shared_ptr<DatasetCache> m_datasets;
    std::int64_t m_stepsInAll = 0;
    std::atomic<std::int64_t> m_steps = 0;
    std::atomic<std::size_t> m_next = 0;
    std::stop_source m_stop;
    mutable std::mutex m_mutex;
    std::condition_variable m_changed;
    std::vector<Finished> m_finished; ///< under m_mutex
    int m_working = 0;                ///< threads; under m_mutex
    std::vector<std::jthread> m_threads;
};

} // namespace core

// SPDX-License-Identifier: GPL-3.0-or-later
// A second run beside the one that is watched, from the same seed, with other settings: what would have become of it.
// It goes as fast as it can, on a thread of its own, and is scored often, so that both can be compared at any step.
// Owned by Session on the GUI thread.
#pragma once

#include "core/base/Result.h"
#include "core/base/SpscQueue.h"
#include "core/data/Dataset.h"
#include "core/probe/Snapshot.h"
#include "core/train/History.h"
#include "ui/base/TrialScore.h"

#include <atomic>
#include <cstdint>
#include <memory>
#include <optional>
#include <thread>

namespace ui
{

class Trial
{
public:
    /// Begins at step 0; the config is one that checkConfig accepts. It goes on at least to `atLeast`. `data` are those
    /// of the config, where somebody has them already; null: they are made.
    Trial(core::ResourceReader resources, core::ExperimentConfig config, std::int64_t atLeast,
          std::shared_ptr<const core::Dataset> data);
    /// Waits for the step under way.
    ~Trial();
    Trial(const Trial&) = delete;
    Trial& operator=(const Trial&) = delete;

    /// Takes over what has been scored; whether there is something new.
    bool tick();
    [[nodiscard]] const core::ExperimentConfig& config() const { return m_config; }
    /// Scores of the training and the test set; nothing of single steps.
    [[nodiscard]] const core::History& history() const { return m_history; }
    /// It ends with the step under way, or in the middle of a score; nobody has to wait for that.
    void stop() { m_stop.store(true, std::memory_order_relaxed); }
    [[nodiscard]] bool hasEnded() const { return m_ended.load(std::memory_order_acquire); }
    /// The last moment; null before the end, or where there was a fault.
    [[nodiscard]] const core::Snapshot* end() const { return hasEnded() && m_faults.empty() ? &m_end : nullptr; }
    /// Why it cannot run, or nothing.
    [[nodiscard]] core::Faults faults() const { return hasEnded() ? m_faults : core::Faults(); }

private:
    void run(std::shared_ptr<const core::Dataset> data, const core::ResourceReader& resources, std::int64_t goal);

    static constexpr std::int64_t kScores = 200; ///< of a whole run

    core::ExperimentConfig m_config;
    core::History m_history;
    core::StepRecord m_record; ///< reused, so that draining allocates nothing
    bool m_toldEnd = false;

    core::SpscQueue<core::StepRecord> m_scores{2 * kScores + 8}; ///< never full
    core::Snapshot m_end;                                        ///< the thread's until m_ended
    core::Faults m_faults;                                       ///< likewise
    std::atomic<bool> m_ended{false};
    std::atomic<bool> m_stop{false};
    std::thread m_thread; // last: starts when all else stands
};

/// By the scores of their training sets; nothing before both have one.
std::optional<TrialScore> compareRuns(const core::History& own, const core::History& trial);

} // namespace ui

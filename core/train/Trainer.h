// SPDX-License-Identifier: GPL-3.0-or-later
// The training thread of the window: takes commands at step borders, steps a TrainingRun and those beside it at the
// wanted pace, and publishes snapshots (newest wins) and step records (none is lost). Created, asked and destroyed on
// the GUI thread; no call blocks but the destructor, which waits for the step under way. An observation that takes long
// is given up for the next order.
#pragma once

#include "core/base/SpscQueue.h"
#include "core/base/TripleBuffer.h"
#include "core/config/ExperimentConfig.h"
#include "core/data/Dataset.h"
#include "core/probe/Snapshot.h"
#include "core/train/Command.h"
#include "core/train/CompanionRuns.h"
#include "core/train/History.h"

#include <atomic>
#include <mutex>
#include <optional>
#include <span>
#include <thread>
#include <vector>

namespace core
{

/// What the trainer is doing, for the toolbar.
enum class TrainerState { Playing, Paused, Faulted };

/// What the trainer's thread and the window's share.
struct TrainerChannel {
    Mailbox mailbox;
    TripleBuffer<Instant> snapshots;
    static constexpr std::size_t kRecords = 4096;
    SpscQueue<StepRecord> records{kRecords};
    std::atomic<TrainerState> state{TrainerState::Paused};
    std::atomic<std::int64_t> step{0};
    std::mutex faultMutex;
    Faults faults;
};

class Trainer
{
public:
    /// `resources` brings bundled data sets; it is called on the trainer's thread.
    explicit Trainer(ResourceReader resources);
    ~Trainer();
    Trainer(const Trainer&) = delete;
    Trainer& operator=(const Trainer&) = delete;

    /// Orders; `apply` takes a config that ConfigCheck has found to be right, and those to run beside it, each from
    /// companionOf(). Whatever begins one of them anew begins all anew.
    void apply(ExperimentConfig config, std::vector<Companion> companions = {});
    /// The same of one alone, which begins at its beginning, whatever is under way or was asked for a moment ago.
    void begin(ExperimentConfig config);
    void setPlaying(bool playing);
    void step();
    void restart();
    /// Snapshots tell more of this unit from now on; of none, if it is absent. Nothing of the run changes.
    void watchUnit(std::optional<UnitPlace> unit);

    /// The newest snapshot if there is one that was not fetched before, else nullptr. Valid until the next call.
    const Snapshot* fetchSnapshot();
    /// Those of the runs beside it at the same moment as the snapshot fetched last, and valid as long.
    [[nodiscard]] std::span<const CompanionSnapshot> companionSnapshots() const
    {
        return m_channel.snapshots.front().companions;
    }
    /// Moves the next step record of any run into `record`; false if there is none.
    bool fetchRecord(StepRecord& record);

    [[nodiscard]] TrainerState state() const { return m_channel.state.load(std::memory_order_acquire); }
    /// Updates made by the run, at this moment.
    [[nodiscard]] std::int64_t currentStep() const { return m_channel.step.load(std::memory_order_relaxed); }
    /// Why the trainer is in the state Faulted: where and what, or empty.
    [[nodiscard]] Faults faults() const;

private:
    mutable TrainerChannel m_channel;
    std::thread m_thread; // last: starts when all else stands
};

} // namespace core

// SPDX-License-Identifier: GPL-3.0-or-later
// What the trainer's thread does, over and over: obeys commands, steps, publishes. Lives on that thread only.
#pragma once

#include "core/train/CompanionRuns.h"
#include "core/train/RecordOutlet.h"
#include "core/train/Trainer.h"
#include "core/train/TrainingRun.h"

#include <chrono>

namespace core
{

class TrainerLoop
{
public:
    TrainerLoop(const ResourceReader& resources, TrainerChannel& channel);

    /// Returns when it is told to quit.
    void run();

private:
    using Clock = std::chrono::steady_clock;
    using Seconds = std::chrono::duration<double>;

    void turn();
    void obey(Commands commands);
    /// Whether it has begun all runs anew.
    bool apply(Lineup lineup);
    [[nodiscard]] bool needsRebuild(const Lineup& next) const;
    /// Makes all runs anew, as the lineup says.
    void rebuild();
    bool makeData();
    void setPlaying(bool playing);
    /// Seconds until the next step is due; none if none is, because of a pause or the end.
    [[nodiscard]] std::optional<double> untilStep(Clock::time_point now) const;
    void step(Clock::time_point now);
    [[nodiscard]] bool hasPending() const { return m_outlet.waits() || m_companions.hasPending(); }
    void offerPending();
    /// Seconds until a snapshot is due; none if the newest one tells all.
    [[nodiscard]] std::optional<double> untilPublication(Clock::time_point now) const;
    /// False if the observation was given up, as there are orders: nothing is published then.
    bool publish();
    /// What the runs do not know of themselves.
    void stamp(Snapshot& snapshot, Clock::time_point takenAt) const;
    [[nodiscard]] Interrupt interruptOf(Clock::time_point start) const;
    /// When it may be observed again after an observation, finished or not.
    void planPublications(Clock::time_point start);
    void refine(double seconds);
    void setFaults(Faults faults);
    /// There is nothing to run any more: it would not be what was asked for.
    void fail(Faults faults);
    [[nodiscard]] const ExperimentConfig& config() const { return m_lineup.first; }

    const ResourceReader& m_resources;
    TrainerChannel& m_channel;

    std::unique_ptr<TrainingRun> m_run; ///< the one that is watched
    RecordOutlet m_outlet;              ///< of it
    CompanionRuns m_companions;         ///< those beside it
    Lineup m_lineup;
    std::shared_ptr<const Dataset> m_data;
    DataConfig m_dataConfig;
    std::int64_t m_dataSeed = 0;
    std::uint64_t m_generation = 0;
    bool m_quit = false;

    bool m_playing = false;
    bool m_playedUntilDivergence = false;
    std::int64_t m_goal = 0; ///< the step at which playing pauses
    Clock::time_point m_nextStep;

    bool m_changed = false;     ///< since the last publication
    bool m_urgent = false;      ///< the change was asked for, and should be seen at once
    bool m_atBeginning = false; ///< what was published last is the beginning of the run
    Clock::time_point m_nextPublication;
    Clock::time_point m_nextUrgentPublication;
    std::optional<UnitPlace> m_watchedUnit;
    int m_resolution = 0; ///< of the next decision map
};

} // namespace core

// SPDX-License-Identifier: GPL-3.0-or-later
// What the window tells the trainer: a mutexed mailbox in which the newest Apply replaces an older one. Posted on the
// GUI thread, taken on the trainer's at a step border.
#pragma once

#include "core/probe/Snapshot.h"
#include "core/train/Lineup.h"

#include <condition_variable>
#include <cstdint>
#include <mutex>
#include <optional>
#include <vector>

namespace core
{

/// Everything that has been asked for since the mailbox was last emptied.
struct Commands {
    std::optional<Lineup> apply;                   ///< all configs, whole: hot where possible, else a rebuild
    std::optional<bool> play;                      ///< true: play, false: pause
    std::int64_t steps = 0;                        ///< single steps to make while paused
    std::optional<std::optional<UnitPlace>> watch; ///< which unit is looked at from near; none: no longer
    bool restart = false;                          ///< build again from the config's seed
    bool quit = false;
    [[nodiscard]] bool empty() const { return !apply && !play && !watch && steps == 0 && !restart && !quit; }
    /// Whether an observation that is under way is given up for it. One that takes long never holds anything up, but
    /// who drags a slider wants to see what comes of it; and the moment before the first update is not passed over.
    [[nodiscard]] bool endObservation(bool takesLong, bool ofTheBeginning) const;
};

class Mailbox
{
public:
    void postApply(ExperimentConfig config, std::vector<Companion> companions = {});
    void postBegin(ExperimentConfig config);
    void postPlay(bool playing);
    void postStep();
    void postWatch(std::optional<UnitPlace> unit);
    void postRestart();
    void postQuit();

    /// Everything there is, at once.
    [[nodiscard]] Commands take();
    /// Waits until something is there or `seconds` have passed (negative: no limit).
    void wait(double seconds);
    /// Whether what is there by now is a reason to give up an observation: Commands::endObservation().
    [[nodiscard]] bool endsObservation(bool takesLong, bool ofTheBeginning) const;

private:
    template <class Edit>
    void post(Edit edit);

    mutable std::mutex m_mutex;
    std::condition_variable m_filled;
    Commands m_commands;
};

} // namespace core

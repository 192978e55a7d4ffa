// SPDX-License-Identifier: GPL-3.0-or-later
// Keeps the unit that is looked at from near, and makes its autopsy on a thread of its own. Used by Session on the GUI
// thread; no call waits for that thread but the destructor.
#pragma once

#include "core/config/ExperimentConfig.h"
#include "core/data/Dataset.h"
#include "ui/base/UnitWatch.h"

#include <list>
#include <memory>
#include <optional>
#include <thread>

namespace ui
{

class UnitWatcher
{
public:
    UnitWatcher();
    ~UnitWatcher();
    UnitWatcher(const UnitWatcher&) = delete;
    UnitWatcher& operator=(const UnitWatcher&) = delete;

    /// From now on this unit, or none; an autopsy of another one ends.
    void watch(std::optional<core::UnitPlace> place);
    /// nullptr: none. Valid until the next call of anything here.
    [[nodiscard]] const UnitWatch* current() const { return m_watch ? &*m_watch : nullptr; }
    /// Keeps what a new snapshot tells of the unit.
    void take(const core::Snapshot& snapshot);

    /// Finds out why the unit is dead in this snapshot. Does nothing where the run of the snapshot is over, or its
    /// autopsy is being made.
    void startAutopsy(const core::Snapshot& snapshot);
    /// One that is being made ends without a result.
    void cancelAutopsy();
    /// True if the thread has told something new since it was asked last.
    bool poll();

private:
    struct Job;

    void changed();

    std::optional<UnitWatch> m_watch;
    std::uint64_t m_generation = 0; ///< of what was seen last
    std::uint64_t m_revision = 0;
    std::list<std::unique_ptr<Job>> m_jobs; ///< the last one may be wanted; others are on their way out
    bool m_isWanted = false;                ///< what the last one finds
};

} // namespace ui

// SPDX-License-Identifier: GPL-3.0-or-later
// The runs beside the one that is watched: what each differs in, its past and its newest moment. A contender is what
// has been set of it, so that everything else follows the experiment that is watched. Owned by Session, on the GUI
// thread.
#pragma once

#include "core/base/Result.h"
#include "core/train/CompanionRuns.h"
#include "core/train/History.h"
#include "core/train/Lineup.h"
#include "core/train/SnapshotHistory.h"
#include "ui/base/Contender.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace ui
{

/// What is asked for.
struct ContenderSpec {
    int place = 0; ///< its colour and line style, its own among all there are
    std::vector<core::Setting> settings;
    bool operator==(const ContenderSpec&) const = default;
};
using ContenderSpecs = std::vector<ContenderSpec>;

class Contenders
{
public:
    struct Entry {
        ContenderSpec spec;
        core::ExperimentConfig config;
        core::Faults faults;   ///< why it does not run beside this experiment, or nothing
        std::uint32_t run = 0; ///< what the trainer knows it by
        core::History history{};
        core::SnapshotHistory moments{};
        const core::Snapshot* newest = nullptr;
    };

    [[nodiscard]] const std::vector<Entry>& entries() const { return m_entries; }
    [[nodiscard]] ContenderSpecs specs() const;
    /// What there would be with another one; whose settings are whole, so that no change of the experiment touches what
    /// is compared. Faults: there is no room, or it cannot run.
    [[nodiscard]] core::Result<ContenderSpecs> with(const std::vector<core::Setting>& settings,
                                                    const core::ExperimentConfig& first) const;
    /// What there would be with this one edited; likewise.
    [[nodiscard]] core::Result<ContenderSpecs> edited(std::size_t index, const core::Setting& setting,
                                                      const core::ExperimentConfig& first) const;
    [[nodiscard]] ContenderSpecs without(std::size_t index) const;

    /// These run beside this experiment from now on. One whose place is new begins a past of its own.
    void set(const ContenderSpecs& specs, const core::ExperimentConfig& first);
    /// For the trainer: those that can run.
    [[nodiscard]] std::vector<core::Companion> companions() const;

    /// The newest moments; a generation that is new begins new pasts.
    void take(std::span<const core::CompanionSnapshot> snapshots, std::uint64_t generation);
    /// Keeps the newest moments to be looked at again.
    void keep();
    /// A step of one of them.
    void add(const core::StepRecord& record);
    /// As cards are shown them: now, or at an earlier step that was kept. Valid until the next call.
    [[nodiscard]] std::span<const Contender> shown(std::optional<std::int64_t> step) const;

private:
    std::vector<Entry> m_entries;
    std::uint32_t m_lastRun = 0;
    mutable std::vector<Contender> m_shown;
};

} // namespace ui

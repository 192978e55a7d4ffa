// SPDX-License-Identifier: GPL-3.0-or-later
// A second run beside the one that is watched, from the same seed, with other settings: what would have become of it.
// It has a trainer of its own and goes as fast as it can. Owned by Session on the GUI thread.
#pragma once

#include "core/train/History.h"
#include "core/train/Trainer.h"
#include "ui/base/TrialScore.h"

#include <cstdint>
#include <optional>

namespace ui
{

class Trial
{
public:
    /// Begins at step 0; the config is one that checkConfig accepts. It goes on at least to `atLeast`.
    Trial(core::ResourceReader resources, core::ExperimentConfig config, std::int64_t atLeast);

    /// Takes over what the trainer has done; whether there is something new.
    bool tick();
    [[nodiscard]] const core::ExperimentConfig& config() const { return m_config; }
    [[nodiscard]] const core::History& history() const { return m_history; }
    /// The newest moment; null before the first. Valid until the next tick.
    [[nodiscard]] const core::Snapshot* snapshot() const { return m_snapshot; }
    [[nodiscard]] bool hasEnded() const;
    /// Why it cannot run, or nothing.
    [[nodiscard]] core::Faults faults() const;

private:
    core::ExperimentConfig m_config;
    core::History m_history;
    core::StepRecord m_record; ///< reused, so that draining allocates nothing
    const core::Snapshot* m_snapshot = nullptr;
    core::Trainer m_trainer; // last: its thread ends before anything else goes
};

/// By the evaluations of their training sets; nothing before both have one.
std::optional<TrialScore> compareRuns(const core::History& own, const core::History& trial);

} // namespace ui

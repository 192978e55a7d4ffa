// SPDX-License-Identifier: GPL-3.0-or-later
// A unit that is looked at from near: its bias and gradient since then, and its autopsy if somebody has asked for one.
// Kept by UnitWatcher, shown by UnitsPanel, on the GUI thread.
#pragma once

#include "core/analysis/BornDead.h"
#include "core/probe/Snapshot.h"
#include "core/train/AutopsyFinding.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace ui
{

/// Why a unit is dead, as far as it is known by now.
struct AutopsyReport {
    enum class State {
        Running,
        Done,
        Failed, ///< the program could not do it
    };
    /// What was tried, and what came of it; no answer yet, or none where the run was so already.
    struct Trial {
        core::Counterfactual question;
        std::optional<core::CounterfactualAnswer> answer;
    };

    State state = State::Running;
    double progress = 0; ///< 0 … 1, of the search or of the trial that is under way
    std::optional<core::AutopsyFinding> finding;
    std::vector<Trial> trials;
    core::BornDead bornDead; ///< of the network; known with the finding
};

struct UnitWatch {
    struct Seen {
        std::int64_t step = 0;
        double bias = 0;
        double gradientNorm = 0;
    };
    static constexpr std::size_t kMostSeen = 400;

    core::UnitPlace place;
    std::vector<Seen> seen; ///< in the order of steps, the older ones further apart
    std::optional<AutopsyReport> autopsy;
    std::uint64_t revision = 0; ///< another number whenever something here is another
};

} // namespace ui

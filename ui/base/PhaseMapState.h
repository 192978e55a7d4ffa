// SPDX-License-Identifier: GPL-3.0-or-later
// A phase map as far as it has come: a network for every pair of values of two keys, and what became of it. Kept by
// PhaseMap, shown by PhasePanel, on the GUI thread.
#pragma once

#include "core/analysis/PhaseTheory.h"
#include "core/analysis/RunOutcome.h"
#include "core/base/Result.h"
#include "core/train/PhasePlan.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

namespace ui
{

/// What a map is made of.
struct PhaseWish {
    core::PhasePlan plan;
    core::LearningGoal goal{};
};

/// A run that has ended.
struct PhaseRecord {
    core::SweepRow row;
    core::RunOutcome outcome{};
};

struct PhaseMapState {
    core::PhasePlan plan;
    core::LearningGoal goal;
    /// By PhasePlan::placeOf. Empty while it is planned; null: not yet.
    std::vector<std::shared_ptr<const core::SweepCombination>> networks;
    std::vector<std::optional<PhaseRecord>> records;
    std::vector<std::shared_ptr<const core::PhaseTheory>> theory; ///< by page; null while it is worked out
    std::size_t page = 0;                                         ///< that is looked at
    std::size_t ended = 0;
    std::size_t failed = 0; ///< of those that ended: they brought no row
    core::Faults faults;    ///< why it cannot be run, or of the first that failed
    double progress = 0;    ///< of all the work, 0 … 1
    std::optional<double> remainingSeconds;
    bool running = false;
    std::uint64_t revision = 0; ///< another number whenever something here is another

    [[nodiscard]] bool isKnown(std::size_t place) const { return place < records.size() && records[place].has_value(); }
};

} // namespace ui

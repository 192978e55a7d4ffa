// SPDX-License-Identifier: GPL-3.0-or-later
// A race as far as it has come: contenders that differ in a few settings, each with several seeds, and what their runs
// have brought. Kept by Race, shown by RacePanel, on the GUI thread.
#pragma once

#include "core/base/Result.h"
#include "core/config/ExperimentConfig.h"
#include "core/io/SweepTable.h"
#include "core/train/SweepPlan.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace ui
{

/// What is to be raced.
struct RacePlan {
    std::string title;                   ///< of a comparison that has one
    core::ExperimentConfig base;         ///< its training.steps is the budget
    std::vector<core::Setting> settings; ///< on top of it, together with the values of the axes
    std::vector<core::SweepAxis> axes;
    std::int64_t firstSeed = 1;
    int seeds = 5;
    double accuracy = 0.95; ///< of which it is told when it was reached
};

struct JudgedRace;

struct RaceState {
    RacePlan plan;
    core::SweepOptions options;
    core::Combinations combinations; ///< one a contender
    /// What was varied, and the rows by contender and seed; what is still to come is no row.
    core::SweepTable table;
    /// What the runs that had ended a moment ago support; null before the first are judged.
    std::shared_ptr<const JudgedRace> judged;
    std::size_t runs = 0;
    std::size_t ended = 0;
    std::size_t failed = 0; ///< of those that ended: they brought no row
    core::Faults faults;    ///< of the first that failed
    double progress = 0;    ///< of all the work, 0 … 1
    std::optional<double> remainingSeconds;
    bool running = false;
    std::uint64_t revision = 0; ///< another number whenever something here is another
    std::uint64_t rows = 0;     ///< another number whenever the rows, or what they support, are others
};

} // namespace ui

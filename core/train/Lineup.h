// SPDX-License-Identifier: GPL-3.0-or-later
// What is trained side by side: the experiment that is watched and up to three companions, which differ from it in
// nothing but their network and how it learns. Same seed, same data, same mini-batches: what is seen to differ comes
// from what was set. Made by Session, run by the trainer.
#pragma once

#include "core/base/Result.h"
#include "core/config/ExperimentConfig.h"
#include "core/train/ConfigCheck.h"

#include <cstdint>
#include <string_view>
#include <vector>

namespace core
{

/// An experiment beside the one that is watched.
struct Companion {
    std::uint32_t id = 0; ///< from 1, and its own: one that goes and comes back is another
    ExperimentConfig config;
};

struct Lineup {
    static constexpr std::size_t kMostCompanions = 3;

    ExperimentConfig first; ///< the one that is watched
    std::vector<Companion> companions;
};

/// Whether runs side by side may differ in this key: in the network, how it begins, its loss and its optimizer.
bool mayDiffer(std::string_view key);

/// `first` with these settings, and without the changes that it recorded. Faults: UnknownKey for a key that is the same
/// for all, what withSettings() and checkConfig() find.
Result<ExperimentConfig> companionOf(const ExperimentConfig& first, const std::vector<Setting>& settings);

/// What the change needs of the runs under way. All are at the same step, so that what one needs is needed of all: a
/// companion that is new begins with all others at their first step. One that goes leaves them as they are.
Effect effectOfChange(const Lineup& from, const Lineup& to);

/// What is wrong with runs that checkConfig accepts each by itself, now that their data is known: what checkWithData()
/// finds of one, or that together they need too much memory.
Faults checkWithData(const Lineup& lineup, const DataShape& data);

} // namespace core

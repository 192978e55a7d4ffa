// SPDX-License-Identifier: GPL-3.0-or-later
// What a sweep is to run: every combination of the varied keys' values with every seed, as a plain list of cells.
// Nothing is trained here. Used by the command `sweep` and by SweepPool, on any thread.
#pragma once

#include "core/base/Result.h"
#include "core/config/ExperimentConfig.h"
#include "core/train/DatasetCache.h"

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace core
{

/// One of the values of a varied key.
struct SweepLevel {
    std::string text; ///< as it was given
    std::vector<Setting> settings;
};

/// A key that is varied.
struct SweepAxis {
    std::string key;
    std::vector<SweepLevel> levels;

    [[nodiscard]] bool has(std::string_view text) const;
};

/// No sweep has more; a file or a line that asks for more is a slip.
inline constexpr double kMostCombinations = 100'000;
inline constexpr double kMostRuns = 1'000'000;

/// How many combinations there are of the values of all axes.
double combinationsOf(std::span<const SweepAxis> axes);

struct SweepCombination {
    std::vector<std::string> values; ///< the text of one level of each axis
    ExperimentConfig config;         ///< its seed is not the cell's
};

/// One run.
struct SweepCell {
    std::shared_ptr<const SweepCombination> combination;
    std::int64_t seed = 0;
};

/// A fault, and the first combination that has it: "network.depth=3, network.width=5000"; empty if all have it, or if
/// the fault itself names what was varied.
struct CombinationFault {
    std::string combination;
    Fault fault;
};

using Combinations = std::vector<std::shared_ptr<const SweepCombination>>;

/// The base experiment with `settings` and one level of each axis; the last axis changes fastest. Kinds are set before
/// all else, wherever they come from. Every config is checked; `faults` gets every fault once, and then the list is
/// empty.
Combinations combine(const ExperimentConfig& base, const std::vector<Setting>& settings,
                     std::span<const SweepAxis> axes, std::vector<CombinationFault>& faults);

/// The check that is left for data of which only the file knows the sizes; `seed` is one of those to come.
std::vector<CombinationFault> checkData(const Combinations& combinations, std::span<const SweepAxis> axes,
                                        std::int64_t seed, DatasetCache& datasets);

/// Every combination with every seed from the first to the last; seeds change fastest.
std::vector<SweepCell> cellsOf(const Combinations& combinations, std::int64_t firstSeed, std::int64_t lastSeed);

/// Every `count`-th cell from number `index` on, counted from 1: neighbours, which take alike long, go to different
/// shards.
std::vector<SweepCell> shardOf(const std::vector<SweepCell>& cells, std::int64_t index, std::int64_t count);

/// The experiment of one run.
ExperimentConfig configOf(const SweepCell& cell);

/// "network.depth=3, network.width=5000".
std::string nameOf(const SweepCombination& combination, std::span<const SweepAxis> axes);

} // namespace core

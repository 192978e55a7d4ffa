// SPDX-License-Identifier: GPL-3.0-or-later
// Says whether an experiment can be run, and what a change of it needs. Used by files, command line and Session alike.
#pragma once

#include "core/base/Result.h"
#include "core/config/ExperimentConfig.h"
#include "core/data/Dataset.h"

namespace core
{

/// Every fault of the config: ranges, unknown names, impossible combinations, too much memory, changes that are not hot
/// or whose steps decrease. Combinations are looked at only when every single value is right.
/// Of data whose sizes only its file knows, those combinations are left to checkWithData.
Faults checkConfig(const ExperimentConfig& config);

/// What is wrong with a config that checkConfig accepts, now that its data is known: batch size, loss and memory.
Faults checkWithData(const ExperimentConfig& config, const DataShape& data);

enum class Effect {
    None,    ///< the same experiment
    Hot,     ///< the running network takes it over
    Rebuild, ///< a new network is needed
};

/// Title, thresholds and recorded changes never need a rebuild: they are Hot, so that the run carries them in its
/// snapshots.
Effect effectOfChange(const ExperimentConfig& from, const ExperimentConfig& to);

/// The last step that a recorded change can name.
inline constexpr std::int64_t kLargestStep = 1'000'000'000;

/// Bytes that the experiment keeps: parameters, gradient, optimizer state, training and probe passes, data.
double memoryNeeded(const ExperimentConfig& config);
/// The same where only the file knows the sizes of the data.
double memoryNeeded(const ExperimentConfig& config, const DataShape& data);
inline constexpr double kMemoryLimit = 4e9;
/// Whether so many bytes are more than that: a fault of the key at `path`, or none.
Faults checkMemory(double bytes, const std::string& path);

} // namespace core

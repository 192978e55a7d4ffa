// SPDX-License-Identifier: GPL-3.0-or-later
// An experiment as a runnable PyTorch script: model, initialisation, loss, optimizer, schedule, changes. Real data, and
// on request the initial parameters and the order of the mini-batches, go into a folder beside it. Used by
// `export-code` and by the window, on a thread of theirs: the data is made or read, and some steps are trained.
#pragma once

#include "core/base/Result.h"
#include "core/config/ExperimentConfig.h"
#include "core/data/Dataset.h"

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace core
{

struct TorchOptions {
    bool withState = false;
    std::string generator; ///< the program and its version, as the script's head names it
    /// Where the script will be. Its data goes into a folder beside it, called as the script with "_data" in place of
    /// ".py".
    std::string path;
    /// Asked now and then whether the work is still wanted.
    std::function<bool()> goesOn = [] { return true; };
};

struct TorchExport {
    /// A file of the data folder.
    struct File {
        std::string name; ///< "train_inputs.npy"
        std::string bytes;
    };

    std::string script;
    std::vector<File> files;
};

/// How many of Actiscope's own losses are saved, for the script to compare its own with.
inline constexpr std::int64_t kReferenceSteps = 100;

/// The config is one that checkConfig accepts. Faults: those of makeDataset and checkWithData.
Result<TorchExport> exportTorch(const ExperimentConfig& config, const ResourceReader& resources,
                                const TorchOptions& options);

/// The script comes last: where it is, all that it loads is. Files of the same names are replaced. Faults: Unwritable.
Outcome writeTorchExport(const TorchExport& made, const std::string& path);

} // namespace core

// SPDX-License-Identifier: GPL-3.0-or-later
// Where an experiment comes from: a file or a preset, with the changes of the command line on top. Used by `run`,
// `sweep`, `check` and the start of the window.
#pragma once

#include "app/CommandLine.h"
#include "core/base/Result.h"
#include "core/config/ExperimentConfig.h"
#include "core/data/Dataset.h"

#include <optional>

namespace app
{

/// Faults of one document, ready to be printed.
struct SourceFaults {
    core::Faults faults;
    QString document;
};

/// FILE or --preset, then every --set, then --steps. On faults nothing is returned and `problem` says why.
std::optional<core::ExperimentConfig> loadExperiment(const Arguments& arguments, const core::ResourceReader& resources,
                                                     SourceFaults& problem);

/// The two steps of it: FILE or --preset as it stands there, and the settings of every --set.
std::optional<core::ExperimentConfig> loadDocument(const Arguments& arguments, const core::ResourceReader& resources,
                                                   SourceFaults& problem);
std::vector<core::Setting> readSettings(const Arguments& arguments, core::Faults& faults);

/// Whether there is either FILE or --preset NAME; else `problem` says so.
bool hasOneDocument(const Arguments& arguments, SourceFaults& problem);

/// The experiment in a file.
core::Result<core::ExperimentConfig> readExperimentFile(const QString& path);

/// A bundled one. Faults: UnknownPreset, BrokenResource.
core::Result<core::ExperimentConfig> readPreset(const QString& name, const core::ResourceReader& resources);

} // namespace app

// SPDX-License-Identifier: GPL-3.0-or-later
// The experiment file: JSON text to ExperimentConfig and back, every fault with its path and line.
#pragma once

#include "core/base/NumberText.h"
#include "core/base/Result.h"
#include "core/config/ExperimentConfig.h"

#include <nlohmann/json_fwd.hpp>

#include <string>
#include <string_view>

namespace core
{

/// No experiment file is larger; readers need not go on.
inline constexpr std::size_t kLargestExperimentText = 8'000'000;

/// Reads and checks an experiment. Faults carry the JSON path, line and (for syntax) column, the value and what is
/// allowed; all faults of a text are reported at once.
/// `folder` is that of the file: paths in it are relative to it.
Result<ExperimentConfig> parseExperiment(std::string_view text, const std::string& folder = {});

/// The experiment in a file. Faults: Unreadable, FileTooLarge, those of parseExperiment.
Result<ExperimentConfig> readExperiment(const std::string& path);

/// The experiment with all defaults filled in, keys in the order of the design: ready to be written and read again.
nlohmann::ordered_json experimentToJson(const ExperimentConfig& config);

/// The same as indented text that ends in a line break.
std::string experimentToText(const ExperimentConfig& config);

/// Only what the config says itself: read again it is the same config, also when other kinds are set on top of it,
/// whose defaults differ. Without `format` and `version`.
nlohmann::ordered_json givenToJson(const ExperimentConfig& config);

/// An object with the keys as they are; of equal keys the last counts.
nlohmann::ordered_json settingsToJson(const std::vector<Setting>& settings);

/// One entry a line, but rows of numbers on one line each; what is inside of others stands `depth` levels deep.
std::string indentedText(const nlohmann::ordered_json& json, int depth = 0);

/// "KEY=VALUE" of the command line: VALUE is JSON if it parses, else a string; an object sets each of its keys.
Result<std::vector<Setting>> parseSetting(std::string_view argument);

} // namespace core

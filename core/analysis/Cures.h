// SPDX-License-Identifier: GPL-3.0-or-later
// What can be done about a finding: changes of the experiment, computed from it. The window offers them as buttons.
#pragma once

#include "core/analysis/Diagnosis.h"
#include "core/config/ExperimentConfig.h"

#include <string_view>
#include <vector>

namespace core
{

struct Cure {
    std::string_view code;
    std::vector<Setting> settings; ///< for withSettings()
    bool operator==(const Cure&) const = default;
};

/// The ids of all cures, in the order of the catalogue.
std::vector<std::string_view> cureCodes();

/// At most three, the best first; only what changes this experiment and leaves one that can be run.
std::vector<Cure> curesFor(const Finding& finding, const ExperimentConfig& config);

} // namespace core

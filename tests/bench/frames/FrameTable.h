// SPDX-License-Identifier: GPL-3.0-or-later
// What the frame benchmark prints: a line a configuration beside the budgets, and what lies behind it.
#pragma once

#include "tests/bench/frames/Options.h"

#include <nlohmann/json.hpp>

namespace bench
{

/// What the columns mean, their heads, and the budgets.
void printHeader(const Options& options, const nlohmann::json& all);

void printConfiguration(const nlohmann::json& configuration);

/// The cards one by one, the starts, and the memory by the minute.
void printDetails(const nlohmann::json& configuration);

} // namespace bench

// SPDX-License-Identifier: GPL-3.0-or-later
// All configurations one after the other, each in processes of its own: a scale holds for a whole process, and so does
// what it has in memory.
#pragma once

#include "tests/bench/frames/Options.h"

#include <nlohmann/json.hpp>

namespace bench
{

/// Prints a line for each configuration as soon as it is measured; returns everything. Needs an application object.
nlohmann::json measureMatrix(const Options& options);

} // namespace bench

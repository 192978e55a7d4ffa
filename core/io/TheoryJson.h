// SPDX-License-Identifier: GPL-3.0-or-later
// What theory predicts as JSON: for `theory` and the first line of a run.
#pragma once

#include "core/analysis/MeanField.h"

#include <nlohmann/json_fwd.hpp>

namespace core
{

/// Absent numbers are null, infinite ones the string "inf"; `reasons` are codes.
nlohmann::ordered_json theoryToJson(const Theory& theory);

} // namespace core

// SPDX-License-Identifier: GPL-3.0-or-later
// The commands `list` (what the catalogues hold) and `check` (every fault of a file).
#pragma once

#include "app/CommandLine.h"
#include "core/data/Dataset.h"

namespace app
{

int runList(const Arguments& arguments, const core::ResourceReader& resources);
int runCheck(const Arguments& arguments);

} // namespace app

// SPDX-License-Identifier: GPL-3.0-or-later
// From the arguments of `sweep` to a SweepRunner: reads the experiment, makes the list of runs, and checks all of them
// before the first begins. Used by Application, on the main thread.
#pragma once

#include "app/CommandLine.h"
#include "core/data/Dataset.h"

namespace app
{

int runSweep(const Arguments& arguments, const core::ResourceReader& resources);

} // namespace app

// SPDX-License-Identifier: GPL-3.0-or-later
// From the arguments of `run` to a HeadlessRunner: reads the experiment, checks every option and every place of output.
// Used by Application, on the main thread.
#pragma once

#include "app/CommandLine.h"
#include "core/data/Dataset.h"

namespace app
{

/// Figures need a QApplication (its platform may be offscreen) to exist.
int runCommand(const Arguments& arguments, const core::ResourceReader& resources);

} // namespace app

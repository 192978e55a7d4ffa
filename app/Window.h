// SPDX-License-Identifier: GPL-3.0-or-later
// The start of the window: finds a display or says that there is none, and opens the experiment. Used by Application,
// on the main thread.
#pragma once

#include "app/CommandLine.h"

namespace app
{

int runWindow(int argc, char** argv, const Arguments& arguments);

} // namespace app

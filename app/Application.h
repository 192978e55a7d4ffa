// SPDX-License-Identifier: GPL-3.0-or-later
// The start of the program: looks at the arguments before any window system is asked for, and hands over to the command
// or the window. Used by main().
#pragma once

namespace app
{

/// Returns the exit code of the process.
int runApplication(int argc, char** argv);

} // namespace app

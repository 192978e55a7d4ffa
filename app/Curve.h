// SPDX-License-Identifier: GPL-3.0-or-later
// The command `curve`: an activation and its derivative as CSV, computed by the kernel that training uses.
#pragma once

#include "app/CommandLine.h"

namespace app
{

int runCurve(const Arguments& arguments);

} // namespace app

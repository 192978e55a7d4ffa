// SPDX-License-Identifier: GPL-3.0-or-later
// The command `report`: from the tables of a sweep to one file that can be read, shown and printed. Used by
// Application, on the main thread.
#pragma once

#include "app/CommandLine.h"

namespace app
{

int runReport(const Arguments& arguments);

} // namespace app

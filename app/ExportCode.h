// SPDX-License-Identifier: GPL-3.0-or-later
// The command `export-code`: an experiment as a PyTorch script.
#pragma once

#include "app/CommandLine.h"
#include "core/data/Dataset.h"

namespace app
{

int runExportCode(const Arguments& arguments, const core::ResourceReader& resources);

} // namespace app

// SPDX-License-Identifier: GPL-3.0-or-later
// The command `theory`: what mean-field theory predicts for an experiment before its first step.
#pragma once

#include "app/CommandLine.h"
#include "core/data/Dataset.h"

namespace app
{

int runTheory(const Arguments& arguments, const core::ResourceReader& resources);

} // namespace app

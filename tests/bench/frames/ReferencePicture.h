// SPDX-License-Identifier: GPL-3.0-or-later
// A yardstick: a plain plot whose cost is known on the machine for which the budgets were made. What a frame costs can
// be read in relation to it, whatever the machine is and does meanwhile.
#pragma once

#include <vector>

namespace bench
{

/// Median milliseconds of it on the machine for which the budgets were made.
constexpr double kReferenceMilliseconds = 2.0;

/// Milliseconds of CPU that this thread takes to draw it, so many times: into memory, where it has as many pixels at
/// every scale of the screen, and takes as long as on the screen at scale 1.
std::vector<double> timeReferencePicture(int times);

} // namespace bench

// SPDX-License-Identifier: GPL-3.0-or-later
// What stands where there is no number: a line that is drawn through it has a gap there. Used by every part of the
// window that draws or compares numbers, on any thread.
#pragma once

#include <cmath>
#include <limits>

namespace ui
{

inline constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

/// Whether both are the same, also where neither is a number.
inline bool sameNumber(double one, double other)
{
    return one == other || (std::isnan(one) && std::isnan(other));
}

} // namespace ui

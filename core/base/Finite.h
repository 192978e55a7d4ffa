// SPDX-License-Identifier: GPL-3.0-or-later
// Whether numbers are finite, quickly. Used by networks, optimizers and runs; any thread.
#pragma once

#include <cmath>

namespace core
{

/// A sum is fast and shows every NaN and infinity; only where it is not finite the elements are looked at, as a sum of
/// finite numbers may overflow. `values` are a matrix or a vector.
template <class Values>
bool isFinite(const Values& values)
{
    return std::isfinite(values.sum()) || values.allFinite();
}

} // namespace core

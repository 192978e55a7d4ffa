// SPDX-License-Identifier: GPL-3.0-or-later
// Sums of floats in double, a register's worth of them side by side. Included by the other headers of this room.
#pragma once

#include "core/nn/kernels/Simd.h"

#include <cstddef>
#include <cstring>

namespace core::widesums
{
inline namespace ACTISCOPE_KERNEL_PATH
{

using vectormath::kPackSize;
using vectormath::Pack;

/// As many doubles as a Pack has elements, or four.
inline constexpr Index kWide = kPackSize > 4 ? kPackSize : 4;
using WideFloats = Scalar __attribute__((vector_size(std::size_t(kWide) * sizeof(Scalar))));
using Doubles = double __attribute__((vector_size(std::size_t(kWide) * sizeof(double))));

inline Doubles wide(const Scalar* from)
{
    WideFloats floats{};
    std::memcpy(&floats, from, sizeof(floats));
    return __builtin_convertvector(floats, Doubles);
}

/// Halves onto each other.
inline double sumOfLanes(const Doubles& lanes)
{
    double sums[std::size_t(kWide)];
    std::memcpy(sums, &lanes, sizeof(sums));
    for (Index half = kWide / 2; half > 0; half /= 2)
        for (Index lane = 0; lane < half; ++lane)
            sums[lane] += sums[lane + half];
    return sums[0];
}

/// The elements of a register; where it has fewer than kWide, the rest is 0.
inline Doubles widened(Pack pack)
{
#ifdef ACTISCOPE_SINGLE_ELEMENTS
    Doubles doubles{};
    doubles[0] = static_cast<double>(vectormath::element(pack, 0));
    return doubles;
#else
    return __builtin_convertvector(pack, Doubles);
#endif
}

} // namespace ACTISCOPE_KERNEL_PATH
} // namespace core::widesums

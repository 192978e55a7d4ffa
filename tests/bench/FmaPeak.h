// SPDX-License-Identifier: GPL-3.0-or-later
// The most that a core can do: multiplications and additions in registers, without touching memory.
#pragma once

namespace bench
{

/// Floating-point operations a CPU second, in units of 10⁹; 0 where the processor has no such registers.
struct FmaPeak {
    double avx2 = 0;
    double avx512 = 0;
};

FmaPeak measureFmaPeak(double seconds);

} // namespace bench

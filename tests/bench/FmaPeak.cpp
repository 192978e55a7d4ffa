// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/FmaPeak.h"

#include "tests/bench/Timing.h"

#ifdef __x86_64__
#include <immintrin.h>
#endif

namespace bench
{

#ifdef __x86_64__

namespace
{

constexpr int kChains = 12; ///< more than latency times units, so that no unit waits for a result
constexpr int kRounds = 1000;

// Written twice, as a template cannot carry the processor's features along.
[[gnu::target("avx2,fma")]] float spinAvx2()
{
    __m256 sums[kChains];
    const __m256 factor = _mm256_set1_ps(0.5F);
    for (__m256& sum : sums)
        sum = factor;
    for (int round = 0; round < kRounds; ++round) {
#pragma GCC unroll 12
        for (__m256& sum : sums)
            sum = _mm256_fmadd_ps(sum, factor, factor);
    }
    __m256 total = factor;
    for (const __m256& sum : sums)
        total = _mm256_add_ps(total, sum);
    return _mm256_cvtss_f32(total);
}

[[gnu::target("avx512f")]] float spinAvx512()
{
    __m512 sums[kChains];
    const __m512 factor = _mm512_set1_ps(0.5F);
    for (__m512& sum : sums)
        sum = factor;
    for (int round = 0; round < kRounds; ++round) {
#pragma GCC unroll 12
        for (__m512& sum : sums)
            sum = _mm512_fmadd_ps(sum, factor, factor);
    }
    __m512 total = factor;
    for (const __m512& sum : sums)
        total = _mm512_add_ps(total, sum);
    return _mm512_cvtss_f32(total);
}

double gigaflops(float (*spin)(), int lanes, double seconds)
{
    volatile float sink = 0;
    const double calls = repetitionsPerSecond([&] { sink = spin(); }, seconds);
    return calls * 2 * lanes * kChains * kRounds * 1e-9;
}

} // namespace

FmaPeak measureFmaPeak(double seconds)
{
    FmaPeak peak;
    if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma"))
        peak.avx2 = gigaflops(spinAvx2, 8, seconds);
    if (__builtin_cpu_supports("avx512f"))
        peak.avx512 = gigaflops(spinAvx512, 16, seconds);
    return peak;
}

#else

FmaPeak measureFmaPeak(double /*seconds*/)
{
    return {};
}

#endif

} // namespace bench

// SPDX-License-Identifier: GPL-3.0-or-later
// Elementary functions for a handful of floats at a time, in the notation of the scalar ones, so that an activation is
// written once and computed in the widest registers there are. For double the standard library's functions take their
// place. NaN goes in and comes out; results below the normal range are computed, not flushed. More functions are in
// VectorFunctions.h. Used by the formulas of the activations.
#pragma once

#include "core/nn/kernels/Simd.h"

#include <bit>
#include <cmath>
#include <cstdint>

#if defined(__SSE__)
#include <immintrin.h>
#endif

namespace core::vectormath
{
inline namespace ACTISCOPE_KERNEL_PATH
{

/// condition ? yes : no, element by element.
inline Floats select(Ints condition, Floats yes, Floats no)
{
    return condition ? yes : no;
}
inline double select(bool condition, double yes, double no)
{
    return condition ? yes : no;
}

inline Floats abs(Floats x)
{
    return std::bit_cast<Floats>(std::bit_cast<Ints>(x) & 0x7fffffff);
}
inline double abs(double x)
{
    return std::abs(x);
}

inline Floats sqrt(Floats x)
{
#if defined(ACTISCOPE_PLAIN_KERNELS)
    x[0] = __builtin_sqrtf(x[0]);
    return x;
#elif defined(__AVX512F__)
    return _mm512_sqrt_ps(x);
#elif defined(__AVX2__)
    return _mm256_sqrt_ps(x);
#elif defined(__SSE__)
    return _mm_sqrt_ps(x);
#else
    for (std::size_t i = 0; i < kBytes / sizeof(float); ++i)
        x[i] = std::sqrt(x[i]);
    return x;
#endif
}
inline double sqrt(double x)
{
    return std::sqrt(x);
}

/// |x| with the sign of `sign`.
inline Floats copySign(Floats x, Floats sign)
{
    const auto magnitude = std::bit_cast<Ints>(x) & 0x7fffffff;
    return std::bit_cast<Floats>(magnitude | (std::bit_cast<Ints>(sign) & INT32_MIN));
}
inline double copySign(double x, double sign)
{
    return std::copysign(x, sign);
}

namespace detail
{

/// x = n ln 2 + r with |r| ≤ ln 2 / 2. `whole` is n as integers.
struct Reduced {
    Floats n;
    Floats r;
    Ints whole;
};

inline Reduced reduce(Floats x)
{
    // Adding 1.5 · 2^23 rounds to a whole number and leaves it in the low bits of the mantissa.
    const Floats magic = broadcast(0x1.8p23F);
    const Floats shifted = x * 0x1.715476p+0F + magic;
    const Floats n = shifted - magic;
    // ln 2 in two parts: n times the first is exact.
    const Floats r = (x - n * 0x1.62e4p-1F) - n * 0x1.7f7d1cp-20F;
    return {n, r, std::bit_cast<Ints>(shifted) - std::bit_cast<Ints>(magic)};
}

/// (e^r − 1 − r) / r² for |r| ≤ ln 2 / 2, after Cephes (Moshier).
inline Floats expTail(Floats r)
{
    Floats p = broadcast(1.9875691500e-4F);
    p = p * r + 1.3981999507e-3F;
    p = p * r + 8.3334519073e-3F;
    p = p * r + 4.1665795894e-2F;
    p = p * r + 1.6666665459e-1F;
    p = p * r + 5.0000001201e-1F;
    return p;
}

/// 2^n for −126 ≤ n ≤ 127.
inline Floats powerOfTwo(Ints n)
{
    return std::bit_cast<Floats>((n + 127) << 23);
}

} // namespace detail

inline Floats exp(Floats x)
{
    // Past these bounds the result is infinity or 0 in any case; NaN passes both comparisons.
    x = select(x > 89.0F, broadcast(89.0F), x);
    x = select(x < -105.0F, broadcast(-105.0F), x);
    const auto [n, r, whole] = detail::reduce(x);
    const Floats mantissa = detail::expTail(r) * (r * r) + r + 1.0F;
    // In two factors, as 2^n itself may lie outside of the normal range.
    const Ints half = whole >> 1;
    return mantissa * detail::powerOfTwo(half) * detail::powerOfTwo(whole - half);
}
inline double exp(double x)
{
    return std::exp(x);
}

/// e^x − 1, accurate near 0.
inline Floats expm1(Floats x)
{
    const Floats large = exp(x) - 1.0F;
    Floats inner = select(x > 80.0F, broadcast(80.0F), x);
    inner = select(inner < -80.0F, broadcast(-80.0F), inner);
    const auto [n, r, whole] = detail::reduce(inner);
    const Floats scale = detail::powerOfTwo(whole);
    const Floats fraction = detail::expTail(r) * (r * r) + r;
    return select(x > 80.0F, large, scale * fraction + (scale - 1.0F));
}
inline double expm1(double x)
{
    return std::expm1(x);
}

/// e^x and e^x − 1 of one x ≤ 0, each as accurate as alone.
template <class T>
struct ExpPair {
    T exp;
    T expm1;
};

inline ExpPair<Floats> expPair(Floats x)
{
    x = select(x < -105.0F, broadcast(-105.0F), x); // e^x is 0 from there on
    const auto [n, r, whole] = detail::reduce(x);
    const Floats fraction = detail::expTail(r) * (r * r) + r;
    const Ints half = whole >> 1;
    const Floats first = detail::powerOfTwo(half);
    const Floats second = detail::powerOfTwo(whole - half);
    const Floats scale = first * second;
    return {(fraction + 1.0F) * first * second, scale * fraction + (scale - 1.0F)};
}
inline ExpPair<double> expPair(double x)
{
    return {std::exp(x), std::expm1(x)};
}

inline Floats tanh(Floats x)
{
    const Floats magnitude = abs(x);
    // Beyond 10 a float tanh is 1; the bound keeps the quotient from becoming ∞/∞.
    const Floats e = expm1(2.0F * select(magnitude > 10.0F, broadcast(10.0F), magnitude));
    return copySign(e / (e + 2.0F), x);
}
inline double tanh(double x)
{
    return std::tanh(x);
}

} // namespace ACTISCOPE_KERNEL_PATH
} // namespace core::vectormath

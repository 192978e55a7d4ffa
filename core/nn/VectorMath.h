// SPDX-License-Identifier: GPL-3.0-or-later
// Elementary functions for a handful of floats at a time, in the notation of the scalar ones, so that an activation is
// written once and computed in the widest registers there are. For double the standard library's functions take their
// place. NaN goes in and comes out; results below the normal range are computed, not flushed. More functions are in
// VectorFunctions.h. Used by the formulas of the activations.
#pragma once

#include "core/base/Types.h"

#include <bit>
#include <cmath>
#include <cstdint>

#if defined(__SSE__)
#include <immintrin.h>
#endif

namespace core::vectormath
{

#if defined(__AVX512F__)
inline constexpr int kBytes = 64;
#elif defined(__AVX2__)
inline constexpr int kBytes = 32;
#else
inline constexpr int kBytes = 16;
#endif

using Floats = float __attribute__((vector_size(kBytes)));
using Ints = std::int32_t __attribute__((vector_size(kBytes)));

/// What the formulas compute with: a register of floats, or one double.
template <class S>
struct PackOf {
    using Type = S;
};
template <>
struct PackOf<float> {
    using Type = Floats;
};
using Pack = PackOf<Scalar>::Type;
inline constexpr Index kPackSize = static_cast<Index>(sizeof(Pack) / sizeof(Scalar));

inline Floats broadcast(float value)
{
    return value - Floats{};
}

/// The same number in every element.
template <class T>
T constant(Scalar value)
{
    return static_cast<Scalar>(value) - T{};
}

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
#if defined(__AVX512F__)
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

} // namespace core::vectormath

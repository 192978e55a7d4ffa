// SPDX-License-Identifier: GPL-3.0-or-later
// The less common functions for a handful of floats at a time: what the activations need beyond exp and tanh. As in
// VectorMath.h there is no branch an element, and for double the standard library takes their place. The polynomials
// are minimax fits; their relative error stands beside them. Used by the formulas of the activations.
#pragma once

#include "core/nn/kernels/VectorMath.h"

#include <numbers>

namespace core::vectormath
{
inline namespace ACTISCOPE_KERNEL_PATH
{

/// left < right ? left : right, so that of a NaN and a number the second one is taken.
inline Floats smaller(Floats left, Floats right)
{
#if defined(ACTISCOPE_PLAIN_KERNELS)
    return select(left < right, left, right);
#elif defined(__AVX512F__)
    return _mm512_min_ps(left, right);
#elif defined(__AVX2__)
    return _mm256_min_ps(left, right);
#elif defined(__SSE__)
    return _mm_min_ps(left, right);
#else
    return select(left < right, left, right);
#endif
}
inline double smaller(double left, double right)
{
    return left < right ? left : right;
}

/// left > right ? left : right, likewise.
inline Floats larger(Floats left, Floats right)
{
#if defined(ACTISCOPE_PLAIN_KERNELS)
    return select(left > right, left, right);
#elif defined(__AVX512F__)
    return _mm512_max_ps(left, right);
#elif defined(__AVX2__)
    return _mm256_max_ps(left, right);
#elif defined(__SSE__)
    return _mm_max_ps(left, right);
#else
    return select(left > right, left, right);
#endif
}
inline double larger(double left, double right)
{
    return left > right ? left : right;
}

/// √(x² + y²) for x, y ≥ 0: no square overflows.
template <class T>
T hypotenuse(T x, T y)
{
    const T large = larger(x, y);
    // The bound keeps 0/0 out.
    const T ratio = smaller(x, y) / larger(large, constant<T>(std::numeric_limits<Scalar>::min()));
    return large * sqrt(1 + ratio * ratio);
}

/// ln(1 + x) for 0 ≤ x ≤ 1.
inline Floats log1p(Floats x)
{
    // As 2 artanh(x / (2 + x)), where the odd series is short: 4e-9.
    const Floats s = x / (2.0F + x);
    const Floats square = s * s;
    Floats p = broadcast(0.28178325295448303F);
    p = p * square + 0.27960604429244995F;
    p = p * square + 0.40024909377098083F;
    p = p * square + 0.6666631698608398F;
    p = p * square + 2.0F;
    return p * s;
}
inline double log1p(double x)
{
    return std::log1p(x);
}

inline Floats arctan(Floats x)
{
    const Floats magnitude = abs(x);
    const Ints beyond = magnitude > 1.0F;
    const Floats u = select(beyond, 1.0F / magnitude, magnitude);
    const Floats square = u * u; // 1.5e-8
    Floats p = broadcast(0.002849851967766881F);
    p = p * square - 0.016068479046225548F;
    p = p * square + 0.04269127547740936F;
    p = p * square - 0.0750427395105362F;
    p = p * square + 0.10640924423933029F;
    p = p * square - 0.14203642308712006F;
    p = p * square + 0.1999261975288391F;
    p = p * square - 0.3333307206630707F;
    p = p * square * u + u;
    constexpr float kRightAngle = std::numbers::pi_v<float> / 2;
    return copySign(select(beyond, kRightAngle - p, p), x);
}
inline double arctan(double x)
{
    return std::atan(x);
}

/// x − tanh x without their cancellation: near 0 it is x³/3.
inline Floats minusTanh(Floats x)
{
    const Floats square = x * x; // 2e-8 for |x| ≤ 0.7
    Floats p = broadcast(-0.0020607374608516693F);
    p = p * square + 0.008113649673759937F;
    p = p * square - 0.021689467132091522F;
    p = p * square + 0.05394818261265755F;
    p = p * square - 0.1333325058221817F;
    p = p * square + 0.3333333134651184F;
    return select(abs(x) < 0.7F, p * square * x, x - tanh(x));
}
inline double minusTanh(double x)
{
    if (!(std::abs(x) < 0.7))
        return x - std::tanh(x);
    // Lambert's continued fraction: tanh x = x / (1 + q), q = x² / (3 + x² / (5 + …)).
    double q = 0;
    for (int odd = 19; odd >= 3; odd -= 2)
        q = x * x / (odd + q);
    return x * q / (1 + q);
}

/// e^(−factor · x²) for a factor of 1 or 1/2. The square is rounded; what is lost would show in the far tail.
inline Floats expOfSquare(Floats x, float factor)
{
    const Floats square = x * x;
    const Floats high = std::bit_cast<Floats>(std::bit_cast<Ints>(x) & ~0xfff); // its square is exact
    const Floats lost = (high * high - square) + (x - high) * (x + high);
    return exp(-factor * square) * (1.0F - factor * lost);
}
inline double expOfSquare(double x, double factor)
{
    return std::exp(-factor * x * x);
}

/// The standard normal distribution at t ≥ 0: its density, and the probability of what is beyond t.
template <class T>
struct NormalTail {
    T density;
    T beyond;
};

inline NormalTail<Floats> normalTail(Floats t)
{
    constexpr float kInverseRoot = 0.3989422804014327F; // 1/√(2π)
    const Floats density = kInverseRoot * expOfSquare(t, 0.5F);
    // Mills' ratio, beyond/density, times t + 1.25, over q from −1 (t = 0) to 1 (t = ∞); after Shepherd and Laframboise
    // (1981), 8e-8.
    const Floats q = 1.0F - 5.0F / (t + 2.5F);
    Floats p = broadcast(-0.000425734935561195F);
    p = p * q - 0.00035494600888341665F;
    p = p * q + 0.0027510279323905706F;
    p = p * q + 0.003885046811774373F;
    p = p * q - 0.013189291581511497F;
    p = p * q - 0.025099415332078934F;
    p = p * q + 0.09985706210136414F;
    p = p * q - 0.02270178496837616F;
    p = p * q - 0.3743886947631836F;
    p = p * q + 1.3296666145324707F;
    return {density, density * (p / (t + 1.25331F))};
}
inline NormalTail<double> normalTail(double t)
{
    constexpr double kInverseRoot = std::numbers::inv_sqrtpi / std::numbers::sqrt2;
    return {kInverseRoot * expOfSquare(t, 0.5), 0.5 * std::erfc(t / std::numbers::sqrt2)};
}

template <class T>
struct SineCosine {
    T sine;
    T cosine;
};

namespace detail
{

using Doubles = double __attribute__((vector_size(2 * kBytes)));
using Longs = std::int64_t __attribute__((vector_size(2 * kBytes)));

inline bool any(Ints condition)
{
    std::int32_t all = 0;
    for (std::size_t i = 0; i < kBytes / sizeof(float); ++i)
        all |= condition[i];
    return all != 0;
}

} // namespace detail

/// Sine and cosine of factor · x. The product is exact, in double: an error of the angle would not be small beside the
/// sine.
inline SineCosine<Floats> sineCosine(Floats factor, Floats x)
{
    const auto angle = __builtin_convertvector(factor, detail::Doubles) * __builtin_convertvector(x, detail::Doubles);
    // angle = n π/2 + r; n as in detail::reduce, n times the first part of π/2 is exact.
    constexpr double kMagic = 0x1.8p52;
    const auto shifted = angle * (2 * std::numbers::inv_pi) + kMagic;
    const auto n = shifted - kMagic;
    const auto exact = (angle - n * 0x1.921fb544p+0) - n * 0x1.0b4611a626331p-34;
    const Floats r = __builtin_convertvector(exact, Floats);
    const Ints quadrant = __builtin_convertvector(std::bit_cast<detail::Longs>(shifted) & 3, Ints);

    // On [−π/4, π/4], after Cephes (Moshier).
    const Floats square = r * r;
    Floats s = broadcast(-1.9515295891e-4F);
    s = s * square + 8.3321608736e-3F;
    s = s * square - 1.6666654611e-1F;
    s = s * square * r + r;
    Floats c = broadcast(2.443315711809948e-5F);
    c = c * square - 1.388731625493765e-3F;
    c = c * square + 4.166664568298827e-2F;
    c = c * (square * square) - 0.5F * square + 1.0F;

    const Ints odd = (quadrant & 1) != 0;
    const auto turned = [](Floats value, Ints turns) {
        return std::bit_cast<Floats>(std::bit_cast<Ints>(value) ^ ((turns & 2) << 30));
    };
    SineCosine<Floats> result{turned(select(odd, c, s), quadrant), turned(select(odd, s, c), quadrant + 1)};
    const Ints far = abs(factor * x) > 1e6F; // n has no room for more
    if (detail::any(far))
        for (std::size_t i = 0; i < kBytes / sizeof(float); ++i)
            if (far[i]) {
                const double place = static_cast<double>(factor[i]) * static_cast<double>(x[i]);
                result.sine[i] = static_cast<float>(std::sin(place));
                result.cosine[i] = static_cast<float>(std::cos(place));
            }
    return result;
}
inline SineCosine<double> sineCosine(double factor, double x)
{
    return {std::sin(factor * x), std::cos(factor * x)};
}

} // namespace ACTISCOPE_KERNEL_PATH
} // namespace core::vectormath

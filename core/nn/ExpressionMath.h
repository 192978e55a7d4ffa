// SPDX-License-Identifier: GPL-3.0-or-later
// What typed formulas need beyond VectorMath.h, in the same notation: logarithms, trigonometric and hyperbolic
// functions, erf and powers, for a register of floats or one double. NaN goes in and comes out; absolute errors are
// below 1e-6 · max(1, |f|). The polynomials are those of Cephes (Moshier). Used by ExpressionFormulas.
#pragma once

#include "core/nn/kernels/VectorMath.h"

#include <cmath>
#include <limits>
#include <numbers>

namespace core::expressionmath
{

using vectormath::abs;
using vectormath::broadcast;
using vectormath::constant;
using vectormath::copySign;
using vectormath::Floats;
using vectormath::Ints;
using vectormath::select;
using vectormath::sqrt;

/// Registers of doubles with as many elements as there are floats in one.
using Doubles = double __attribute__((vector_size(2 * vectormath::kBytes)));

inline constexpr int kElements = vectormath::kBytes / 4;
inline constexpr float kInfinity = std::numeric_limits<float>::infinity();
inline constexpr float kNan = std::numeric_limits<float>::quiet_NaN();

namespace detail
{

/// The polynomial with these coefficients, the highest power first.
template <std::size_t count>
Floats polynomial(Floats x, const float (&coefficients)[count])
{
    Floats p = broadcast(coefficients[0]);
    for (std::size_t i = 1; i < count; ++i)
        p = p * x + coefficients[i];
    return p;
}

/// `result`, with exact(x) in the elements that are marked: for the few that the fast way does not reach.
template <class Exact>
Floats corrected(Floats result, Ints marked, Floats x, const Exact& exact)
{
    bool any = false;
    for (int i = 0; i < kElements; ++i)
        any |= marked[i] != 0;
    if (any)
        for (int i = 0; i < kElements; ++i)
            if (marked[i] != 0)
                result[i] = static_cast<float>(exact(static_cast<double>(x[i])));
    return result;
}

/// x = 2^exponent · mantissa, the mantissa within sqrt(1/2) and sqrt(2). For finite x > 0.
struct Split {
    Ints exponent;
    Floats mantissa;
};

inline Split split(Floats x)
{
    const Ints isSmall = x < std::numeric_limits<float>::min();
    const Ints bits = std::bit_cast<Ints>(select(isSmall, x * 0x1p23F, x));
    constexpr std::int32_t kRootOfHalf = 0x3f3504f3;
    const Ints exponent = (bits - kRootOfHalf) >> 23;
    return {exponent - (isSmall & 23), std::bit_cast<Floats>(bits - exponent * (1 << 23))};
}

/// Where the logarithm is no plain number: `result` elsewhere.
inline Floats logarithmLimits(Floats x, Floats result)
{
    result = select(x == kInfinity, x, result);
    result = select(x == 0, broadcast(-kInfinity), result);
    return select(x >= 0, result, broadcast(kNan));
}

/// Finite and positive in any case, and x itself where it is so.
inline Floats positive(Floats x)
{
    return select((x > 0) & (x < kInfinity), x, broadcast(1));
}

} // namespace detail

inline Floats log(Floats x)
{
    const auto [exponent, mantissa] = detail::split(detail::positive(x));
    const Floats n = __builtin_convertvector(exponent, Floats);
    const Floats r = mantissa - 1;
    const Floats square = r * r;
    const Floats p = detail::polynomial(r, {7.0376836292E-2F, -1.1514610310E-1F, 1.1676998740E-1F, -1.2420140846E-1F,
                                            1.4249322787E-1F, -1.6668057665E-1F, 2.0000714765E-1F, -2.4999993993E-1F,
                                            3.3333331174E-1F});
    // ln 2 in two parts: n times the second, larger one is exact.
    const Floats tail = r * square * p - n * 2.12194440e-4F - 0.5F * square;
    return detail::logarithmLimits(x, r + tail + n * 0.693359375F);
}
inline double log(double x)
{
    return std::log(x);
}

inline Floats log1p(Floats x)
{
    // What 1 + x has lost by rounding is put back to first order.
    const Floats sum = 1 + x;
    const Floats lost = x - (sum - 1);
    const Floats result = log(sum) + select(sum > 0, lost / sum, broadcast(0));
    return select((x == kInfinity) | (sum == 1), x, result);
}
inline double log1p(double x)
{
    return std::log1p(x);
}

template <class T>
struct SineCosine {
    T sine;
    T cosine;
};

inline SineCosine<Floats> sineCosine(Floats x)
{
    // Up to here the three parts of π/2 reduce the argument without loss.
    const Ints isLarge = abs(x) > 8192.0F;
    const Floats inner = select(isLarge, broadcast(0), x);
    const Floats magic = broadcast(0x1.8p23F);
    const Floats shifted = inner * static_cast<float>(2 / std::numbers::pi) + magic;
    const Floats n = shifted - magic;
    const Ints quadrant = std::bit_cast<Ints>(shifted);
    const Floats r = ((inner - n * 1.5703125F) - n * 4.837512969970703125e-4F) - n * 7.54978995489188216e-8F;
    const Floats square = r * r;
    const Floats s =
        detail::polynomial(square, {-1.9515295891E-4F, 8.3321608736E-3F, -1.6666654611E-1F}) * square * r + r;
    const Floats c =
        detail::polynomial(square, {2.443315711809948E-5F, -1.388731625493765E-3F, 4.166664568298827E-2F}) * square *
            square -
        0.5F * square + 1;
    const Ints isOdd = (quadrant & 1) != 0;
    Floats sine = select(isOdd, c, s);
    Floats cosine = select(isOdd, s, c);
    sine = select((quadrant & 2) != 0, -sine, sine);
    cosine = select(((quadrant + 1) & 2) != 0, -cosine, cosine);
    return {detail::corrected(sine, isLarge, x, [](double at) { return std::sin(at); }),
            detail::corrected(cosine, isLarge, x, [](double at) { return std::cos(at); })};
}
inline SineCosine<double> sineCosine(double x)
{
    return {std::sin(x), std::cos(x)};
}

/// sinh and cosh.
template <class T>
struct Hyperbolic {
    T sine;
    T cosine;
};

inline Hyperbolic<Floats> hyperbolic(Floats x)
{
    const Floats magnitude = abs(x);
    // e^|x| alone would overflow before its half does.
    const Floats root = vectormath::exp(0.5F * magnitude);
    const Floats large = 0.5F * root * root;
    const Ints isLarge = magnitude > 20.0F;
    const Floats e = vectormath::expm1(select(isLarge, broadcast(0), magnitude));
    const Floats reciprocal = 1 / (1 + e);
    return {copySign(select(isLarge, large, 0.5F * (e + e * reciprocal)), x),
            select(isLarge, large, 0.5F * ((1 + e) + reciprocal))};
}
inline Hyperbolic<double> hyperbolic(double x)
{
    return {std::sinh(x), std::cosh(x)};
}

inline Floats atan(Floats x)
{
    const Floats magnitude = abs(x);
    const Ints isFar = magnitude > 2.414213562373095F; // tan(3π/8)
    const Ints isMiddle = magnitude > 0.4142135623730950F;
    const Floats reduced = select(isFar, -1 / select(isFar, magnitude, broadcast(1)),
                                  select(isMiddle, (magnitude - 1) / (magnitude + 1), magnitude));
    const Floats offset = select(isFar, broadcast(static_cast<float>(std::numbers::pi / 2)),
                                 select(isMiddle, broadcast(static_cast<float>(std::numbers::pi / 4)), broadcast(0)));
    const Floats square = reduced * reduced;
    const Floats p =
        detail::polynomial(square, {8.05374449538e-2F, -1.38776856032E-1F, 1.99777106478E-1F, -3.33329491539E-1F});
    return copySign(offset + (p * square * reduced + reduced), x);
}
inline double atan(double x)
{
    return std::atan(x);
}

inline Floats erf(Floats x)
{
    const Floats magnitude = abs(x);
    const Ints isNear = magnitude < 1.0F;
    const Floats inner = select(isNear, x, broadcast(0));
    const Floats near =
        inner * detail::polynomial(inner * inner, {7.853861353153693E-5F, -8.010193625184903E-4F, 5.188327685732524E-3F,
                                                   -2.685381193529856E-2F, 1.128358514861418E-1F,
                                                   -3.761262582423300E-1F, 1.128379165726710E+0F});
    // 1 − erfc; beyond 4 it is 1 in float.
    const Floats bounded = select(magnitude > 4.0F, broadcast(4.0F), select(isNear, broadcast(1), magnitude));
    const Floats q = 1 / bounded;
    const Floats y = q * q;
    const Floats middle = detail::polynomial(y, {2.326819970068386E-2F, -1.387039388740657E-1F, 3.687424674597105E-1F,
                                                 -5.824733027278666E-1F, 6.210004621745983E-1F, -4.944515323274145E-1F,
                                                 3.404879937665872E-1F, -2.741127028184656E-1F, 5.638259427386472E-1F});
    const Floats outer = detail::polynomial(y, {-1.047766399936249E+1F, 1.297719955372516E+1F, -7.495518717768503E+0F,
                                                2.921019019210786E+0F, -1.015265279202700E+0F, 4.218463358204948E-1F,
                                                -2.820767439740514E-1F, 5.641895067754075E-1F});
    const Floats tail = vectormath::exp(-bounded * bounded) * q * select(bounded < 2.0F, middle, outer);
    return select(isNear, near, copySign(1 - tail, x));
}
inline double erf(double x)
{
    return std::erf(x);
}

namespace detail
{

/// ln x to some 40 bits, for finite x > 0.
inline Doubles wideLog(Floats x)
{
    const auto [exponent, mantissa] = split(x);
    const Doubles m = __builtin_convertvector(mantissa, Doubles);
    // ln m = 2 artanh s
    const Doubles s = (m - 1) / (m + 1);
    const Doubles w = s * s;
    Doubles p = w * (1.0 / 13) + 1.0 / 11;
    for (const double coefficient : {1.0 / 9, 1.0 / 7, 1.0 / 5, 1.0 / 3, 1.0})
        p = p * w + coefficient;
    return 2 * s * p + __builtin_convertvector(exponent, Doubles) * std::numbers::ln2;
}

/// x^y for finite x > 0: the exponent y ln x is one float and its rest, and e^rest is 1 + rest.
inline Floats positivePower(Floats x, Floats y)
{
    const Doubles exponent = wideLog(x) * __builtin_convertvector(y, Doubles);
    const Floats whole = __builtin_convertvector(exponent, Floats);
    const Floats rest = __builtin_convertvector(exponent - __builtin_convertvector(whole, Doubles), Floats);
    const Floats power = vectormath::exp(whole);
    return select((abs(rest) < 1) & (power < kInfinity), power + power * rest, power);
}

} // namespace detail

/// x^y with the limits of the standard library's pow.
inline Floats pow(Floats x, Floats y)
{
    const Floats magnitude = abs(x);
    Floats result = detail::positivePower(detail::positive(magnitude), y);
    const Floats atZero = select(y > 0, broadcast(0), broadcast(kInfinity));
    const Floats atInfinity = select(y > 0, broadcast(kInfinity), broadcast(0));
    result = select(magnitude == 0, atZero, result);
    result = select(magnitude == kInfinity, atInfinity, result);
    // A negative number has whole powers only; floats beyond 2^24 are even.
    constexpr float kLastOdd = 0x1p24F;
    const Ints isHuge = abs(y) > kLastOdd;
    const Ints whole = __builtin_convertvector(select((y == y) & ~isHuge, y, broadcast(0)), Ints); // NOLINT
    const Ints isWhole = isHuge | (__builtin_convertvector(whole, Floats) == y);
    result = select((x < 0) & ((whole & 1) != 0), -result, result);
    result = select((x < 0) & ~isWhole & (magnitude < kInfinity), broadcast(kNan), result);
    result = select((x == x) & (y == y), result, x + y); // NOLINT(misc-redundant-expression)
    return select((y == 0) | (x == 1), broadcast(1), result);
}
inline double pow(double x, double y)
{
    return std::pow(x, y);
}

} // namespace core::expressionmath

// SPDX-License-Identifier: GPL-3.0-or-later
// The formula pairs: each activation's f and f′, both as functions of the pre-activation x, side by side. T is a
// register of floats or a double (VectorMath.h); p are the row's parameters, in the catalogue's order. Conventions:
// subgradients at kinks are PyTorch's; f′ is as accurate in the tails as f; no finite x gives NaN. Here are all but the
// rectifiers (RectifierFormulas.h). Included by the catalogue only.
#pragma once

#include "core/nn/kernels/VectorFunctions.h"

#include <limits>

namespace core::formulas
{
inline namespace ACTISCOPE_KERNEL_PATH
{

using vectormath::constant;
using vectormath::larger;
using vectormath::select;
using vectormath::smaller;

template <class T>
struct Pair {
    T f;
    T df;
};

/// |x|, but no more than `bound`: from there on the function no longer changes, and ∞ · 0 and ∞ / ∞ stay out.
template <class T>
T boundedMagnitude(T x, double bound)
{
    return smaller(vectormath::abs(x), constant<T>(bound));
}

inline constexpr double kLargestScalar = std::numeric_limits<Scalar>::max();

struct Identity {
    template <class T>
    static Pair<T> at(T x, const T* /*p*/)
    {
        return {x, constant<T>(1)};
    }
};

struct Step {
    template <class T>
    static Pair<T> at(T x, const T* /*p*/)
    {
        return {select(x > 0, constant<T>(1), constant<T>(0)), constant<T>(0)};
    }
};

struct Sigmoid {
    template <class T>
    static Pair<T> at(T x, const T* /*p*/)
    {
        // With e = exp(−|x|) nothing overflows, and s(1 − s) = e/(1 + e)² keeps its digits where s rounds to 1.
        const T e = vectormath::exp(-vectormath::abs(x));
        const T reciprocal = 1 / (1 + e);
        return {select(x < 0, e * reciprocal, reciprocal), e * reciprocal * reciprocal};
    }
};

struct HardSigmoid {
    template <class T>
    static Pair<T> at(T x, const T* /*p*/)
    {
        const T inside = smaller(larger(x + 3, constant<T>(0)), constant<T>(6));
        const T slope = constant<T>(1.0 / 6);
        return {inside / 6, select(vectormath::abs(x) < 3, slope, constant<T>(0))};
    }
};

struct LogSigmoid {
    template <class T>
    static Pair<T> at(T x, const T* /*p*/)
    {
        const T e = vectormath::exp(-vectormath::abs(x));
        const T reciprocal = 1 / (1 + e);
        return {smaller(x, constant<T>(0)) - vectormath::log1p(e), select(x < 0, reciprocal, e * reciprocal)};
    }
};

struct Tanh {
    template <class T>
    static Pair<T> at(T x, const T* /*p*/)
    {
        // 1 − tanh² = 4e/(1 + e)² with e = exp(−2|x|); from the rounded tanh it would be 0 beyond |x| ≈ 9.
        const auto e = vectormath::expPair(-2 * vectormath::abs(x));
        const T reciprocal = 1 / (2 + e.expm1);
        return {vectormath::copySign(e.expm1 * reciprocal, x), 4 * e.exp * reciprocal * reciprocal};
    }
};

/// Hard tanh: x between two bounds. Where they are crossed, f is the upper one everywhere.
struct Clip {
    template <class T>
    static Pair<T> at(T x, const T* p)
    {
        const T zero = constant<T>(0);
        return {smaller(larger(x, p[0]), p[1]), select(x > p[0], select(x < p[1], constant<T>(1), zero), zero)};
    }
};

struct Softsign {
    template <class T>
    static Pair<T> at(T x, const T* /*p*/)
    {
        const T magnitude = boundedMagnitude(x, kLargestScalar);
        const T reciprocal = 1 / (1 + magnitude);
        // Not magnitude · reciprocal: of a large x the reciprocal is below the normal range.
        return {vectormath::copySign(magnitude / (1 + magnitude), x), reciprocal * reciprocal};
    }
};

struct Arctan {
    template <class T>
    static Pair<T> at(T x, const T* /*p*/)
    {
        return {vectormath::arctan(x), 1 / (1 + x * x)};
    }
};

struct Tanhshrink {
    template <class T>
    static Pair<T> at(T x, const T* /*p*/)
    {
        const T tanh = vectormath::tanh(x);
        return {vectormath::minusTanh(x), tanh * tanh};
    }
};

struct Softshrink {
    template <class T>
    static Pair<T> at(T x, const T* p)
    {
        const T zero = constant<T>(0);
        const auto outside = vectormath::abs(x) > p[0];
        return {select(outside, x - vectormath::copySign(p[0], x), zero), select(outside, constant<T>(1), zero)};
    }
};

struct Hardshrink {
    template <class T>
    static Pair<T> at(T x, const T* p)
    {
        const T zero = constant<T>(0);
        const auto outside = vectormath::abs(x) > p[0];
        return {select(outside, x, zero), select(outside, constant<T>(1), zero)};
    }
};

struct Sine {
    template <class T>
    static Pair<T> at(T x, const T* p)
    {
        const auto both = vectormath::sineCosine(p[0], x);
        return {both.sine, p[0] * both.cosine};
    }
};

struct Gaussian {
    template <class T>
    static Pair<T> at(T x, const T* /*p*/)
    {
        const T magnitude = boundedMagnitude(x, 64);
        const T f = vectormath::expOfSquare(magnitude, 1);
        return {f, 0 - 2 * vectormath::copySign(magnitude, x) * f};
    }
};

struct Abs {
    template <class T>
    static Pair<T> at(T x, const T* /*p*/)
    {
        return {vectormath::abs(x), select(x > 0, constant<T>(1), select(x < 0, constant<T>(-1), constant<T>(0)))};
    }
};

struct BentIdentity {
    template <class T>
    static Pair<T> at(T x, const T* /*p*/)
    {
        // (√(x² + 1) − 1)/2 = x · (x/2) / (√(x² + 1) + 1), without the cancellation near 0.
        const T magnitude = boundedMagnitude(x, kLargestScalar);
        const T root = vectormath::hypotenuse(magnitude, constant<T>(1));
        const T half = vectormath::copySign(magnitude / 2, x);
        return {x * (1 + half / (root + 1)), 1 + half / root};
    }
};

struct Exponential {
    template <class T>
    static Pair<T> at(T x, const T* /*p*/)
    {
        const T f = vectormath::exp(x);
        return {f, f};
    }
};

} // namespace ACTISCOPE_KERNEL_PATH
} // namespace core::formulas

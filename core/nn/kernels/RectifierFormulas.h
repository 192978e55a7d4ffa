// SPDX-License-Identifier: GPL-3.0-or-later
// The formula pairs of ReLU and its relatives: functions that pass what is positive and damp the rest. The conventions
// are those of ActivationFormulas.h. Included by the catalogue only.
#pragma once

#include "core/nn/kernels/ActivationFormulas.h"

namespace core::formulas
{
inline namespace ACTISCOPE_KERNEL_PATH
{

struct Relu {
    template <class T>
    static Pair<T> at(T x, const T* /*p*/)
    {
        return {select(x > 0, x, constant<T>(0)), select(x > 0, constant<T>(1), constant<T>(0))};
    }
};

struct Relu6 {
    template <class T>
    static Pair<T> at(T x, const T* /*p*/)
    {
        const T bounds[2] = {constant<T>(0), constant<T>(6)};
        return Clip::at(x, bounds);
    }
};

/// Leaky ReLU, and PReLU with its learned slope in place of the parameter.
struct LeakyRelu {
    template <class T>
    static Pair<T> at(T x, const T* p)
    {
        return {select(x > 0, x, p[0] * x), select(x > 0, constant<T>(1), p[0])};
    }
};

/// RReLU as evaluated: with the mean of the slopes that it draws between two bounds.
struct MeanSlope {
    template <class T>
    static Pair<T> at(T x, const T* p)
    {
        const T slope = p[0] / 2 + p[1] / 2;
        return LeakyRelu::at(x, &slope);
    }
};

struct Threshold {
    template <class T>
    static Pair<T> at(T x, const T* p)
    {
        return {select(x > p[0], x, p[1]), select(x > p[0], constant<T>(1), constant<T>(0))};
    }
};

struct Elu {
    template <class T>
    static Pair<T> at(T x, const T* p)
    {
        const T negative = select(x > 0, constant<T>(0), x);
        return {select(x > 0, x, p[0] * vectormath::expm1(negative)),
                select(x > 0, constant<T>(1), p[0] * vectormath::exp(negative))};
    }
};

struct Celu {
    template <class T>
    static Pair<T> at(T x, const T* p)
    {
        const T negative = select(x > 0, constant<T>(0), x / p[0]);
        return {select(x > 0, x, p[0] * vectormath::expm1(negative)),
                select(x > 0, constant<T>(1), vectormath::exp(negative))};
    }
};

struct Selu {
    template <class T>
    static Pair<T> at(T x, const T* /*p*/)
    {
        const T alpha = constant<T>(1.6732632423543772);
        const T scale = constant<T>(1.0507009873554805);
        const T negative = select(x > 0, constant<T>(0), x);
        return {scale * select(x > 0, x, alpha * vectormath::expm1(negative)),
                scale * select(x > 0, constant<T>(1), alpha * vectormath::exp(negative))};
    }
};

struct Gelu {
    template <class T>
    static Pair<T> at(T x, const T* /*p*/)
    {
        // Φ(x) on the left, and 1 − Φ(x) on the right, are the tail beyond |x|: there is nothing to cancel.
        const T magnitude = boundedMagnitude(x, 64);
        const auto [density, beyond] = vectormath::normalTail(magnitude);
        const T fade = magnitude * density;
        return {select(x > 0, x - magnitude * beyond, vectormath::copySign(magnitude, x) * beyond),
                select(x > 0, 1 - beyond + fade, beyond - fade)};
    }
};

struct GeluTanh {
    template <class T>
    static Pair<T> at(T x, const T* /*p*/)
    {
        // (1 + tanh u)/2 = s(2u); slope is d(2u)/dx.
        const T twice = constant<T>(1.5957691216057307); // 2 √(2/π)
        const T magnitude = boundedMagnitude(x, 32);
        const T cubic = constant<T>(0.044715) * magnitude * magnitude;
        const T e = vectormath::exp(-twice * magnitude * (1 + cubic));
        const T reciprocal = 1 / (1 + e);
        const T pull = magnitude * reciprocal * (twice * (1 + 3 * cubic));
        return {select(x > 0, x * reciprocal, vectormath::copySign(magnitude, x) * e * reciprocal),
                reciprocal * select(x > 0, 1 + e * pull, e * (1 - pull))};
    }
};

/// x · s(beta x); SiLU with beta = 1.
struct Swish {
    template <class T>
    static Pair<T> at(T x, const T* p)
    {
        const T v = p[0] * x;
        // e^−|v| in two factors: x may be as large as it is small.
        const T root = vectormath::exp(vectormath::abs(v) / -2);
        const T e = root * root;
        const T reciprocal = 1 / (1 + e);
        const T finite = vectormath::copySign(boundedMagnitude(x, kLargestScalar), x);
        const T pull = boundedMagnitude(v, 1000) * reciprocal;
        return {select(v > 0, x * reciprocal, finite * root * root * reciprocal),
                reciprocal * select(v > 0, 1 + e * pull, e * (1 - pull))};
    }
};

struct Silu {
    template <class T>
    static Pair<T> at(T x, const T* /*p*/)
    {
        const T beta = constant<T>(1);
        return Swish::at(x, &beta);
    }
};

struct HardSwish {
    template <class T>
    static Pair<T> at(T x, const T* /*p*/)
    {
        const T zero = constant<T>(0);
        const T f = x * (smaller(x + 3, constant<T>(6)) / 6);
        // At the kinks PyTorch takes the slope of the middle piece.
        return {select(x > -3, f, zero), select(x > 3, constant<T>(1), select(x < -3, zero, x / 3 + Scalar(0.5)))};
    }
};

struct Mish {
    template <class T>
    static Pair<T> at(T x, const T* /*p*/)
    {
        // With w = e^x: tanh(ln(1 + w)) = (w² + 2w)/(w² + 2w + 2), and its derivative is 4w(1 + w)/(w² + 2w + 2)². On
        // the right both are written in e = e^−x.
        const T magnitude = boundedMagnitude(x, 1000);
        const T e = vectormath::exp(-magnitude);
        const auto right = x > 0;
        const T numerator = select(right, 1 + 2 * e, 2 + e);
        const T reciprocal = 1 / select(right, numerator + 2 * e * e, numerator * e + 2);
        const T squash = numerator * reciprocal; // on the left without its factor e
        const T fade = 4 * magnitude * (1 + e) * reciprocal * reciprocal;
        return {select(right, x * squash, vectormath::copySign(magnitude, x) * e * squash),
                select(right, squash + e * e * fade, e * (squash - fade))};
    }
};

struct Softplus {
    template <class T>
    static Pair<T> at(T x, const T* p)
    {
        const T v = p[0] * x;
        const T e = vectormath::exp(-vectormath::abs(v));
        const T reciprocal = 1 / (1 + e);
        return {larger(x, constant<T>(0)) + vectormath::log1p(e) / p[0], select(v < 0, e * reciprocal, reciprocal)};
    }
};

struct Squareplus {
    template <class T>
    static Pair<T> at(T x, const T* p)
    {
        // (√(x² + b) − |x|)/2 = (b/4) / ((√(x² + b) + |x|)/2), without the cancellation on the left.
        const T tiny = constant<T>(std::numeric_limits<Scalar>::denorm_min());
        const T magnitude = boundedMagnitude(x, kLargestScalar);
        const T root = larger(vectormath::hypotenuse(magnitude, vectormath::sqrt(p[0])), tiny);
        const T upper = magnitude + (root - magnitude) / 2;
        const T lower = p[0] / 4 / larger(upper, tiny);
        return {larger(x, constant<T>(0)) + lower, select(x > 0, upper, lower) / root};
    }
};

} // namespace ACTISCOPE_KERNEL_PATH
} // namespace core::formulas

// SPDX-License-Identifier: GPL-3.0-or-later
// The formula pairs: each activation's f and f′, both as functions of the pre-activation x, side by side. T is a
// register of floats or a double (VectorMath.h); p are the row's parameters, in the catalogue's order. Conventions:
// subgradients at kinks are PyTorch's; f′ is as accurate in the tails as f. Included by Activation.cpp only.
#pragma once

#include "core/nn/VectorMath.h"

namespace core::formulas
{

using vectormath::constant;

template <class T>
struct Pair {
    T f;
    T df;
};

struct Identity {
    template <class T>
    static Pair<T> at(T x, const T* /*p*/)
    {
        return {x, constant<T>(1)};
    }
};

struct Sigmoid {
    template <class T>
    static Pair<T> at(T x, const T* /*p*/)
    {
        // With e = exp(−|x|) nothing overflows, and s(1 − s) = e/(1 + e)² keeps its digits where s rounds to 1.
        const T e = vectormath::exp(-vectormath::abs(x));
        const T reciprocal = 1 / (1 + e);
        return {vectormath::select(x < 0, e * reciprocal, reciprocal), e * reciprocal * reciprocal};
    }
};

struct Tanh {
    template <class T>
    static Pair<T> at(T x, const T* /*p*/)
    {
        // 1 − tanh² = 4e/(1 + e)² with e = exp(−2|x|); from the rounded tanh it would be 0 beyond |x| ≈ 9.
        const T e = vectormath::exp(-2 * vectormath::abs(x));
        const T reciprocal = 1 / (1 + e);
        return {vectormath::tanh(x), 4 * e * reciprocal * reciprocal};
    }
};

struct Relu {
    template <class T>
    static Pair<T> at(T x, const T* /*p*/)
    {
        return {vectormath::select(x > 0, x, constant<T>(0)),
                vectormath::select(x > 0, constant<T>(1), constant<T>(0))};
    }
};

/// Leaky ReLU, and PReLU with its learned slope in place of the parameter.
struct LeakyRelu {
    template <class T>
    static Pair<T> at(T x, const T* p)
    {
        return {vectormath::select(x > 0, x, p[0] * x), vectormath::select(x > 0, constant<T>(1), p[0])};
    }
};

struct Elu {
    template <class T>
    static Pair<T> at(T x, const T* p)
    {
        const T negative = vectormath::select(x > 0, constant<T>(0), x);
        return {vectormath::select(x > 0, x, p[0] * vectormath::expm1(negative)),
                vectormath::select(x > 0, constant<T>(1), p[0] * vectormath::exp(negative))};
    }
};

struct Selu {
    template <class T>
    static Pair<T> at(T x, const T* /*p*/)
    {
        constexpr auto kAlpha = static_cast<Scalar>(1.6732632423543772);
        constexpr auto kScale = static_cast<Scalar>(1.0507009873554805);
        const T negative = vectormath::select(x > 0, constant<T>(0), x);
        return {kScale * vectormath::select(x > 0, x, kAlpha * vectormath::expm1(negative)),
                kScale * vectormath::select(x > 0, constant<T>(1), kAlpha * vectormath::exp(negative))};
    }
};

} // namespace core::formulas

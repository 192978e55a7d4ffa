// SPDX-License-Identifier: GPL-3.0-or-later
// Value and derivative of the elementary functions in a typed formula, in the notation of ExpressionFormulas.h; the
// derivatives are as accurate in the tails as the values. Used by ExpressionKernels.
#pragma once

#include "core/nn/ExpressionFormulas.h"

#include <numbers>

namespace core::dualnumbers
{

struct Exp {
    static constexpr int kArity = 1;
    template <class T>
    static Dual<T> at(const Dual<T>* u)
    {
        const T f = vectormath::exp(u[0].f);
        return {f, chained(f, u[0].df)};
    }
};

struct Expm1 {
    static constexpr int kArity = 1;
    template <class T>
    static Dual<T> at(const Dual<T>* u)
    {
        return {vectormath::expm1(u[0].f), chained(vectormath::exp(u[0].f), u[0].df)};
    }
};

struct Log {
    static constexpr int kArity = 1;
    template <class T>
    static Dual<T> at(const Dual<T>* u)
    {
        return {expressionmath::log(u[0].f), chained(1 / u[0].f, u[0].df)};
    }
};

struct Log1p {
    static constexpr int kArity = 1;
    template <class T>
    static Dual<T> at(const Dual<T>* u)
    {
        return {expressionmath::log1p(u[0].f), chained(1 / (1 + u[0].f), u[0].df)};
    }
};

struct Sqrt {
    static constexpr int kArity = 1;
    template <class T>
    static Dual<T> at(const Dual<T>* u)
    {
        const T f = expressionmath::sqrt(u[0].f);
        return {f, chained(1 / (2 * f), u[0].df)};
    }
};

struct Sin {
    static constexpr int kArity = 1;
    template <class T>
    static Dual<T> at(const Dual<T>* u)
    {
        const auto [sine, cosine] = expressionmath::sineCosine(u[0].f);
        return {sine, chained(cosine, u[0].df)};
    }
};

struct Cos {
    static constexpr int kArity = 1;
    template <class T>
    static Dual<T> at(const Dual<T>* u)
    {
        const auto [sine, cosine] = expressionmath::sineCosine(u[0].f);
        return {cosine, chained(-sine, u[0].df)};
    }
};

struct Tan {
    static constexpr int kArity = 1;
    template <class T>
    static Dual<T> at(const Dual<T>* u)
    {
        const auto [sine, cosine] = expressionmath::sineCosine(u[0].f);
        return {sine / cosine, chained(1 / (cosine * cosine), u[0].df)};
    }
};

struct Sinh {
    static constexpr int kArity = 1;
    template <class T>
    static Dual<T> at(const Dual<T>* u)
    {
        const auto [sine, cosine] = expressionmath::hyperbolic(u[0].f);
        return {sine, chained(cosine, u[0].df)};
    }
};

struct Cosh {
    static constexpr int kArity = 1;
    template <class T>
    static Dual<T> at(const Dual<T>* u)
    {
        const auto [sine, cosine] = expressionmath::hyperbolic(u[0].f);
        return {cosine, chained(sine, u[0].df)};
    }
};

struct Tanh {
    static constexpr int kArity = 1;
    template <class T>
    static Dual<T> at(const Dual<T>* u)
    {
        // 1 − tanh² from the rounded tanh would be 0 beyond |x| ≈ 9.
        const T e = vectormath::exp(-2 * vectormath::abs(u[0].f));
        const T reciprocal = 1 / (1 + e);
        return {vectormath::tanh(u[0].f), chained(4 * e * reciprocal * reciprocal, u[0].df)};
    }
};

struct Atan {
    static constexpr int kArity = 1;
    template <class T>
    static Dual<T> at(const Dual<T>* u)
    {
        return {expressionmath::atan(u[0].f), chained(1 / (1 + u[0].f * u[0].f), u[0].df)};
    }
};

struct Erf {
    static constexpr int kArity = 1;
    template <class T>
    static Dual<T> at(const Dual<T>* u)
    {
        constexpr auto kSlope = static_cast<Element<T>>(2 * std::numbers::inv_sqrtpi);
        return {expressionmath::erf(u[0].f), chained(kSlope * vectormath::exp(-u[0].f * u[0].f), u[0].df)};
    }
};

struct Sigmoid {
    static constexpr int kArity = 1;
    template <class T>
    static Dual<T> at(const Dual<T>* u)
    {
        const T e = vectormath::exp(-vectormath::abs(u[0].f));
        const T reciprocal = 1 / (1 + e);
        return {select(u[0].f < 0, e * reciprocal, reciprocal), chained(e * reciprocal * reciprocal, u[0].df)};
    }
};

struct Softplus {
    static constexpr int kArity = 1;
    template <class T>
    static Dual<T> at(const Dual<T>* u)
    {
        const T e = vectormath::exp(-vectormath::abs(u[0].f));
        const T reciprocal = 1 / (1 + e);
        const T positive = select(u[0].f <= 0, zero<T>(), u[0].f);
        return {positive + expressionmath::log1p(e), chained(select(u[0].f < 0, e * reciprocal, reciprocal), u[0].df)};
    }
};

} // namespace core::dualnumbers

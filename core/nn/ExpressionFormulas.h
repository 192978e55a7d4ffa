// SPDX-License-Identifier: GPL-3.0-or-later
// Value and derivative of a typed formula's operators, comparisons and choices (its functions are in
// ExpressionFunctions.h), for dual numbers: each argument comes with its own derivative by x. T is a register of floats
// or a double. Conventions at kinks are PyTorch's: abs′(0) = relu′(0) = sign′ = 0, min and max share a tie equally,
// clamp′ is 1 at its bounds. Where an argument does not change with x (derivative 0), it contributes nothing, however
// steep the operation is there: no 0 · ∞. Used by ExpressionKernels and the scalar evaluation in ExpressionProgram.cpp.
#pragma once

#include "core/nn/ExpressionMath.h"

#include <limits>

namespace core::dualnumbers
{

using vectormath::constant;
using vectormath::select;

/// The type of the numbers in a register.
template <class T>
struct ElementOf {
    using Type = T;
};
template <>
struct ElementOf<vectormath::Floats> {
    using Type = float;
};
template <class T>
using Element = typename ElementOf<T>::Type;

/// A value and its derivative by x.
template <class T>
struct Dual {
    T f;
    T df;
};

/// outer′ · inner′ of the chain rule.
template <class T>
T chained(T slope, T inner)
{
    return select(inner == 0, constant<T>(0), slope * inner);
}

template <class T>
T zero()
{
    return constant<T>(0);
}

/// 1 where the condition holds, else 0; a step has no slope.
template <class T, class Condition>
Dual<T> truth(Condition condition)
{
    return {select(condition, constant<T>(1), zero<T>()), zero<T>()};
}

struct Negate {
    static constexpr int kArity = 1;
    template <class T>
    static Dual<T> at(const Dual<T>* u)
    {
        return {-u[0].f, -u[0].df};
    }
};

struct Add {
    static constexpr int kArity = 2;
    template <class T>
    static Dual<T> at(const Dual<T>* u)
    {
        return {u[0].f + u[1].f, u[0].df + u[1].df};
    }
};

struct Subtract {
    static constexpr int kArity = 2;
    template <class T>
    static Dual<T> at(const Dual<T>* u)
    {
        return {u[0].f - u[1].f, u[0].df - u[1].df};
    }
};

/// Of two factors that both depend on x, or only one.
template <bool leftVaries, bool rightVaries>
struct Multiply {
    static constexpr int kArity = 2;
    template <class T>
    static Dual<T> at(const Dual<T>* u)
    {
        T df = zero<T>();
        if constexpr (leftVaries)
            df += chained(u[1].f, u[0].df);
        if constexpr (rightVaries)
            df += chained(u[0].f, u[1].df);
        return {u[0].f * u[1].f, df};
    }
};

template <bool leftVaries, bool rightVaries>
struct Divide {
    static constexpr int kArity = 2;
    template <class T>
    static Dual<T> at(const Dual<T>* u)
    {
        const T quotient = u[0].f / u[1].f;
        T df = zero<T>();
        if constexpr (leftVaries)
            df += u[0].df;
        if constexpr (rightVaries) {
            df -= chained(quotient, u[1].df);
            // Past the largest number the quotient is 0 for good, and so is its slope.
            const auto isEndless = vectormath::abs(u[1].f) > std::numeric_limits<Element<T>>::max();
            return {quotient, select(isEndless & (quotient == 0), zero<T>(), df / u[1].f)};
        }
        return {quotient, df / u[1].f};
    }
};

/// u^v in general.
struct Power {
    static constexpr int kArity = 2;
    template <class T>
    static Dual<T> at(const Dual<T>* u)
    {
        const T f = expressionmath::pow(u[0].f, u[1].f);
        const T byBase = u[1].f * expressionmath::pow(u[0].f, u[1].f - 1);
        const T byExponent = select(f == 0, zero<T>(), f * expressionmath::log(u[0].f));
        return {f, chained(byBase, u[0].df) + chained(byExponent, u[1].df)};
    }
};

/// A base that does not depend on x.
struct PowerOfConstant {
    static constexpr int kArity = 2;
    template <class T>
    static Dual<T> at(const Dual<T>* u)
    {
        const T f = expressionmath::pow(u[0].f, u[1].f);
        return {f, chained(select(f == 0, zero<T>(), f * expressionmath::log(u[0].f)), u[1].df)};
    }
};

/// An exponent that does not depend on x and is no whole number.
struct PowerToConstant {
    static constexpr int kArity = 2;
    template <class T>
    static Dual<T> at(const Dual<T>* u)
    {
        return {expressionmath::pow(u[0].f, u[1].f),
                chained(u[1].f * expressionmath::pow(u[0].f, u[1].f - 1), u[0].df)};
    }
};

/// u^n by multiplication, n > 0.
template <class T>
T wholePower(T u, int n)
{
    T result = (n & 1) != 0 ? u : constant<T>(1);
    for (n >>= 1; n > 0; n >>= 1) {
        u *= u;
        if ((n & 1) != 0)
            result *= u;
    }
    return result;
}

/// u^n with a whole n.
template <class T>
Dual<T> toWholePower(const Dual<T>& u, int n)
{
    if (n == 0)
        return {constant<T>(1), zero<T>()};
    const T slope = n > 0 ? static_cast<Element<T>>(n) * wholePower(u.f, n - 1)
                          : static_cast<Element<T>>(n) / wholePower(u.f, 1 - n);
    return {n > 0 ? wholePower(u.f, n) : 1 / wholePower(u.f, -n), chained(slope, u.df)};
}

struct Less {
    static constexpr int kArity = 2;
    template <class T>
    static Dual<T> at(const Dual<T>* u)
    {
        return truth<T>(u[0].f < u[1].f);
    }
};

struct LessEqual {
    static constexpr int kArity = 2;
    template <class T>
    static Dual<T> at(const Dual<T>* u)
    {
        return truth<T>(u[0].f <= u[1].f);
    }
};

struct Greater {
    static constexpr int kArity = 2;
    template <class T>
    static Dual<T> at(const Dual<T>* u)
    {
        return truth<T>(u[0].f > u[1].f);
    }
};

struct GreaterEqual {
    static constexpr int kArity = 2;
    template <class T>
    static Dual<T> at(const Dual<T>* u)
    {
        return truth<T>(u[0].f >= u[1].f);
    }
};

struct Equal {
    static constexpr int kArity = 2;
    template <class T>
    static Dual<T> at(const Dual<T>* u)
    {
        return truth<T>(u[0].f == u[1].f);
    }
};

struct NotEqual {
    static constexpr int kArity = 2;
    template <class T>
    static Dual<T> at(const Dual<T>* u)
    {
        return truth<T>(u[0].f != u[1].f);
    }
};

struct If {
    static constexpr int kArity = 3;
    template <class T>
    static Dual<T> at(const Dual<T>* u)
    {
        const auto holds = u[0].f != 0;
        return {select(holds, u[1].f, u[2].f), select(holds, u[1].df, u[2].df)};
    }
};

/// One of two arguments, or what both make where neither wins: their half sum, which NaN goes through.
template <class T, class Condition>
Dual<T> winner(Condition left, Condition right, const Dual<T>* u)
{
    const T df = select(left, u[0].df, select(right, u[1].df, u[0].df / 2 + u[1].df / 2));
    const T tie = select(u[0].f == u[1].f, u[0].f, u[0].f + u[1].f);
    return {select(left, u[0].f, select(right, u[1].f, tie)), df};
}

struct Min {
    static constexpr int kArity = 2;
    template <class T>
    static Dual<T> at(const Dual<T>* u)
    {
        return winner(u[0].f < u[1].f, u[1].f < u[0].f, u);
    }
};

struct Max {
    static constexpr int kArity = 2;
    template <class T>
    static Dual<T> at(const Dual<T>* u)
    {
        return winner(u[0].f > u[1].f, u[1].f > u[0].f, u);
    }
};

/// PyTorch's: at and between the bounds the value itself, and the upper bound wins where the two are crossed.
struct Clamp {
    static constexpr int kArity = 3;
    template <class T>
    static Dual<T> at(const Dual<T>* u)
    {
        const auto isBelow = u[0].f < u[1].f;
        const T raised = select(isBelow, u[1].f, u[0].f);
        const T slope = select(isBelow, u[1].df, u[0].df);
        const auto isAbove = raised > u[2].f;
        const T result = select(isAbove, u[2].f, raised);
        // Bounds that are NaN make the result so.
        const T bounds = u[1].f + u[2].f;
        const auto isNan = bounds != bounds; // NOLINT(misc-redundant-expression)
        return {select(isNan & (u[1].f != -u[2].f), bounds, result), select(isAbove, u[2].df, slope)};
    }
};

struct Abs {
    static constexpr int kArity = 1;
    template <class T>
    static Dual<T> at(const Dual<T>* u)
    {
        const T sign = select(u[0].f > 0, constant<T>(1), select(u[0].f < 0, constant<T>(-1), zero<T>()));
        return {vectormath::abs(u[0].f), chained(sign, u[0].df)};
    }
};

struct Sign {
    static constexpr int kArity = 1;
    template <class T>
    static Dual<T> at(const Dual<T>* u)
    {
        return {select(u[0].f > 0, constant<T>(1), select(u[0].f < 0, constant<T>(-1), u[0].f)), zero<T>()};
    }
};

struct Relu {
    static constexpr int kArity = 1;
    template <class T>
    static Dual<T> at(const Dual<T>* u)
    {
        return {select(u[0].f <= 0, zero<T>(), u[0].f), select(u[0].f > 0, u[0].df, zero<T>())};
    }
};

} // namespace core::dualnumbers

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nn/ExpressionKernels.h"

#include "core/nn/ExpressionFunctions.h"

#include <array>
#include <cassert>
#include <cmath>

namespace core
{

namespace
{

using dualnumbers::Dual;

/// Whole exponents up to here are powers by multiplication.
constexpr double kLargestWholePower = 1024;

template <class Formula, class T, bool withDf>
void loop(const Operand<T>* arguments, T* f, T* df, Index count)
{
    for (Index i = 0; i < count; ++i) {
        Dual<T> duals[Formula::kArity];
        for (int k = 0; k < Formula::kArity; ++k) {
            duals[k].f = arguments[k].f[i * arguments[k].step];
            duals[k].df = withDf ? arguments[k].df[i * arguments[k].slopeStep] : dualnumbers::zero<T>();
        }
        const Dual<T> result = Formula::at(duals);
        f[i] = result.f;
        if constexpr (withDf)
            df[i] = result.df;
    }
}

inline double firstElement(double value)
{
    return value;
}
inline double firstElement(vectormath::Floats value)
{
    return static_cast<double>(value[0]);
}

/// u^v where v does not depend on x.
template <class T, bool withDf>
void powerToConstant(const Operand<T>* arguments, T* f, T* df, Index count)
{
    const double exponent = firstElement(*arguments[1].f);
    if (std::abs(exponent) > kLargestWholePower || exponent != std::trunc(exponent)) {
        loop<dualnumbers::PowerToConstant, T, withDf>(arguments, f, df, count);
        return;
    }
    const Operand<T>& base = arguments[0];
    for (Index i = 0; i < count; ++i) {
        const Dual<T> argument{base.f[i * base.step], withDf ? base.df[i * base.slopeStep] : dualnumbers::zero<T>()};
        const Dual<T> result = dualnumbers::toWholePower(argument, static_cast<int>(exponent));
        f[i] = result.f;
        if constexpr (withDf)
            df[i] = result.df;
    }
}

template <class Formula, class T>
OperationKernels<T> both()
{
    return {loop<Formula, T, false>, loop<Formula, T, true>};
}

template <class T>
OperationKernels<T> productKernels(Operation operation, bool leftVaries, bool rightVaries)
{
    namespace d = dualnumbers;
    switch (operation) {
    case Operation::Multiply:
        if (!leftVaries)
            return both<d::Multiply<false, true>, T>();
        return rightVaries ? both<d::Multiply<true, true>, T>() : both<d::Multiply<true, false>, T>();
    case Operation::Divide:
        if (!leftVaries)
            return both<d::Divide<false, true>, T>();
        return rightVaries ? both<d::Divide<true, true>, T>() : both<d::Divide<true, false>, T>();
    default:
        if (!rightVaries)
            return {powerToConstant<T, false>, powerToConstant<T, true>};
        return leftVaries ? both<d::Power, T>() : both<d::PowerOfConstant, T>();
    }
}

template <class T>
OperationKernels<T> operatorKernels(Operation operation)
{
    namespace d = dualnumbers;
    switch (operation) {
    case Operation::Negate:
        return both<d::Negate, T>();
    case Operation::Add:
        return both<d::Add, T>();
    case Operation::Subtract:
        return both<d::Subtract, T>();
    case Operation::Less:
        return both<d::Less, T>();
    case Operation::LessEqual:
        return both<d::LessEqual, T>();
    case Operation::Greater:
        return both<d::Greater, T>();
    case Operation::GreaterEqual:
        return both<d::GreaterEqual, T>();
    case Operation::Equal:
        return both<d::Equal, T>();
    case Operation::NotEqual:
        return both<d::NotEqual, T>();
    default:
        return {};
    }
}

template <class T>
OperationKernels<T> choiceKernels(Operation operation)
{
    namespace d = dualnumbers;
    switch (operation) {
    case Operation::If:
        return both<d::If, T>();
    case Operation::Min:
        return both<d::Min, T>();
    case Operation::Max:
        return both<d::Max, T>();
    case Operation::Abs:
        return both<d::Abs, T>();
    case Operation::Sign:
        return both<d::Sign, T>();
    case Operation::Relu:
        return both<d::Relu, T>();
    case Operation::Clamp:
        return both<d::Clamp, T>();
    default:
        return {};
    }
}

template <class T>
OperationKernels<T> functionKernels(Operation operation)
{
    namespace d = dualnumbers;
    switch (operation) {
    case Operation::Exp:
        return both<d::Exp, T>();
    case Operation::Log:
        return both<d::Log, T>();
    case Operation::Log1p:
        return both<d::Log1p, T>();
    case Operation::Expm1:
        return both<d::Expm1, T>();
    case Operation::Sqrt:
        return both<d::Sqrt, T>();
    case Operation::Sin:
        return both<d::Sin, T>();
    case Operation::Cos:
        return both<d::Cos, T>();
    case Operation::Tan:
        return both<d::Tan, T>();
    case Operation::Sinh:
        return both<d::Sinh, T>();
    case Operation::Cosh:
        return both<d::Cosh, T>();
    case Operation::Tanh:
        return both<d::Tanh, T>();
    case Operation::Atan:
        return both<d::Atan, T>();
    case Operation::Erf:
        return both<d::Erf, T>();
    case Operation::Sigmoid:
        return both<d::Sigmoid, T>();
    case Operation::Softplus:
        return both<d::Softplus, T>();
    default:
        return {};
    }
}

template <class T>
OperationKernels<T> operationKernels(Operation operation, bool leftVaries, bool rightVaries)
{
    if (operation == Operation::Multiply || operation == Operation::Divide || operation == Operation::Power)
        return productKernels<T>(operation, leftVaries, rightVaries);
    for (const auto find : {operatorKernels<T>, choiceKernels<T>, functionKernels<T>})
        if (const OperationKernels<T> found = find(operation); found.value)
            return found;
    assert(false);
    return {};
}

} // namespace

OperationKernels<vectormath::Pack> packKernels(Operation operation, bool leftVaries, bool rightVaries)
{
    return operationKernels<vectormath::Pack>(operation, leftVaries, rightVaries);
}

Dual<double> operationAt(const ExpressionNode& node, const Dual<double>* arguments)
{
    std::array<Operand<double>, kMostArguments> operands{};
    const int arity = arityOf(node.operation);
    for (std::size_t k = 0; k < static_cast<std::size_t>(arity); ++k) {
        const Dual<double>& argument = arguments[node.arguments[k]];
        operands[k] = {&argument.f, &argument.df, 0, 0};
    }
    const bool rightVaries = arity == 2 && arguments[node.arguments[1]].df != 0;
    Dual<double> result{};
    operationKernels<double>(node.operation, true, rightVaries).dual(operands.data(), &result.f, &result.df, 1);
    return result;
}

} // namespace core

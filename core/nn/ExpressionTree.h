// SPDX-License-Identifier: GPL-3.0-or-later
// A typed formula as it was understood: its operations in the order of computation. Made by ExpressionParser; read by
// the program that evaluates it, the analysis and the code export. Immutable once parsed: any thread.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace core
{

enum class Operation : std::uint8_t {
    Variable,
    ParameterA,
    ParameterB,
    ParameterC,
    Number,
    Negate,
    Add,
    Subtract,
    Multiply,
    Divide,
    Power,
    Less, ///< this and the other comparisons are 1 where they hold, else 0
    LessEqual,
    Greater,
    GreaterEqual,
    Equal,
    NotEqual,
    If, ///< condition, value where it is not 0, value where it is 0
    Min,
    Max,
    Abs,
    Sign,
    Exp,
    Log,
    Log1p,
    Expm1,
    Sqrt,
    Sin,
    Cos,
    Tan,
    Sinh,
    Cosh,
    Tanh,
    Atan,
    Erf,
    Sigmoid,
    Softplus,
    Relu,
    Clamp, ///< value, lower bound, upper bound
};

inline constexpr int kMostArguments = 3;

/// One operation. Its arguments are indices of nodes that come before it.
struct ExpressionNode {
    Operation operation = Operation::Number;
    std::array<int, kMostArguments> arguments{};
    double number = 0; ///< of Operation::Number
};

/// The last node is the value of the whole.
using ExpressionTree = std::vector<ExpressionNode>;

/// A function as it is typed.
struct ExpressionFunction {
    std::string_view name{};
    Operation operation{};
    int arity = 1;
};

/// All functions, in alphabetical order.
std::span<const ExpressionFunction> expressionFunctions();

/// How many arguments the operation has.
int arityOf(Operation operation);

/// For each node whether its value depends on x.
std::vector<bool> varyingNodes(const ExpressionTree& tree);

} // namespace core

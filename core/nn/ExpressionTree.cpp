// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nn/ExpressionTree.h"

#include <algorithm>

namespace core
{

namespace
{

constexpr std::array kFunctions{
    ExpressionFunction{"abs", Operation::Abs},           ExpressionFunction{"atan", Operation::Atan},
    ExpressionFunction{"clamp", Operation::Clamp, 3},    ExpressionFunction{"cos", Operation::Cos},
    ExpressionFunction{"cosh", Operation::Cosh},         ExpressionFunction{"erf", Operation::Erf},
    ExpressionFunction{"exp", Operation::Exp},           ExpressionFunction{"expm1", Operation::Expm1},
    ExpressionFunction{"if", Operation::If, 3},          ExpressionFunction{"log", Operation::Log},
    ExpressionFunction{"log1p", Operation::Log1p},       ExpressionFunction{"max", Operation::Max, 2},
    ExpressionFunction{"min", Operation::Min, 2},        ExpressionFunction{"relu", Operation::Relu},
    ExpressionFunction{"sigmoid", Operation::Sigmoid},   ExpressionFunction{"sign", Operation::Sign},
    ExpressionFunction{"sin", Operation::Sin},           ExpressionFunction{"sinh", Operation::Sinh},
    ExpressionFunction{"softplus", Operation::Softplus}, ExpressionFunction{"sqrt", Operation::Sqrt},
    ExpressionFunction{"tan", Operation::Tan},           ExpressionFunction{"tanh", Operation::Tanh},
};

} // namespace

std::span<const ExpressionFunction> expressionFunctions()
{
    return kFunctions;
}

int arityOf(Operation operation)
{
    if (operation <= Operation::Number)
        return 0;
    if (operation == Operation::Negate)
        return 1;
    if (operation <= Operation::NotEqual)
        return 2;
    return std::find_if(kFunctions.begin(), kFunctions.end(),
                        [&](const ExpressionFunction& function) { return function.operation == operation; })
        ->arity;
}

std::vector<bool> varyingNodes(const ExpressionTree& tree)
{
    std::vector<bool> varies(tree.size());
    for (std::size_t i = 0; i < tree.size(); ++i) {
        varies[i] = tree[i].operation == Operation::Variable;
        for (int k = 0; k < arityOf(tree[i].operation); ++k)
            varies[i] = varies[i] || varies[static_cast<std::size_t>(tree[i].arguments[static_cast<std::size_t>(k)])];
    }
    return varies;
}

} // namespace core

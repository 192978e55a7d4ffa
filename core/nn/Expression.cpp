// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nn/Expression.h"

#include "core/nn/ExpressionParser.h"
#include "core/nn/ExpressionProgram.h"

#include <cassert>
#include <utility>

namespace core
{

Result<Expression> Expression::parse(std::string_view text)
{
    Result<ExpressionTree> tree = parseExpression(text);
    if (!tree)
        return tree.faults();
    Expression expression;
    for (const ExpressionNode& node : tree.value())
        if (node.operation >= Operation::ParameterA && node.operation <= Operation::ParameterC)
            expression
                .m_uses[static_cast<std::size_t>(node.operation) - static_cast<std::size_t>(Operation::ParameterA)] =
                true;
    expression.m_text = std::make_shared<const std::string>(text);
    expression.m_program = std::make_shared<const ExpressionProgram>(std::move(tree).value());
    return expression;
}

void Expression::evaluate(std::span<const Scalar> z, std::span<Scalar> f, std::span<Scalar> df,
                          const Parameters& parameters) const
{
    assert(f.empty() || f.size() == z.size());
    assert(df.empty() || df.size() == z.size());
    m_program->run(z.data(), f.empty() ? nullptr : f.data(), df.empty() ? nullptr : df.data(),
                   static_cast<Index>(z.size()), parameters);
}

} // namespace core

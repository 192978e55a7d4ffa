// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nn/ExpressionCurve.h"

#include "core/nn/ExpressionProgram.h"

#include <algorithm>
#include <cmath>

namespace core
{

using dualnumbers::Dual;

ExpressionCurve::ExpressionCurve(const Expression& expression, const Expression::Parameters& parameters)
    : m_expression(expression)
    , m_tree(m_expression.program().tree())
    , m_values(m_tree.size())
{
    const std::vector<bool> varies = varyingNodes(m_tree);
    for (std::size_t i = 0; i < m_tree.size(); ++i) {
        const ExpressionNode& node = m_tree[i];
        switch (node.operation) {
        case Operation::Abs:
        case Operation::Sign:
        case Operation::Relu:
        case Operation::If:
            m_switches.push_back({node.arguments[0]});
            break;
        case Operation::Clamp:
            m_switches.push_back({node.arguments[0], node.arguments[2]});
            [[fallthrough]];
        case Operation::Min:
        case Operation::Max:
        case Operation::Less:
        case Operation::LessEqual:
        case Operation::Greater:
        case Operation::GreaterEqual:
        case Operation::Equal:
        case Operation::NotEqual:
            m_switches.push_back({node.arguments[0], node.arguments[1]});
            break;
        default:
            break;
        }
        // What does not depend on x is computed here, once.
        if (node.operation >= Operation::ParameterA && node.operation <= Operation::ParameterC)
            m_values[i].f =
                parameters[static_cast<std::size_t>(node.operation) - static_cast<std::size_t>(Operation::ParameterA)];
        else if (node.operation == Operation::Number)
            m_values[i].f = node.number;
        else if (!varies[i])
            m_values[i].f = operationAt(node, m_values.data()).f;
    }
    const auto changes = [&](int node) { return node >= 0 && varies[static_cast<std::size_t>(node)]; };
    std::erase_if(m_switches, [&](const Switch& each) { return !changes(each.left) && !changes(each.right); });
    for (std::size_t i = 0; i < m_tree.size(); ++i)
        if (varies[i])
            m_varying.push_back(i);
}

Dual<double> ExpressionCurve::at(double x)
{
    for (const std::size_t i : m_varying)
        m_values[i] =
            m_tree[i].operation == Operation::Variable ? Dual<double>{x, 1} : operationAt(m_tree[i], m_values.data());
    const Dual<double>& result = m_values.back();
    return {result.f, std::isnan(result.f) ? result.f : result.df};
}

std::vector<ExpressionCurve::Side> ExpressionCurve::sides() const
{
    std::vector<Side> sides(m_switches.size());
    std::transform(m_switches.begin(), m_switches.end(), sides.begin(), [&](const Switch& each) {
        const double left = m_values[static_cast<std::size_t>(each.left)].f;
        const double right = each.right < 0 ? 0 : m_values[static_cast<std::size_t>(each.right)].f;
        if (std::isnan(left) || std::isnan(right))
            return Side{2};
        return static_cast<Side>(left < right ? -1 : static_cast<int>(left > right));
    });
    return sides;
}

} // namespace core

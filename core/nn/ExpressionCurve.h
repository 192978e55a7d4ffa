// SPDX-License-Identifier: GPL-3.0-or-later
// A typed formula with its parameters, one point at a time in double, with a look at its switching points. Used by
// ExpressionAnalysis and by tests, on any thread; one object belongs to one thread.
#pragma once

#include "core/nn/Expression.h"
#include "core/nn/ExpressionFormulas.h"
#include "core/nn/ExpressionTree.h"

#include <cstdint>
#include <vector>

namespace core
{

class ExpressionCurve
{
public:
    /// On which side of a switch the formula is: −1, 0 (exactly on it), 1, or 2 where it cannot be said.
    using Side = std::int8_t;

    ExpressionCurve(const Expression& expression, const Expression::Parameters& parameters);

    /// f and f′.
    dualnumbers::Dual<double> at(double x);
    /// Of each switch, at the x of the last at().
    [[nodiscard]] std::vector<Side> sides() const;
    [[nodiscard]] std::size_t switchCount() const { return m_switches.size(); }

private:
    /// Two values whose order decides; the second may be none: then it is 0.
    struct Switch {
        int left = 0;
        int right = -1;
    };

    Expression m_expression;
    const ExpressionTree& m_tree;
    std::vector<dualnumbers::Dual<double>> m_values; ///< by node
    std::vector<std::size_t> m_varying;              ///< nodes that depend on x
    std::vector<Switch> m_switches;
};

} // namespace core

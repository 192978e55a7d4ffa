// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nn/Activation.h"

#include "core/nn/kernels/Kernels.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <mutex>
#include <utility>
#include <vector>

namespace core
{

/// A formula with its parameters. What it is like is looked for when somebody asks.
struct ActivationFunction::Typed {
    Typed(Expression typed, const Expression::Parameters& values)
        : expression(std::move(typed))
        , parameters(values)
    {
    }

    const ExpressionAnalysis& analysis() const
    {
        std::call_once(m_once, [this] { m_analysis = analysed(expression, parameters); });
        return m_analysis;
    }

    Expression expression;
    Expression::Parameters parameters;

private:
    mutable std::once_flag m_once;
    mutable ExpressionAnalysis m_analysis;
};

std::string_view expressionOf(const Choice& choice)
{
    return choice.expression.empty() ? kExpressionByDefault : std::string_view(choice.expression);
}

ActivationFunction::ActivationFunction(const Choice& choice)
    : m_info(findRow(activationCatalogue(), choice.kind))
{
    assert(m_info);
    const std::vector<double> values = parameterValues(m_info->parameters, choice.parameters);
    std::transform(values.begin(), values.end(), m_parameters.begin(),
                   [](double value) { return static_cast<Scalar>(value); });
    if (!m_info->isTyped)
        return;
    Result<Expression> expression = Expression::parse(expressionOf(choice));
    assert(expression); // ConfigCheck's promise
    m_typed = std::make_shared<const Typed>(std::move(expression).value(),
                                            Expression::Parameters{values[0], values[1], values[2]});
}

void ActivationFunction::evaluate(std::span<const Scalar> z, std::span<Scalar> f, std::span<Scalar> df) const
{
    assert(f.empty() || f.size() == z.size());
    assert(df.empty() || df.size() == z.size());
    if (m_typed) {
        m_typed->expression.evaluate(z, f, df, m_typed->parameters);
        return;
    }
    kernels().activations[m_info->kernel](z.data(), f.empty() ? nullptr : f.data(), df.empty() ? nullptr : df.data(),
                                          static_cast<Index>(z.size()), m_parameters.data());
}

ActivationFunction ActivationFunction::withLearnedSlope(Scalar slope) const
{
    ActivationFunction function = *this;
    if (m_info->slopeIsLearned)
        function.m_parameters[0] = slope;
    return function;
}

SaturationRange ActivationFunction::saturationRange() const
{
    if (m_typed)
        return {m_typed->analysis().betweenTails.lower, m_typed->analysis().betweenTails.upper};
    return m_info->saturation ? m_info->saturation(m_parameters) : SaturationRange{};
}

bool ActivationFunction::hasDerivative() const
{
    if (!m_typed)
        return !m_info->isFlat;
    const std::vector<Interval>& zones = m_typed->analysis().deadZones;
    return zones.size() != 1 || std::isfinite(zones[0].lower) || std::isfinite(zones[0].upper);
}

const ExpressionAnalysis* ActivationFunction::analysis() const
{
    return m_typed ? &m_typed->analysis() : nullptr;
}

} // namespace core

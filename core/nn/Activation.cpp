// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nn/Activation.h"

#include <algorithm>
#include <cassert>
#include <limits>
#include <vector>

namespace core
{

ActivationFunction::ActivationFunction(const Choice& choice)
    : m_info(findRow(activationCatalogue(), choice.kind))
{
    assert(m_info);
    const std::vector<double> values = parameterValues(m_info->parameters, choice.parameters);
    std::transform(values.begin(), values.end(), m_parameters.begin(),
                   [](double value) { return static_cast<Scalar>(value); });
}

void ActivationFunction::evaluate(std::span<const Scalar> z, std::span<Scalar> f, std::span<Scalar> df) const
{
    assert(f.empty() || f.size() == z.size());
    assert(df.empty() || df.size() == z.size());
    m_info->kernel(z.data(), f.empty() ? nullptr : f.data(), df.empty() ? nullptr : df.data(),
                   static_cast<Index>(z.size()), m_parameters);
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
    return m_info->saturation ? m_info->saturation(m_parameters) : SaturationRange{};
}

} // namespace core

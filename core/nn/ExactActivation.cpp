// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nn/ExactActivation.h"

#include "core/nn/kernels/ActivationKernels.h"

#include <algorithm>
#include <cassert>

namespace core
{

namespace
{

using Exact = ExactActivation::Value (*)(double z, const double* parameters);

template <class Formula>
ExactActivation::Value exactAt(double z, const double* parameters)
{
    const auto pair = Formula::at(z, parameters);
    return {pair.f, pair.df};
}

template <class... Formulas>
constexpr std::array<Exact, sizeof...(Formulas)> exactFormulas(formulas::List<Formulas...> /*list*/)
{
    return {exactAt<Formulas>...};
}

constexpr auto kExact = exactFormulas(formulas::All{});

} // namespace

ExactActivation::ExactActivation(const Choice& choice)
{
    const ActivationInfo* info = findRow(activationCatalogue(), choice.kind);
    assert(info);
    const std::vector<double> values = parameterValues(info->parameters, choice.parameters);
    std::copy(values.begin(), values.end(), m_parameters.begin());
    m_kernel = info->kernel;
    if (!info->isTyped)
        return;
    const Result<Expression> expression = Expression::parse(expressionOf(choice));
    assert(expression); // ConfigCheck's promise
    const Expression::Parameters parameters{values[0], values[1], values[2]};
    m_typed.emplace(expression.value(), parameters);
    m_kinks = analysed(expression.value(), parameters).kinks;
}

ExactActivation::Value ExactActivation::at(double z)
{
    if (!m_typed)
        return kExact[m_kernel](z, m_parameters.data());
    const dualnumbers::Dual<double> dual = m_typed->at(z);
    return {dual.f, dual.df};
}

} // namespace core

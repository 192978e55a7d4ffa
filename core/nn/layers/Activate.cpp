// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nn/layers/Activate.h"

namespace core
{

namespace
{

std::span<const Scalar> elements(const Matrix& matrix)
{
    return {matrix.data(), static_cast<std::size_t>(matrix.size())};
}
std::span<Scalar> elements(Matrix& matrix)
{
    return {matrix.data(), static_cast<std::size_t>(matrix.size())};
}

} // namespace

Activate::Activate(const ActivationFunction& function, Index offset)
    : m_function(function)
    , m_slope{offset, 1, 1}
{
}

void Activate::forward(const Vector& parameters, const Matrix& input, Mode /*mode*/, LayerPass& pass) const
{
    pass.output.resize(input.rows(), input.cols());
    function(parameters).evaluate(elements(input), elements(pass.output), {});
}

void Activate::backward(const Vector& parameters, const Matrix& input, const LayerPass& pass, Matrix* dInput,
                        Vector& gradient) const
{
    Scalar& slopeGradient = gradient[m_slope.offset];
    slopeGradient = 0;
    if (m_function.info().slopeIsLearned) // ∂f/∂slope = min(z, 0)
        slopeGradient = (pass.dOutput.array() * input.array().min(Scalar(0))).sum();
    if (!dInput)
        return;
    dInput->resize(input.rows(), input.cols());
    function(parameters).evaluate(elements(input), {}, elements(*dInput));
    dInput->array() *= pass.dOutput.array();
}

void Activate::setFunction(const ActivationFunction& function, Vector& parameters)
{
    const bool startsAgain = &function.info() != &m_function.info() || function.parameter(0) != m_function.parameter(0);
    m_function = function;
    if (startsAgain)
        initialize(parameters);
}

void Activate::initialize(Vector& parameters) const
{
    parameters[m_slope.offset] =
        m_function.info().slopeIsLearned ? static_cast<Scalar>(m_function.parameter(0)) : Scalar(0);
}

ActivationFunction Activate::function(const Vector& parameters) const
{
    return m_function.withLearnedSlope(parameters[m_slope.offset]);
}

} // namespace core

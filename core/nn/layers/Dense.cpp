// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nn/layers/Dense.h"

namespace core
{

Dense::Dense(Index inputs, Index outputs, Index offset)
    : m_weights{offset, outputs, inputs}
    , m_biases{m_weights.end(), outputs, 1}
{
}

void Dense::forward(const Vector& parameters, const Matrix& input, Occasion /*occasion*/, LayerPass& pass) const
{
    pass.output.noalias() = m_weights.matrix(parameters) * input;
    pass.output.colwise() += m_biases.vector(parameters);
}

void Dense::backward(const Vector& parameters, const Matrix& input, const LayerPass& pass, Matrix* dInput,
                     Vector& gradient) const
{
    m_weights.matrix(gradient).noalias() = pass.dOutput * input.transpose(); // ∂loss/∂W = δ xᵀ
    m_biases.vector(gradient) = pass.dOutput.rowwise().sum();
    if (dInput)
        dInput->noalias() = m_weights.matrix(parameters).transpose() * pass.dOutput; // ∂loss/∂x = Wᵀ δ
}

} // namespace core

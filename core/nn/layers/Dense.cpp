// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nn/layers/Dense.h"

#include "core/nn/SharedKernels.h"

namespace core
{

Dense::Dense(Index inputs, Index outputs, Index offset)
    : m_weights{offset, outputs, inputs}
    , m_biases{m_weights.end(), outputs, 1}
{
}

void Dense::forward(const Vector& parameters, const Matrix& input, Occasion /*occasion*/, LayerPass& pass) const
{
    const Index batch = input.cols();
    pass.output.resize(m_weights.rows, batch);
    pass.finite = multiply({.rows = m_weights.rows,
                            .inner = m_weights.columns,
                            .columns = batch,
                            .left = parameters.data() + m_weights.offset,
                            .leftRowStep = m_weights.columns,
                            .right = input.data(),
                            .rightStep = batch,
                            .result = pass.output.data(),
                            .resultStep = batch,
                            .bias = parameters.data() + m_biases.offset},
                           pass.crew);
}

void Dense::backward(const Vector& parameters, const Matrix& input, LayerPass& pass, Matrix* dInput,
                     Vector& gradient) const
{
    const Matrix& delta = pass.dOutput;
    const Index batch = delta.cols();
    denseGradient({.units = m_weights.rows,
                   .inputs = m_weights.columns,
                   .batch = batch,
                   .delta = delta.data(),
                   .input = input.data(),
                   .gradient = gradient.data() + m_weights.offset}, // ∂b lies behind ∂W
                  pass.crew);
    if (!dInput)
        return;
    // ∂loss/∂x = Wᵀ δ
    dInput->resize(m_weights.columns, batch);
    multiply({.rows = m_weights.columns,
              .inner = m_weights.rows,
              .columns = batch,
              .left = parameters.data() + m_weights.offset,
              .leftRowStep = 1,
              .leftInnerStep = m_weights.columns,
              .right = delta.data(),
              .rightStep = batch,
              .result = dInput->data(),
              .resultStep = batch},
             pass.crew);
}

} // namespace core

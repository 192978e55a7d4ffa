// SPDX-License-Identifier: GPL-3.0-or-later
// The fully connected layer: u = W x + b, with W of fan_out rows and fan_in columns.
#pragma once

#include "core/nn/Layer.h"

namespace core
{

class Dense final : public Layer
{
public:
    /// Takes its place in the row of parameters from `offset` on.
    Dense(Index inputs, Index outputs, Index offset);

    void forward(const Vector& parameters, const Matrix& input, Occasion occasion, LayerPass& pass) const override;
    void backward(const Vector& parameters, const Matrix& input, LayerPass& pass, Matrix* dInput,
                  Vector& gradient) const override;

    [[nodiscard]] const ParameterSlot& weights() const { return m_weights; }
    [[nodiscard]] const ParameterSlot& biases() const { return m_biases; }

private:
    ParameterSlot m_weights;
    ParameterSlot m_biases;
};

} // namespace core

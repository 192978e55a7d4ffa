// SPDX-License-Identifier: GPL-3.0-or-later
// The elementwise non-linearity: a = f(z). It always has a parameter slot for one slope, so that the activation can be
// changed to one with a learned slope while the network runs.
#pragma once

#include "core/nn/Activation.h"
#include "core/nn/Layer.h"

namespace core
{

class Activate final : public Layer
{
public:
    Activate(const ActivationFunction& function, Index offset);

    void forward(const Vector& parameters, const Matrix& input, Mode mode, LayerPass& pass) const override;
    void backward(const Vector& parameters, const Matrix& input, const LayerPass& pass, Matrix* dInput,
                  Vector& gradient) const override;

    /// Changes the function; a learned slope starts again if the kind or its initial value is another.
    void setFunction(const ActivationFunction& function, Vector& parameters);
    /// Writes the initial slope into its slot.
    void initialize(Vector& parameters) const;
    /// The function as it stands, with the learned slope in it.
    [[nodiscard]] ActivationFunction function(const Vector& parameters) const;
    [[nodiscard]] const ParameterSlot& slope() const { return m_slope; }

private:
    ActivationFunction m_function;
    ParameterSlot m_slope;
};

} // namespace core

// SPDX-License-Identifier: GPL-3.0-or-later
// The elementwise non-linearity: a = f(z). It always has a parameter slot of one slope a unit, so that the activation
// can be changed to one with learned slopes while the network runs.
#pragma once

#include "core/nn/Activation.h"
#include "core/nn/Layer.h"

#include <optional>

namespace core
{

class Activate final : public Layer
{
public:
    Activate(const ActivationFunction& function, Index units, Index offset, const RandomSource& random);

    void forward(const Vector& parameters, const Matrix& input, Occasion occasion, LayerPass& pass) const override;
    void backward(const Vector& parameters, const Matrix& input, LayerPass& pass, Matrix* dInput,
                  Vector& gradient) const override;

    /// f and f′ of z (units × samples) as they are in evaluation, with the learned slopes; either may be null.
    void evaluate(const Vector& parameters, const Matrix& z, Matrix* f, Matrix* df) const;
    /// Changes the function; learned slopes start again if the kind, their initial value or their number is another.
    void setFunction(const ActivationFunction& function, Vector& parameters);
    /// Writes the initial slopes into their slot.
    void initialize(Vector& parameters) const;
    /// The function as it stands, with the learned slope in it: the units' mean where each has its own.
    [[nodiscard]] ActivationFunction function(const Vector& parameters) const;
    /// The same slope, if it is learned.
    [[nodiscard]] std::optional<double> learnedSlope(const Vector& parameters) const;
    [[nodiscard]] const ParameterSlot& slopes() const { return m_slopes; }
    /// How many of the slot's places are learned: none, one or one a unit.
    [[nodiscard]] Index learnedSlopes() const
    {
        return !m_function.info().slopeIsLearned ? 0 : hasSlopePerUnit() ? m_slopes.rows : 1;
    }

private:
    [[nodiscard]] bool hasSlopePerUnit() const
    {
        return m_function.info().slopeIsLearned && m_function.parameter(1) != 0;
    }
    void drawSlopes(const Matrix& input, std::uint64_t step, LayerPass& pass) const;

    ActivationFunction m_function;
    ParameterSlot m_slopes; ///< where all units share one it is the first, and the others are 0
    RandomSource m_random;
};

} // namespace core

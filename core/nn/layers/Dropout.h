// SPDX-License-Identifier: GPL-3.0-or-later
// The catalogue of dropouts, and the layer. In training it silences each activation with a probability; at any other
// time it lets everything through.
#pragma once

#include "core/base/Catalogue.h"
#include "core/config/ExperimentConfig.h"
#include "core/nn/Layer.h"

#include <string_view>

namespace core
{

/// One row. A kept activation becomes scale · a + shift, a dropped one scale · silenced + shift: mean and, for alpha
/// dropout, variance stay what they were.
struct DropoutInfo {
    std::string_view id{};
    std::string_view formula{};
    std::span<const ParameterInfo> parameters{};
    double silenced = 0; ///< the value that takes a dropped activation's place
    std::string_view pytorch{};
    std::string_view paper{};
};

std::span<const DropoutInfo> dropoutCatalogue();

class Dropout final : public Layer
{
public:
    Dropout(const Choice& choice, const RandomSource& random);

    /// Whether a pass of this mode changes anything; if not, there is nothing to be called.
    [[nodiscard]] bool isActive(Mode mode) const { return mode == Mode::Training && m_rate > 0; }
    void forward(const Vector& parameters, const Matrix& input, Occasion occasion, LayerPass& pass) const override;
    void backward(const Vector& parameters, const Matrix& input, LayerPass& pass, Matrix* dInput,
                  Vector& gradient) const override;
    /// Another kind or rate, while running.
    void configure(const Choice& choice);

private:
    RandomSource m_random;
    double m_rate = 0;
    Scalar m_scale = 1;
    Scalar m_shift = 0;
    Scalar m_silenced = 0;
};

} // namespace core

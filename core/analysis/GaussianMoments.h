// SPDX-License-Identifier: GPL-3.0-or-later
// What an activation makes of gaussian pre-activations: the integrals that the theory of random networks is made of.
// Used by MeanField.
#pragma once

#include "core/nn/ExactActivation.h"

#include <optional>

namespace core
{

/// Expectations over z ~ N(mean, deviation²).
struct GaussianMoments {
    double mean = 0;        ///< E f(z)
    double square = 0;      ///< E f(z)²
    double slopeSquare = 0; ///< E f′(z)²

    [[nodiscard]] double variance() const { return square - mean * mean; }
};

/// By adaptive Gauss–Kronrod quadrature, to a relative error of 1e-10 of the largest parts; nothing where an integral
/// does not exist, is too large for a double, or where the function swings too fast.
std::optional<GaussianMoments> gaussianMoments(ExactActivation& activation, double mean, double deviation);

} // namespace core

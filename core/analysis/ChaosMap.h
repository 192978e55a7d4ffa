// SPDX-License-Identifier: GPL-3.0-or-later
// The edge of chaos: for which variances of weights and biases the gradients of a very deep network shrink, for which
// they grow, and the line between (Poole et al. 2016, Schoenholz et al. 2017). Used by Prediction, on any thread.
#pragma once

#include "core/config/ExperimentConfig.h"

#include <cstddef>
#include <vector>

namespace core
{

/// What decides about a deep network of layers that are alike.
struct Variances {
    double weight = 0; ///< fan_in · Var(W), σ_w² in the papers
    double bias = 0;   ///< of the biases, σ_b²
    bool operator==(const Variances&) const = default;
};

/// log10 of chi_star over the plane. Columns are weight variances, equally spaced in their logarithm from lowestWeight
/// to highestWeight; rows are bias variances, equally spaced from 0 to highestBias.
struct ChaosMap {
    Choice activation; ///< of which activation …
    double bias = 0;   ///< … and which mean of the biases
    double lowestWeight = 0.1;
    double highestWeight = 10;
    double highestBias = 1;
    std::size_t columns = 0;
    std::size_t rows = 0;
    [[nodiscard]] double weightAt(std::size_t column) const;
    [[nodiscard]] double biasAt(std::size_t row) const;
    std::vector<float> logChi; ///< row by row from the lowest bias variance; NaN where it is not known

    /// Where chi_star = 1, for each row in which it lies on the map: the edge.
    struct EdgePoint {
        double weight = 0;
        double bias = 0;
    };
    std::vector<EdgePoint> edge;
};

/// Of layers as wide as those above and below. The fixed points are taken from a table of the integrals on a grid of q,
/// between which both are interpolated: chi is right to a thousandth. `start`: q of the first layer, from which the
/// variance goes its way. `toBeSeen` lies well on the map.
ChaosMap chaosMap(const Choice& activation, double bias, double start, const Variances& toBeSeen);

} // namespace core

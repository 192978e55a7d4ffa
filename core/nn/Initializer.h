// SPDX-License-Identifier: GPL-3.0-or-later
// The catalogue of weight initialisers: how the weights of a layer are drawn before training.
#pragma once

#include "core/base/Catalogue.h"
#include "core/base/Rng.h"
#include "core/base/Types.h"
#include "core/config/ExperimentConfig.h"

#include <string_view>

namespace core
{

/// One row. The standard deviation is that of the weights of a layer with fan_in inputs and fan_out outputs, for
/// gain 1.
struct InitializerInfo {
    /// Draws W (fan_out × fan_in) with this standard deviation; a kind that draws biases too writes them.
    using Draw = void (*)(MatrixView weights, VectorView biases, double standardDeviation, Rng& rng);

    std::string_view id{};
    std::string_view formula{}; ///< of the variance, or of the limit
    std::span<const ParameterInfo> parameters{};
    Draw draw = nullptr;
    /// `parameters` are the values of the row's parameters, in order. Of a constant: its value.
    double (*standardDeviation)(double fanIn, double fanOut, const double* parameters) = nullptr;
    bool isRandom = true;       ///< `gain` multiplies every random kind
    bool isCentered = true;     ///< all weights have the mean 0
    bool scaledByData = false;  ///< the weights are scaled layer by layer once the network stands
    std::string_view pytorch{}; ///< acts on the tensors `weight` and `bias`; knows `gain` and `fan_in`
    std::string_view paper{};
};

std::span<const InitializerInfo> initializerCatalogue();

/// Draws W (fan_out × fan_in). A normal is not truncated; a uniform's limit is sqrt(3 · variance).
/// `biases` are those of initializeBiases(); only randomized_asymmetric adds its own to them.
void initializeWeights(MatrixView weights, VectorView biases, const InitializerConfig& config, Rng& rng);

/// Draws the hidden biases ~ N(bias, bias_std²).
void initializeBiases(VectorView biases, const InitializerConfig& config, Rng& rng);

} // namespace core

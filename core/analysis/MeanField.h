// SPDX-License-Identifier: GPL-3.0-or-later
// What theory says of a network before its first step: how signals spread on their way through random layers, and how
// gradients fade on their way back. Mean-field theory of Poole et al. (2016) and Schoenholz et al. (2017), exact for
// infinitely wide layers; with batch normalisation after Yang et al. (2019). Used by `theory` and `run`.
#pragma once

#include "core/analysis/ChaosMap.h"
#include "core/config/ExperimentConfig.h"
#include "core/data/DataShape.h"

#include <optional>
#include <string_view>
#include <vector>

namespace core
{

struct LayerTheory {
    int index = 0;              ///< from 1
    std::optional<double> q;    ///< variance of z
    std::optional<double> chi;  ///< by what the variance of delta grows on its way back into this layer
    std::optional<double> zStd; ///< √q
    std::optional<double> aStd;
    std::optional<double> deltaRmsRelative; ///< delta_rms, relative to that of the last hidden layer
};

/// Where a network stands: signals die out, are kept, or grow apart.
enum class Regime { Ordered, Critical, Chaotic };

/// Why a number is missing.
enum class TheoryReason {
    NoHiddenLayer,
    Dropout,
    Residual,
    Normalization, ///< over the units of a sample
    Initializer,   ///< weights that are not independent draws about 0
    Integral,      ///< an integral does not exist, or cannot be resolved
    EveryQIsFixed, ///< the variance stays what it is, whatever it is
    LayersDiffer,  ///< there is no limit where one layer is not like the next
};

/// "no_hidden_layer", "dropout" …
std::string_view idOf(TheoryReason reason);
/// "ordered", "critical", "chaotic".
std::string_view idOf(Regime regime);

struct Theory {
    std::vector<LayerTheory> layers;
    std::optional<double> qStar; ///< the limit of q; infinite if it grows without bound
    std::optional<double> chiStar;
    std::optional<double> deltaRatio;
    std::optional<Regime> regime;
    std::vector<TheoryReason> reasons; ///< why something is missing
};

/// `shape`: the sizes of the data; `inputSquare`: the mean of x² over samples and features. Of the network as it is
/// drawn, before any step. The config is one that checkConfig accepts.
Theory meanField(const ExperimentConfig& config, const DataShape& shape, double inputSquare);

/// The variances of the weights and biases of a hidden layer between others that are like it; nothing where layers
/// differ, are normalised, or where theory does not apply.
std::optional<Variances> standing(const ExperimentConfig& config, const DataShape& shape);

} // namespace core

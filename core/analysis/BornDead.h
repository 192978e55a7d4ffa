// SPDX-License-Identifier: GPL-3.0-or-later
// How likely it is that a network of ReLUs is dead before its first step, after Lu, Shin, Su and Karniadakis (2019,
// "Dying ReLU and Initialization: Theory and Numerical Examples"). Used by the window beside a unit that is dead from
// the start.
#pragma once

#include "core/config/ExperimentConfig.h"

#include <cstdint>
#include <optional>
#include <span>

namespace core
{

/// An upper bound of the probability that all units of some hidden layer are dead from the start, for layers of these
/// widths with weights drawn symmetrically about 0 and biases of 0: 1 − Π (1 − 2^−N).
double bornDeadProbability(std::span<const std::int64_t> widths);

/// Why the theorem says nothing of a network.
enum class BornDeadReason {
    Activation,    ///< another one than ReLU in some layer
    Normalization, ///< z is not what the weights make of the layer below
    Residual,      ///< nor is it with a skip
    Initializer,   ///< weights that are not drawn symmetrically about 0
    Bias,          ///< biases that are not 0
};

struct BornDead {
    std::optional<double> probability;    ///< an upper bound
    std::optional<BornDeadReason> reason; ///< why there is none
};

/// The same of this network, or the first reason why it cannot be told.
BornDead bornDead(const ExperimentConfig& config);

} // namespace core

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

/// The same of this network; nothing where the theorem does not hold: for other activations, biases or weights, under
/// normalisation, and with skips.
std::optional<double> bornDeadProbability(const ExperimentConfig& config);

} // namespace core

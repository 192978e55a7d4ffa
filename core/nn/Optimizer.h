// SPDX-License-Identifier: GPL-3.0-or-later
// The catalogue of optimizers, each with PyTorch's definition and defaults. An optimizer steps once over all parameters
// of a network, which lie in one row: one power of beta a step, state kept by position. Used by Descent on the
// trainer's thread; the table of settings, the check and the window read the catalogue.
#pragma once

#include "core/base/Catalogue.h"
#include "core/base/Types.h"
#include "core/config/ExperimentConfig.h"
#include "core/nn/kernels/Kernels.h"

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

namespace core
{

class Optimizer
{
public:
    virtual ~Optimizer() = default;
    /// Moves `parameters` down the gradient of the mean loss. Both are a part of the network's row that begins at
    /// `first`; parts may be moved one after the other, or on several threads. `rate` is the learning rate of this
    /// step, `stepsBefore` the number of updates made so far. False if a parameter is no longer finite. What is
    /// measured is added to `squares`, unless that is null, and changes nothing of the step.
    virtual bool step(Index first, VectorView parameters, ConstVectorView gradient, double rate,
                      std::int64_t stepsBefore, UpdateSquares* squares = nullptr) = 0;
    /// Takes over the values of its parameters but the learning rate; they may change while running, the kind may not.
    virtual void configure(const Choice& choice) = 0;
    /// All that it remembers of the steps it has made.
    virtual std::vector<VectorView> memory() = 0;
};

/// One row.
struct OptimizerInfo {
    std::string_view id{};
    std::string_view formula{};
    std::span<const ParameterInfo> parameters{};
    std::unique_ptr<Optimizer> (*make)(Index parameterCount) = nullptr;
    double stateCopies = 0; ///< memory kept, in multiples of the parameters
    std::string_view pytorch{};
    std::string_view paper{};
};

std::span<const OptimizerInfo> optimizerCatalogue();

/// The learning rate as chosen, or the default of its kind; before any schedule.
double learningRate(const Choice& optimizer);

} // namespace core

// SPDX-License-Identifier: GPL-3.0-or-later
// The catalogue of optimizers. An optimizer steps once over all parameters of a network, which lie in one row: one
// power of beta a step, state kept by position.
#pragma once

#include "core/base/Catalogue.h"
#include "core/base/Types.h"
#include "core/config/ExperimentConfig.h"

#include <cstdint>
#include <memory>
#include <string_view>

namespace core
{

class Optimizer
{
public:
    virtual ~Optimizer() = default;
    /// Moves `parameters` down the gradient of the mean loss (both in the network's order).
    virtual void step(VectorView parameters, ConstVectorView gradient) = 0;
    /// Takes over the values that may change while running (learning rate, momentum …); the kind must be the same.
    virtual void configure(const Choice& choice) = 0;
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

} // namespace core

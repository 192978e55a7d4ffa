// SPDX-License-Identifier: GPL-3.0-or-later
// The only factory of networks: from a config to initialised layers.
#pragma once

#include "core/config/ExperimentConfig.h"
#include "core/nn/Network.h"

namespace core
{

/// Builds and initialises. The weights of each layer come from a random stream of their own, so that another depth or
/// activation leaves those of the first layers and of the output layer as they were. `samples` (features × any number)
/// are what an initializer that is driven by data looks at.
Network buildNetwork(const ExperimentConfig& config, Index inputs, Index outputs, const SampleMatrix& samples = {});

} // namespace core

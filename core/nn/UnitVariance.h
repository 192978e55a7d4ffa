// SPDX-License-Identifier: GPL-3.0-or-later
// The second half of LSUV: after orthonormal weights, layer by layer, each layer's weights are scaled until its output
// has unit variance on real samples (Mishkin and Matas: All you need is a good init, 2016). Used by NetworkBuilder.
#pragma once

#include "core/nn/Network.h"

namespace core
{

/// Scales W of every layer, the output's too, so that the standard deviation of u = W h + b over `samples` (features ×
/// any number; at most 1,024 of them are looked at) becomes `gain`. A layer whose output does not vary is left alone.
void scaleToUnitVariance(Network& network, const SampleMatrix& samples, double gain);

} // namespace core

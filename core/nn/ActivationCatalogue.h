// SPDX-License-Identifier: GPL-3.0-or-later
// The rows of the activation catalogue, in three parts of a readable size: ActivationCatalogue.cpp puts them together.
// Used by these files only; everybody else calls activationCatalogue().
#pragma once

#include "core/nn/Activation.h"

namespace core
{

std::span<const ActivationInfo> squashingActivations();
std::span<const ActivationInfo> rectifyingActivations();
std::span<const ActivationInfo> otherActivations();

} // namespace core

// SPDX-License-Identifier: GPL-3.0-or-later
// The functions that the compilations of KernelPath.cpp define, one each. Used by Kernels.cpp.
#pragma once

#include "core/nn/kernels/Kernels.h"

namespace core
{

const Kernels& plainKernels();
#ifdef ACTISCOPE_X86_KERNELS
const Kernels& kernelsV2();
const Kernels& kernelsV3();
const Kernels& kernelsV4();
#endif

} // namespace core

// SPDX-License-Identifier: GPL-3.0-or-later
// What activations cost on this machine, as far as it has been measured since the window was opened. Kept by CostMeter,
// shown by CostPanel, on the GUI thread.
#pragma once

#include "core/analysis/ActivationCost.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace ui
{

struct CostState {
    bool running = false;                    ///< what is here is of the measurement before, if there was one
    std::string kernels;                     ///< the path of the processor: their name
    std::vector<core::ActivationCost> costs; ///< in the order of the catalogue; empty before the first measurement
    std::optional<core::StepCost> step;      ///< of the run that was watched; nothing where it tells nothing
    std::uint64_t revision = 0;              ///< another number whenever something here is another
};

} // namespace ui

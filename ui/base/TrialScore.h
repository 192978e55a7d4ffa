// SPDX-License-Identifier: GPL-3.0-or-later
// How a run and the trial beside it compare. Made by Session's trial, said by TrialBar.
#pragma once

#include <cstdint>
#include <optional>

namespace ui
{

/// Two runs at the last step that both have come to, over their training sets.
struct TrialScore {
    std::int64_t step = 0;
    double ownLoss = 0;
    double trialLoss = 0;
    std::optional<double> ownAccuracy;
    std::optional<double> trialAccuracy;
};

} // namespace ui

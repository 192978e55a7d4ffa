// SPDX-License-Identifier: GPL-3.0-or-later
// How a run and the trial beside it compare. Made by Session's trial, said by TrialBar.
#pragma once

#include <cstdint>
#include <optional>

namespace ui
{

/// Scores over the training sets.
struct TrialScore {
    struct At {
        std::int64_t step = 0;
        double loss = 0;
        std::optional<double> accuracy;
    };
    At own;   ///< the run at the last step that both have come to …
    At trial; ///< … and the trial there
    At last;  ///< the trial as far as it has come
};

} // namespace ui

// SPDX-License-Identifier: GPL-3.0-or-later
// Where the variance of z goes in a network of ever more layers. Used by MeanField.
#pragma once

#include <functional>
#include <optional>

namespace core
{

struct VarianceLimit {
    /// Infinite if it grows without bound; nothing if every variance stays what it is, or the way there is unknown.
    std::optional<double> limit;
    std::optional<double> place; ///< where other limits can be taken: the limit, or as close to it as doubles go
    bool isEverywhereFixed = false;
};

/// The limit of the recursion q ← next(q) from `start`, by root finding: a recursion that turns slowly about its fixed
/// point, or creeps to 0, would take for ever. `next` gives nothing where it does not exist.
VarianceLimit limitOfVariance(double start, const std::function<std::optional<double>(double q)>& next);

} // namespace core

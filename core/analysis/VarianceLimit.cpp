// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/VarianceLimit.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace core
{

namespace
{

constexpr double kFixed = 1e-9; ///< relative change that is none
constexpr double kNothing = 1e-11;
constexpr double kSmallest = 1e-30;
constexpr double kLargest = 1e30;
constexpr double kStride = 1.5; ///< of the grid on which a change of direction is looked for

} // namespace

VarianceLimit limitOfVariance(double start, const std::function<std::optional<double>(double q)>& next)
{
    // Relative growth in one layer.
    const auto growth = [&next](double q) -> std::optional<double> {
        const std::optional<double> after = next(q);
        return after && std::isfinite(*after) ? std::optional((*after - q) / q) : std::nullopt;
    };
    double q = std::clamp(start, kSmallest, kLargest);
    const std::optional<double> first = growth(q);
    if (!first)
        return {};
    if (std::abs(*first) <= kFixed) {
        const std::optional<double> elsewhere = growth(3 * q);
        if (elsewhere && std::abs(*elsewhere) <= kFixed)
            return {std::nullopt, q, true};
        return {q, q, false};
    }
    // The recursion goes one way until it meets a fixed point, which so lies between two neighbours of the grid.
    const bool grows = *first > 0;
    const double factor = grows ? kStride : 1 / kStride;
    for (double further = q * factor; further >= kSmallest && further <= kLargest; further *= factor) {
        const std::optional<double> there = growth(further);
        if (!there)
            return {};
        // A fixed point at which q hardly moves any more is passed by; so is what rounding makes of no change.
        if ((*there > 0) == grows || std::abs(*there) < kNothing) {
            q = further;
            continue;
        }
        for (double middle = std::sqrt(q * further); middle != q && middle != further;
             middle = std::sqrt(q * further)) {
            const std::optional<double> inside = growth(middle);
            if (!inside)
                return {};
            ((*inside > 0) == grows ? q : further) = middle;
        }
        return {q, q, false};
    }
    return {grows ? std::numeric_limits<double>::infinity() : 0, q, false};
}

} // namespace core

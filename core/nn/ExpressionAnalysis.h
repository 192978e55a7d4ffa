// SPDX-License-Identifier: GPL-3.0-or-later
// What a typed formula is like, found numerically, in double, on [−50, 50]: what the catalogue says of the built-in
// activations. Whether the negative side is the weak one is not decided here: it never counts as such. Used when a
// formula or a parameter has changed; some milliseconds, on any thread.
#pragma once

#include "core/nn/Expression.h"

#include <vector>

namespace core
{

inline constexpr double kAnalysedSpan = 50;

/// Infinite at an end means: as far as was looked.
struct Interval {
    double lower = 0;
    double upper = 0;
};

struct ExpressionAnalysis {
    /// Where f or f′ jumps, in ascending order; only at switching points of abs, sign, relu, min, max, clamp, if and
    /// comparisons.
    std::vector<double> kinks;
    /// What lies between the saturating tails. A tail is the unbounded interval beyond the outermost z at which |f′|
    /// reaches 0.1 · max|f′|. A side is one only if |f′| decays there; where it ends in a dead zone in which f is 0
    /// too, that is a rectifier's inactive side and no tail.
    Interval betweenTails;
    /// Where f′ is exactly 0 over more than a point.
    std::vector<Interval> deadZones;
    /// Non-decreasing or non-increasing.
    bool monotone = true;
    /// Least and largest finite value of f.
    Interval range;
    /// Where f or f′ is infinite or no number.
    std::vector<Interval> notFinite;

    [[nodiscard]] bool hasLeftTail() const;
    [[nodiscard]] bool hasRightTail() const;
};

ExpressionAnalysis analysed(const Expression& expression,
                            const Expression::Parameters& parameters = Expression::kDefaultParameters);

} // namespace core

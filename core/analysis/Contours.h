// SPDX-License-Identifier: GPL-3.0-or-later
// Lines of equal height through a grid of numbers, by marching squares. Used by PhaseTheory, on any thread.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace core
{

/// In places of the grid: column 0 … columns − 1, row 0 … rows − 1.
struct GridPoint {
    double column = 0;
    double row = 0;
    bool operator==(const GridPoint&) const = default;
};
using Stroke = std::vector<GridPoint>;

/// Where `values` (row by row) pass through `level`, as connected strokes; a closed one ends where it begins. Squares
/// with a corner that is not a number are left out; infinite corners count as very high or low.
std::vector<Stroke> contours(std::span<const double> values, std::size_t columns, std::size_t rows, double level);

} // namespace core

// SPDX-License-Identifier: GPL-3.0-or-later
// Kernels whose work two threads can share where there is much of it. It is cut across what is written and never along
// a sum, and where a kernel's own tiles end: the bits are the same, shared or not. Used by Dense and Descent.
#pragma once

#include "core/base/WorkCrew.h"
#include "core/nn/kernels/Kernels.h"

#include <algorithm>
#include <array>

namespace core
{

/// Whether a product of matrices is so large that handing a part of it over is a small matter beside it.
bool isWorthSharing(Index rows, Index inner, Index columns);

/// As Kernels has them; all is done by the caller if there is no crew.
bool multiply(const Product& product, WorkCrew* crew);
void denseGradient(const DenseGradient& dense, WorkCrew* crew);

/// Calls move(first, count, squares) on the parts of some parameters, and adds up what is measured unless `squares` is
/// null. Whether all have told that all went well. The cuts are the same whoever helps, and so are the sums.
template <class Move>
bool moveInParts(Index first, Index count, UpdateSquares* squares, WorkCrew* crew, const Move& move)
{
    constexpr int kParts = 16;
    constexpr Index kMany = 1 << 16;
    if (count < kMany)
        return move(first, count, squares);
    std::array<UpdateSquares, kParts> measured{};
    std::array<bool, kParts> isFine{};
    const auto begin = [&](int part) { return first + count / kParts * part; };
    const auto movePart = [&](int part) {
        const Index end = part + 1 < kParts ? begin(part + 1) : first + count;
        const auto place = static_cast<std::size_t>(part);
        isFine[place] = move(begin(part), end - begin(part), squares ? &measured[place] : nullptr);
    };
    if (crew)
        crew->share(kParts, movePart);
    else
        for (int part = 0; part < kParts; ++part)
            movePart(part);
    if (squares)
        for (const UpdateSquares& part : measured) {
            squares->change += part.change;
            squares->after += part.after;
        }
    return std::ranges::all_of(isFine, [](bool fine) { return fine; });
}

} // namespace core

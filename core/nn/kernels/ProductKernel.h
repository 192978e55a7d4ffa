// SPDX-License-Identifier: GPL-3.0-or-later
// The product of two matrices, made of tiles that fit into the registers: each element of the left one is spread over a
// register and multiplied with whole registers of the right one. Small widths so need no padding, as the batch is what
// is contiguous. Included by KernelPath.cpp.
#pragma once

#include "core/nn/kernels/Kernels.h"
#include "core/nn/kernels/TransposeKernel.h"

#include <type_traits>
#include <utility>

namespace core::productkernel
{
inline namespace ACTISCOPE_KERNEL_PATH
{

using vectormath::constant;
using vectormath::FiniteCheck;
using vectormath::kPackSize;
using vectormath::load;
using vectormath::loadPart;
using vectormath::Pack;
using vectormath::store;
using vectormath::storePart;

/// Registers to sum up in; a few more hold what is multiplied.
#if defined(__AVX512F__)
inline constexpr int kSums = 24;
#else
inline constexpr int kSums = 12;
#endif
/// A tile is at most so many registers wide.
inline constexpr int kWidest = kSums / 6;
/// Tall and narrow tiles would need a register for each of their rows at once.
inline constexpr int kTallest = 16;
/// So much of the right matrix stays in the first cache while all rows pass over it.
inline constexpr Index kInnerBlock = 192;

/// Where a tile begins, and what it adds to.
struct TilePlace {
    const Scalar* left = nullptr;
    const Scalar* right = nullptr;
    Index rightStep = 0;
    Scalar* result = nullptr;
    const Scalar* bias = nullptr;
    Index inner = 0;
    Index lastCount = 0;    ///< elements of the last register that are in use
    bool continues = false; ///< adds to what is in `result` already
};

/// Calls body(0), body(1) … as constants: registers have no addresses, so nothing may be looked up by a variable.
template <int count, class Body>
[[gnu::always_inline]] inline void unrolled(const Body& body)
{
    [&]<int... places>(std::integer_sequence<int, places...>) __attribute__((always_inline))
    {
        (body(std::integral_constant<int, places>{}), ...);
    }
    (std::make_integer_sequence<int, count>{});
}

/// The sums of one tile: `rows` × `width` registers.
template <int rows, int width>
struct Sums {
    Pack at[rows][width];
};

/// Row k of a tile's right side times column k of its left side.
template <int rows, int width, bool isPart>
[[gnu::always_inline]] inline void addProducts(const Product& product, const TilePlace& place, Index k,
                                               Sums<rows, width>& sums)
{
    const Scalar* right = place.right + k * place.rightStep;
    const Scalar* left = place.left + k * product.leftInnerStep;
    Pack packs[width];
    unrolled<width>([&](auto c) {
        packs[c] =
            isPart && c == width - 1 ? loadPart(right + c * kPackSize, place.lastCount) : load(right + c * kPackSize);
    });
    unrolled<rows>([&](auto r) {
        const Pack factor = constant<Pack>(left[r * product.leftRowStep]);
        unrolled<width>([&](auto c) { sums.at[r][c] += factor * packs[c]; });
    });
}

/// `rows` × `width` registers of the result.
template <int rows, int width, bool isPart>
FiniteCheck multiplyTile(const Product& product, const TilePlace& place)
{
    // A sum waits for its last addition: a small tile has several sums for each of its elements.
    constexpr int kTile = rows * width;
    constexpr int kShares = kTile >= 8 ? 1 : kTile >= 4 ? 2 : 4;
    Sums<rows, width> shares[kShares]{};
    unrolled<rows>([&](auto r) {
        const Scalar* from = place.result + r * product.resultStep;
        const Pack bias = place.bias ? constant<Pack>(place.bias[r]) : Pack{};
        unrolled<width>([&](auto c) {
            Pack& sum = shares[0].at[r][c];
            if (!place.continues)
                sum = bias;
            else if (isPart && c == width - 1)
                sum = loadPart(from + c * kPackSize, place.lastCount);
            else
                sum = load(from + c * kPackSize);
        });
    });
    Index k = 0;
    for (; k + kShares <= place.inner; k += kShares)
        unrolled<kShares>(
            [&](auto share) { addProducts<rows, width, isPart>(product, place, k + share, shares[share]); });
    for (; k < place.inner; ++k)
        addProducts<rows, width, isPart>(product, place, k, shares[0]);
    FiniteCheck check;
    unrolled<rows>([&](auto r) {
        Scalar* to = place.result + r * product.resultStep;
        unrolled<width>([&](auto c) {
            Pack total = shares[0].at[r][c];
            unrolled<kShares - 1>([&](auto share) { total += shares[share + 1].at[r][c]; });
            if (isPart && c == width - 1)
                storePart(to + c * kPackSize, total, place.lastCount);
            else
                store(to + c * kPackSize, total);
            check.take(total);
        });
    });
    return check;
}

using Tile = FiniteCheck (*)(const Product& product, const TilePlace& place);

/// The tiles of one width, by their height from 1.
template <int width, bool isPart, int... rows>
Tile tileOfHeight(Index height, std::integer_sequence<int, rows...> /*heights*/)
{
    static constexpr Tile kTiles[] = {multiplyTile<rows + 1, width, isPart>...};
    return kTiles[height - 1];
}

template <int width>
constexpr int heightOf()
{
    return kSums / width < kTallest ? kSums / width : kTallest;
}

/// Whether pieces of a result are made of the tiles that the whole one is made of.
template <int... less>
constexpr bool piecesKeepTiles(std::integer_sequence<int, less...> /*widths*/)
{
    return kColumnsOfPiece % (kWidest * kPackSize) == 0 &&
           ((kRowsOfPiece % heightOf<less + 1>() == 0 && kRowsOfPiece >= 2 * heightOf<less + 1>()) && ...);
}
static_assert(piecesKeepTiles(std::make_integer_sequence<int, kWidest>()));

template <int width>
Tile tileOf(bool isPart, Index height)
{
    constexpr auto kHeights = std::make_integer_sequence<int, heightOf<width>()>();
    return isPart ? tileOfHeight<width, true>(height, kHeights) : tileOfHeight<width, false>(height, kHeights);
}

/// All rows of `width` registers' columns, for a part of the sums. `place` is moved along, as a copy would have to wait
/// for what has just been stored in it.
template <int width>
FiniteCheck multiplyColumns(const Product& product, TilePlace& place, bool isPart)
{
    constexpr Index kHeight = heightOf<width>();
    FiniteCheck check;
    for (Index left = product.rows; left > 0;) {
        // The last two are of about the same height: none is left over that would be small.
        const Index height = left <= kHeight ? left : left < 2 * kHeight ? (left + 1) / 2 : kHeight;
        check.take(tileOf<width>(isPart, height)(product, place));
        place.left += height * product.leftRowStep;
        place.result += height * product.resultStep;
        if (place.bias)
            place.bias += height;
        left -= height;
    }
    return check;
}

inline FiniteCheck multiplyPanel(const Product& product, TilePlace& place, Index packs, bool isPart)
{
    if constexpr (kWidest >= 4) {
        if (packs == 4)
            return multiplyColumns<4>(product, place, isPart);
        if (packs == 3)
            return multiplyColumns<3>(product, place, isPart);
    }
    return packs == 2 ? multiplyColumns<2>(product, place, isPart) : multiplyColumns<1>(product, place, isPart);
}

/// Room for a part of the right matrix that has to be turned first.
struct Turned {
    alignas(sizeof(Pack)) Scalar numbers[kInnerBlock * kWidest * kPackSize];
};

/// Where a tile finds the right matrix from its row k on, and from the column `first` on.
inline void placeRight(const Product& product, Index k, Index first, Index width, TilePlace& place, Turned& turned)
{
    if (!product.rightIsTransposed) {
        place.right = product.right + k * product.rightStep + first;
        place.rightStep = product.rightStep;
        return;
    }
    const Index left = product.columns - first;
    place.right = turned.numbers;
    place.rightStep = width * kPackSize;
    transposekernel::transposePadded({product.right + first * product.rightStep + k, product.rightStep,
                                      left < place.rightStep ? left : place.rightStep, place.inner},
                                     turned.numbers, place.rightStep);
}

/// Panel by panel: what does not fit into one, or has to be turned.
[[gnu::noinline]] inline bool multiplyPanels(const Product& product)
{
    const Index packs = (product.columns + kPackSize - 1) / kPackSize;
    const Index lastCount = product.columns - (packs - 1) * kPackSize;
    Turned turned; // NOLINT(cppcoreguidelines-pro-type-member-init): only what is used costs time
    FiniteCheck check;
    for (Index first = 0; first < packs; first += kWidest) {
        const Index width = packs - first < kWidest ? packs - first : Index(kWidest);
        const bool isPart = first + width == packs && lastCount < kPackSize;
        Index k = 0;
        do {
            const Index left = product.inner - k;
            TilePlace place{.left = product.left + k * product.leftInnerStep,
                            .result = product.result + first * kPackSize,
                            .bias = product.bias,
                            .lastCount = lastCount,
                            .continues = k > 0};
            place.inner = left <= kInnerBlock ? left : left < 2 * kInnerBlock ? left / 2 : kInnerBlock;
            placeRight(product, k, first * kPackSize, width, place, turned);
            k += place.inner;
            const FiniteCheck panel = multiplyPanel(product, place, width, isPart);
            if (k == product.inner)
                check.take(panel);
        } while (k < product.inner);
    }
    return check.passed();
}

inline bool multiply(const Product& product)
{
    const Index packs = (product.columns + kPackSize - 1) / kPackSize;
    if (packs > kWidest || product.inner > kInnerBlock || product.rightIsTransposed)
        return multiplyPanels(product);
    const Index lastCount = product.columns - (packs - 1) * kPackSize;
    TilePlace place{.left = product.left,
                    .right = product.right,
                    .rightStep = product.rightStep,
                    .result = product.result,
                    .bias = product.bias,
                    .inner = product.inner,
                    .lastCount = lastCount};
    return multiplyPanel(product, place, packs, lastCount < kPackSize).passed();
}

} // namespace ACTISCOPE_KERNEL_PATH
} // namespace core::productkernel

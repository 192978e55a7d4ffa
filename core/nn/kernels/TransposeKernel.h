// SPDX-License-Identifier: GPL-3.0-or-later
// Transposition in registers. Included by the other headers of this room.
#pragma once

#include "core/nn/kernels/Simd.h"

#include <cstddef>
#include <utility>

namespace core::transposekernel
{
inline namespace ACTISCOPE_KERNEL_PATH
{

using vectormath::Ints;
using vectormath::kPackSize;
using vectormath::load;
using vectormath::loadPart;
using vectormath::Pack;
using vectormath::store;
using vectormath::storePart;

/// Rows × columns of a matrix whose rows are contiguous; row r begins at from + r · step, or at from + order[r] · step.
struct Source {
    const Scalar* from = nullptr;
    Index step = 0;
    Index rows = 0;
    Index columns = 0;
    const Index* order = nullptr;

    [[nodiscard]] const Scalar* row(Index r) const { return from + (order ? order[r] : r) * step; }
};

inline void transposeFew(const Source& source, Scalar* to, Index toStep)
{
    for (Index row = 0; row < source.rows; ++row) {
        const Scalar* from = source.row(row);
        for (Index column = 0; column < source.columns; ++column)
            to[column * toStep + row] = from[column];
    }
}

#ifndef ACTISCOPE_SINGLE_ELEMENTS

/// The elements of a pair of registers that a stage of the transposition puts into its first one, or its second one.
template <bool second, std::size_t... places>
Ints exchangeMask(int half, std::index_sequence<places...> /*places*/)
{
    const auto from = [half](int place) {
        const bool isUpper = (place & half) != 0;
        if (second)
            return isUpper ? int(kPackSize) + place : place + half;
        return isUpper ? int(kPackSize) + place - half : place;
    };
    return Ints{from(int(places))...};
}

/// A square of registers: blocks beside the diagonal change places, first large ones, then ever smaller ones.
inline void transposeSquare(Pack (&square)[std::size_t(kPackSize)])
{
    constexpr auto kPlaces = std::make_index_sequence<std::size_t(kPackSize)>();
#pragma GCC unroll 8
    for (int half = int(kPackSize) / 2; half > 0; half /= 2)
#pragma GCC unroll 16
        for (int i = 0; i < int(kPackSize); ++i)
            if ((i & half) == 0) {
                const Pack upper = square[i];
                const Pack lower = square[i + half];
                square[i] = __builtin_shuffle(upper, lower, exchangeMask<false>(half, kPlaces));
                square[i + half] = __builtin_shuffle(upper, lower, exchangeMask<true>(half, kPlaces));
            }
}

/// A square at (row, column) of the source; what lies beyond its edges is 0.
inline void loadSquare(const Source& source, Index row, Index column, Pack (&square)[std::size_t(kPackSize)])
{
    const Index height = source.rows - row;
    const Index width = source.columns - column;
    if (height >= kPackSize && width >= kPackSize) {
#pragma GCC unroll 16
        for (Index r = 0; r < kPackSize; ++r)
            square[r] = load(source.row(row + r) + column);
        return;
    }
    for (Index r = 0; r < kPackSize; ++r) {
        if (r >= height) {
            square[r] = Pack{};
            continue;
        }
        const Scalar* from = source.row(row + r) + column;
        square[r] = width >= kPackSize ? load(from) : loadPart(from, width);
    }
}

#endif

/// to, columns × rows, = the transpose of the source. Its rows, `toStep` apart, are whole registers: their ends are
/// filled with 0.
inline void transposePadded(const Source& source, Scalar* to, Index toStep)
{
#ifdef ACTISCOPE_SINGLE_ELEMENTS
    transposeFew(source, to, toStep);
#else
    for (Index row = 0; row < source.rows; row += kPackSize)
        for (Index column = 0; column < source.columns; column += kPackSize) {
            Pack square[std::size_t(kPackSize)];
            loadSquare(source, row, column, square);
            transposeSquare(square);
            Scalar* out = to + column * toStep + row;
            const Index width = source.columns - column;
            if (width >= kPackSize) {
#pragma GCC unroll 16
                for (Index c = 0; c < kPackSize; ++c)
                    store(out + c * toStep, square[c]);
                continue;
            }
            for (Index c = 0; c < width; ++c)
                store(out + c * toStep, square[c]);
        }
#endif
}

/// The columns of `batch` are the rows `which` of samples × features.
inline void gather(const Scalar* samples, Index features, const Index* which, Index count, Scalar* batch)
{
    const Source source{samples, features, count, features, which};
#ifdef ACTISCOPE_SINGLE_ELEMENTS
    transposeFew(source, batch, count);
#else
    if (features < kPackSize / 2) { // most of a square would be empty
        transposeFew(source, batch, count);
        return;
    }
    for (Index row = 0; row < count; row += kPackSize)
        for (Index column = 0; column < features; column += kPackSize) {
            Pack square[std::size_t(kPackSize)];
            loadSquare(source, row, column, square);
            transposeSquare(square);
            Scalar* to = batch + column * count + row;
            const Index height = count - row;
            const Index width = features - column;
            if (height >= kPackSize && width >= kPackSize) {
#pragma GCC unroll 16
                for (Index c = 0; c < kPackSize; ++c)
                    store(to + c * count, square[c]);
                continue;
            }
            for (Index c = 0; c < kPackSize && c < width; ++c)
                height >= kPackSize ? store(to + c * count, square[c]) : storePart(to + c * count, square[c], height);
        }
#endif
}

} // namespace ACTISCOPE_KERNEL_PATH
} // namespace core::transposekernel

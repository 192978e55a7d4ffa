// SPDX-License-Identifier: GPL-3.0-or-later
// The gradient of a dense layer's weights and biases: sums over the batch, which is what is contiguous. Included by
// KernelPath.cpp.
#pragma once

#include "core/nn/kernels/ProductKernel.h"

#include <cstddef>
#include <utility>

namespace core::gradientkernel
{
inline namespace ACTISCOPE_KERNEL_PATH
{

using vectormath::kPackSize;
using vectormath::load;
using vectormath::loadPart;
using vectormath::Pack;
using vectormath::store;
using vectormath::storePart;

#ifndef ACTISCOPE_SINGLE_ELEMENTS

/// The sum of each of kPackSize registers: they are folded onto each other like the halves of one.
inline Pack sumsOf(Pack (&parts)[std::size_t(kPackSize)])
{
    constexpr auto kPlaces = std::make_index_sequence<std::size_t(kPackSize)>();
#pragma GCC unroll 8
    for (int half = int(kPackSize) / 2; half > 0; half /= 2)
#pragma GCC unroll 16
        for (int r = 0; r < half; ++r)
            parts[r] =
                __builtin_shuffle(parts[r], parts[r + half], transposekernel::exchangeMask<false>(half, kPlaces)) +
                __builtin_shuffle(parts[r], parts[r + half], transposekernel::exchangeMask<true>(half, kPlaces));
    return parts[0];
}

#endif

/// The sums of `count` rows, where partsOf(i) has the elements of row i in one register; results lie side by side.
template <class PartsOf>
void storeSums(Index count, Scalar* sums, const PartsOf& partsOf)
{
#ifdef ACTISCOPE_SINGLE_ELEMENTS
    for (Index i = 0; i < count; ++i)
        sums[i] = vectormath::sum(partsOf(i));
#else
    for (Index first = 0; first < count; first += kPackSize) {
        Pack parts[std::size_t(kPackSize)];
        const Index left = count - first < kPackSize ? count - first : kPackSize;
        for (Index i = 0; i < kPackSize; ++i)
            parts[i] = i < left ? partsOf(first + i) : Pack{};
        const Pack together = sumsOf(parts);
        left == kPackSize ? store(sums + first, together) : storePart(sums + first, together, left);
    }
#endif
}

/// The sum of a row, in each element one part of it.
inline Pack partsOfSum(const Scalar* row, Index count)
{
    Pack total{};
    Index i = 0;
    for (; i + kPackSize <= count; i += kPackSize)
        total += load(row + i);
    if (i < count)
        total += loadPart(row + i, count - i);
    return total;
}

/// The same of the products of two rows.
inline Pack partsOfDot(const Scalar* left, const Scalar* right, Index count)
{
    Pack total{};
    Index i = 0;
    for (; i + kPackSize <= count; i += kPackSize)
        total += load(left + i) * load(right + i);
    if (i < count)
        total += loadPart(left + i, count - i) * loadPart(right + i, count - i);
    return total;
}

/// gradient = δ xᵀ, units × inputs, and after it the sums of δ over the batch, one a unit; or a piece of it.
inline void denseGradient(const DenseGradient& dense)
{
    const Index weights = dense.units * dense.inputs;
    constexpr Index kFew = 4 * kPackSize;
    static_assert(kFew <= kColumnsOfPiece, "what is made in pieces has many weights");
    if (weights > kFew) {
        const Index first = dense.firstInput;
        productkernel::multiply({.rows = dense.units,
                                 .inner = dense.batch,
                                 .columns = (dense.endInput < dense.inputs ? dense.endInput : dense.inputs) - first,
                                 .left = dense.delta,
                                 .leftRowStep = dense.batch,
                                 .right = dense.input + first * dense.batch,
                                 .rightStep = dense.batch,
                                 .rightIsTransposed = true,
                                 .result = dense.gradient + first,
                                 .resultStep = dense.inputs});
        if (first == 0)
            storeSums(dense.units, dense.gradient + weights,
                      [&](Index unit) { return partsOfSum(dense.delta + unit * dense.batch, dense.batch); });
        return;
    }
    // Few weights: to turn the input would take longer than all products.
    Index unit = 0;
    Index input = 0;
    storeSums(weights + dense.units, dense.gradient, [&](Index i) {
        if (i >= weights)
            return partsOfSum(dense.delta + (i - weights) * dense.batch, dense.batch);
        const Pack parts = partsOfDot(dense.delta + unit * dense.batch, dense.input + input * dense.batch, dense.batch);
        if (++input == dense.inputs) {
            input = 0;
            ++unit;
        }
        return parts;
    });
}

} // namespace ACTISCOPE_KERNEL_PATH
} // namespace core::gradientkernel

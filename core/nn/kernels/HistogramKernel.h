// SPDX-License-Identifier: GPL-3.0-or-later
// Histograms: the range of many numbers, and how many of them fall into each bin. Included by KernelPath.cpp.
#pragma once

#include "core/nn/kernels/Kernels.h"
#include "core/nn/kernels/VectorMath.h"

#include <cstddef>
#include <cstdint>

namespace core::histogramkernel
{
inline namespace ACTISCOPE_KERNEL_PATH
{

using vectormath::constant;
using vectormath::kPackSize;
using vectormath::load;
using vectormath::Pack;

inline ValueRange range(const Scalar* values, Index count)
{
    Scalar smallest = values[0];
    Scalar largest = values[0];
    Index i = 0;
    if (count >= kPackSize) {
        Pack low = load(values);
        Pack high = low;
        for (i = kPackSize; i + kPackSize <= count; i += kPackSize) {
            const Pack next = load(values + i);
            low = vectormath::select(next < low, next, low);
            high = vectormath::select(next > high, next, high);
        }
        for (Index lane = 0; lane < kPackSize; ++lane) {
            const Scalar bottom = vectormath::element(low, lane);
            const Scalar top = vectormath::element(high, lane);
            smallest = bottom < smallest ? bottom : smallest;
            largest = top > largest ? top : largest;
        }
    }
    for (; i < count; ++i) {
        smallest = values[i] < smallest ? values[i] : smallest;
        largest = values[i] > largest ? values[i] : largest;
    }
    return {smallest, largest};
}

/// Neighbours often fall into the same bin, and a counter that has just been written takes long to be read: so several
/// tables take turns.
inline constexpr int kTables = 4;

inline void countBins(const Scalar* values, Index count, const ValueRange& range, std::uint32_t* counts)
{
    constexpr int kLast = kHistogramBins - 1;
    const Scalar width = range.largest - range.smallest;
    const Scalar binsPerUnit = width > 0 ? kHistogramBins / width : 0;
    std::uint32_t tables[kTables][kHistogramBins]{};
    Index i = 0;
#ifndef ACTISCOPE_SINGLE_ELEMENTS
    using vectormath::Ints;
    const Pack last = constant<Pack>(kLast);
    for (; i + kPackSize <= count; i += kPackSize) {
        const Pack place = (load(values + i) - constant<Pack>(range.smallest)) * constant<Pack>(binsPerUnit);
        const Ints bins = __builtin_convertvector(vectormath::select(place < last, place, last), Ints);
        std::int32_t each[std::size_t(kPackSize)];
        std::memcpy(each, &bins, sizeof(bins));
#pragma GCC unroll 16
        for (int lane = 0; lane < int(kPackSize); ++lane)
            ++tables[lane % kTables][each[lane]];
    }
#endif
    for (; i < count; ++i) {
        const Scalar place = (values[i] - range.smallest) * binsPerUnit;
        ++tables[i % kTables][place < kLast ? static_cast<int>(place) : kLast];
    }
    for (int bin = 0; bin < kHistogramBins; ++bin) {
        counts[bin] = 0;
        for (const auto& table : tables)
            counts[bin] += table[bin];
    }
}

} // namespace ACTISCOPE_KERNEL_PATH
} // namespace core::histogramkernel

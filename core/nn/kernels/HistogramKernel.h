// SPDX-License-Identifier: GPL-3.0-or-later
// Histograms: the range of many numbers, and how many of them fall into each bin. Included by KernelPath.cpp.
#pragma once

#include "core/nn/kernels/Kernels.h"
#include "core/nn/kernels/VectorFunctions.h"

#include <cstddef>
#include <cstdint>

#if defined(__AVX512BW__) && !defined(ACTISCOPE_SINGLE_ELEMENTS)
#define ACTISCOPE_BIT_COUNTS
#endif

namespace core::histogramkernel
{
inline namespace ACTISCOPE_KERNEL_PATH
{

using vectormath::constant;
using vectormath::kPackSize;
using vectormath::larger;
using vectormath::load;
using vectormath::Pack;
using vectormath::smaller;

/// All elements joined into one, in halves.
template <class Join>
Scalar joined(Pack pack, [[maybe_unused]] const Join& join)
{
#ifndef ACTISCOPE_SINGLE_ELEMENTS
    constexpr auto kPlaces = std::make_index_sequence<std::size_t(kPackSize)>();
#pragma GCC unroll 4
    for (int half = int(kPackSize) / 2; half > 0; half /= 2)
        pack = join(__builtin_shuffle(pack, vectormath::detail::rotation(half, kPlaces)), pack);
#endif
    return vectormath::element(pack, 0);
}

inline ValueRange range(const Scalar* values, Index count)
{
    // Several of each, as every one waits for its last comparison.
    constexpr int kEach = 4;
    Pack low[kEach];
    Pack high[kEach];
    for (int k = 0; k < kEach; ++k)
        low[k] = high[k] = constant<Pack>(values[0]);
    const auto take = [&](Pack next, int k) {
        low[k] = smaller(next, low[k]);
        high[k] = larger(next, high[k]);
    };
    Index i = 0;
    for (; i + kEach * kPackSize <= count; i += kEach * kPackSize)
#pragma GCC unroll 4
        for (int k = 0; k < kEach; ++k)
            take(load(values + i + k * kPackSize), k);
    for (; i + kPackSize <= count; i += kPackSize)
        take(load(values + i), 0);
    if (i < count && count >= kPackSize) // some of them once more, which changes nothing
        take(load(values + count - kPackSize), 1);
    else
        for (; i < count; ++i)
            take(constant<Pack>(values[i]), 1);
    const auto least = [](Pack next, Pack kept) { return smaller(next, kept); };
    const auto most = [](Pack next, Pack kept) { return larger(next, kept); };
    return {joined(least(least(low[3], low[2]), least(low[1], low[0])), least),
            joined(most(most(high[3], high[2]), most(high[1], high[0])), most)};
}

/// From a value to its bin: (value − smallest) · binsPerUnit, but no more than the last one.
struct Bins {
    static constexpr int kLast = kHistogramBins - 1;
    Scalar smallest;
    Scalar binsPerUnit;

    explicit Bins(const ValueRange& range)
        : smallest(range.smallest)
        , binsPerUnit(range.largest - range.smallest > 0 ? kHistogramBins / (range.largest - range.smallest) : 0)
    {
    }
    [[nodiscard]] int of(Scalar value) const
    {
        const Scalar place = (value - smallest) * binsPerUnit;
        return place < kLast ? static_cast<int>(place) : kLast;
    }
#ifndef ACTISCOPE_SINGLE_ELEMENTS
    [[nodiscard]] vectormath::Ints of(Pack values) const
    {
        const Pack place = (values - constant<Pack>(smallest)) * constant<Pack>(binsPerUnit);
        return __builtin_convertvector(smaller(place, constant<Pack>(kLast)), vectormath::Ints);
    }
#endif
};

/// Neighbours often fall into the same bin, and a counter that has just been written takes long to be read: so several
/// tables take turns.
inline constexpr int kTables = 4;

inline void countInTables(const Scalar* values, Index count, const Bins& bins, std::uint32_t* counts)
{
    std::uint32_t tables[kTables][kHistogramBins]{};
    Index i = 0;
#ifndef ACTISCOPE_SINGLE_ELEMENTS
    for (; i + kPackSize <= count; i += kPackSize) {
        const vectormath::Ints places = bins.of(load(values + i));
        std::int32_t each[std::size_t(kPackSize)];
        std::memcpy(each, &places, sizeof(places));
#pragma GCC unroll 16
        for (int lane = 0; lane < int(kPackSize); ++lane)
            ++tables[lane % kTables][each[lane]];
    }
#endif
    for (; i < count; ++i)
        ++tables[i % kTables][bins.of(values[i])];
    for (int bin = 0; bin < kHistogramBins; ++bin) {
        counts[bin] = 0;
        for (const auto& table : tables)
            counts[bin] += table[bin];
    }
}

#ifdef ACTISCOPE_BIT_COUNTS

/// The bins of 64 values as bytes. Their order is another: for counts it does not matter.
inline __m512i bytesOf(const Scalar* values, const Bins& bins)
{
    const auto of = [&](Index pack) { return std::bit_cast<__m512i>(bins.of(load(values + pack * kPackSize))); };
    return _mm512_packus_epi16(_mm512_packs_epi32(of(0), of(1)), _mm512_packs_epi32(of(2), of(3)));
}

/// Bit `bit` of all 64 bytes, in each of eight elements.
inline __m512i planeOf(__m512i bytes, int bit)
{
    const __mmask64 plane = _mm512_test_epi8_mask(bytes, _mm512_set1_epi8(static_cast<char>(1 << bit)));
    return _mm512_set1_epi64(static_cast<long long>(plane));
}

/// All bits of those elements whose place has not this bit.
inline __m512i placesWithout(int bit)
{
    const auto place = [bit](int at) { return (at >> bit & 1) != 0 ? 0LL : -1LL; };
    return _mm512_setr_epi64(place(0), place(1), place(2), place(3), place(4), place(5), place(6), place(7));
}

/// Without tables: of 64 bins the six bits of 64 values are laid side by side; the values of one bin are then the ones
/// of six words joined by "and". In element k of a register are the bins whose lower three bits are k. Of the upper
/// three bits those values are counted first that have at least the bits of h; inclusion and exclusion tell at the end
/// how many have no others.
[[gnu::target("avx512vpopcntdq")]] inline void countInBits(const Scalar* values, Index count, const Bins& bins,
                                                           std::uint32_t* counts)
{
    constexpr Index kBlock = 64;
    const __m512i without[] = {placesWithout(0), placesWithout(1), placesWithout(2)};
    __m512i sums[8]{};
    alignas(64) Scalar rest[kBlock];
    for (Index i = 0; i < count; i += kBlock) {
        const Scalar* block = values + i;
        if (count - i < kBlock) { // filled up with what lies in the first bin
            for (Index k = 0; k < kBlock; k += kPackSize)
                vectormath::store(rest + k, constant<Pack>(bins.smallest));
            std::memcpy(rest, block, static_cast<std::size_t>(count - i) * sizeof(Scalar));
            block = rest;
        }
        const __m512i bytes = bytesOf(block, bins);
        constexpr int kAndXor = 0x60; // a & (b ^ c)
        __m512i low = _mm512_xor_si512(planeOf(bytes, 0), without[0]);
        low = _mm512_ternarylogic_epi64(low, planeOf(bytes, 1), without[1], kAndXor);
        low = _mm512_ternarylogic_epi64(low, planeOf(bytes, 2), without[2], kAndXor);
        const __m512i high[] = {planeOf(bytes, 3), planeOf(bytes, 4), planeOf(bytes, 5)};
        __m512i joined[8] = {low};
#pragma GCC unroll 8
        for (int h = 1; h < 8; ++h)
            joined[h] = _mm512_and_si512(joined[h & (h - 1)], high[h & 1 ? 0 : h & 2 ? 1 : 2]);
#pragma GCC unroll 8
        for (int h = 0; h < 8; ++h)
            sums[h] = _mm512_add_epi64(sums[h], _mm512_popcnt_epi64(joined[h]));
    }
#pragma GCC unroll 3
    for (int bit = 1; bit < 8; bit *= 2)
#pragma GCC unroll 8
        for (int h = 0; h < 8; ++h)
            if ((h & bit) == 0)
                sums[h] = _mm512_sub_epi64(sums[h], sums[h | bit]);
#pragma GCC unroll 8
    for (int h = 0; h < 8; ++h)
        _mm256_storeu_si256(reinterpret_cast<__m256i*>(counts + 8 * h), _mm512_cvtepi64_epi32(sums[h]));
    counts[bins.of(bins.smallest)] -= static_cast<std::uint32_t>((kBlock - count % kBlock) % kBlock);
}

#endif

inline void countBins(const Scalar* values, Index count, const ValueRange& range, std::uint32_t* counts)
{
#ifdef ACTISCOPE_BIT_COUNTS
    static const bool hasBitCounts = __builtin_cpu_supports("avx512vpopcntdq");
    if (hasBitCounts) {
        countInBits(values, count, Bins(range), counts);
        return;
    }
#endif
    countInTables(values, count, Bins(range), counts);
}

} // namespace ACTISCOPE_KERNEL_PATH
} // namespace core::histogramkernel

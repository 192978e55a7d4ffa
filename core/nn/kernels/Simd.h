// SPDX-License-Identifier: GPL-3.0-or-later
// Registers: how wide they are on this path, and how numbers get in and out of them. Each path is compiled with flags
// of its own, so all that is inline in this room lies in a namespace of the path, lest the linker takes one for the
// other. Used by the other headers of this room.
#pragma once

#include "core/base/Types.h"

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <type_traits>
#include <utility>

#if defined(__AVX2__)
#include <immintrin.h>
#endif

#ifndef ACTISCOPE_KERNEL_PATH
#define ACTISCOPE_KERNEL_PATH common
#endif

#if defined(ACTISCOPE_PLAIN_KERNELS) || defined(ACTISCOPE_DOUBLE)
#define ACTISCOPE_SINGLE_ELEMENTS // a Pack holds one number
#endif

namespace core::vectormath
{
inline namespace ACTISCOPE_KERNEL_PATH
{

#if defined(ACTISCOPE_PLAIN_KERNELS)
inline constexpr int kBytes = 4;
#elif defined(__AVX512F__)
inline constexpr int kBytes = 64;
#elif defined(__AVX2__)
inline constexpr int kBytes = 32;
#else
inline constexpr int kBytes = 16;
#endif

using Floats = float __attribute__((vector_size(kBytes)));
using Ints = std::int32_t __attribute__((vector_size(kBytes)));

/// What the kernels compute with: a register of floats, or one double.
#ifdef ACTISCOPE_DOUBLE
using Pack = double;
#else
using Pack = Floats;
#endif
inline constexpr Index kPackSize = static_cast<Index>(sizeof(Pack) / sizeof(Scalar));

inline Floats broadcast(float value)
{
    return value - Floats{};
}

/// The same number in every element; a double keeps all its digits.
template <class T>
T constant(double value)
{
    if constexpr (std::is_same_v<T, double>)
        return value;
    else
        return static_cast<float>(value) - T{};
}

inline Pack load(const Scalar* from)
{
    Pack pack{};
    std::memcpy(&pack, from, sizeof(Pack));
    return pack;
}

inline void store(Scalar* to, Pack pack)
{
    std::memcpy(to, &pack, sizeof(Pack));
}

#if defined(__AVX2__) && !defined(__AVX512F__) && !defined(ACTISCOPE_SINGLE_ELEMENTS)
/// All bits of the first `count` elements.
inline __m256i firstElements(Index count)
{
    const __m256i places = _mm256_setr_epi32(0, 1, 2, 3, 4, 5, 6, 7);
    return _mm256_cmpgt_epi32(_mm256_set1_epi32(static_cast<int>(count)), places);
}
#endif

/// The first `count` (1 … kPackSize) elements; the others are 0, and their places are not touched.
inline Pack loadPart(const Scalar* from, Index count)
{
#if defined(ACTISCOPE_SINGLE_ELEMENTS) || !defined(__AVX2__)
    Pack pack{};
    for (Index i = 0; i < count; ++i)
        std::memcpy(reinterpret_cast<char*>(&pack) + static_cast<std::size_t>(i) * sizeof(Scalar), from + i,
                    sizeof(Scalar));
    return pack;
#elif defined(__AVX512F__)
    return _mm512_maskz_loadu_ps(static_cast<__mmask16>((1U << count) - 1U), from);
#else
    return _mm256_maskload_ps(from, firstElements(count));
#endif
}

inline void storePart(Scalar* to, Pack pack, Index count)
{
#if defined(ACTISCOPE_SINGLE_ELEMENTS) || !defined(__AVX2__)
    for (Index i = 0; i < count; ++i)
        std::memcpy(to + i, reinterpret_cast<const char*>(&pack) + static_cast<std::size_t>(i) * sizeof(Scalar),
                    sizeof(Scalar));
#elif defined(__AVX512F__)
    _mm512_mask_storeu_ps(to, static_cast<__mmask16>((1U << count) - 1U), pack);
#else
    _mm256_maskstore_ps(to, firstElements(count), pack);
#endif
}

/// One element of it.
inline Scalar element(const Pack& pack, Index index)
{
    Scalar value = 0;
    std::memcpy(&value, reinterpret_cast<const char*>(&pack) + static_cast<std::size_t>(index) * sizeof(Scalar),
                sizeof(Scalar));
    return value;
}

#ifndef ACTISCOPE_SINGLE_ELEMENTS
namespace detail
{

template <std::size_t... places>
Ints rotation(int by, std::index_sequence<places...> /*places*/)
{
    return Ints{(int(places) + by) % int(sizeof...(places))...};
}

} // namespace detail
#endif

/// In a fixed order: halves onto each other.
inline Scalar sum(Pack pack)
{
#ifndef ACTISCOPE_SINGLE_ELEMENTS
    constexpr auto kPlaces = std::make_index_sequence<std::size_t(kPackSize)>();
#pragma GCC unroll 4
    for (int half = int(kPackSize) / 2; half > 0; half /= 2)
        pack += __builtin_shuffle(pack, detail::rotation(half, kPlaces));
#endif
    return element(pack, 0);
}

/// Whether all numbers that it has been shown are finite. It compares them as whole numbers, which leaves the units
/// that multiply alone: the magnitudes of infinities and NaN are the largest.
class FiniteCheck
{
public:
#ifdef ACTISCOPE_SINGLE_ELEMENTS
    void take(Pack pack)
    {
        m_passed = m_passed && element(pack, 0) - element(pack, 0) == 0;
    }
    void take(FiniteCheck other)
    {
        m_passed = m_passed && other.m_passed;
    }
    [[nodiscard]] bool passed() const
    {
        return m_passed;
    }

private:
    bool m_passed = true;
#else
    void take(Pack pack)
    {
        keepLarger(std::bit_cast<Ints>(pack) & 0x7fffffff);
    }
    void take(FiniteCheck other)
    {
        keepLarger(other.m_largest);
    }
    [[nodiscard]] bool passed() const
    {
        const Ints tooLarge = m_largest > 0x7f7fffff;
#if defined(__AVX512F__)
        return _mm512_test_epi32_mask(std::bit_cast<__m512i>(tooLarge), std::bit_cast<__m512i>(tooLarge)) == 0;
#elif defined(__AVX2__)
        return _mm256_movemask_ps(std::bit_cast<__m256>(tooLarge)) == 0;
#else
        std::int32_t any = 0;
        for (Index i = 0; i < kPackSize; ++i)
            any |= tooLarge[i];
        return any == 0;
#endif
    }

private:
    void keepLarger(Ints magnitudes)
    {
        m_largest = magnitudes > m_largest ? magnitudes : m_largest;
    }
    Ints m_largest{};
#endif
};

} // namespace ACTISCOPE_KERNEL_PATH
} // namespace core::vectormath

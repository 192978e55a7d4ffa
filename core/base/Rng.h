// SPDX-License-Identifier: GPL-3.0-or-later
// Seeded random numbers with streams that do not disturb each other: a stream is keyed by (seed, purpose, index), so
// that a change of depth or activation leaves data, split and shuffle as they were. The same bits on every machine of
// one type.
#pragma once

#include <cstdint>
#include <span>
#include <utility>

namespace core
{

/// What a stream of random numbers is for.
enum class Purpose : std::uint64_t { Data = 1, Split, Shuffle, Weights, Biases, Dropout, Probe, Slopes, Resampling };

/// xoshiro256** of Blackman and Vigna (2018), seeded through SplitMix64.
class Rng
{
public:
    /// `step` (from 1) splits a stream once more, into one for each training step; 0 leaves it whole.
    Rng(std::int64_t seed, Purpose purpose, std::uint64_t index = 0, std::uint64_t step = 0);

    std::uint64_t next();
    /// Uniform in [0, 1), 53 bits.
    double uniform();
    double uniform(double lower, double upper) { return lower + (upper - lower) * uniform(); }
    /// Standard normal, by the polar method of Marsaglia.
    double normal();
    /// Uniform in 0 … count − 1, without bias.
    std::uint64_t below(std::uint64_t count);

    /// Fisher–Yates.
    template <class T>
    void shuffle(std::span<T> values)
    {
        for (std::size_t i = values.size(); i > 1; --i)
            std::swap(values[i - 1], values[below(i)]);
    }

private:
    std::uint64_t m_state[4] = {};
    double m_spareNormal = 0;
    bool m_hasSpareNormal = false;
};

} // namespace core

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Rng.h"

#include <bit>
#include <cmath>

namespace core
{

namespace
{

std::uint64_t splitMix(std::uint64_t& state)
{
    std::uint64_t z = (state += 0x9e3779b97f4a7c15U);
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9U;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebU;
    return z ^ (z >> 31);
}

} // namespace

Rng::Rng(std::int64_t seed, Purpose purpose, std::uint64_t index, std::uint64_t step)
{
    // Each part of the key is mixed in before the next, so that neighbouring keys give unrelated streams.
    std::uint64_t state = static_cast<std::uint64_t>(seed);
    state = splitMix(state) ^ static_cast<std::uint64_t>(purpose);
    state = splitMix(state) ^ index;
    if (step != 0)
        state = splitMix(state) ^ step;
    for (std::uint64_t& word : m_state)
        word = splitMix(state);
}

std::uint64_t Rng::next()
{
    const std::uint64_t result = std::rotl(m_state[1] * 5, 7) * 9;
    const std::uint64_t shifted = m_state[1] << 17;
    m_state[2] ^= m_state[0];
    m_state[3] ^= m_state[1];
    m_state[1] ^= m_state[2];
    m_state[0] ^= m_state[3];
    m_state[2] ^= shifted;
    m_state[3] = std::rotl(m_state[3], 45);
    return result;
}

double Rng::uniform()
{
    return static_cast<double>(next() >> 11) * 0x1.0p-53;
}

double Rng::normal()
{
    if (m_hasSpareNormal) {
        m_hasSpareNormal = false;
        return m_spareNormal;
    }
    double u = 0;
    double v = 0;
    double square = 0;
    do {
        u = uniform(-1, 1);
        v = uniform(-1, 1);
        square = u * u + v * v;
    } while (square >= 1 || square == 0);
    const double factor = std::sqrt(-2 * std::log(square) / square);
    m_spareNormal = v * factor;
    m_hasSpareNormal = true;
    return u * factor;
}

std::uint64_t Rng::below(std::uint64_t count)
{
    std::uint64_t value = next();
    if (value < count) { // hardly ever; that is how small the values are that are refused
        // Values past the last whole multiple of count would make the first residues likelier.
        const std::uint64_t rejected = (0 - count) % count;
        while (value < rejected)
            value = next();
    }
    return value % count;
}

} // namespace core

// SPDX-License-Identifier: GPL-3.0-or-later
// From a formula pair to the kernel of a catalogue's row: one pass over the values, a register at a time. Included by
// the catalogue only.
#pragma once

#include "core/nn/Activation.h"
#include "core/nn/VectorMath.h"

#include <algorithm>
#include <array>
#include <cstring>

namespace core::formulas
{

using vectormath::kPackSize;
using vectormath::Pack;

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

/// One pass over the values, a register at a time; the rest at the end goes through a padded register, so that a
/// value's bits do not depend on where it stands.
template <class Formula, bool withF, bool withDf>
void pass(const Scalar* z, Scalar* f, Scalar* df, Index count, const Pack* parameters)
{
    const auto compute = [&](Pack x, Scalar* fTo, Scalar* dfTo) {
        const auto pair = Formula::at(x, parameters);
        const auto isNan = x != x; // NaN goes through every formula NOLINT(misc-redundant-expression)
        if constexpr (withF)
            store(fTo, vectormath::select(isNan, x, pair.f));
        if constexpr (withDf)
            store(dfTo, vectormath::select(isNan, x, pair.df));
    };
    Index i = 0;
    for (; i + kPackSize <= count; i += kPackSize)
        compute(load(z + i), withF ? f + i : nullptr, withDf ? df + i : nullptr);
    if (i == count)
        return;
    std::array<Scalar, kPackSize> padded{};
    std::array<Scalar, kPackSize> fRest{};
    std::array<Scalar, kPackSize> dfRest{};
    std::copy(z + i, z + count, padded.begin());
    compute(load(padded.data()), fRest.data(), dfRest.data());
    if constexpr (withF)
        std::copy_n(fRest.begin(), count - i, f + i);
    if constexpr (withDf)
        std::copy_n(dfRest.begin(), count - i, df + i);
}

template <class Formula>
void kernel(const Scalar* z, Scalar* f, Scalar* df, Index count, const ActivationInfo::Parameters& parameters)
{
    std::array<Pack, ActivationInfo::kMaxParameters> packs{};
    for (std::size_t i = 0; i < packs.size(); ++i)
        packs[i] = vectormath::constant<Pack>(parameters[i]);
    if (f && df)
        pass<Formula, true, true>(z, f, df, count, packs.data());
    else if (f)
        pass<Formula, true, false>(z, f, df, count, packs.data());
    else if (df)
        pass<Formula, false, true>(z, f, df, count, packs.data());
}

} // namespace core::formulas

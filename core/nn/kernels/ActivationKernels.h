// SPDX-License-Identifier: GPL-3.0-or-later
// From formula pairs to kernels: one pass over the values, a register at a time. Included by the catalogue, which names
// a formula by its place in the list, and by KernelPath.cpp.
#pragma once

#include "core/nn/kernels/Kernels.h"
#include "core/nn/kernels/RectifierFormulas.h"

#include <cstddef>
#include <type_traits>

namespace core::formulas
{
inline namespace ACTISCOPE_KERNEL_PATH
{

template <class... Formulas>
struct List {
};

/// Every formula has its place in here.
using All = List<Identity, Step, Sigmoid, HardSigmoid, LogSigmoid, Tanh, Clip, Softsign, Arctan, Tanhshrink, Relu,
                 Relu6, LeakyRelu, MeanSlope, Threshold, Elu, Celu, Selu, Gelu, GeluTanh, Silu, Swish, HardSwish, Mish,
                 Softplus, Squareplus, Softshrink, Hardshrink, Sine, Gaussian, Abs, BentIdentity, Exponential>;

template <class Wanted, class... Formulas>
constexpr std::size_t placeIn(List<Formulas...> /*list*/)
{
    std::size_t place = 0;
    // Stops at the first that is the one.
    static_cast<void>(((std::is_same_v<Wanted, Formulas> || (++place, false)) || ...));
    return place;
}

/// Where the kernels of this formula are in Kernels::activations.
template <class Formula>
inline constexpr std::size_t kPlaceOf = placeIn<Formula>(All{});

using vectormath::kPackSize;
using vectormath::Pack;

/// The kernel of a formula with up to three parameters. There is one piece of code for all values, wherever they stand
/// and whatever is wanted, so that their bits depend on nothing else: compilers contract a · b + c as they see fit.
template <class Formula>
void evaluate(const Scalar* z, Scalar* f, Scalar* df, Index count, const Scalar* parameters)
{
    const Pack packs[] = {vectormath::constant<Pack>(parameters[0]), vectormath::constant<Pack>(parameters[1]),
                          vectormath::constant<Pack>(parameters[2])};
    for (Index i = 0; i < count; i += kPackSize) {
        const bool isFull = count - i >= kPackSize;
        const Pack x = isFull ? vectormath::load(z + i) : vectormath::loadPart(z + i, count - i);
        const auto pair = Formula::at(x, packs);
        const auto isNan = x != x; // NaN goes through every formula NOLINT(misc-redundant-expression)
        const auto put = [&](Scalar* to, Pack value) {
            value = vectormath::select(isNan, x, value);
            isFull ? vectormath::store(to + i, value) : vectormath::storePart(to + i, value, count - i);
        };
        if (f)
            put(f, pair.f);
        if (df)
            put(df, pair.df);
    }
}

} // namespace ACTISCOPE_KERNEL_PATH
} // namespace core::formulas

// SPDX-License-Identifier: GPL-3.0-or-later
// Kernels that go over their numbers once: sums of squares, products element by element, cross-entropy. Included by
// KernelPath.cpp.
#pragma once

#include "core/nn/kernels/VectorFunctions.h"
#include "core/nn/kernels/WideSums.h"

#include <cstddef>

namespace core::elementkernels
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
using widesums::Doubles;
using widesums::kWide;
using widesums::sumOfLanes;
using widesums::wide;

/// The sum of term(at, i) over all i, in double; at(pointer) reads kWide numbers.
template <class Term>
double carefulSum(Index count, const Term& term)
{
    Doubles sums{};
    Index i = 0;
    for (; i + kWide <= count; i += kWide)
        sums += term(wide, i);
    double total = sumOfLanes(sums);
    for (; i < count; ++i)
        total += term([](const Scalar* from) { return static_cast<double>(*from); }, i);
    return total;
}

#ifndef ACTISCOPE_SINGLE_ELEMENTS

/// The same, where each sum of a few terms is made in float.
template <class Term>
double quickSum(Index count, const Term& term)
{
    constexpr Index kBlock = 8 * kPackSize;
    const auto at = [](const Scalar* from) { return load(from); };
    Doubles total{};
    Index i = 0;
    for (; i + kBlock <= count; i += kBlock) {
        Pack sums[2]{};
#pragma GCC unroll 4
        for (Index part = 0; part < kBlock; part += 2 * kPackSize) {
            sums[0] += term(at, i + part);
            sums[1] += term(at, i + part + kPackSize);
        }
        total += __builtin_convertvector(sums[0] + sums[1], Doubles);
    }
    Pack rest{};
    for (; i + kPackSize <= count; i += kPackSize)
        rest += term(at, i);
    if (i < count)
        rest += term([&](const Scalar* from) { return loadPart(from, count - i); }, i);
    total += __builtin_convertvector(rest, Doubles);
    return sumOfLanes(total);
}

#endif

/// The sum of term(at, i) over all i, squares of some kind, to the accuracy of a float. Where squares of floats may
/// have overflown or vanished, they are summed once more in double.
template <class Term>
double sumOfTerms(Index count, const Term& term)
{
#ifndef ACTISCOPE_SINGLE_ELEMENTS
    constexpr double kSmall = 1e-24; // what a million vanished squares of 1e-38 are beside it is less than rounding
    constexpr double kLarge = 1e38;
    const double sum = quickSum(count, term);
    if (sum > kSmall && sum < kLarge)
        return sum;
#endif
    return carefulSum(count, term);
}

inline double sumOfSquares(const Scalar* values, Index count)
{
    return sumOfTerms(count, [values](const auto& at, Index i) {
        const auto value = at(values + i);
        return value * value;
    });
}

inline double sumOfSquaredDifferences(const Scalar* left, const Scalar* right, Index count)
{
    return sumOfTerms(count, [left, right](const auto& at, Index i) {
        const auto difference = at(left + i) - at(right + i);
        return difference * difference;
    });
}

inline bool multiplyElements(const Scalar* left, const Scalar* right, Scalar* result, Index count)
{
    FiniteCheck check;
    Index i = 0;
    for (; i + kPackSize <= count; i += kPackSize) {
        const Pack product = load(left + i) * load(right + i);
        store(result + i, product);
        check.take(product);
    }
    if (i < count) {
        const Pack product = loadPart(left + i, count - i) * loadPart(right + i, count - i);
        storePart(result + i, product, count - i);
        check.take(product);
    }
    return check.passed();
}

/// In pieces that are measured while they are in the nearest cache.
inline bool multiplyAndMeasure(const Scalar* left, const Scalar* right, Scalar* result, Index count, double* squares)
{
    if (!squares)
        return multiplyElements(left, right, result, count);
    constexpr Index kPiece = 4096;
    bool finite = true;
    *squares = 0;
    for (Index i = 0; i < count; i += kPiece) {
        const Index piece = count - i < kPiece ? count - i : kPiece;
        finite = multiplyElements(left + i, right + i, result + i, piece) && finite;
        *squares += sumOfSquares(result + i, piece);
    }
    return finite;
}

/// What is left of crossEntropy for up to kPackSize samples once all is relative to the largest output.
struct Shares {
    Pack own;    ///< e^(output of the class − largest output)
    Pack others; ///< the sum of the others
    Pack shifted;
};

/// Nothing is subtracted that could cancel: the gradient of the right class is minus the share of all others.
template <bool isPart>
Shares sharesOf(const Scalar* outputs, Index classes, Index batch, Pack labels, Scalar* gradient, Index count)
{
    const auto from = [&](const Scalar* row) { return isPart ? loadPart(row, count) : load(row); };
    const auto isClass = [&](Index row) { return labels == constant<Pack>(static_cast<Scalar>(row)); };
    Pack largest = from(outputs);
    Pack wanted = largest;
    for (Index row = 1; row < classes; ++row) {
        const Pack output = from(outputs + row * batch);
        largest = vectormath::select(output <= largest, largest, output); // a NaN stays the largest
        wanted = vectormath::select(isClass(row), output, wanted);
    }
    const Pack shifted = wanted - largest;
    Shares shares{vectormath::exp(shifted), Pack{}, shifted};
    const auto shareOf = [&](Index row) { return vectormath::exp(from(outputs + row * batch) - largest); };
    for (Index row = 0; row < classes; ++row) {
        const Pack share = shareOf(row);
        shares.others += vectormath::select(isClass(row), Pack{}, share);
        if (gradient)
            isPart ? storePart(gradient + row * batch, share, count) : store(gradient + row * batch, share);
    }
    if (!gradient)
        return shares;
    const Pack reciprocal = 1 / (shares.own + shares.others);
    for (Index row = 0; row < classes; ++row) {
        Scalar* to = gradient + row * batch;
        const Pack slope = vectormath::select(isClass(row), -shares.others, from(to)) * reciprocal;
        isPart ? storePart(to, slope, count) : store(to, slope);
    }
    return shares;
}

/// As log1p, so that a sure and right answer keeps its small loss; one of all shares is 1.
inline double lossOf(Scalar own, Scalar others, Scalar shifted)
{
    const double rest =
        own == 1 ? static_cast<double>(others) : (static_cast<double>(others) - 1) + static_cast<double>(own);
    return __builtin_log1p(rest) - static_cast<double>(shifted);
}

inline double crossEntropy(const Scalar* outputs, Index classes, Index batch, const Scalar* labels, Scalar* gradient)
{
    double loss = 0;
    for (Index first = 0; first < batch; first += kPackSize) {
        const Index count = batch - first < kPackSize ? batch - first : kPackSize;
        Scalar* to = gradient ? gradient + first : nullptr;
        const Shares shares =
            count == kPackSize
                ? sharesOf<false>(outputs + first, classes, batch, load(labels + first), to, count)
                : sharesOf<true>(outputs + first, classes, batch, loadPart(labels + first, count), to, count);
        for (Index i = 0; i < count; ++i)
            loss += lossOf(vectormath::element(shares.own, i), vectormath::element(shares.others, i),
                           vectormath::element(shares.shifted, i));
    }
    return loss;
}

} // namespace ACTISCOPE_KERNEL_PATH
} // namespace core::elementkernels

// SPDX-License-Identifier: GPL-3.0-or-later
// The inner loops of training, for the processor that the program runs on. The room's interface: plain pointers and
// sizes in, numbers out; what is computed stands in KernelPath.cpp, which is compiled once for each kind of processor.
// Layers, optimizers, losses and statistics call it; the rest of core is readable Eigen. Any thread.
#pragma once

#include "core/base/Types.h"

#include <cstdint>
#include <limits>
#include <span>
#include <string_view>

namespace core
{

/// result = left · right (+ bias), rows × columns, with `inner` the length of the sums. The columns of `result` are
/// contiguous; `left` and `right` may lie either way round.
struct Product {
    Index rows = 0;
    Index inner = 0;
    Index columns = 0;
    const Scalar* left = nullptr; ///< element (r, k) at r · leftRowStep + k · leftInnerStep
    Index leftRowStep = 0;
    Index leftInnerStep = 1;
    const Scalar* right = nullptr; ///< element (k, c) at k · rightStep + c
    Index rightStep = 0;
    bool rightIsTransposed = false; ///< element (k, c) at c · rightStep + k instead
    Scalar* result = nullptr;       ///< row r at r · resultStep
    Index resultStep = 0;
    const Scalar* bias = nullptr; ///< one for each row, or none
};

/// The result of a large product may be made piece by piece: no bit of it changes as long as pieces begin at multiples
/// of these, and have at least so many rows.
inline constexpr Index kRowsOfPiece = 48;
inline constexpr Index kColumnsOfPiece = 64;

/// What the gradient of a dense layer is made of: ∂W = δ xᵀ, units × inputs, and after it in the same row ∂b, the sums
/// of δ over the batch. δ and x have the batch contiguous.
struct DenseGradient {
    Index units = 0;
    Index inputs = 0;
    Index batch = 0;
    const Scalar* delta = nullptr;
    const Scalar* input = nullptr;
    Scalar* gradient = nullptr;
    /// Where only a piece of it is to be made: columns of ∂W from a multiple of kColumnsOfPiece on, and ∂b with the
    /// first of them.
    Index firstInput = 0;
    Index endInput = std::numeric_limits<Index>::max();
};

/// Sums of squares over an update, in double.
struct UpdateSquares {
    double change = 0; ///< of what the update has changed, as the parameters have taken it
    double after = 0;  ///< of the parameters after it
};

/// One update by an optimizer: rows of `count` parameters, gradients and state. What each number means is told by the
/// optimizers of core/nn/Optimizer.cpp.
struct ParameterUpdate {
    Index count = 0;
    Scalar* parameters = nullptr;
    const Scalar* gradient = nullptr;
    Scalar* first = nullptr;
    Scalar* second = nullptr;
    UpdateSquares* squares = nullptr; ///< what is measured is added to it, unless it is null
};

struct SgdNumbers {
    Scalar rate = 0;
    Scalar momentum = 0;
    Scalar weightDecay = 0;
    bool nesterov = false;
};

struct AdamNumbers {
    Scalar stepSize = 0;   ///< rate / (1 − beta1^t)
    Scalar correction = 0; ///< 1 / √(1 − beta2^t)
    Scalar oneMinusBeta1 = 0;
    Scalar oneMinusBeta2 = 0;
    Scalar epsilon = 0;
    Scalar coupledDecay = 0; ///< added to the gradient, times the parameter
    Scalar shrinkage = 1;    ///< what the parameter is multiplied with before the step
};

inline constexpr int kHistogramBins = 64;

struct ValueRange {
    Scalar smallest = 0;
    Scalar largest = 0;
};

/// The kernels of one path. All results depend on nothing but the arguments and the path. Functions that return a truth
/// tell whether all that they have written is finite.
struct Kernels {
    using Activation = void (*)(const Scalar* z, Scalar* f, Scalar* df, Index count, const Scalar* parameters);

    std::string_view name; ///< "plain", "x86-64-v2", …
    /// f and f′ of the formulas, in the order of formulas::All; `f` or `df` may be null, any may be z.
    std::span<const Activation> activations;
    bool (*multiply)(const Product& product) = nullptr;
    /// batch, features × count with the batch contiguous, = the samples `which`, where sample i begins at
    /// samples + i · features.
    void (*gather)(const Scalar* samples, Index features, const Index* which, Index count, Scalar* batch) = nullptr;
    /// result[i] = left[i] · right[i]; any may be the same. `squares`, unless it is null, receives the sum of the
    /// squares of the results, as sumOfSquares has it.
    bool (*multiplyElements)(const Scalar* left, const Scalar* right, Scalar* result, Index count,
                             double* squares) = nullptr;
    void (*denseGradient)(const DenseGradient& dense) = nullptr;
    /// Sum of the squares, to the accuracy of a float but in the range of a double; not finite if an element is not.
    double (*sumOfSquares)(const Scalar* values, Index count) = nullptr;
    double (*sumOfSquaredDifferences)(const Scalar* left, const Scalar* right, Index count) = nullptr;
    /// Softmax and cross-entropy of outputs × batch against classes: the sum of the losses; the gradient with respect
    /// to the outputs goes into `gradient` unless that is null.
    double (*crossEntropy)(const Scalar* outputs, Index classes, Index batch, const Scalar* labels,
                           Scalar* gradient) = nullptr;
    /// Of at least one number; NaN are passed over unless the first one is.
    ValueRange (*range)(const Scalar* values, Index count) = nullptr;
    /// How many numbers fall into each of kHistogramBins bins of equal width between the ends of their range; the upper
    /// end belongs to the last bin. All are finite. At the edges of bins floats are rounded.
    void (*countBins)(const Scalar* values, Index count, const ValueRange& range, std::uint32_t* counts) = nullptr;
    bool (*stepSgd)(const ParameterUpdate& update, const SgdNumbers& numbers) = nullptr;
    bool (*stepAdam)(const ParameterUpdate& update, const AdamNumbers& numbers) = nullptr;
};

/// Those of the widest path that the processor has, or of the path that the environment variable ACTISCOPE_KERNELS
/// names if there is such a one here. Chosen once, at the first call.
const Kernels& kernels();

/// All that this processor can run, the plain one first.
std::span<const Kernels* const> availableKernels();

} // namespace core

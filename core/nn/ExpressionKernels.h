// SPDX-License-Identifier: GPL-3.0-or-later
// The loops that evaluate one operation over a block of values. Made for one type: registers of the program's Scalar
// for training, single doubles for analysis and constants. Used by ExpressionProgram and ExpressionAnalysis.
#pragma once

#include "core/nn/ExpressionFormulas.h"
#include "core/nn/ExpressionTree.h"

namespace core
{

/// Where an argument of an operation lies: its values and their derivatives, each so far apart (0: the same
/// everywhere).
template <class T>
struct Operand {
    const T* f = nullptr;
    const T* df = nullptr;
    Index step = 0;
    Index slopeStep = 0;
};

/// `count` results of an operation. The target may be one of the arguments.
template <class T>
using OperationKernel = void (*)(const Operand<T>* arguments, T* f, T* df, Index count);

/// The two kernels of an operation: the value alone (`df` is not touched), and both.
template <class T>
struct OperationKernels {
    OperationKernel<T> value = nullptr;
    OperationKernel<T> dual = nullptr;
};

/// The kernels of an operation, of which the first two arguments depend on x or not.
OperationKernels<vectormath::Pack> packKernels(Operation operation, bool leftVaries, bool rightVaries);

/// One operation for one double, whatever the Scalar of the program.
dualnumbers::Dual<double> operationAt(const ExpressionNode& node, const dualnumbers::Dual<double>* arguments);

} // namespace core

// SPDX-License-Identifier: GPL-3.0-or-later
// The kernels of one path. CMake compiles this file once for each path, with the flags of its processors; nothing of it
// but the function at its end may be seen from outside.
#include "core/nn/kernels/ActivationKernels.h"
#include "core/nn/kernels/ElementKernels.h"
#include "core/nn/kernels/GradientKernel.h"
#include "core/nn/kernels/HistogramKernel.h"
#include "core/nn/kernels/OptimizerKernels.h"
#include "core/nn/kernels/Paths.h"

namespace core
{

namespace
{

template <class... Formulas>
std::span<const Kernels::Activation> activationKernels(formulas::List<Formulas...> /*list*/)
{
    static constexpr Kernels::Activation kKernels[] = {formulas::evaluate<Formulas>...};
    return {kKernels, sizeof...(Formulas)};
}

} // namespace

const Kernels& ACTISCOPE_KERNEL_FUNCTION()
{
    static constinit Kernels kernels = {
        .name = ACTISCOPE_KERNEL_NAME,
        .activations = {},
        .multiply = productkernel::multiply,
        .gather = transposekernel::gather,
        .multiplyElements = elementkernels::multiplyAndMeasure,
        .denseGradient = gradientkernel::denseGradient,
        .sumOfSquares = elementkernels::sumOfSquares,
        .sumOfSquaredDifferences = elementkernels::sumOfSquaredDifferences,
        .crossEntropy = elementkernels::crossEntropy,
        .range = histogramkernel::range,
        .countBins = histogramkernel::countBins,
        .stepSgd = optimizerkernels::stepSgd,
        .stepAdam = optimizerkernels::stepAdam,
    };
    kernels.activations = activationKernels(formulas::All{});
    return kernels;
}

} // namespace core

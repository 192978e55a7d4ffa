// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nn/Loss.h"

#include <array>
#include <cassert>
#include <cmath>

namespace core
{

namespace
{

/// −log softmax(output)[class], with the largest output taken out first so that nothing overflows.
double crossEntropy(const Matrix& output, const Matrix& target, Matrix* dOutput)
{
    if (dOutput)
        dOutput->resize(output.rows(), output.cols());
    double sum = 0;
    for (Index sample = 0; sample < output.cols(); ++sample) {
        const auto z = output.col(sample);
        const Scalar largest = z.maxCoeff<Eigen::PropagateNaN>();
        double normalizer = 0;
        for (Index row = 0; row < z.size(); ++row)
            normalizer += std::exp(static_cast<double>(z[row] - largest));
        double loss = std::log(normalizer);
        for (Index row = 0; row < z.size(); ++row) {
            const double shifted = static_cast<double>(z[row] - largest);
            const double wanted = static_cast<double>(target(row, sample));
            if (wanted != 0)
                loss -= wanted * shifted;
            if (dOutput)
                (*dOutput)(row, sample) = static_cast<Scalar>(std::exp(shifted) / normalizer - wanted);
        }
        sum += loss;
    }
    return sum;
}

double meanSquaredError(const Matrix& output, const Matrix& target, Matrix* dOutput)
{
    if (dOutput)
        *dOutput = (output - target) * (Scalar(2) / static_cast<Scalar>(output.rows()));
    double sum = 0;
    for (Index row = 0; row < output.rows(); ++row)
        for (Index sample = 0; sample < output.cols(); ++sample) {
            const double error = static_cast<double>(output(row, sample)) - static_cast<double>(target(row, sample));
            sum += error * error;
        }
    return sum / static_cast<double>(output.rows());
}

constexpr std::array kCatalogue{
    LossInfo{.id = "cross_entropy",
             .formula = "−log softmax(output)[class]",
             .needsClasses = true,
             .evaluate = crossEntropy,
             .pytorch = "torch.nn.CrossEntropyLoss()"},
    LossInfo{.id = "mse",
             .formula = "mean over the outputs of (output − target)²",
             .oneOutputForTwoClasses = true,
             .evaluate = meanSquaredError,
             .pytorch = "torch.nn.MSELoss()"},
};

} // namespace

std::span<const LossInfo> lossCatalogue()
{
    return kCatalogue;
}

Index outputCount(const LossInfo& loss, int classes)
{
    return classes == 0 || (classes == 2 && loss.oneOutputForTwoClasses) ? 1 : classes;
}

Matrix lossTargets(const LossInfo& loss, const Samples& samples, int classes)
{
    if (classes == 0)
        return samples.targets;
    const Index outputs = outputCount(loss, classes);
    Matrix targets = Matrix::Zero(outputs, samples.size());
    for (Index sample = 0; sample < samples.size(); ++sample) {
        const int label = samples.labels[static_cast<std::size_t>(sample)];
        if (outputs == 1)
            targets(0, sample) = label == 1 ? Scalar(1) : Scalar(-1);
        else
            targets(label, sample) = 1;
    }
    return targets;
}

int answeredClass(const Matrix& output, Index sample)
{
    if (output.rows() == 1)
        return output(0, sample) > 0 ? 1 : 0;
    Index row = 0;
    output.col(sample).maxCoeff(&row);
    return static_cast<int>(row);
}

} // namespace core

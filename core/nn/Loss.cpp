// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nn/Loss.h"

#include "core/nn/kernels/Kernels.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>

namespace core
{

namespace
{

/// −log softmax(output)[class].
double crossEntropy(std::span<const double> /*parameters*/, const Matrix& output, const Matrix& target, Matrix* dOutput)
{
    assert(target.rows() == 1 && target.cols() == output.cols());
    if (dOutput)
        dOutput->resize(output.rows(), output.cols());
    return kernels().crossEntropy(output.data(), output.rows(), output.cols(), target.data(),
                                  dOutput ? dOutput->data() : nullptr);
}

double meanSquaredError(std::span<const double> /*parameters*/, const Matrix& output, const Matrix& target,
                        Matrix* dOutput)
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

struct ElementLoss {
    double loss = 0;
    double slope = 0; ///< its derivative with respect to the output
};

/// Sum over the batch of the mean over the outputs of `element`(output, target).
template <class Element>
double meanOverOutputs(const Matrix& output, const Matrix& target, Matrix* dOutput, Element element)
{
    if (dOutput)
        dOutput->resize(output.rows(), output.cols());
    const auto outputs = static_cast<double>(output.rows());
    double sum = 0;
    for (Index row = 0; row < output.rows(); ++row)
        for (Index sample = 0; sample < output.cols(); ++sample) {
            const ElementLoss result =
                element(static_cast<double>(output(row, sample)), static_cast<double>(target(row, sample)));
            sum += result.loss;
            if (dOutput)
                (*dOutput)(row, sample) = static_cast<Scalar>(result.slope / outputs);
        }
    return sum / outputs;
}

/// −target log s(z) − (1 − target) log(1 − s(z)) of a logit z, with the sigmoid s. Both shares of the slope are written
/// so that the tail of a sure and right answer is not rounded to 0.
double binaryCrossEntropy(std::span<const double> /*parameters*/, const Matrix& output, const Matrix& target,
                          Matrix* dOutput)
{
    return meanOverOutputs(output, target, dOutput, [](double z, double wanted) {
        const double tail = std::exp(-std::abs(z));
        const double larger = 1 / (1 + tail); // s(|z|)
        const double smaller = tail / (1 + tail);
        const double one = z > 0 ? larger : smaller;
        const double zero = z > 0 ? smaller : larger;
        const double loss = (1 - wanted) * std::max(z, 0.0) + wanted * std::max(-z, 0.0) + std::log1p(tail);
        return ElementLoss{loss, (1 - wanted) * one - wanted * zero};
    });
}

/// max(0, 1 − target · output): nothing beyond the margin, and no slope at its edge, as PyTorch's relu has it.
double hinge(std::span<const double> /*parameters*/, const Matrix& output, const Matrix& target, Matrix* dOutput)
{
    return meanOverOutputs(output, target, dOutput, [](double y, double wanted) {
        const double missing = 1 - wanted * y;
        if (missing <= 0)
            return ElementLoss{};
        return ElementLoss{missing, std::isnan(missing) ? missing : -wanted};
    });
}

double absoluteError(std::span<const double> /*parameters*/, const Matrix& output, const Matrix& target,
                     Matrix* dOutput)
{
    return meanOverOutputs(output, target, dOutput, [](double y, double wanted) {
        const double error = y - wanted;
        const double sign = error > 0 ? 1 : error < 0 ? -1 : error; // NaN stays what it is
        return ElementLoss{std::abs(error), sign};
    });
}

/// Huber: Robust Estimation of a Location Parameter (1964).
double huber(std::span<const double> parameters, const Matrix& output, const Matrix& target, Matrix* dOutput)
{
    return meanOverOutputs(output, target, dOutput, [delta = parameters[0]](double y, double wanted) {
        const double error = y - wanted;
        const double size = std::abs(error);
        if (size < delta)
            return ElementLoss{error * error / 2, error};
        return ElementLoss{delta * (size - delta / 2), std::clamp(error, -delta, delta)};
    });
}

constexpr std::array kHuberParameters{
    ParameterInfo{.name = "delta",
                  .defaultValue = 1,
                  .minimum = 0,
                  .maximum = 1e9,
                  .scale = Scale::Logarithmic,
                  .sliderMinimum = 0.01,
                  .sliderMaximum = 10,
                  .minimumAllowed = false},
};

constexpr std::array kLosses{
    LossInfo{.id = "cross_entropy",
             .formula = "−log softmax(output)[class]",
             .needsClasses = true,
             .takesClasses = true,
             .evaluate = crossEntropy,
             .pytorch = "torch.nn.CrossEntropyLoss()",
             .paper = "Bridle: Probabilistic Interpretation of Feedforward Classification Network Outputs (1990)"},
    LossInfo{.id = "binary_cross_entropy",
             .formula = "log(1 + e^output) − target · output, target 0 or 1",
             .needsClasses = true,
             .needsTwoClasses = true,
             .oneOutputForTwoClasses = true,
             .logistic = true,
             .evaluate = binaryCrossEntropy,
             .pytorch = "torch.nn.BCEWithLogitsLoss()",
             .paper = "Cox: The Regression Analysis of Binary Sequences (1958)"},
    LossInfo{.id = "hinge",
             .formula = "max(0, 1 − target · output), target −1 or 1",
             .needsClasses = true,
             .needsTwoClasses = true,
             .oneOutputForTwoClasses = true,
             .evaluate = hinge,
             .pytorch = "torch.relu(1 - target * output).mean()",
             .paper = "Cortes, Vapnik: Support-Vector Networks (1995)"},
    LossInfo{.id = "mse",
             .formula = "mean over the outputs of (output − target)²",
             .oneOutputForTwoClasses = true,
             .evaluate = meanSquaredError,
             .pytorch = "torch.nn.MSELoss()",
             .paper = "Legendre: Nouvelles méthodes pour la détermination des orbites des comètes (1805)"},
    LossInfo{.id = "l1",
             .formula = "mean over the outputs of |output − target|",
             .oneOutputForTwoClasses = true,
             .evaluate = absoluteError,
             .pytorch = "torch.nn.L1Loss()",
             .paper = "Laplace: Mémoire sur la probabilité des causes par les évènements (1774)"},
    LossInfo{.id = "huber",
             .formula =
                 "mean over the outputs of e²/2 if |e| < delta, else delta · (|e| − delta/2); e = output − target",
             .parameters = kHuberParameters,
             .oneOutputForTwoClasses = true,
             .evaluate = huber,
             .pytorch = "torch.nn.HuberLoss(delta=delta)",
             .paper = "Huber: Robust Estimation of a Location Parameter (1964)"},
};

} // namespace

std::span<const LossInfo> lossCatalogue()
{
    return kLosses;
}

bool fitsClasses(const LossInfo& loss, int classes)
{
    return (classes > 0 || !loss.needsClasses) && (classes == 2 || !loss.needsTwoClasses);
}

std::string fittingLosses(int classes)
{
    std::string ids;
    for (const LossInfo& row : kLosses)
        if (fitsClasses(row, classes))
            ids.append(ids.empty() ? "" : ", ").append(row.id);
    return ids;
}

const LossInfo* findLoss(const Choice& choice, bool classification)
{
    const std::string_view byDefault = classification ? "cross_entropy" : "mse";
    return findRow(lossCatalogue(), choice.kind.empty() ? byDefault : std::string_view(choice.kind));
}

Index outputCount(const LossInfo& loss, int classes)
{
    return classes == 0 || (classes == 2 && loss.oneOutputForTwoClasses) ? 1 : classes;
}

Matrix lossTargets(const LossInfo& loss, const Samples& samples, int classes)
{
    if (classes == 0)
        return samples.targets;
    if (loss.takesClasses)
        return Eigen::Map<const Eigen::RowVectorXi>(samples.labels.data(), samples.size()).cast<Scalar>();
    const Index outputs = outputCount(loss, classes);
    Matrix targets = Matrix::Zero(outputs, samples.size());
    for (Index sample = 0; sample < samples.size(); ++sample) {
        const int label = samples.labels[static_cast<std::size_t>(sample)];
        if (outputs == 1)
            targets(0, sample) = label == 1 ? Scalar(1) : loss.logistic ? Scalar(0) : Scalar(-1);
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

float probabilityOfClass(const LossInfo& loss, const Matrix& output, Index sample, int wanted)
{
    const auto clipped = [](Scalar share) { return static_cast<float>(std::clamp(share, Scalar(0), Scalar(1))); };
    if (output.rows() == 1) {
        const Scalar towards = wanted == 1 ? output(0, sample) : -output(0, sample);
        if (loss.logistic)
            return static_cast<float>(Scalar(1) / (Scalar(1) + std::exp(-towards)));
        return clipped((towards + Scalar(1)) / Scalar(2));
    }
    const auto z = output.col(sample);
    if (loss.oneOutputForTwoClasses) // one-hot targets: the output itself lies about 0 and 1
        return clipped(z[wanted]);
    const Scalar largest = z.maxCoeff();
    return static_cast<float>(std::exp(z[wanted] - largest) / (z.array() - largest).exp().sum());
}

LossFunction::LossFunction(const Choice& choice, bool classification)
    : m_info(findLoss(choice, classification))
{
    assert(m_info);
    m_parameters = parameterValues(m_info->parameters, choice.parameters);
}

} // namespace core

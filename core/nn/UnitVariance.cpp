// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nn/UnitVariance.h"

#include <algorithm>
#include <cmath>

namespace core
{

namespace
{

constexpr Index kMostSamples = 1024;
constexpr int kMostTurns = 10;         ///< the biases' share does not scale, so one turn may not be enough
constexpr double kStdTolerance = 1e-3; ///< of the standard deviation

double standardDeviation(const Matrix& values)
{
    const auto all = values.cast<double>().reshaped<Eigen::RowMajor>();
    const double mean = all.mean();
    return std::sqrt((all.array() - mean).square().mean());
}

void scale(const Dense& dense, Vector& parameters, const Matrix& input, double gain)
{
    LayerPass pass;
    for (int turn = 0; turn < kMostTurns; ++turn) {
        dense.forward(parameters, input, Mode::Probe, pass);
        const double std = standardDeviation(pass.output);
        if (!std::isfinite(std) || std == 0 || std::abs(std - gain) <= kStdTolerance * gain)
            return;
        dense.weights().vector(parameters) *= static_cast<Scalar>(gain / std);
    }
}

} // namespace

void scaleToUnitVariance(Network& network, const SampleMatrix& samples, double gain)
{
    if (samples.cols() == 0)
        return;
    Matrix input = samples.leftCols(std::min(samples.cols(), kMostSamples));
    for (std::size_t l = 0; l < network.depth(); ++l) {
        scale(*network.hidden(l).dense, network.parameters(), input, gain);
        HiddenPass pass;
        network.forwardHidden(l, input, Mode::Probe, pass);
        input = pass.h();
    }
    scale(network.output(), network.parameters(), input, gain);
}

} // namespace core

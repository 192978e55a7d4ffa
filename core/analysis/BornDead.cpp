// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/BornDead.h"

#include "core/nn/Initializer.h"

#include <cmath>
#include <vector>

namespace core
{

namespace
{

std::optional<BornDeadReason> reasonAgainst(const ExperimentConfig& config)
{
    const NetworkConfig& network = config.network;
    for (std::size_t layer = 0; layer < static_cast<std::size_t>(network.depth); ++layer) {
        if (network.activationOf(layer).kind != "relu")
            return BornDeadReason::Activation;
        if (network.normalizationOf(layer).kind != "none")
            return BornDeadReason::Normalization;
        if (network.residualOf(layer) != "none")
            return BornDeadReason::Residual;
    }
    const InitializerInfo* info = findRow(initializerCatalogue(), config.initializer.weights.kind);
    if (!info || !info->isRandom || !info->isCentered)
        return BornDeadReason::Initializer;
    if (config.initializer.bias != 0 || config.initializer.biasStd != 0)
        return BornDeadReason::Bias;
    return std::nullopt;
}

} // namespace

double bornDeadProbability(std::span<const std::int64_t> widths)
{
    double logarithm = 0;
    for (const std::int64_t width : widths)
        logarithm += std::log1p(-std::exp2(-static_cast<double>(width)));
    return -std::expm1(logarithm);
}

BornDead bornDead(const ExperimentConfig& config)
{
    if (const std::optional<BornDeadReason> reason = reasonAgainst(config))
        return {std::nullopt, reason};
    std::vector<std::int64_t> widths;
    for (std::size_t layer = 0; layer < static_cast<std::size_t>(config.network.depth); ++layer)
        widths.push_back(config.network.unitsOf(layer));
    return {bornDeadProbability(widths), std::nullopt};
}

} // namespace core

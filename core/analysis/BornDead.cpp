// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/BornDead.h"

#include "core/nn/Initializer.h"

#include <cmath>
#include <vector>

namespace core
{

double bornDeadProbability(std::span<const std::int64_t> widths)
{
    double logarithm = 0;
    for (const std::int64_t width : widths)
        logarithm += std::log1p(-std::exp2(-static_cast<double>(width)));
    return -std::expm1(logarithm);
}

std::optional<double> bornDeadProbability(const ExperimentConfig& config)
{
    const InitializerInfo* info = findRow(initializerCatalogue(), config.initializer.weights.kind);
    if (!info || !info->isRandom || !info->isCentered || config.initializer.bias != 0 ||
        config.initializer.biasStd != 0)
        return std::nullopt;
    std::vector<std::int64_t> widths;
    for (std::size_t layer = 0; layer < static_cast<std::size_t>(config.network.depth); ++layer) {
        const NetworkConfig& network = config.network;
        if (network.activationOf(layer).kind != "relu" || network.normalizationOf(layer).kind != "none" ||
            network.residualOf(layer) != "none")
            return std::nullopt;
        widths.push_back(network.unitsOf(layer));
    }
    return bornDeadProbability(widths);
}

} // namespace core

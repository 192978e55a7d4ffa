// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/Prediction.h"

namespace core
{

namespace
{

/// Whether the map has room for this place, and not far too much of it.
bool shows(const ChaosMap& map, const Variances& place)
{
    return place.weight >= 1.2 * map.lowestWeight && place.weight <= map.highestWeight / 1.2 &&
           place.bias <= 0.9 * map.highestBias && (map.highestBias <= 1 || place.bias >= 0.1 * map.highestBias);
}

} // namespace

Prediction predict(const ExperimentConfig& config, const DataShape& shape, double inputSquare, const Prediction* before)
{
    Prediction prediction{meanField(config, shape, inputSquare), standing(config, shape), nullptr};
    const std::optional<double> start =
        prediction.theory.layers.empty() ? std::nullopt : prediction.theory.layers.front().q;
    if (!prediction.standing || !start) {
        prediction.standing.reset();
        return prediction;
    }
    const Choice& activation = config.network.activationOf(0);
    const std::shared_ptr<const ChaosMap> old = before ? before->map : nullptr;
    const bool isSame = old && old->activation == activation && old->bias == config.initializer.bias &&
                        shows(*old, *prediction.standing);
    prediction.map = isSame ? old
                            : std::make_shared<const ChaosMap>(
                                  chaosMap(activation, config.initializer.bias, *start, *prediction.standing));
    return prediction;
}

} // namespace core

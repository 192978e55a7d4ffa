// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/TheoryJson.h"

#include "core/base/NumberText.h"

#include <nlohmann/json.hpp>

#include <cmath>

namespace core
{

namespace
{

nlohmann::ordered_json numberOrNull(const std::optional<double>& value)
{
    if (!value)
        return nullptr;
    return std::isfinite(*value) ? nlohmann::ordered_json(*value) : nlohmann::ordered_json(numberText(*value));
}

} // namespace

nlohmann::ordered_json theoryToJson(const Theory& theory)
{
    nlohmann::ordered_json json;
    json["layers"] = nlohmann::ordered_json::array();
    for (const LayerTheory& layer : theory.layers)
        json["layers"].push_back({{"index", layer.index},
                                  {"q", numberOrNull(layer.q)},
                                  {"chi", numberOrNull(layer.chi)},
                                  {"z_std", numberOrNull(layer.zStd)},
                                  {"a_std", numberOrNull(layer.aStd)},
                                  {"delta_rms_relative", numberOrNull(layer.deltaRmsRelative)}});
    json["q_star"] = numberOrNull(theory.qStar);
    json["chi_star"] = numberOrNull(theory.chiStar);
    json["delta_ratio"] = numberOrNull(theory.deltaRatio);
    json["regime"] = theory.regime ? nlohmann::ordered_json(idOf(*theory.regime)) : nlohmann::ordered_json();
    json["reasons"] = nlohmann::ordered_json::array();
    for (const TheoryReason reason : theory.reasons)
        json["reasons"].push_back(idOf(reason));
    return json;
}

} // namespace core

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/Cures.h"

#include "core/nn/Activation.h"
#include "core/nn/Initializer.h"
#include "core/nn/Optimizer.h"
#include "core/train/ConfigCheck.h"
#include "core/train/ConfigFields.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <string>

namespace core
{

namespace
{

using Settings = std::vector<Setting>;

constexpr std::size_t kMostCures = 3;
/// The update ratio that a fitting learning rate is to bring: the guide line of the update card.
constexpr double kGoodUpdateRatio = 1e-3;

const ActivationInfo& rowOf(const Choice& activation)
{
    return *findRow(activationCatalogue(), activation.kind);
}

std::string layerKey(std::size_t layer, std::string_view key)
{
    return std::string(kLayersPrefix) + std::to_string(layer) + "." + std::string(key);
}

/// The same kind for the network and for every layer that has its own.
Settings kindEverywhere(const NetworkConfig& network, std::string_view key, std::string_view kind,
                        bool (*isOwn)(const LayerConfig& layer))
{
    Settings settings{{"network." + std::string(key) + ".kind", std::string(kind)}};
    for (std::size_t l = 0; l < network.layers.size(); ++l)
        if (isOwn(network.layers[l]))
            settings.push_back({layerKey(l, std::string(key) + ".kind"), std::string(kind)});
    return settings;
}

Settings activationEverywhere(const NetworkConfig& network, std::string_view kind)
{
    return kindEverywhere(network, "activation", kind,
                          [](const LayerConfig& layer) { return layer.activation.has_value(); });
}

template <class Test>
bool anyActivation(const NetworkConfig& network, Test test)
{
    for (std::size_t l = 0; l < static_cast<std::size_t>(network.depth); ++l)
        if (test(network.activationOf(l)))
            return true;
    return false;
}

Settings initializer(std::string_view kind)
{
    return {{"initializer.kind", std::string(kind)},
            {"initializer.gain", 1.0},
            {"initializer.bias", 0.0},
            {"initializer.bias_std", 0.0}};
}

/// To one significant digit, as a teacher would write it.
double toOneDigit(double value)
{
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "%.0e", value);
    return std::strtod(text.data(), nullptr);
}

Settings learningRateTo(double rate)
{
    if (!std::isfinite(rate) || rate <= 0 || rate > 1e9)
        return {};
    return {{"optimizer.learning_rate", toOneDigit(rate)}};
}

/// ReLU with the weights that go with it, in place of what squashes, or of nothing.
Settings rectify(const Finding& /*finding*/, const ExperimentConfig& config)
{
    const bool isNeeded = anyActivation(config.network, [](const Choice& choice) {
        return !rowOf(choice).negativeSideIsWeak || choice.kind == "exponential";
    });
    if (!isNeeded)
        return {};
    Settings settings = activationEverywhere(config.network, "relu");
    const Settings weights = initializer("he_normal");
    settings.insert(settings.end(), weights.begin(), weights.end());
    return settings;
}

Settings leak(const Finding& /*finding*/, const ExperimentConfig& config)
{
    const bool isNeeded = anyActivation(config.network, [](const Choice& choice) {
        return choice.kind == "relu" || choice.kind == "relu6" || choice.kind == "threshold";
    });
    return isNeeded ? activationEverywhere(config.network, "leaky_relu") : Settings{};
}

Settings usualInitializer(const Finding& /*finding*/, const ExperimentConfig& config)
{
    const std::string_view usual = rowOf(config.network.activation).initializer;
    return initializer(usual.empty() ? "xavier_normal" : usual);
}

/// Weights that are all alike stay so also with it.
Settings batchNormalization(const Finding& /*finding*/, const ExperimentConfig& config)
{
    const InitializerInfo* weights = findRow(initializerCatalogue(), config.initializer.weights.kind);
    if (!weights->isRandom || config.initializer.gain == 0)
        return {};
    return kindEverywhere(config.network, "normalization", "batch",
                          [](const LayerConfig& layer) { return layer.normalization.has_value(); });
}

/// Where all layers are alike; who has listed each knows better.
Settings shallower(const Finding& finding, const ExperimentConfig& config)
{
    const double depth = finding.code == "useless_depth" ? 1 : 2;
    const bool isDeeper = static_cast<double>(config.network.depth) > depth;
    return isDeeper && config.network.layers.empty() ? Settings{{"network.depth", depth}} : Settings{};
}

Settings lowerLearningRate(const Finding& /*finding*/, const ExperimentConfig& config)
{
    return learningRateTo(learningRate(config.optimizer) / 10);
}

/// Against what training has killed; what was born so is not helped.
Settings slowerDescent(const Finding& finding, const ExperimentConfig& config)
{
    const bool diedLater = finding.number("at_start") < finding.number("value") / 2;
    return diedLater ? lowerLearningRate(finding, config) : Settings{};
}

/// Steps are proportional to the learning rate: it takes the update ratio to where it should be. Where it is not the
/// ratio itself that is wrong, only a network that hardly moves is helped.
Settings fittingLearningRate(const Finding& finding, const ExperimentConfig& config)
{
    constexpr double kHardlyMoves = 1e-4;
    const bool isRatio = finding.code.starts_with("learning_rate");
    const double ratio = finding.number(isRatio ? "value" : "update_ratio");
    const bool isNeeded = isRatio || (ratio > 0 && ratio < kHardlyMoves);
    return isNeeded ? learningRateTo(learningRate(config.optimizer) * kGoodUpdateRatio / ratio) : Settings{};
}

Settings adam(const Finding& /*finding*/, const ExperimentConfig& config)
{
    if (config.optimizer.kind == "adam" || config.optimizer.kind == "adamw")
        return {};
    return {{"optimizer.kind", std::string("adam")}, {"optimizer.learning_rate", 0.001}};
}

Settings clipNorm(const Finding& /*finding*/, const ExperimentConfig& config)
{
    return config.optimizer.clipNorm > 0 ? Settings{} : Settings{{"optimizer.clip_norm", 1.0}};
}

Settings smaller(const Finding& /*finding*/, const ExperimentConfig& config)
{
    constexpr std::int64_t kSmallest = 4;
    const std::int64_t width = std::max(config.network.width / 4, kSmallest);
    if (!config.network.layers.empty() || width >= config.network.width)
        return {};
    Settings settings{{"network.width", static_cast<double>(width)}};
    if (config.network.depth > 2)
        settings.push_back({"network.depth", 2.0});
    return settings;
}

Settings weightDecay(const Finding& /*finding*/, const ExperimentConfig& config)
{
    const auto given = config.optimizer.parameters.find("weight_decay");
    const bool hasSome = given != config.optimizer.parameters.end() && given->second > 0;
    return hasSome ? Settings{} : Settings{{"optimizer.weight_decay", 0.01}};
}

Settings dropout(const Finding& /*finding*/, const ExperimentConfig& config)
{
    const auto given = config.network.dropout.parameters.find("rate");
    const bool hasSome = given != config.network.dropout.parameters.end() && given->second > 0;
    return hasSome ? Settings{} : Settings{{"network.dropout.rate", 0.3}};
}

struct CureRow {
    std::string_view id;
    /// Empty where it does not apply.
    Settings (*settings)(const Finding& finding, const ExperimentConfig& config);
};

constexpr std::array kCures{
    CureRow{"rectify", rectify},
    CureRow{"leak", leak},
    CureRow{"usual_initializer", usualInitializer},
    CureRow{"batch_normalization", batchNormalization},
    CureRow{"shallower", shallower},
    CureRow{"lower_learning_rate", lowerLearningRate},
    CureRow{"slower_descent", slowerDescent},
    CureRow{"fitting_learning_rate", fittingLearningRate},
    CureRow{"adam", adam},
    CureRow{"clip_norm", clipNorm},
    CureRow{"smaller", smaller},
    CureRow{"weight_decay", weightDecay},
    CureRow{"dropout", dropout},
};

bool changesAnything(const Settings& settings, const ExperimentConfig& config)
{
    if (settings.empty())
        return false;
    const Result<ExperimentConfig> cured = withSettings(config, settings);
    return cured && !differences(config, cured.value()).empty() && checkConfig(cured.value()).empty();
}

} // namespace

std::vector<std::string_view> cureCodes()
{
    std::vector<std::string_view> codes;
    for (const CureRow& row : kCures)
        codes.push_back(row.id);
    return codes;
}

std::vector<Cure> curesFor(const Finding& finding, const ExperimentConfig& config)
{
    std::vector<Cure> cures;
    for (const std::string_view id : ruleOf(finding).cures) {
        const CureRow* row = findRow(std::span<const CureRow>(kCures), id);
        if (row == nullptr || cures.size() == kMostCures)
            break;
        Settings settings = row->settings(finding, config);
        if (changesAnything(settings, config))
            cures.push_back({id, std::move(settings)});
    }
    return cures;
}

} // namespace core

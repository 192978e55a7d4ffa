// SPDX-License-Identifier: GPL-3.0-or-later
// The fields of `network`, and of its hidden layers where each has its own.
#include "core/nn/Residual.h"
#include "core/nn/layers/Dropout.h"
#include "core/nn/layers/Normalization.h"
#include "core/train/FieldMakers.h"

namespace core
{

namespace
{

/// The layer of its own, to be written to.
LayerConfig& ownLayer(ExperimentConfig& config, std::size_t index)
{
    std::vector<LayerConfig>& layers = config.network.layers;
    if (layers.size() <= index)
        layers.resize(std::max(static_cast<std::size_t>(config.network.depth), index + 1));
    return layers[index];
}

/// Finds a layer's own value, or to be read the network's where it has none; to be written it gets one of its own.
template <class T>
auto layerAccess(std::size_t index, std::optional<T> LayerConfig::*own, T NetworkConfig::*common)
{
    return [=](auto& config) -> auto&
    {
        if constexpr (std::is_const_v<std::remove_reference_t<decltype(config)>>) {
            const std::vector<LayerConfig>& layers = config.network.layers;
            return index < layers.size() && layers[index].*own ? *(layers[index].*own) : config.network.*common;
        } else {
            std::optional<T>& value = ownLayer(config, index).*own;
            if (!value)
                value = config.network.*common;
            return *value;
        }
    };
}

/// Makes the fields from `first` on those of a layer that may have no value of its own.
template <class T>
void followNetwork(std::vector<Field>& fields, std::size_t first, const ExperimentConfig& config, std::size_t index,
                   std::optional<T> LayerConfig::*own)
{
    ExperimentConfig common = config;
    common.network.layers.clear();
    const std::vector<LayerConfig>& layers = config.network.layers;
    for (auto field = fields.begin() + static_cast<std::ptrdiff_t>(first); field != fields.end(); ++field) {
        field->optional = true;
        field->implied = index >= layers.size() || !(layers[index].*own);
        field->defaultValue = field->get(common);
        field->set = [index, own, set = field->set](ExperimentConfig& c, const Value& value) {
            if (std::holds_alternative<std::monostate>(value))
                (ownLayer(c, index).*own).reset();
            else
                set(c, value);
        };
    }
}

Field residualField(const std::string& path, std::function<std::string&(ExperimentConfig&)> write,
                    std::function<const std::string&(const ExperimentConfig&)> read)
{
    Field field;
    field.path = path;
    field.type = FieldType::Name;
    field.names = idsOf(residualCatalogue());
    field.defaultValue = std::string("none");
    field.get = [read = std::move(read)](const ExperimentConfig& c) -> Value { return read(c); };
    field.set = [write = std::move(write)](ExperimentConfig& c, const Value& value) {
        write(c) = std::get<std::string>(value);
    };
    return field;
}

constexpr Range kUnits{1, 4096, true, Scale::Integer, 1, 128};

void addLayer(std::vector<Field>& fields, const ExperimentConfig& config, std::size_t index)
{
    const std::string prefix = std::string(kLayersPrefix) + std::to_string(index) + '.';
    std::size_t first = fields.size();
    fields.push_back(
        numberField(prefix + "units", kUnits, layerAccess(index, &LayerConfig::units, &NetworkConfig::width)));
    followNetwork(fields, first, config, index, &LayerConfig::units);
    first = fields.size();
    addChoice(fields, config, prefix + "activation", activationCatalogue(),
              layerAccess(index, &LayerConfig::activation, &NetworkConfig::activation), true, true);
    followNetwork(fields, first, config, index, &LayerConfig::activation);
    first = fields.size();
    addChoice(fields, config, prefix + "normalization", normalizationCatalogue(),
              layerAccess(index, &LayerConfig::normalization, &NetworkConfig::normalization), false, false);
    followNetwork(fields, first, config, index, &LayerConfig::normalization);
    first = fields.size();
    const auto residual = layerAccess(index, &LayerConfig::residual, &NetworkConfig::residual);
    fields.push_back(residualField(prefix + "residual", residual, residual));
    followNetwork(fields, first, config, index, &LayerConfig::residual);
    first = fields.size();
    addChoice(fields, config, prefix + "dropout", dropoutCatalogue(),
              layerAccess(index, &LayerConfig::dropout, &NetworkConfig::dropout), true, true);
    followNetwork(fields, first, config, index, &LayerConfig::dropout);
}

} // namespace

void addNetworkFields(std::vector<Field>& fields, const ExperimentConfig& config)
{
    fields.push_back(numberField(
        "network.depth", {0, kMostLayers, true, Scale::Integer, 1, 50},
        [](auto& c) -> auto& { return c.network.depth; }));
    fields.push_back(numberField(
        "network.width", kUnits, [](auto& c) -> auto& { return c.network.width; }));
    addChoice(
        fields, config, "network.activation", activationCatalogue(),
        [](auto& c) -> auto& { return c.network.activation; }, true, true);
    addChoice(
        fields, config, "network.normalization", normalizationCatalogue(),
        [](auto& c) -> auto& { return c.network.normalization; }, false, false);
    const auto residual = [](auto& c) -> auto&
    {
        return c.network.residual;
    };
    fields.push_back(residualField("network.residual", residual, residual));
    addChoice(
        fields, config, "network.dropout", dropoutCatalogue(), [](auto& c) -> auto& { return c.network.dropout; }, true,
        true);
    for (std::size_t index = 0; index < std::min(config.network.layers.size(), kMostLayers); ++index)
        addLayer(fields, config, index);

    // After the layers: what they lose when they are all alike again is compared before.
    Field own;
    own.path = "network.layers";
    own.type = FieldType::Layers;
    own.hot = true; // by itself it changes nothing
    own.implied = true;
    own.defaultValue = false;
    own.get = [](const ExperimentConfig& c) -> Value { return !c.network.layers.empty(); };
    own.set = [](ExperimentConfig& c, const Value& value) {
        const bool* listed = std::get_if<bool>(&value); // else it is an empty list
        if (listed == nullptr || !*listed)
            c.network.layers.clear();
        else if (c.network.layers.empty())
            c.network.layers.resize(static_cast<std::size_t>(c.network.depth));
    };
    fields.push_back(std::move(own));
}

} // namespace core

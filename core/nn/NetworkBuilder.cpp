// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nn/NetworkBuilder.h"

#include "core/base/Rng.h"
#include "core/nn/Initializer.h"
#include "core/nn/Residual.h"
#include "core/nn/UnitVariance.h"

#include <cassert>
#include <optional>

namespace core
{

namespace
{

/// Streams are numbered by layer from 1; the output layer has 0, whatever the depth.
constexpr std::uint64_t kOutputStream = 0;

void initialize(Network& network, const ExperimentConfig& config)
{
    const auto draw = [&](const Dense& dense, VectorView biases, std::uint64_t stream) {
        Rng rng(config.seed, Purpose::Weights, stream);
        initializeWeights(dense.weights().matrix(network.parameters()), biases, config.initializer, rng);
    };
    for (std::size_t l = 0; l < network.depth(); ++l) {
        const HiddenLayer& layer = network.hidden(l);
        const VectorView biases = layer.dense->biases().vector(network.parameters());
        Rng biasRng(config.seed, Purpose::Biases, l + 1);
        initializeBiases(biases, config.initializer, biasRng);
        draw(*layer.dense, biases, l + 1);
        if (layer.normalization)
            layer.normalization->initialize(network.parameters());
        layer.activate->initialize(network.parameters());
    }
    Vector noBiases = Vector::Zero(network.output().biases().size()); // those of the output stay 0
    draw(network.output(), {noBiases.data(), noBiases.size()}, kOutputStream);
}

Skip skipOf(std::string_view residual, Index inputs, Index units)
{
    if (inputs != units)
        return Skip::None; // there is nothing to add
    const ResidualInfo* info = findRow(residualCatalogue(), residual);
    assert(info);
    return info->skip;
}

} // namespace

Network buildNetwork(const ExperimentConfig& config, Index inputs, Index outputs, const SampleMatrix& samples)
{
    const NetworkConfig& plan = config.network;
    std::vector<HiddenLayer> hidden(static_cast<std::size_t>(plan.depth));
    std::optional<ActivationFunction> function; // layers that are alike share one
    Index fanIn = inputs;
    Index offset = 0;
    for (std::size_t l = 0; l < hidden.size(); ++l) {
        HiddenLayer& layer = hidden[l];
        const auto units = static_cast<Index>(plan.unitsOf(l));
        const RandomSource random{config.seed, l + 1};
        layer.dense = std::make_unique<Dense>(fanIn, units, offset);
        offset = layer.dense->biases().end();
        const Choice& normalization = plan.normalizationOf(l);
        const NormalizationInfo* info = findRow(normalizationCatalogue(), normalization.kind);
        assert(info);
        if (info->make) {
            layer.normalization =
                info->make(units, offset, parameterValues(info->parameters, normalization.parameters));
            offset = layer.normalization->parametersEnd();
        }
        if (l == 0 || plan.activationOf(l) != plan.activationOf(l - 1))
            function.emplace(plan.activationOf(l));
        layer.activate = std::make_unique<Activate>(*function, units, offset, random);
        offset = layer.activate->slopes().end();
        layer.dropout = std::make_unique<Dropout>(plan.dropoutOf(l), random);
        layer.skip = skipOf(plan.residualOf(l), fanIn, units);
        fanIn = units;
    }
    Network network(std::move(hidden), std::make_unique<Dense>(fanIn, outputs, offset));
    initialize(network, config);
    if (findRow(initializerCatalogue(), config.initializer.weights.kind)->scaledByData)
        scaleToUnitVariance(network, samples, config.initializer.gain);
    return network;
}

} // namespace core

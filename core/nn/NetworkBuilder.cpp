// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nn/NetworkBuilder.h"

#include "core/base/Rng.h"
#include "core/nn/Initializer.h"

#include <cassert>

namespace core
{

namespace
{

/// Streams are numbered by layer from 1; the output layer has 0, whatever the depth.
constexpr std::uint64_t kOutputStream = 0;

void initialize(Network& network, const ExperimentConfig& config)
{
    const auto drawWeights = [&](const Dense& dense, std::uint64_t stream) {
        Rng rng(config.seed, Purpose::Weights, stream);
        initializeWeights(dense.weights().matrix(network.parameters()), config.initializer, rng);
    };
    for (std::size_t l = 0; l < network.depth(); ++l) {
        const HiddenLayer& layer = network.hidden(l);
        drawWeights(*layer.dense, l + 1);
        Rng biasRng(config.seed, Purpose::Biases, l + 1);
        initializeBiases(layer.dense->biases().vector(network.parameters()), config.initializer, biasRng);
        if (layer.normalization)
            layer.normalization->initialize(network.parameters());
        layer.activate->initialize(network.parameters());
    }
    drawWeights(network.output(), kOutputStream); // its biases stay 0
}

} // namespace

Network buildNetwork(const ExperimentConfig& config, Index inputs, Index outputs)
{
    const ActivationFunction function(config.network.activation);
    const NormalizationInfo* normalization = findRow(normalizationCatalogue(), config.network.normalization.kind);
    assert(normalization);
    const std::vector<double> normalizationValues =
        parameterValues(normalization->parameters, config.network.normalization.parameters);

    const auto width = static_cast<Index>(config.network.width);
    std::vector<HiddenLayer> hidden(static_cast<std::size_t>(config.network.depth));
    Index fanIn = inputs;
    Index offset = 0;
    for (HiddenLayer& layer : hidden) {
        layer.dense = std::make_unique<Dense>(fanIn, width, offset);
        offset = layer.dense->biases().end();
        if (normalization->make) {
            layer.normalization = normalization->make(width, offset, normalizationValues);
            offset = layer.normalization->parametersEnd();
        }
        layer.activate = std::make_unique<Activate>(function, offset);
        offset = layer.activate->slope().end();
        fanIn = width;
    }
    Network network(std::move(hidden), std::make_unique<Dense>(fanIn, outputs, offset));
    initialize(network, config);
    return network;
}

} // namespace core

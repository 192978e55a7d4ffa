// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/Workload.h"

#include "core/base/Rng.h"
#include "core/train/ConfigCheck.h"
#include "core/train/TrainingRun.h"
#include "tests/ShippedResources.h"

#include <algorithm>
#include <stdexcept>

namespace bench
{

using core::ExperimentConfig;
using core::Index;

namespace
{

constexpr std::int64_t kEndless = 1'000'000'000;

void configurePlayground(ExperimentConfig& config)
{
    config = moonsConfig("tanh", 4, 2);
    config.network.layers.resize(2);
    config.network.layers[1].units = 2;
    config.optimizer = {{"sgd", {{"learning_rate", 0.03}}}};
    config.training.batchSize = 10;
}

void configureLesson(ExperimentConfig& config)
{
    config = moonsConfig("relu", 16, 8);
    config.optimizer = {{"sgd", {{"learning_rate", 0.01}, {"momentum", 0.9}}}};
    config.training.batchSize = 32;
}

void configureDeep(ExperimentConfig& config)
{
    config = moonsConfig("tanh", 32, 30);
}

void configureDigits(ExperimentConfig& config)
{
    config.data.source = "digits";
    config.network.width = 64;
    config.network.depth = 4;
    config.network.activation.kind = "relu";
    config.optimizer.kind = "adam";
    config.training.batchSize = 64;
}

void configureWide(ExperimentConfig& config)
{
    config.network.width = 512;
    config.network.depth = 2;
    config.network.activation.kind = "relu";
    config.optimizer.kind = "adam";
    config.training.batchSize = 128;
}

/// A pixel of a picture: a fifth of them are bright, each to another degree.
float randomPixel(core::Rng& rng)
{
    const double value = rng.uniform();
    return value < 0.2 ? static_cast<float>(5 * value) : 0.0F;
}

/// As many samples, features and classes as MNIST has. A fifth of a picture's pixels are those of its class, the others
/// are noise, and every tenth class is a wrong one: hard enough that there is always something left to be learned.
core::Dataset picturesOfMnistSize()
{
    constexpr Index kSamples = 60'000;
    constexpr Index kPixels = 784;
    constexpr int kClasses = 10;
    core::Rng rng(1, core::Purpose::Data);
    core::Matrix patterns(kPixels, kClasses);
    for (float& pixel : patterns.reshaped())
        pixel = randomPixel(rng);
    core::Dataset data;
    data.classes = kClasses;
    data.train.inputs.resize(kPixels, kSamples);
    for (Index pixel = 0; pixel < kPixels; ++pixel)
        for (Index i = 0; i < kSamples; ++i)
            data.train.inputs(pixel, i) = rng.below(5) == 0 ? patterns(pixel, i % kClasses) : randomPixel(rng);
    for (Index i = 0; i < kSamples; ++i)
        data.train.labels.push_back(static_cast<int>(rng.below(10) == 0 ? rng.below(kClasses) : i % kClasses));
    data.inputScaling = {core::Vector::Zero(kPixels), core::Vector::Ones(kPixels)};
    data.preview = std::make_shared<const core::DataPreview>();
    return data;
}

double valueOr(const core::Choice& choice, std::string_view name, double otherwise)
{
    const auto found = choice.parameters.find(name);
    return found == choice.parameters.end() ? otherwise : found->second;
}

} // namespace

ExperimentConfig moonsConfig(std::string activation, std::int64_t width, std::int64_t depth)
{
    ExperimentConfig config;
    config.network.width = width;
    config.network.depth = depth;
    config.initializer.weights.kind = activation == "tanh" ? "xavier_normal" : "he_normal";
    config.network.activation.kind = std::move(activation);
    config.loss.kind = "mse";
    config.optimizer.kind = "adam";
    config.training.batchSize = 64;
    config.training.steps = kEndless;
    return config;
}

std::shared_ptr<const core::Dataset> dataOf(const ExperimentConfig& config)
{
    if (const core::Faults faults = core::checkConfig(config); !faults.empty())
        throw std::logic_error("A workload is no valid experiment: " + faults.front().where);
    core::Result<core::Dataset> data = core::makeDataset(config.data, config.seed, shipped::readResource);
    if (!data)
        throw std::runtime_error("The data of a workload cannot be read: " + data.faults().front().where);
    return std::make_shared<const core::Dataset>(std::move(data).value());
}

const std::vector<Workload::Row>& workloadRows()
{
    static const std::vector<Workload::Row> rows{
        {"W1", "2-[4-2]-1 tanh, MSE, batch 10, SGD", configurePlayground},
        {"W2", "2-[16×8]-1 ReLU, MSE, batch 32, SGD with momentum", configureLesson},
        {"W3", "2-[32×30]-1 tanh, MSE, batch 64, Adam", configureDeep},
        {"W4", "64-[64×4]-10 ReLU, softmax cross-entropy, batch 64, Adam, digits", configureDigits},
        {"W5", "784-[512-512]-10 ReLU, softmax cross-entropy, batch 128, Adam, 60,000 samples", configureWide,
         picturesOfMnistSize},
    };
    return rows;
}

Workload::Workload(const Row& row)
    : m_id(row.id)
    , m_title(row.title)
{
    row.configure(m_config);
    m_config.training.steps = kEndless;
    m_data = row.makeData ? std::make_shared<const core::Dataset>(row.makeData()) : dataOf(m_config);
    describeNetwork();
    describeData();
}

void Workload::describeNetwork()
{
    const core::TrainingRun run(m_config, m_data);
    const core::Network& network = run.network();
    m_parameters.assign(network.parameters().begin(), network.parameters().end());
    for (std::size_t l = 0; l <= network.depth(); ++l) {
        const core::Dense& dense = l < network.depth() ? *network.hidden(l).dense : network.output();
        const core::ParameterSlot& weights = dense.weights();
        m_task.layers.push_back({weights.columns, weights.rows, m_parameters.data() + weights.offset,
                                 m_parameters.data() + dense.biases().offset});
    }
    m_task.activation = m_config.network.activation.kind == "tanh" ? Activation::Tanh : Activation::Relu;
    m_task.loss = m_config.loss.kind == "mse" ? Loss::MeanSquaredError : Loss::CrossEntropy;
    m_task.rule = m_config.optimizer.kind == "adam" ? Rule::Adam : Rule::Sgd;
    m_task.learningRate = valueOr(m_config.optimizer, "learning_rate", 1e-3);
    m_task.momentum = valueOr(m_config.optimizer, "momentum", 0);
    m_task.batchSize = m_config.training.batchSize;
}

void Workload::describeData()
{
    const core::Samples& train = m_data->train;
    m_inputs.resize(static_cast<std::size_t>(train.inputs.size()));
    Eigen::Map<Eigen::MatrixXf>(m_inputs.data(), train.inputs.rows(), train.inputs.cols()) = train.inputs;
    m_task.samples = train.size();
    m_task.inputs = m_inputs.data();
    m_labels.assign(train.labels.begin(), train.labels.end());
    if (m_task.loss == Loss::CrossEntropy) {
        m_task.labels = m_labels.data();
        return;
    }
    for (const std::int64_t label : m_labels)
        m_targets.push_back(label == 0 ? -1.0F : 1.0F);
    m_task.targets = m_targets.data();
}

double Workload::flopsPerStep() const
{
    double weights = 0;
    for (const LayerStart& layer : m_task.layers)
        weights += static_cast<double>(layer.inputs * layer.outputs);
    const auto first = static_cast<double>(m_task.layers.front().inputs * m_task.layers.front().outputs);
    return 2 * (3 * weights - first) * static_cast<double>(m_task.batchSize);
}

} // namespace bench

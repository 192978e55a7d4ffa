// SPDX-License-Identifier: GPL-3.0-or-later
// LibTorch as its users write it, on one thread: modules, autograd and optimizers of the C++ interface.
#include "tests/bench/Peer.h"

#include <torch/torch.h>

#include <memory>

namespace
{

class LibTorchPeer final : public bench::Peer
{
public:
    explicit LibTorchPeer(const bench::Task& task)
        : m_crossEntropy(task.loss == bench::Loss::CrossEntropy)
    {
        for (std::size_t l = 0; l < task.layers.size(); ++l)
            addLayer(task, l);
        const std::int64_t features = task.layers.front().inputs;
        m_inputs = torch::from_blob(const_cast<float*>(task.inputs), {task.samples, features});
        m_targets = m_crossEntropy
                        ? torch::from_blob(const_cast<std::int64_t*>(task.labels), {task.samples}, torch::kLong)
                        : torch::from_blob(const_cast<float*>(task.targets), {task.samples, std::int64_t(1)});
        if (task.rule == bench::Rule::Adam)
            m_optimizer = std::make_unique<torch::optim::Adam>(m_network->parameters(),
                                                               torch::optim::AdamOptions(task.learningRate));
        else
            m_optimizer = std::make_unique<torch::optim::SGD>(
                m_network->parameters(), torch::optim::SGDOptions(task.learningRate).momentum(task.momentum));
    }

    void step(std::span<const std::ptrdiff_t> batch) override
    {
        const torch::Tensor picked = torch::from_blob(const_cast<std::ptrdiff_t*>(batch.data()),
                                                      {static_cast<std::int64_t>(batch.size())}, torch::kLong);
        const torch::Tensor inputs = m_inputs.index_select(0, picked);
        const torch::Tensor targets = m_targets.index_select(0, picked);
        m_optimizer->zero_grad();
        const torch::Tensor output = m_network->forward(inputs);
        m_loss = m_crossEntropy ? torch::nn::functional::cross_entropy(output, targets)
                                : torch::nn::functional::mse_loss(output, targets);
        m_loss.backward();
        m_optimizer->step();
    }

    double loss() override { return m_loss.item<double>(); }

private:
    void addLayer(const bench::Task& task, std::size_t l)
    {
        const bench::LayerStart& start = task.layers[l];
        torch::nn::Linear linear(start.inputs, start.outputs);
        const torch::NoGradGuard unrecorded;
        linear->weight.copy_(torch::from_blob(const_cast<float*>(start.weights), {start.outputs, start.inputs}));
        linear->bias.copy_(torch::from_blob(const_cast<float*>(start.biases), {start.outputs}));
        m_network->push_back(linear);
        if (l + 1 == task.layers.size())
            return;
        if (task.activation == bench::Activation::Tanh)
            m_network->push_back(torch::nn::Tanh());
        else
            m_network->push_back(torch::nn::ReLU());
    }

    bool m_crossEntropy;
    torch::nn::Sequential m_network;
    torch::Tensor m_inputs;
    torch::Tensor m_targets;
    std::unique_ptr<torch::optim::Optimizer> m_optimizer;
    torch::Tensor m_loss;
};

} // namespace

bench::Peer* makePeer(const bench::Task& task)
{
    torch::set_num_threads(1);
    return new LibTorchPeer(task);
}

const char* describePeer()
{
    return "LibTorch " TORCH_VERSION ", eager, C++";
}

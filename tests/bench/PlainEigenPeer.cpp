// SPDX-License-Identifier: GPL-3.0-or-later
// The reference that kernels of our own have to beat: the same training written with Eigen alone, as carefully as that
// goes. Everything is allocated once, products go where they belong without a temporary, what is done to an element is
// one expression, and what is done to a parameter is done while it is in the cache. f′ of tanh is 1 − a², which costs
// less than the one that is right in the tails.
#include "tests/bench/Peer.h"

#include <Eigen/Core>

#include <algorithm>
#include <cmath>

namespace
{

using bench::Activation;
using bench::LayerStart;
using bench::Task;
using Eigen::Index;

// A sample is a column, and the batch is contiguous: of both layouts the faster one with Eigen, by half for tiny
// networks.
using Matrix = Eigen::Matrix<float, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;
using Vector = Eigen::VectorXf;
using RowVector = Eigen::RowVectorXf;
using Weights = Eigen::Map<Matrix>;
using Biases = Eigen::Map<Vector>;

/// Parameters of one layer, or their gradients: parts of the row that holds those of all layers.
struct LayerParameters {
    Weights weights; ///< outputs × inputs
    Biases biases;
};

std::vector<LayerParameters> partsOf(Vector& row, const std::vector<LayerStart>& layers)
{
    std::vector<LayerParameters> parts;
    float* next = row.data();
    for (const LayerStart& layer : layers) {
        parts.push_back(
            {Weights(next, layer.outputs, layer.inputs), Biases(next + layer.outputs * layer.inputs, layer.outputs)});
        next += layer.outputs * (layer.inputs + 1);
    }
    return parts;
}

Index parameterCount(const std::vector<LayerStart>& layers)
{
    Index count = 0;
    for (const LayerStart& layer : layers)
        count += layer.outputs * (layer.inputs + 1);
    return count;
}

class PlainEigenPeer final : public bench::Peer
{
public:
    explicit PlainEigenPeer(const Task& task)
        : m_task(task)
        , m_parameters(Vector::Zero(parameterCount(task.layers)))
        , m_gradient(Vector::Zero(m_parameters.size()))
        , m_first(Vector::Zero(m_parameters.size()))
        , m_second(Vector::Zero(m_parameters.size()))
        , m_layers(partsOf(m_parameters, task.layers))
        , m_gradients(partsOf(m_gradient, task.layers))
        , m_batch(task.layers.front().inputs, task.batchSize)
        , m_targets(1, task.batchSize)
        , m_labels(static_cast<std::size_t>(task.batchSize))
        , m_largest(task.batchSize)
        , m_sums(task.batchSize)
    {
        for (std::size_t l = 0; l < m_layers.size(); ++l) {
            const LayerStart& start = task.layers[l];
            m_layers[l].weights = Eigen::Map<const Matrix>(start.weights, start.outputs, start.inputs);
            m_layers[l].biases = Eigen::Map<const Vector>(start.biases, start.outputs);
            m_outputs.emplace_back(start.outputs, task.batchSize);
            m_deltas.emplace_back(start.outputs, task.batchSize);
        }
    }

    void step(std::span<const std::ptrdiff_t> batch) override
    {
        gather(batch);
        forward();
        if (m_task.loss == bench::Loss::CrossEntropy)
            crossEntropy();
        else
            meanSquaredError();
        backward();
        if (m_task.rule == bench::Rule::Adam)
            adam();
        else
            momentum();
    }

    double loss() override { return m_loss; }

private:
    void gather(std::span<const std::ptrdiff_t> batch)
    {
        const Index features = m_batch.rows();
        for (std::size_t i = 0; i < batch.size(); ++i) {
            const std::ptrdiff_t sample = batch[i];
            const auto column = static_cast<Index>(i);
            m_batch.col(column) = Eigen::Map<const Vector>(m_task.inputs + sample * features, features);
            if (m_task.labels)
                m_labels[i] = m_task.labels[sample];
            else
                m_targets(column) = m_task.targets[sample];
        }
    }

    void forward()
    {
        const Matrix* input = &m_batch;
        for (std::size_t l = 0; l < m_layers.size(); ++l) {
            Matrix& output = m_outputs[l];
            output.noalias() = m_layers[l].weights * *input;
            if (l + 1 == m_layers.size())
                output.colwise() += m_layers[l].biases;
            else if (m_task.activation == Activation::Tanh)
                output.array() = (output.colwise() + m_layers[l].biases).array().tanh();
            else
                output.array() = (output.colwise() + m_layers[l].biases).array().max(0.0F);
            input = &output;
        }
    }

    void meanSquaredError()
    {
        const float share = 1.0F / static_cast<float>(m_task.batchSize);
        m_deltas.back() = m_outputs.back() - m_targets;
        m_loss = static_cast<double>(m_deltas.back().squaredNorm() * share);
        m_deltas.back() *= 2 * share;
    }

    void crossEntropy()
    {
        const float share = 1.0F / static_cast<float>(m_task.batchSize);
        Matrix& output = m_outputs.back();
        Matrix& delta = m_deltas.back();
        m_largest = output.colwise().maxCoeff();
        output.rowwise() -= m_largest;
        delta.array() = output.array().exp();
        m_sums = delta.colwise().sum();
        float sum = m_sums.array().log().sum();
        m_sums = share * m_sums.cwiseInverse();
        delta.array().rowwise() *= m_sums.array();
        for (Index i = 0; i < delta.cols(); ++i) {
            const auto label = static_cast<Index>(m_labels[static_cast<std::size_t>(i)]);
            sum -= output(label, i);
            delta(label, i) -= share;
        }
        m_loss = static_cast<double>(sum * share);
    }

    void backward()
    {
        for (std::size_t l = m_layers.size(); l-- > 0;) {
            const Matrix& delta = m_deltas[l];
            const Matrix& input = l > 0 ? m_outputs[l - 1] : m_batch;
            m_gradients[l].weights.noalias() = delta * input.transpose();
            m_gradients[l].biases = delta.rowwise().sum();
            if (l == 0)
                break;
            Matrix& below = m_deltas[l - 1];
            below.noalias() = m_layers[l].weights.transpose() * delta;
            if (m_task.activation == Activation::Tanh)
                below.array() *= 1 - input.array().square();
            else
                below.array() = (input.array() > 0).select(below.array(), 0.0F);
        }
    }

    /// Calls `update` for pieces of the row of parameters that stay in the cache while it goes over them several times.
    template <class Update>
    void forPieces(Update update)
    {
        constexpr Index kPiece = 1024;
        for (Index from = 0; from < m_parameters.size(); from += kPiece)
            update(from, std::min(kPiece, m_parameters.size() - from));
    }

    void momentum()
    {
        const auto rate = static_cast<float>(m_task.learningRate);
        const auto kept = static_cast<float>(m_task.momentum);
        if (kept == 0) {
            m_parameters -= rate * m_gradient;
            return;
        }
        forPieces([&](Index from, Index size) {
            m_first.segment(from, size) = kept * m_first.segment(from, size) + m_gradient.segment(from, size);
            m_parameters.segment(from, size) -= rate * m_first.segment(from, size);
        });
    }

    void adam()
    {
        constexpr double kBeta1 = 0.9;
        constexpr double kBeta2 = 0.999;
        constexpr float kEpsilon = 1e-8F;
        m_power1 *= kBeta1;
        m_power2 *= kBeta2;
        const auto rate = static_cast<float>(m_task.learningRate / (1 - m_power1));
        const auto correction = static_cast<float>(1 / std::sqrt(1 - m_power2));
        forPieces([&](Index from, Index size) {
            const auto gradient = m_gradient.segment(from, size).array();
            auto first = m_first.segment(from, size).array();
            auto second = m_second.segment(from, size).array();
            first += static_cast<float>(1 - kBeta1) * (gradient - first);
            second += static_cast<float>(1 - kBeta2) * (gradient.square() - second);
            m_parameters.segment(from, size).array() -= rate * first / (second.sqrt() * correction + kEpsilon);
        });
    }

    const Task& m_task;
    Vector m_parameters;
    Vector m_gradient;
    Vector m_first;  ///< the velocity, or Adam's first moment
    Vector m_second; ///< Adam's second moment
    std::vector<LayerParameters> m_layers;
    std::vector<LayerParameters> m_gradients;
    std::vector<Matrix> m_outputs;
    std::vector<Matrix> m_deltas;
    Matrix m_batch;
    RowVector m_targets;
    std::vector<std::int64_t> m_labels;
    RowVector m_largest;
    RowVector m_sums;
    double m_power1 = 1;
    double m_power2 = 1;
    double m_loss = 0;
};

} // namespace

bench::Peer* makePeer(const Task& task)
{
    return new PlainEigenPeer(task);
}

const char* describePeer()
{
    return "plain Eigen, compiled for x86-64-v3";
}

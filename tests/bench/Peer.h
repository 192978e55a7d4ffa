// SPDX-License-Identifier: GPL-3.0-or-later
// What the benchmark's peers are told, and what they do: plain numbers in, steps out. Peers are compiled with other
// flags or against other libraries, each as a module of its own, so that no inline function of one replaces that of
// another; therefore no type of Eigen or of core may stand here.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace bench
{

enum class Activation { Tanh, Relu };
enum class Loss { MeanSquaredError, CrossEntropy };
enum class Rule { Sgd, Adam };

/// A dense layer as it is before the first step.
struct LayerStart {
    std::ptrdiff_t inputs = 0;
    std::ptrdiff_t outputs = 0;
    const float* weights = nullptr; ///< outputs × inputs, row by row
    const float* biases = nullptr;
};

/// What a peer is to train. What it points to outlives the peer.
struct Task {
    std::vector<LayerStart> layers; ///< the last one is linear
    Activation activation = Activation::Tanh;
    Loss loss = Loss::MeanSquaredError;
    Rule rule = Rule::Sgd;
    double learningRate = 0;
    double momentum = 0; ///< of Sgd; Adam has PyTorch's defaults
    std::ptrdiff_t batchSize = 0;
    std::ptrdiff_t samples = 0;
    const float* inputs = nullptr;        ///< samples × inputs, one sample after the other
    const float* targets = nullptr;       ///< one a sample, for MeanSquaredError
    const std::int64_t* labels = nullptr; ///< one a sample, for CrossEntropy
};

class Peer
{
public:
    Peer() = default;
    Peer(const Peer&) = delete;
    Peer& operator=(const Peer&) = delete;
    virtual ~Peer() = default;

    /// Gathers these samples and makes one update.
    virtual void step(std::span<const std::ptrdiff_t> batch) = 0;
    /// That the last step descended: its mini-batch's mean, before the update.
    virtual double loss() = 0;
};

} // namespace bench

/// What a module has to offer. The caller owns the peer.
extern "C" [[gnu::visibility("default")]] bench::Peer* makePeer(const bench::Task& task);
/// What exactly it is, in one line.
extern "C" [[gnu::visibility("default")]] const char* describePeer();

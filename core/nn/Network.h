// SPDX-License-Identifier: GPL-3.0-or-later
// A stack of hidden layers and a linear output layer. A hidden layer is u = W h + b, z = norm(u), a = f(z), with
// dropout after it and a skip around it where they are wanted. Built by NetworkBuilder; trained by TrainingRun, read by
// Probe: both bring their own NetworkPass.
#pragma once

#include "core/base/Interrupt.h"
#include "core/nn/Layer.h"
#include "core/nn/Residual.h"
#include "core/nn/layers/Activate.h"
#include "core/nn/layers/Dense.h"
#include "core/nn/layers/Dropout.h"
#include "core/nn/layers/Normalization.h"

#include <functional>
#include <memory>
#include <vector>

namespace core
{

/// The parts of one hidden layer, in the order of computation.
struct HiddenLayer {
    std::unique_ptr<Dense> dense;
    std::unique_ptr<NormalizationLayer> normalization; ///< null: norm(u) = u
    std::unique_ptr<Activate> activate;
    std::unique_ptr<Dropout> dropout; ///< null: none, ever
    Skip skip = Skip::None;
};

struct HiddenPass {
    LayerPass dense;
    LayerPass normalization;
    LayerPass activate;
    LayerPass dropout;
    Matrix sum; ///< a + h_{l−1} where there is such a skip
    bool normalized = false;
    bool dropped = false;
    bool summed = false;
    bool zIsFinite = true; ///< of a training pass
    /// The gradients of this layer (∂u, ∂z, ∂a, ∂h and those of its parameters) are stored times 2^exponent.
    int exponent = 0;
    /// rms W_{l+1}ᵀ ∂u_{l+1}, in the scale of the layer above, before the skip around that layer adds to it; 0 where
    /// there is no such skip, or nothing is rescaled.
    double backpropRms = 0;

    [[nodiscard]] const Matrix& u() const { return dense.output; }
    [[nodiscard]] const Matrix& z() const { return normalized ? normalization.output : dense.output; }
    [[nodiscard]] const Matrix& a() const { return activate.output; }
    [[nodiscard]] const Matrix& h() const { return summed ? sum : dropped ? dropout.output : activate.output; }
    [[nodiscard]] const Matrix& du() const { return dense.dOutput; }
    [[nodiscard]] const Matrix& delta() const { return normalized ? normalization.dOutput : dense.dOutput; }
    /// The sum of the squares of delta, where NetworkPass::measures.
    [[nodiscard]] double deltaSquares() const { return activate.gradientSquares; }
    [[nodiscard]] const Matrix& da() const { return activate.dOutput; }
    [[nodiscard]] Matrix& dh() { return dropped ? dropout.dOutput : activate.dOutput; }
};

/// Everything that one pass forth and back computes. Reused, it allocates nothing.
struct NetworkPass {
    std::vector<HiddenPass> hidden;
    LayerPass output;
    Vector gradient;          ///< in the order of Network::parameters
    bool measures = false;    ///< the way back measures delta: HiddenPass::deltaSquares()
    WorkCrew* crew = nullptr; ///< who helps with large products, if somebody does; nothing else depends on it
    /// Else layers of one width share the memory of their gradients, which are gone when the way back leaves a layer.
    bool keepsDeltas = true;
};

/// Whether the way back keeps very small and very large gradients in range by exact powers of two
/// (HiddenPass::exponent), and measures what skips add. A probe wants that; a training step must not.
enum class Rescale { No, Yes };

class Network
{
public:
    Network(std::vector<HiddenLayer> hidden, std::unique_ptr<Dense> output);

    [[nodiscard]] std::size_t depth() const { return m_hidden.size(); }
    [[nodiscard]] const HiddenLayer& hidden(std::size_t index) const { return m_hidden[index]; }
    [[nodiscard]] const Dense& output() const { return *m_output; }

    [[nodiscard]] const Vector& parameters() const { return m_parameters; }
    [[nodiscard]] Vector& parameters() { return m_parameters; }

    /// Fills pass.output.output (outputs × batch) and all before it. This and the other passes ask `interrupt` before
    /// each hidden layer, and throw Interrupted where it is raised: what they were to fill is then of no use.
    void forward(const Matrix& inputs, Occasion occasion, NetworkPass& pass, const Interrupt& interrupt = {}) const;
    /// The same for one hidden layer, whose input the caller has.
    void forwardHidden(std::size_t layer, const Matrix& input, Occasion occasion, HiddenPass& own) const;
    /// What the network answers in evaluation, outputs × batch. Layers of one width share their memory: what lies
    /// between input and answer is gone.
    const Matrix& answer(const Matrix& inputs, NetworkPass& pass, const Interrupt& interrupt = {}) const;
    /// From pass.output.dOutput: all gradients. `leaves` is told each hidden layer when its gradients are all there,
    /// from the last to the first; it must not throw.
    void backward(const Matrix& inputs, NetworkPass& pass, Rescale rescale = Rescale::No,
                  const std::function<void(std::size_t)>& leaves = {}, const Interrupt& interrupt = {}) const;
    /// Takes what a training pass has seen into running statistics.
    void learnStatistics(const NetworkPass& pass);
    /// All that it has learned: the parameters, and the running statistics.
    [[nodiscard]] std::vector<VectorView> memory();
    /// Changes a hidden layer's activation and dropout while running.
    void configure(std::size_t layer, const ActivationFunction& function, const Choice& dropout);

private:
    void backwardHidden(std::size_t l, const Matrix& input, NetworkPass& pass, Rescale rescale) const;
    void swapOuterMemory(std::size_t l, NetworkPass& pass) const;
    void swapInnerMemory(std::size_t l, NetworkPass& pass) const;

    /// The first layers whose memory another layer can use.
    struct Lenders {
        std::size_t any = 0;   ///< of its width
        std::size_t apart = 0; ///< of its width, and never its direct neighbour
    };

    std::vector<HiddenLayer> m_hidden;
    std::vector<Lenders> m_lenders;
    std::unique_ptr<Dense> m_output;
    Vector m_parameters;
};

} // namespace core

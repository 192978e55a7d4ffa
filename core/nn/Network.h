// SPDX-License-Identifier: GPL-3.0-or-later
// A stack of hidden layers and a linear output layer. A hidden layer is u = W h + b, z = norm(u), a = f(z). Built by
// NetworkBuilder; trained by TrainingRun, read by Probe: both bring their own NetworkPass.
#pragma once

#include "core/nn/Layer.h"
#include "core/nn/layers/Activate.h"
#include "core/nn/layers/Dense.h"
#include "core/nn/layers/Normalization.h"

#include <memory>
#include <vector>

namespace core
{

/// The parts of one hidden layer, in the order of computation.
struct HiddenLayer {
    std::unique_ptr<Dense> dense;
    std::unique_ptr<NormalizationLayer> normalization; ///< null: z = u
    std::unique_ptr<Activate> activate;
};

struct HiddenPass {
    LayerPass dense;
    LayerPass normalization;
    LayerPass activate;
    bool normalized = false;
    /// The gradients of this layer (∂u, ∂z, ∂a and those of its parameters) are stored times 2^exponent.
    int exponent = 0;

    [[nodiscard]] const Matrix& u() const { return dense.output; }
    [[nodiscard]] const Matrix& z() const { return normalized ? normalization.output : dense.output; }
    [[nodiscard]] const Matrix& a() const { return activate.output; }
    [[nodiscard]] const Matrix& du() const { return dense.dOutput; }
    [[nodiscard]] const Matrix& delta() const { return normalized ? normalization.dOutput : dense.dOutput; }
    [[nodiscard]] const Matrix& da() const { return activate.dOutput; }
};

/// Everything that one pass forth and back computes. Reused, it allocates nothing.
struct NetworkPass {
    std::vector<HiddenPass> hidden;
    LayerPass output;
    Vector gradient; ///< in the order of Network::parameters
};

/// Whether the way back keeps very small and very large gradients in range by exact powers of two
/// (HiddenPass::exponent). A probe wants that; a training step must not.
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

    /// Fills pass.output.output (outputs × batch) and all before it.
    void forward(const Matrix& inputs, Mode mode, NetworkPass& pass) const;
    /// From pass.output.dOutput: all gradients.
    void backward(const Matrix& inputs, NetworkPass& pass, Rescale rescale = Rescale::No) const;
    /// Takes what a training pass has seen into running statistics.
    void learnStatistics(const NetworkPass& pass);
    /// Changes the activation of all hidden layers while running.
    void setActivation(const ActivationFunction& function);

private:
    std::vector<HiddenLayer> m_hidden;
    std::unique_ptr<Dense> m_output;
    Vector m_parameters;
};

} // namespace core

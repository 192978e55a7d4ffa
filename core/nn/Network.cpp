// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nn/Network.h"

#include <cmath>

namespace core
{

namespace
{

/// Brings the largest element near 1 where it has left the comfortable range; returns the power of two used.
int rescaled(Matrix& gradient)
{
    // Close to 1, so that what a saturated f′ and small weights leave of it is still in the normal range.
    constexpr Scalar kSmall = 0x1p-8F;
    constexpr Scalar kLarge = 0x1p8F;
    if (gradient.size() == 0)
        return 0;
    const Scalar largest = gradient.cwiseAbs().maxCoeff<Eigen::PropagateNaN>();
    if (!std::isfinite(largest) || largest == 0 || (largest >= kSmall && largest <= kLarge))
        return 0;
    const int exponent = -std::ilogb(largest);
    // In two factors, as the power itself may lie outside of the normal range.
    gradient *= std::ldexp(Scalar(1), exponent / 2);
    gradient *= std::ldexp(Scalar(1), exponent - exponent / 2);
    return exponent;
}

} // namespace

Network::Network(std::vector<HiddenLayer> hidden, std::unique_ptr<Dense> output)
    : m_hidden(std::move(hidden))
    , m_output(std::move(output))
    , m_parameters(Vector::Zero(m_output->biases().end()))
{
}

void Network::forward(const Matrix& inputs, Mode mode, NetworkPass& pass) const
{
    pass.hidden.resize(m_hidden.size());
    const Matrix* input = &inputs;
    for (std::size_t l = 0; l < m_hidden.size(); ++l) {
        const HiddenLayer& layer = m_hidden[l];
        HiddenPass& own = pass.hidden[l];
        own.normalized = layer.normalization != nullptr;
        layer.dense->forward(m_parameters, *input, mode, own.dense);
        if (layer.normalization)
            layer.normalization->forward(m_parameters, own.u(), mode, own.normalization);
        layer.activate->forward(m_parameters, own.z(), mode, own.activate);
        input = &own.a();
    }
    m_output->forward(m_parameters, *input, mode, pass.output);
}

void Network::backward(const Matrix& inputs, NetworkPass& pass, Rescale rescale) const
{
    pass.gradient.resize(m_parameters.size());
    const auto inputOf = [&](std::size_t l) -> const Matrix& { return l == 0 ? inputs : pass.hidden[l - 1].a(); };
    Matrix* below = m_hidden.empty() ? nullptr : &pass.hidden.back().activate.dOutput;
    m_output->backward(m_parameters, inputOf(m_hidden.size()), pass.output, below, pass.gradient);
    int exponent = 0;
    for (std::size_t l = m_hidden.size(); l-- > 0;) {
        const HiddenLayer& layer = m_hidden[l];
        HiddenPass& own = pass.hidden[l];
        if (rescale == Rescale::Yes)
            exponent += rescaled(own.activate.dOutput);
        own.exponent = exponent;
        Matrix* delta = own.normalized ? &own.normalization.dOutput : &own.dense.dOutput;
        layer.activate->backward(m_parameters, own.z(), own.activate, delta, pass.gradient);
        if (layer.normalization)
            layer.normalization->backward(m_parameters, own.u(), own.normalization, &own.dense.dOutput, pass.gradient);
        below = l == 0 ? nullptr : &pass.hidden[l - 1].activate.dOutput;
        layer.dense->backward(m_parameters, inputOf(l), own.dense, below, pass.gradient);
    }
}

void Network::learnStatistics(const NetworkPass& pass)
{
    for (std::size_t l = 0; l < m_hidden.size(); ++l)
        if (m_hidden[l].normalization)
            m_hidden[l].normalization->learnStatistics(pass.hidden[l].normalization);
}

void Network::setActivation(const ActivationFunction& function)
{
    for (HiddenLayer& layer : m_hidden)
        layer.activate->setFunction(function, m_parameters);
}

} // namespace core

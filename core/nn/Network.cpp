// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nn/Network.h"

#include "core/base/Finite.h"
#include "core/nn/kernels/Kernels.h"

#include <algorithm>
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

double rms(const Matrix& matrix)
{
    return std::sqrt(kernels().sumOfSquares(matrix.data(), matrix.size()) /
                     static_cast<double>(std::max<Index>(matrix.size(), 1)));
}

} // namespace

Network::Network(std::vector<HiddenLayer> hidden, std::unique_ptr<Dense> output)
    : m_hidden(std::move(hidden))
    , m_output(std::move(output))
    , m_parameters(Vector::Zero(m_output->biases().end()))
{
    const auto width = [this](std::size_t l) { return m_hidden[l].dense->biases().rows; };
    for (std::size_t l = 0; l < m_hidden.size(); ++l) {
        Lenders& lenders = m_lenders.emplace_back();
        while (width(lenders.any) != width(l))
            ++lenders.any;
        lenders.apart = l % 2;
        while (width(lenders.apart) != width(l))
            lenders.apart += 2;
    }
}

void Network::forward(const Matrix& inputs, Occasion occasion, NetworkPass& pass, const Interrupt& interrupt) const
{
    pass.hidden.resize(m_hidden.size());
    const Matrix* input = &inputs;
    for (std::size_t l = 0; l < m_hidden.size(); ++l) {
        interrupt.check();
        pass.hidden[l].dense.crew = pass.crew;
        forwardHidden(l, *input, occasion, pass.hidden[l]);
        input = &pass.hidden[l].h();
    }
    pass.output.crew = pass.crew;
    m_output->forward(m_parameters, *input, occasion, pass.output);
}

const Matrix& Network::answer(const Matrix& inputs, NetworkPass& pass, const Interrupt& interrupt) const
{
    pass.hidden.resize(m_hidden.size());
    const Matrix* input = &inputs;
    for (std::size_t l = 0; l < m_hidden.size(); ++l) {
        interrupt.check();
        HiddenPass& memory = pass.hidden[m_lenders[l].apart];
        forwardHidden(l, *input, Mode::Evaluation, memory);
        input = &memory.h();
    }
    m_output->forward(m_parameters, *input, Mode::Evaluation, pass.output);
    return pass.output.output;
}

void Network::forwardHidden(std::size_t layer, const Matrix& input, Occasion occasion, HiddenPass& own) const
{
    const HiddenLayer& parts = m_hidden[layer];
    own.normalized = parts.normalization != nullptr;
    own.dropped = parts.dropout && parts.dropout->isActive(occasion.mode);
    own.summed = parts.skip == Skip::Post;
    parts.dense->forward(m_parameters, input, occasion, own.dense);
    if (own.normalized)
        parts.normalization->forward(m_parameters, own.u(), occasion, own.normalization);
    if (parts.skip == Skip::Pre)
        (own.normalized ? own.normalization : own.dense).output += input;
    const bool isPlain = !own.normalized && parts.skip != Skip::Pre;
    // Only a step asks for it: elsewhere it would be work for nothing.
    own.zIsFinite = isPlain ? own.dense.finite : occasion.mode != Mode::Training || isFinite(own.z());
    parts.activate->forward(m_parameters, own.z(), occasion, own.activate);
    if (own.dropped)
        parts.dropout->forward(m_parameters, own.a(), occasion, own.dropout);
    if (own.summed)
        own.sum = (own.dropped ? own.dropout.output : own.activate.output) + input;
}

void Network::backward(const Matrix& inputs, NetworkPass& pass, Rescale rescale,
                       const std::function<void(std::size_t)>& leaves, const Interrupt& interrupt) const
{
    pass.gradient.resize(m_parameters.size());
    const auto inputOf = [&](std::size_t l) -> const Matrix& { return l == 0 ? inputs : pass.hidden[l - 1].h(); };
    if (!m_hidden.empty())
        swapOuterMemory(m_hidden.size() - 1, pass);
    Matrix* below = m_hidden.empty() ? nullptr : &pass.hidden.back().dh();
    m_output->backward(m_parameters, inputOf(m_hidden.size()), pass.output, below, pass.gradient);
    if (below)
        pass.hidden.back().backpropRms = 0;
    int exponent = 0;
    for (std::size_t l = m_hidden.size(); l-- > 0;) {
        if (interrupt.isRaised()) {
            swapOuterMemory(l, pass); // back to the layer that has lent it
            throw Interrupted();
        }
        if (rescale == Rescale::Yes)
            exponent += rescaled(pass.hidden[l].dh());
        pass.hidden[l].exponent = exponent;
        if (l > 0)
            swapOuterMemory(l - 1, pass);
        swapInnerMemory(l, pass);
        backwardHidden(l, inputOf(l), pass, rescale);
        if (leaves)
            leaves(l);
        swapInnerMemory(l, pass);
        swapOuterMemory(l, pass);
    }
}

/// Lends a layer the memory for the gradient that comes from above, or gives it back. Two layers need such at a time.
void Network::swapOuterMemory(std::size_t l, NetworkPass& pass) const
{
    if (const std::size_t lender = m_lenders[l].apart; !pass.keepsDeltas && lender != l) {
        pass.hidden[l].activate.dOutput.swap(pass.hidden[lender].activate.dOutput);
        pass.hidden[l].dropout.dOutput.swap(pass.hidden[lender].dropout.dOutput);
    }
}

/// The same for the gradients inside of a layer.
void Network::swapInnerMemory(std::size_t l, NetworkPass& pass) const
{
    if (const std::size_t lender = m_lenders[l].any; !pass.keepsDeltas && lender != l) {
        pass.hidden[l].dense.dOutput.swap(pass.hidden[lender].dense.dOutput);
        pass.hidden[l].normalization.dOutput.swap(pass.hidden[lender].normalization.dOutput);
    }
}

/// From ∂h of layer l: its own gradients, and ∂h of the layer below.
void Network::backwardHidden(std::size_t l, const Matrix& input, NetworkPass& pass, Rescale rescale) const
{
    const HiddenLayer& layer = m_hidden[l];
    HiddenPass& own = pass.hidden[l];
    if (own.dropped)
        layer.dropout->backward(m_parameters, own.a(), own.dropout, &own.activate.dOutput, pass.gradient);
    own.activate.measures = pass.measures;
    Matrix* delta = own.normalized ? &own.normalization.dOutput : &own.dense.dOutput;
    layer.activate->backward(m_parameters, own.z(), own.activate, delta, pass.gradient);
    if (own.normalized)
        layer.normalization->backward(m_parameters, own.u(), own.normalization, &own.dense.dOutput, pass.gradient);
    if (l == 0) {
        layer.dense->backward(m_parameters, input, own.dense, nullptr, pass.gradient);
        return;
    }
    HiddenPass& belowPass = pass.hidden[l - 1];
    Matrix& below = belowPass.dh();
    layer.dense->backward(m_parameters, input, own.dense, &below, pass.gradient);
    belowPass.backpropRms = layer.skip != Skip::None && rescale == Rescale::Yes ? rms(below) : 0;
    if (layer.skip == Skip::Pre)
        below += own.delta();
    else if (layer.skip == Skip::Post)
        below += own.dh();
}

void Network::learnStatistics(const NetworkPass& pass)
{
    for (std::size_t l = 0; l < m_hidden.size(); ++l)
        if (m_hidden[l].normalization)
            m_hidden[l].normalization->learnStatistics(pass.hidden[l].normalization);
}

std::vector<VectorView> Network::memory()
{
    std::vector<VectorView> parts{{m_parameters.data(), m_parameters.size()}};
    for (HiddenLayer& layer : m_hidden)
        if (layer.normalization)
            for (const VectorView& statistics : layer.normalization->runningStatistics())
                parts.push_back(statistics);
    return parts;
}

void Network::configure(std::size_t layer, const ActivationFunction& function, const Choice& dropout)
{
    m_hidden[layer].activate->setFunction(function, m_parameters);
    if (m_hidden[layer].dropout)
        m_hidden[layer].dropout->configure(dropout);
}

} // namespace core

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nn/layers/Dropout.h"

#include "core/base/Rng.h"

#include <array>
#include <cassert>
#include <cmath>

namespace core
{

namespace
{

/// The largest rate with which something is still let through now and then.
constexpr std::array kParameters{ParameterInfo{.name = "rate",
                                               .defaultValue = 0,
                                               .minimum = 0,
                                               .maximum = 0.999,
                                               .scale = Scale::Linear,
                                               .sliderMinimum = 0,
                                               .sliderMaximum = 0.9}};

constexpr std::array kDropouts{
    DropoutInfo{.id = "dropout",
                .formula = "a / (1 − rate), or 0 with probability rate",
                .parameters = kParameters,
                .silenced = 0,
                .pytorch = "torch.nn.Dropout(rate)",
                .paper = "Srivastava, Hinton, Krizhevsky, Sutskever, Salakhutdinov: Dropout (2014)"},
    DropoutInfo{.id = "alpha_dropout",
                .formula = "scale · (a, or −1.7581 with probability rate) + shift",
                .parameters = kParameters,
                .silenced = -1.7580993408473766, // −alpha · scale of SELU: what it tends to at the left
                .pytorch = "torch.nn.AlphaDropout(rate)",
                .paper = "Klambauer, Unterthiner, Mayr, Hochreiter: Self-Normalizing Neural Networks (2017)"},
};

} // namespace

std::span<const DropoutInfo> dropoutCatalogue()
{
    return kDropouts;
}

Dropout::Dropout(const Choice& choice, const RandomSource& random)
    : m_random(random)
{
    configure(choice);
}

void Dropout::configure(const Choice& choice)
{
    const DropoutInfo* info = findRow(dropoutCatalogue(), choice.kind);
    assert(info);
    m_rate = parameterValues(info->parameters, choice.parameters)[0];
    const double kept = 1 - m_rate;
    const double silenced = info->silenced;
    // With silenced = 0 both formulas of the papers are this one but for the variance, which only alpha dropout keeps.
    const double scale = silenced == 0 ? 1 / kept : 1 / std::sqrt(kept * (1 + m_rate * silenced * silenced));
    m_scale = static_cast<Scalar>(scale);
    m_silenced = static_cast<Scalar>(silenced);
    m_shift = static_cast<Scalar>(-scale * m_rate * silenced);
}

void Dropout::forward(const Vector& /*parameters*/, const Matrix& input, Occasion occasion, LayerPass& pass) const
{
    Rng rng(m_random.seed, Purpose::Dropout, m_random.layer, occasion.step);
    pass.saved.resize(input.rows(), input.cols());
    for (Scalar& factor : pass.saved.reshaped<Eigen::RowMajor>())
        factor = rng.uniform() < m_rate ? Scalar(0) : m_scale;
    const Scalar ofDropped = m_scale * m_silenced + m_shift;
    pass.output = (pass.saved.array() != Scalar(0)).select(input.array() * m_scale + m_shift, ofDropped);
}

void Dropout::backward(const Vector& /*parameters*/, const Matrix& /*input*/, LayerPass& pass, Matrix* dInput,
                       Vector& /*gradient*/) const
{
    if (dInput)
        *dInput = pass.dOutput.cwiseProduct(pass.saved);
}

} // namespace core

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nn/Optimizer.h"

#include <array>
#include <cassert>
#include <cmath>
#include <limits>

namespace core
{

namespace
{

constexpr double kLargest = std::numeric_limits<float>::max();

constexpr ParameterInfo learningRate(double defaultValue)
{
    return {.name = "learning_rate",
            .defaultValue = defaultValue,
            .minimum = 0,
            .maximum = 1e9,
            .scale = Scale::Logarithmic,
            .sliderMinimum = 1e-7,
            .sliderMaximum = 10,
            .minimumAllowed = false};
}
constexpr ParameterInfo kWeightDecay{.name = "weight_decay",
                                     .defaultValue = 0,
                                     .minimum = 0,
                                     .maximum = kLargest,
                                     .scale = Scale::Fine,
                                     .sliderMinimum = 0,
                                     .sliderMaximum = 0.1};
constexpr ParameterInfo decayRate(std::string_view name, double defaultValue)
{
    return {.name = name,
            .defaultValue = defaultValue,
            .minimum = 0,
            .maximum = 0.999999,
            .scale = Scale::Linear,
            .sliderMinimum = 0,
            .sliderMaximum = 0.999};
}

constexpr std::array kSgdParameters{
    learningRate(0.1),
    decayRate("momentum", 0),
    ParameterInfo{.name = "nesterov", .defaultValue = 0, .minimum = 0, .maximum = 1, .scale = Scale::Boolean},
    kWeightDecay,
};
constexpr std::array kAdamParameters{
    learningRate(1e-3),
    decayRate("beta1", 0.9),
    decayRate("beta2", 0.999),
    ParameterInfo{.name = "epsilon",
                  .defaultValue = 1e-8,
                  .minimum = 0,
                  .maximum = 1,
                  .scale = Scale::Logarithmic,
                  .sliderMinimum = 1e-10,
                  .sliderMaximum = 1e-2,
                  .minimumAllowed = false},
    kWeightDecay,
};

/// Stochastic gradient descent with momentum as PyTorch defines it: v ← momentum · v + g; w ← w − rate · v.
class Sgd final : public Optimizer
{
public:
    explicit Sgd(Index count)
        : m_velocity(Vector::Zero(count))
    {
    }

    void configure(const Choice& choice) override
    {
        const std::vector<double> values = parameterValues(kSgdParameters, choice.parameters);
        m_rate = static_cast<Scalar>(values[0]);
        m_momentum = static_cast<Scalar>(values[1]);
        m_nesterov = values[2] != 0;
        m_weightDecay = static_cast<Scalar>(values[3]);
    }

    void step(VectorView parameters, ConstVectorView gradient) override
    {
        const auto decayed = gradient + m_weightDecay * parameters;
        m_velocity = m_momentum * m_velocity + decayed;
        if (m_nesterov)
            parameters -= (m_rate * (decayed + m_momentum * m_velocity)).eval();
        else
            parameters -= m_rate * m_velocity;
    }

private:
    Vector m_velocity;
    Scalar m_rate = 0;
    Scalar m_momentum = 0;
    Scalar m_weightDecay = 0;
    bool m_nesterov = false;
};

/// Adam, Kingma and Ba (2015), with bias correction; weight decay is added to the gradient, as in PyTorch.
class Adam final : public Optimizer
{
public:
    explicit Adam(Index count)
        : m_first(Vector::Zero(count))
        , m_second(Vector::Zero(count))
    {
    }

    void configure(const Choice& choice) override
    {
        const std::vector<double> values = parameterValues(kAdamParameters, choice.parameters);
        m_rate = values[0];
        m_beta1 = values[1];
        m_beta2 = values[2];
        m_epsilon = values[3];
        m_weightDecay = static_cast<Scalar>(values[4]);
    }

    void step(VectorView parameters, ConstVectorView gradient) override
    {
        m_power1 *= m_beta1;
        m_power2 *= m_beta2;
        const auto stepSize = static_cast<Scalar>(m_rate / (1 - m_power1));
        const auto correction = static_cast<Scalar>(1 / std::sqrt(1 - m_power2));
        const auto epsilon = static_cast<Scalar>(m_epsilon);
        const auto decayed = gradient + m_weightDecay * parameters;
        m_first += static_cast<Scalar>(1 - m_beta1) * (decayed - m_first);
        m_second += static_cast<Scalar>(1 - m_beta2) * (decayed.cwiseAbs2() - m_second);
        parameters.array() -= stepSize * m_first.array() / (m_second.array().sqrt() * correction + epsilon);
    }

private:
    Vector m_first;
    Vector m_second;
    double m_rate = 0;
    double m_beta1 = 0;
    double m_beta2 = 0;
    double m_epsilon = 0;
    Scalar m_weightDecay = 0;
    double m_power1 = 1;
    double m_power2 = 1;
};

template <class Kind>
std::unique_ptr<Optimizer> make(Index parameterCount)
{
    return std::make_unique<Kind>(parameterCount);
}

constexpr std::array kCatalogue{
    OptimizerInfo{.id = "sgd",
                  .formula = "v ← momentum · v + g, w ← w − learning_rate · v",
                  .parameters = kSgdParameters,
                  .make = make<Sgd>,
                  .stateCopies = 1,
                  .pytorch = "torch.optim.SGD",
                  .paper = "Robbins, Monro: A Stochastic Approximation Method (1951)"},
    OptimizerInfo{.id = "adam",
                  .formula = "w ← w − learning_rate · m̂ / (√v̂ + epsilon)",
                  .parameters = kAdamParameters,
                  .make = make<Adam>,
                  .stateCopies = 2,
                  .pytorch = "torch.optim.Adam",
                  .paper = "Kingma, Ba: Adam: A Method for Stochastic Optimization (2015)"},
};

} // namespace

std::span<const OptimizerInfo> optimizerCatalogue()
{
    return kCatalogue;
}

} // namespace core

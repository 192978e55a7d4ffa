// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nn/Optimizer.h"

#include "core/base/Finite.h"
#include "core/nn/kernels/Kernels.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>

namespace core
{

namespace
{

constexpr std::string_view kLearningRate = "learning_rate";

constexpr ParameterInfo rateParameter(double defaultValue)
{
    return {.name = kLearningRate,
            .defaultValue = defaultValue,
            .minimum = 0,
            .maximum = 1e9,
            .scale = Scale::Logarithmic,
            .sliderMinimum = 1e-7,
            .sliderMaximum = 10,
            .minimumAllowed = false};
}
constexpr ParameterInfo weightDecay(double defaultValue)
{
    return {.name = "weight_decay",
            .defaultValue = defaultValue,
            .minimum = 0,
            .maximum = kLargestParameter,
            .scale = Scale::Fine,
            .sliderMinimum = 0,
            .sliderMaximum = 0.1};
}
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

constexpr ParameterInfo divisorEpsilon(double defaultValue)
{
    return {.name = "epsilon",
            .defaultValue = defaultValue,
            .minimum = 0,
            .maximum = 1,
            .scale = Scale::Logarithmic,
            .sliderMinimum = 1e-10,
            .sliderMaximum = 1e-2,
            .minimumAllowed = false};
}
constexpr ParameterInfo fromZero(std::string_view name, double sliderMaximum)
{
    return {.name = name,
            .defaultValue = 0,
            .minimum = 0,
            .maximum = kLargestParameter,
            .scale = Scale::Fine,
            .sliderMinimum = 0,
            .sliderMaximum = sliderMaximum};
}
constexpr ParameterInfo truth(std::string_view name)
{
    return {.name = name, .defaultValue = 0, .minimum = 0, .maximum = 1, .scale = Scale::Boolean};
}

constexpr std::array kSgdParameters{
    rateParameter(0.1),
    decayRate("momentum", 0),
    truth("nesterov"),
    weightDecay(0),
};
constexpr std::array kAdagradParameters{
    rateParameter(1e-2), fromZero("lr_decay", 0.1), fromZero("initial_accumulator_value", 1), divisorEpsilon(1e-10),
    weightDecay(0),
};
constexpr std::array kRmspropParameters{
    rateParameter(1e-2),      decayRate("alpha", 0.99), divisorEpsilon(1e-8),
    decayRate("momentum", 0), truth("centered"),        weightDecay(0),
};
constexpr std::array kAdamParameters{
    rateParameter(1e-3), decayRate("beta1", 0.9), decayRate("beta2", 0.999), divisorEpsilon(1e-8), weightDecay(0),
};
constexpr std::array kAdamwParameters{
    rateParameter(1e-3), decayRate("beta1", 0.9), decayRate("beta2", 0.999), divisorEpsilon(1e-8), weightDecay(1e-2),
};

VectorView viewOf(Vector& vector)
{
    return {vector.data(), vector.size()};
}

ParameterUpdate updateOf(VectorView parameters, ConstVectorView gradient, Scalar* state, UpdateSquares* squares)
{
    ParameterUpdate update{parameters.size(), parameters.data(), gradient.data(), state};
    update.squares = squares;
    return update;
}

/// Measures what is done to parameters by somebody who does not measure; keeps its memory.
class Comparison
{
public:
    explicit Comparison(Index count)
        : m_before(count)
    {
    }

    template <class Change>
    void measure(Index first, const VectorView& parameters, UpdateSquares* squares, const Change& change)
    {
        if (squares)
            m_before.segment(first, parameters.size()) = parameters;
        change();
        if (!squares)
            return;
        squares->change +=
            kernels().sumOfSquaredDifferences(m_before.data() + first, parameters.data(), parameters.size());
        squares->after += kernels().sumOfSquares(parameters.data(), parameters.size());
    }

private:
    Vector m_before; ///< by position, as parts may be moved on several threads
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
        m_momentum = static_cast<Scalar>(values[1]);
        m_nesterov = values[2] != 0;
        m_weightDecay = static_cast<Scalar>(values[3]);
    }

    bool step(Index first, VectorView parameters, ConstVectorView gradient, double rate, std::int64_t /*stepsBefore*/,
              UpdateSquares* squares) override
    {
        return kernels().stepSgd(updateOf(parameters, gradient, m_velocity.data() + first, squares),
                                 {static_cast<Scalar>(rate), m_momentum, m_weightDecay, m_nesterov});
    }

    std::vector<VectorView> memory() override { return {viewOf(m_velocity)}; }

private:
    Vector m_velocity;
    Scalar m_momentum = 0;
    Scalar m_weightDecay = 0;
    bool m_nesterov = false;
};

/// Adagrad, Duchi, Hazan and Singer (2011). The initial value is added to the sum when it is used, so that it may
/// change while running.
class Adagrad final : public Optimizer
{
public:
    explicit Adagrad(Index count)
        : m_comparison(count)
        , m_sum(Vector::Zero(count))
    {
    }

    void configure(const Choice& choice) override
    {
        const std::vector<double> values = parameterValues(kAdagradParameters, choice.parameters);
        m_rateDecay = values[1];
        m_initial = static_cast<Scalar>(values[2]);
        m_epsilon = static_cast<Scalar>(values[3]);
        m_weightDecay = static_cast<Scalar>(values[4]);
    }

    bool step(Index first, VectorView parameters, ConstVectorView gradient, double rate, std::int64_t stepsBefore,
              UpdateSquares* squares) override
    {
        const auto stepSize = static_cast<Scalar>(rate / (1 + static_cast<double>(stepsBefore) * m_rateDecay));
        const auto decayed = gradient + m_weightDecay * parameters;
        auto sum = m_sum.segment(first, parameters.size());
        sum += decayed.cwiseAbs2();
        m_comparison.measure(first, parameters, squares, [&] {
            parameters.array() -= stepSize * decayed.array() / ((sum.array() + m_initial).sqrt() + m_epsilon);
        });
        return isFinite(parameters);
    }

    std::vector<VectorView> memory() override { return {viewOf(m_sum)}; }

private:
    Comparison m_comparison;
    Vector m_sum;
    double m_rateDecay = 0;
    Scalar m_initial = 0;
    Scalar m_epsilon = 0;
    Scalar m_weightDecay = 0;
};

/// RMSprop, Hinton (2012); centred as Graves (2013) has it. Both averages and the velocity are kept up whether they are
/// in use or not, so that all its parameters may change while running.
class Rmsprop final : public Optimizer
{
public:
    explicit Rmsprop(Index count)
        : m_comparison(count)
        , m_second(Vector::Zero(count))
        , m_first(Vector::Zero(count))
        , m_velocity(Vector::Zero(count))
    {
    }

    void configure(const Choice& choice) override
    {
        const std::vector<double> values = parameterValues(kRmspropParameters, choice.parameters);
        m_alpha = values[1];
        m_epsilon = static_cast<Scalar>(values[2]);
        m_momentum = static_cast<Scalar>(values[3]);
        m_centered = values[4] != 0;
        m_weightDecay = static_cast<Scalar>(values[5]);
    }

    bool step(Index first, VectorView parameters, ConstVectorView gradient, double rate, std::int64_t /*stepsBefore*/,
              UpdateSquares* squares) override
    {
        const auto decayed = gradient + m_weightDecay * parameters;
        const auto share = static_cast<Scalar>(1 - m_alpha);
        const Index count = parameters.size();
        auto second = m_second.segment(first, count);
        auto mean = m_first.segment(first, count);
        auto velocity = m_velocity.segment(first, count);
        second += share * (decayed.cwiseAbs2() - second);
        mean += share * (decayed - mean);
        const auto step = [&](const auto& divisor) {
            velocity.array() = m_momentum * velocity.array() + decayed.array() / (divisor.sqrt() + m_epsilon);
        };
        // Where all gradients were the same, rounding takes the variance below 0.
        if (m_centered)
            step((second - mean.cwiseAbs2()).array().unaryExpr([](Scalar variance) {
                return variance < 0 ? Scalar(0) : variance;
            }));
        else
            step(second.array());
        m_comparison.measure(first, parameters, squares, [&] { parameters -= static_cast<Scalar>(rate) * velocity; });
        return isFinite(parameters);
    }

    std::vector<VectorView> memory() override { return {viewOf(m_second), viewOf(m_first), viewOf(m_velocity)}; }

private:
    Comparison m_comparison;
    Vector m_second;
    Vector m_first;
    Vector m_velocity;
    double m_alpha = 0;
    Scalar m_epsilon = 0;
    Scalar m_momentum = 0;
    Scalar m_weightDecay = 0;
    bool m_centered = false;
};

/// Where a weight decay goes.
enum class Decay {
    Coupled,  ///< into the gradient: Adam as PyTorch has it
    Decoupled ///< off the parameters themselves: AdamW, Loshchilov and Hutter (2019)
};

/// Adam, Kingma and Ba (2015), with bias correction.
template <Decay decay>
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
        const auto& parameters = decay == Decay::Coupled ? kAdamParameters : kAdamwParameters;
        const std::vector<double> values = parameterValues(parameters, choice.parameters);
        m_beta1 = values[1];
        m_beta2 = values[2];
        m_epsilon = values[3];
        m_weightDecay = values[4];
    }

    bool step(Index first, VectorView parameters, ConstVectorView gradient, double rate, std::int64_t stepsBefore,
              UpdateSquares* squares) override
    {
        const auto steps = static_cast<double>(stepsBefore + 1);
        constexpr bool kCoupled = decay == Decay::Coupled;
        ParameterUpdate update = updateOf(parameters, gradient, m_first.data() + first, squares);
        update.second = m_second.data() + first;
        return kernels().stepAdam(update,
                                  {.stepSize = static_cast<Scalar>(rate / (1 - std::pow(m_beta1, steps))),
                                   .correction = static_cast<Scalar>(1 / std::sqrt(1 - std::pow(m_beta2, steps))),
                                   .oneMinusBeta1 = static_cast<Scalar>(1 - m_beta1),
                                   .oneMinusBeta2 = static_cast<Scalar>(1 - m_beta2),
                                   .epsilon = static_cast<Scalar>(m_epsilon),
                                   .coupledDecay = static_cast<Scalar>(kCoupled ? m_weightDecay : 0),
                                   .shrinkage = static_cast<Scalar>(kCoupled ? 1 : 1 - rate * m_weightDecay)});
    }

    std::vector<VectorView> memory() override { return {viewOf(m_first), viewOf(m_second)}; }

private:
    Vector m_first;
    Vector m_second;
    double m_beta1 = 0;
    double m_beta2 = 0;
    double m_epsilon = 0;
    double m_weightDecay = 0;
};

template <class Kind>
std::unique_ptr<Optimizer> make(Index parameterCount)
{
    return std::make_unique<Kind>(parameterCount);
}

constexpr std::array kOptimizers{
    OptimizerInfo{.id = "sgd",
                  .formula = "v ← momentum · v + g, w ← w − learning_rate · v",
                  .parameters = kSgdParameters,
                  .make = make<Sgd>,
                  .stateCopies = 1,
                  .pytorch = "torch.optim.SGD(parameters, lr=learning_rate, momentum=momentum, nesterov=nesterov, "
                             "weight_decay=weight_decay)",
                  .paper = "Robbins, Monro: A Stochastic Approximation Method (1951)"},
    OptimizerInfo{.id = "adagrad",
                  .formula = "s ← s + g², w ← w − learning_rate · g / (√s + epsilon)",
                  .parameters = kAdagradParameters,
                  .make = make<Adagrad>,
                  .stateCopies = 2,
                  .pytorch =
                      "torch.optim.Adagrad(parameters, lr=learning_rate, lr_decay=lr_decay, "
                      "initial_accumulator_value=initial_accumulator_value, eps=epsilon, weight_decay=weight_decay)",
                  .paper = "Duchi, Hazan, Singer: Adaptive Subgradient Methods for Online Learning and Stochastic "
                           "Optimization (2011)"},
    OptimizerInfo{.id = "rmsprop",
                  .formula = "s ← alpha · s + (1 − alpha) · g², w ← w − learning_rate · g / (√s + epsilon)",
                  .parameters = kRmspropParameters,
                  .make = make<Rmsprop>,
                  .stateCopies = 4,
                  .pytorch =
                      "torch.optim.RMSprop(parameters, lr=learning_rate, alpha=alpha, eps=epsilon, momentum=momentum, "
                      "centered=centered, weight_decay=weight_decay)",
                  .paper = "Tieleman, Hinton: Lecture 6.5 – RMSProp, COURSERA: Neural Networks for Machine Learning "
                           "(2012)"},
    OptimizerInfo{.id = "adam",
                  .formula = "w ← w − learning_rate · m̂ / (√v̂ + epsilon)",
                  .parameters = kAdamParameters,
                  .make = make<Adam<Decay::Coupled>>,
                  .stateCopies = 2,
                  .pytorch = "torch.optim.Adam(parameters, lr=learning_rate, betas=(beta1, beta2), eps=epsilon, "
                             "weight_decay=weight_decay)",
                  .paper = "Kingma, Ba: Adam: A Method for Stochastic Optimization (2015)"},
    OptimizerInfo{.id = "adamw",
                  .formula = "w ← (1 − learning_rate · weight_decay) · w − learning_rate · m̂ / (√v̂ + epsilon)",
                  .parameters = kAdamwParameters,
                  .make = make<Adam<Decay::Decoupled>>,
                  .stateCopies = 2,
                  .pytorch = "torch.optim.AdamW(parameters, lr=learning_rate, betas=(beta1, beta2), eps=epsilon, "
                             "weight_decay=weight_decay)",
                  .paper = "Loshchilov, Hutter: Decoupled Weight Decay Regularization (2019)"},
};

} // namespace

std::span<const OptimizerInfo> optimizerCatalogue()
{
    return kOptimizers;
}

double learningRate(const Choice& optimizer)
{
    if (const auto chosen = optimizer.parameters.find(kLearningRate); chosen != optimizer.parameters.end())
        return chosen->second;
    const OptimizerInfo* info = findRow(optimizerCatalogue(), optimizer.kind);
    if (info == nullptr)
        return 0;
    for (const ParameterInfo& parameter : info->parameters)
        if (parameter.name == kLearningRate)
            return parameter.defaultValue;
    return 0;
}

} // namespace core

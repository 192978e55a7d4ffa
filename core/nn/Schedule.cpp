// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nn/Schedule.h"

#include <array>
#include <cassert>
#include <cmath>
#include <numbers>

namespace core
{

namespace
{

constexpr ParameterInfo steps(std::string_view name, double defaultValue)
{
    return {.name = name,
            .defaultValue = defaultValue,
            .minimum = 1,
            .maximum = 1e9,
            .scale = Scale::Integer,
            .sliderMinimum = 1,
            .sliderMaximum = 10000};
}
/// Above 1 the rate grows: how to find out from which rate on a run diverges.
constexpr ParameterInfo gamma(double defaultValue, double sliderMinimum)
{
    return {.name = "gamma",
            .defaultValue = defaultValue,
            .minimum = 0,
            .maximum = 2,
            .scale = Scale::Linear,
            .sliderMinimum = sliderMinimum,
            .sliderMaximum = 1,
            .minimumAllowed = false};
}

constexpr std::array kStepParameters{steps("step_size", 500), gamma(0.1, 0.05)};
constexpr std::array kExponentialParameters{gamma(0.999, 0.99)};
constexpr std::array kCosineParameters{steps("steps", 2000)};

double constantFactor(std::span<const double> /*parameters*/, std::int64_t /*stepsBefore*/)
{
    return 1;
}

double stepFactor(std::span<const double> parameters, std::int64_t stepsBefore)
{
    return std::pow(parameters[1], std::floor(static_cast<double>(stepsBefore) / parameters[0]));
}

double exponentialFactor(std::span<const double> parameters, std::int64_t stepsBefore)
{
    return std::pow(parameters[0], static_cast<double>(stepsBefore));
}

/// PyTorch's goes up again beyond its end; here it stays where it has come to.
double cosineFactor(std::span<const double> parameters, std::int64_t stepsBefore)
{
    const double share = static_cast<double>(stepsBefore) / parameters[0];
    return share >= 1 ? 0 : (1 + std::cos(std::numbers::pi * share)) / 2;
}

constexpr std::array kSchedules{
    ScheduleInfo{.id = "constant", .factor = constantFactor, .python = "1", .pytorch = "–", .paper = "–"},
    ScheduleInfo{.id = "step",
                 .formula = "gamma^⌊k / step_size⌋",
                 .parameters = kStepParameters,
                 .factor = stepFactor,
                 .python = "gamma ** (step // step_size)",
                 .pytorch = "torch.optim.lr_scheduler.StepLR",
                 .paper = "Krizhevsky, Sutskever, Hinton: ImageNet Classification with Deep Convolutional Neural "
                          "Networks (2012)"},
    ScheduleInfo{.id = "exponential",
                 .formula = "gamma^k",
                 .parameters = kExponentialParameters,
                 .factor = exponentialFactor,
                 .python = "gamma**step",
                 .pytorch = "torch.optim.lr_scheduler.ExponentialLR",
                 .paper = "–"},
    ScheduleInfo{.id = "cosine",
                 .formula = "(1 + cos(π k / steps)) / 2, then 0",
                 .parameters = kCosineParameters,
                 .factor = cosineFactor,
                 .python = "(1 + math.cos(math.pi * min(1, step / steps))) / 2",
                 .pytorch = "torch.optim.lr_scheduler.CosineAnnealingLR",
                 .paper = "Loshchilov, Hutter: SGDR: Stochastic Gradient Descent with Warm Restarts (2017)"},
};

} // namespace

std::span<const ScheduleInfo> scheduleCatalogue()
{
    return kSchedules;
}

RateSchedule::RateSchedule(const OptimizerConfig& config)
    : m_info(findRow(scheduleCatalogue(), config.schedule.kind))
    , m_warmupSteps(config.warmupSteps)
{
    assert(m_info);
    m_parameters = parameterValues(m_info->parameters, config.schedule.parameters);
}

double RateSchedule::factorAt(std::int64_t stepsBefore) const
{
    const double factor = m_info->factor(m_parameters, stepsBefore);
    if (stepsBefore + 1 >= m_warmupSteps)
        return factor;
    return factor * (static_cast<double>(stepsBefore + 1) / static_cast<double>(m_warmupSteps));
}

bool isConstantRate(const OptimizerConfig& config)
{
    return config.schedule.kind == "constant" && config.warmupSteps <= 1;
}

} // namespace core

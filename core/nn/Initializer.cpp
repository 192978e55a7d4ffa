// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nn/Initializer.h"

#include <array>
#include <cassert>
#include <cmath>
#include <limits>

namespace core
{

namespace
{

constexpr double kLargest = std::numeric_limits<float>::max();

constexpr std::array kHeParameters{ParameterInfo{.name = "negative_slope",
                                                 .defaultValue = 0,
                                                 .minimum = -kLargest,
                                                 .maximum = kLargest,
                                                 .scale = Scale::Fine,
                                                 .sliderMinimum = 0,
                                                 .sliderMaximum = 1}};
constexpr std::array kNormalParameters{ParameterInfo{.name = "std",
                                                     .defaultValue = 0.1,
                                                     .minimum = 0,
                                                     .maximum = kLargest,
                                                     .scale = Scale::Fine,
                                                     .sliderMinimum = 0,
                                                     .sliderMaximum = 2}};
constexpr std::array kUniformParameters{ParameterInfo{.name = "limit",
                                                      .defaultValue = 0.1,
                                                      .minimum = 0,
                                                      .maximum = kLargest,
                                                      .scale = Scale::Fine,
                                                      .sliderMinimum = 0,
                                                      .sliderMaximum = 2}};
constexpr std::array kConstantParameters{ParameterInfo{.name = "value",
                                                       .defaultValue = 0.1,
                                                       .minimum = -kLargest,
                                                       .maximum = kLargest,
                                                       .scale = Scale::Linear,
                                                       .sliderMinimum = -1,
                                                       .sliderMaximum = 1}};

double lecun(double fanIn, double /*fanOut*/, const double* /*p*/)
{
    return std::sqrt(1 / fanIn);
}
double xavier(double fanIn, double fanOut, const double* /*p*/)
{
    return std::sqrt(2 / (fanIn + fanOut));
}
double he(double fanIn, double /*fanOut*/, const double* p)
{
    return std::sqrt(2 / ((1 + p[0] * p[0]) * fanIn));
}
/// A uniform of limit 1/√fan_in has the variance 1/(3 fan_in).
double fanIn(double fanIn, double /*fanOut*/, const double* /*p*/)
{
    return std::sqrt(1 / (3 * fanIn));
}
double given(double /*fanIn*/, double /*fanOut*/, const double* p)
{
    return p[0];
}
double givenLimit(double /*fanIn*/, double /*fanOut*/, const double* p)
{
    return p[0] / std::sqrt(3.0);
}
double zero(double /*fanIn*/, double /*fanOut*/, const double* /*p*/)
{
    return 0;
}

using Kind = InitializerInfo::Distribution;
constexpr std::string_view kLecunPaper = "LeCun, Bottou, Orr, Müller: Efficient BackProp (1998)";
constexpr std::string_view kXavierPaper =
    "Glorot, Bengio: Understanding the difficulty of training deep feedforward neural networks (2010)";
constexpr std::string_view kHePaper = "He, Zhang, Ren, Sun: Delving Deep into Rectifiers (2015)";

constexpr std::array kCatalogue{
    InitializerInfo{"lecun_normal", "variance gain² / fan_in", {}, Kind::Normal, lecun, kLecunPaper},
    InitializerInfo{"lecun_uniform", "variance gain² / fan_in", {}, Kind::Uniform, lecun, kLecunPaper},
    InitializerInfo{"xavier_normal", "variance 2 gain² / (fan_in + fan_out)", {}, Kind::Normal, xavier, kXavierPaper},
    InitializerInfo{"xavier_uniform", "variance 2 gain² / (fan_in + fan_out)", {}, Kind::Uniform, xavier, kXavierPaper},
    InitializerInfo{"he_normal", "variance 2 gain² / ((1 + negative_slope²) fan_in)", kHeParameters, Kind::Normal, he,
                    kHePaper},
    InitializerInfo{"he_uniform", "variance 2 gain² / ((1 + negative_slope²) fan_in)", kHeParameters, Kind::Uniform, he,
                    kHePaper},
    InitializerInfo{"fan_in_uniform", "uniform in ±gain / √fan_in", {}, Kind::Uniform, fanIn, kLecunPaper},
    InitializerInfo{"normal", "standard deviation gain · std", kNormalParameters, Kind::Normal, given, "–"},
    InitializerInfo{"uniform", "uniform in ±gain · limit", kUniformParameters, Kind::Uniform, givenLimit, "–"},
    InitializerInfo{"zeros", "all weights 0", {}, Kind::Fixed, zero, "–"},
    InitializerInfo{"constant", "all weights value", kConstantParameters, Kind::Fixed, given, "–"},
};

} // namespace

std::span<const InitializerInfo> initializerCatalogue()
{
    return kCatalogue;
}

void initializeWeights(MatrixView weights, const InitializerConfig& config, Rng& rng)
{
    const InitializerInfo* info = findRow(initializerCatalogue(), config.weights.kind);
    assert(info);
    const std::vector<double> parameters = parameterValues(info->parameters, config.weights.parameters);
    const double std = info->standardDeviation(static_cast<double>(weights.cols()), static_cast<double>(weights.rows()),
                                               parameters.data());
    const double limit = std::sqrt(3.0) * std;
    const auto draw = [&]() -> double {
        switch (info->distribution) {
        case InitializerInfo::Distribution::Normal:
            return config.gain * std * rng.normal();
        case InitializerInfo::Distribution::Uniform:
            return config.gain * rng.uniform(-limit, limit);
        case InitializerInfo::Distribution::Fixed:
            break;
        }
        return std;
    };
    for (Scalar& weight : weights.reshaped<Eigen::RowMajor>())
        weight = static_cast<Scalar>(draw());
}

void initializeBiases(VectorView biases, const InitializerConfig& config, Rng& rng)
{
    for (Scalar& bias : biases)
        bias = static_cast<Scalar>(config.bias + config.biasStd * rng.normal());
}

} // namespace core

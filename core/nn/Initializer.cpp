// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nn/Initializer.h"

#include <Eigen/QR>

#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>

namespace core
{

namespace
{

constexpr std::array kHeParameters{ParameterInfo{.name = "negative_slope",
                                                 .defaultValue = 0,
                                                 .minimum = -kLargestParameter,
                                                 .maximum = kLargestParameter,
                                                 .scale = Scale::Fine,
                                                 .sliderMinimum = 0,
                                                 .sliderMaximum = 1}};
constexpr std::array kNormalParameters{ParameterInfo{.name = "std",
                                                     .defaultValue = 0.1,
                                                     .minimum = 0,
                                                     .maximum = kLargestParameter,
                                                     .scale = Scale::Fine,
                                                     .sliderMinimum = 0,
                                                     .sliderMaximum = 2}};
constexpr std::array kUniformParameters{ParameterInfo{.name = "limit",
                                                      .defaultValue = 0.1,
                                                      .minimum = 0,
                                                      .maximum = kLargestParameter,
                                                      .scale = Scale::Fine,
                                                      .sliderMinimum = 0,
                                                      .sliderMaximum = 2}};
constexpr std::array kConstantParameters{ParameterInfo{.name = "value",
                                                       .defaultValue = 0.1,
                                                       .minimum = -kLargestParameter,
                                                       .maximum = kLargestParameter,
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

/// The entries of a matrix with orthonormal rows or columns have the variance 1/max(fan_in, fan_out).
double orthonormal(double fanIn, double fanOut, const double* /*p*/)
{
    return std::sqrt(1 / std::max(fanIn, fanOut));
}
/// σ² = 0.36 keeps the signal through ReLU layers with such biases (Lu et al., section 4).
double asymmetric(double fanIn, double /*fanOut*/, const double* /*p*/)
{
    return 0.6007 / std::sqrt(fanIn);
}

void drawNormal(MatrixView weights, VectorView /*biases*/, double std, Rng& rng)
{
    for (Scalar& weight : weights.reshaped<Eigen::RowMajor>())
        weight = static_cast<Scalar>(std * rng.normal());
}

void drawUniform(MatrixView weights, VectorView /*biases*/, double std, Rng& rng)
{
    const double limit = std::sqrt(3.0) * std;
    for (Scalar& weight : weights.reshaped<Eigen::RowMajor>())
        weight = static_cast<Scalar>(rng.uniform(-limit, limit));
}

void setConstant(MatrixView weights, VectorView /*biases*/, double value, Rng& /*rng*/)
{
    weights.setConstant(static_cast<Scalar>(value));
}

/// Q of a gaussian matrix, with the signs of R's diagonal taken in: uniform among all such matrices (Mezzadri, 2007).
void drawOrthogonal(MatrixView weights, VectorView /*biases*/, double std, Rng& rng)
{
    const bool wide = weights.rows() < weights.cols();
    const Index longer = std::max(weights.rows(), weights.cols());
    const Index shorter = std::min(weights.rows(), weights.cols());
    Eigen::MatrixXd gaussian(longer, shorter);
    for (double& value : gaussian.reshaped())
        value = rng.normal();
    const Eigen::HouseholderQR<Eigen::MatrixXd> qr(gaussian);
    Eigen::MatrixXd q = qr.householderQ() * Eigen::MatrixXd::Identity(longer, shorter);
    for (Index column = 0; column < shorter; ++column)
        if (qr.matrixQR()(column, column) < 0)
            q.col(column) *= -1;
    q *= std * std::sqrt(static_cast<double>(longer));
    if (wide)
        weights = q.transpose().cast<Scalar>();
    else
        weights = q.cast<Scalar>();
}

/// In each row of [W | b] one entry, at a random place, is positive for sure: drawn from Beta(2, 1). So a unit is less
/// likely to be born dead (Lu, Shin, Su, Karniadakis: Dying ReLU and Initialization, 2019).
void drawAsymmetric(MatrixView weights, VectorView biases, double std, Rng& rng)
{
    const auto fanIn = static_cast<std::uint64_t>(weights.cols());
    const double sigma = std * std::sqrt(static_cast<double>(fanIn));
    // `std` is gain times that for gain 1; the positive entry follows the gain too.
    const double gain = sigma / 0.6007;
    for (Index row = 0; row < weights.rows(); ++row) {
        for (Scalar& weight : weights.row(row))
            weight = static_cast<Scalar>(std * rng.normal());
        const double bias = std * rng.normal();
        const std::uint64_t place = rng.below(fanIn + 1);
        const double positive = gain * std::sqrt(rng.uniform()); // the inverse of Beta(2, 1)'s distribution x²
        biases[row] += static_cast<Scalar>(place == fanIn ? positive : bias);
        if (place < fanIn)
            weights(row, static_cast<Index>(place)) = static_cast<Scalar>(positive);
    }
}

constexpr std::string_view kLecunPaper = "LeCun, Bottou, Orr, Müller: Efficient BackProp (1998)";
constexpr std::string_view kXavierPaper =
    "Glorot, Bengio: Understanding the difficulty of training deep feedforward neural networks (2010)";
constexpr std::string_view kHePaper = "He, Zhang, Ren, Sun: Delving Deep into Rectifiers (2015)";

constexpr std::string_view kLecun = "variance gain² / fan_in";
constexpr std::string_view kXavier = "variance 2 gain² / (fan_in + fan_out)";
constexpr std::string_view kHe = "variance 2 gain² / ((1 + negative_slope²) fan_in)";

constexpr std::array kInitializers{
    InitializerInfo{.id = "lecun_normal",
                    .formula = kLecun,
                    .draw = drawNormal,
                    .standardDeviation = lecun,
                    .pytorch = "nn.init.normal_(weight, 0, gain / fan_in**0.5)",
                    .paper = kLecunPaper},
    InitializerInfo{.id = "lecun_uniform",
                    .formula = kLecun,
                    .draw = drawUniform,
                    .standardDeviation = lecun,
                    .pytorch = "nn.init.uniform_(weight, -gain * (3 / fan_in) ** 0.5, gain * (3 / fan_in) ** 0.5)",
                    .paper = kLecunPaper},
    InitializerInfo{.id = "xavier_normal",
                    .formula = kXavier,
                    .draw = drawNormal,
                    .standardDeviation = xavier,
                    .pytorch = "nn.init.xavier_normal_(weight, gain)",
                    .paper = kXavierPaper},
    InitializerInfo{.id = "xavier_uniform",
                    .formula = kXavier,
                    .draw = drawUniform,
                    .standardDeviation = xavier,
                    .pytorch = "nn.init.xavier_uniform_(weight, gain)",
                    .paper = kXavierPaper},
    InitializerInfo{.id = "he_normal",
                    .formula = kHe,
                    .parameters = kHeParameters,
                    .draw = drawNormal,
                    .standardDeviation = he,
                    .pytorch = "nn.init.kaiming_normal_(weight, negative_slope).mul_(gain)",
                    .paper = kHePaper},
    InitializerInfo{.id = "he_uniform",
                    .formula = kHe,
                    .parameters = kHeParameters,
                    .draw = drawUniform,
                    .standardDeviation = he,
                    .pytorch = "nn.init.kaiming_uniform_(weight, negative_slope).mul_(gain)",
                    .paper = kHePaper},
    InitializerInfo{.id = "fan_in_uniform",
                    .formula = "uniform in ±gain / √fan_in",
                    .draw = drawUniform,
                    .standardDeviation = fanIn,
                    .pytorch = "nn.init.uniform_(weight, -gain / fan_in**0.5, gain / fan_in**0.5)",
                    .paper = kLecunPaper},
    InitializerInfo{.id = "normal",
                    .formula = "standard deviation gain · std",
                    .parameters = kNormalParameters,
                    .draw = drawNormal,
                    .standardDeviation = given,
                    .pytorch = "nn.init.normal_(weight, 0, gain * std)",
                    .paper = "–"},
    InitializerInfo{.id = "uniform",
                    .formula = "uniform in ±gain · limit",
                    .parameters = kUniformParameters,
                    .draw = drawUniform,
                    .standardDeviation = givenLimit,
                    .pytorch = "nn.init.uniform_(weight, -gain * limit, gain * limit)",
                    .paper = "–"},
    InitializerInfo{.id = "orthogonal",
                    .formula = "gain times orthonormal rows or columns",
                    .draw = drawOrthogonal,
                    .standardDeviation = orthonormal,
                    .pytorch = "nn.init.orthogonal_(weight, gain)",
                    .paper = "Saxe, McClelland, Ganguli: Exact solutions to the nonlinear dynamics of learning in deep "
                             "linear neural networks (2014)"},
    InitializerInfo{.id = "zeros",
                    .formula = "all weights 0",
                    .draw = setConstant,
                    .standardDeviation = zero,
                    .isRandom = false,
                    .pytorch = "nn.init.zeros_(weight)",
                    .paper = "–"},
    InitializerInfo{.id = "constant",
                    .formula = "all weights value",
                    .parameters = kConstantParameters,
                    .draw = setConstant,
                    .standardDeviation = given,
                    .isRandom = false,
                    .pytorch = "nn.init.constant_(weight, value)",
                    .paper = "–"},
    InitializerInfo{.id = "lsuv",
                    .formula = "orthonormal, then scaled until u has the standard deviation gain on the data",
                    .draw = drawOrthogonal,
                    .standardDeviation = orthonormal,
                    .scaledByData = true,
                    .pytorch = "nn.init.orthogonal_(weight)",
                    .paper = "Mishkin, Matas: All you need is a good init (2016)"},
    InitializerInfo{.id = "randomized_asymmetric",
                    .formula = "variance 0.36 gain² / fan_in, and one positive entry in each row of [W b]",
                    .draw = drawAsymmetric,
                    .standardDeviation = asymmetric,
                    .isCentered = false,
                    .pytorch = "randomized_asymmetric_(weight, bias, gain)",
                    .paper = "Lu, Shin, Su, Karniadakis: Dying ReLU and Initialization (2019)"},
};

} // namespace

std::span<const InitializerInfo> initializerCatalogue()
{
    return kInitializers;
}

void initializeWeights(MatrixView weights, VectorView biases, const InitializerConfig& config, Rng& rng)
{
    const InitializerInfo* info = findRow(initializerCatalogue(), config.weights.kind);
    assert(info);
    const std::vector<double> parameters = parameterValues(info->parameters, config.weights.parameters);
    const double std = info->standardDeviation(static_cast<double>(weights.cols()), static_cast<double>(weights.rows()),
                                               parameters.data());
    // LSUV has its gain once it scales by the data.
    const double gain = info->isRandom && !info->scaledByData ? config.gain : 1;
    info->draw(weights, biases, gain * std, rng);
}

void initializeBiases(VectorView biases, const InitializerConfig& config, Rng& rng)
{
    for (Scalar& bias : biases)
        bias = static_cast<Scalar>(config.bias + config.biasStd * rng.normal());
}

} // namespace core

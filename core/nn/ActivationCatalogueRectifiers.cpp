// SPDX-License-Identifier: GPL-3.0-or-later
// Rows of the activation catalogue: ReLU and its relatives.
#include "core/nn/ActivationCatalogue.h"
#include "core/nn/kernels/ActivationKernels.h"

#include <cmath>

namespace core
{

namespace
{

using Parameters = ActivationInfo::Parameters;

// Where |f′| falls to 0.1 of the slope at 0, for the functions that have no closed form of it.
constexpr double kGeluTail = -2.34860633217938;
constexpr double kGeluTanhTail = -2.35516435461949;
constexpr double kSiluTail = -4.08255935233718;
constexpr double kMishTail = -3.82648219228524;

constexpr ParameterInfo slope(std::string_view name, double defaultValue)
{
    return {.name = name,
            .defaultValue = defaultValue,
            .minimum = -kLargestParameter,
            .maximum = kLargestParameter,
            .scale = Scale::Fine,
            .sliderMinimum = 0,
            .sliderMaximum = 1};
}

constexpr ParameterInfo linear(std::string_view name, double defaultValue, double sliderMinimum, double sliderMaximum)
{
    return {.name = name,
            .defaultValue = defaultValue,
            .minimum = -kLargestParameter,
            .maximum = kLargestParameter,
            .scale = Scale::Linear,
            .sliderMinimum = sliderMinimum,
            .sliderMaximum = sliderMaximum};
}

constexpr std::array kLeakyParameters{slope("negative_slope", 0.01)};
constexpr std::array kPreluParameters{slope("initial_slope", 0.25),
                                      ParameterInfo{.name = "per_unit", .scale = Scale::Boolean}};
constexpr std::array kRreluParameters{slope("lower", 1.0 / 8), slope("upper", 1.0 / 3)};
constexpr std::array kThresholdParameters{linear("threshold", 0, -3, 3), linear("value", 0, -3, 3)};
constexpr std::array kEluParameters{linear("alpha", 1, 0, 3)};
constexpr std::array kCeluParameters{ParameterInfo{.name = "alpha",
                                                   .defaultValue = 1,
                                                   .minimum = 1e-6,
                                                   .maximum = 1e6,
                                                   .scale = Scale::Linear,
                                                   .sliderMinimum = 0.05,
                                                   .sliderMaximum = 3}};
constexpr std::array kSwishParameters{linear("beta", 1, -2, 5)};
constexpr std::array kSoftplusParameters{ParameterInfo{.name = "beta",
                                                       .defaultValue = 1,
                                                       .minimum = 1e-6,
                                                       .maximum = 1e6,
                                                       .scale = Scale::Logarithmic,
                                                       .sliderMinimum = 0.1,
                                                       .sliderMaximum = 20}};
constexpr std::array kSquareplusParameters{ParameterInfo{.name = "b",
                                                         .defaultValue = 4,
                                                         .minimum = 0,
                                                         .maximum = kLargestParameter,
                                                         .scale = Scale::Fine,
                                                         .sliderMinimum = 0,
                                                         .sliderMaximum = 20}};

SaturationRange saturationOfElu(const Parameters& p)
{
    // A small alpha makes the whole left side weak.
    return {.lower = std::min(0.0, std::log(0.1 / std::abs(static_cast<double>(p[0]))))};
}

SaturationRange saturationOfSwish(const Parameters& p)
{
    // With beta < 0 the left side is the one that passes; with beta = 0 both do.
    return p[0] > 0 ? SaturationRange{.lower = kSiluTail / static_cast<double>(p[0])} : SaturationRange{};
}

constexpr std::array kRectifiers{
    ActivationInfo{.id = "relu",
                   .name = "ReLU",
                   .formula = "max(0, z)",
                   .derivative = "1 if z > 0, else 0",
                   .negativeSideIsWeak = true,
                   .range = "[0, ∞)",
                   .kinks = "0",
                   .vanishing = "z ≤ 0",
                   .initializer = "he_normal",
                   .pytorch = "torch.nn.ReLU()",
                   .paper = "Nair, Hinton: Rectified Linear Units Improve Restricted Boltzmann Machines (2010)",
                   .kernel = formulas::kPlaceOf<formulas::Relu>},
    ActivationInfo{.id = "relu6",
                   .name = "ReLU6",
                   .formula = "min(max(0, z), 6)",
                   .derivative = "1 if 0 < z < 6, else 0",
                   .tails = Tails::Right,
                   .saturation = [](const Parameters&) -> SaturationRange { return {.upper = 6}; },
                   .negativeSideIsWeak = true,
                   .range = "[0, 6]",
                   .kinks = "0, 6",
                   .vanishing = "z ≤ 0, z ≥ 6",
                   .initializer = "he_normal",
                   .pytorch = "torch.nn.ReLU6()",
                   .paper = "Krizhevsky: Convolutional Deep Belief Networks on CIFAR-10 (2010)",
                   .kernel = formulas::kPlaceOf<formulas::Relu6>},
    ActivationInfo{.id = "leaky_relu",
                   .name = "Leaky ReLU",
                   .formula = "z if z > 0, else negative_slope · z",
                   .derivative = "1 if z > 0, else negative_slope",
                   .parameters = kLeakyParameters,
                   .negativeSideIsWeak = true,
                   .range = "(−∞, ∞)",
                   .kinks = "0",
                   .initializer = "he_normal",
                   .pytorch = "torch.nn.LeakyReLU(negative_slope)",
                   .paper = "Maas, Hannun, Ng: Rectifier Nonlinearities Improve Neural Network Acoustic Models (2013)",
                   .kernel = formulas::kPlaceOf<formulas::LeakyRelu>},
    ActivationInfo{.id = "prelu",
                   .name = "PReLU",
                   .formula = "z if z > 0, else slope · z, slope learned",
                   .derivative = "1 if z > 0, else slope",
                   .parameters = kPreluParameters,
                   .negativeSideIsWeak = true,
                   .slopeIsLearned = true,
                   .range = "(−∞, ∞)",
                   .kinks = "0",
                   .initializer = "he_normal",
                   .pytorch = "torch.nn.PReLU(slopes, init=initial_slope)",
                   .paper = "He, Zhang, Ren, Sun: Delving Deep into Rectifiers (2015)",
                   .kernel = formulas::kPlaceOf<formulas::LeakyRelu>},
    ActivationInfo{.id = "rrelu",
                   .name = "RReLU",
                   .formula = "z if z > 0, else (lower + upper) / 2 · z, in training a random slope between both",
                   .derivative = "1 if z > 0, else (lower + upper) / 2",
                   .parameters = kRreluParameters,
                   .negativeSideIsWeak = true,
                   .slopeIsRandom = true,
                   .range = "(−∞, ∞)",
                   .kinks = "0",
                   .initializer = "he_normal",
                   .pytorch = "torch.nn.RReLU(lower, upper)",
                   .paper = "Xu, Wang, Chen, Li: Empirical Evaluation of Rectified Activations in Convolutional "
                            "Network (2015)",
                   .kernel = formulas::kPlaceOf<formulas::MeanSlope>},
    ActivationInfo{.id = "threshold",
                   .name = "Threshold",
                   .formula = "z if z > threshold, else value",
                   .derivative = "1 if z > threshold, else 0",
                   .parameters = kThresholdParameters,
                   .negativeSideIsWeak = true,
                   .range = "{value} ∪ (threshold, ∞)",
                   .kinks = "threshold (where f jumps, too, unless value = threshold)",
                   .vanishing = "z ≤ threshold",
                   .initializer = "he_normal",
                   .pytorch = "torch.nn.Threshold(threshold, value)",
                   .paper = "Konda, Memisevic, Krueger: Zero-Bias Autoencoders and the Benefits of Co-Adapting "
                            "Features (2015)",
                   .kernel = formulas::kPlaceOf<formulas::Threshold>},
    ActivationInfo{.id = "elu",
                   .name = "ELU",
                   .formula = "z if z > 0, else alpha · (e^z − 1)",
                   .derivative = "1 if z > 0, else alpha · e^z",
                   .parameters = kEluParameters,
                   .tails = Tails::Left,
                   .saturation = saturationOfElu,
                   .negativeSideIsWeak = true,
                   .range = "(−alpha, ∞)",
                   .kinks = "0 unless alpha = 1",
                   .vanishing = "z → −∞",
                   .initializer = "he_normal",
                   .pytorch = "torch.nn.ELU(alpha)",
                   .paper = "Clevert, Unterthiner, Hochreiter: Fast and Accurate Deep Network Learning by Exponential "
                            "Linear Units (2016)",
                   .kernel = formulas::kPlaceOf<formulas::Elu>},
    ActivationInfo{.id = "celu",
                   .name = "CELU",
                   .formula = "z if z > 0, else alpha · (e^(z / alpha) − 1)",
                   .derivative = "1 if z > 0, else e^(z / alpha)",
                   .parameters = kCeluParameters,
                   .tails = Tails::Left,
                   .saturation = [](const Parameters& p) -> SaturationRange {
                       return {.lower = static_cast<double>(p[0]) * -2.302585092994046};
                   },
                   .negativeSideIsWeak = true,
                   .range = "(−alpha, ∞)",
                   .vanishing = "z → −∞",
                   .initializer = "he_normal",
                   .pytorch = "torch.nn.CELU(alpha)",
                   .paper = "Barron: Continuously Differentiable Exponential Linear Units (2017)",
                   .kernel = formulas::kPlaceOf<formulas::Celu>},
    ActivationInfo{.id = "selu",
                   .name = "SELU",
                   .formula = "1.0507 · (z if z > 0, else 1.67326 · (e^z − 1))",
                   .derivative = "1.0507 if z > 0, else 1.75810 · e^z",
                   .tails = Tails::Left,
                   .saturation = [](const Parameters&) -> SaturationRange { return {.lower = -2.8173608501130704}; },
                   .negativeSideIsWeak = true,
                   .range = "(−1.75810, ∞)",
                   .kinks = "0",
                   .vanishing = "z → −∞",
                   .initializer = "lecun_normal",
                   .pytorch = "torch.nn.SELU()",
                   .paper = "Klambauer, Unterthiner, Mayr, Hochreiter: Self-Normalizing Neural Networks (2017)",
                   .kernel = formulas::kPlaceOf<formulas::Selu>},
    ActivationInfo{.id = "gelu",
                   .name = "GELU",
                   .formula = "z · Φ(z)",
                   .derivative = "Φ(z) + z · φ(z)",
                   .tails = Tails::Left,
                   .saturation = [](const Parameters&) -> SaturationRange { return {.lower = kGeluTail}; },
                   .negativeSideIsWeak = true,
                   .range = "[−0.16997, ∞)",
                   .monotone = false,
                   .vanishing = "z → −∞, z ≈ −0.75179",
                   .initializer = "he_normal",
                   .pytorch = "torch.nn.GELU()",
                   .paper = "Hendrycks, Gimpel: Gaussian Error Linear Units (2016)",
                   .kernel = formulas::kPlaceOf<formulas::Gelu>},
    ActivationInfo{.id = "gelu_tanh",
                   .name = "GELU, by tanh",
                   .formula = "z / 2 · (1 + tanh(√(2 / π) · (z + 0.044715 z³)))",
                   .derivative = "f(z) / z + f(z) · (1 − f(z) / z) · (1.59577 + 0.214064 z²)",
                   .tails = Tails::Left,
                   .saturation = [](const Parameters&) -> SaturationRange { return {.lower = kGeluTanhTail}; },
                   .negativeSideIsWeak = true,
                   .range = "[−0.17004, ∞)",
                   .monotone = false,
                   .vanishing = "z → −∞, z ≈ −0.75246",
                   .initializer = "he_normal",
                   .pytorch = "torch.nn.GELU(approximate=\"tanh\")",
                   .paper = "Hendrycks, Gimpel: Gaussian Error Linear Units (2016)",
                   .kernel = formulas::kPlaceOf<formulas::GeluTanh>},
    ActivationInfo{.id = "silu",
                   .name = "SiLU",
                   .formula = "z / (1 + e^−z)",
                   .derivative = "s(z) · (1 + z · (1 − s(z)))",
                   .tails = Tails::Left,
                   .saturation = [](const Parameters&) -> SaturationRange { return {.lower = kSiluTail}; },
                   .negativeSideIsWeak = true,
                   .range = "[−0.27846, ∞)",
                   .monotone = false,
                   .vanishing = "z → −∞, z ≈ −1.27846",
                   .initializer = "he_normal",
                   .pytorch = "torch.nn.SiLU()",
                   .paper = "Elfwing, Uchibe, Doya: Sigmoid-Weighted Linear Units for Neural Network Function "
                            "Approximation in Reinforcement Learning (2018)",
                   .kernel = formulas::kPlaceOf<formulas::Silu>},
    ActivationInfo{.id = "swish",
                   .name = "Swish",
                   .formula = "z / (1 + e^(−beta · z))",
                   .derivative = "s(beta · z) · (1 + beta · z · (1 − s(beta · z)))",
                   .parameters = kSwishParameters,
                   .tails = Tails::Left,
                   .saturation = saturationOfSwish,
                   .negativeSideIsWeak = true,
                   .range = "[−0.27846 / beta, ∞)",
                   .monotone = false,
                   .vanishing = "beta · z → −∞, beta · z ≈ −1.27846",
                   .initializer = "he_normal",
                   .pytorch = "z * torch.sigmoid(beta * z)",
                   .paper = "Ramachandran, Zoph, Le: Searching for Activation Functions (2017)",
                   .kernel = formulas::kPlaceOf<formulas::Swish>},
    ActivationInfo{.id = "hard_swish",
                   .name = "Hard swish",
                   .formula = "z · clip(z / 6 + 1 / 2, 0, 1)",
                   .derivative = "0 if z < −3, z / 3 + 1 / 2 if z ≤ 3, else 1",
                   .tails = Tails::Left,
                   .saturation = [](const Parameters&) -> SaturationRange { return {.lower = -3}; },
                   .negativeSideIsWeak = true,
                   .range = "[−0.375, ∞)",
                   .monotone = false,
                   .kinks = "−3, 3",
                   .vanishing = "z < −3, z = −1.5",
                   .initializer = "he_normal",
                   .pytorch = "torch.nn.Hardswish()",
                   .paper = "Howard, Sandler, Chu, et al.: Searching for MobileNetV3 (2019)",
                   .kernel = formulas::kPlaceOf<formulas::HardSwish>},
    ActivationInfo{.id = "mish",
                   .name = "Mish",
                   .formula = "z · tanh(ln(1 + e^z))",
                   .derivative = "tanh(ln(1 + e^z)) + z · s(z) · sech²(ln(1 + e^z))",
                   .tails = Tails::Left,
                   .saturation = [](const Parameters&) -> SaturationRange { return {.lower = kMishTail}; },
                   .negativeSideIsWeak = true,
                   .range = "[−0.30884, ∞)",
                   .monotone = false,
                   .vanishing = "z → −∞, z ≈ −1.19243",
                   .initializer = "he_normal",
                   .pytorch = "torch.nn.Mish()",
                   .paper = "Misra: Mish: A Self Regularized Non-Monotonic Activation Function (2020)",
                   .kernel = formulas::kPlaceOf<formulas::Mish>},
    ActivationInfo{.id = "softplus",
                   .name = "Softplus",
                   .formula = "ln(1 + e^(beta · z)) / beta",
                   .derivative = "1 / (1 + e^(−beta · z))",
                   .parameters = kSoftplusParameters,
                   .tails = Tails::Left,
                   .saturation = [](const Parameters& p) -> SaturationRange {
                       return {.lower = -2.9444389791664403 / static_cast<double>(p[0])};
                   },
                   .negativeSideIsWeak = true,
                   .range = "(0, ∞)",
                   .vanishing = "z → −∞",
                   .initializer = "he_normal",
                   .pytorch = "torch.nn.Softplus(beta)",
                   .paper = "Dugas, Bengio, Bélisle, Nadeau, Garcia: Incorporating Second-Order Functional Knowledge "
                            "for Better Option Pricing (2000)",
                   .kernel = formulas::kPlaceOf<formulas::Softplus>},
    ActivationInfo{.id = "squareplus",
                   .name = "Squareplus",
                   .formula = "(z + √(z² + b)) / 2",
                   .derivative = "(1 + z / √(z² + b)) / 2",
                   .parameters = kSquareplusParameters,
                   .tails = Tails::Left,
                   .saturation = [](const Parameters& p) -> SaturationRange {
                       return {.lower = -2.064741604835056 * std::sqrt(static_cast<double>(p[0]))};
                   },
                   .negativeSideIsWeak = true,
                   .range = "(0, ∞)",
                   .kinks = "0 if b = 0",
                   .vanishing = "z → −∞",
                   .initializer = "he_normal",
                   .pytorch = "(z + torch.sqrt(z * z + b)) / 2",
                   .paper = "Barron: Squareplus: A Softplus-Like Algebraic Rectifier (2021)",
                   .kernel = formulas::kPlaceOf<formulas::Squareplus>},
};

} // namespace

std::span<const ActivationInfo> rectifyingActivations()
{
    return kRectifiers;
}

} // namespace core

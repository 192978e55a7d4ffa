// SPDX-License-Identifier: GPL-3.0-or-later
// Rows of the activation catalogue: the functions without a bend, with one step, or with a ceiling and a floor.
#include "core/nn/ActivationCatalogue.h"
#include "core/nn/kernels/ActivationKernels.h"

#include <numbers>

namespace core
{

namespace
{

using Parameters = ActivationInfo::Parameters;

constexpr double kSigmoidTail = 3.6368929184641337; // s(1 − s) = 1/40
constexpr double kRootOfTen = 3.1622776601683795;

constexpr std::array kHardTanhParameters{ParameterInfo{.name = "min_val",
                                                       .defaultValue = -1,
                                                       .minimum = -kLargestParameter,
                                                       .maximum = kLargestParameter,
                                                       .scale = Scale::Linear,
                                                       .sliderMinimum = -5,
                                                       .sliderMaximum = 0},
                                         ParameterInfo{.name = "max_val",
                                                       .defaultValue = 1,
                                                       .minimum = -kLargestParameter,
                                                       .maximum = kLargestParameter,
                                                       .scale = Scale::Linear,
                                                       .sliderMinimum = 0,
                                                       .sliderMaximum = 5}};

SaturationRange saturationOfHardTanh(const Parameters& p)
{
    // Where the bounds cross there is no slope, and so no tail.
    if (!(p[0] < p[1]))
        return {};
    return {static_cast<double>(p[0]), static_cast<double>(p[1])};
}

constexpr std::array kSquashing{
    ActivationInfo{.id = "identity",
                   .name = "Identity",
                   .formula = "z",
                   .derivative = "1",
                   .range = "(−∞, ∞)",
                   .initializer = "xavier_normal",
                   .pytorch = "torch.nn.Identity()",
                   .paper = "–",
                   .kernel = formulas::kPlaceOf<formulas::Identity>},
    ActivationInfo{.id = "step",
                   .name = "Step",
                   .formula = "1 if z > 0, else 0",
                   .derivative = "0",
                   .isFlat = true,
                   .range = "{0, 1}",
                   .kinks = "0 (where f itself jumps)",
                   .vanishing = "everywhere",
                   .initializer = "xavier_normal",
                   .pytorch = "(z > 0).float() + 0 * z",
                   .paper = "McCulloch, Pitts: A Logical Calculus of the Ideas Immanent in Nervous Activity (1943)",
                   .kernel = formulas::kPlaceOf<formulas::Step>},
    ActivationInfo{.id = "sigmoid",
                   .name = "Sigmoid",
                   .formula = "1 / (1 + e^−z)",
                   .derivative = "s(z) · (1 − s(z))",
                   .tails = Tails::Both,
                   .saturation = [](const Parameters&) -> SaturationRange {
                       return {-kSigmoidTail, kSigmoidTail};
                   },
                   .range = "(0, 1)",
                   .vanishing = "z → −∞, z → ∞",
                   .initializer = "xavier_normal",
                   .pytorch = "torch.nn.Sigmoid()",
                   .paper = "Rumelhart, Hinton, Williams: Learning representations by back-propagating errors (1986)",
                   .kernel = formulas::kPlaceOf<formulas::Sigmoid>},
    ActivationInfo{.id = "hard_sigmoid",
                   .name = "Hard sigmoid",
                   .formula = "clip(z / 6 + 1 / 2, 0, 1)",
                   .derivative = "1 / 6 if −3 < z < 3, else 0",
                   .tails = Tails::Both,
                   .saturation = [](const Parameters&) -> SaturationRange {
                       return {-3, 3};
                   },
                   .range = "[0, 1]",
                   .kinks = "−3, 3",
                   .vanishing = "z ≤ −3, z ≥ 3",
                   .initializer = "xavier_normal",
                   .pytorch = "torch.nn.Hardsigmoid()",
                   .paper = "Howard, Sandler, Chu, et al.: Searching for MobileNetV3 (2019)",
                   .kernel = formulas::kPlaceOf<formulas::HardSigmoid>},
    ActivationInfo{.id = "log_sigmoid",
                   .name = "Log-sigmoid",
                   .formula = "−ln(1 + e^−z)",
                   .derivative = "1 / (1 + e^z)",
                   .tails = Tails::Right,
                   .saturation = [](const Parameters&) -> SaturationRange { return {.upper = 2.1972245773362196}; },
                   .range = "(−∞, 0)",
                   .vanishing = "z → ∞",
                   .initializer = "xavier_normal",
                   .pytorch = "torch.nn.LogSigmoid()",
                   .paper = "–",
                   .kernel = formulas::kPlaceOf<formulas::LogSigmoid>},
    ActivationInfo{.id = "tanh",
                   .name = "Tanh",
                   .formula = "tanh z",
                   .derivative = "1 − tanh² z",
                   .tails = Tails::Both,
                   .saturation = [](const Parameters&) -> SaturationRange {
                       return {-kSigmoidTail / 2, kSigmoidTail / 2};
                   },
                   .range = "(−1, 1)",
                   .vanishing = "z → −∞, z → ∞",
                   .initializer = "xavier_normal",
                   .pytorch = "torch.nn.Tanh()",
                   .paper = "LeCun, Bottou, Orr, Müller: Efficient BackProp (1998)",
                   .kernel = formulas::kPlaceOf<formulas::Tanh>},
    ActivationInfo{.id = "hard_tanh",
                   .name = "Hard tanh",
                   .formula = "clip(z, min_val, max_val)",
                   .derivative = "1 if min_val < z < max_val, else 0",
                   .parameters = kHardTanhParameters,
                   .tails = Tails::Both,
                   .saturation = saturationOfHardTanh,
                   .range = "[min_val, max_val]",
                   .kinks = "min_val, max_val",
                   .vanishing = "z ≤ min_val, z ≥ max_val",
                   .initializer = "xavier_normal",
                   .pytorch = "torch.nn.Hardtanh(min_val, max_val)",
                   .paper =
                       "Collobert, Weston, Bottou, et al.: Natural Language Processing (Almost) from Scratch (2011)",
                   .kernel = formulas::kPlaceOf<formulas::Clip>},
    ActivationInfo{.id = "softsign",
                   .name = "Softsign",
                   .formula = "z / (1 + |z|)",
                   .derivative = "1 / (1 + |z|)²",
                   .tails = Tails::Both,
                   .saturation = [](const Parameters&) -> SaturationRange {
                       return {1 - kRootOfTen, kRootOfTen - 1};
                   },
                   .range = "(−1, 1)",
                   .vanishing = "z → −∞, z → ∞",
                   .initializer = "xavier_normal",
                   .pytorch = "torch.nn.Softsign()",
                   .paper = "Bergstra, Desjardins, Lamblin, Bengio: Quadratic Polynomials Learn Better Image Features "
                            "(2009)",
                   .kernel = formulas::kPlaceOf<formulas::Softsign>},
    ActivationInfo{.id = "arctan",
                   .name = "Arctangent",
                   .formula = "arctan z",
                   .derivative = "1 / (1 + z²)",
                   .tails = Tails::Both,
                   .saturation = [](const Parameters&) -> SaturationRange {
                       return {-3, 3};
                   },
                   .range = "(−π/2, π/2)",
                   .vanishing = "z → −∞, z → ∞",
                   .initializer = "xavier_normal",
                   .pytorch = "torch.atan(z)",
                   .paper = "–",
                   .kernel = formulas::kPlaceOf<formulas::Arctan>},
    ActivationInfo{.id = "tanhshrink",
                   .name = "Tanhshrink",
                   .formula = "z − tanh z",
                   .derivative = "tanh² z",
                   .range = "(−∞, ∞)",
                   .vanishing = "z = 0",
                   .initializer = "xavier_normal",
                   .pytorch = "torch.nn.Tanhshrink()",
                   .paper = "–",
                   .kernel = formulas::kPlaceOf<formulas::Tanhshrink>},
};

} // namespace

std::span<const ActivationInfo> squashingActivations()
{
    return kSquashing;
}

} // namespace core

// SPDX-License-Identifier: GPL-3.0-or-later
// Rows of the activation catalogue: what neither squashes nor rectifies.
#include "core/nn/ActivationCatalogue.h"
#include "core/nn/kernels/ActivationKernels.h"

namespace core
{

namespace
{

using Parameters = ActivationInfo::Parameters;

constexpr double kGaussianTail = 1.9542712283603078; // 2z e^(−z²) falls to 0.1 of its maximum

constexpr std::array kShrinkParameters{ParameterInfo{.name = "lambda",
                                                     .defaultValue = 0.5,
                                                     .minimum = 0,
                                                     .maximum = kLargestParameter,
                                                     .scale = Scale::Linear,
                                                     .sliderMinimum = 0,
                                                     .sliderMaximum = 3}};
constexpr std::array kSineParameters{ParameterInfo{.name = "omega",
                                                   .defaultValue = 1,
                                                   .minimum = 0,
                                                   .maximum = kLargestParameter,
                                                   .scale = Scale::Logarithmic,
                                                   .sliderMinimum = 0.1,
                                                   .sliderMaximum = 30}};

constexpr ParameterInfo typedParameter(std::string_view name)
{
    return {.name = name,
            .defaultValue = 1,
            .minimum = -kLargestParameter,
            .maximum = kLargestParameter,
            .scale = Scale::Linear,
            .sliderMinimum = -3,
            .sliderMaximum = 3};
}
constexpr std::array kCustomParameters{typedParameter("a"), typedParameter("b"), typedParameter("c")};

constexpr std::array kOthers{
    ActivationInfo{.id = "softshrink",
                   .name = "Softshrink",
                   .formula = "z − lambda if z > lambda, z + lambda if z < −lambda, else 0",
                   .derivative = "1 if |z| > lambda, else 0",
                   .parameters = kShrinkParameters,
                   .range = "(−∞, ∞)",
                   .kinks = "−lambda, lambda",
                   .vanishing = "−lambda ≤ z ≤ lambda",
                   .initializer = "xavier_normal",
                   .pytorch = "torch.nn.Softshrink(lambd=lambda)",
                   .paper = "Donoho: De-Noising by Soft-Thresholding (1995)",
                   .kernel = formulas::kPlaceOf<formulas::Softshrink>},
    ActivationInfo{.id = "hardshrink",
                   .name = "Hardshrink",
                   .formula = "z if |z| > lambda, else 0",
                   .derivative = "1 if |z| > lambda, else 0",
                   .parameters = kShrinkParameters,
                   .range = "(−∞, −lambda) ∪ {0} ∪ (lambda, ∞)",
                   .kinks = "−lambda, lambda (where f itself jumps)",
                   .vanishing = "−lambda ≤ z ≤ lambda",
                   .initializer = "xavier_normal",
                   .pytorch = "torch.nn.Hardshrink(lambd=lambda)",
                   .paper = "Donoho, Johnstone: Ideal Spatial Adaptation by Wavelet Shrinkage (1994)",
                   .kernel = formulas::kPlaceOf<formulas::Hardshrink>},
    ActivationInfo{.id = "sine",
                   .name = "Sine",
                   .formula = "sin(omega · z)",
                   .derivative = "omega · cos(omega · z)",
                   .parameters = kSineParameters,
                   .range = "[−1, 1]",
                   .monotone = false,
                   .vanishing = "omega · z = ±π/2, ±3π/2, …",
                   .initializer = "he_uniform",
                   .pytorch = "torch.sin(omega * z)",
                   .paper = "Sitzmann, Martel, Bergman, Lindell, Wetzstein: Implicit Neural Representations with "
                            "Periodic Activation Functions (2020)",
                   .kernel = formulas::kPlaceOf<formulas::Sine>},
    ActivationInfo{.id = "gaussian",
                   .name = "Gaussian",
                   .formula = "e^(−z²)",
                   .derivative = "−2 z · e^(−z²)",
                   .tails = Tails::Both,
                   .saturation = [](const Parameters&) -> SaturationRange {
                       return {-kGaussianTail, kGaussianTail};
                   },
                   .range = "(0, 1]",
                   .monotone = false,
                   .vanishing = "z = 0, z → −∞, z → ∞",
                   .initializer = "xavier_normal",
                   .pytorch = "torch.exp(-z * z)",
                   .paper = "Broomhead, Lowe: Multivariable Functional Interpolation and Adaptive Networks (1988)",
                   .kernel = formulas::kPlaceOf<formulas::Gaussian>},
    ActivationInfo{.id = "abs",
                   .name = "Absolute value",
                   .formula = "|z|",
                   .derivative = "1 if z > 0, −1 if z < 0, else 0",
                   .range = "[0, ∞)",
                   .monotone = false,
                   .kinks = "0",
                   .vanishing = "z = 0",
                   .initializer = "xavier_normal",
                   .pytorch = "torch.abs(z)",
                   .paper = "Jarrett, Kavukcuoglu, Ranzato, LeCun: What Is the Best Multi-Stage Architecture for "
                            "Object Recognition? (2009)",
                   .kernel = formulas::kPlaceOf<formulas::Abs>},
    ActivationInfo{.id = "bent_identity",
                   .name = "Bent identity",
                   .formula = "(√(z² + 1) − 1) / 2 + z",
                   .derivative = "z / (2 · √(z² + 1)) + 1",
                   .range = "(−∞, ∞)",
                   .initializer = "xavier_normal",
                   .pytorch = "(torch.sqrt(z * z + 1) - 1) / 2 + z",
                   .paper = "–",
                   .kernel = formulas::kPlaceOf<formulas::BentIdentity>},
    ActivationInfo{.id = "exponential",
                   .name = "Exponential",
                   .formula = "e^z",
                   .derivative = "e^z",
                   .tails = Tails::Left,
                   .saturation = [](const Parameters&) -> SaturationRange { return {.lower = -2.302585092994046}; },
                   .negativeSideIsWeak = true,
                   .range = "(0, ∞)",
                   .vanishing = "z → −∞",
                   .initializer = "xavier_normal",
                   .pytorch = "torch.exp(z)",
                   .paper = "–",
                   .kernel = formulas::kPlaceOf<formulas::Exponential>},
    ActivationInfo{.id = "custom",
                   .name = "Custom",
                   .formula = "the formula that you type",
                   .derivative = "its derivative, exact",
                   .parameters = kCustomParameters,
                   .isTyped = true,
                   .initializer = "xavier_normal",
                   .paper = "–"},
};

} // namespace

std::span<const ActivationInfo> otherActivations()
{
    return kOthers;
}

} // namespace core

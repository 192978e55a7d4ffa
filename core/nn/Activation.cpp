// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nn/Activation.h"

#include "core/nn/ActivationFormulas.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>
#include <cstring>
#include <limits>
#include <vector>

namespace core
{

namespace
{

using vectormath::kPackSize;
using vectormath::Pack;

Pack load(const Scalar* from)
{
    Pack pack{};
    std::memcpy(&pack, from, sizeof(Pack));
    return pack;
}

void store(Scalar* to, Pack pack)
{
    std::memcpy(to, &pack, sizeof(Pack));
}

/// One pass over the values, a register at a time; the rest at the end goes through a padded register, so that a
/// value's bits do not depend on where it stands.
template <class Formula, bool withF, bool withDf>
void pass(const Scalar* z, Scalar* f, Scalar* df, Index count, const Pack* parameters)
{
    const auto compute = [&](Pack x, Scalar* fTo, Scalar* dfTo) {
        const auto pair = Formula::at(x, parameters);
        const auto isNan = x != x; // NaN goes through every formula NOLINT(misc-redundant-expression)
        if constexpr (withF)
            store(fTo, vectormath::select(isNan, x, pair.f));
        if constexpr (withDf)
            store(dfTo, vectormath::select(isNan, x, pair.df));
    };
    Index i = 0;
    for (; i + kPackSize <= count; i += kPackSize)
        compute(load(z + i), withF ? f + i : nullptr, withDf ? df + i : nullptr);
    if (i == count)
        return;
    std::array<Scalar, kPackSize> padded{};
    std::array<Scalar, kPackSize> fRest{};
    std::array<Scalar, kPackSize> dfRest{};
    std::copy(z + i, z + count, padded.begin());
    compute(load(padded.data()), fRest.data(), dfRest.data());
    if constexpr (withF)
        std::copy_n(fRest.begin(), count - i, f + i);
    if constexpr (withDf)
        std::copy_n(dfRest.begin(), count - i, df + i);
}

template <class Formula>
void kernel(const Scalar* z, Scalar* f, Scalar* df, Index count, const ActivationInfo::Parameters& parameters)
{
    std::array<Pack, ActivationInfo::kMaxParameters> packs{};
    for (std::size_t i = 0; i < packs.size(); ++i)
        packs[i] = vectormath::constant<Pack>(parameters[i]);
    if (f && df)
        pass<Formula, true, true>(z, f, df, count, packs.data());
    else if (f)
        pass<Formula, true, false>(z, f, df, count, packs.data());
    else if (df)
        pass<Formula, false, true>(z, f, df, count, packs.data());
}

constexpr double kLargest = std::numeric_limits<float>::max();

constexpr std::array kLeakyParameters{ParameterInfo{.name = "negative_slope",
                                                    .defaultValue = 0.01,
                                                    .minimum = -kLargest,
                                                    .maximum = kLargest,
                                                    .scale = Scale::Fine,
                                                    .sliderMinimum = 0,
                                                    .sliderMaximum = 1}};
constexpr std::array kPreluParameters{ParameterInfo{.name = "initial_slope",
                                                    .defaultValue = 0.25,
                                                    .minimum = -kLargest,
                                                    .maximum = kLargest,
                                                    .scale = Scale::Fine,
                                                    .sliderMinimum = 0,
                                                    .sliderMaximum = 1}};
constexpr std::array kEluParameters{ParameterInfo{.name = "alpha",
                                                  .defaultValue = 1,
                                                  .minimum = -kLargest,
                                                  .maximum = kLargest,
                                                  .scale = Scale::Linear,
                                                  .sliderMinimum = 0,
                                                  .sliderMaximum = 3}};

constexpr std::array kCatalogue{
    ActivationInfo{.id = "identity",
                   .name = "Identity",
                   .formula = "z",
                   .derivative = "1",
                   .range = "(−∞, ∞)",
                   .initializer = "xavier_normal",
                   .pytorch = "torch.nn.Identity()",
                   .paper = "–",
                   .kernel = kernel<formulas::Identity>},
    ActivationInfo{.id = "sigmoid",
                   .name = "Sigmoid",
                   .formula = "1 / (1 + e^−z)",
                   .derivative = "s(z) · (1 − s(z))",
                   .tails = Tails::Both,
                   .range = "(0, 1)",
                   .vanishing = "z → −∞, z → ∞",
                   .initializer = "xavier_normal",
                   .pytorch = "torch.nn.Sigmoid()",
                   .paper = "Rumelhart, Hinton, Williams: Learning representations by back-propagating errors (1986)",
                   .kernel = kernel<formulas::Sigmoid>},
    ActivationInfo{.id = "tanh",
                   .name = "Tanh",
                   .formula = "tanh z",
                   .derivative = "1 − tanh² z",
                   .tails = Tails::Both,
                   .range = "(−1, 1)",
                   .vanishing = "z → −∞, z → ∞",
                   .initializer = "xavier_normal",
                   .pytorch = "torch.nn.Tanh()",
                   .paper = "LeCun, Bottou, Orr, Müller: Efficient BackProp (1998)",
                   .kernel = kernel<formulas::Tanh>},
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
                   .kernel = kernel<formulas::Relu>},
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
                   .kernel = kernel<formulas::LeakyRelu>},
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
                   .pytorch = "torch.nn.PReLU(1, initial_slope)",
                   .paper = "He, Zhang, Ren, Sun: Delving Deep into Rectifiers (2015)",
                   .kernel = kernel<formulas::LeakyRelu>},
    ActivationInfo{.id = "elu",
                   .name = "ELU",
                   .formula = "z if z > 0, else alpha · (e^z − 1)",
                   .derivative = "1 if z > 0, else alpha · e^z",
                   .parameters = kEluParameters,
                   .tails = Tails::Left,
                   .negativeSideIsWeak = true,
                   .range = "(−alpha, ∞)",
                   .kinks = "0 unless alpha = 1",
                   .vanishing = "z → −∞",
                   .initializer = "he_normal",
                   .pytorch = "torch.nn.ELU(alpha)",
                   .paper = "Clevert, Unterthiner, Hochreiter: Fast and Accurate Deep Network Learning by Exponential "
                            "Linear Units (2016)",
                   .kernel = kernel<formulas::Elu>},
    ActivationInfo{.id = "selu",
                   .name = "SELU",
                   .formula = "1.0507 · (z if z > 0, else 1.67326 · (e^z − 1))",
                   .derivative = "1.0507 if z > 0, else 1.75810 · e^z",
                   .tails = Tails::Left,
                   .negativeSideIsWeak = true,
                   .range = "(−1.75810, ∞)",
                   .kinks = "0",
                   .vanishing = "z → −∞",
                   .initializer = "lecun_normal",
                   .pytorch = "torch.nn.SELU()",
                   .paper = "Klambauer, Unterthiner, Mayr, Hochreiter: Self-Normalizing Neural Networks (2017)",
                   .kernel = kernel<formulas::Selu>},
};

} // namespace

std::span<const ActivationInfo> activationCatalogue()
{
    return kCatalogue;
}

ActivationFunction::ActivationFunction(const Choice& choice)
    : m_info(findRow(activationCatalogue(), choice.kind))
{
    assert(m_info);
    const std::vector<double> values = parameterValues(m_info->parameters, choice.parameters);
    std::transform(values.begin(), values.end(), m_parameters.begin(),
                   [](double value) { return static_cast<Scalar>(value); });
}

void ActivationFunction::evaluate(std::span<const Scalar> z, std::span<Scalar> f, std::span<Scalar> df) const
{
    assert(f.empty() || f.size() == z.size());
    assert(df.empty() || df.size() == z.size());
    m_info->kernel(z.data(), f.empty() ? nullptr : f.data(), df.empty() ? nullptr : df.data(),
                   static_cast<Index>(z.size()), m_parameters);
}

ActivationFunction ActivationFunction::withLearnedSlope(Scalar slope) const
{
    ActivationFunction function = *this;
    if (m_info->slopeIsLearned)
        function.m_parameters[0] = slope;
    return function;
}

double ActivationFunction::derivativeAt(double z) const
{
    const auto x = static_cast<Scalar>(z);
    Scalar df = 0;
    evaluate({&x, 1}, {}, {&df, 1});
    return static_cast<double>(df);
}

SaturationRange ActivationFunction::saturationRange() const
{
    constexpr double kInfinity = std::numeric_limits<double>::infinity();
    SaturationRange range{-kInfinity, kInfinity};
    if (m_info->tails == Tails::None)
        return range;

    // The kernel over a grid finds the bracket, bisection the place.
    constexpr double kSearch = 50;
    constexpr Index kPoints = 4001;
    std::vector<Scalar> z(kPoints);
    std::vector<Scalar> df(kPoints);
    for (Index i = 0; i < kPoints; ++i)
        z[static_cast<std::size_t>(i)] =
            static_cast<Scalar>(-kSearch + 2 * kSearch * static_cast<double>(i) / (kPoints - 1));
    evaluate(z, {}, df);
    double reference = 0;
    if (m_info->tails == Tails::Left)
        reference = std::abs(derivativeAt(std::numeric_limits<Scalar>::min()));
    else
        for (const Scalar slope : df)
            reference = std::max(reference, static_cast<double>(std::abs(slope)));
    const double threshold = 0.1 * reference;

    const auto reaches = [&](double at) { return std::abs(derivativeAt(at)) >= threshold; };
    const auto border = [&](double outside, double inside) {
        for (int i = 0; i < 60; ++i) {
            const double middle = (outside + inside) / 2;
            (reaches(middle) ? inside : outside) = middle;
        }
        return inside;
    };
    const auto strong = [&](Scalar slope) { return std::abs(static_cast<double>(slope)) >= threshold; };
    if (m_info->tails != Tails::Right) {
        const auto first = std::find_if(df.begin(), df.end(), strong) - df.begin();
        if (first > 0 && first < kPoints)
            range.lower = border(z[static_cast<std::size_t>(first - 1)], z[static_cast<std::size_t>(first)]);
    }
    if (m_info->tails != Tails::Left) {
        const auto last = kPoints - 1 - (std::find_if(df.rbegin(), df.rend(), strong) - df.rbegin());
        if (last >= 0 && last + 1 < kPoints)
            range.upper = border(z[static_cast<std::size_t>(last + 1)], z[static_cast<std::size_t>(last)]);
    }
    return range;
}

} // namespace core

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/ToyDatasets.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace core
{

namespace
{

constexpr double kPi = std::numbers::pi;

RawSamples twoClasses(Index samples)
{
    RawSamples raw;
    raw.inputs.resize(2, samples);
    raw.labels.resize(static_cast<std::size_t>(samples));
    raw.classNames = {"0", "1"};
    return raw;
}

void place(RawSamples& raw, Index sample, double x, double y, int label, double noise, Rng& rng)
{
    raw.inputs(0, sample) = static_cast<Scalar>(x + noise * rng.normal());
    raw.inputs(1, sample) = static_cast<Scalar>(y + noise * rng.normal());
    raw.labels[static_cast<std::size_t>(sample)] = label;
}

/// The i-th of n equal steps from 0 to 1, both ends included.
double fraction(Index i, Index n)
{
    return n > 1 ? static_cast<double>(i) / static_cast<double>(n - 1) : 0;
}

/// y = f(x) at equal steps of x, both ends included, with noise on y.
template <class Function>
RawSamples curve(Index samples, double noise, Rng& rng, double from, double to, Function f)
{
    RawSamples raw;
    raw.inputs.resize(1, samples);
    raw.targets.resize(1, samples);
    for (Index i = 0; i < samples; ++i) {
        const double middle = (from + to) / 2;
        const double x = middle + (to - from) / 2 * (2 * fraction(i, samples) - 1);
        raw.inputs(0, i) = static_cast<Scalar>(x);
        raw.targets(0, i) = static_cast<Scalar>(f(x) + noise * rng.normal());
    }
    return raw;
}

} // namespace

RawSamples makeMoons(Index samples, double noise, Rng& rng)
{
    RawSamples raw = twoClasses(samples);
    const Index outer = samples / 2;
    for (Index i = 0; i < outer; ++i) {
        const double t = kPi * fraction(i, outer);
        place(raw, i, std::cos(t), std::sin(t), 0, noise, rng);
    }
    for (Index i = 0; i < samples - outer; ++i) {
        const double t = kPi * fraction(i, samples - outer);
        place(raw, outer + i, 1 - std::cos(t), 0.5 - std::sin(t), 1, noise, rng);
    }
    return raw;
}

RawSamples makeCircles(Index samples, double noise, Rng& rng)
{
    constexpr double kInnerRadius = 0.5;
    RawSamples raw = twoClasses(samples);
    const Index outer = samples / 2;
    for (Index i = 0; i < samples; ++i) {
        const bool isOuter = i < outer;
        const Index count = isOuter ? outer : samples - outer;
        const double t = 2 * kPi * static_cast<double>(isOuter ? i : i - outer) / static_cast<double>(count);
        const double radius = isOuter ? 1 : kInnerRadius;
        place(raw, i, radius * std::cos(t), radius * std::sin(t), isOuter ? 0 : 1, noise, rng);
    }
    return raw;
}

RawSamples makeXor(Index samples, double noise, Rng& rng)
{
    RawSamples raw = twoClasses(samples);
    for (Index i = 0; i < samples; ++i) {
        const double x = rng.uniform(-1, 1);
        const double y = rng.uniform(-1, 1);
        place(raw, i, x, y, (x > 0) != (y > 0) ? 1 : 0, noise, rng);
    }
    return raw;
}

RawSamples makeSpirals(Index samples, double noise, Rng& rng)
{
    constexpr double kTurns = 1.5;
    constexpr double kRadius = 3;
    RawSamples raw = twoClasses(samples);
    const Index first = samples / 2;
    for (Index i = 0; i < samples; ++i) {
        const int label = i < first ? 0 : 1;
        const double t = label == 0 ? fraction(i, first) : fraction(i - first, samples - first);
        // From a little off the centre, where the two arms would touch.
        const double radius = kRadius * (0.08 + 0.92 * t);
        const double angle = 2 * kPi * kTurns * t + kPi * label;
        place(raw, i, radius * std::cos(angle), radius * std::sin(angle), label, noise, rng);
    }
    return raw;
}

RawSamples makeGaussians(Index samples, int classes, double noise, Rng& rng)
{
    RawSamples raw = twoClasses(samples);
    raw.classNames.clear();
    for (int label = 0; label < classes; ++label)
        raw.classNames.push_back(std::to_string(label));
    Index i = 0;
    for (int label = 0; label < classes; ++label) {
        const double angle = 2 * kPi * label / classes;
        // Where the samples cannot be shared out evenly, the first classes have one more.
        const Index count = samples / classes + (label < samples % classes ? 1 : 0);
        for (Index made = 0; made < count; ++made)
            place(raw, i++, std::cos(angle), std::sin(angle), label, noise, rng);
    }
    return raw;
}

RawSamples makeSineWave(Index samples, double noise, Rng& rng)
{
    return curve(samples, noise, rng, -kPi, kPi, [](double x) { return std::sin(x); });
}

RawSamples makeStaircase(Index samples, double noise, Rng& rng)
{
    constexpr double kEnd = 2;
    // The last point stands on the uppermost stair, not at the foot of another one.
    return curve(samples, noise, rng, -kEnd, kEnd, [](double x) { return std::min(std::floor(x), kEnd - 1); });
}

RawSamples makeBump(Index samples, double noise, Rng& rng)
{
    return curve(samples, noise, rng, -3, 3, [](double x) { return std::exp(-x * x); });
}

} // namespace core

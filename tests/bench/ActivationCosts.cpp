// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Rng.h"
#include "core/nn/Activation.h"
#include "tests/bench/Parts.h"
#include "tests/bench/ScalarFormulas.h"
#include "tests/bench/Timing.h"

#include <cstdio>
#include <functional>
#include <string>

namespace bench
{

namespace
{

constexpr std::size_t kCount = std::size_t(1) << 20U;
constexpr std::size_t kBlock = std::size_t(1) << 12U; ///< its values and results stay in the first cache

/// Nanoseconds an element: the best of the rounds.
double nanoseconds(const std::function<void(std::size_t from)>& block, const Options& options)
{
    std::vector<double> seconds;
    for (int round = 0; round <= options.rounds; ++round) { // the first one only warms up
        const double before = cpuSeconds();
        for (std::size_t from = 0; from < kCount; from += kBlock)
            block(from);
        seconds.push_back(cpuSeconds() - before);
    }
    return smallest(seconds) * 1e9 / static_cast<double>(kCount);
}

/// Standard deviation 2: both tails, and the bend between them.
std::vector<float> preActivations()
{
    core::Rng rng(1, core::Purpose::Data);
    std::vector<float> values(kCount);
    for (float& value : values)
        value = static_cast<float>(2 * rng.normal());
    return values;
}

/// The two ways that a step calls a kernel: f on the way forward, f′ on the way back.
nlohmann::json timeKernel(const core::ActivationInfo& info, const std::vector<float>& z, const Options& options)
{
    const core::ActivationFunction function({std::string(info.id), {}});
    std::vector<float> result(kBlock);
    const std::span<const float> all(z);
    return {{"f",
             nanoseconds([&](std::size_t from) { function.evaluate(all.subspan(from, kBlock), result, {}); }, options)},
            {"df", nanoseconds([&](std::size_t from) { function.evaluate(all.subspan(from, kBlock), {}, result); },
                               options)}};
}

nlohmann::json timeScalar(const ScalarFormula& formula, const std::vector<float>& z, const Options& options)
{
    std::vector<float> result(kBlock);
    return {{"f", nanoseconds([&](std::size_t from) { formula.f(&z[from], result.data(), kBlock); }, options)},
            {"df", nanoseconds([&](std::size_t from) { formula.df(&z[from], result.data(), kBlock); }, options)}};
}

} // namespace

nlohmann::json timeActivations(const Options& options)
{
    const std::vector<float> z = preActivations();
    std::printf("\nActivations, nanoseconds an element   f       f′      scalar f  scalar f′  times as fast\n");
    nlohmann::json json;
    for (const core::ActivationInfo& info : core::activationCatalogue()) {
        if (info.isTyped)
            continue;
        nlohmann::json& row = json[std::string(info.id)] = timeKernel(info, z, options);
        const double f = row["f"];
        const double df = row["df"];
        std::printf("  %-32s %7.3f %7.3f", std::string(info.id).c_str(), f, df);
        if (const ScalarFormula* formula = findScalarFormula(info.id)) {
            row["scalar"] = timeScalar(*formula, z, options);
            const double scalarF = row["scalar"]["f"];
            const double scalarDf = row["scalar"]["df"];
            std::printf(" %9.3f %10.3f %7.1f %7.1f", scalarF, scalarDf, scalarF / f, scalarDf / df);
        }
        std::printf("\n");
    }
    return json;
}

} // namespace bench

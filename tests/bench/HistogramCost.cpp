// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Rng.h"
#include "core/nn/kernels/Kernels.h"
#include "tests/bench/Parts.h"
#include "tests/bench/Timing.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <utility>

namespace bench
{

namespace
{

constexpr core::Index kHistogramValues = 1 << 14;

using Counts = std::array<std::uint32_t, core::kHistogramBins>;

void countOneByOne(const core::Vector& values, const core::ValueRange& range, Counts& counts)
{
    counts.fill(0);
    const float binsPerUnit = core::kHistogramBins / (range.largest - range.smallest);
    for (const float value : values)
        ++counts[std::min(static_cast<std::size_t>((value - range.smallest) * binsPerUnit), counts.size() - 1)];
}

double nanoseconds(const std::function<void()>& work, const Options& options)
{
    std::vector<double> rates;
    for (int round = 0; round < options.rounds; ++round)
        rates.push_back(repetitionsPerSecond(work, options.seconds / 4));
    return 1e9 / largest(rates) / kHistogramValues;
}

} // namespace

nlohmann::json timeHistograms(const Options& options)
{
    core::Rng rng(1, core::Purpose::Data);
    core::Vector values(kHistogramValues);
    for (float& value : values)
        value = static_cast<float>(rng.normal());
    const core::Vector rectified = values.cwiseMax(0.0F); // half of it in one bin
    std::printf("\nHistograms of 64 bins, nanoseconds an element   range and bins   one by one   times as fast\n");
    nlohmann::json json;
    for (const auto& [name, data] :
         {std::pair("z, normal", std::as_const(values)), std::pair("a, rectified", rectified)}) {
        Counts counts{};
        const double own = nanoseconds(
            [&] {
                core::kernels().countBins(data.data(), kHistogramValues,
                                          core::kernels().range(data.data(), kHistogramValues), counts.data());
            },
            options);
        const double scalar = nanoseconds(
            [&] { countOneByOne(data, core::kernels().range(data.data(), kHistogramValues), counts); }, options);
        std::printf("  %-44s %14.3f %12.3f %15.1f\n", name, own, scalar, scalar / own);
        json[name] = {{"nanoseconds", own}, {"one_by_one", scalar}};
    }
    return json;
}

} // namespace bench

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/TrainingRun.h"
#include "tests/bench/Parts.h"
#include "tests/bench/Timing.h"
#include "tests/bench/Workload.h"

#include <array>
#include <cmath>
#include <cstdio>
#include <map>
#include <stdexcept>

namespace bench
{

namespace
{

/// A layer's cost is the slope between two depths, one on either side of the one in question.
struct Place {
    int depth;
    int from;
    int to;
};
constexpr Place kShallow{5, 2, 8};
constexpr Place kDeep{50, 40, 60};

double secondsPerStep(int depth, const std::shared_ptr<const core::Dataset>& data, double seconds)
{
    core::TrainingRun run(moonsConfig("tanh", 32, depth), data);
    const double rate = repetitionsPerSecond([&] { run.step(); }, seconds);
    if (run.divergence())
        throw std::runtime_error("A deep network has diverged");
    return 1 / rate;
}

double microseconds(const Place& place, std::map<int, std::vector<double>>& seconds)
{
    return (smallest(seconds[place.to]) - smallest(seconds[place.from])) / (place.to - place.from) * 1e6;
}

} // namespace

nlohmann::json timeDepth(const Options& options)
{
    const auto data = dataOf(moonsConfig("tanh", 32, 1));
    std::map<int, std::vector<double>> seconds;
    for (int round = 0; round < options.rounds; ++round)
        for (const Place& place : {kShallow, kDeep})
            for (const int depth : {place.from, place.to})
                seconds[depth].push_back(secondsPerStep(depth, data, options.seconds));
    const double shallow = microseconds(kShallow, seconds);
    const double deep = microseconds(kDeep, seconds);
    std::printf("\nOne more hidden layer, 2-[32×depth]-1 tanh, batch 64, Adam\n");
    std::printf("  at depth %d: %.2f µs a step   at depth %d: %.2f µs   ratio %.3f\n", kShallow.depth, shallow,
                kDeep.depth, deep, deep / shallow);
    return {{"microseconds_at_5", shallow}, {"microseconds_at_50", deep}, {"ratio", deep / shallow}};
}

} // namespace bench

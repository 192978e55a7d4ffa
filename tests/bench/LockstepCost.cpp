// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/TrainingRun.h"
#include "tests/bench/Parts.h"
#include "tests/bench/Timing.h"
#include "tests/bench/Workload.h"

#include <cstdio>

namespace bench
{

namespace
{

/// Networks that differ in what a comparison would change.
std::vector<std::unique_ptr<core::TrainingRun>> runsOf(const Workload& workload, int count)
{
    std::vector<std::unique_ptr<core::TrainingRun>> runs;
    for (int i = 0; i < count; ++i) {
        core::ExperimentConfig config = workload.config();
        config.network.activation = core::Choice{i % 2 == 0 ? "relu" : "tanh", {}};
        config.seed += i / 2;
        runs.push_back(std::make_unique<core::TrainingRun>(config, workload.data()));
    }
    return runs;
}

double secondsOf(const std::function<void()>& work, double seconds)
{
    return 1 / repetitionsPerSecond(work, seconds);
}

} // namespace

nlohmann::json timeLockstep(const Options& options)
{
    std::printf("\nRuns in lockstep, a step of each in turn, against the sum of what each takes alone\n");
    nlohmann::json json;
    for (const std::size_t row : {1, 2}) {
        const Workload workload(workloadRows()[row]);
        for (const int count : {2, 3, 4}) {
            std::vector<double> ratios;
            for (int round = 0; round < options.rounds; ++round) {
                const auto alone = runsOf(workload, count);
                double sum = 0;
                for (const auto& run : alone)
                    sum += secondsOf([&] { run->step(); }, options.seconds / count);
                const auto runs = runsOf(workload, count);
                const auto stepAll = [&] {
                    for (const auto& run : runs)
                        run->step();
                };
                ratios.push_back(secondsOf(stepAll, options.seconds) / sum);
            }
            std::printf("  %d × %s: %.3f (best %.3f)\n", count, workload.id().c_str(), median(ratios),
                        smallest(ratios));
            json[workload.id()][std::to_string(count)] = ratios;
        }
    }
    return json;
}

} // namespace bench

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/TrainingRun.h"
#include "tests/bench/Parts.h"
#include "tests/bench/Timing.h"
#include "tests/bench/Workload.h"

#include <algorithm>
#include <atomic>
#include <cstdio>
#include <thread>

namespace bench
{

namespace
{

constexpr int kNetworks = 400;
constexpr int kSteps = 500; ///< of each

/// Seconds of both clocks.
struct Spent {
    double wall = 0;
    double cpu = 0;
};

template <class Work>
Spent measure(Work work)
{
    const Spent before{wallSeconds(), cpuSeconds()};
    work();
    return {wallSeconds() - before.wall, cpuSeconds() - before.cpu};
}

void train(core::ExperimentConfig config, int seed, int steps, const std::shared_ptr<const core::Dataset>& data)
{
    config.seed = seed;
    core::TrainingRun run(config, data);
    for (int step = 0; step < steps; ++step)
        run.step();
}

void trainAll(const Workload& workload, unsigned threads)
{
    std::atomic<int> next = 1;
    const auto work = [&] {
        for (int seed = next++; seed <= kNetworks; seed = next++)
            train(workload.config(), seed, kSteps, workload.data());
    };
    std::vector<std::thread> pool;
    for (unsigned i = 0; i < threads; ++i)
        pool.emplace_back(work);
    for (std::thread& thread : pool)
        thread.join();
}

} // namespace

nlohmann::json timeManyNetworks(const Options& options)
{
    const Workload workload(workloadRows()[1]);
    const unsigned threads = std::clamp(std::thread::hardware_concurrency(), 1U, 2U);
    const int stepsPerThread = kNetworks * kSteps / static_cast<int>(threads);
    std::vector<double> wallRatios;
    std::vector<double> cpuRatios;
    for (int round = 0; round < options.rounds; ++round) {
        const Spent alone = measure([&] { train(workload.config(), 1, stepsPerThread, workload.data()); });
        const Spent all = measure([&] { trainAll(workload, threads); });
        wallRatios.push_back(all.wall / alone.wall);
        cpuRatios.push_back(all.cpu / threads / alone.cpu);
    }
    std::printf("\n%d networks of %s, %d steps each, on %u threads, against %d steps of one network\n", kNetworks,
                workload.title().c_str(), kSteps, threads, stepsPerThread);
    std::printf("  on the wall %.3f times as long (best %.3f), CPU time of each thread %.3f (best %.3f)\n",
                median(wallRatios), smallest(wallRatios), median(cpuRatios), smallest(cpuRatios));
    return {{"threads", threads}, {"wall_ratios", wallRatios}, {"cpu_ratios", cpuRatios}};
}

} // namespace bench

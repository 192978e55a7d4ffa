// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/TrainingRun.h"
#include "tests/bench/Parts.h"
#include "tests/bench/Timing.h"
#include "tests/bench/Workload.h"

#include <atomic>
#include <cstdio>
#include <thread>

namespace bench
{

namespace
{

/// Somebody else, who takes what he can get of a core as long as he lives.
class BusyThread
{
public:
    BusyThread()
        : m_thread([this] {
            while (!m_ends.load(std::memory_order_relaxed)) {
            }
        })
    {
    }
    ~BusyThread()
    {
        m_ends = true;
        m_thread.join();
    }
    BusyThread(const BusyThread&) = delete;
    BusyThread& operator=(const BusyThread&) = delete;

private:
    std::atomic<bool> m_ends = false;
    std::thread m_thread;
};

/// On the clock on the wall; the first steps are not measured.
double secondsOfStep(core::TrainingRun& run, double seconds)
{
    const auto makeSteps = [&](double until) {
        int made = 0;
        for (; wallSeconds() < until; ++made)
            run.step();
        return made;
    };
    makeSteps(wallSeconds() + seconds / 5);
    const double begin = wallSeconds();
    const int made = makeSteps(begin + seconds);
    return (wallSeconds() - begin) / made;
}

/// How many times as quick steps are with the second core where that is quicker, one ratio a round.
std::vector<double> gains(const Workload& workload, const Options& options)
{
    core::TrainingRun alone(workload.config(), workload.data());
    core::TrainingRun helped(workload.config(), workload.data());
    helped.setSecondCore(core::SecondCoreUse::WhereQuicker);
    std::vector<double> ratios;
    for (int round = 0; round < options.rounds; ++round) {
        const double without = secondsOfStep(alone, options.seconds);
        ratios.push_back(without / secondsOfStep(helped, options.seconds));
    }
    return ratios;
}

} // namespace

nlohmann::json timeSecondCore(const Options& options)
{
    std::printf("\nSteps with the second core, how many times as quick as without it (wall time)\n");
    nlohmann::json json;
    for (const std::size_t row : {2, 3, 4}) {
        const Workload workload(workloadRows()[row]);
        const auto tell = [&](const char* when) {
            const std::vector<double> ratios = gains(workload, options);
            std::printf("  %s, %s: %.2f (best %.2f)\n", workload.id().c_str(), when, median(ratios), largest(ratios));
            json[workload.id()][when] = ratios;
        };
        tell("the core is free");
        const BusyThread other;
        tell("one other thread is busy");
    }
    return json;
}

} // namespace bench

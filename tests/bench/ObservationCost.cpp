// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/Trainer.h"
#include "core/train/TrainingRun.h"
#include "tests/ShippedResources.h"
#include "tests/bench/Parts.h"
#include "tests/bench/Timing.h"
#include "tests/bench/Workload.h"

#include <chrono>
#include <cstdio>
#include <limits>
#include <thread>

namespace bench
{

namespace
{

/// A trainer at full speed, while somebody looks at it sixty times a second.
class WatchedTrainer
{
public:
    explicit WatchedTrainer(core::ExperimentConfig config)
        : m_trainer(shipped::readResource)
    {
        config.training.steps = std::numeric_limits<std::int64_t>::max() / 2;
        config.training.stepsPerSecond = 0;
        m_trainer.apply(std::move(config));
    }

    /// Steps in a CPU second, from when it has found its rhythm. It rests before and after.
    double rate(double seconds)
    {
        m_trainer.setPlaying(true);
        look(seconds / 2);
        const std::int64_t stepsBefore = m_trainer.currentStep();
        const double cpuBefore = cpuSeconds();
        look(seconds);
        const double rate = static_cast<double>(m_trainer.currentStep() - stepsBefore) / (cpuSeconds() - cpuBefore);
        m_trainer.setPlaying(false);
        look(kRest);
        return rate;
    }

private:
    static constexpr double kRest = 0.2; ///< in which the last picture becomes as fine as it gets

    void look(double duration)
    {
        for (const double until = wallSeconds() + duration; wallSeconds() < until;) {
            m_trainer.fetchSnapshot();
            while (m_trainer.fetchRecord(m_record)) {
            }
            std::this_thread::sleep_for(std::chrono::milliseconds(16));
        }
    }

    core::Trainer m_trainer;
    core::StepRecord m_record;
};

/// The part of its time that a trainer spends on looks: in turns with the same steps without any, as the processor's
/// pace changes from second to second.
double shareOfLooks(const core::ExperimentConfig& config, core::TrainingRun& run, const Options& options)
{
    WatchedTrainer trainer(config);
    std::vector<double> shares;
    for (int round = 0; round < options.rounds; ++round) {
        const double before = repetitionsPerSecond([&] { run.step(); }, options.seconds);
        const double watched = trainer.rate(1 + options.seconds);
        const double after = repetitionsPerSecond([&] { run.step(); }, options.seconds);
        shares.push_back(1 - 2 * watched / (before + after));
    }
    return median(shares);
}

} // namespace

nlohmann::json timeObservation(const Options& options)
{
    std::printf("\nOne observation: probe, evaluation of at most 2,048 samples of each set, decision map\n");
    nlohmann::json json;
    for (const Workload::Row& row : workloadRows()) {
        const Workload workload(row);
        core::TrainingRun run(workload.config(), workload.data());
        core::Snapshot snapshot;
        const core::ObserveOptions observed{.evaluationSamples = 2048};
        const double steps = repetitionsPerSecond([&] { run.step(); }, options.seconds);
        const double observations = repetitionsPerSecond([&] { run.observe(snapshot, observed); }, options.seconds);
        std::printf("  %s  %8.3f ms, as long as %.0f steps", workload.id().c_str(), 1e3 / observations,
                    steps / observations);
        json[workload.id()] = {{"milliseconds", 1e3 / observations}, {"steps", steps / observations}};
        if (!row.makeData) { // what a trainer makes from the config itself
            const double share = shareOfLooks(workload.config(), run, options);
            std::printf("; all looks take %.1f %% of the trainer", 100 * share);
            json[workload.id()]["share_of_trainer"] = share;
        }
        std::printf("\n");
    }
    return json;
}

} // namespace bench

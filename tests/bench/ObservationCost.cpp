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

/// Steps in a CPU second of a trainer at full speed, while somebody looks at it sixty times a second.
double trainerRate(core::ExperimentConfig config, double seconds)
{
    config.training.steps = std::numeric_limits<std::int64_t>::max() / 2;
    config.training.stepsPerSecond = 0;
    core::Trainer trainer(shipped::readResource);
    trainer.apply(std::move(config));
    trainer.setPlaying(true);
    const auto lookFor = [&](double duration) {
        core::StepRecord record;
        for (const double until = wallSeconds() + duration; wallSeconds() < until;) {
            trainer.fetchSnapshot();
            while (trainer.fetchRecord(record)) {
            }
            std::this_thread::sleep_for(std::chrono::milliseconds(16));
        }
    };
    lookFor(seconds / 2);
    const std::int64_t stepsBefore = trainer.currentStep();
    const double cpuBefore = cpuSeconds();
    lookFor(seconds);
    return static_cast<double>(trainer.currentStep() - stepsBefore) / (cpuSeconds() - cpuBefore);
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
            const double share = 1 - trainerRate(workload.config(), 1 + options.seconds * 4) / steps;
            std::printf("; all looks take %.1f %% of the trainer", 100 * share);
            json[workload.id()]["share_of_trainer"] = share;
        }
        std::printf("\n");
    }
    return json;
}

} // namespace bench

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/TrainingRun.h"
#include "tests/bench/Parts.h"
#include "tests/bench/Timing.h"
#include "tests/bench/Workload.h"

#include <cstdio>

namespace bench
{

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
        std::printf("  %s  %8.3f ms, as long as %.0f steps\n", workload.id().c_str(), 1e3 / observations,
                    steps / observations);
        json[workload.id()] = {{"milliseconds", 1e3 / observations}, {"steps", steps / observations}};
    }
    return json;
}

} // namespace bench

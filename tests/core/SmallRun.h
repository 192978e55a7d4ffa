// SPDX-License-Identifier: GPL-3.0-or-later
// A small experiment and its run, for the tests of training.
#pragma once

#include "core/train/ConfigCheck.h"
#include "core/train/TrainingRun.h"
#include "tests/core/Goldens.h"

#include <QtGlobal>

#include <memory>

namespace smallrun
{

inline core::ExperimentConfig small(const char* activation = "tanh")
{
    core::ExperimentConfig config;
    config.data.samples = 100;
    config.network.depth = 3;
    config.network.width = 8;
    config.network.activation = {activation, {}};
    config.training.batchSize = 16;
    config.training.steps = 60;
    return config;
}

inline std::unique_ptr<core::TrainingRun> runOf(const core::ExperimentConfig& config)
{
    const core::Faults faults = core::checkConfig(config);
    if (!faults.empty())
        qFatal("a config of the tests is wrong at %s", faults.front().where.c_str());
    auto run = core::TrainingRun::create(config, goldens::resource);
    if (!run)
        qFatal("no run");
    return std::move(run).value();
}

inline void makeSteps(core::TrainingRun& run, int steps)
{
    for (int step = 0; step < steps; ++step)
        run.step();
}

inline core::Vector trained(const core::ExperimentConfig& config, int steps)
{
    const auto run = runOf(config);
    makeSteps(*run, steps);
    return run->network().parameters();
}

inline core::Snapshot observed(core::TrainingRun& run)
{
    core::Snapshot snapshot;
    run.observe(snapshot);
    return snapshot;
}

} // namespace smallrun

// SPDX-License-Identifier: GPL-3.0-or-later
// The parts of the training benchmark. Each prints its table, and hands back the figures.
#pragma once

#include "tests/bench/Options.h"

#include <nlohmann/json.hpp>

#include <string_view>
#include <vector>

namespace bench
{

/// The workloads: ourselves and the peers in turns.
nlohmann::json timeWorkloads(const Options& options);

/// What is measured beside the workloads, each with an id for the command line.
struct Part {
    std::string_view id{};
    nlohmann::json (*run)(const Options& options) = nullptr;
};

const std::vector<Part>& parts();

/// f and f′ of every activation in nanoseconds an element, beside a loop over the C library's functions.
nlohmann::json timeActivations(const Options& options);
/// The range and the bins of many numbers, beside counting them one by one.
nlohmann::json timeHistograms(const Options& options);
/// What one more hidden layer costs, in a shallow and in a deep network.
nlohmann::json timeDepth(const Options& options);
/// Hundreds of small networks on all cores, against as many steps of a single one on each.
nlohmann::json timeManyNetworks(const Options& options);
/// Two to four networks that take turns on one thread, against each of them alone.
nlohmann::json timeLockstep(const Options& options);
/// What one look at a network costs, in steps of its training, and what all looks take of a trainer's time.
nlohmann::json timeObservation(const Options& options);
/// Steps of wide networks with the help of a second core, against steps without, also while something else wants it.
nlohmann::json timeSecondCore(const Options& options);

} // namespace bench

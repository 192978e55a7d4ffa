// SPDX-License-Identifier: GPL-3.0-or-later
// The catalogue of learning rate schedules. A schedule says what the learning rate is multiplied with, as a pure
// function of the number of steps made: what is changed while running and what is replayed find the same rate. Used by
// Descent on the trainer's thread; the table of settings and the window read the catalogue.
#pragma once

#include "core/base/Catalogue.h"
#include "core/config/ExperimentConfig.h"

#include <cstdint>
#include <string_view>

namespace core
{

/// One row.
struct ScheduleInfo {
    std::string_view id{};
    std::string_view formula{}; ///< of the factor, k steps after the start; empty where it is 1
    std::span<const ParameterInfo> parameters{};
    /// The factor of the update that `stepsBefore` updates came before (0: the first).
    double (*factor)(std::span<const double> parameters, std::int64_t stepsBefore) = nullptr;
    std::string_view python{}; ///< the factor in Python, after `step` updates
    std::string_view pytorch{};
    std::string_view paper{};
};

std::span<const ScheduleInfo> scheduleCatalogue();

/// The schedule of an optimizer with its warm-up: a small value.
class RateSchedule
{
public:
    /// The config must be one that ConfigCheck accepts.
    explicit RateSchedule(const OptimizerConfig& config);

    /// What the learning rate is multiplied with in the update that `stepsBefore` updates came before. In the warm-up
    /// of W steps the schedule's factor is multiplied with 1/W, 2/W, … 1: PyTorch's
    /// LinearLR(start_factor=1/W, total_iters=W-1) in one ChainedScheduler with the schedule.
    [[nodiscard]] double factorAt(std::int64_t stepsBefore) const;

private:
    const ScheduleInfo* m_info;
    std::vector<double> m_parameters;
    std::int64_t m_warmupSteps;
};

/// Whether the learning rate stays what it is set to.
bool isConstantRate(const OptimizerConfig& config);

} // namespace core

// SPDX-License-Identifier: GPL-3.0-or-later
// The rows of the catalogue of measures: what one run says about each.
#include "core/analysis/RunComparison.h"

#include <array>
#include <cmath>

namespace core
{

namespace
{

constexpr Observation kWorst{std::nullopt, true, std::nullopt};

/// What a run ends with: a number, if it came to its end.
Observation finalValue(const SweepRow& row, std::optional<double> value)
{
    if (!value)
        return {};
    return row.status == RunStatus::Diverged || !std::isfinite(*value) ? kWorst : Observation{value};
}

std::optional<double> accuracyOf(const std::optional<SetResult>& set)
{
    return set ? set->accuracyFinal : std::nullopt;
}

std::optional<double> lossOf(const std::optional<SetResult>& set)
{
    return set ? std::optional(set->lossFinal) : std::nullopt;
}

/// What is lost on the way from the training set to the test set: of the accuracy, or where there is none of the loss.
std::optional<double> gapOf(const SweepRow& row)
{
    if (!row.test)
        return std::nullopt;
    if (row.train.accuracyFinal && row.test->accuracyFinal)
        return *row.train.accuracyFinal - *row.test->accuracyFinal;
    return row.test->lossFinal - row.train.lossFinal;
}

Observation decadesOf(std::optional<double> ratio)
{
    if (!ratio || !(*ratio >= 0) || std::isinf(*ratio))
        return {};
    return *ratio > 0 ? Observation{std::log10(*ratio)} : kWorst;
}

Observation stepsTo(const SweepRow& row, std::size_t accuracy)
{
    if (!row.train.accuracyFinal || accuracy >= row.stepsTo.size())
        return {};
    const std::optional<std::int64_t> steps = row.stepsTo[accuracy];
    if (steps)
        return {static_cast<double>(*steps)};
    if (row.status == RunStatus::Diverged) // however long it went on, it would not get there
        return kWorst;
    return {std::nullopt, true, static_cast<double>(row.steps)};
}

Observation secondsPerStep(const SweepRow& row, std::size_t /*accuracy*/)
{
    if (row.status == RunStatus::Diverged || row.steps == 0)
        return {};
    return {row.wallSeconds / static_cast<double>(row.steps)};
}

using Row = const SweepRow&;

constexpr std::array kMeasures{
    MeasureInfo{.id = "test_accuracy_final",
                .better = Better::Higher,
                .isShare = true,
                .observe = [](Row row, std::size_t) { return finalValue(row, accuracyOf(row.test)); }},
    MeasureInfo{.id = "test_loss_final",
                .better = Better::Lower,
                .observe = [](Row row, std::size_t) { return finalValue(row, lossOf(row.test)); }},
    MeasureInfo{.id = "train_accuracy_final",
                .better = Better::Higher,
                .isShare = true,
                .observe = [](Row row, std::size_t) { return finalValue(row, accuracyOf(row.train)); }},
    MeasureInfo{.id = "train_loss_final",
                .better = Better::Lower,
                .observe = [](Row row, std::size_t) { return finalValue(row, lossOf(row.train)); }},
    MeasureInfo{.id = "generalization_gap",
                .better = Better::Lower,
                .observe = [](Row row, std::size_t) { return finalValue(row, gapOf(row)); }},
    MeasureInfo{.id = "steps_to", .better = Better::Lower, .ofAccuracy = true, .observe = stepsTo},
    MeasureInfo{.id = "delta_ratio_start",
                .isLog10 = true,
                .observe = [](Row row, std::size_t) { return decadesOf(row.start.deltaRatio); }},
    MeasureInfo{.id = "delta_ratio_end",
                .isLog10 = true,
                .observe = [](Row row, std::size_t) { return decadesOf(row.end.deltaRatio); }},
    MeasureInfo{.id = "gradient_dead_end",
                .better = Better::Lower,
                .isShare = true,
                .observe = [](Row row, std::size_t) { return finalValue(row, row.end.gradientDead); }},
    MeasureInfo{.id = "saturated_end",
                .better = Better::Lower,
                .isShare = true,
                .observe = [](Row row, std::size_t) { return finalValue(row, row.end.saturated); }},
    MeasureInfo{.id = "seconds_per_step", .better = Better::Lower, .observe = secondsPerStep},
};

} // namespace

std::span<const MeasureInfo> measureCatalogue()
{
    return kMeasures;
}

} // namespace core

// SPDX-License-Identifier: GPL-3.0-or-later
// What a phase map is to run: one network for every pair of values of two keys, and for every value of a third. Which
// keys can be axes is read from the table of fields. Nothing is trained here. Used by PhaseMap and its dialog, on any
// thread.
#pragma once

#include "core/train/ConfigFields.h"
#include "core/train/SweepPlan.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace core
{

enum class Spacing { Linear, Logarithmic };

/// Values of a key from one end to the other, both included.
struct PhaseSpan {
    std::string key;
    double from = 0;
    double to = 1;
    std::size_t count = 24;
    Spacing spacing = Spacing::Linear;
    bool operator==(const PhaseSpan&) const = default;
};

struct PhaseAxis {
    std::string key;
    std::vector<double> values; ///< rising, no value twice
    bool operator==(const PhaseAxis&) const = default;
};

struct PhasePlan {
    ExperimentConfig base; ///< with the seed and the number of steps
    PhaseAxis across;
    PhaseAxis up;
    std::optional<PhaseAxis> pages; ///< to flip through
    bool operator==(const PhasePlan&) const = default;

    [[nodiscard]] std::size_t columns() const { return across.values.size(); }
    [[nodiscard]] std::size_t rows() const { return up.values.size(); }
    [[nodiscard]] std::size_t pageCount() const { return pages ? pages->values.size() : 1; }
    [[nodiscard]] std::size_t size() const { return columns() * rows() * pageCount(); }
    /// Page by page, row by row.
    [[nodiscard]] std::size_t placeOf(std::size_t column, std::size_t row, std::size_t page) const
    {
        return (page * rows() + row) * columns() + column;
    }
};

/// Beyond it a map is no picture any more.
inline constexpr std::size_t kMostPhaseValues = 100; ///< of one axis
inline constexpr std::size_t kMostPhaseRuns = 10000;

/// The numbers of this experiment that make a difference to a run: what can be an axis.
std::vector<Field> phaseFields(const ExperimentConfig& config);

/// What is worth looking at for this key: the usual range, else the slider's.
PhaseSpan usualSpan(const Field& field);

/// The values of a span: rounded for reading, and whole where the field is. `span` has from < to, at least one value,
/// and both ends above 0 where the spacing is logarithmic.
PhaseAxis axisOf(const PhaseSpan& span, const Field& field);

/// Depth, and the number that shapes the activation (a slope, alpha …), or the gain of the initializer where it has
/// none.
std::pair<PhaseSpan, PhaseSpan> usualSpans(const ExperimentConfig& config);

/// The experiment from which a map begins: with this seed and so many steps, as fast as it goes, and without what was
/// changed on the way, which would undo the axes.
ExperimentConfig phaseBase(ExperimentConfig config, std::int64_t seed, std::int64_t steps);

/// One run of a map.
struct PhaseRun {
    SweepCell cell;
    std::size_t place = 0; ///< PhasePlan::placeOf
};

/// All runs of a plan, from coarse to fine: first a few that are spread over the whole map, of every page, then those
/// halfway between them, and so on; each once. `faults` is filled, and the list empty, if some of them cannot be run.
std::vector<PhaseRun> runsOf(const PhasePlan& plan, std::vector<CombinationFault>& faults);

/// Why this cannot be run, as far as its corners tell, which is soon said; empty: nothing is wrong with them.
Faults faultsAtCorners(const PhasePlan& plan);

/// Steps between neighbours of the coarsest level: a power of two.
std::size_t coarsestStride(const PhasePlan& plan);

/// The place from whose run the one at `column`, `row` has its colour: itself once it is known, else the coarse one
/// before it. Nothing before the first of them is known.
template <class IsKnown>
std::optional<std::size_t> colouredBy(const PhasePlan& plan, std::size_t column, std::size_t row, std::size_t page,
                                      const IsKnown& isKnown)
{
    for (std::size_t stride = 1; stride <= coarsestStride(plan); stride *= 2) {
        const std::size_t place = plan.placeOf(column - column % stride, row - row % stride, page);
        if (isKnown(place))
            return place;
    }
    return std::nullopt;
}

} // namespace core

// SPDX-License-Identifier: GPL-3.0-or-later
// What theory draws over a phase map before anything is trained: the critical line, where chi_star is 1, and the lines
// beyond which the predicted delta ratio is one that the diagnosis calls vanishing or exploding. Used by PhaseMap, on a
// thread of its own: integrals take their time.
#pragma once

#include "core/analysis/Contours.h"
#include "core/analysis/MeanField.h"
#include "core/train/DatasetCache.h"
#include "core/train/PhasePlan.h"

#include <stop_token>
#include <vector>

namespace core
{

struct TheoryLine {
    enum class Kind {
        Critical,  ///< chi_star = 1
        Vanishing, ///< predicted delta_ratio = vanishing.alarm, or .notice
        Exploding, ///< predicted delta_ratio = exploding.alarm, or .notice
    };
    Kind kind{};
    double level = 1;            ///< of chi_star or delta_ratio
    std::vector<Stroke> strokes; ///< in places of the plan: columns and rows, fractions between them
};

struct PhaseTheory {
    std::vector<TheoryLine> lines;     ///< those that cross the map
    std::vector<TheoryReason> reasons; ///< why theory has nothing to say of some of the networks
};

/// Of one page of the plan; `runs` are those of runsOf(). It looks at a dozen networks along each axis and draws
/// straight lines between them. Ends early, with what it has by then of no use, if it is told to stop.
PhaseTheory phaseTheory(const PhasePlan& plan, std::span<const PhaseRun> runs, std::size_t page, DatasetCache& datasets,
                        const std::stop_token& stop);

} // namespace core

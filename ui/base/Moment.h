// SPDX-License-Identifier: GPL-3.0-or-later
// A moment of a run that is kept: what a FrameData refers to, as a value of its own. An export holds one, so that it
// shows what was seen when it began while training goes on.
#pragma once

#include "ui/base/CostState.h"
#include "ui/base/FrameData.h"
#include "ui/base/PhaseMapState.h"
#include "ui/base/RaceState.h"
#include "ui/base/UnitWatch.h"

#include <cstdint>
#include <functional>
#include <vector>

namespace ui
{

struct Moment {
    core::Snapshot snapshot;
    core::History history;
    core::ExperimentConfig config;
    int selectedLayer = 0;
    core::SnapshotHistory moments; ///< shares them with the run
    std::shared_ptr<const core::Prediction> prediction{};
    std::optional<core::History> trial{};
    std::optional<UnitWatch> watch{};
    std::vector<core::Finding> findings{};
    std::optional<RaceState> race{};
    std::optional<PhaseMapState> phases{};
    std::optional<CostState> costs{};

    [[nodiscard]] static Moment of(const FrameData& frame)
    {
        return {frame.snapshot,
                frame.history,
                frame.config,
                frame.selectedLayer,
                frame.moments ? *frame.moments : core::SnapshotHistory(),
                frame.prediction,
                frame.trial ? std::optional(*frame.trial) : std::nullopt,
                frame.watch ? std::optional(*frame.watch) : std::nullopt,
                {frame.findings.begin(), frame.findings.end()},
                frame.race ? std::optional(*frame.race) : std::nullopt,
                frame.phases ? std::optional(*frame.phases) : std::nullopt,
                frame.costs ? std::optional(*frame.costs) : std::nullopt};
    }
    [[nodiscard]] FrameData frame() const
    {
        FrameData frame{snapshot, history, config, selectedLayer};
        frame.moments = &moments;
        frame.prediction = prediction;
        frame.trial = trial ? &*trial : nullptr;
        frame.watch = watch ? &*watch : nullptr;
        frame.findings = findings;
        frame.race = race ? &*race : nullptr;
        frame.phases = phases ? &*phases : nullptr;
        frame.costs = costs ? &*costs : nullptr;
        return frame;
    }
};

/// The earlier moments of a run that can still be seen; without functions, there are none.
struct EarlierMoments {
    std::function<std::vector<std::int64_t>()> steps;    ///< of all of them, ascending
    std::function<core::Snapshot(std::size_t index)> at; ///< a copy of that with this place among the steps
};

} // namespace ui

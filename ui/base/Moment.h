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
#include <deque>
#include <functional>
#include <memory>
#include <span>
#include <vector>

namespace ui
{

/// Contenders with all that they refer to.
class KeptContenders
{
public:
    explicit KeptContenders(std::span<const Contender> contenders)
    {
        for (const Contender& contender : contenders) {
            const core::Snapshot* snapshot =
                contender.snapshot ? &m_snapshots.emplace_back(*contender.snapshot) : nullptr;
            m_shown.push_back({snapshot, &m_histories.emplace_back(*contender.history),
                               &m_configs.emplace_back(*contender.config), contender.label, contender.place});
        }
    }
    KeptContenders(const KeptContenders&) = delete;
    KeptContenders& operator=(const KeptContenders&) = delete;
    ~KeptContenders() = default;

    [[nodiscard]] std::span<const Contender> shown() const { return m_shown; }

private:
    std::deque<core::Snapshot> m_snapshots; // deques: what is referred to stays where it is
    std::deque<core::History> m_histories;
    std::deque<core::ExperimentConfig> m_configs;
    std::vector<Contender> m_shown;
};

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
    std::shared_ptr<const KeptContenders> contenders{}; ///< shared by copies, as it refers to itself; null: none
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
                frame.contenders.empty() ? nullptr : std::make_shared<const KeptContenders>(frame.contenders),
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
        if (contenders)
            frame.contenders = contenders->shown();
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

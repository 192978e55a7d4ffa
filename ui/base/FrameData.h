// SPDX-License-Identifier: GPL-3.0-or-later
// What a panel is shown: one moment of a run and its past. Made by Session for the window, by the headless runner for
// figures; panels cannot tell which. Valid during the call that hands it over.
#pragma once

#include "core/analysis/Diagnosis.h"
#include "core/analysis/Prediction.h"
#include "core/probe/Snapshot.h"
#include "core/train/History.h"
#include "core/train/SnapshotHistory.h"
#include "ui/base/Contender.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <span>

namespace ui
{

struct CostState;
struct PhaseMapState;
struct RaceState;
struct UnitWatch;

struct FrameData {
    const core::Snapshot& snapshot;
    const core::History& history;
    /// The config as it is being edited: may be ahead of the snapshot's, so that a curve follows the finger.
    const core::ExperimentConfig& config;
    /// The layer that all cards look at, 1 … depth; 0 if there is no hidden layer.
    int selectedLayer = 0;
    /// Where everything that is drawn over the steps shows a line, shared by all cards: the moment that is looked at,
    /// when the run has been further. The history is always the whole one.
    std::optional<std::int64_t> cursor{};
    /// The moments of the run that are kept, for what is drawn over time and stands in no history; null: none.
    const core::SnapshotHistory* moments = nullptr;
    /// What theory says of the config before its first step; null: it is still being worked out.
    std::shared_ptr<const core::Prediction> prediction{};
    /// The past of a run beside this one, with other settings; null: none.
    const core::History* trial = nullptr;
    /// The unit that is looked at from near, with its past; nullptr: none.
    const UnitWatch* watch = nullptr;
    /// What the diagnosis has found, the worst first: by now, or in an earlier moment by itself.
    std::span<const core::Finding> findings{};
    /// Many runs beside this one, with other settings, as far as they have come; nullptr: none was begun.
    const RaceState* race = nullptr;
    const PhaseMapState* phases = nullptr;
    /// Up to three runs beside this one, at the same step of the same data.
    std::span<const Contender> contenders{};
    /// What activations cost on this machine; nullptr: nobody has asked yet.
    const CostState* costs = nullptr;

    /// The activation of the layer that all cards look at, as it is being edited.
    [[nodiscard]] const core::Choice& activation() const
    {
        return config.network.activationOf(static_cast<std::size_t>(selectedLayer > 0 ? selectedLayer - 1 : 0));
    }
};

/// The same moment of a run beside it, as if that were watched; nullopt: there is none.
std::optional<FrameData> frameOf(const Contender& contender, const FrameData& watched);

} // namespace ui

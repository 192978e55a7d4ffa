// SPDX-License-Identifier: GPL-3.0-or-later
// What a panel is shown: one moment of a run and its past. Made by Session for the window, by the headless runner for
// figures; panels cannot tell which. Valid during the call that hands it over.
#pragma once

#include "core/probe/Snapshot.h"
#include "core/train/History.h"

#include <cstdint>
#include <optional>

namespace ui
{

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

    /// The activation of the layer that all cards look at, as it is being edited.
    [[nodiscard]] const core::Choice& activation() const
    {
        return config.network.activationOf(static_cast<std::size_t>(selectedLayer > 0 ? selectedLayer - 1 : 0));
    }
};

} // namespace ui

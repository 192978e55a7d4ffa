// SPDX-License-Identifier: GPL-3.0-or-later
// A run beside the one that is watched, from the same seed and with the same data, as panels are shown it: at the same
// moment, with its own past. Part of FrameData.
#pragma once

#include "core/probe/Snapshot.h"
#include "core/train/History.h"

#include <QString>

namespace ui
{

struct Contender {
    const core::Snapshot* snapshot = nullptr; ///< null: there is none of this moment
    const core::History* history = nullptr;
    const core::ExperimentConfig* config = nullptr; ///< as it is being edited, or of the moment that is looked at
    QString label;                                  ///< what it differs in
    int place = 0;                                  ///< its colour and line style: contenderPen()

    /// Its activation in this layer (from 1).
    [[nodiscard]] const core::Choice& activation(int layer) const
    {
        return config->network.activationOf(static_cast<std::size_t>(layer > 0 ? layer - 1 : 0));
    }
};

} // namespace ui

// SPDX-License-Identifier: GPL-3.0-or-later
// The rules that name what is wrong with a run: codes and numbers, no words. Used by cards and the headless runner.
#pragma once

#include "core/probe/Snapshot.h"

namespace core
{

/// What the delta ratio (delta_rms of layer 1 / delta_rms of layer L) says of the gradient on its way back.
enum class GradientFinding {
    NoGradient,      ///< no gradient reaches layer 1, or there is no hidden layer
    VanishingAlarm,  ///< below thresholds.vanishing.alarm
    VanishingNotice, ///< below thresholds.vanishing.notice
    Healthy,
    ExplodingNotice, ///< above thresholds.exploding.notice
    ExplodingAlarm,  ///< above thresholds.exploding.alarm
    Diverged,        ///< a number was not finite
};

GradientFinding gradientFinding(const Snapshot& snapshot);

} // namespace core

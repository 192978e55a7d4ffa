// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/Diagnosis.h"

#include <cmath>

namespace core
{

GradientFinding gradientFinding(const Snapshot& snapshot)
{
    if (snapshot.divergence)
        return GradientFinding::Diverged;
    if (!snapshot.deltaRatio || *snapshot.deltaRatio == 0)
        return GradientFinding::NoGradient;
    const double ratio = *snapshot.deltaRatio;
    const DiagnosisConfig& thresholds = snapshot.config.diagnosis;
    if (!std::isfinite(ratio))
        return GradientFinding::Diverged;
    if (ratio < thresholds.vanishing.alarm)
        return GradientFinding::VanishingAlarm;
    if (ratio < thresholds.vanishing.notice)
        return GradientFinding::VanishingNotice;
    if (ratio > thresholds.exploding.alarm)
        return GradientFinding::ExplodingAlarm;
    if (ratio > thresholds.exploding.notice)
        return GradientFinding::ExplodingNotice;
    return GradientFinding::Healthy;
}

} // namespace core

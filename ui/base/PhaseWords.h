// SPDX-License-Identifier: GPL-3.0-or-later
// What becomes of runs, in words, and how the places of a phase map are called. Used by panels and dialogs.
#pragma once

#include "core/analysis/PhaseTheory.h"
#include "ui/base/PhaseMapState.h"

#include <QString>

#include <vector>

namespace ui
{

/// "learned", "slow" …
QString outcomeName(core::RunOutcome outcome);
/// What it takes to be called so, with the thresholds that hold, as a whole sentence.
QString outcomeRule(core::RunOutcome outcome, const core::LearningGoal& goal, const core::DiagnosisConfig& thresholds);
/// "theory: χ = 1", "theory: delta ratio 0.001, 0.01": of all lines of a kind.
QString theoryLineName(core::TheoryLine::Kind kind, const std::vector<double>& levels);
/// "Depth 12, Negative slope 0.3", and the third key where there is one.
QString phasePlaceName(const core::PhasePlan& plan, std::size_t place);
/// "Depth × Negative slope".
QString phaseAxesName(const core::PhasePlan& plan);

} // namespace ui

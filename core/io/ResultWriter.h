// SPDX-License-Identifier: GPL-3.0-or-later
// The results of a run as JSON lines: the experiment, one line a recorded step, the summary. The form is a contract:
// keys may be added, none renamed; no line holds wall time. Used by the headless runner.
#pragma once

#include "core/analysis/Diagnosis.h"
#include "core/analysis/MeanField.h"
#include "core/config/ExperimentConfig.h"
#include "core/probe/Snapshot.h"

#include <span>
#include <string>

namespace core
{

/// Each ends in a line break. Numbers are the shortest that read back the same, non-finite ones the strings "nan",
/// "inf" and
/// "-inf", absent ones null.
std::string experimentLine(const ExperimentConfig& config, const Theory& theory);
std::string stepLine(const Snapshot& snapshot, std::span<const Finding> findings);
std::string summaryLine(const Snapshot& last, std::span<const Finding> findings);

/// "training", "done", "diverged", "stopped".
std::string_view statusId(RunStatus status);
/// "z", "loss", "delta", "parameter".
std::string_view quantityId(Quantity quantity);

} // namespace core

// SPDX-License-Identifier: GPL-3.0-or-later
// What a sweep has left beside its table: the comparison file that tells how the table came about. Used by the command
// `report`, on the main thread.
#pragma once

#include "core/config/ExperimentConfig.h"

#include <QString>

#include <optional>
#include <string>
#include <vector>

namespace app
{

struct FoundComparison {
    QString path;
    std::string title;
    core::ExperimentConfig experiment;
};

/// "table.comparison.json" beside "table.csv". Nothing, if there is none, or if it varies other keys. That it cannot be
/// read is told on standard error, and no reason to stop.
std::optional<FoundComparison> comparisonBeside(const QString& table, const std::vector<std::string>& keys);

} // namespace app

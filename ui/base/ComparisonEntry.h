// SPDX-License-Identifier: GPL-3.0-or-later
// A bundled comparison that can be raced. Read once at the start, handed to RaceFlow.
#pragma once

#include "core/data/Dataset.h"
#include "core/io/ComparisonJson.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace ui
{

struct ComparisonEntry {
    QString title; ///< in the user's language
    core::ComparisonPlan plan;
};

/// Those of the bundled comparisons that can be read.
std::vector<ComparisonEntry> readComparisons(const core::ResourceReader& resources, const QStringList& names);

} // namespace ui

// SPDX-License-Identifier: GPL-3.0-or-later
// A comparison that can be raced: a bundled one, read once at the start and handed to RaceFlow, or one from a file.
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

/// Whether the file calls itself a comparison, right or wrong. False as well for what cannot be read.
bool isComparisonFile(const QString& path);

/// The comparison in a file; one without a title is called as the file. Faults: Unreadable, and those of
/// core::parseComparison.
core::Result<ComparisonEntry> readComparisonFile(const QString& path);

} // namespace ui

// SPDX-License-Identifier: GPL-3.0-or-later
// Where a comparison comes from: a file or a preset, with what the command line replaces and adds; and the file beside
// a table that tells how it was made. Used by `sweep` and `check`.
#pragma once

#include "app/CommandLine.h"
#include "app/ExperimentSource.h"
#include "core/io/ComparisonJson.h"

#include <optional>
#include <string>

namespace app
{

/// A comparison, or an experiment of which nothing varies yet.
struct ComparisonDocument {
    core::ComparisonPlan plan;
    bool isComparison = false;
};

/// Faults: Unreadable, FileTooLarge, those of the kind of file that it says to be.
core::Result<ComparisonDocument> readComparisonFile(const QString& path);

/// A bundled comparison or experiment. Faults: UnknownPreset, BrokenResource.
core::Result<ComparisonDocument> readComparisonPreset(const QString& name, const core::ResourceReader& resources);

/// FILE or --preset as it stands there. On faults nothing is returned and `problem` says why.
std::optional<ComparisonDocument> loadComparison(const Arguments& arguments, const core::ResourceReader& resources,
                                                 SourceFaults& problem);

/// The plan with --vary, --seeds, --accuracy, --evaluate-every, --set and --steps. A key that is varied already gets
/// the new values in place of its old ones, another one is varied, too; the others replace what the document says.
core::ComparisonPlan withArguments(ComparisonDocument document, const Arguments& arguments, ArgumentReader& reader);

/// "table.comparison.json" for "table.csv"; empty for what is no file that stays.
QString pathBeside(const QString& table);

/// The plan as a file in that folder: with paths of data as they are from there.
std::string textBeside(const QString& path, core::ComparisonPlan plan);

/// What a table holds that was begun by the comparison in `path` and is gone on with by `plan`: the values and seeds of
/// both. The plan alone, if there is no such file, or one of another experiment.
core::ComparisonPlan unitedWith(const QString& path, const core::ComparisonPlan& plan);

} // namespace app

// SPDX-License-Identifier: GPL-3.0-or-later
// The parts that a Report is put together from. Used by Report only.
#pragma once

#include "ui/report/ContenderGroups.h"
#include "ui/report/Report.h"

namespace ui
{

/// One measure, compared within each group.
struct MeasureResult {
    core::Measure measure;
    bool isMain = false; ///< what contenders are judged by first
    /// Without ranking, verdicts and pairs where the report needs none, or where contenders are too many for that.
    std::vector<core::Comparison> byGroup;
};

/// More are not compared each with each.
inline constexpr std::size_t kMostCompared = 1000;

/// A sweep's table with all that is found in it.
struct ComparedSweep {
    const core::SweepTable& table;
    std::vector<ContenderGroup> groups;
    std::vector<MeasureResult> results; ///< of the measures that the report shows, the most telling first

    explicit ComparedSweep(const core::SweepTable& sweep);
    /// By its id, or nullptr.
    [[nodiscard]] const MeasureResult* find(std::string_view id) const;
    /// The final accuracy or loss, of the test set if there is one; or nullptr.
    [[nodiscard]] const MeasureResult* main() const;
};

QStringList summarySentences(const ComparedSweep& sweep);
QStringList methodSentences(const ComparedSweep& sweep);
std::vector<ReportFigure> reportFigures(const ComparedSweep& sweep);
std::vector<ReportTable> reportTables(const ComparedSweep& sweep);
QStringList tableNotes(const ComparedSweep& sweep);

} // namespace ui

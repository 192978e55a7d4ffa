// SPDX-License-Identifier: GPL-3.0-or-later
// The numbers behind the race's card.
#include "core/io/ResultWriter.h"
#include "ui/base/RaceState.h"
#include "ui/base/Words.h"
#include "ui/panels/PanelTables.h"

namespace ui
{

namespace
{

void addSet(NumberTable::Row& row, const std::optional<core::SetResult>& set)
{
    row.emplace_back(set ? NumberCell(set->lossFinal) : NumberCell());
    row.emplace_back(set ? NumberCell(set->accuracyFinal) : NumberCell());
}

} // namespace

NumberTable raceTable(const FrameData& frame)
{
    QStringList columns;
    if (frame.race)
        for (const std::string& key : frame.race->table.keys)
            columns << fromCore(key);
    columns << QStringLiteral("seed") << QStringLiteral("status") << QStringLiteral("steps")
            << QStringLiteral("train_loss_final") << QStringLiteral("train_accuracy_final")
            << QStringLiteral("test_loss_final") << QStringLiteral("test_accuracy_final")
            << QStringLiteral("steps_to_accuracy") << QStringLiteral("delta_ratio_start")
            << QStringLiteral("delta_ratio_end") << QStringLiteral("gradient_dead_end")
            << QStringLiteral("saturated_end") << QStringLiteral("wall_seconds");
    NumberTable table(columns);
    if (!frame.race)
        return table;
    for (const core::Contender& contender : frame.race->table.contenders)
        for (const auto& [seed, run] : contender.runs) {
            if (!run)
                continue;
            NumberTable::Row row;
            for (const std::string& value : contender.values)
                row.emplace_back(fromCore(value));
            row.emplace_back(seed);
            row.emplace_back(fromCore(core::statusId(run->status)));
            row.emplace_back(run->steps);
            addSet(row, run->train);
            addSet(row, run->test);
            row.push_back(run->stepsTo.front() ? NumberCell(*run->stepsTo.front()) : NumberCell());
            for (const std::optional<double>& value :
                 {run->start.deltaRatio, run->end.deltaRatio, run->end.gradientDead, run->end.saturated})
                row.emplace_back(value);
            row.emplace_back(run->wallSeconds);
            table.addRow(std::move(row));
        }
    return table;
}

} // namespace ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/ResultWriter.h"
#include "ui/base/PhaseMapState.h"
#include "ui/panels/PanelTables.h"

#include <QString>

namespace ui
{

namespace
{

NumberCell word(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

} // namespace

NumberTable phaseTable(const FrameData& frame)
{
    if (!frame.phases)
        return {};
    const PhaseMapState& map = *frame.phases;
    const core::PhasePlan& plan = map.plan;
    QStringList columns;
    if (plan.pages)
        columns << QString::fromStdString(plan.pages->key);
    columns << QString::fromStdString(plan.across.key) << QString::fromStdString(plan.up.key);
    for (const char* name : {"outcome", "status", "steps", "train_loss_final", "train_accuracy_final",
                             "test_loss_final", "test_accuracy_final", "delta_ratio_start", "delta_ratio_end",
                             "gradient_dead_start", "gradient_dead_end", "saturated_start", "saturated_end"})
        columns << QString::fromLatin1(name);
    NumberTable table(columns);
    for (std::size_t place = 0; place < map.records.size(); ++place) {
        if (!map.records[place])
            continue;
        const core::SweepRow& row = map.records[place]->row;
        NumberTable::Row cells;
        if (plan.pages)
            cells.emplace_back(plan.pages->values[place / plan.columns() / plan.rows()]);
        cells.emplace_back(plan.across.values[place % plan.columns()]);
        cells.emplace_back(plan.up.values[place / plan.columns() % plan.rows()]);
        cells.push_back(word(core::idOf(map.records[place]->outcome)));
        cells.push_back(word(core::statusId(row.status)));
        cells.emplace_back(row.steps);
        cells.emplace_back(row.train.lossFinal);
        cells.emplace_back(row.train.accuracyFinal);
        cells.push_back(row.test ? NumberCell(row.test->lossFinal) : NumberCell());
        cells.push_back(row.test ? NumberCell(row.test->accuracyFinal) : NumberCell());
        cells.emplace_back(row.start.deltaRatio);
        cells.emplace_back(row.end.deltaRatio);
        cells.emplace_back(row.start.gradientDead);
        cells.emplace_back(row.end.gradientDead);
        cells.emplace_back(row.start.saturated);
        cells.emplace_back(row.end.saturated);
        table.addRow(std::move(cells));
    }
    return table;
}

} // namespace ui

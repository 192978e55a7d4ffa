// SPDX-License-Identifier: GPL-3.0-or-later
// The numbers behind the card of costs.
#include "ui/base/CostState.h"
#include "ui/base/RaceState.h"
#include "ui/base/Words.h"
#include "ui/panels/CostChart.h"
#include "ui/panels/PanelTables.h"

namespace ui
{

NumberTable costTable(const FrameData& frame)
{
    NumberTable table({QStringLiteral("activation"), QStringLiteral("forward_ns"), QStringLiteral("backward_ns"),
                       QStringLiteral("training_ns"), QStringLiteral("kernels")});
    for (const CostRow& row : costRows(frame))
        table.addRow({fromCore(row.id), row.forward, row.backward, row.step, fromCore(frame.costs->kernels)});
    return table;
}

NumberTable costOutcomeTable(const FrameData& frame)
{
    const std::optional<CostScatter> scatter = costScatter(frame);
    if (!scatter)
        return {};
    QStringList columns;
    for (const std::string& key : frame.race->table.keys)
        columns << fromCore(key);
    const QString measure = fromCore(scatter->measure.info->id);
    columns << QStringLiteral("training_ns") << QStringLiteral("runs") << QStringLiteral("runs_without_a_number");
    for (const char* which : {"median", "lower_quartile", "upper_quartile"})
        columns << QStringLiteral("%1_%2").arg(measure, QLatin1String(which));
    NumberTable table(columns);
    for (const CostPoint& point : scatter->points) {
        const core::Summary summary = core::summarize(scatter->measure, *point.contender);
        NumberTable::Row row;
        for (const std::string& value : point.contender->values)
            row.emplace_back(fromCore(value));
        row.emplace_back(point.cost);
        row.emplace_back(std::int64_t{summary.count + summary.worst});
        row.emplace_back(std::int64_t{summary.worst});
        for (const std::optional<double>& value : {summary.median, summary.lowerQuartile, summary.upperQuartile})
            row.emplace_back(value);
        table.addRow(std::move(row));
    }
    return table;
}

} // namespace ui

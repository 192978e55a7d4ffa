// SPDX-License-Identifier: GPL-3.0-or-later
// The part of Report that has the numbers, rounded for reading.
#include "ui/base/NumberText.h"
#include "ui/report/ComparisonWords.h"
#include "ui/report/ReportParts.h"

#include <QCoreApplication>

#include <algorithm>
#include <functional>
#include <utility>

namespace ui
{

namespace
{

/// The context of this file's words.
struct TableWords {
    Q_DECLARE_TR_FUNCTIONS(ui::ReportTables)
};

/// "97.2 ± 0.4 %".
QString meanText(const core::MeasureInfo& info, const core::Summary& summary)
{
    if (!summary.mean)
        return QStringLiteral("–");
    if (!summary.standardDeviation)
        return measureText(info, *summary.mean);
    if (info.isShare)
        return QStringLiteral("%1 ± %2 %")
            .arg(100 * *summary.mean, 0, 'f', 1)
            .arg(100 * *summary.standardDeviation, 0, 'f', 1);
    return QStringLiteral("%1 ± %2").arg(readableNumber(*summary.mean), readableNumber(*summary.standardDeviation, 2));
}

/// "1240", "1240 (3 of 5)", "– (0 of 5)": the median, and how many runs have a number where not all have.
QString medianText(const core::MeasureInfo& info, const core::Summary& summary)
{
    const QString median = measureText(info, summary.median);
    if (summary.worst == 0)
        return median;
    return TableWords::tr("%1 (%2 of %3)").arg(median).arg(summary.count).arg(summary.count + summary.worst);
}

/// A contender minus the leader, with its interval.
QString differenceCell(const core::Comparison& comparison, std::size_t at)
{
    if (comparison.ranking.empty() || comparison.ranking.front() == at)
        return QStringLiteral("–");
    const core::MeasureInfo& info = *comparison.measure.info;
    const core::ContenderPair& pair = comparison.pair(comparison.ranking.front(), at);
    if (!pair.difference)
        return QStringLiteral("–");
    const bool isReversed = pair.first != at;
    const double sign = isReversed ? -1 : 1;
    const QString difference = differenceText(info, sign * *pair.difference);
    if (!pair.lower || !pair.upper)
        return difference;
    const auto [lower, upper] =
        isReversed ? std::pair(-*pair.upper, -*pair.lower) : std::pair(*pair.lower, *pair.upper);
    return QStringLiteral("%1 (%2 … %3)").arg(difference, differenceText(info, lower), differenceText(info, upper));
}

QString verdictText(core::Verdict verdict)
{
    switch (verdict) {
    case core::Verdict::Best:
        return TableWords::tr("best");
    case core::Verdict::WorseBeyondNoise:
        return TableWords::tr("worse");
    case core::Verdict::NotToldApart:
        return TableWords::tr("not told apart");
    case core::Verdict::TooFewSeeds:
        return TableWords::tr("too few seeds");
    case core::Verdict::NotRanked:
        break;
    }
    return QStringLiteral("–");
}

/// The columns of one table: each a heading and what stands below it.
struct TableColumn {
    QString header;
    std::function<QString(std::size_t)> cell; ///< of a contender of the group
};

TableColumn medianColumn(const MeasureResult& result, std::size_t group, const QString& header)
{
    return {header, [&result, group](std::size_t at) {
                return medianText(*result.measure.info, result.byGroup[group].summaries[at]);
            }};
}

QString runsText(const core::Contender& contender)
{
    const auto& runs = contender.runs;
    const auto diverged = std::count_if(runs.begin(), runs.end(), [](const auto& run) {
        return run.second && run.second->status == core::RunStatus::Diverged;
    });
    const QString all = QString::number(runs.size());
    return diverged == 0 ? all : TableWords::tr("%1, %2 diverged").arg(all).arg(diverged);
}

std::vector<TableColumn> columnsOf(const ComparedSweep& sweep, std::size_t group)
{
    const ContenderGroup& contenders = sweep.groups[group];
    std::vector<TableColumn> columns{
        {TableWords::tr("Contender"), [&](std::size_t at) { return contenders.names[static_cast<qsizetype>(at)]; }},
        {TableWords::tr("Runs"), [&](std::size_t at) { return runsText(contenders.contenders[at]); }}};
    if (const MeasureResult* main = sweep.main()) {
        const core::Comparison& comparison = main->byGroup[group];
        columns.push_back(
            {TableWords::tr("%1, mean ± s.d.").arg(measureName(main->measure, sweep.table.accuracies)),
             [main, &comparison](std::size_t at) { return meanText(*main->measure.info, comparison.summaries[at]); }});
        if (!comparison.pairs.empty()) {
            columns.push_back({main->measure.info->isShare ? TableWords::tr("Difference from the best, points")
                                                           : TableWords::tr("Difference from the best"),
                               [&comparison](std::size_t at) { return differenceCell(comparison, at); }});
            columns.push_back({TableWords::tr("Beyond noise?"),
                               [&comparison](std::size_t at) { return verdictText(comparison.verdicts[at]); }});
        }
    }
    if (const MeasureResult* gap = sweep.find("generalization_gap"))
        columns.push_back(medianColumn(*gap, group, TableWords::tr("Gap")));
    for (const MeasureResult& result : sweep.results)
        if (result.measure.info->ofAccuracy)
            columns.push_back(medianColumn(result, group, measureName(result.measure, sweep.table.accuracies)));
    if (const MeasureResult* ratio = sweep.find("delta_ratio_start"))
        columns.push_back(medianColumn(*ratio, group, TableWords::tr("Delta ratio, start")));
    if (const MeasureResult* ratio = sweep.find("delta_ratio_end"))
        columns.push_back(medianColumn(*ratio, group, TableWords::tr("Delta ratio, end")));
    if (const MeasureResult* dead = sweep.find("gradient_dead_end"))
        columns.push_back(medianColumn(*dead, group, TableWords::tr("Dead units")));
    return columns;
}

/// The best first; what has no rank, last.
std::vector<std::size_t> orderOf(const ComparedSweep& sweep, std::size_t group)
{
    std::vector<std::size_t> order;
    if (const MeasureResult* main = sweep.main())
        order = main->byGroup[group].ranking;
    for (std::size_t at = 0; at < sweep.groups[group].contenders.size(); ++at)
        if (std::find(order.begin(), order.end(), at) == order.end())
            order.push_back(at);
    return order;
}

} // namespace

std::vector<ReportTable> reportTables(const ComparedSweep& sweep)
{
    std::vector<ReportTable> tables;
    for (std::size_t group = 0; group < sweep.groups.size(); ++group) {
        const std::vector<TableColumn> columns = columnsOf(sweep, group);
        ReportTable table{sweep.groups[group].title, {}, {}};
        for (const TableColumn& column : columns)
            table.header << column.header;
        for (const std::size_t at : orderOf(sweep, group)) {
            QStringList row;
            for (const TableColumn& column : columns)
                row << column.cell(at);
            table.rows.push_back(row);
        }
        tables.push_back(std::move(table));
    }
    return tables;
}

QStringList tableNotes(const ComparedSweep& sweep)
{
    QStringList notes{
        TableWords::tr("All but the first measure are medians over the seeds; “3 of 5” says how many runs "
                       "have a number. Dead units and the like are those of the worst layer at the end.")};
    const MeasureResult* main = sweep.main();
    if (main == nullptr)
        return notes;
    const auto hasIntervals = [](const core::Comparison& comparison) { return comparison.tested > 0; };
    if (std::any_of(main->byGroup.begin(), main->byGroup.end(), hasIntervals))
        notes << TableWords::tr("In brackets: the interval of the difference. All intervals of a table hold together "
                                "with a certainty of %1 %.")
                     .arg(100 * (1 - core::kFamilyError));
    return notes;
}

} // namespace ui

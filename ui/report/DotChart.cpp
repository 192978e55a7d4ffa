// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/DotChart.h"

#include "ui/base/NumberText.h"
#include "ui/report/ComparisonWords.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace ui
{

namespace
{

constexpr int kMostRows = 48; ///< of contenders; beyond, nobody reads them in a picture
constexpr int kLongestName = 34;

QString shortened(const QString& name)
{
    return name.size() <= kLongestName ? name : name.left(kLongestName - 1) + QStringLiteral("…");
}

QString readingOf(const core::Measure& measure, const core::Summary& summary)
{
    const QString share = DotChartWords::tr("%1 of %2").arg(summary.count).arg(summary.count + summary.worst);
    if (!summary.median)
        return share;
    const QString median = measureText(*measure.info, *summary.median);
    return summary.worst == 0 ? median : DotChartWords::tr("%1 (%2)").arg(median, share);
}

DotRow rowOf(const core::Contender& contender, const QString& name, const core::Comparison& comparison, std::size_t at)
{
    const core::MeasureInfo& info = *comparison.measure.info;
    const core::Summary& summary = comparison.summaries[at];
    const auto shown = [&info](const std::optional<double>& value) {
        return value ? std::optional(shownValue(info, *value)) : std::nullopt;
    };
    DotRow row;
    row.name = shortened(name);
    row.reading = readingOf(comparison.measure, summary);
    for (const auto& [seed, run] : contender.runs)
        if (const auto observation = core::observationOf(comparison.measure, contender, seed); observation.number)
            row.values.push_back(shownValue(info, *observation.number));
    row.worst = summary.worst;
    row.lower = shown(summary.lowerQuartile);
    row.median = shown(summary.median);
    row.upper = shown(summary.upperQuartile);
    row.isBehind = comparison.verdicts[at] == core::Verdict::WorseBeyondNoise;
    return row;
}

/// The best first; where there is no ranking, by the median.
std::vector<std::size_t> orderOf(const core::Comparison& comparison)
{
    std::vector<std::size_t> order = comparison.ranking;
    if (!order.empty())
        return order;
    for (std::size_t at = 0; at < comparison.summaries.size(); ++at)
        if (comparison.summaries[at].count + comparison.summaries[at].worst > 0)
            order.push_back(at);
    const bool smallFirst = comparison.measure.info->better == core::Better::Lower;
    const auto place = [&](std::size_t at) {
        const std::optional<double>& median = comparison.summaries[at].median;
        return median ? (smallFirst ? *median : -*median) : HUGE_VAL;
    };
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return place(a) < place(b); });
    return order;
}

} // namespace

int DotChart::rows() const
{
    int count = 0;
    for (const DotGroup& group : groups)
        count += static_cast<int>(group.rows.size()) + (group.title.isEmpty() ? 0 : 1);
    return count;
}

int DotChart::worst() const
{
    int count = 0;
    for (const DotGroup& group : groups)
        for (const DotRow& row : group.rows)
            count += row.worst;
    return count;
}

DotChart dotChart(const std::vector<ContenderGroup>& groups, const std::vector<core::Comparison>& comparisons,
                  std::span<const double> accuracies)
{
    DotChart chart;
    if (comparisons.empty())
        return chart;
    const core::Measure& measure = comparisons.front().measure;
    chart.axis = measureAxis(measure, accuracies);
    chart.worstName = worstName(measure);
    chart.isLogarithmic = measure.info->isLog10;
    chart.worstIsLeft = measure.info->better != core::Better::Lower;
    chart.isCensored = measure.info->ofAccuracy;
    if (measure.info->isLog10)
        chart.guide = 1;
    else if (measure.info->id == "generalization_gap")
        chart.guide = 0;
    const std::size_t most = std::max<std::size_t>(3, kMostRows / groups.size());
    for (std::size_t at = 0; at < groups.size(); ++at) {
        const ContenderGroup& group = groups[at];
        DotGroup drawn{group.title, {}};
        for (const std::size_t contender : orderOf(comparisons[at])) {
            if (drawn.rows.size() == most) {
                ++chart.leftOut;
                continue;
            }
            drawn.rows.push_back(rowOf(group.contenders[contender], group.names[static_cast<qsizetype>(contender)],
                                       comparisons[at], contender));
        }
        if (!drawn.rows.empty())
            chart.groups.push_back(std::move(drawn));
    }
    return chart;
}

DotChart dotChart(const std::vector<ContenderGroup>& groups, const core::Measure& measure,
                  std::span<const double> accuracies)
{
    std::vector<core::Comparison> comparisons;
    for (const ContenderGroup& group : groups)
        comparisons.push_back(core::compare(group.contenders, measure));
    return dotChart(groups, comparisons, accuracies);
}

} // namespace ui

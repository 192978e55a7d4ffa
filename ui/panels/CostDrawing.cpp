// SPDX-License-Identifier: GPL-3.0-or-later
// The part of CostChart that draws.
#include "ui/panels/CostChart.h"
#include "ui/panels/PointLabels.h"
#include "ui/report/ComparisonWords.h"
#include "ui/widgets/PlotView.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace ui
{

namespace
{

constexpr double kBarThickness = 0.66;      ///< thickness of a bar, in rows
constexpr double kCostRowInLetters = 1.3;   ///< the tightest that can be read
constexpr double kCostFrameInLetters = 6.5; ///< the legend, the axis with its numbers and its name
constexpr double kBeyondLongest = 1.05;     ///< of the longest bar
constexpr double kPoint = 0.75;             ///< size of a point, in letters
constexpr double kEdge = 0.06;              ///< what stands at the end of an axis keeps so far from it, as a share
constexpr double kWholePercent = 100.0;

/// The context of this file's words.
struct CostWords {
    Q_DECLARE_TR_FUNCTIONS(ui::CostChart)
};

/// Full, or striped: told apart without colour.
QCPBars* addBars(PlotView& plot, const QString& name, const QColor& color, bool isStriped)
{
    auto* bars = new QCPBars(plot.yAxis, plot.xAxis);
    bars->setName(name);
    bars->setWidth(kBarThickness);
    bars->setAntialiased(false);
    bars->setPen(isStriped ? QPen(color, plot.hairline()) : QPen(Qt::NoPen));
    bars->setBrush(isStriped ? QBrush(color, Qt::BDiagPattern) : QBrush(color));
    return bars;
}

void layRows(PlotView& plot, const std::vector<CostRow>& rows)
{
    const auto names = QSharedPointer<QCPAxisTickerText>::create();
    double longest = 0;
    for (std::size_t at = 0; at < rows.size(); ++at) {
        names->addTick(static_cast<double>(at), rows[at].markedName());
        longest = std::max({longest, rows[at].total(), rows[at].step});
    }
    plot.yAxis->setTicker(names);
    plot.yAxis->setTickLength(0, 0);
    plot.yAxis->setTickLabelColor(plot.theme().text);
    plot.yAxis->grid()->setVisible(false);
    plot.yAxis->setRangeReversed(true);
    plot.xAxis->setLabel(CostWords::tr("nanoseconds an element"));
    plot.setFollowedRange(plot.yAxis, {-0.6, static_cast<double>(rows.size()) - 0.4});
    plot.setFollowedRange(plot.xAxis, {0, kBeyondLongest * longest});
}

/// The smallest and the largest of what is drawn upwards.
QCPRange span(const CostScatter& scatter)
{
    std::vector<double> values;
    for (const CostPoint& point : scatter.points)
        for (const std::optional<double>& value : {point.lower, point.median, point.upper})
            if (value && std::isfinite(*value))
                values.push_back(*value);
    if (values.empty())
        return {0, 1};
    const auto [least, most] = std::minmax_element(values.begin(), values.end());
    QCPRange range = roundedRange(*least, *most);
    if (scatter.measure.info->isShare) // no more than all can be right
        range.upper = std::min(range.upper, kWholePercent + kEdge * (kWholePercent - range.lower));
    return range;
}

QCPGraph* addPoints(PlotView& plot, const QCPScatterStyle& style)
{
    QCPGraph* graph = plot.addGraph();
    graph->setLineStyle(QCPGraph::lsNone);
    graph->setScatterStyle(style);
    return graph;
}

void addQuartiles(PlotView& plot, QCPGraph* points, const std::vector<const CostPoint*>& drawn)
{
    QVector<double> below;
    QVector<double> above;
    for (const CostPoint* point : drawn) {
        below << *point->median - point->lower.value_or(*point->median);
        above << point->upper.value_or(*point->median) - *point->median;
    }
    auto* bars = new QCPErrorBars(plot.xAxis, plot.yAxis);
    bars->setDataPlottable(points);
    bars->setData(below, above);
    bars->setPen(QPen(plot.theme().mutedText, plot.hairline() * 1.2));
    bars->setWhiskerWidth(0.5 * plot.textSize());
    bars->setSymbolGap(0);
}

} // namespace

std::size_t costRowsThatFit(const PlotView& plot, int height)
{
    const double letters = height / plot.textSize() - kCostFrameInLetters;
    return static_cast<std::size_t>(std::max(1.0, letters / kCostRowInLetters));
}

void drawCosts(PlotView& plot, const std::vector<CostRow>& rows)
{
    plot.clearPlottables();
    const Theme& theme = plot.theme();
    QCPBars* forward = addBars(plot, CostWords::tr("forward"), theme.series[0], false);
    QCPBars* backward = addBars(plot, CostWords::tr("backward"), theme.series[1], true);
    backward->moveAbove(forward);
    QCPGraph* steps = plot.addGraph(plot.yAxis, plot.xAxis);
    steps->setName(CostWords::tr("both, as trained here"));
    steps->setLineStyle(QCPGraph::lsNone);
    steps->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssDiamond, QPen(theme.card, plot.hairline()),
                                           QBrush(theme.text), kPoint * plot.textSize()));
    for (std::size_t at = 0; at < rows.size(); ++at) {
        const auto place = static_cast<double>(at);
        forward->addData(place, rows[at].forward);
        backward->addData(place, rows[at].backward);
        steps->addData(place, rows[at].step);
    }
    layRows(plot, rows);
}

void drawCostScatter(PlotView& plot, PointLabels& labels, const CostScatter& scatter)
{
    plot.clearPlottables();
    const Theme& theme = plot.theme();
    const double size = kPoint * plot.textSize();
    const QPen rim(theme.card, plot.hairline());
    const QCPRange range = span(scatter);
    const bool worstIsBelow = scatter.measure.info->better == core::Better::Higher;
    const double worst = worstIsBelow ? range.lower + kEdge * range.size() : range.upper - kEdge * range.size();
    QCPGraph* points = addPoints(plot, QCPScatterStyle(QCPScatterStyle::ssCircle, rim, QBrush(theme.series[0]), size));
    QCPGraph* present =
        addPoints(plot, QCPScatterStyle(QCPScatterStyle::ssSquare, rim, QBrush(theme.series[1]), 1.2 * size));
    QCPGraph* broken = addPoints(
        plot, QCPScatterStyle(QCPScatterStyle::ssCross, QPen(theme.alarm, 1.4 * plot.hairline()), Qt::NoBrush, size));
    std::vector<const CostPoint*> inOrder;
    for (const CostPoint& point : scatter.points)
        inOrder.push_back(&point);
    // Graphs sort their points by the key, and quartiles are given in that order.
    std::stable_sort(inOrder.begin(), inOrder.end(),
                     [](const CostPoint* a, const CostPoint* b) { return a->cost < b->cost; });
    std::vector<PointLabels::Label> names;
    std::vector<const CostPoint*> drawn[2];
    double longest = 0;
    for (const CostPoint* point : inOrder) {
        longest = std::max(longest, point->cost);
        const QString text =
            point->median ? point->name : QStringLiteral("%1: %2").arg(point->name, worstName(scatter.measure));
        const double place = point->median.value_or(worst);
        names.push_back(
            {{point->cost, place}, text, point->isPresent, point->lower.value_or(place), point->upper.value_or(place)});
        QCPGraph* graph = !point->median ? broken : point->isPresent ? present : points;
        graph->addData(point->cost, place);
        if (point->median)
            drawn[point->isPresent ? 1 : 0].push_back(point);
    }
    addQuartiles(plot, points, drawn[0]);
    addQuartiles(plot, present, drawn[1]);
    std::stable_partition(names.begin(), names.end(), [](const auto& name) { return name.isStrong; });
    labels.setLabels(std::move(names));
    plot.xAxis->setLabel(CostWords::tr("nanoseconds an element, forward and backward in training"));
    plot.yAxis->setLabel(scatter.up);
    plot.setFollowedRange(plot.xAxis, {0, (kBeyondLongest + kEdge) * longest});
    plot.setFollowedRange(plot.yAxis, range);
}

} // namespace ui

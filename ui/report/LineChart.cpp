// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/LineChart.h"

#include "ui/base/Words.h"
#include "ui/report/ComparisonWords.h"
#include "ui/report/DotChart.h"
#include "ui/widgets/PlotView.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace ui
{

namespace
{

constexpr std::size_t kMostSeries = 8;
constexpr double kManyfold = 30; ///< numbers that span more are seen better by their logarithms
constexpr double kLinePadding = 0.04;

LinePoint pointOf(const ContenderSeries::Point& point, const core::Measure& measure)
{
    const core::Summary summary = core::summarize(measure, *point.contender);
    const auto shown = [&measure](const std::optional<double>& value) {
        return value ? std::optional(shownValue(*measure.info, *value)) : std::nullopt;
    };
    LinePoint drawn{point.number,          {},
                    summary.worst,         shown(summary.lowerQuartile),
                    shown(summary.median), shown(summary.upperQuartile)};
    for (const auto& [seed, run] : point.contender->runs)
        if (const auto seen = core::observationOf(measure, *point.contender, seed); seen.number)
            drawn.values.push_back(shownValue(*measure.info, *seen.number));
    return drawn;
}

/// From the least to the largest of `values`, with room around them.
QCPRange rangeOf(const std::vector<double>& values, bool isLogarithmic)
{
    if (values.empty())
        return isLogarithmic ? QCPRange(0.1, 10) : QCPRange(0, 1);
    const auto [least, most] = std::minmax_element(values.begin(), values.end());
    if (isLogarithmic) {
        const double room = std::pow(*most / *least, kLinePadding) * 1.02;
        return {*least / room, *most * room};
    }
    const double room = std::max(kLinePadding * (*most - *least), 1e-4 * std::max(1.0, std::abs(*most)));
    return {*least - room, *most + room};
}

void layAxis(QCPAxis* axis, const QString& name, bool isLogarithmic, const QCPRange& range)
{
    axis->setLabel(name);
    axis->setScaleType(isLogarithmic ? QCPAxis::stLogarithmic : QCPAxis::stLinear);
    axis->setTicker(isLogarithmic ? QSharedPointer<QCPAxisTicker>(QSharedPointer<QCPAxisTickerLog>::create())
                                  : QSharedPointer<QCPAxisTicker>::create());
    axis->setNumberFormat(QStringLiteral("gb"));
    axis->setNumberPrecision(5);
    axis->setRange(range);
}

/// The numbers themselves where they are few, so that the reader need not guess between ticks.
QSharedPointer<QCPAxisTicker> tickerOf(const LineChart& chart)
{
    constexpr qsizetype kMostTicks = 12;
    auto ticker = QSharedPointer<QCPAxisTickerText>::create();
    for (const LineSeries& series : chart.series)
        for (const LinePoint& point : series.points)
            ticker->addTick(point.number, QString::number(point.number, 'g', 5));
    return ticker->ticks().size() <= kMostTicks ? ticker : QSharedPointer<QCPAxisTickerText>();
}

/// Draws one chart into one plot.
class LineDrawing
{
public:
    LineDrawing(PlotView& plot, const LineChart& chart)
        : m_plot(plot)
        , m_chart(chart)
    {
    }

    void draw()
    {
        m_plot.clearPlottables();
        m_plot.clearItems();
        layAxes();
        for (std::size_t at = 0; at < m_chart.series.size(); ++at) {
            addBand(m_chart.series[at], at);
            addRuns(m_chart.series[at], at);
        }
        for (std::size_t at = 0; at < m_chart.series.size(); ++at)
            addMedians(m_chart.series[at], at);
        addStripName();
        m_plot.legend->setVisible(m_chart.series.size() > 1);
    }

private:
    void layAxes();
    void addBand(const LineSeries& series, std::size_t at);
    void addRuns(const LineSeries& series, std::size_t at);
    void addMedians(const LineSeries& series, std::size_t at);
    QCPGraph* addStretch(const LineSeries& series, std::size_t at, bool isNamed);
    void addStripName();
    QCPGraph* addGraph(QCPGraph::LineStyle style);

    [[nodiscard]] QColor color(std::size_t at) const { return m_plot.theme().series.at(at % 4); }
    [[nodiscard]] static QCPScatterStyle::ScatterShape shape(std::size_t at)
    {
        static constexpr std::array kShapes{QCPScatterStyle::ssCircle,           QCPScatterStyle::ssSquare,
                                            QCPScatterStyle::ssDiamond,          QCPScatterStyle::ssTriangle,
                                            QCPScatterStyle::ssTriangleInverted, QCPScatterStyle::ssPlusCircle,
                                            QCPScatterStyle::ssCrossSquare,      QCPScatterStyle::ssStar};
        return kShapes.at(at % kShapes.size());
    }

    PlotView& m_plot;
    const LineChart& m_chart;
    double m_strip = 0;     ///< where the runs without a number stand
    double m_stripName = 0; ///< and what they did is said
};

void LineDrawing::layAxes()
{
    std::vector<double> numbers;
    std::vector<double> values;
    for (const LineSeries& series : m_chart.series)
        for (const LinePoint& point : series.points) {
            numbers.push_back(point.number);
            values.insert(values.end(), point.values.begin(), point.values.end());
        }
    layAxis(m_plot.xAxis, m_chart.across, m_chart.isLogarithmicAcross, rangeOf(numbers, m_chart.isLogarithmicAcross));
    if (const auto ticker = tickerOf(m_chart))
        m_plot.xAxis->setTicker(ticker);
    QCPRange up = rangeOf(values, m_chart.isLogarithmicUp);
    if (m_chart.worst() > 0) {
        const auto beyond = [&](double share) {
            const double from = m_chart.worstIsBelow ? up.lower : up.upper;
            const double sign = m_chart.worstIsBelow ? -share : share;
            return m_chart.isLogarithmicUp ? from * std::pow(up.upper / up.lower, sign) : from + sign * up.size();
        };
        m_strip = beyond(0.3 * kStripShare);
        m_stripName = beyond(0.72 * kStripShare);
        const double end = beyond(kStripShare);
        (m_chart.worstIsBelow ? up.lower : up.upper) = end;
    }
    layAxis(m_plot.yAxis, m_chart.up, m_chart.isLogarithmicUp, up);
}

QCPGraph* LineDrawing::addGraph(QCPGraph::LineStyle style)
{
    QCPGraph* graph = m_plot.addGraph(m_plot.xAxis, m_plot.yAxis);
    graph->setLineStyle(style);
    graph->setPen(Qt::NoPen); // a mark without a pen of its own would take it
    graph->removeFromLegend();
    return graph;
}

void LineDrawing::addBand(const LineSeries& series, std::size_t at)
{
    QCPGraph* lower = addGraph(QCPGraph::lsLine);
    QCPGraph* upper = addGraph(QCPGraph::lsLine);
    for (const LinePoint& point : series.points) {
        const bool isWhole = point.lower && point.upper; // else the band has a gap
        lower->addData(point.number, isWhole ? *point.lower : std::nan(""));
        upper->addData(point.number, isWhole ? *point.upper : std::nan(""));
    }
    QColor pale = color(at);
    pale.setAlphaF(0.14F);
    upper->setBrush(pale);
    upper->setChannelFillGraph(lower);
}

void LineDrawing::addRuns(const LineSeries& series, std::size_t at)
{
    QCPGraph* runs = addGraph(QCPGraph::lsNone);
    QCPGraph* broken = addGraph(QCPGraph::lsNone);
    for (const LinePoint& point : series.points) {
        for (const double value : point.values)
            runs->addData(point.number, value);
        if (point.worst > 0)
            broken->addData(point.number, m_strip);
    }
    QColor pale = color(at);
    pale.setAlphaF(0.55F);
    const double size = m_plot.textSize() * 0.4;
    runs->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssCircle, QPen(Qt::NoPen), QBrush(pale), size));
    broken->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssCross, QPen(color(at), m_plot.hairline() * 1.6),
                                            Qt::NoBrush, m_plot.textSize() * 0.6));
}

void LineDrawing::addMedians(const LineSeries& series, std::size_t at)
{
    // A line for each stretch of medians: the library draws a mark for a point that is no number.
    QCPGraph* graph = nullptr;
    bool isNamed = false;
    for (const LinePoint& point : series.points) {
        if (!point.median) {
            graph = nullptr;
            continue;
        }
        if (graph == nullptr)
            graph = addStretch(series, at, std::exchange(isNamed, true));
        graph->addData(point.number, *point.median);
    }
    if (!isNamed)
        addStretch(series, at, false);
}

QCPGraph* LineDrawing::addStretch(const LineSeries& series, std::size_t at, bool isNamed)
{
    QCPGraph* graph = addGraph(QCPGraph::lsLine);
    const Qt::PenStyle style = at < 4 ? Qt::SolidLine : Qt::DashLine;
    graph->setPen(QPen(color(at), m_plot.curveWidth(), style));
    graph->setScatterStyle(QCPScatterStyle(shape(at), QPen(color(at), m_plot.curveWidth() * 0.7),
                                           QBrush(m_plot.theme().card), m_plot.textSize() * 0.66));
    graph->setName(series.name);
    if (m_chart.series.size() > 1 && !isNamed)
        graph->addToLegend();
    return graph;
}

void LineDrawing::addStripName()
{
    if (m_chart.worst() == 0)
        return;
    auto* name = new QCPItemText(&m_plot);
    name->setText(m_chart.worstName);
    name->position->setCoords(m_plot.xAxis->range().upper, m_stripName);
    name->setPositionAlignment(Qt::AlignRight | Qt::AlignVCenter);
    name->setColor(m_plot.theme().alarm);
    name->setFont(m_plot.font());
}

} // namespace

int LineChart::worst() const
{
    int count = 0;
    for (const LineSeries& one : series)
        for (const LinePoint& point : one.points)
            count += point.worst;
    return count;
}

LineChart lineChart(const core::SweepTable& table, std::size_t key, const core::Measure& measure)
{
    LineChart chart;
    chart.across = fieldLabel(table.keys[key]);
    chart.up = measureAxis(measure, table.accuracies);
    chart.worstName = worstName(measure);
    chart.isLogarithmicUp = measure.info->isLog10;
    chart.worstIsBelow = measure.info->better != core::Better::Lower;
    double least = HUGE_VAL;
    double most = -HUGE_VAL;
    for (const ContenderSeries& series : seriesOf(table, key)) {
        if (chart.series.size() == kMostSeries) {
            ++chart.leftOut;
            continue;
        }
        LineSeries drawn{series.name, {}};
        for (const ContenderSeries::Point& point : series.points) {
            least = std::min(least, point.number);
            most = std::max(most, point.number);
            drawn.points.push_back(pointOf(point, measure));
        }
        chart.series.push_back(std::move(drawn));
    }
    chart.isLogarithmicAcross = least > 0 && most / least >= kManyfold;
    return chart;
}

void drawLines(PlotView& plot, const LineChart& chart)
{
    LineDrawing(plot, chart).draw();
}

} // namespace ui

// SPDX-License-Identifier: GPL-3.0-or-later
// The part of DotChart that draws.
#include "ui/report/DotChart.h"
#include "ui/widgets/PlotView.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace ui
{

namespace
{

constexpr double kHalfBox = 0.34;     ///< of the quartiles, in rows
constexpr double kSpread = 0.24;      ///< of the dots of one row, to both sides
constexpr double kDotPadding = 0.035; ///< beyond the outermost dots, as a share of what they span
constexpr double kDotInLetters = 0.58;
constexpr double kDotRowInLetters = 1.85;
constexpr double kDotFrameInLetters = 5.2; ///< the axis with its numbers and its name

/// Both kinds of axes as one on which lengths are equal: the value, or its logarithm.
double unrolled(const DotChart& chart, double value)
{
    return chart.isLogarithmic ? std::log10(value) : value;
}

double rolled(const DotChart& chart, double place)
{
    return chart.isLogarithmic ? std::pow(10, place) : place;
}

/// What the axis shows, unrolled.
struct Span {
    double lower = 0;
    double upper = 1;
    double strip = 0; ///< where the runs without a number stand; its border is halfway to the data
    double border = 0;
};

Span spanOf(const DotChart& chart)
{
    std::vector<double> places;
    for (const DotGroup& group : chart.groups)
        for (const DotRow& row : group.rows)
            for (const double value : row.values)
                places.push_back(unrolled(chart, value));
    if (chart.guide && !places.empty())
        places.push_back(unrolled(chart, *chart.guide));
    if (chart.isCensored && !places.empty())
        places.push_back(0);
    Span span;
    if (!places.empty()) {
        const auto [least, most] = std::minmax_element(places.begin(), places.end());
        span = {*least, *most};
    }
    if (chart.isLogarithmic) // at whole decades, or there might be no number on it
        span = {std::floor(span.lower), std::max(std::ceil(span.upper), std::floor(span.lower) + 1)};
    const double width = std::max(span.upper - span.lower, 1e-3 * std::max(1.0, std::abs(span.upper)));
    span.lower -= kDotPadding * width;
    span.upper += kDotPadding * width;
    if (chart.worst() == 0)
        return span;
    const double strip = kStripShare * (span.upper - span.lower);
    span.border = chart.worstIsLeft ? span.lower : span.upper;
    span.strip = span.border + (chart.worstIsLeft ? -strip : strip) / 2;
    (chart.worstIsLeft ? span.lower : span.upper) += chart.worstIsLeft ? -strip : strip;
    return span;
}

/// The place of one of `count` that are spread from −1 to 1.
double shareOf(std::size_t index, std::size_t count)
{
    return count < 2 ? 0 : 2 * static_cast<double>(index) / static_cast<double>(count - 1) - 1;
}

/// Draws one chart into one plot.
class DotDrawing
{
public:
    DotDrawing(PlotView& plot, const DotChart& chart)
        : m_plot(plot)
        , m_theme(plot.theme())
        , m_chart(chart)
        , m_span(spanOf(chart))
    {
    }

    void draw()
    {
        m_plot.clearPlottables();
        m_plot.clearItems();
        if (m_plot.legend)
            m_plot.legend->setVisible(false);
        layAxes();
        if (m_chart.guide)
            addLine(*m_chart.guide, Qt::DashLine);
        addStrip();
        double place = 0;
        for (const DotGroup& group : m_chart.groups) {
            if (!group.title.isEmpty())
                addTitle(group.title, place++);
            for (const DotRow& row : group.rows)
                addRow(row, place++);
        }
    }

private:
    void layAxes();
    void addLine(double value, Qt::PenStyle style);
    void addStrip();
    void addTitle(const QString& title, double place);
    void addRow(const DotRow& row, double place);
    void addSummary(const DotRow& row, double place);
    void addBroken(int count, double place);
    void addDots(const std::vector<double>& keys, const std::vector<double>& places, const QCPScatterStyle& style);
    QCPItemText* addText(const QString& text, double value, double place);

    [[nodiscard]] double at(double place) const { return rolled(m_chart, place); }

    PlotView& m_plot;
    const Theme& m_theme;
    const DotChart& m_chart;
    Span m_span;
};

void DotDrawing::layAxes()
{
    QCPAxis* across = m_plot.xAxis;
    across->setLabel(m_chart.axis);
    across->setScaleType(m_chart.isLogarithmic ? QCPAxis::stLogarithmic : QCPAxis::stLinear);
    across->setTicker(m_chart.isLogarithmic ? QSharedPointer<QCPAxisTicker>(QSharedPointer<QCPAxisTickerLog>::create())
                                            : QSharedPointer<QCPAxisTicker>::create());
    across->setNumberFormat(QStringLiteral("gb"));
    across->setNumberPrecision(5);
    across->setRange(at(m_span.lower), at(m_span.upper));

    const auto names = QSharedPointer<QCPAxisTickerText>::create();
    const auto readings = QSharedPointer<QCPAxisTickerText>::create();
    readings->addTick(-1, DotChartWords::tr("median"));
    double place = 0;
    for (const DotGroup& group : m_chart.groups) {
        place += group.title.isEmpty() ? 0 : 1;
        for (const DotRow& row : group.rows) {
            names->addTick(place, row.name);
            readings->addTick(place++, row.reading);
        }
    }
    m_plot.yAxis2->setVisible(true);
    for (QCPAxis* axis : {m_plot.yAxis, m_plot.yAxis2}) {
        axis->setTicker(axis == m_plot.yAxis ? names : readings);
        axis->setRangeReversed(true);
        axis->setRange(-1.5, place - 0.4);
        axis->setTickLength(0, 0);
        axis->setBasePen(Qt::NoPen);
        axis->setTickLabelColor(m_theme.text);
        axis->setTickLabels(true);
        axis->setTickLabelPadding(static_cast<int>(m_plot.textSize() * 0.5));
        axis->grid()->setVisible(false);
        axis->setLabel({});
    }
}

void DotDrawing::addLine(double value, Qt::PenStyle style)
{
    auto* line = new QCPItemStraightLine(&m_plot);
    line->setLayer(QStringLiteral("grid"));
    line->point1->setCoords(value, 0);
    line->point2->setCoords(value, 1);
    line->setPen(QPen(m_theme.mutedText, m_plot.hairline(), style));
}

QCPItemText* DotDrawing::addText(const QString& text, double value, double place)
{
    auto* item = new QCPItemText(&m_plot);
    item->setText(text);
    item->position->setCoords(value, place);
    item->setClipToAxisRect(false);
    item->setColor(m_theme.mutedText);
    item->setFont(m_plot.font());
    item->setPadding(QMargins(0, 0, 0, 0));
    return item;
}

void DotDrawing::addStrip()
{
    if (m_chart.worst() == 0)
        return;
    addLine(at(m_span.border), Qt::SolidLine);
    const double end = at(m_chart.worstIsLeft ? m_span.lower : m_span.upper);
    QCPItemText* name = addText(m_chart.worstName, end, -1);
    name->setPositionAlignment((m_chart.worstIsLeft ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    name->setColor(m_theme.alarm);
}

void DotDrawing::addTitle(const QString& title, double place)
{
    QCPItemText* text = addText(title, at(m_span.lower), place + 0.08);
    text->setPositionAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    text->setFont(m_plot.font(1.08, QFont::DemiBold));
    text->setColor(m_theme.text);
    text->setPadding(QMargins(static_cast<int>(m_plot.textSize() * 0.3), 0, 0, 0));
}

void DotDrawing::addSummary(const DotRow& row, double place)
{
    const QColor color = m_theme.series.at(row.isBehind ? 1 : 0);
    if (row.lower && row.upper) {
        auto* box = new QCPItemRect(&m_plot);
        box->setLayer(QStringLiteral("grid"));
        box->topLeft->setCoords(*row.lower, place - kHalfBox);
        box->bottomRight->setCoords(*row.upper, place + kHalfBox);
        box->setPen(Qt::NoPen);
        box->setBrush(mixed(m_theme.card, color, kBoxShare));
    }
    if (row.median) {
        auto* line = new QCPItemLine(&m_plot);
        line->start->setCoords(*row.median, place - kHalfBox);
        line->end->setCoords(*row.median, place + kHalfBox);
        line->setPen(QPen(m_theme.text, m_plot.curveWidth(), Qt::SolidLine, Qt::FlatCap));
    }
}

void DotDrawing::addDots(const std::vector<double>& keys, const std::vector<double>& places,
                         const QCPScatterStyle& style)
{
    QCPGraph* graph = m_plot.addGraph(m_plot.xAxis, m_plot.yAxis);
    graph->setLineStyle(QCPGraph::lsNone);
    graph->setScatterStyle(style);
    graph->setData(QVector<double>(keys.begin(), keys.end()), QVector<double>(places.begin(), places.end()));
}

void DotDrawing::addRow(const DotRow& row, double place)
{
    addSummary(row, place);
    // The seeds from top to bottom, so that equal ones do not hide each other.
    std::vector<double> places;
    for (std::size_t i = 0; i < row.values.size(); ++i)
        places.push_back(place + kSpread * shareOf(i, row.values.size()));
    const QColor color = m_theme.series.at(row.isBehind ? 1 : 0);
    addDots(row.values, places,
            QCPScatterStyle(QCPScatterStyle::ssCircle, QPen(color, m_plot.hairline() * 1.2),
                            row.isBehind ? QBrush(m_theme.card) : QBrush(color), m_plot.textSize() * kDotInLetters));
    addBroken(row.worst, place);
}

void DotDrawing::addBroken(int count, double place)
{
    if (count == 0)
        return;
    // Side by side across their strip.
    const double half = std::abs(m_span.strip - m_span.border);
    std::vector<double> keys;
    for (int i = 0; i < count; ++i)
        keys.push_back(
            at(m_span.strip + 0.72 * half * shareOf(static_cast<std::size_t>(i), static_cast<std::size_t>(count))));
    const double size = m_plot.textSize() * kDotInLetters;
    QCPScatterStyle style(QCPScatterStyle::ssCross, size);
    if (m_chart.isCensored) {
        QPainterPath arrow;
        arrow.addPolygon(QPolygonF({{-2.5, -3}, {3, 0}, {-2.5, 3}}));
        arrow.closeSubpath();
        style = QCPScatterStyle(arrow, Qt::NoPen, Qt::NoBrush, size);
    }
    style.setPen(QPen(m_theme.alarm, m_plot.hairline() * 1.4));
    addDots(keys, std::vector<double>(keys.size(), place), style);
}

} // namespace

void drawDots(PlotView& plot, const DotChart& chart)
{
    DotDrawing(plot, chart).draw();
}

int dotChartHeight(const DotChart& chart, double textSize)
{
    return static_cast<int>(textSize * ((chart.rows() + 1) * kDotRowInLetters + kDotFrameInLetters));
}

} // namespace ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/GradientPanel.h"

#include "ui/base/NumberText.h"
#include "ui/panels/DivergenceMark.h"
#include "ui/panels/MomentMark.h"
#include "ui/panels/PanelTables.h"
#include "ui/widgets/Canvas.h"
#include "ui/widgets/ImagePlottable.h"
#include "ui/widgets/PlotView.h"
#include "ui/widgets/SegmentedSwitch.h"

#include <QStackedLayout>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>
#include <limits>

namespace ui
{

namespace
{

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();
constexpr std::size_t kMaxColumns = 400;
constexpr std::size_t kMaxPoints = 5000; ///< of all lines
constexpr std::size_t kFewestPoints = 100;

/// Fewer points where there are many lines: together they must fit into a frame.
std::size_t pointsPerLine(std::size_t lines, std::size_t pointsAcross)
{
    return std::min(pointsAcross, std::max(kMaxPoints / std::max<std::size_t>(lines, 1), kFewestPoints));
}

struct PositiveRange {
    double lower = std::numeric_limits<double>::infinity();
    double upper = 0;
    [[nodiscard]] bool empty() const { return upper <= 0; }
};

PositiveRange positiveRange(const LayerSeries& series)
{
    PositiveRange range;
    for (const std::vector<double>& values : series.values)
        for (const double value : values)
            if (value > 0 && std::isfinite(value)) {
                range.lower = std::min(range.lower, value);
                range.upper = std::max(range.upper, value);
            }
    return range;
}

} // namespace

GradientPanel::GradientPanel(QWidget* parent)
    : Panel(parent)
    , m_bannerCanvas(new Canvas(
          [this](QPainter& painter, const QRectF& area) { m_banner.paint(painter, area, theme(), textSize()); }))
    , m_linePlot(new PlotView)
    , m_mapPlot(new PlotView)
    , m_plots(new QStackedLayout)
{
    SegmentedSwitch* quantities =
        addSwitch(QStringLiteral("quantity"), tr("Quantity"), {QStringLiteral("δ"), QStringLiteral("∇W")});
    quantities->setChoiceToolTip(Delta, tr("delta: the gradient of the loss with respect to z, root mean square"));
    quantities->setChoiceToolTip(WeightGradient, tr("The norm of the gradient of the weights"));
    addMenuSwitch(QStringLiteral("drawing"), tr("Drawing"), {tr("one line a layer"), tr("map of layers and steps")});
    addMenuSwitch(QStringLiteral("scale"), tr("Gradient axis"), {tr("logarithmic"), tr("linear")});

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    layout->addWidget(m_bannerCanvas);
    layout->addLayout(m_plots, 1);
    m_plots->addWidget(m_linePlot);
    m_plots->addWidget(m_mapPlot);
    buildLinePlot();
    buildMapPlot();
    setAccessibleName(title());
    setTheme(theme());
}

void GradientPanel::buildLinePlot()
{
    m_linePlot->xAxis->setObjectName(QStringLiteral("lines.step"));
    m_linePlot->yAxis->setObjectName(QStringLiteral("lines.value"));
    addPlot(m_linePlot);
    m_linePlot->xAxis->setNumberFormat(QStringLiteral("gb"));
    m_linePlot->xAxis->setNumberPrecision(7);
    m_lineMark = new DivergenceMark(m_linePlot, m_linePlot->axisRect());
    m_lineMoment = new MomentMark(m_linePlot, m_linePlot->axisRect());
}

void GradientPanel::buildMapPlot()
{
    m_mapPlot->xAxis->setObjectName(QStringLiteral("map.step"));
    m_mapPlot->yAxis->setObjectName(QStringLiteral("map.layer"));
    addPlot(m_mapPlot);
    m_map = new ImagePlottable(m_mapPlot->xAxis, m_mapPlot->yAxis);
    m_mapPlot->yAxis->setRangeReversed(true);
    m_mapPlot->xAxis->setNumberFormat(QStringLiteral("gb"));
    m_mapPlot->xAxis->setNumberPrecision(7);
    for (QCPAxis* axis : {m_mapPlot->xAxis, m_mapPlot->yAxis})
        axis->grid()->setVisible(false);
    m_scale = new QCPColorScale(m_mapPlot);
    m_scale->setType(QCPAxis::atRight);
    m_scale->setBarWidth(8);
    m_scale->setRangeDrag(false);
    m_scale->setRangeZoom(false);
    m_mapPlot->plotLayout()->addElement(0, 1, m_scale);
    auto* margins = new QCPMarginGroup(m_mapPlot);
    m_mapPlot->axisRect()->setMarginGroup(QCP::msTop | QCP::msBottom, margins);
    m_scale->setMarginGroup(QCP::msTop | QCP::msBottom, margins);
    m_mapMark = new DivergenceMark(m_mapPlot, m_mapPlot->axisRect());
    m_mapMoment = new MomentMark(m_mapPlot, m_mapPlot->axisRect());
    m_mapPlot->setCursor(Qt::PointingHandCursor);
    for (PlotView* plot : {m_linePlot, m_mapPlot})
        connect(plot, &PlotView::clicked, this, [this, plot](const QPoint& place) {
            if (const int layer = readAt(plot, place).layer; layer > 0)
                emit layerPicked(layer);
        });
}

QString GradientPanel::title() const
{
    return tr("Gradient flow");
}

QString GradientPanel::help() const
{
    return tr(
        "How large the gradient is in each hidden layer, step by step, on its way back from the loss to the first "
        "layer.\n\n"
        "delta is the gradient of the loss with respect to z (root mean square over units and samples); ∇W is the norm "
        "of "
        "the gradient of a layer's weights. They are not the same picture: ∇W can stay level while delta vanishes.\n\n"
        "The big number is delta of layer 1 divided by delta of the last layer. Far below 1 the gradient vanishes on "
        "its "
        "way, and the first layers hardly learn; far above 1 it explodes. On a logarithmic axis equal distances are "
        "equal factors.\n\n"
        "Point at a line to read it; click it, or use the arrow keys, to select its layer in all cards.");
}

QString GradientPanel::quantityName() const
{
    return ofWeights() ? tr("norm of ∇W") : tr("delta (rms)");
}

void GradientPanel::setTheme(const Theme& newTheme)
{
    Panel::setTheme(newTheme);
    m_bannerCanvas->setFixedHeight(static_cast<int>(GradientBanner::height(textSize())));
    for (PlotView* plot : {m_linePlot, m_mapPlot}) {
        plot->setTheme(newTheme);
        plot->xAxis->setLabel(tr("step"));
    }
    m_mapPlot->yAxis->setLabel(tr("layer"));
    QCPColorGradient gradient;
    QMap<double, QColor> stops;
    for (int stop = 0; stop <= 16; ++stop)
        stops.insert(stop / 16.0, QColor::fromRgb(newTheme.heat(stop / 16.0)));
    gradient.setColorStops(stops);
    m_scale->setGradient(gradient);
    QCPAxis* axis = m_scale->axis();
    axis->setTickLabelFont(m_mapPlot->font());
    axis->setLabelFont(m_mapPlot->font());
    axis->setTickLabelColor(newTheme.mutedText);
    axis->setLabelColor(newTheme.mutedText);
    axis->setBasePen(QPen(newTheme.axis));
    axis->setTickPen(QPen(newTheme.axis));
    axis->setSubTickPen(Qt::NoPen);
    m_lineMark->restyle();
    m_mapMark->restyle();
    m_lineMoment->restyle();
    m_mapMoment->restyle();
}

void GradientPanel::setPaper(double size)
{
    Panel::setPaper(size);
    for (PlotView* plot : {m_linePlot, m_mapPlot})
        plot->setTextSize(size, true);
    m_scale->setBarWidth(static_cast<int>(size * 0.9));
    setTheme(theme());
}

void GradientPanel::display(const FrameData& frame)
{
    const core::Snapshot& snapshot = frame.snapshot;
    m_depth = static_cast<int>(snapshot.layers.size());
    m_banner.finding = core::gradientFinding(snapshot);
    m_banner.deltaRatio = snapshot.deltaRatio;
    m_banner.depth = m_depth;
    m_bannerCanvas->refresh();
    m_plots->setCurrentWidget(drawsMap() ? m_mapPlot : m_linePlot);
    describe(snapshot);
    m_series = {};
    m_lineMark->show(snapshot);
    m_mapMark->show(snapshot);
    m_lineMoment->show(frame.cursor);
    m_mapMoment->show(frame.cursor);

    if (m_depth == 0) {
        showMessage(tr("No hidden layer: there is no way back to look at."));
        return;
    }
    const auto quantity = ofWeights() ? &core::StepRecord::weightGradNorm : &core::StepRecord::deltaRms;
    const auto depth = static_cast<std::size_t>(m_depth);
    const bool comparable =
        frame.history.records().empty() || (frame.history.records().front().*quantity).size() >= depth;
    if (frame.history.records().empty() || !comparable) {
        showMessage(tr("No update yet: play, or take a step."));
        return;
    }
    m_series = layerSeries(frame.history, quantity, depth,
                           drawsMap() ? kMaxColumns : pointsPerLine(depth, m_linePlot->pointsAcross()));
    if (drawsMap())
        showMap(frame.snapshot.divergence.has_value());
    else
        showLines(frame);
}

void GradientPanel::showMessage(const QString& message)
{
    for (PlotView* plot : {m_linePlot, m_mapPlot}) {
        plot->setMessage(message);
        plot->queueReplot();
    }
}

void GradientPanel::setLineCount(std::size_t count)
{
    if (m_lines.size() == count)
        return;
    m_linePlot->clearGraphs();
    m_lines.clear();
    for (std::size_t line = 0; line < count; ++line)
        m_lines.push_back(m_linePlot->addGraph());
    m_selectedLine = m_linePlot->addGraph();
}

void GradientPanel::showLines(const FrameData& frame)
{
    const LayerSeries& series = m_series;
    const PositiveRange range = positiveRange(series);
    if (range.empty()) {
        showMessage(tr("No gradient: it is exactly 0 in every layer."));
        return;
    }
    m_linePlot->setMessage({});
    setLineCount(series.values.size());
    const double width =
        m_depth <= 12 ? std::max(1.5 * theme().lineScale, m_linePlot->hairline()) : m_linePlot->hairline();
    m_selectedLine->data()->clear();
    const std::size_t points = series.lastSteps.size();
    QVector<QCPGraphData> line(static_cast<qsizetype>(points));
    for (std::size_t layer = 0; layer < series.values.size(); ++layer) {
        for (std::size_t point = 0; point < points; ++point) {
            const double value = series.values[layer][point];
            const bool drawable = value > 0 && std::isfinite(value);
            line[static_cast<qsizetype>(point)] = {series.lastSteps[point], drawable ? value : kNaN};
        }
        const int index = static_cast<int>(layer) + 1;
        const QColor color = theme().layerColor(index, m_depth);
        m_lines[layer]->setPen(QPen(color, width));
        m_lines[layer]->data()->set(line, true);
        if (index == frame.selectedLayer) {
            m_selectedLine->setPen(QPen(color, onPaper() ? 3.4 : 3));
            m_selectedLine->data()->set(line, true);
        }
    }
    m_linePlot->setFollowedRange(m_linePlot->xAxis,
                                 {0, stepsShown(series.lastSteps.back(), frame.snapshot.divergence.has_value())});
    scaleLines(range.lower, range.upper);
    m_linePlot->yAxis->setLabel(quantityName());
    m_linePlot->queueReplot();
}

void GradientPanel::scaleLines(double lower, double upper)
{
    QCPAxis* axis = m_linePlot->yAxis;
    if (isLogarithmic()) {
        axis->setScaleType(QCPAxis::stLogarithmic);
        axis->setTicker(QSharedPointer<QCPAxisTickerLog>::create());
        axis->setNumberFormat(QStringLiteral("eb"));
        axis->setNumberPrecision(0);
        m_linePlot->setFollowedRange(axis, decadeRange(lower, upper));
    } else {
        axis->setScaleType(QCPAxis::stLinear);
        axis->setTicker(QSharedPointer<QCPAxisTicker>::create());
        axis->setNumberFormat(QStringLiteral("gb"));
        axis->setNumberPrecision(3);
        m_linePlot->setFollowedRange(axis, {0, roundedRange(0, upper * 1.02).upper});
    }
}

void GradientPanel::showMap(bool diverged)
{
    const LayerSeries& series = m_series;
    const PositiveRange range = positiveRange(series);
    if (range.empty()) {
        showMessage(tr("No gradient: it is exactly 0 in every layer."));
        return;
    }
    m_mapPlot->setMessage({});
    const bool logarithmic = isLogarithmic();
    const QCPRange levels = logarithmic ? roundedRange(std::log10(range.lower), std::log10(range.upper))
                                        : QCPRange(0, roundedRange(0, range.upper).upper);
    const auto columns = static_cast<int>(std::min<double>(kMaxColumns, std::max(1.0, series.lastSteps.back())));
    QImage image(columns, m_depth, QImage::Format_RGB32);
    // Points need not be equally long: each column asks for the one that holds its step.
    std::size_t point = 0;
    for (int column = 0; column < columns; ++column) {
        const double step = series.lastSteps.back() * (column + 0.5) / columns;
        while (point + 1 < series.lastSteps.size() && series.lastSteps[point] < step)
            ++point;
        for (int layer = 0; layer < m_depth; ++layer) {
            const double value = series.values[static_cast<std::size_t>(layer)][point];
            const bool finite = std::isfinite(value);
            const QRgb color =
                !finite      ? theme().alarm.rgb()
                : value <= 0 ? theme().silent.rgb()
                             : theme().heat(((logarithmic ? std::log10(value) : value) - levels.lower) / levels.size());
            reinterpret_cast<QRgb*>(image.scanLine(layer))[column] = color;
        }
    }
    m_map->setImage(image, {0, series.lastSteps.back()}, {0.5, m_depth + 0.5}, false);
    m_mapPlot->setFollowedRange(m_mapPlot->xAxis, {0, stepsShown(series.lastSteps.back(), diverged)});
    m_mapPlot->setFollowedRange(m_mapPlot->yAxis, {0.5, m_depth + 0.5});
    m_mapPlot->yAxis->setTicker(layerTicker(m_depth));
    m_scale->setDataRange(levels);
    const QString quantity = ofWeights() ? QStringLiteral("‖∇W‖") : QStringLiteral("δ");
    m_scale->axis()->setLabel(logarithmic ? QStringLiteral("log₁₀ ") + quantity : quantity);
    m_mapPlot->queueReplot();
}

void GradientPanel::paintContent(QCPPainter& painter, const QRect& target)
{
    QRect rest = target;
    rest.setTop(target.top() + static_cast<int>(GradientBanner::height(textSize())));
    m_banner.paint(painter, QRectF(target.topLeft(), QSizeF(target.width(), rest.top() - target.top())), theme(),
                   textSize());
    (drawsMap() ? m_mapPlot : m_linePlot)->paintInto(painter, rest);
}

NumberTable GradientPanel::table(const FrameData& frame) const
{
    return gradientTable(frame, ofWeights());
}

} // namespace ui

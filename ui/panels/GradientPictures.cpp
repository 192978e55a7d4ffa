// SPDX-License-Identifier: GPL-3.0-or-later
// The part of GradientPanel that draws: the lines of the layers, and the map of layers and steps.
#include "ui/base/NotANumber.h"
#include "ui/panels/GradientPanel.h"
#include "ui/widgets/ImagePlottable.h"
#include "ui/widgets/PlotView.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace ui
{

namespace
{

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

void GradientPanel::setLineCount(std::size_t count)
{
    if (m_lines.size() == count)
        return;
    m_linePlot->clearGraphs();
    m_lines.clear();
    for (std::size_t line = 0; line < count; ++line)
        m_lines.push_back(m_linePlot->addGraph());
    m_selectedLine = m_linePlot->addGraph();
    m_guide = m_linePlot->addGraph();
    m_linePlot->legend->clearItems(); // layers have their colours; contenders have names
    m_others.build();
}

void GradientPanel::showGuide(double lastStep)
{
    constexpr double kGoodUpdateRatio = 1e-3;
    const bool isUpdate = quantity() == Quantity::Update;
    m_guide->setPen(QPen(theme().text, m_linePlot->hairline(), Qt::DashLine));
    m_guide->data()->set(isUpdate ? QVector<QCPGraphData>{{0, kGoodUpdateRatio}, {lastStep, kGoodUpdateRatio}}
                                  : QVector<QCPGraphData>(),
                         true);
}

void GradientPanel::showProfile(const FrameData& frame)
{
    if (!m_profile.show(frame, quantity(), isLogarithmic())) {
        showMessage(quantity() == Quantity::Update && frame.snapshot.step == 0
                        ? tr("No update yet: play, or take a step.")
                        : tr("No gradient: it is exactly 0 in every layer."));
        return;
    }
    m_profilePlot->setMessage({});
    m_profilePlot->xAxis->setTicker(layerTicker(m_depth));
    m_profilePlot->setFollowedRange(m_profilePlot->xAxis, {0.6, m_depth + 0.4});
    scale(m_profilePlot->yAxis, m_profile.lower(), m_profile.upper());
    m_profilePlot->yAxis->setLabel(GradientProfile::name(quantity()));
    m_profilePlot->queueReplot();
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
    showGuide(series.lastSteps.back());
    showContenders(frame);
    PositiveRange all = range;
    m_others.extend(all.lower, all.upper);
    scale(m_linePlot->yAxis, all.lower, all.upper);
    m_linePlot->yAxis->setLabel(quantityName());
    m_linePlot->queueReplot();
}

void GradientPanel::showContenders(const FrameData& frame)
{
    m_others.show(frame.contenders, tr("%1, layer %2").arg(QStringLiteral("%1"), QString::number(frame.selectedLayer)),
                  [&](const Contender& contender) {
                      QVector<QCPGraphData> line;
                      const auto layer = static_cast<std::size_t>(std::max(frame.selectedLayer, 1));
                      const auto& records = contender.history->records();
                      if (records.empty() || (records.front().*recorded()).size() <= layer)
                          return line; // it is not as deep
                      const LayerSeries series =
                          layerSeries(*contender.history, recorded(), layer, m_linePlot->pointsAcross());
                      for (std::size_t point = 0; point < series.lastSteps.size(); ++point) {
                          const double value = series.values[layer - 1][point];
                          const bool drawable = value > 0 && std::isfinite(value);
                          line.append({series.lastSteps[point], drawable ? value : kNaN});
                      }
                      return line;
                  });
    m_linePlot->legend->setVisible(m_linePlot->legend->itemCount() > 0);
}

void GradientPanel::scale(QCPAxis* axis, double lower, double upper)
{
    auto* plot = static_cast<PlotView*>(axis->parentPlot());
    if (isLogarithmic()) {
        axis->setScaleType(QCPAxis::stLogarithmic);
        axis->setTicker(QSharedPointer<QCPAxisTickerLog>::create());
        axis->setNumberFormat(QStringLiteral("eb"));
        axis->setNumberPrecision(0);
        plot->setFollowedRange(axis, decadeRange(lower, upper));
    } else {
        axis->setScaleType(QCPAxis::stLinear);
        axis->setTicker(QSharedPointer<QCPAxisTicker>::create());
        axis->setNumberFormat(QStringLiteral("gb"));
        axis->setNumberPrecision(3);
        plot->setFollowedRange(axis, {0, roundedRange(0, upper * 1.02).upper});
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
    const auto columns = static_cast<int>(std::min<double>(kMostColumns, std::max(1.0, series.lastSteps.back())));
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
    const QString name = quantity() == Quantity::Delta            ? QStringLiteral("δ")
                         : quantity() == Quantity::WeightGradient ? QStringLiteral("‖∇W‖")
                                                                  : QStringLiteral("ΔW / W");
    m_scale->axis()->setLabel(logarithmic ? QStringLiteral("log₁₀ ") + name : name);
    m_mapPlot->queueReplot();
}

} // namespace ui

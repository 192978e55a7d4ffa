// SPDX-License-Identifier: GPL-3.0-or-later
// The part of GradientPanel that reads: the numbers at a step and a layer, the sentence, the explanation.
#include "ui/base/NumberText.h"
#include "ui/panels/Explanation.h"
#include "ui/panels/GradientPanel.h"
#include "ui/widgets/PlotView.h"

#include <algorithm>
#include <cmath>

namespace ui
{

std::size_t GradientPanel::pointAt(double step) const
{
    // Each point speaks of the steps up to its last one.
    const auto& lasts = m_series.lastSteps;
    const auto found = std::lower_bound(lasts.begin(), lasts.end(), step);
    return static_cast<std::size_t>(std::min(found, lasts.end() - 1) - lasts.begin());
}

int GradientPanel::nearestLayer(double y, std::size_t point) const
{
    int nearest = 0;
    double smallest = std::numeric_limits<double>::infinity();
    for (std::size_t layer = 0; layer < m_series.values.size(); ++layer) {
        const double value = m_series.values[layer][point];
        const double distance = std::abs(m_linePlot->yAxis->coordToPixel(value) - y);
        if (value > 0 && std::isfinite(value) && distance < smallest) {
            smallest = distance;
            nearest = static_cast<int>(layer) + 1;
        }
    }
    return nearest;
}

Readout GradientPanel::readoutOf(const Pointer& pointer) const
{
    const std::size_t point = pointer.step ? pointAt(*pointer.step) : m_series.lastSteps.size() - 1;
    const auto row = [&](int layer) {
        const double value = m_series.values[static_cast<std::size_t>(layer - 1)][point];
        return Readout::Row{tr("layer %1").arg(layer), readableNumber(value, 3), theme().layerColor(layer, m_depth)};
    };
    Readout readout;
    const auto first = static_cast<qint64>(m_series.firstSteps[point]);
    const auto last = static_cast<qint64>(m_series.lastSteps[point]);
    readout.heading =
        first < last ? tr("steps %1 – %2").arg(countText(first), countText(last)) : tr("step %1").arg(countText(last));
    if (pointer.layer > 0) {
        readout.rows.push_back(row(pointer.layer));
        return readout;
    }
    readout.rows.push_back(row(1));
    if (m_depth > 1)
        readout.rows.push_back(row(m_depth));
    return readout;
}

void GradientPanel::showAt(const Pointer& pointer, const std::optional<QPointF>& place)
{
    if (drawing() == Profile) {
        showProfileAt(pointer.layer, place);
        return;
    }
    const bool drawsMap = drawing() == Map;
    PlotView* plot = shownPlot();
    if (m_series.lastSteps.empty() || pointer.layer > m_depth || !plot->message().isEmpty())
        return;
    const std::size_t point = pointer.step ? pointAt(*pointer.step) : m_series.lastSteps.size() - 1;
    Crosshair crosshair;
    crosshair.rects = {plot->axisRect()};
    crosshair.place = place;
    if (pointer.step)
        crosshair.key = *pointer.step;
    if (drawsMap && pointer.layer > 0)
        crosshair.stripe = Crosshair::Stripe{pointer.layer - 0.5, pointer.layer + 0.5};
    if (!drawsMap) {
        for (int layer = 1; layer <= m_depth; ++layer)
            if (layer == pointer.layer || (pointer.layer == 0 && (layer == 1 || layer == m_depth)))
                crosshair.marks.push_back({plot->axisRect(), m_series.lastSteps[point],
                                           m_series.values[static_cast<std::size_t>(layer - 1)][point],
                                           theme().layerColor(layer, m_depth)});
        if (pointer.layer > 0)
            crosshair.emphasized = m_lines[static_cast<std::size_t>(pointer.layer - 1)];
    }
    crosshair.readout = readoutOf(pointer);
    setReading(crosshair.readout);
    plot->setCrosshair(std::move(crosshair));
}

void GradientPanel::showProfileAt(int layer, const std::optional<QPointF>& place)
{
    if (layer < 1 || layer > m_depth || !m_profilePlot->message().isEmpty())
        return;
    Crosshair crosshair;
    crosshair.rects = {m_profilePlot->axisRect()};
    crosshair.place = place;
    crosshair.key = layer;
    crosshair.marks.push_back(
        {m_profilePlot->axisRect(), static_cast<double>(layer), m_profile.valueAt(layer), theme().text});
    crosshair.readout = m_profile.readoutOf(layer);
    setReading(crosshair.readout);
    m_profilePlot->setCrosshair(std::move(crosshair));
}

Pointer GradientPanel::readAt(QWidget* picture, const QPointF& place)
{
    const auto* plot = static_cast<const PlotView*>(picture);
    if (plot == m_profilePlot) {
        if (!plot->axisRect()->rect().contains(place.toPoint()) || !plot->message().isEmpty() || m_depth == 0)
            return {};
        const int layer = std::clamp(static_cast<int>(std::lround(plot->xAxis->pixelToCoord(place.x()))), 1, m_depth);
        showProfileAt(layer, place);
        return {std::nullopt, layer};
    }
    if (m_series.lastSteps.empty() || !plot->message().isEmpty() || !plot->axisRect()->rect().contains(place.toPoint()))
        return {};
    const double step = plot->xAxis->pixelToCoord(place.x());
    const std::size_t point = pointAt(step);
    Pointer pointer;
    // The newest numbers end before the axis does.
    pointer.step = std::clamp(step, m_series.firstSteps.front(), m_series.lastSteps.back());
    if (plot == m_mapPlot)
        pointer.layer = std::clamp(static_cast<int>(std::lround(plot->yAxis->pixelToCoord(place.y()))), 1, m_depth);
    else {
        pointer.step = m_series.lastSteps[point];
        pointer.layer = nearestLayer(place.y(), point);
    }
    showAt(pointer, place);
    return pointer;
}

void GradientPanel::readFor(const Pointer& pointer)
{
    showAt(pointer, {});
}

void GradientPanel::describe(const core::Snapshot& snapshot)
{
    if (const QString diverged = divergenceSentence(snapshot); !diverged.isEmpty()) {
        setSubtitle(diverged, true);
        return;
    }
    if (m_depth < 2 || !snapshot.deltaRatio || !(*snapshot.deltaRatio > 0) || !std::isfinite(*snapshot.deltaRatio)) {
        setSubtitle(m_depth < 2           ? tr("one layer: nothing to compare")
                    : snapshot.deltaRatio ? tr("no gradient reaches layer 1")
                                          : tr("no gradient reaches the layers"));
        return;
    }
    // The mean factor of a layer: the geometric mean of all gains.
    const double gain = std::pow(*snapshot.deltaRatio, 1.0 / (m_depth - 1));
    setSubtitle(tr("each layer multiplies delta by %1 on average").arg(readableNumber(gain, 2)));
}

QString GradientPanel::describeFrame(const FrameData& frame) const
{
    const core::Snapshot& snapshot = frame.snapshot;
    if (const QString diverged = divergenceSentence(snapshot); !diverged.isEmpty())
        return diverged;
    if (snapshot.layers.empty())
        return tr("there is no hidden layer, so there is no way back to look at.");
    const auto depth = static_cast<int>(snapshot.layers.size());
    if (depth == 1)
        return tr("the only hidden layer receives a delta of %1.").arg(spokenNumber(snapshot.layers.front().deltaRms));
    if (!snapshot.deltaRatio || *snapshot.deltaRatio == 0)
        return tr("no gradient reaches layer 1.");
    return tr("layer 1 receives %1 of layer %2's gradient; %3.")
        .arg(spokenNumber(*snapshot.deltaRatio, 1))
        .arg(depth)
        .arg(GradientBanner::word(core::gradientFinding(snapshot)));
}

QString GradientPanel::explanation(const FrameData& frame) const
{
    const core::Snapshot& snapshot = frame.snapshot;
    const auto& layers = snapshot.layers;
    const core::DiagnosisConfig& thresholds = snapshot.config.diagnosis;
    Explanation text;
    text.say(help());
    text.hands();
    text.heading(tr("At step %1").arg(countText(snapshot.step)));
    const QString delta = QStringLiteral("δ");
    text.formula(QStringLiteral("%1 = ∂<i>L</i>/∂<i>z</i><sub>l</sub> &nbsp; %2 = (%3)<sup>T</sup> %4 · <i>f</i> ′(%5)")
                     .arg(variable(delta, QStringLiteral("l")), variable(delta, QStringLiteral("l")),
                          variable(QStringLiteral("W"), QStringLiteral("l+1")), variable(delta, QStringLiteral("l+1")),
                          variable(QStringLiteral("z"), QStringLiteral("l"))));
    if (layers.size() > 1) {
        const auto depth = static_cast<int>(layers.size());
        const QString first = variable(delta, QStringLiteral("1"));
        const QString last = variable(delta, QString::number(depth));
        text.formula(QStringLiteral("delta_ratio = rms %1 / rms %2 = %3 / %4 = <b>%5</b>")
                         .arg(first, last, readableNumber(layers.front().deltaRms, 2),
                              readableNumber(layers.back().deltaRms, 2), readableNumber(snapshot.deltaRatio, 2)));
        const core::LayerStatistics* layer = selectedLayer(frame);
        const core::LayerStatistics& shown = layer ? *layer : layers.front();
        if (shown.derivativeFactor && shown.backpropFactor) {
            const double gain = shown.normalizationFactor.value_or(1) * *shown.backpropFactor *
                                shown.skipFactor.value_or(1) * *shown.derivativeFactor;
            text.say(tr("What layer %1 makes of the gradient that comes back to it, factor by factor: normalization, "
                        "weights, skip connection, derivative of the activation.")
                         .arg(shown.index));
            text.formula(
                QStringLiteral("rms %1 / rms %2 = %3 · %4 · %5 · %6 = <b>%7</b>")
                    .arg(variable(delta, QString::number(shown.index)),
                         variable(delta, shown.index < depth ? QString::number(shown.index + 1) : tr("output")),
                         readableNumber(shown.normalizationFactor.value_or(1), 2),
                         readableNumber(*shown.backpropFactor, 2), readableNumber(shown.skipFactor.value_or(1), 2),
                         readableNumber(*shown.derivativeFactor, 2), readableNumber(gain, 2)));
        }
    }
    text.healthy({tr("A delta ratio near 1: every layer receives about as much as the last one."),
                  tr("Vanishing: below %1 a notice, below %2 an alarm.")
                      .arg(readableNumber(thresholds.vanishing.notice), readableNumber(thresholds.vanishing.alarm)),
                  tr("Exploding: above %1 a notice, above %2 an alarm.")
                      .arg(readableNumber(thresholds.exploding.notice), readableNumber(thresholds.exploding.alarm)),
                  tr("Others draw the line elsewhere: AutoTrainer at ratios of 0.001 and 70, SageMaker Debugger at a "
                     "mean gradient of 10⁻⁷.")});
    text.published({tr("Hochreiter: Untersuchungen zu dynamischen neuronalen Netzen (1991)"),
                    tr("Bengio, Simard, Frasconi: Learning Long-Term Dependencies with Gradient Descent Is Difficult "
                       "(1994)"),
                    tr("Glorot, Bengio: Understanding the Difficulty of Training Deep Feedforward Neural Networks "
                       "(2010)"),
                    tr("He, Zhang, Ren, Sun: Delving Deep into Rectifiers (2015)"),
                    tr("Zhang et al.: AutoTrainer (2021)")});
    return text.html();
}

} // namespace ui

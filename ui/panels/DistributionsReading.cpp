// SPDX-License-Identifier: GPL-3.0-or-later
// The part of DistributionsPanel that reads: the numbers of a bin and its layer, the sentence, the explanation.
#include "ui/base/NumberText.h"
#include "ui/panels/DistributionsPanel.h"
#include "ui/panels/Explanation.h"
#include "ui/panels/RidgePlottable.h"
#include "ui/widgets/Canvas.h"
#include "ui/widgets/PlotView.h"

#include <algorithm>
#include <cmath>

namespace ui
{

namespace
{

/// What is left of a mean that rounding has cancelled says nothing.
double meanOf(const core::Distribution& distribution)
{
    return std::abs(distribution.mean) < 1e-4 * distribution.std ? 0 : distribution.mean;
}

QString meanAndSpread(const core::Distribution& distribution)
{
    return QStringLiteral("%1 ± %2").arg(readableNumber(meanOf(distribution)), readableNumber(distribution.std));
}

} // namespace

int DistributionsPanel::layerAt(const QPointF& place) const
{
    // A ridge stands on its layer's number and reaches up from there.
    const int layer = static_cast<int>(std::ceil(m_plot->yAxis->pixelToCoord(place.y()) - 0.15));
    return std::clamp(layer, 1, m_depth);
}

Readout DistributionsPanel::readoutOf(int layer, double value) const
{
    const core::Distribution& distribution = m_shown[static_cast<std::size_t>(layer - 1)];
    const core::Histogram& histogram = distribution.histogram;
    Readout readout;
    readout.heading = tr("layer %1").arg(layer);
    const double width = (histogram.upper - histogram.lower) / core::Histogram::kBins;
    const double all = histogram.total();
    if (width > 0 && all > 0) {
        const auto bin = static_cast<int>(std::floor((value - histogram.lower) / width));
        if (bin >= 0 && bin < core::Histogram::kBins) {
            const std::uint32_t count = histogram.counts[static_cast<std::size_t>(bin)];
            const double from = histogram.lower + bin * width;
            readout.rows.push_back(
                {quantityName(), tr("%1 … %2").arg(readableNumber(from), readableNumber(from + width))});
            readout.rows.push_back({tr("values here"), tr("%1 (%2)").arg(countText(count), percentText(count / all))});
        } else {
            readout.rows.push_back({quantityName(), readableNumber(value)});
            readout.rows.push_back({tr("values here"), countText(0)});
        }
    }
    readout.rows.push_back({tr("mean ± deviation"), meanAndSpread(distribution)});
    if (distribution.nonFinite > 0)
        readout.rows.push_back({tr("not finite"), countText(static_cast<qint64>(distribution.nonFinite))});
    return readout;
}

void DistributionsPanel::showAt(int layer, const std::optional<double>& value, const std::optional<QPointF>& place)
{
    if (layer < 1 || layer > m_depth || !m_plot->message().isEmpty())
        return;
    Crosshair crosshair;
    crosshair.rects = {m_plot->axisRect()};
    if (value)
        crosshair.key = m_axis.placeOf(*value);
    crosshair.stripe = Crosshair::Stripe{layer - 0.85, layer + 0.15};
    crosshair.place = place;
    crosshair.shape = m_ridges->pointsOf(layer);
    if (value)
        crosshair.readout = readoutOf(layer, *value);
    else
        crosshair.readout.heading =
            tr("layer %1: %2").arg(layer).arg(meanAndSpread(m_shown[static_cast<std::size_t>(layer - 1)]));
    setReading(crosshair.readout);
    m_plot->setCrosshair(std::move(crosshair));
}

void DistributionsPanel::showStep(double step, const std::optional<QPointF>& place)
{
    const std::optional<double> nearest = m_history.nearestStep(step);
    if (!nearest || !m_historyPlot->message().isEmpty())
        return;
    Crosshair crosshair;
    crosshair.rects = {m_historyPlot->axisRect()};
    crosshair.key = place ? *nearest : step;
    crosshair.place = place;
    crosshair.readout = m_history.readoutAt(step);
    setReading(crosshair.readout);
    m_historyPlot->setCrosshair(std::move(crosshair));
}

void DistributionsPanel::readMultiple(int layer, const std::optional<double>& value,
                                      const std::optional<QPointF>& place)
{
    if (layer < 1 || layer > m_depth || !m_plot->message().isEmpty())
        return;
    m_readLayer = layer;
    m_readAxisPlace = value ? std::optional(m_axis.placeOf(*value)) : std::nullopt;
    m_readPlace = place;
    if (value) {
        setReading(readoutOf(layer, *value));
    } else {
        Readout readout;
        readout.heading =
            tr("layer %1: %2").arg(layer).arg(meanAndSpread(m_shown[static_cast<std::size_t>(layer - 1)]));
        setReading(readout);
    }
    m_canvas->update();
}

void DistributionsPanel::stopReading()
{
    Panel::stopReading();
    if (m_readLayer > 0)
        m_canvas->update();
    m_readLayer = 0;
    m_readAxisPlace.reset();
    m_readPlace.reset();
}

void DistributionsPanel::paintReading(QPainter& painter, const QRectF& area) const
{
    if (m_readLayer < 1)
        return;
    m_multiples.paintReading(painter, area, m_readLayer, m_readAxisPlace, theme(), textSize());
    const QRectF cell = m_multiples.cellOf(m_readLayer, area, textSize());
    reading().paint(painter, area.adjusted(2, 2, -2, -2), m_readPlace.value_or(cell.bottomRight()), {cell.center()},
                    theme(), textSize());
}

Pointer DistributionsPanel::readAt(QWidget* picture, const QPointF& place)
{
    if (picture == m_canvas) {
        const QRectF area(m_canvas->rect());
        const int layer = m_multiples.layerAt(place, area, textSize());
        if (layer < 1 || layer > m_depth)
            return {};
        readMultiple(layer, m_axis.valueAt(m_multiples.axisPlaceAt(place, area, textSize())), place);
        return {std::nullopt, layer};
    }
    if (picture == m_historyPlot) {
        if (m_depth == 0 || !m_historyPlot->axisRect()->rect().contains(place.toPoint()))
            return {};
        const double step = m_historyPlot->xAxis->pixelToCoord(place.x());
        showStep(step, place);
        return {m_history.nearestStep(step), 0};
    }

    if (m_depth == 0 || !m_plot->axisRect()->rect().contains(place.toPoint()))
        return {};
    const int layer = layerAt(place);
    showAt(layer, m_axis.valueAt(m_plot->xAxis->pixelToCoord(place.x())), place);
    return {std::nullopt, layer};
}

void DistributionsPanel::readFor(const Pointer& pointer)
{
    if (drawing() == Ridges)
        showAt(pointer.layer, {}, {});
    else if (drawing() == Multiples)
        readMultiple(pointer.layer, {}, {});
    else if (pointer.step)
        showStep(*pointer.step, {});
}

QString DistributionsPanel::describeFrame(const FrameData& frame) const
{
    if (const QString diverged = divergenceSentence(frame.snapshot); !diverged.isEmpty())
        return diverged;
    const core::LayerStatistics* layer = selectedLayer(frame);
    if (!layer)
        return tr("there is no hidden layer.");
    if (quantity() == Quantity::Delta)
        return tr("delta has a root mean square of %1 in layer 1, %2 in layer %3 and %4 in layer %5.")
            .arg(spokenNumber(frame.snapshot.layers.front().deltaRms), spokenNumber(layer->deltaRms))
            .arg(layer->index)
            .arg(spokenNumber(frame.snapshot.layers.back().deltaRms))
            .arg(m_depth);
    const auto spread = [this](const core::LayerStatistics& of) {
        return spokenNumber(distributionOf(of, quantity()).std);
    };
    const core::Distribution& shown = distributionOf(*layer, quantity());
    return tr("%1 of layer %2 has mean %3 and standard deviation %4; the standard deviation goes from %5 in layer 1 to "
              "%6 in layer %7.")
        .arg(quantity() == Quantity::A ? QStringLiteral("a") : quantityName())
        .arg(layer->index)
        .arg(spokenNumber(meanOf(shown)), spokenNumber(shown.std), spread(frame.snapshot.layers.front()),
             spread(frame.snapshot.layers.back()))
        .arg(m_depth);
}

QString DistributionsPanel::explanation(const FrameData& frame) const
{
    const core::Snapshot& snapshot = frame.snapshot;
    Explanation text;
    text.say(help());
    text.hands();
    if (const core::LayerStatistics* layer = selectedLayer(frame)) {
        text.heading(tr("Layer %1 at step %2").arg(layer->index).arg(countText(snapshot.step)));
        const QString index = QString::number(layer->index);
        const QString before = QString::number(layer->index - 1);
        const QString z = variable(QStringLiteral("z"), index);
        const QString a = variable(QStringLiteral("a"), index);
        const QString input = layer->index > 1 ? variable(QStringLiteral("a"), before) : variable(QStringLiteral("x"));
        text.formula(QStringLiteral("%1 = %2 %3 + %4, &nbsp; %5 = <i>f</i>(%1)")
                         .arg(z, variable(QStringLiteral("W"), index), input, variable(QStringLiteral("b"), index), a));
        text.formula(QStringLiteral("%1: <b>%2</b> &nbsp; %3: <b>%4</b>")
                         .arg(z, meanAndSpread(layer->z), a, meanAndSpread(layer->a)));
        text.formula(tr("rms %1 = √(mean of %1²) = <b>%2</b>")
                         .arg(variable(QStringLiteral("δ"), index), readableNumber(layer->deltaRms)));
        text.say(tr("Mean ± standard deviation over %1 samples and %2 units.")
                     .arg(countText(snapshot.probeSamples), countText(layer->units)));
        if (snapshot.layers.size() > 1)
            text.formula(QStringLiteral("std %1 / std %2 = %3 / %4 = <b>%5</b>")
                             .arg(variable(QStringLiteral("z"), QString::number(m_depth)),
                                  variable(QStringLiteral("z"), QStringLiteral("1")),
                                  readableNumber(snapshot.layers.back().z.std, 2),
                                  readableNumber(snapshot.layers.front().z.std, 2),
                                  readableNumber(snapshot.layers.back().z.std / snapshot.layers.front().z.std, 2)));
    }
    text.healthy({tr("The width of z is about the same in every layer, so the last ratio is near 1."),
                  tr("The ridges lie where the activation has a slope, not over its tails or beyond its kink."),
                  tr("delta, too, keeps its place on the axis from layer to layer.")});
    text.published({tr("LeCun, Bottou, Orr, Müller: Efficient BackProp (1998)"),
                    tr("Glorot, Bengio: Understanding the Difficulty of Training Deep Feedforward Neural Networks "
                       "(2010)"),
                    tr("He, Zhang, Ren, Sun: Delving Deep into Rectifiers (2015)"),
                    tr("Ioffe, Szegedy: Batch Normalization (2015)")});
    return text.html();
}

} // namespace ui

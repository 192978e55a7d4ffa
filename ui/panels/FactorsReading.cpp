// SPDX-License-Identifier: GPL-3.0-or-later
// The part of FactorsPanel that reads: the factors of a layer or a step, the sentence, the explanation.
#include "ui/base/NumberText.h"
#include "ui/panels/Explanation.h"
#include "ui/panels/FactorsPanel.h"
#include "ui/widgets/PlotView.h"

#include <algorithm>
#include <cmath>

namespace ui
{

std::vector<Readout::Row> FactorsPanel::rowsOf(const GainFactors& gain) const
{
    std::vector<Readout::Row> rows;
    for (int factor = 0; factor < GainFactors::kFactors; ++factor)
        if (occurs(factor)) {
            const auto index = static_cast<std::size_t>(factor);
            rows.push_back({factorName(factor), readableNumber(gain.factors[index]), m_lines[index]->pen().color()});
        }
    rows.push_back({tr("gain"), readableNumber(gain.gain), m_gain->pen().color()});
    return rows;
}

void FactorsPanel::showAt(const Pointer& pointer, const std::optional<QPointF>& place)
{
    if (!m_plot->message().isEmpty())
        return;
    Crosshair crosshair;
    crosshair.rects = {m_plot->axisRect()};
    crosshair.place = place;
    if (drawing() == Layers) {
        if (pointer.layer < 1 || pointer.layer > static_cast<int>(m_layers.size()))
            return;
        crosshair.key = pointer.layer;
        crosshair.readout = {tr("layer %1").arg(pointer.layer),
                             rowsOf(m_layers[static_cast<std::size_t>(pointer.layer - 1)])};
    } else {
        if (!pointer.step || m_steps.empty())
            return;
        const auto after = std::lower_bound(m_steps.begin(), m_steps.end(), *pointer.step);
        const auto at = static_cast<std::size_t>(std::min(after, m_steps.end() - 1) - m_steps.begin());
        crosshair.key = place ? m_steps[at] : *pointer.step;
        crosshair.readout = {tr("layer %1, step %2").arg(m_selected).arg(countText(static_cast<qint64>(m_steps[at]))),
                             rowsOf(m_past[at])};
    }
    setReading(crosshair.readout);
    m_plot->setCrosshair(std::move(crosshair));
}

Pointer FactorsPanel::readAt(QWidget* /*picture*/, const QPointF& place)
{
    if (!m_plot->message().isEmpty() || !m_plot->axisRect()->rect().contains(place.toPoint()))
        return {};
    const double key = m_plot->xAxis->pixelToCoord(place.x());
    Pointer pointer;
    if (drawing() == Layers)
        pointer.layer = std::clamp(static_cast<int>(std::lround(key)), 1, static_cast<int>(m_layers.size()));
    else
        pointer.step = std::clamp(key, m_steps.front(), m_steps.back());
    showAt(pointer, place);
    return pointer;
}

void FactorsPanel::readFor(const Pointer& pointer)
{
    showAt(pointer, {});
}

QString FactorsPanel::describeFrame(const FrameData& frame) const
{
    if (const QString diverged = divergenceSentence(frame.snapshot); !diverged.isEmpty())
        return diverged;
    const core::LayerStatistics* layer = selectedLayer(frame);
    if (!layer)
        return tr("there is no hidden layer, so there is no way back to look at.");
    const GainFactors gain = gainFactors(*layer);
    return tr("layer %1 multiplies the gradient by %2: the weights by %3, the derivative of the activation by %4.")
        .arg(layer->index)
        .arg(spokenNumber(gain.gain), spokenNumber(gain.factors[GainFactors::Weights]),
             spokenNumber(gain.factors[GainFactors::Derivative]));
}

QString FactorsPanel::explanation(const FrameData& frame) const
{
    Explanation text;
    text.say(help());
    text.hands();
    if (const core::LayerStatistics* layer = selectedLayer(frame)) {
        text.heading(tr("Layer %1 at step %2").arg(layer->index).arg(countText(frame.snapshot.step)));
        const bool isLast = layer->index == static_cast<int>(frame.snapshot.layers.size());
        const QString own = QString::number(layer->index);
        const QString above = isLast ? tr("output") : QString::number(layer->index + 1);
        const GainFactors gain = gainFactors(*layer);
        const auto number = [&](int factor) {
            return readableNumber(gain.factors[static_cast<std::size_t>(factor)], 2);
        };
        const QString rms = QStringLiteral("rms ");
        const QString delta = QStringLiteral("δ");
        text.formula(QStringLiteral("%1 = %2 / %3 = <b>%4</b>")
                         .arg(tr("gain"), rms + variable(delta, own), rms + variable(delta, above),
                              readableNumber(gain.gain, 2)));
        text.formula(QStringLiteral("%1 = rms(%2<sup>T</sup> ∂<i>u</i>) / rms ∂<i>u</i> = <b>%3</b>")
                         .arg(tr("weights"), variable(QStringLiteral("W"), above), number(GainFactors::Weights)));
        text.formula(QStringLiteral("%1 = rms ∂%2 / rms ∂%3 = <b>%4</b>")
                         .arg(factorName(GainFactors::Derivative), variable(QStringLiteral("z"), own),
                              variable(QStringLiteral("a"), own), number(GainFactors::Derivative)));
        text.formula(QStringLiteral("%1: <b>%2</b> &nbsp; %3: <b>%4</b>")
                         .arg(factorName(GainFactors::Normalization), number(GainFactors::Normalization),
                              factorName(GainFactors::Skip), number(GainFactors::Skip)));
    }
    text.healthy({tr("The gain stays near 1 in every layer: what the derivative takes, the weights give back."),
                  tr("Eight layers with a gain of 1/4 each leave less than a ten-thousandth; with a gain of 2 they "
                     "make it 128 times larger.")});
    text.published({tr("Glorot, Bengio: Understanding the Difficulty of Training Deep Feedforward Neural Networks "
                       "(2010)"),
                    tr("He, Zhang, Ren, Sun: Delving Deep into Rectifiers (2015)"),
                    tr("Schoenholz, Gilmer, Ganguli, Sohl-Dickstein: Deep Information Propagation (2017)")});
    return text.html();
}

} // namespace ui

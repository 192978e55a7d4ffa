// SPDX-License-Identifier: GPL-3.0-or-later
// The part of UnitsPanel that reads: the numbers of a unit or a layer, the sentence, the explanation.
#include "ui/base/NumberText.h"
#include "ui/base/Words.h"
#include "ui/panels/AutopsyWords.h"
#include "ui/panels/Explanation.h"
#include "ui/panels/UnitsPanel.h"
#include "ui/widgets/Canvas.h"

#include <algorithm>
#include <numeric>

namespace ui
{

using core::UnitState;

namespace
{

/// The layer with the largest share of what `member` counts.
const core::LayerStatistics& worst(const std::vector<core::LayerStatistics>& layers,
                                   double core::LayerStatistics::*member)
{
    return *std::max_element(layers.begin(), layers.end(),
                             [member](const auto& a, const auto& b) { return a.*member < b.*member; });
}

double deadShare(const core::LayerStatistics& layer)
{
    return layer.hasDerivative ? layer.gradientDeadFraction : 0;
}

const core::LayerStatistics& deadestLayer(const std::vector<core::LayerStatistics>& layers)
{
    return *std::max_element(layers.begin(), layers.end(),
                             [](const auto& a, const auto& b) { return deadShare(a) < deadShare(b); });
}

} // namespace

Readout UnitsPanel::readoutAt(const QPointF& place) const
{
    const std::size_t run = m_grids.runAt(place, QRectF(m_canvas->rect()), textSize());
    Readout readout = m_grids.grid(run).describe(place, gridArea(run), textSize());
    if (!readout.empty() && m_grids.count() > 1)
        readout.heading = tr("%1: %2", "a run and what is read of it").arg(m_grids.name(run), readout.heading);
    return readout;
}

Pointer UnitsPanel::readAt(QWidget* /*picture*/, const QPointF& place)
{
    if (m_sight != Sight::Grid) {
        if (m_sight == Sight::Unit)
            setReading(m_unit.describe(place, QRectF(m_canvas->rect()), textSize()));
        m_readPlace = place;
        m_canvas->update();
        return {};
    }
    const std::size_t run = m_grids.runAt(place, QRectF(m_canvas->rect()), textSize());
    const int layer = m_message.isEmpty() ? m_grids.grid(run).layerAt(place, gridArea(run), textSize()) : 0;
    if (layer < 1 || layer > m_grids.grid(run).depth())
        return {};
    m_readLayer = layer;
    m_readPlace = place;
    setReading(readoutAt(place));
    m_canvas->update();
    return {std::nullopt, layer};
}

void UnitsPanel::readFor(const Pointer& pointer)
{
    if (pointer.layer < 1 || !m_message.isEmpty() || m_sight != Sight::Grid)
        return;
    m_readLayer = pointer.layer;
    setReading(grid().describeLayer(pointer.layer));
    m_canvas->update();
}

void UnitsPanel::stopReading()
{
    if (m_readLayer > 0 || m_readPlace)
        m_canvas->update();
    m_readLayer = 0;
    m_readPlace.reset();
}

void UnitsPanel::paintReading(QPainter& painter, const QRectF& area) const
{
    if (m_sight != Sight::Grid) {
        if (m_readPlace && !reading().empty())
            reading().paint(painter, area.adjusted(2, 2, -2, -2), *m_readPlace, {*m_readPlace}, theme(), textSize());
        return;
    }
    if (m_readLayer < 1)
        return;
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(theme().accent, std::max(1.0, textSize() * 0.12)));
    QRectF row; // of the run that is pointed at, or else the first
    const std::size_t pointedAt = m_readPlace ? m_grids.runAt(*m_readPlace, area, textSize()) : 0;
    for (std::size_t run = 0; run < m_grids.count(); ++run) {
        const QRectF own = m_grids.grid(run).rowOf(m_readLayer, m_grids.areaOf(run, area, textSize()), textSize());
        if (!own.isNull())
            painter.drawRect(own.adjusted(-3, -2, 2, 0));
        if (run == pointedAt)
            row = own;
    }
    if (row.isNull())
        return;
    reading().paint(painter, area.adjusted(2, 2, -2, -2), m_readPlace.value_or(row.bottomRight()), {row.center()},
                    theme(), textSize());
}

QString UnitsPanel::describeUnit() const
{
    QStringList sentences{m_unit.heading() + QLatin1Char('.'), m_unit.meaning()};
    if (m_sight == Sight::Autopsy) {
        const AutopsyReport& report = m_autopsy.report();
        sentences << AutopsyWords::verdict(report) << AutopsyWords::story(report);
        for (std::size_t at = 0; at < report.trials.size(); ++at) {
            const bool isRunning = static_cast<int>(at) == AutopsyWords::runningTrial(report);
            sentences << tr("%1: %2.", "a trial and its answer")
                             .arg(AutopsyWords::trial(report.trials[at].question),
                                  AutopsyWords::answer(report.trials[at], isRunning));
        }
    }
    return joinedSentences(sentences);
}

QString UnitsPanel::describeFrame(const FrameData& frame) const
{
    if (m_sight != Sight::Grid)
        return describeUnit();
    if (const QString diverged = divergenceSentence(frame.snapshot); !diverged.isEmpty())
        return diverged;
    if (frame.snapshot.layers.empty())
        return tr("there is no hidden layer, so there are no units.");
    const UnitGrid::Counts counts = UnitGrid::counted(frame.snapshot.layers);
    QStringList states;
    for (const UnitState state :
         {UnitState::Alive, UnitState::Saturated, UnitState::Asleep, UnitState::GradientDead, UnitState::NoDerivative})
        if (const int count = counts[static_cast<std::size_t>(state)]; count > 0)
            states
                << tr("%1 %2", "a number of units and their state").arg(countText(count), UnitGrid::stateName(state));
    const QString total = countText(std::accumulate(counts.begin(), counts.end(), 0));
    const QString listed = states.join(tr(", ", "between the states of units"));
    const core::LayerStatistics& dead = deadestLayer(frame.snapshot.layers);
    if (deadShare(dead) == 0)
        return tr("of %1 units, %2.").arg(total, listed);
    return tr("of %1 units, %2; most dead units are in layer %3: %4.")
        .arg(total, listed)
        .arg(dead.index)
        .arg(percentText(deadShare(dead)));
}

QString UnitsPanel::explanation(const FrameData& frame) const
{
    const auto& layers = frame.snapshot.layers;
    Explanation text;
    text.say(help());
    if (!layers.empty()) {
        text.heading(tr("At step %1").arg(countText(frame.snapshot.step)));
        const int dead = grid().count(UnitState::GradientDead);
        text.formula(tr("dead share = %1 / %2 units = <b>%3</b>")
                         .arg(countText(dead), countText(grid().total()),
                              percentText(static_cast<double>(dead) / std::max(1, grid().total()))));
        const core::LayerStatistics& deadest = deadestLayer(layers);
        const core::LayerStatistics& fullest = worst(layers, &core::LayerStatistics::saturatedFraction);
        const core::LayerStatistics& quietest = worst(layers, &core::LayerStatistics::inactiveFraction);
        text.formula(tr("largest share of dead units: layer %1, <b>%2</b>")
                         .arg(deadest.index)
                         .arg(percentText(deadShare(deadest)).toHtmlEscaped()));
        text.formula(tr("largest share of saturated values: layer %1, <b>%2</b>")
                         .arg(fullest.index)
                         .arg(percentText(fullest.saturatedFraction).toHtmlEscaped()));
        text.formula(tr("largest share of values with <i>f</i> ′(<i>z</i>) = 0: layer %1, <b>%2</b>")
                         .arg(quietest.index)
                         .arg(percentText(quietest.inactiveFraction).toHtmlEscaped()));
        text.say(tr("f′(z) = 0 on some samples is sparsity, and no harm; on every sample it is death."));
        if (grid().count(UnitState::NoDerivative) > 0)
            text.say(tr("Where f′ is 0 for every z, as for a step, “dead” is not the word: there is no derivative "
                        "anywhere, and nothing below such a layer can learn."));
    }
    text.healthy({tr("Dead units: 50 % of a layer deserve a notice, 75 % an alarm. A healthy ReLU network of 8 × 32 "
                     "with He's initializer has layers with 20 to 25 % dead units."),
                  tr("Saturated values: 25 % of a layer deserve a notice, 50 % an alarm."),
                  tr("Others draw the line elsewhere: keras-contrib at 10 % dead units, AutoTrainer at 70 % gradients "
                     "of zero, SageMaker Debugger at half of a layer that is active on less than 1 %.")});
    text.published({tr("Lu, Shin, Su, Karniadakis: Dying ReLU and Initialization (2019)"),
                    tr("Maas, Hannun, Ng: Rectifier Nonlinearities Improve Neural Network Acoustic Models (2013)"),
                    tr("Glorot, Bengio: Understanding the Difficulty of Training Deep Feedforward Neural Networks "
                       "(2010)")});
    return text.html();
}

} // namespace ui

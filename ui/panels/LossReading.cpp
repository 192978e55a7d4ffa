// SPDX-License-Identifier: GPL-3.0-or-later
// The part of LossPanel that reads: the numbers of a step, the sentence, the explanation.
#include "core/nn/Loss.h"
#include "ui/base/NotANumber.h"
#include "ui/base/NumberText.h"
#include "ui/base/Words.h"
#include "ui/panels/Explanation.h"
#include "ui/panels/LossPanel.h"
#include "ui/widgets/PlotView.h"

#include <cmath>

namespace ui
{

namespace
{

/// The point closest to a step; the end if there is none.
QCPGraphDataContainer::const_iterator nearest(const QCPGraph* graph, double step)
{
    const auto after = graph->data()->findBegin(step, false);
    if (after == graph->data()->constBegin())
        return after;
    const auto before = after - 1;
    return after != graph->data()->constEnd() && after->key - step < step - before->key ? after : before;
}

double valueAt(const QCPGraph* graph, double key)
{
    const auto found = nearest(graph, key);
    return found == graph->data()->constEnd() ? kNaN : found->value;
}

} // namespace

Readout LossPanel::readoutAt(double step) const
{
    const auto train = nearest(m_trainLoss, step);
    if (train == m_trainLoss->data()->constEnd())
        return {};
    Readout readout;
    readout.heading = tr("step %1").arg(countText(static_cast<qint64>(std::llround(train->key))));
    const auto value = [&](const QCPGraph* loss, const QCPGraph* accuracy) {
        const QString text = readableNumber(valueAt(loss, train->key));
        return m_hasAccuracy ? tr("%1, %2 right").arg(text, percentText(valueAt(accuracy, train->key))) : text;
    };
    readout.rows.push_back({tr("training"), value(m_trainLoss, m_trainAccuracy), m_trainLoss->pen().color()});
    if (m_hasTest)
        readout.rows.push_back({tr("test"), value(m_testLoss, m_testAccuracy), m_testLoss->pen().color()});
    return readout;
}

void LossPanel::showAt(double step, const std::optional<QPointF>& place)
{
    Readout readout = readoutAt(step);
    if (readout.empty() || !m_plot->message().isEmpty())
        return;
    const double key = nearest(m_trainLoss, step)->key;
    Crosshair crosshair;
    crosshair.rects = {m_lossRect};
    if (m_hasAccuracy)
        crosshair.rects.push_back(m_accuracyRect);
    // Here the line jumps from evaluation to evaluation; what another card points at, it shows where it is.
    crosshair.key = place ? key : step;
    crosshair.place = place;
    const auto mark = [&](QCPAxisRect* rect, const QCPGraph* graph) {
        crosshair.marks.push_back({rect, key, valueAt(graph, key), graph->pen().color()});
    };
    mark(m_lossRect, m_trainLoss);
    if (m_hasTest)
        mark(m_lossRect, m_testLoss);
    if (m_hasAccuracy)
        mark(m_accuracyRect, m_trainAccuracy);
    if (m_hasAccuracy && m_hasTest)
        mark(m_accuracyRect, m_testAccuracy);
    crosshair.readout = readout;
    setReading(std::move(readout));
    m_plot->setCrosshair(std::move(crosshair));
}

Pointer LossPanel::readAt(QWidget* /*picture*/, const QPointF& place)
{
    if (place.x() < m_lossRect->left() || place.x() > m_lossRect->right())
        return {};
    const double step = m_lossRect->axis(QCPAxis::atBottom)->pixelToCoord(place.x());
    showAt(step, place);
    if (reading().empty())
        return {};
    return {nearest(m_trainLoss, step)->key, 0};
}

void LossPanel::readFor(const Pointer& pointer)
{
    if (pointer.step)
        showAt(*pointer.step, {});
}

QString LossPanel::describeFrame(const FrameData& frame) const
{
    const core::Snapshot& snapshot = frame.snapshot;
    if (const QString diverged = divergenceSentence(snapshot); !diverged.isEmpty())
        return diverged;
    const auto score = [](const core::Score& of) {
        const QString loss = spokenNumber(of.loss, 3);
        return of.accuracy ? tr("%1, %2 right").arg(loss, percentText(*of.accuracy)) : loss;
    };
    QString sentence =
        tr("after %1 steps the training loss is %2").arg(countText(snapshot.step), score(snapshot.train));
    sentence += snapshot.test ? tr("; the test loss is %1.").arg(score(*snapshot.test)) : tr("; there is no test set.");
    return sentence;
}

QString LossPanel::explanation(const FrameData& frame) const
{
    const core::Snapshot& snapshot = frame.snapshot;
    Explanation text;
    text.say(help());
    text.hands();
    const int classes = snapshot.data ? snapshot.data->classes : 0;
    const core::LossInfo* info = core::findLoss(snapshot.config.loss, classes > 0);
    const std::string_view id = info ? info->id : std::string_view();
    text.heading(tr("At step %1").arg(countText(snapshot.step)));
    if (info)
        text.say(tr("%1; of one sample: %2").arg(kindName("loss.kind", id), catalogueText(info->formula)));
    const auto mean = [](const QString& name, const core::Score& score) {
        return QStringLiteral("%1 = <sup>1</sup>/<sub>%2</sub> Σ %3<sub>i</sub> = <b>%4</b>")
            .arg(variable(QStringLiteral("L"), name), countText(score.samples), variable(QStringLiteral("l")),
                 readableNumber(score.loss).toHtmlEscaped());
    };
    text.formula(mean(tr("training"), snapshot.train));
    if (snapshot.test)
        text.formula(mean(tr("test"), *snapshot.test));
    QStringList healthy;
    if ((id == "cross_entropy" || id == "binary_cross_entropy") && classes > 1)
        healthy << tr("Guessing one of %1 classes costs ln %1 = %2: a network that stays there has learned nothing.")
                       .arg(classes)
                       .arg(readableNumber(std::log(classes)));
    healthy << tr("The training loss falls, fast at first; the test loss follows it closely.")
            << tr("A test loss that turns and rises is overfitting; a loss that jumps up again and again asks for a "
                  "smaller learning rate.");
    text.healthy(healthy);
    text.published({tr("Prechelt: Early Stopping – But When? (1998)"),
                    tr("Goodfellow, Bengio, Courville: Deep Learning, chapters 5 and 8 (2016)")});
    return text.html();
}

} // namespace ui

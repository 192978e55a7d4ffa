// SPDX-License-Identifier: GPL-3.0-or-later
// The part of DecisionPanel that reads: the answer at a place, the sentence, the explanation.
#include "core/nn/Loss.h"
#include "ui/base/NumberText.h"
#include "ui/panels/DecisionPanel.h"
#include "ui/panels/Explanation.h"
#include "ui/widgets/Canvas.h"
#include "ui/widgets/PlotView.h"

#include <algorithm>
#include <cmath>

namespace ui
{

namespace
{

/// How the outputs become the shares that colour the map: core::probabilityOfClass in a textbook's letters.
QString answerFormula(const core::LossInfo& loss, int classes)
{
    const bool single = core::outputCount(loss, classes) == 1;
    const QString share = variable(QStringLiteral("p"), single ? QStringLiteral("1") : QStringLiteral("k"));
    if (single && loss.logistic)
        return QStringLiteral("%1 = 1 / (1 + <i>e</i><sup>−o</sup>)").arg(share);
    if (single)
        return QStringLiteral("%1 = max(0, min(1, (<i>o</i> + 1) / 2))").arg(share);
    if (loss.oneOutputForTwoClasses)
        return QStringLiteral("%1 = max(0, min(1, <i>o</i><sub>k</sub>))").arg(share);
    return QStringLiteral("%1 = <i>e</i><sup>o<sub>k</sub></sup> / Σ<sub>j</sub> <i>e</i><sup>o<sub>j</sub></sup>")
        .arg(share);
}

} // namespace

const core::DataPreview::Point* DecisionPanel::sampleNear(const QPointF& place) const
{
    const core::DataPreview::Point* nearest = nullptr;
    double smallest = textSize() * 0.8;
    for (const core::DataPreview::Point& point : m_drawnData->points) {
        const double distance = std::hypot(m_plot->xAxis->coordToPixel(static_cast<double>(point.x)) - place.x(),
                                           m_plot->yAxis->coordToPixel(static_cast<double>(point.y)) - place.y());
        if (distance < smallest) {
            smallest = distance;
            nearest = &point;
        }
    }
    return nearest;
}

Readout DecisionPanel::mapReadout(double x, double y) const
{
    Readout readout;
    readout.heading = QStringLiteral("x₁ = %1, x₂ = %2").arg(readableNumber(x), readableNumber(y));
    const core::DecisionMap& map = m_answers;
    const auto cell = [&map](double at, double lower, double upper) {
        return static_cast<int>(std::lround((at - lower) / (upper - lower) * (map.resolution - 1)));
    };
    const int column = cell(x, map.xMin, map.xMax);
    const int row = cell(y, map.yMin, map.yMax);
    if (column < 0 || row < 0 || column >= map.resolution || row >= map.resolution)
        return readout;
    const auto at = static_cast<std::size_t>(row * map.resolution + column);
    const auto answer = static_cast<double>(map.answer[at]);
    const int classes = m_answeredData->classes;
    if (!std::isfinite(answer)) {
        readout.rows.push_back({tr("answer"), tr("no number")});
    } else if (classes > 2) {
        const auto label = static_cast<int>(answer);
        readout.rows.push_back({tr("answer"), tr("class %1").arg(nameOfClass(*m_answeredData, label)),
                                theme().classColor(label, classes)});
        if (at < map.confidence.size())
            readout.rows.push_back({tr("probability"), percentText(static_cast<double>(map.confidence[at]))});
    } else {
        const int label = answer >= 0.5 ? 1 : 0;
        readout.rows.push_back({tr("answer"), tr("class %1").arg(nameOfClass(*m_answeredData, label)),
                                theme().classColor(label, classes)});
        readout.rows.push_back({tr("probability"), percentText(label == 1 ? answer : 1 - answer)});
    }
    return readout;
}

Readout DecisionPanel::curveReadout(double x, double& answer) const
{
    const auto& keys = m_answers.curveX;
    const auto after = std::lower_bound(keys.begin(), keys.end(), static_cast<float>(x));
    const auto at = static_cast<std::size_t>(std::min(after, keys.end() - 1) - keys.begin());
    answer = static_cast<double>(m_answers.curveY[at]);
    Readout readout;
    readout.heading = QStringLiteral("x = ") + readableNumber(x);
    readout.rows.push_back({tr("answer"), readableNumber(answer), m_curve->pen().color()});
    return readout;
}

Pointer DecisionPanel::readAt(QWidget* picture, const QPointF& place)
{
    if (picture == m_canvas) {
        if (!m_drawsConfusion)
            return {};
        m_readPlace = place;
        setReading(m_confusion.describe(place, QRectF(m_canvas->rect()), textSize()));
        m_canvas->update();
        return {};
    }
    if (!m_plot->message().isEmpty() || !m_drawnData || !m_plot->axisRect()->rect().contains(place.toPoint()))
        return {};
    const double x = m_plot->xAxis->pixelToCoord(place.x());
    const double y = m_plot->yAxis->pixelToCoord(place.y());
    Crosshair crosshair;
    crosshair.rects = {m_plot->axisRect()};
    crosshair.key = x;
    crosshair.place = place;
    if (m_drawnData->inputs == 2) {
        crosshair.value = y;
        crosshair.readout = mapReadout(x, y);
    } else {
        double answer = 0;
        crosshair.readout = curveReadout(x, answer);
        crosshair.marks.push_back({m_plot->axisRect(), x, answer, m_curve->pen().color()});
    }
    if (const core::DataPreview::Point* sample = sampleNear(place)) {
        const QString kind = sample->test ? tr("test sample") : tr("training sample");
        if (m_drawnData->classification)
            crosshair.readout.rows.push_back({kind, tr("class %1").arg(nameOfClass(*m_drawnData, sample->label)),
                                              theme().classColor(sample->label, m_drawnData->classes)});
        else
            crosshair.readout.rows.push_back({kind, readableNumber(static_cast<double>(sample->y))});
    }
    setReading(crosshair.readout);
    m_plot->setCrosshair(std::move(crosshair));
    return {};
}

void DecisionPanel::stopReading()
{
    Panel::stopReading();
    m_canvas->update();
    showCursor();
}

QString DecisionPanel::describeAnswers(const FrameData& frame) const
{
    const core::Snapshot& snapshot = frame.snapshot;
    if (const QString diverged = divergenceSentence(snapshot); !diverged.isEmpty())
        return diverged;
    const core::Score& score = snapshot.test ? *snapshot.test : snapshot.train;
    if (!score.accuracy)
        return tr("a curve fitted to %1 samples, with a loss of %2.")
            .arg(countText(score.samples), spokenNumber(score.loss, 3));
    return (snapshot.test ? tr("the network answers %1 of %2 test samples right.")
                          : tr("the network answers %1 of %2 training samples right."))
        .arg(percentText(*score.accuracy), countText(score.samples));
}

QString DecisionPanel::explanation(const FrameData& frame) const
{
    const core::Snapshot& snapshot = frame.snapshot;
    const int classes = snapshot.data ? snapshot.data->classes : 0;
    Explanation text;
    text.say(help());
    text.hands();
    text.heading(tr("At step %1").arg(countText(snapshot.step)));
    const core::Score& score = snapshot.test ? *snapshot.test : snapshot.train;
    const core::LossInfo* loss = core::findLoss(snapshot.config.loss, classes > 0);
    if (classes > 0 && loss != nullptr)
        text.formula(answerFormula(*loss, classes));
    if (score.accuracy) {
        const auto right = static_cast<qint64>(std::llround(*score.accuracy * static_cast<double>(score.samples)));
        text.formula(
            tr("accuracy = right answers / samples = %1 / %2 = <b>%3</b>")
                .arg(countText(right), countText(score.samples), percentText(*score.accuracy).toHtmlEscaped()));
    } else {
        text.formula(
            tr("mean loss over %1 samples = <b>%2</b>").arg(countText(score.samples), readableNumber(score.loss)));
    }
    QStringList healthy;
    if (classes > 1)
        healthy << tr("More than guessing: with %1 equally frequent classes that is right in %2.")
                       .arg(classes)
                       .arg(percentText(1.0 / classes));
    healthy << tr("A smooth border between the classes, pale only where they meet.")
            << tr("About as many test samples right as training samples. A border that winds around single samples has "
                  "learned them by heart.");
    text.healthy(healthy);
    text.published({tr("Cybenko: Approximation by Superpositions of a Sigmoidal Function (1989)"),
                    tr("Hornik: Approximation Capabilities of Multilayer Feedforward Networks (1991)"),
                    tr("Bridle: Probabilistic Interpretation of Feedforward Classification Network Outputs (1990)")});
    return text.html();
}

} // namespace ui

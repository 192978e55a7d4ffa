// SPDX-License-Identifier: GPL-3.0-or-later
// The part of DecisionPanel that reads: the answer at a place, the sentence, the explanation.
#include "core/nn/Loss.h"
#include "ui/base/NumberText.h"
#include "ui/panels/AnswerMap.h"
#include "ui/panels/DecisionPanel.h"
#include "ui/panels/Explanation.h"
#include "ui/panels/MapGrid.h"
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

const core::DataPreview::Point* DecisionPanel::sampleNear(const QCPAxisRect& rect, const QPointF& place) const
{
    const QCPAxis* keys = rect.axis(QCPAxis::atBottom);
    const QCPAxis* values = rect.axis(QCPAxis::atLeft);
    const core::DataPreview::Point* nearest = nullptr;
    double smallest = textSize() * 0.8;
    for (const core::DataPreview::Point& point : m_drawnData->points) {
        const double distance = std::hypot(keys->coordToPixel(static_cast<double>(point.x)) - place.x(),
                                           values->coordToPixel(static_cast<double>(point.y)) - place.y());
        if (distance < smallest) {
            smallest = distance;
            nearest = &point;
        }
    }
    return nearest;
}

const core::DecisionMap* DecisionPanel::answersOf(std::size_t run) const
{
    return run == 0 ? &m_answers : m_maps.answers(run);
}

QColor DecisionPanel::colorOf(const MapAnswer& answer) const
{
    return answer.label ? theme().classColor(*answer.label, m_answeredData->classes) : theme().silent;
}

Readout DecisionPanel::mapReadout(std::size_t run, double x, double y) const
{
    Readout readout;
    readout.heading = QStringLiteral("x₁ = %1, x₂ = %2").arg(readableNumber(x), readableNumber(y));
    const core::DecisionMap* map = answersOf(run);
    const auto answer = map ? answerAt(*map, m_answeredData->classes, x, y) : std::nullopt;
    if (answer && !answer->label)
        readout.rows.push_back({tr("answer"), tr("no number")});
    else if (answer)
        readout.rows.push_back(
            {tr("answer"), tr("class %1").arg(nameOfClass(*m_answeredData, *answer->label)), colorOf(*answer)});
    if (answer && answer->probability)
        readout.rows.push_back({tr("probability"), percentText(*answer->probability)});
    addOthers(readout, run, x, y);
    return readout;
}

void DecisionPanel::addOthers(Readout& readout, std::size_t run, double x, double y) const
{
    if (m_maps.count() == 1)
        return;
    readout.heading = m_maps.head(run)->score().name + QStringLiteral(" · ") + readout.heading;
    for (std::size_t other = 0; other < m_maps.count(); ++other) {
        const core::DecisionMap* map = answersOf(other);
        const auto answer = map && other != run ? answerAt(*map, m_answeredData->classes, x, y) : std::nullopt;
        if (!answer)
            continue;
        QString text =
            answer->label ? tr("class %1").arg(nameOfClass(*m_answeredData, *answer->label)) : tr("no number");
        if (answer->probability)
            text += QStringLiteral(" · ") + percentText(*answer->probability);
        readout.rows.push_back({m_maps.head(other)->score().name, text, colorOf(*answer)});
    }
}

Crosshair DecisionPanel::crosshairAt(std::size_t run, double x, double y) const
{
    Crosshair crosshair;
    crosshair.rects = {m_maps.rect(run)};
    crosshair.key = x;
    crosshair.value = y;
    crosshair.readout = mapReadout(run, x, y);
    for (std::size_t other = 0; other < m_maps.count(); ++other) {
        const core::DecisionMap* map = answersOf(other);
        const auto answer = map && other != run ? answerAt(*map, m_answeredData->classes, x, y) : std::nullopt;
        if (!answer)
            continue;
        crosshair.rects.push_back(m_maps.rect(other));
        crosshair.marks.push_back({m_maps.rect(other), x, y, colorOf(*answer)});
    }
    return crosshair;
}

Crosshair DecisionPanel::curveCrosshair(double x) const
{
    const auto& keys = m_answers.curveX;
    const auto after = std::lower_bound(keys.begin(), keys.end(), static_cast<float>(x));
    const auto at = static_cast<std::size_t>(std::min(after, keys.end() - 1) - keys.begin());
    Crosshair crosshair;
    crosshair.rects = {m_plot->axisRect()};
    crosshair.key = x;
    crosshair.readout.heading = QStringLiteral("x = ") + readableNumber(x);
    const auto add = [&](const QString& name, double answer, const QColor& color) {
        crosshair.readout.rows.push_back({name, readableNumber(answer), color});
        crosshair.marks.push_back({m_plot->axisRect(), x, answer, color});
    };
    add(tr("answer"), static_cast<double>(m_answers.curveY[at]), m_curve->pen().color());
    // All of them answer at the same inputs.
    for (const QCPGraph* other : m_others.graphs())
        if (static_cast<std::size_t>(other->dataCount()) == keys.size())
            add(other->name(), other->data()->at(static_cast<int>(at))->value, other->pen().color());
    return crosshair;
}

Pointer DecisionPanel::readAt(QWidget* picture, const QPointF& place)
{
    if (picture == m_canvas) {
        if (!m_drawsConfusion)
            return {};
        m_readPlace = place;
        setReading(m_confusion.describe(place, confusionArea(QRectF(m_canvas->rect())), textSize()));
        m_canvas->update();
        return {};
    }
    const std::size_t run = m_maps.runAt(place);
    if (!m_plot->message().isEmpty() || !m_drawnData || run == m_maps.count() || !answersOf(run))
        return {};
    const QCPAxisRect& rect = *m_maps.rect(run);
    const double x = rect.axis(QCPAxis::atBottom)->pixelToCoord(place.x());
    const double y = rect.axis(QCPAxis::atLeft)->pixelToCoord(place.y());
    Crosshair crosshair = m_drawnData->inputs == 2 ? crosshairAt(run, x, y) : curveCrosshair(x);
    crosshair.place = place;
    if (const core::DataPreview::Point* sample = sampleNear(rect, place)) {
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

QString DecisionPanel::describeFrame(const FrameData& frame) const
{
    const core::Snapshot& snapshot = frame.snapshot;
    if (const QString diverged = divergenceSentence(snapshot); !diverged.isEmpty())
        return diverged;
    const core::Score& score = snapshot.heldOut();
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
    const core::Score& score = snapshot.heldOut();
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

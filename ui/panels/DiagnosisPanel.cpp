// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/DiagnosisPanel.h"

#include "ui/base/FindingWords.h"
#include "ui/base/NumberText.h"
#include "ui/panels/Explanation.h"
#include "ui/panels/PanelTables.h"
#include "ui/widgets/Canvas.h"

#include <QMouseEvent>
#include <QVBoxLayout>

namespace ui
{

DiagnosisPanel::DiagnosisPanel(QWidget* parent)
    : Panel(parent)
    , m_canvas(new Canvas(
          [this](QPainter& painter, const QRectF& area) { m_picture.paint(painter, area, theme(), textSize()); }))
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_canvas);
    m_canvas->setMinimumSize(120, 90);
    m_canvas->setOverlay([this](QPainter& painter, const QRectF& area) {
        if (m_readPlace && !reading().empty())
            reading().paint(painter, area.adjusted(2, 2, -2, -2), *m_readPlace, {*m_readPlace}, theme(), textSize());
    });
    addCanvas(m_canvas);
    setAccessibleName(title());
}

QString DiagnosisPanel::title() const
{
    return tr("Diagnosis");
}

QString DiagnosisPanel::help() const
{
    return tr("Everything that is wrong with this run, the worst first: a triangle is an alarm, a disc a notice. Below "
              "the sentence stand the formula, its number at this moment, and the threshold that it has crossed.\n\n"
              "What is noisy is found only when it has lasted for some steps, so that nothing flickers; steps are "
              "counted, never seconds, so that the same run is always told the same. Of an earlier moment, only what "
              "that moment shows by itself is found.\n\n"
              "Click a finding to select the layer that it speaks of in all cards. The strip above the cards offers "
              "cures, and tries them beside this run.");
}

void DiagnosisPanel::display(const FrameData& frame)
{
    m_picture.set(frame.findings, frame.snapshot);
    if (const QString diverged = divergenceSentence(frame.snapshot); !diverged.isEmpty())
        setSubtitle(diverged, true);
    else if (m_picture.empty())
        setSubtitle(tr("nothing found"));
    else
        setSubtitle(tr("alarms: %1 · notices: %2")
                        .arg(m_picture.count(core::Severity::Alarm))
                        .arg(m_picture.count(core::Severity::Notice)),
                    m_picture.count(core::Severity::Alarm) > 0);
    m_canvas->refresh();
}

void DiagnosisPanel::paintContent(QCPPainter& painter, const QRect& target)
{
    m_picture.paint(painter, QRectF(target), theme(), textSize());
}

bool DiagnosisPanel::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_canvas && event->type() == QEvent::MouseButtonPress) {
        const QPointF place = static_cast<QMouseEvent*>(event)->position();
        const int layer = m_picture.layerAt(place, QRectF(m_canvas->rect()), textSize());
        if (layer > 0 && layer <= layerCount())
            emit layerPicked(layer);
    }
    return Panel::eventFilter(watched, event);
}

QString DiagnosisPanel::describeFrame(const FrameData& /*frame*/) const
{
    return m_picture.sentence();
}

Pointer DiagnosisPanel::readAt(QWidget* /*picture*/, const QPointF& place)
{
    const QRectF area(m_canvas->rect());
    setReading(m_picture.describe(place, area, textSize()));
    m_readPlace = place;
    m_canvas->update();
    const int layer = m_picture.layerAt(place, area, textSize());
    return layer > 0 && layer <= layerCount() ? Pointer{std::nullopt, layer} : Pointer{};
}

void DiagnosisPanel::readFor(const Pointer& /*pointer*/) {}

void DiagnosisPanel::stopReading()
{
    if (m_readPlace)
        m_canvas->update();
    m_readPlace.reset();
}

QString DiagnosisPanel::explanation(const FrameData& frame) const
{
    Explanation text;
    text.say(help());
    for (const core::Finding& finding : frame.findings) {
        text.heading(findingHeading(finding));
        text.formula(findingExplanation(finding));
    }
    text.healthy({tr("Nothing is found, or notices that go away by themselves in the first steps.")});
    text.published(
        {tr("Glorot, Bengio: Understanding the Difficulty of Training Deep Feedforward Neural Networks "
            "(2010)"),
         tr("Zhang et al.: AUTOTRAINER: An Automatic DNN Training Problem Detection and Repair System (2021)"),
         tr("Rauschmayr et al.: Amazon SageMaker Debugger (2021)")});
    return text.html();
}

NumberTable DiagnosisPanel::table(const FrameData& frame) const
{
    return findingsTable(frame);
}

} // namespace ui

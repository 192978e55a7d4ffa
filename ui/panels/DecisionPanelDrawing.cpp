// SPDX-License-Identifier: GPL-3.0-or-later
// The part of DecisionPanel that is drawn on: it hands mouse and keys to its DecisionDrawing, and shows what comes of
// it before the run has learned it.
#include "ui/base/Words.h"
#include "ui/panels/DecisionDrawing.h"
#include "ui/panels/DecisionPanel.h"
#include "ui/panels/DrawingTools.h"
#include "ui/widgets/PlotView.h"

#include <QKeyEvent>
#include <QToolButton>

namespace ui
{

void DecisionPanel::connectDrawing()
{
    addToHead(m_drawing->button());
    connect(m_drawing, &DecisionDrawing::edited, this, &Panel::edited);
    connect(m_drawing, &DecisionDrawing::editingFinished, this, &Panel::editingFinished);
    connect(m_drawing, &DecisionDrawing::sketched, this, &DecisionPanel::showSketch);
    connect(m_drawing, &DecisionDrawing::handMoved, this, [this] {
        stopReading();
        emit viewChanged(); // the sentence says where the hand is
    });
}

bool DecisionPanel::followsConfig() const
{
    return m_drawing->isDrawn();
}

bool DecisionPanel::startDrawing()
{
    m_drawing->start();
    return true;
}

void DecisionPanel::showSketch()
{
    const auto& samples = m_drawing->samples();
    if (!samples || m_drawnData == samples)
        return;
    showSamples(*samples);
    m_drawnData = samples;
    m_plot->queueReplot();
}

void DecisionPanel::keyPressEvent(QKeyEvent* event)
{
    if (!m_drawing->pressKey(*event))
        Panel::keyPressEvent(event);
}

void DecisionPanel::showCursor()
{
    const std::optional<QPointF> cursor = m_drawing->cursor();
    if (!cursor || !m_answeredData)
        return;
    Crosshair crosshair;
    crosshair.rects = {m_plot->axisRect()};
    crosshair.key = cursor->x();
    crosshair.value = cursor->y();
    crosshair.marks.push_back({m_plot->axisRect(), cursor->x(), cursor->y(), m_drawing->color()});
    crosshair.readout = mapReadout(cursor->x(), cursor->y());
    const std::optional<int> label = m_drawing->drawnClass();
    crosshair.readout.rows.push_back(
        {tr("Space"), label ? tr("draws class %1").arg(*label) : tr("erases"), m_drawing->color()});
    setReading(crosshair.readout);
    m_plot->setCrosshair(std::move(crosshair));
}

QString DecisionPanel::describeFrame(const FrameData& frame) const
{
    const QString answers = describeAnswers(frame);
    const QString drawing = m_drawing->sentence();
    return drawing.isEmpty() ? answers : joinedSentences({answers, drawing});
}

} // namespace ui

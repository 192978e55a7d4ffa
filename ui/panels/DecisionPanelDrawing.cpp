// SPDX-License-Identifier: GPL-3.0-or-later
// The part of DecisionPanel that is drawn on: it shows the samples, hands mouse and keys to its DecisionDrawing, and
// shows what comes of it before the run has learned it.
#include "ui/panels/DecisionDrawing.h"
#include "ui/panels/DecisionPanel.h"
#include "ui/panels/DrawingTools.h"
#include "ui/widgets/PlotView.h"

#include <QKeyEvent>
#include <QToolButton>

#include <algorithm>

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

void DecisionPanel::showSamples(const core::DataPreview& preview)
{
    for (QCPGraph* graph : m_samples)
        m_plot->removeGraph(graph);
    m_samples.clear();
    m_testKey->removeFromLegend();
    m_curve->removeFromLegend();
    const int classes = std::max(preview.classes, 1);
    const double size = (preview.points.size() > 600 ? 4.5 : 6) * textSize() / 11 * m_maps.sampleScale();
    QColor rim = theme().dark() ? QColor(0x0d1116) : QColor(0xffffff);
    rim.setAlpha(onPaper() ? 180 : 255);
    for (int label = 0; label < classes; ++label)
        for (const bool test : {false, true}) {
            QVector<double> x;
            QVector<double> y;
            for (const core::DataPreview::Point& point : preview.points)
                if (point.label == label && point.test == test) {
                    x.append(static_cast<double>(point.x));
                    y.append(static_cast<double>(point.y));
                }
            if (x.isEmpty())
                continue;
            auto* graph = m_plot->addGraph();
            graph->setLayer(QStringLiteral("samples"));
            graph->setLineStyle(QCPGraph::lsNone);
            const QColor color =
                preview.classification ? theme().classColor(label, preview.classes) : theme().series[0];
            const QColor fill = mixed(color, QColor(theme().dark() ? Qt::white : Qt::black), 0.12);
            graph->setScatterStyle(QCPScatterStyle(test ? QCPScatterStyle::ssDiamond : QCPScatterStyle::ssCircle,
                                                   QPen(rim, onPaper() ? size * 0.12 : m_maps.sampleScale()), fill,
                                                   test ? size * 1.25 : size));
            graph->setData(x, y);
            // The legend names each class once, and the test samples' shape for all of them.
            // Many classes have room for their bare names only.
            const QString name = nameOfClass(preview, label);
            const QString ofClass = preview.classes > 3 ? name : tr("class %1").arg(name);
            graph->setName(preview.classification ? ofClass : tr("sample"));
            if (test || label > 5)
                graph->removeFromLegend();
            m_samples.push_back(graph);
        }
    m_maps.showSamples(m_samples);
    const bool anyTest =
        std::any_of(preview.points.begin(), preview.points.end(), [](const auto& p) { return p.test; });
    m_testKey->setScatterStyle(
        QCPScatterStyle(QCPScatterStyle::ssDiamond, QPen(theme().mutedText), Qt::NoBrush, size * 1.25));
    m_testKey->setLineStyle(QCPGraph::lsNone);
    m_testKey->setName(tr("test sample"));
    m_curve->setName(tr("fitted curve"));
    if (anyTest)
        m_testKey->addToLegend();
    if (preview.inputs == 1)
        m_curve->addToLegend();
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
    Crosshair crosshair = crosshairAt(0, cursor->x(), cursor->y());
    crosshair.marks.push_back({m_plot->axisRect(), cursor->x(), cursor->y(), m_drawing->color()});
    const std::optional<int> label = m_drawing->drawnClass();
    crosshair.readout.rows.push_back(
        {tr("Space"), label ? tr("draws class %1").arg(*label) : tr("erases"), m_drawing->color()});
    setReading(crosshair.readout);
    m_plot->setCrosshair(std::move(crosshair));
}

QString DecisionPanel::handSentence() const
{
    return m_drawing->sentence();
}

} // namespace ui

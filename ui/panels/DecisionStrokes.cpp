// SPDX-License-Identifier: GPL-3.0-or-later
// The part of DecisionDrawing that follows hands: strokes of the mouse, and the cursor that is moved by keys.
#include "ui/panels/DecisionDrawing.h"
#include "ui/panels/DrawingTools.h"
#include "ui/widgets/PlotView.h"

#include "ui/base/NumberText.h"

#include <QKeyEvent>
#include <QLineF>
#include <QMouseEvent>

#include <algorithm>
#include <cmath>

namespace ui
{

namespace
{

constexpr double kApart = 10;       ///< pixels between the points of a stroke
constexpr double kEraserReach = 9;  ///< pixels around the eraser
constexpr double kCursorReach = 24; ///< pixels in which the nearest point is looked for
constexpr double kSteps = 40;       ///< of the cursor across the plot
constexpr double kFar = 5;          ///< steps at once

} // namespace

double DecisionDrawing::reach() const
{
    return kEraserReach * m_theme->textScale;
}

QPointF DecisionDrawing::pixelOf(const core::DrawnPoint& point) const
{
    return {m_plot->xAxis->coordToPixel(point.x), m_plot->yAxis->coordToPixel(point.y)};
}

core::DrawnPoint DecisionDrawing::pointAt(const QPointF& pixel) const
{
    const QCPRange x = m_plot->xAxis->range();
    const QCPRange y = m_plot->yAxis->range();
    return core::pointOn({x.lower, x.upper, y.lower, y.upper}, m_plot->xAxis->pixelToCoord(pixel.x()),
                         m_plot->yAxis->pixelToCoord(pixel.y()), drawnClass().value_or(0));
}

bool DecisionDrawing::press(const QMouseEvent& event)
{
    const bool isButton = event.button() == Qt::LeftButton || event.button() == Qt::RightButton;
    const bool movesView = event.modifiers().testFlag(Qt::ShiftModifier);
    if (m_stroke)
        return true; // a second button changes nothing
    if (!isOn() || !isButton || movesView || !m_plot->axisRect()->rect().contains(event.pos()))
        return false;
    m_panel->setFocus(Qt::MouseFocusReason);
    m_isCursorSeen = false;
    m_plot->setCrosshair({});
    setNote(m_need);
    m_stroke = Stroke{m_sketch, event.position(), event.button() == Qt::RightButton || !drawnClass()};
    markAt(event.position());
    return true;
}

void DecisionDrawing::drawAlong(const QPointF& to)
{
    // However fast the hand is, the points are equally far apart.
    const double stride = m_stroke->erases ? reach() : kApart * m_theme->textScale;
    QLineF way(m_stroke->last, to);
    while (way.length() >= stride) {
        m_stroke->last = way.pointAt(stride / way.length());
        markAt(m_stroke->last);
        way.setP1(m_stroke->last);
    }
    if (m_stroke->erases)
        markAt(to);
}

void DecisionDrawing::markAt(const QPointF& pixel)
{
    if (!m_plot->axisRect()->rect().contains(pixel.toPoint()))
        return;
    if (m_stroke->erases) {
        if (m_sketch.eraseAround(pixel, reach(), [this](const auto& point) { return pixelOf(point); }) == 0)
            return;
    } else if (!m_sketch.add(pointAt(pixel))) {
        setNote(tr("There are %1 points already: no more can be seen one by one here. Erase some to draw others.")
                    .arg(countText(static_cast<qint64>(m_sketch.points().size()))));
        emit handMoved();
        return;
    }
    refreshSamples();
    m_tools->setCounts(m_sketch.counts());
    emit sketched();
}

void DecisionDrawing::finishStroke()
{
    const Stroke stroke = *std::exchange(m_stroke, std::nullopt);
    commit(stroke.before, stroke.erases ? tr("Erase points") : tr("Draw points"));
}

void DecisionDrawing::cancelStroke()
{
    if (!m_stroke)
        return;
    m_sketch = std::exchange(m_stroke, std::nullopt)->before;
    refreshSamples();
    emit sketched();
}

bool DecisionDrawing::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_panel) {
        if (event->type() == QEvent::FocusOut && m_isCursorSeen) {
            m_isCursorSeen = false;
            emit handMoved();
        }
        return QObject::eventFilter(watched, event);
    }
    switch (event->type()) {
    case QEvent::MouseButtonPress:
    case QEvent::MouseButtonDblClick:
        return press(*static_cast<QMouseEvent*>(event));
    case QEvent::MouseMove:
        showHand(static_cast<QMouseEvent*>(event)->position());
        if (m_stroke)
            drawAlong(static_cast<QMouseEvent*>(event)->position());
        return m_stroke.has_value();
    case QEvent::MouseButtonRelease:
        if (!m_stroke)
            return false;
        if (static_cast<QMouseEvent*>(event)->buttons() == Qt::NoButton)
            finishStroke();
        return true;
    case QEvent::Hide:
        cancelStroke();
        return false;
    case QEvent::Resize:
        placeNote();
        return false;
    default:
        return QObject::eventFilter(watched, event);
    }
}

void DecisionDrawing::showHand(const QPointF& pixel)
{
    if (isOn() && m_plot->axisRect()->rect().contains(pixel.toPoint()))
        m_plot->setCursor(Qt::CrossCursor);
    else
        m_plot->unsetCursor();
}

bool DecisionDrawing::pressKey(const QKeyEvent& event)
{
    const bool isShifted = event.modifiers().testFlag(Qt::ShiftModifier);
    if (!isOn() || (event.modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier)) || m_stroke)
        return false;
    const int key = event.key();
    if (key >= Qt::Key_0 && key <= Qt::Key_9 && !isShifted) {
        choose(key - Qt::Key_0);
        return true;
    }
    if (moveCursor(key, isShifted))
        return true;
    if (!cursor())
        return false;
    if (key == Qt::Key_Space || key == Qt::Key_Return || key == Qt::Key_Enter) {
        if (!event.isAutoRepeat())
            drawAtCursor();
        return true;
    }
    if (key == Qt::Key_Delete || key == Qt::Key_Backspace) {
        eraseAtCursor();
        return true;
    }
    return false;
}

bool DecisionDrawing::moveCursor(int key, bool far)
{
    const int right = key == Qt::Key_Right ? 1 : key == Qt::Key_Left ? -1 : 0;
    const int up = key == Qt::Key_Up ? 1 : key == Qt::Key_Down ? -1 : 0;
    if (right == 0 && up == 0)
        return false;
    // The first press only shows where the cursor is.
    const bool moves = std::exchange(m_isCursorSeen, true);
    const QPointF from = *cursor();
    const double step = moves ? (far ? kFar : 1) / kSteps : 0;
    m_cursor = from + QPointF(right * step * m_plot->xAxis->range().size(), up * step * m_plot->yAxis->range().size());
    m_cursor = cursor();
    setNote(m_need);
    emit handMoved();
    return true;
}

void DecisionDrawing::drawAtCursor()
{
    const QPointF pixel(m_plot->xAxis->coordToPixel(cursor()->x()), m_plot->yAxis->coordToPixel(cursor()->y()));
    setNote(m_need);
    m_stroke = Stroke{m_sketch, pixel, !drawnClass()};
    markAt(pixel);
    finishStroke();
    emit handMoved();
}

void DecisionDrawing::eraseAtCursor()
{
    const QPointF pixel(m_plot->xAxis->coordToPixel(cursor()->x()), m_plot->yAxis->coordToPixel(cursor()->y()));
    const PointSketch before = m_sketch;
    setNote(m_need);
    if (!m_sketch.eraseNearest(pixel, kCursorReach * m_theme->textScale,
                               [this](const auto& point) { return pixelOf(point); })) {
        setNote(tr("There is no point near the cursor."));
        emit handMoved();
        return;
    }
    refreshSamples();
    emit sketched();
    commit(before, tr("Erase points"));
    emit handMoved();
}

} // namespace ui

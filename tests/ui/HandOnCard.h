// SPDX-License-Identifier: GPL-3.0-or-later
// A card as a person has it before them, and what a hand with a mouse does to its picture.
#pragma once

#include "tests/ui/MadeUpRun.h"
#include "ui/panels/Panel.h"
#include "ui/widgets/Canvas.h"
#include "ui/widgets/PlotView.h"

#include <QMouseEvent>
#include <QTest>
#include <QWheelEvent>

namespace hand
{

inline void show(ui::Panel& panel, const madeup::Run& run, const QSize& size = {420, 330})
{
    panel.resize(size);
    static_cast<QWidget&>(panel).show();
    panel.show(run.frame());
    for (auto* plot : panel.findChildren<ui::PlotView*>())
        plot->replot();
}

inline void point(QWidget& picture, const QPointF& place)
{
    QMouseEvent event(QEvent::MouseMove, place, picture.mapToGlobal(place), Qt::NoButton, Qt::NoButton, {});
    QCoreApplication::sendEvent(&picture, &event);
}

inline void leave(QWidget& picture)
{
    QEvent event(QEvent::Leave);
    QCoreApplication::sendEvent(&picture, &event);
}

inline void wheel(QWidget& picture, const QPointF& place, int steps)
{
    QWheelEvent event(place, picture.mapToGlobal(place), {}, QPoint(0, 120 * steps), Qt::NoButton, {},
                      Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(&picture, &event);
}

inline void drag(QWidget& picture, const QPoint& from, const QPoint& to)
{
    QTest::mousePress(&picture, Qt::LeftButton, {}, from);
    for (const double t : {0.25, 0.5, 0.75, 1.0}) {
        const QPointF at = QPointF(from) + t * QPointF(to - from);
        QMouseEvent event(QEvent::MouseMove, at, picture.mapToGlobal(at), Qt::NoButton, Qt::LeftButton, {});
        QCoreApplication::sendEvent(&picture, &event);
    }
    QTest::mouseRelease(&picture, Qt::LeftButton, {}, to);
}

inline QPointF placeOf(const ui::PlotView& plot, double x, double y)
{
    return {plot.xAxis->coordToPixel(x), plot.yAxis->coordToPixel(y)};
}

/// The picture of a panel that can be seen now.
inline QWidget* pictureOf(const ui::Panel& panel)
{
    for (auto* plot : panel.findChildren<ui::PlotView*>())
        if (plot->isVisible())
            return plot;
    for (auto* canvas : panel.findChildren<ui::Canvas*>())
        if (canvas->isVisible())
            return canvas;
    return nullptr;
}

} // namespace hand

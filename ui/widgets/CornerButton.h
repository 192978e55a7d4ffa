// SPDX-License-Identifier: GPL-3.0-or-later
// A small icon in the corner of a picture that can be clicked: there only while it has something to do. Not reached by
// keyboard, so whoever has one offers the same elsewhere. Used by PlotView.
#pragma once

#include <QAbstractButton>
#include <QPainter>

namespace ui
{

class CornerButton : public QAbstractButton
{
    Q_OBJECT

public:
    explicit CornerButton(QWidget* parent)
        : QAbstractButton(parent)
    {
        setFocusPolicy(Qt::NoFocus);
        setCursor(Qt::ArrowCursor);
        setAttribute(Qt::WA_Hover);
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing, true);
        QColor ground = palette().color(underMouse() ? QPalette::AlternateBase : QPalette::Base);
        ground.setAlpha(220);
        painter.setPen(Qt::NoPen);
        painter.setBrush(ground);
        painter.drawRoundedRect(QRectF(rect()), height() * 0.2, height() * 0.2);
        const QRect box(QPoint(), iconSize());
        icon().paint(&painter, box.translated(rect().center() - box.center()));
    }
};

} // namespace ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/SeverityMark.h"

#include <QPolygonF>

namespace ui
{

void paintSeverity(QPainter& painter, const QRectF& box, const std::optional<core::Severity>& severity,
                   const Theme& theme)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing, true);
    if (!severity) {
        const double inset = box.width() / 8;
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(theme.silent, 1.5));
        painter.drawEllipse(box.adjusted(inset, inset, -inset, -inset));
        painter.restore();
        return;
    }
    const bool isAlarm = *severity == core::Severity::Alarm;
    const QColor ground = isAlarm ? theme.alarm : theme.notice;
    painter.setPen(QPen(ground, 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(ground);
    if (isAlarm)
        painter.drawPolygon(QPolygonF({box.bottomLeft(), box.bottomRight(), {box.center().x(), box.top()}}));
    else
        painter.drawEllipse(box);
    const double height = box.height();
    const double top = box.top() + height * (isAlarm ? 0.36 : 0.22);
    // Opaque also where the paper is transparent.
    painter.setPen(QPen(QColor::fromRgb(theme.card.rgb()), height * 0.13, Qt::SolidLine, Qt::RoundCap));
    painter.drawLine(QPointF(box.center().x(), top), QPointF(box.center().x(), top + height * 0.28));
    const QPointF dot(box.center().x(), top + height * (isAlarm ? 0.48 : 0.52));
    painter.drawLine(dot, dot + QPointF(0, 0.01));
    painter.restore();
}

} // namespace ui

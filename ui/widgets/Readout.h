// SPDX-License-Identifier: GPL-3.0-or-later
// The numbers at the place that is pointed at, as a small table in a box. The box keeps inside the picture and beside
// what is being read. Painted over pictures by PlotView and by panels that paint themselves; never part of a figure.
#pragma once

#include "ui/base/Theme.h"

#include <QColor>
#include <QPainter>
#include <QPointF>
#include <QRectF>
#include <QString>

#include <vector>

namespace ui
{

struct Readout {
    struct Row {
        QString name;
        QString value;
        QColor color{}; ///< of the curve that is read, drawn before the name; invalid: none
    };

    QString heading;
    std::vector<Row> rows;

    [[nodiscard]] bool empty() const { return heading.isEmpty() && rows.empty(); }
    /// The same in plain text: the heading, then a line a row.
    [[nodiscard]] QString text() const;
    [[nodiscard]] QSizeF size(double textSize) const;
    /// Paints the box inside `bounds` and beside `place`, over as few of the `points` as can be.
    void paint(QPainter& painter, const QRectF& bounds, const QPointF& place, const std::vector<QPointF>& points,
               const Theme& theme, double textSize) const;
};

/// Where a box of this size stands best: inside `bounds`, beside `place`, over as few of the `points` as can be.
QRectF readoutBox(const QSizeF& size, const QRectF& bounds, const QPointF& place, const std::vector<QPointF>& points,
                  double gap);

} // namespace ui

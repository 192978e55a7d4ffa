// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/Readout.h"

#include <QFontMetricsF>
#include <QStringList>

#include <algorithm>
#include <array>

namespace ui
{

namespace
{

// In letters.
constexpr double kReadoutPadding = 0.55;
constexpr double kReadoutLine = 1.45;
constexpr double kSwatch = 1.3;
constexpr double kBetweenColumns = 1.1;

constexpr double kHiddenPoint = 30; ///< a hidden point is as bad as this many pixels away from the place

double nameWidth(const Readout& readout, const QFontMetricsF& metrics, double textSize)
{
    double width = 0;
    for (const Readout::Row& row : readout.rows)
        width = std::max(width, metrics.horizontalAdvance(row.name) + (row.color.isValid() ? kSwatch * textSize : 0));
    return width;
}

} // namespace

QString Readout::text() const
{
    QStringList lines;
    if (!heading.isEmpty())
        lines << heading;
    for (const Row& row : rows)
        lines << (row.value.isEmpty() ? row.name : row.name + QLatin1Char(' ') + row.value);
    return lines.join(QLatin1Char('\n'));
}

QSizeF Readout::size(double textSize) const
{
    const QFontMetricsF plain(themeFont(textSize));
    const QFontMetricsF strong(themeFont(textSize, QFont::DemiBold));
    double values = 0;
    for (const Row& row : rows)
        if (!row.value.isEmpty())
            values = std::max(values, strong.horizontalAdvance(row.value) + kBetweenColumns * textSize);
    const double width = std::max(strong.horizontalAdvance(heading), nameWidth(*this, plain, textSize) + values);
    const auto lines = static_cast<double>(rows.size() + (heading.isEmpty() ? 0 : 1));
    return {width + 2 * kReadoutPadding * textSize + 2, lines * kReadoutLine * textSize + kReadoutPadding * textSize};
}

void Readout::paint(QPainter& painter, const QRectF& bounds, const QPointF& place, const std::vector<QPointF>& points,
                    const Theme& theme, double textSize) const
{
    if (empty())
        return;
    const QRectF box = readoutBox(size(textSize), bounds, place, points, textSize);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing, true);
    QColor ground = theme.card;
    ground.setAlpha(238);
    painter.setBrush(ground);
    painter.setPen(QPen(theme.outline, 1));
    painter.drawRoundedRect(box, textSize * 0.35, textSize * 0.35);

    const QFont plain = themeFont(textSize);
    const QFont strong = themeFont(textSize, QFont::DemiBold);
    const double pad = kReadoutPadding * textSize;
    QRectF line(box.left() + pad, box.top() + pad / 2, box.width() - 2 * pad, kReadoutLine * textSize);
    if (!heading.isEmpty()) {
        painter.setFont(strong);
        painter.setPen(theme.text);
        painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter, heading);
        line.translate(0, line.height());
    }
    for (const Row& row : rows) {
        double indent = 0;
        if (row.color.isValid()) {
            painter.setPen(QPen(row.color, std::max(2.0, textSize * 0.22)));
            painter.drawLine(QLineF(line.left(), line.center().y(), line.left() + textSize * 0.8, line.center().y()));
            indent = kSwatch * textSize;
        }
        painter.setFont(plain);
        painter.setPen(theme.mutedText);
        painter.drawText(line.adjusted(indent, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, row.name);
        painter.setFont(strong);
        painter.setPen(theme.text);
        painter.drawText(line, Qt::AlignRight | Qt::AlignVCenter, row.value);
        line.translate(0, line.height());
    }
    painter.restore();
}

QRectF readoutBox(const QSizeF& size, const QRectF& bounds, const QPointF& place, const std::vector<QPointF>& points,
                  double gap)
{
    const double right = place.x() + gap;
    const double left = place.x() - gap - size.width();
    const double above = place.y() - gap - size.height();
    const double below = place.y() + gap;
    // Beside the place before over or under it; the four corners come last: they are far away but hide least.
    const std::array<QPointF, 8> corners{{{right, above},
                                          {left, above},
                                          {right, below},
                                          {left, below},
                                          {right, bounds.top()},
                                          {left, bounds.top()},
                                          {right, bounds.bottom() - size.height()},
                                          {left, bounds.bottom() - size.height()}}};
    QRectF best;
    double bestCost = 1e300;
    double order = 0;
    for (const QPointF& corner : corners) {
        QRectF box(corner, size);
        const QRectF wanted = box;
        box.moveLeft(std::max(bounds.left(), std::min(box.left(), bounds.right() - size.width())));
        box.moveTop(std::max(bounds.top(), std::min(box.top(), bounds.bottom() - size.height())));
        const QPointF shift = box.topLeft() - wanted.topLeft();
        double cost = order++ + std::abs(shift.x()) + std::abs(shift.y());
        const QRectF wide = box.adjusted(-gap / 3, -gap / 3, gap / 3, gap / 3);
        cost += wide.contains(place) ? 1e6 : 0;
        cost += kHiddenPoint *
                static_cast<double>(std::count_if(points.begin(), points.end(),
                                                  [&wide](const QPointF& point) { return wide.contains(point); }));
        if (cost < bestCost) {
            bestCost = cost;
            best = box;
        }
    }
    return best;
}

} // namespace ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/UnitMarks.h"

#include "ui/base/NumberText.h"

#include <QFontMetricsF>
#include <QPolygonF>

#include <algorithm>
#include <cmath>

namespace ui
{

double paintText(QPainter& painter, const QRectF& area, const QString& text, const QFont& font, const QColor& color)
{
    if (text.isEmpty() || area.height() <= 0)
        return 0;
    const QFontMetricsF metrics(font);
    constexpr int kFlags = Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap;
    QString shown = text;
    const bool isOneLine = area.height() < 2 * metrics.lineSpacing();
    if (isOneLine)
        shown = metrics.elidedText(text, Qt::ElideRight, area.width());
    const QRectF taken = metrics.boundingRect(area, kFlags, shown);
    painter.setFont(font);
    painter.setPen(color);
    painter.save();
    painter.setClipRect(area, Qt::IntersectClip);
    painter.drawText(area, isOneLine ? int(Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine) : kFlags, shown);
    painter.restore();
    return isOneLine ? area.height() : std::min(taken.height(), area.height());
}

std::vector<double> binned(const std::vector<float>& values, const PictureScale& scale)
{
    constexpr std::size_t kBins = 48;
    std::vector<double> bins(kBins);
    for (const float value : values) {
        const double share = (static_cast<double>(value) - scale.lower) / (scale.upper - scale.lower);
        if (share >= 0 && share <= 1)
            bins[std::min(static_cast<std::size_t>(share * kBins), kBins - 1)] += 1;
    }
    return bins;
}

void paintBars(QPainter& painter, const QRectF& area, std::span<const double> bars, const QColor& color,
               const Theme& theme)
{
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setPen(QPen(theme.axis, 1));
    painter.drawLine(QLineF(area.bottomLeft(), area.bottomRight()));
    const double most = bars.empty() ? 0 : *std::max_element(bars.begin(), bars.end());
    if (most <= 0)
        return;
    QVector<QRectF> shown;
    const double width = area.width() / static_cast<double>(bars.size());
    for (std::size_t at = 0; at < bars.size(); ++at) {
        if (bars[at] <= 0)
            continue;
        const double height = std::max(1.0, bars[at] / most * area.height());
        const double left = std::round(area.left() + width * static_cast<double>(at));
        const double right = std::round(area.left() + width * static_cast<double>(at + 1));
        shown.append(QRectF(left, area.bottom() - height, std::max(1.0, right - left), height));
    }
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawRects(shown);
    painter.setBrush(Qt::NoBrush);
}

void paintZero(QPainter& painter, const QRectF& area, const PictureScale& scale, const Theme& theme)
{
    if (scale.lower > 0 || scale.upper < 0)
        return;
    painter.setPen(QPen(theme.mutedText, 1, Qt::DashLine));
    const double x = std::round(scale.place(0)) + 0.5;
    painter.drawLine(QLineF(x, area.top(), x, area.bottom()));
}

void paintTicks(QPainter& painter, const QRectF& area, const PictureScale& scale, const Theme& theme, double textSize)
{
    const QFont font = themeFont(textSize);
    const QFontMetricsF metrics(font);
    painter.setFont(font);
    painter.setPen(theme.mutedText);
    const QString lower = readableNumber(scale.lower, 2);
    const QString upper = readableNumber(scale.upper, 2);
    painter.drawText(area, Qt::AlignLeft | Qt::AlignVCenter, lower);
    painter.drawText(area, Qt::AlignRight | Qt::AlignVCenter, upper);
    const double zero = scale.place(0);
    const double air = textSize;
    if (scale.lower < 0 && scale.upper > 0 && zero - area.left() > metrics.horizontalAdvance(lower) + air &&
        area.right() - zero > metrics.horizontalAdvance(upper) + air)
        painter.drawText(QRectF(zero - air, area.top(), 2 * air, area.height()), Qt::AlignCenter, QStringLiteral("0"));
}

void paintTrail(QPainter& painter, const QRectF& area, std::span<const double> steps, std::span<const double> values,
                const QColor& color, const Theme& theme)
{
    painter.setRenderHint(QPainter::Antialiasing, true);
    painter.setPen(QPen(theme.grid, 1));
    painter.drawLine(QLineF(area.bottomLeft(), area.bottomRight()));
    double least = 0;
    double largest = 0;
    bool isFirst = true;
    for (const double value : values)
        if (std::isfinite(value)) {
            least = isFirst ? value : std::min(least, value);
            largest = isFirst ? value : std::max(largest, value);
            isFirst = false;
        }
    if (isFirst)
        return;
    const PictureScale across{area.left(), area.right(), steps.front(), steps.back()};
    const PictureScale up{area.bottom() - 1, area.top() + 1, least, largest};
    QPolygonF line;
    for (std::size_t at = 0; at < values.size(); ++at)
        if (std::isfinite(values[at]))
            line << QPointF(across.place(steps[at]), up.place(values[at]));
    painter.setPen(QPen(color, 1.4 * theme.lineScale));
    if (line.size() == 1)
        painter.drawEllipse(line.first(), 1.5, 1.5);
    else
        painter.drawPolyline(line);
}

void paintWeights(QPainter& painter, const QRectF& area, std::span<const float> weights, int columns, double largest,
                  const Theme& theme)
{
    if (weights.empty() || columns < 1)
        return;
    painter.setRenderHint(QPainter::Antialiasing, false);
    const int rows = (static_cast<int>(weights.size()) + columns - 1) / columns;
    const double width = area.width() / columns;
    const double height = area.height() / rows;
    for (std::size_t at = 0; at < weights.size(); ++at) {
        const int row = static_cast<int>(at) / columns;
        const int column = static_cast<int>(at) % columns;
        const double left = std::round(area.left() + width * column);
        const double top = std::round(area.top() + height * row);
        const double share = largest > 0 ? static_cast<double>(weights[at]) / largest : 0;
        const QRectF cell(left, top, std::max(1.0, std::round(area.left() + width * (column + 1)) - left),
                          std::max(1.0, std::round(area.top() + height * (row + 1)) - top));
        painter.fillRect(cell, std::isfinite(share)
                                   ? QColor::fromRgb(theme.diverging(0.5 + 0.5 * std::clamp(share, -1.0, 1.0)))
                                   : theme.alarm);
    }
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(theme.border, 1));
    painter.drawRect(area.adjusted(-0.5, -0.5, 0.5, 0.5));
}

void paintVerdict(QPainter& painter, const QRectF& area, Verdict verdict, const Theme& theme)
{
    painter.setRenderHint(QPainter::Antialiasing, true);
    painter.setBrush(Qt::NoBrush);
    const double width = std::max(1.6, area.width() * 0.17);
    if (verdict == Verdict::Open) {
        painter.setPen(QPen(theme.mutedText, 1));
        painter.drawEllipse(area.adjusted(1, 1, -1, -1));
    } else if (verdict == Verdict::Yes) {
        painter.setPen(QPen(theme.healthy, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter.drawPolyline(
            QPolygonF({QPointF(area.left(), area.center().y()),
                       QPointF(area.left() + area.width() * 0.38, area.bottom()), QPointF(area.right(), area.top())}));
    } else {
        painter.setPen(QPen(theme.alarm, width, Qt::SolidLine, Qt::RoundCap));
        painter.drawLine(QLineF(area.topLeft(), area.bottomRight()));
        painter.drawLine(QLineF(area.bottomLeft(), area.topRight()));
    }
}

} // namespace ui

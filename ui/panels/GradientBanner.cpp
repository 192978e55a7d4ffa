// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/GradientBanner.h"

#include "ui/base/NumberText.h"

#include <QFontMetricsF>
#include <QPainterPath>

#include <algorithm>

namespace ui
{

using core::GradientFinding;

QString GradientBanner::word(GradientFinding finding)
{
    switch (finding) {
    case GradientFinding::NoGradient:
        return tr("no gradient");
    case GradientFinding::VanishingAlarm:
    case GradientFinding::VanishingNotice:
        return tr("vanishing");
    case GradientFinding::Healthy:
        return tr("healthy");
    case GradientFinding::ExplodingNotice:
    case GradientFinding::ExplodingAlarm:
        return tr("exploding");
    case GradientFinding::Diverged:
        return tr("diverged");
    }
    return {};
}

bool GradientBanner::isAlarm(GradientFinding finding)
{
    return finding == GradientFinding::VanishingAlarm || finding == GradientFinding::ExplodingAlarm ||
           finding == GradientFinding::Diverged;
}

QColor GradientBanner::color(GradientFinding finding, const Theme& theme)
{
    if (isAlarm(finding))
        return theme.alarm;
    if (finding == GradientFinding::VanishingNotice || finding == GradientFinding::ExplodingNotice)
        return theme.notice;
    return finding == GradientFinding::Healthy ? theme.healthy : theme.silent;
}

void GradientBanner::paint(QPainter& painter, const QRectF& area, const Theme& theme, double textSize) const
{
    painter.save();
    const QString number = readableNumber(deltaRatio, 2);
    const QColor wordColor = color(finding, theme);
    const QFont big = themeFont(textSize * 2.1, QFont::DemiBold);
    const QFont strong = themeFont(textSize * 1.35, QFont::DemiBold);
    const QFont small = themeFont(textSize);
    double x = area.left() + textSize * 0.4;
    painter.setFont(big);
    painter.setPen(theme.text);
    const double numberWidth = QFontMetricsF(big).horizontalAdvance(number);
    painter.drawText(QRectF(x, area.top(), numberWidth + 4, area.height()), Qt::AlignLeft | Qt::AlignVCenter, number);
    x += numberWidth + textSize * 0.9;

    const double half = area.height() / 2;
    const double mark = textSize * 1.1;
    paintMark(painter, QRectF(x, area.top() + half * 0.55 - mark / 2 + 1, mark, mark), wordColor);
    painter.setFont(strong);
    painter.setPen(wordColor);
    const QRectF upper(x + mark * 1.45, area.top() + half * 0.05, area.right() - x, half);
    painter.drawText(upper, Qt::AlignLeft | Qt::AlignVCenter, word(finding));
    painter.setFont(small);
    painter.setPen(theme.mutedText);
    const QString meaning = depth > 1 ? tr("delta of layer 1 / layer %1").arg(depth) : tr("delta ratio");
    const QRectF lower(x, area.top() + half, area.right() - x, half * 0.9);
    painter.drawText(lower, Qt::AlignLeft | Qt::AlignVCenter, meaning);

    const double textEnd = std::max(upper.left() + QFontMetricsF(strong).horizontalAdvance(word(finding)),
                                    x + QFontMetricsF(small).horizontalAdvance(meaning));
    const double legendWidth = std::min(textSize * 10, area.right() - textEnd - textSize);
    if (depth > 0 && legendWidth >= textSize * 7)
        paintLegend(painter, QRectF(area.right() - legendWidth, area.top(), legendWidth, area.height()), theme,
                    textSize);
    painter.restore();
}

void GradientBanner::paintMark(QPainter& painter, const QRectF& box, const QColor& markColor) const
{
    painter.setRenderHint(QPainter::Antialiasing, true);
    const bool down = finding == GradientFinding::VanishingAlarm || finding == GradientFinding::VanishingNotice;
    const bool up = finding == GradientFinding::ExplodingAlarm || finding == GradientFinding::ExplodingNotice;
    const QPen thick(markColor, box.width() * 0.17, Qt::SolidLine, Qt::RoundCap);
    if (down || up) {
        const double tip = down ? box.bottom() : box.top();
        const double base = down ? box.top() : box.bottom();
        painter.setPen(Qt::NoPen);
        painter.setBrush(markColor);
        painter.drawPolygon(QPolygonF({{box.left(), base}, {box.right(), base}, {box.center().x(), tip}}));
    } else if (finding == GradientFinding::Healthy) {
        painter.setPen(thick);
        painter.setBrush(Qt::NoBrush);
        painter.drawPolyline(QPolygonF({{box.left() + box.width() * 0.08, box.center().y()},
                                        {box.left() + box.width() * 0.4, box.bottom() - box.height() * 0.15},
                                        {box.right() - box.width() * 0.05, box.top() + box.height() * 0.15}}));
    } else if (finding == GradientFinding::Diverged) {
        const QRectF inner =
            box.adjusted(box.width() * 0.12, box.width() * 0.12, -box.width() * 0.12, -box.width() * 0.12);
        painter.setPen(thick);
        painter.drawLine(inner.topLeft(), inner.bottomRight());
        painter.drawLine(inner.bottomLeft(), inner.topRight());
    } else {
        painter.setPen(QPen(markColor, box.width() * 0.13));
        painter.setBrush(Qt::NoBrush);
        painter.drawEllipse(box.adjusted(1, 1, -1, -1));
    }
}

void GradientBanner::paintLegend(QPainter& painter, const QRectF& area, const Theme& theme, double textSize) const
{
    const QRectF bar(area.left(), area.top() + area.height() * 0.24, area.width() - textSize * 0.5, textSize * 0.6);
    const int blocks = std::min(depth, 40);
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setPen(Qt::NoPen);
    for (int block = 0; block < blocks; ++block) {
        const int index = blocks > 1 ? 1 + block * (depth - 1) / (blocks - 1) : 1;
        painter.setBrush(theme.layerColor(index, depth));
        const double gap = blocks <= 12 ? 1 : 0;
        painter.drawRect(
            QRectF(bar.left() + bar.width() * block / blocks, bar.top(), bar.width() / blocks - gap, bar.height()));
    }
    painter.setFont(themeFont(textSize * 0.95));
    painter.setPen(theme.mutedText);
    const QRectF text(bar.left(), bar.bottom(), bar.width(), area.bottom() - bar.bottom());
    painter.drawText(text, Qt::AlignLeft | Qt::AlignVCenter, tr("layer %1").arg(1));
    if (depth > 1)
        painter.drawText(text, Qt::AlignRight | Qt::AlignVCenter, tr("layer %1").arg(depth));
}

} // namespace ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/ElidedLabel.h"

#include <QFontInfo>
#include <QPainter>

namespace ui
{

namespace
{

constexpr double kSmallestLetters = 0.82; ///< of the letters, before any is left out

} // namespace

QString fittingParts(const QString& text, const QFontMetricsF& metrics, double width)
{
    QString shown = text;
    while (metrics.horizontalAdvance(shown) > width) {
        const qsizetype lastPart = shown.lastIndexOf(QStringLiteral(" · "));
        if (lastPart < 0)
            return metrics.elidedText(shown, Qt::ElideRight, width);
        shown.truncate(lastPart);
    }
    return shown;
}

ElidedLabel::ElidedLabel(QWidget* parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void ElidedLabel::setText(const QString& text)
{
    if (text == m_text)
        return;
    m_text = text;
    setToolTip(text);
    setAccessibleName(text);
    update();
}

void ElidedLabel::setColor(const QColor& color)
{
    m_color = color;
    update();
}

QSize ElidedLabel::sizeHint() const
{
    return {fontMetrics().horizontalAdvance(m_text), fontMetrics().height() + 2};
}

QSize ElidedLabel::minimumSizeHint() const
{
    return {30, fontMetrics().height() + 2};
}

void ElidedLabel::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setPen(m_color);
    QFont fitting = font();
    const int largest = QFontInfo(fitting).pixelSize();
    for (int size = largest - 1; size >= largest * kSmallestLetters; --size) {
        if (QFontMetricsF(fitting).horizontalAdvance(m_text) <= width())
            break;
        fitting.setPixelSize(size);
    }
    const QString shown = fittingParts(m_text, QFontMetricsF(fitting), width());
    painter.setFont(fitting);
    painter.drawText(rect(), Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, shown);
}

} // namespace ui

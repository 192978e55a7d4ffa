// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/ElidedLabel.h"

#include <QFontInfo>
#include <QPainter>

namespace ui
{

namespace
{

constexpr double kSmallest = 0.82; ///< of the letters, before any is left out

} // namespace

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
    QString shown = fontMetrics().elidedText(m_text, Qt::ElideRight, width());
    for (int size = largest - 1; size >= largest * kSmallest && shown != m_text; --size) {
        fitting.setPixelSize(size);
        shown = QFontMetrics(fitting).elidedText(m_text, Qt::ElideRight, width());
    }
    painter.setFont(fitting);
    painter.drawText(rect(), Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, shown);
}

} // namespace ui

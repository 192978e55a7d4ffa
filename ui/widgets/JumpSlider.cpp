// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/JumpSlider.h"

#include <QMouseEvent>
#include <QStyle>
#include <QStyleOptionSlider>

#include <utility>

namespace ui
{

void JumpSlider::mousePressEvent(QMouseEvent* event)
{
    m_held = m_held || event->button() == Qt::LeftButton;
    QStyleOptionSlider option;
    initStyleOption(&option);
    const QRect handle = style()->subControlRect(QStyle::CC_Slider, &option, QStyle::SC_SliderHandle, this);
    if (event->button() == Qt::LeftButton && !handle.contains(event->position().toPoint())) {
        const QRect groove = style()->subControlRect(QStyle::CC_Slider, &option, QStyle::SC_SliderGroove, this);
        const int x = event->position().toPoint().x() - groove.x() - handle.width() / 2;
        setValue(QStyle::sliderValueFromPosition(minimum(), maximum(), x, groove.width() - handle.width(),
                                                 option.upsideDown));
    }
    QSlider::mousePressEvent(event);
}

void JumpSlider::mouseReleaseEvent(QMouseEvent* event)
{
    QSlider::mouseReleaseEvent(event);
    if (event->button() == Qt::LeftButton && std::exchange(m_held, false))
        emit letGo();
}

void JumpSlider::wheelEvent(QWheelEvent* event)
{
    if (hasFocus())
        QSlider::wheelEvent(event);
    else
        event->ignore();
}

} // namespace ui

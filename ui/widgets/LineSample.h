// SPDX-License-Identifier: GPL-3.0-or-later
// A short piece of line, as curves are drawn: the legend of what is told in words beside it.
#pragma once

#include <QPainter>
#include <QPen>
#include <QWidget>

namespace ui
{

class LineSample : public QWidget
{
public:
    explicit LineSample(int width, QWidget* parent = nullptr)
        : QWidget(parent)
    {
        setFixedWidth(width);
    }

    void setPen(const QPen& pen)
    {
        m_pen = pen;
        update();
    }
    [[nodiscard]] const QPen& pen() const { return m_pen; }

protected:
    void paintEvent(QPaintEvent* /*event*/) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(m_pen);
        painter.drawLine(QLineF(0, height() / 2.0, width(), height() / 2.0));
    }

private:
    QPen m_pen;
};

} // namespace ui

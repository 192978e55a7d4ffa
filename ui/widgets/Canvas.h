// SPDX-License-Identifier: GPL-3.0-or-later
// A widget that is painted by a function: the same function paints figures. What a person points at is painted over it
// by a second function, without painting the picture again. Used by panels whose picture is no plot.
#pragma once

#include <QPainter>
#include <QPixmap>
#include <QWidget>

#include <functional>
#include <utility>

namespace ui
{

class Canvas : public QWidget
{
    Q_OBJECT

public:
    using Paint = std::function<void(QPainter&, const QRectF&)>;

    explicit Canvas(Paint paint, QWidget* parent = nullptr)
        : QWidget(parent)
        , m_paint(std::move(paint))
    {
    }

    /// The picture has changed.
    void refresh()
    {
        m_picture = {};
        update();
    }
    /// Painted over the picture; from then on the picture is kept, and update() repaints only what lies over it.
    void setOverlay(Paint paint) { m_overlay = std::move(paint); }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        if (!m_overlay) {
            m_paint(painter, QRectF(rect()));
            return;
        }
        const QSize pixels = size() * devicePixelRatioF();
        if (m_picture.size() != pixels) {
            m_picture = QPixmap(pixels);
            m_picture.setDevicePixelRatio(devicePixelRatioF());
            m_picture.fill(Qt::transparent);
            QPainter once(&m_picture);
            m_paint(once, QRectF(rect()));
        }
        painter.drawPixmap(0, 0, m_picture);
        m_overlay(painter, QRectF(rect()));
    }

private:
    Paint m_paint;
    Paint m_overlay;
    QPixmap m_picture; ///< null: to be painted anew
};

} // namespace ui

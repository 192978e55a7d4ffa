// SPDX-License-Identifier: GPL-3.0-or-later
// A widget that is painted by a function: the same function paints figures. What a person points at is painted over it
// by a second function, without painting the picture again. Used by panels whose picture is no plot.
#pragma once

#include <QElapsedTimer>
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
    /// What painting the picture took the last time.
    [[nodiscard]] double paintMilliseconds() const { return m_paintMilliseconds; }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        if (!m_overlay) {
            paintPicture(painter);
            return;
        }
        const QSize pixels = size() * devicePixelRatioF();
        if (m_picture.size() != pixels) {
            m_picture = QPixmap(pixels);
            m_picture.setDevicePixelRatio(devicePixelRatioF());
            m_picture.fill(Qt::transparent);
            QPainter once(&m_picture);
            paintPicture(once);
        }
        painter.drawPixmap(0, 0, m_picture);
        m_overlay(painter, QRectF(rect()));
    }

private:
    void paintPicture(QPainter& painter)
    {
        QElapsedTimer clock;
        clock.start();
        m_paint(painter, QRectF(rect()));
        m_paintMilliseconds = static_cast<double>(clock.nsecsElapsed()) / 1e6;
    }

    Paint m_paint;
    Paint m_overlay;
    double m_paintMilliseconds = 0;
    QPixmap m_picture; ///< null: to be painted anew
};

} // namespace ui

// SPDX-License-Identifier: GPL-3.0-or-later
// A widget that is painted by a function: the same function paints figures. Used by panels whose picture is no plot.
#pragma once

#include <QPainter>
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

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        m_paint(painter, QRectF(rect()));
    }

private:
    Paint m_paint;
};

} // namespace ui

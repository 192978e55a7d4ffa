// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/ExportPreview.h"

#include <QPainter>

#include <algorithm>
#include <cmath>
#include <utility>

namespace ui
{

namespace
{

constexpr int kPreviewColumns = 2;
constexpr double kPreviewGap = 14;
constexpr int kSquare = 8; ///< of the pattern behind what has no background
constexpr int kDelay = 15; ///< milliseconds in which changes that come together become one

void paintChecks(QPainter& painter, const QRectF& area, const QPalette& palette)
{
    const QColor base = palette.color(QPalette::Base);
    painter.fillRect(area, base);
    const QColor other = mixed(base, palette.color(QPalette::Text), 0.12);
    for (int row = 0; row * kSquare < area.height(); ++row)
        for (int column = row % 2; column * kSquare < area.width(); column += 2)
            painter.fillRect(
                QRectF(area.left() + column * kSquare, area.top() + row * kSquare, kSquare, kSquare) & area, other);
}

} // namespace

ExportPreview::ExportPreview(QWidget* parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    setAccessibleName(tr("Preview"));
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &ExportPreview::drawNext);
}

void ExportPreview::show(int count, const QSize& size, Draw draw)
{
    m_count = count;
    m_size = size;
    m_draw = std::move(draw);
    redraw();
}

void ExportPreview::redraw()
{
    m_coming.clear();
    m_part = 0;
    m_timer.start(kDelay);
}

void ExportPreview::drawNext()
{
    if (!m_draw || m_count == 0 || m_size.isEmpty())
        return;
    if (m_draw(m_begun, static_cast<int>(m_coming.size()), m_part++, scale() * devicePixelRatioF())) {
        m_timer.start(0);
        return;
    }
    m_part = 0;
    m_begun.setDevicePixelRatio(devicePixelRatioF());
    m_coming.push_back(std::exchange(m_begun, {}));
    if (static_cast<int>(m_coming.size()) < m_count) {
        m_timer.start(0);
        return;
    }
    m_pictures = std::exchange(m_coming, {});
    update();
}

QRectF ExportPreview::cell(int index) const
{
    const int columns = m_count > 1 ? kPreviewColumns : 1;
    const int rows = (std::max(1, m_count) + columns - 1) / columns;
    const double cellWidth = (width() - (columns - 1) * kPreviewGap - 2) / columns;
    const double cellHeight = (height() - (rows - 1) * kPreviewGap - 2) / rows;
    const int column = index % columns;
    const int row = index / columns;
    return {1 + column * (cellWidth + kPreviewGap), 1 + row * (cellHeight + kPreviewGap), cellWidth, cellHeight};
}

double ExportPreview::scale() const
{
    const QRectF room = cell(0);
    return std::max(0.02, std::min({room.width() / m_size.width(), room.height() / m_size.height(), 2.0}));
}

void ExportPreview::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    for (int index = 0; index < static_cast<int>(m_pictures.size()); ++index) {
        const QImage& picture = m_pictures[static_cast<std::size_t>(index)];
        const QSizeF size = picture.deviceIndependentSize();
        const QPointF center = cell(index).center();
        const QPointF corner(std::round(center.x() - size.width() / 2), std::round(center.y() - size.height() / 2));
        const QRectF area(corner, size);
        if (picture.hasAlphaChannel())
            paintChecks(painter, area, palette());
        painter.drawImage(corner, picture);
        painter.setPen(QPen(mixed(palette().color(QPalette::Window), palette().color(QPalette::Text), 0.25), 1));
        painter.drawRect(area.adjusted(-0.5, -0.5, -0.5, -0.5));
    }
}

void ExportPreview::resizeEvent(QResizeEvent*)
{
    if (m_draw)
        redraw();
}

} // namespace ui

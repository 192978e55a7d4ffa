// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/RidgePlottable.h"

#include <algorithm>
#include <utility>

namespace ui
{

void RidgePlottable::setRidges(std::vector<Ridge> ridges, double overlap, int selected)
{
    m_ridges = std::move(ridges);
    m_overlap = overlap;
    m_selected = selected;
}

void RidgePlottable::setColors(const QColor& edge, const QColor& selectedEdge, const QColor& cross, double width)
{
    m_edge = edge;
    m_selectedEdge = selectedEdge;
    m_cross = cross;
    m_width = width;
}

std::vector<QPointF> RidgePlottable::pointsOf(int layer) const
{
    constexpr std::size_t kStride = 4;
    std::vector<QPointF> points;
    const auto& outline = m_ridges[static_cast<std::size_t>(layer - 1)].outline;
    for (std::size_t at = 0; at < outline.size(); at += kStride)
        for (const double share : {0.5, 1.0})
            points.emplace_back(outline[at].x(), layer - share * outline[at].y() * m_overlap);
    return points;
}

double RidgePlottable::selectTest(const QPointF&, bool, QVariant*) const
{
    return -1;
}

QCPRange RidgePlottable::getKeyRange(bool& found, QCP::SignDomain) const
{
    found = false;
    return {};
}

QCPRange RidgePlottable::getValueRange(bool& found, QCP::SignDomain, const QCPRange&) const
{
    found = !m_ridges.empty();
    return {1 - m_overlap, static_cast<double>(m_ridges.size())};
}

void RidgePlottable::draw(QCPPainter* painter)
{
    for (std::size_t index = 0; index < m_ridges.size(); ++index)
        drawRidge(*painter, index);
}

void RidgePlottable::drawRidge(QCPPainter& painter, std::size_t index) const
{
    const Ridge& ridge = m_ridges[index];
    const double foot = static_cast<double>(index) + 1;
    const bool selected = static_cast<int>(index) + 1 == m_selected;
    const double baseline = mValueAxis->coordToPixel(foot);
    const double unit = (mValueAxis->coordToPixel(foot - 1) - baseline) * m_overlap;
    const QRectF area = mKeyAxis->axisRect()->rect();

    if (!ridge.outline.empty()) {
        // Feet lower than a pixel are drawn as stray dashes, so they are cut off.
        const auto stands = [unit](const QPointF& point) { return -point.y() * unit >= 1; };
        const auto first = std::find_if(ridge.outline.begin(), ridge.outline.end(), stands);
        const auto last = std::find_if(ridge.outline.rbegin(), ridge.outline.rend(), stands).base();
        QPolygonF polygon;
        polygon.reserve(static_cast<qsizetype>(ridge.outline.size()) + 2);
        for (auto point = first; point < last; ++point) {
            const double x = mKeyAxis->coordToPixel(point->x());
            if (polygon.isEmpty())
                polygon.append({x, baseline});
            polygon.append({x, baseline + point->y() * unit});
        }
        if (!polygon.isEmpty())
            polygon.append({polygon.last().x(), baseline});
        // A ridge narrower than its own edge would vanish under it: it is drawn as the needle that it is.
        const bool needle = !polygon.isEmpty() && polygon.last().x() - polygon.first().x() < 3 * m_width;
        if (needle) {
            painter.setAntialiasing(false);
            painter.setPen(QPen(selected ? m_selectedEdge : ridge.color, 2 * m_width));
            painter.drawLine(QLineF(polygon.first(), polygon.first() + QPointF(0, unit)));
            polygon.clear();
        }
        // Not every format clips, and a zoomed axis shows less than there is.
        if (painter.modes().testFlag(QCPPainter::pmVectorized) && !area.contains(polygon.boundingRect()))
            polygon = polygon.intersected(QPolygonF(area));
        // Few ridges are large, and their steps would show; many are small, and would cost.
        painter.setAntialiasing(m_ridges.size() <= 12);
        painter.setPen(Qt::NoPen);
        painter.setBrush(ridge.color);
        painter.drawPolygon(polygon);
        painter.setAntialiasing(true);
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(selected ? m_selectedEdge : m_edge, selected ? 2 * m_width : m_width));
        painter.drawPolyline(polygon);
    }
    for (const Ridge::Other& other : ridge.others)
        drawOther(painter, other, baseline, unit);
    if (ridge.spikeHeight > 0) {
        const double x = mKeyAxis->coordToPixel(ridge.spikeAt);
        painter.setAntialiasing(false);
        painter.setPen(QPen(selected ? m_selectedEdge : ridge.color, 2 * m_width));
        painter.drawLine(QLineF(x, baseline, x, baseline + ridge.spikeHeight * unit));
    }
    if (ridge.expected)
        drawExpected(painter, *ridge.expected, baseline, unit);
    if (selected) {
        painter.setAntialiasing(false);
        painter.setPen(QPen(m_selectedEdge, m_width, Qt::DotLine));
        painter.drawLine(QLineF(area.left(), baseline, area.right(), baseline));
    }
    if (ridge.nonFinite) {
        const double size = std::clamp(-unit / m_overlap * 0.3, 2.0, 6.0);
        const QPointF center(area.right() - 2 * size, baseline - size);
        painter.setAntialiasing(true);
        painter.setPen(QPen(m_cross, 1.6 * m_width));
        painter.drawLine(QLineF(center - QPointF(size, size), center + QPointF(size, size)));
        painter.drawLine(QLineF(center - QPointF(size, -size), center + QPointF(size, -size)));
    }
}

void RidgePlottable::drawOther(QCPPainter& painter, const Ridge::Other& other, double baseline, double unit) const
{
    const QRectF area = mKeyAxis->axisRect()->rect();
    QPolygonF line;
    for (const QPointF& point : other.outline) {
        const double x = mKeyAxis->coordToPixel(point.x());
        if (x >= area.left() && x <= area.right())
            line.append({x, baseline + point.y() * unit});
    }
    painter.setAntialiasing(true);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(other.pen);
    painter.drawPolyline(line);
}

void RidgePlottable::drawExpected(QCPPainter& painter, const QCPRange& expected, double baseline, double unit) const
{
    const QRectF area = mKeyAxis->axisRect()->rect();
    const double height = std::clamp(-unit / m_overlap * 0.45, 3.0, 9.0);
    painter.setAntialiasing(false);
    painter.setPen(QPen(m_selectedEdge, 1.5 * m_width));
    for (const double value : {expected.lower, expected.upper}) {
        const double x = mKeyAxis->coordToPixel(value);
        if (x >= area.left() && x <= area.right())
            painter.drawLine(QLineF(x, baseline - height, x, baseline));
    }
}

void RidgePlottable::drawLegendIcon(QCPPainter*, const QRectF&) const {}

} // namespace ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/Crosshair.h"

#include "ui/widgets/PlotView.h"

#include <cmath>

namespace ui
{

namespace
{

QCPAxis* keysOf(const QCPAxisRect* rect)
{
    return rect->axis(QCPAxis::atBottom);
}

QCPAxis* valuesOf(const QCPAxisRect* rect)
{
    return rect->axis(QCPAxis::atLeft);
}

} // namespace

QPointF Crosshair::pixelOf(const Mark& mark) const
{
    return {keysOf(mark.rect)->coordToPixel(mark.key), valuesOf(mark.rect)->coordToPixel(mark.value)};
}

void Crosshair::collectCurves(const PlotView& plot, std::vector<QPointF>& points)
{
    constexpr int kEnough = 400;
    const int perCurve = std::clamp(kEnough / std::max(plot.graphCount(), 1), 8, 40);
    for (int at = 0; at < plot.graphCount() && points.size() < kEnough; ++at) {
        const QCPGraph* graph = plot.graph(at);
        const int stride = std::max(1, graph->dataCount() / perCurve);
        if (!graph->visible() || graph->lineStyle() == QCPGraph::lsNone || graph->pen().style() == Qt::NoPen)
            continue;
        for (int point = stride / 2; point < graph->dataCount(); point += stride) {
            const QCPGraphData& data = *graph->data()->at(point);
            if (std::isfinite(data.value))
                points.push_back(graph->coordsToPixels(data.key, data.value));
        }
    }
}

void Crosshair::paint(QPainter& painter, const PlotView& plot) const
{
    if (empty())
        return;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing, true);
    paintEmphasis(painter, plot);
    paintLines(painter, plot);
    std::vector<QPointF> points;
    for (const Mark& mark : marks) {
        const QPointF at = pixelOf(mark);
        if (!std::isfinite(at.x()) || !std::isfinite(at.y()) || !QRectF(mark.rect->rect()).contains(at))
            continue;
        points.push_back(at);
        const double radius = plot.textSize() * 0.3;
        painter.setPen(QPen(plot.theme().card, 1.5));
        painter.setBrush(mark.color);
        painter.drawEllipse(at, radius, radius);
    }
    collectCurves(plot, points);
    for (const QPointF& at : shape)
        points.emplace_back(keysOf(rects.front())->coordToPixel(at.x()), valuesOf(rects.front())->coordToPixel(at.y()));
    QRectF bounds;
    for (const QCPAxisRect* rect : rects)
        bounds = bounds.united(QRectF(rect->rect()));
    QPointF anchor = bounds.center();
    if (key)
        anchor.setX(keysOf(rects.front())->coordToPixel(*key));
    if (value)
        anchor.setY(valuesOf(rects.front())->coordToPixel(*value));
    else if (stripe)
        // At the end of the row, where it hides least.
        anchor = {bounds.right(), valuesOf(rects.front())->coordToPixel(stripe->upper)};
    else if (!place)
        anchor.setY(bounds.top());
    // A box larger than the plot may reach over its axes, never over the edge of the card.
    const QSizeF box = readout.size(plot.textSize());
    const QRectF inner = bounds.adjusted(2, 2, -2, -2);
    const bool fits = box.width() < inner.width() && box.height() < inner.height();
    readout.paint(painter, fits ? inner : QRectF(plot.rect()).adjusted(1, 1, -1, -1), place.value_or(anchor), points,
                  plot.theme(), plot.textSize());
    painter.restore();
}

void Crosshair::paintLines(QPainter& painter, const PlotView& plot) const
{
    const QPen pen(plot.theme().mutedText, plot.hairline(), Qt::DashLine);
    painter.setBrush(Qt::NoBrush);
    if (stripe) {
        const QRectF area(rects.front()->rect());
        const double from = valuesOf(rects.front())->coordToPixel(stripe->lower);
        const double to = valuesOf(rects.front())->coordToPixel(stripe->upper);
        QColor tint = plot.theme().accent;
        tint.setAlpha(plot.theme().dark() ? 70 : 50);
        const QRectF row = QRectF(QPointF(area.left(), from), QPointF(area.right(), to)).normalized();
        painter.fillRect(row.intersected(area), tint);
    }
    painter.setPen(pen);
    for (const QCPAxisRect* rect : rects) {
        const QRectF area(rect->rect());
        if (key) {
            const double x = std::round(keysOf(rect)->coordToPixel(*key)) + 0.5;
            if (x >= area.left() && x <= area.right() + 1)
                painter.drawLine(QLineF(x, area.top(), x, area.bottom()));
        }
        if (value && rect == rects.front()) {
            const double y = std::round(valuesOf(rect)->coordToPixel(*value)) + 0.5;
            if (y >= area.top() && y <= area.bottom() + 1)
                painter.drawLine(QLineF(area.left(), y, area.right(), y));
        }
    }
}

void Crosshair::paintEmphasis(QPainter& painter, const PlotView& plot) const
{
    if (!emphasized)
        return;
    // Piece by piece: joining the corners of a thick, noisy line costs more than all the rest.
    QVector<QLineF> pieces;
    QPointF before;
    bool joined = false;
    for (const QCPGraphData& point : *emphasized->data()) {
        const QPointF at = emphasized->coordsToPixels(point.key, point.value);
        const bool drawable = std::isfinite(point.value);
        if (drawable && joined)
            pieces.append({before, at});
        before = at;
        joined = drawable;
    }
    painter.save();
    painter.setClipRect(rects.front()->rect());
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setPen(QPen(emphasized->pen().color(), std::max(2.0, std::round(plot.curveWidth() * 1.5))));
    painter.setBrush(Qt::NoBrush);
    painter.drawLines(pieces);
    painter.restore();
}

} // namespace ui

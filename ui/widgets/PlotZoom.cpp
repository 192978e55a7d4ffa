// SPDX-License-Identifier: GPL-3.0-or-later
// The part of PlotView that moves axes: they follow the data until a person takes hold of them.
#include "ui/base/NotANumber.h"
#include "ui/widgets/PlotView.h"

#include <QAbstractButton>
#include <QApplication>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>
#include <iterator>

namespace ui
{

namespace
{

/// Nobody gets lost: a view is no smaller and no larger than this, compared with the whole.
constexpr double kSmallestView = 1e-5;
constexpr double kLargestView = 20;

double extent(const QCPAxis* axis, const QCPRange& range)
{
    return axis->scaleType() == QCPAxis::stLogarithmic ? std::log(range.upper / range.lower) : range.size();
}

bool holds(const QCPAxis* axis, const QCPRange& whole)
{
    const QCPRange range = axis->range();
    const double slack = 1e-9 * whole.size();
    return range.lower <= whole.lower + slack && range.upper >= whole.upper - slack;
}

} // namespace

PlotView::Followed& PlotView::follow(QCPAxis* axis)
{
    const auto known = std::find_if(m_followed.begin(), m_followed.end(),
                                    [axis](const Followed& followed) { return followed.axis == axis; });
    if (known != m_followed.end())
        return *known;
    Q_ASSERT(!axis->objectName().isEmpty());
    connect(axis, qOverload<const QCPRange&, const QCPRange&>(&QCPAxis::rangeChanged), this,
            [this, axis](const QCPRange& range, const QCPRange& before) { onRangeChanged(axis, range, before); });
    m_followed.push_back({.axis = axis, .newest = {}, .base = {}});
    return m_followed.back();
}

void PlotView::setFollowedRange(QCPAxis* axis, const QCPRange& range)
{
    Followed& followed = follow(axis);
    followed.newest = range;
    if (!m_frozen || followed.fresh)
        followed.base = range;
    followed.fresh = false;
    if (const auto wanted = m_wantedRanges.constFind(axis->objectName()); wanted != m_wantedRanges.constEnd()) {
        followed.zoomed = true;
        axis->setRange(*wanted);
        m_wantedRanges.erase(wanted);
    }
    if (!followed.zoomed)
        axis->setRange(followed.base);
}

void PlotView::linkAxes(QCPAxis* one, QCPAxis* other)
{
    const auto range = qOverload<const QCPRange&>(&QCPAxis::rangeChanged);
    connect(one, range, other, qOverload<const QCPRange&>(&QCPAxis::setRange));
    connect(other, range, one, qOverload<const QCPRange&>(&QCPAxis::setRange));
}

void PlotView::onRangeChanged(QCPAxis* axis, const QCPRange& range, const QCPRange& before)
{
    if (!m_acting)
        return;
    Followed& followed = follow(axis);
    const double ratio = extent(axis, range) / extent(axis, followed.base);
    if (!(ratio > kSmallestView && ratio < kLargestView)) {
        // Going back is no zoom of its own: where the data has moved on, what was before may be as far away.
        m_acting = false;
        axis->setRange(before);
        m_acting = true;
        return;
    }
    followed.zoomed = true;
}

void PlotView::setFrozen(bool frozen)
{
    if (m_frozen == frozen)
        return;
    m_frozen = frozen;
    for (Followed& followed : m_followed) {
        followed.base = followed.newest;
        if (!followed.zoomed)
            followed.axis->setRange(followed.base);
    }
    queueReplot();
}

bool PlotView::isZoomed() const
{
    return std::any_of(m_followed.begin(), m_followed.end(), [](const Followed& followed) { return followed.zoomed; });
}

void PlotView::resetZoom()
{
    for (Followed& followed : m_followed) {
        followed.zoomed = false;
        followed.axis->setRange(followed.base);
    }
    showResetButton();
    queueReplot();
}

void PlotView::releaseAxes()
{
    for (Followed& followed : m_followed) {
        followed.zoomed = false;
        followed.fresh = true;
    }
    showResetButton();
}

QMap<QString, QCPRange> PlotView::heldRanges() const
{
    QMap<QString, QCPRange> ranges;
    for (const Followed& followed : m_followed)
        if (followed.zoomed || m_frozen)
            ranges.insert(followed.axis->objectName(), followed.axis->range());
    return ranges;
}

void PlotView::cropGraphs()
{
    const auto fillsBetween = [this](const QCPGraph* graph) {
        if (graph->channelFillGraph())
            return true;
        for (int at = 0; at < graphCount(); ++at)
            if (this->graph(at)->channelFillGraph() == graph)
                return true;
        return false;
    };
    for (int at = 0; at < graphCount(); ++at) {
        QCPGraph* graph = this->graph(at);
        const QCPRange keys = graph->keyAxis()->range();
        const QCPRange values = graph->valueAxis()->range();
        graph->data()->removeBefore(keys.lower);
        graph->data()->removeAfter(keys.upper);
        if (graph->lineStyle() == QCPGraph::lsNone) {
            QVector<QCPGraphData> seen;
            std::copy_if(graph->data()->constBegin(), graph->data()->constEnd(), std::back_inserter(seen),
                         [&values](const QCPGraphData& point) { return values.contains(point.value); });
            graph->data()->set(seen, true);
            continue;
        }
        for (QCPGraphData& point : *graph->data()) {
            if (values.contains(point.value))
                continue;
            // A band ends at the border; a curve leaves the picture.
            point.value = fillsBetween(graph) ? std::clamp(point.value, values.lower, values.upper) : kNaN;
        }
    }
}

void PlotView::setCrosshair(Crosshair crosshair)
{
    if (m_crosshair.empty() && crosshair.empty())
        return;
    m_crosshair = std::move(crosshair);
    update();
}

void PlotView::showResetButton()
{
    const bool shown = isZoomed() && m_message.isEmpty();
    const int side = static_cast<int>(m_textSize * 1.9);
    m_resetButton->setFixedSize(side, side);
    m_resetButton->setIconSize(QSize(side, side) * 0.75);
    m_resetButton->move(axisRect()->right() - side - 1, axisRect()->top() + 2);
    if (shown != m_resetButton->isVisibleTo(this)) {
        m_resetButton->setVisible(shown);
        emit zoomChanged();
    }
}

void PlotView::resizeEvent(QResizeEvent* event)
{
    QCustomPlot::resizeEvent(event);
    showResetButton();
}

void PlotView::wheelEvent(QWheelEvent* event)
{
    if (!m_message.isEmpty()) {
        event->ignore();
        return;
    }
    m_acting = true;
    QCustomPlot::wheelEvent(event);
    m_acting = false;
    // Whoever has zoomed out as far as there is something to see has come back.
    const bool all = std::all_of(m_followed.begin(), m_followed.end(),
                                 [](const Followed& followed) { return holds(followed.axis, followed.base); });
    if (event->angleDelta().y() < 0 && all)
        resetZoom();
    showResetButton();
}

void PlotView::mousePressEvent(QMouseEvent* event)
{
    m_pressed = event->pos();
    m_dragging = false;
    QCustomPlot::mousePressEvent(event);
}

void PlotView::mouseMoveEvent(QMouseEvent* event)
{
    if (event->buttons() == Qt::NoButton || !m_message.isEmpty()) {
        QCustomPlot::mouseMoveEvent(event);
        return;
    }
    // A hand that trembles while it clicks does not move the view.
    if (!m_dragging && (event->pos() - m_pressed).manhattanLength() < QApplication::startDragDistance())
        return;
    m_dragging = true;
    m_acting = true;
    QCustomPlot::mouseMoveEvent(event);
    m_acting = false;
    showResetButton();
}

void PlotView::mouseReleaseEvent(QMouseEvent* event)
{
    QCustomPlot::mouseReleaseEvent(event);
    if (event->button() == Qt::LeftButton && !m_dragging)
        emit clicked(event->pos());
    m_dragging = false;
}

void PlotView::mouseDoubleClickEvent(QMouseEvent* event)
{
    QCustomPlot::mouseDoubleClickEvent(event);
    m_dragging = true; // the second release is no click of its own
    if (isZoomed())
        resetZoom();
}

} // namespace ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/PointLabels.h"

#include "ui/widgets/PlotView.h"

#include <algorithm>
#include <array>

namespace ui
{

namespace
{

constexpr double kLabelGap = 0.55; ///< between a point and its name, in letters

/// The places around a point, the best first: the right, the left, above, below, and the corners.
std::array<QRectF, 8> placesAround(const QPointF& point, const QSizeF& size, double gap)
{
    const double width = size.width();
    const double height = size.height();
    const double right = point.x() + gap;
    const double left = point.x() - gap - width;
    const double above = point.y() - gap - height;
    const double below = point.y() + gap;
    const double middle = point.x() - width / 2;
    const double level = point.y() - height / 2;
    const std::array<QPointF, 8> corners{QPointF(right, level),       QPointF(left, level),
                                         QPointF(middle, above),      QPointF(middle, below),
                                         QPointF(right, above + gap), QPointF(right, below - gap),
                                         QPointF(left, above + gap),  QPointF(left, below - gap)};
    std::array<QRectF, 8> places;
    for (std::size_t at = 0; at < places.size(); ++at)
        places[at] = QRectF(corners[at], size);
    return places;
}

double covered(const QRectF& place, const std::vector<QRectF>& others)
{
    double area = 0;
    for (const QRectF& other : others) {
        const QRectF common = place.intersected(other);
        area += common.width() * common.height();
    }
    return area;
}

} // namespace

PointLabels::PointLabels(PlotView& plot)
    : QCPLayerable(&plot, QStringLiteral("overlay"))
    , m_plot(plot)
{
}

void PointLabels::applyDefaultAntialiasingHint(QCPPainter* painter) const
{
    painter->setAntialiasing(true);
}

QFont PointLabels::fontOf(const Label& label) const
{
    return m_plot.font(1, label.isStrong ? QFont::DemiBold : QFont::Normal);
}

std::vector<QRectF> PointLabels::places() const
{
    const QRectF inside = m_plot.axisRect()->rect();
    const double gap = kLabelGap * m_plot.textSize();
    std::vector<QPointF> points;
    std::vector<QRectF> taken;
    for (const Label& label : m_labels) {
        points.emplace_back(m_plot.xAxis->coordToPixel(label.at.x()), m_plot.yAxis->coordToPixel(label.at.y()));
        taken.emplace_back(points.back() - QPointF(gap, gap) / 2, QSizeF(gap, gap));
        const double top = m_plot.yAxis->coordToPixel(label.upper);
        taken.emplace_back(points.back().x() - gap / 4, top, gap / 2, m_plot.yAxis->coordToPixel(label.lower) - top);
    }
    std::vector<QRectF> chosen(m_labels.size());
    for (std::size_t at = 0; at < m_labels.size(); ++at) {
        if (!inside.contains(points[at]))
            continue;
        const QFontMetricsF metrics(fontOf(m_labels[at]));
        const QSizeF size(metrics.horizontalAdvance(m_labels[at].text), metrics.height());
        double least = std::numeric_limits<double>::infinity();
        for (const QRectF& place : placesAround(points[at], size, gap)) {
            const QRectF seen = place.intersected(inside);
            const double lost = size.width() * size.height() - seen.width() * seen.height() + covered(place, taken);
            if (lost < least) {
                least = lost;
                chosen[at] = place;
            }
        }
        taken.push_back(chosen[at]);
    }
    return chosen;
}

void PointLabels::draw(QCPPainter* painter)
{
    const std::vector<QRectF> where = places();
    for (std::size_t at = 0; at < where.size(); ++at) {
        if (where[at].isEmpty())
            continue;
        painter->setFont(fontOf(m_labels[at]));
        painter->setPen(m_labels[at].isStrong ? m_plot.theme().text : m_plot.theme().mutedText);
        painter->drawText(where[at], Qt::AlignCenter | Qt::TextDontClip | Qt::TextSingleLine, m_labels[at].text);
    }
}

} // namespace ui

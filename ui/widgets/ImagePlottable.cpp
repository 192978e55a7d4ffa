// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/ImagePlottable.h"

#include <utility>

namespace ui
{

void ImagePlottable::setImage(QImage image, const QCPRange& keys, const QCPRange& values, bool smooth)
{
    m_image = std::move(image);
    m_keys = keys;
    m_values = values;
    m_smooth = smooth;
}

double ImagePlottable::selectTest(const QPointF&, bool, QVariant*) const
{
    return -1;
}

QCPRange ImagePlottable::getKeyRange(bool& found, QCP::SignDomain) const
{
    found = !m_image.isNull();
    return m_keys;
}

QCPRange ImagePlottable::getValueRange(bool& found, QCP::SignDomain, const QCPRange&) const
{
    found = !m_image.isNull();
    return m_values;
}

void ImagePlottable::draw(QCPPainter* painter)
{
    if (m_image.isNull())
        return;
    const QPointF corner = coordsToPixels(m_keys.lower, m_values.lower);
    const QPointF opposite = coordsToPixels(m_keys.upper, m_values.upper);
    QRectF target = QRectF(corner, opposite).normalized();
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing, false);
    const bool onPaper = painter->modes().testFlag(QCPPainter::pmVectorized);
    if (onPaper) {
        // Not every format clips: what a zoomed axis does not show is cut off.
        const QRectF seen = target.intersected(QRectF(mKeyAxis->axisRect()->rect()));
        const QRectF whole = target;
        const auto cut = [&](const QImage& image) {
            const double across = image.width() / whole.width();
            const double down = image.height() / whole.height();
            return image.copy(QRectF((seen.left() - whole.left()) * across, (seen.top() - whole.top()) * down,
                                     seen.width() * across, seen.height() * down)
                                  .toAlignedRect());
        };
        const QImage image = seen == whole ? m_image : cut(m_image);
        target = seen;
        // Viewers enlarge pictures without smoothing, or not: a fine picture looks the same in all of them.
        const QSize fine = (target.size() * 2).toSize().expandedTo(image.size());
        const int times = std::max(1, static_cast<int>(target.width() * 2 / image.width()));
        const int timesDown = std::max(1, static_cast<int>(target.height() * 2 / image.height()));
        painter->drawImage(target, m_smooth ? image.scaled(fine, Qt::IgnoreAspectRatio, Qt::SmoothTransformation)
                                            : image.scaled(image.width() * times, image.height() * timesDown));
    } else {
        painter->setRenderHint(QPainter::SmoothPixmapTransform, m_smooth);
        painter->drawImage(target, m_image);
    }
    painter->restore();
}

void ImagePlottable::drawLegendIcon(QCPPainter*, const QRectF&) const {}

} // namespace ui

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
    const QRectF target = QRectF(corner, opposite).normalized();
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing, false);
    const bool onPaper = painter->modes().testFlag(QCPPainter::pmVectorized);
    if (m_smooth && onPaper) {
        // Viewers enlarge pictures without smoothing, or not: a fine picture looks the same in all of them.
        const QSize fine = (target.size() * 2).toSize().expandedTo(m_image.size());
        painter->drawImage(target, m_image.scaled(fine, Qt::IgnoreAspectRatio, Qt::SmoothTransformation));
    } else if (onPaper) {
        const int times = std::max(1, static_cast<int>(target.width() * 2 / m_image.width()));
        const int timesDown = std::max(1, static_cast<int>(target.height() * 2 / m_image.height()));
        painter->drawImage(target, m_image.scaled(m_image.width() * times, m_image.height() * timesDown));
    } else {
        painter->setRenderHint(QPainter::SmoothPixmapTransform, m_smooth);
        painter->drawImage(target, m_image);
    }
    painter->restore();
}

void ImagePlottable::drawLegendIcon(QCPPainter*, const QRectF&) const {}

} // namespace ui

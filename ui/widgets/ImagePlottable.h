// SPDX-License-Identifier: GPL-3.0-or-later
// A picture in the coordinates of a plot: heat maps and decision maps. The picture is filled by the panel; its first
// line is drawn at the top of the value range. Used by panels on the GUI thread.
#pragma once

#include <qcustomplot.h>

namespace ui
{

class ImagePlottable : public QCPAbstractPlottable
{
    Q_OBJECT

public:
    ImagePlottable(QCPAxis* keyAxis, QCPAxis* valueAxis)
        : QCPAbstractPlottable(keyAxis, valueAxis)
    {
        removeFromLegend();
    }

    /// `smooth` interpolates between pixels when the picture is stretched.
    void setImage(QImage image, const QCPRange& keys, const QCPRange& values, bool smooth);
    [[nodiscard]] const QImage& image() const { return m_image; }

    double selectTest(const QPointF& position, bool onlySelectable, QVariant* details = nullptr) const override;
    QCPRange getKeyRange(bool& found, QCP::SignDomain domain = QCP::sdBoth) const override;
    QCPRange getValueRange(bool& found, QCP::SignDomain domain = QCP::sdBoth,
                           const QCPRange& keys = QCPRange()) const override;

protected:
    void draw(QCPPainter* painter) override;
    void drawLegendIcon(QCPPainter* painter, const QRectF& rect) const override;

private:
    QImage m_image;
    QCPRange m_keys{0, 1};
    QCPRange m_values{0, 1};
    bool m_smooth = false;
};

} // namespace ui

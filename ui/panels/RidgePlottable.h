// SPDX-License-Identifier: GPL-3.0-or-later
// Many distributions behind one another, one ridge a layer: the first layer at the top, the last in front. Drawn in one
// pass, because fifty graphs with fills would cost several times as much. Used by DistributionsPanel.
#pragma once

#include <QColor>
#include <QPolygonF>

#include <qcustomplot.h>

#include <optional>
#include <vector>

namespace ui
{

/// One layer's ridge in the coordinates of the plot.
struct Ridge {
    std::vector<QPointF>
        outline;            ///< x, height as a share of the highest ridge; from left to right, empty: nothing finite
    double spikeAt = 0;     ///< a needle for values that are all the same number …
    double spikeHeight = 0; ///< … as a share; 0: none
    std::optional<QCPRange> expected{}; ///< from where to where theory has it: two marks on the baseline
    bool nonFinite = false;             ///< marked with a cross at the right
    QColor color;
    /// The same layer of a contender: its outline alone.
    struct Other {
        std::vector<QPointF> outline;
        QPen pen;
    };
    std::vector<Other> others{};
};

class RidgePlottable : public QCPAbstractPlottable
{
    Q_OBJECT

public:
    RidgePlottable(QCPAxis* keyAxis, QCPAxis* valueAxis)
        : QCPAbstractPlottable(keyAxis, valueAxis)
    {
        removeFromLegend();
    }

    /// Ridge i stands on the value i + 1. `overlap`: how many layers the highest ridge may reach up.
    void setRidges(std::vector<Ridge> ridges, double overlap, int selected);
    void setColors(const QColor& edge, const QColor& selectedEdge, const QColor& cross, double width);
    [[nodiscard]] const std::vector<Ridge>& ridges() const { return m_ridges; }
    /// Some points that lie on and in a layer's ridge, in the coordinates of the plot.
    [[nodiscard]] std::vector<QPointF> pointsOf(int layer) const;

    double selectTest(const QPointF& position, bool onlySelectable, QVariant* details = nullptr) const override;
    QCPRange getKeyRange(bool& found, QCP::SignDomain domain = QCP::sdBoth) const override;
    QCPRange getValueRange(bool& found, QCP::SignDomain domain = QCP::sdBoth,
                           const QCPRange& keys = QCPRange()) const override;

protected:
    void draw(QCPPainter* painter) override;
    void drawLegendIcon(QCPPainter* painter, const QRectF& rect) const override;

private:
    void drawRidge(QCPPainter& painter, std::size_t index) const;
    void drawOther(QCPPainter& painter, const Ridge::Other& other, double baseline, double unit) const;
    void drawExpected(QCPPainter& painter, const QCPRange& expected, double baseline, double unit) const;

    std::vector<Ridge> m_ridges;
    double m_overlap = 1;
    int m_selected = 0;
    QColor m_edge;
    QColor m_selectedEdge;
    QColor m_cross;
    double m_width = 1;
};

} // namespace ui

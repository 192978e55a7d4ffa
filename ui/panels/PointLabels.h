// SPDX-License-Identifier: GPL-3.0-or-later
// Names beside the points of a plot, each on the side where it covers no other name and no other point; chosen anew
// whenever the plot is drawn, so that names keep apart in every size and zoom. Used by CostPanel.
#pragma once

#include <qcustomplot.h>

#include <vector>

namespace ui
{

class PlotView;

class PointLabels : public QCPLayerable
{
    Q_OBJECT

public:
    struct Label {
        QPointF at; ///< the point, in coordinates of the plot's axes
        QString text;
        bool isStrong = false;
        double lower = 0; ///< ends of the line through the point, in coordinates, which no name covers
        double upper = 0;
    };

    explicit PointLabels(PlotView& plot);

    /// The first ones choose their places first.
    void setLabels(std::vector<Label> labels) { m_labels = std::move(labels); }
    [[nodiscard]] const std::vector<Label>& labels() const { return m_labels; }
    /// Where each is drawn as the plot is now, in pixels; empty for those whose point is out of sight.
    [[nodiscard]] std::vector<QRectF> places() const;

protected:
    void applyDefaultAntialiasingHint(QCPPainter* painter) const override;
    void draw(QCPPainter* painter) override;

private:
    [[nodiscard]] QFont fontOf(const Label& label) const;

    PlotView& m_plot;
    std::vector<Label> m_labels;
};

} // namespace ui

// SPDX-License-Identifier: GPL-3.0-or-later
// Card 8: the edge of chaos. For which variances of weights and biases the gradient of a very deep network shrinks or
// grows, as theory has it, and a dot where this network stands.
#pragma once

#include "ui/panels/Panel.h"

class QCPCurve;
class QCPGraph;
class QCPItemText;

namespace ui
{

class ImagePlottable;
class PlotView;

class ChaosPanel : public Panel
{
    Q_OBJECT

public:
    explicit ChaosPanel(QWidget* parent = nullptr);

    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString help() const override;
    [[nodiscard]] bool followsPrediction() const override { return true; }
    void setTheme(const Theme& theme) override;
    void setPaper(double textSize) override;
    [[nodiscard]] PlotView& plot() const { return *m_plot; }
    [[nodiscard]] QString explanation(const FrameData& frame) const override;
    [[nodiscard]] NumberTable table(const FrameData& frame) const override;

protected:
    void display(const FrameData& frame) override;
    void paintContent(QCPPainter& painter, const QRect& target) override;
    [[nodiscard]] QString describeFrame(const FrameData& frame) const override;
    Pointer readAt(QWidget* picture, const QPointF& place) override;
    void readFor(const Pointer& pointer) override;

private:
    void describe(const core::Prediction& prediction);
    void showMap(const core::ChaosMap& map);
    void placeNames(const core::ChaosMap& map);
    [[nodiscard]] QColor colorOf(double logChi) const;
    [[nodiscard]] std::optional<double> logChiAt(double weight, double bias) const;

    PlotView* m_plot;
    ImagePlottable* m_image;
    QCPCurve* m_edge;
    QCPGraph* m_dot;
    QCPItemText* m_ordered;
    QCPItemText* m_chaotic;
    std::shared_ptr<const core::ChaosMap> m_map; ///< that is drawn
    const Theme* m_mapTheme = nullptr;           ///< with whose colours
};

} // namespace ui

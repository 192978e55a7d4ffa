// SPDX-License-Identifier: GPL-3.0-or-later
// Card 7: what each layer multiplies the gradient with on its way back, factor by factor: weights, derivative of the
// activation, normalization, skip connection. As bars by layer, or over the steps for the layer that is looked at.
#pragma once

#include "ui/panels/Panel.h"

#include <array>

class QCPBars;
class QCPGraph;

namespace ui
{

class MomentMark;
class PlotView;

/// The factors of one gain, in the order in which the gradient meets them, and their product; NaN where one is 0/0.
struct GainFactors {
    enum Factor { Normalization, Weights, Skip, Derivative, kFactors };
    std::array<double, kFactors> factors{1, 1, 1, 1};
    double gain = 1;
};
GainFactors gainFactors(const core::LayerStatistics& layer);

class FactorsPanel : public Panel
{
    Q_OBJECT

public:
    explicit FactorsPanel(QWidget* parent = nullptr);

    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString help() const override;
    [[nodiscard]] bool heavy() const override { return true; }
    [[nodiscard]] bool followsHistory() const override { return true; }
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
    [[nodiscard]] bool picksLayers() const override { return true; }

private:
    enum Drawing { Layers, Steps };
    [[nodiscard]] Drawing drawing() const { return static_cast<Drawing>(choice(QStringLiteral("drawing"))); }
    void showLayers();
    void showSteps(const FrameData& frame);
    void describe(const FrameData& frame);
    void scale(double lower, double upper);
    /// Which factors are more than a 1 in some layer; weights and derivative always count.
    [[nodiscard]] bool occurs(int factor) const;
    [[nodiscard]] QString factorName(int factor) const;
    [[nodiscard]] std::vector<Readout::Row> rowsOf(const GainFactors& gain) const;
    void showAt(const Pointer& pointer, const std::optional<QPointF>& place);

    PlotView* m_plot;
    std::array<QCPBars*, GainFactors::kFactors> m_bars{};
    std::array<QCPGraph*, GainFactors::kFactors> m_lines{};
    QCPGraph* m_gain = nullptr; ///< the product
    QCPGraph* m_one = nullptr;  ///< where nothing is gained or lost
    MomentMark* m_moment = nullptr;
    std::vector<GainFactors> m_layers; ///< by layer, of the moment that is shown
    std::vector<double> m_steps;       ///< of the moments that are drawn over time …
    std::vector<GainFactors> m_past;   ///< … and the selected layer's factors there
    int m_selected = 0;
};

} // namespace ui

// SPDX-License-Identifier: GPL-3.0-or-later
// Card 1: f and f′ over z, and below them where the selected layer's z falls, so that one sees how much of it sits
// where f′ is small. The curve is that of the config being edited, the data that of the running network.
#pragma once

#include "ui/panels/Panel.h"

class QCPGraph;
class QCPAxisRect;
class QCPItemRect;
class QCPItemText;

namespace ui
{

class PlotView;

class ActivationPanel : public Panel
{
    Q_OBJECT

public:
    explicit ActivationPanel(QWidget* parent = nullptr);

    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString help() const override;
    [[nodiscard]] bool followsConfig() const override { return true; }
    void setTheme(const Theme& theme) override;
    void setPaper(double textSize) override;
    [[nodiscard]] PlotView& plot() const { return *m_plot; }

protected:
    void display(const FrameData& frame) override;
    void paintContent(QCPPainter& painter, const QRect& target) override;

private:
    void showCurves(const FrameData& frame, double reach);
    void showDensity(const FrameData& frame, double reach);
    void shadeTails(double lower, double upper, double reach);

    PlotView* m_plot;
    QCPAxisRect* m_curveRect;
    QCPAxisRect* m_densityRect;
    QCPGraph* m_function;
    QCPGraph* m_derivative;
    QCPGraph* m_density;
    QCPGraph* m_saturatedLow;
    QCPGraph* m_saturatedHigh;
    std::array<QCPItemRect*, 4> m_tails{}; ///< left and right, in both rects
    QCPItemText* m_emptyWord;
    double m_reach = 0;
    core::Choice m_drawnChoice; ///< the curve that is drawn now
    double m_drawnSlope = 0;
    double m_saturationLower = 0;
    double m_saturationUpper = 0;
};

} // namespace ui

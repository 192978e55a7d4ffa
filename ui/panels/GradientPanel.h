// SPDX-License-Identifier: GPL-3.0-or-later
// Card 3: the gradient on its way back through the layers, over the steps: delta or the weights' gradient, as lines or
// as a heat map; above it the delta ratio and what the diagnosis says of it.
#pragma once

#include "ui/panels/GradientBanner.h"
#include "ui/panels/HistorySeries.h"
#include "ui/panels/Panel.h"

#include <vector>

class QCPColorScale;
class QCPGraph;
class QStackedLayout;

namespace ui
{

class Canvas;
class DivergenceMark;
class ImagePlottable;
class MomentMark;
class PlotView;

class GradientPanel : public Panel
{
    Q_OBJECT

public:
    explicit GradientPanel(QWidget* parent = nullptr);

    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString help() const override;
    [[nodiscard]] bool heavy() const override { return true; }
    [[nodiscard]] bool followsHistory() const override { return true; }
    void setTheme(const Theme& theme) override;
    void setPaper(double textSize) override;
    [[nodiscard]] PlotView& linePlot() const { return *m_linePlot; }
    [[nodiscard]] PlotView& mapPlot() const { return *m_mapPlot; }
    [[nodiscard]] const GradientBanner& banner() const { return m_banner; }
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
    static constexpr std::size_t kMostColumns = 400; ///< of the map

    enum Quantity { Delta, WeightGradient };
    enum Drawing { Lines, Map };
    [[nodiscard]] bool drawsMap() const { return choice(QStringLiteral("drawing")) == Map; }
    [[nodiscard]] bool ofWeights() const { return choice(QStringLiteral("quantity")) == WeightGradient; }
    [[nodiscard]] bool isLogarithmic() const { return choice(QStringLiteral("scale")) == 0; }
    [[nodiscard]] QString quantityName() const;
    void buildLinePlot();
    void buildMapPlot();
    void showLines(const FrameData& frame);
    void showMap(bool diverged);
    void scaleLines(double lower, double upper);
    [[nodiscard]] std::size_t pointAt(double step) const;
    [[nodiscard]] int nearestLayer(double y, std::size_t point) const;
    [[nodiscard]] Readout readoutOf(const Pointer& pointer) const;
    void showAt(const Pointer& pointer, const std::optional<QPointF>& place);
    void describe(const core::Snapshot& snapshot);
    void showMessage(const QString& message);
    void setLineCount(std::size_t count);

    Canvas* m_bannerCanvas;
    PlotView* m_linePlot;
    PlotView* m_mapPlot;
    QStackedLayout* m_plots;
    GradientBanner m_banner;
    std::vector<QCPGraph*> m_lines;
    QCPGraph* m_selectedLine = nullptr;
    DivergenceMark* m_lineMark = nullptr;
    DivergenceMark* m_mapMark = nullptr;
    MomentMark* m_lineMoment = nullptr;
    MomentMark* m_mapMoment = nullptr;
    ImagePlottable* m_map = nullptr;
    QCPColorScale* m_scale = nullptr;
    LayerSeries m_series; ///< what is drawn now; empty: nothing
    int m_depth = 0;
};

} // namespace ui

// SPDX-License-Identifier: GPL-3.0-or-later
// Card 3: the gradient on its way back through the layers: delta, the weights' gradient, or how much an update changes
// the weights; over the steps as lines or as a heat map, or from layer to layer beside what theory predicts; above it
// the delta ratio and what the diagnosis says of it.
#pragma once

#include "ui/panels/ContenderLines.h"
#include "ui/panels/GradientBanner.h"
#include "ui/panels/GradientProfile.h"
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
    [[nodiscard]] bool showsContenders() const override { return true; }
    [[nodiscard]] bool heavy() const override { return true; }
    [[nodiscard]] bool followsHistory() const override { return true; }
    [[nodiscard]] bool followsPrediction() const override { return true; }
    void setTheme(const Theme& theme) override;
    void setPaper(double textSize) override;
    [[nodiscard]] PlotView& linePlot() const { return *m_linePlot; }
    [[nodiscard]] PlotView& mapPlot() const { return *m_mapPlot; }
    [[nodiscard]] PlotView& profilePlot() const { return *m_profilePlot; }
    [[nodiscard]] const GradientBanner& banner() const { return m_banner; }
    /// The selected layer of the contenders, over the steps.
    [[nodiscard]] const ContenderLines& others() const { return m_others; }
    [[nodiscard]] const GradientProfile& profile() const { return m_profile; }
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

    using Quantity = GradientProfile::Quantity;
    enum Drawing { Lines, Map, Profile };
    [[nodiscard]] Drawing drawing() const { return static_cast<Drawing>(choice(QStringLiteral("drawing"))); }
    [[nodiscard]] Quantity quantity() const;
    /// The part of the history that has the quantity.
    [[nodiscard]] std::vector<float> core::StepRecord::*recorded() const;
    [[nodiscard]] PlotView* shownPlot() const;
    [[nodiscard]] bool isLogarithmic() const { return choice(QStringLiteral("scale")) == 0; }
    [[nodiscard]] QString quantityName() const;
    void buildLinePlot();
    void buildMapPlot();
    void buildProfilePlot();
    void showOverSteps(const FrameData& frame);
    void showProfile(const FrameData& frame);
    void showLines(const FrameData& frame);
    void showContenders(const FrameData& frame);
    void showMap(bool diverged);
    void scale(QCPAxis* axis, double lower, double upper);
    void showGuide(double lastStep);
    void showProfileAt(int layer, const std::optional<QPointF>& place);
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
    PlotView* m_profilePlot;
    GradientProfile m_profile;
    QStackedLayout* m_plots;
    GradientBanner m_banner;
    std::vector<QCPGraph*> m_lines;
    QCPGraph* m_selectedLine = nullptr;
    ContenderLines m_others;
    QCPGraph* m_guide = nullptr; ///< the update ratio that is about right
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

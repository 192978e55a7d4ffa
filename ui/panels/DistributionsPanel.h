// SPDX-License-Identifier: GPL-3.0-or-later
// Card 2: the distribution of z, a, delta, the weights or their updates: of every layer at this moment, one ridge or
// one small histogram a layer, or of the layer that is looked at over the steps. A click picks a layer.
#pragma once

#include "ui/panels/DistributionHistory.h"
#include "ui/panels/Panel.h"
#include "ui/panels/PanelTables.h"
#include "ui/panels/SmallMultiples.h"
#include "ui/panels/SymmetricLog.h"

class QStackedLayout;

namespace ui
{

class Canvas;
class PlotView;
class RidgePlottable;

class DistributionsPanel : public Panel
{
    Q_OBJECT

public:
    explicit DistributionsPanel(QWidget* parent = nullptr);

    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString help() const override;
    [[nodiscard]] bool showsContenders() const override { return true; }
    [[nodiscard]] bool heavy() const override { return true; }
    [[nodiscard]] bool followsHistory() const override { return !isOfThisMoment(); }
    [[nodiscard]] bool followsPrediction() const override { return true; }
    void setTheme(const Theme& theme) override;
    void setPaper(double textSize) override;
    [[nodiscard]] PlotView& plot() const { return *m_plot; }
    [[nodiscard]] const RidgePlottable& ridges() const { return *m_ridges; }
    [[nodiscard]] PlotView& historyPlot() const { return *m_historyPlot; }
    [[nodiscard]] const SmallMultiples& multiples() const { return m_multiples; }
    [[nodiscard]] QString explanation(const FrameData& frame) const override;
    [[nodiscard]] NumberTable table(const FrameData& frame) const override;

protected:
    void display(const FrameData& frame) override;
    void paintContent(QCPPainter& painter, const QRect& target) override;
    [[nodiscard]] QString describeFrame(const FrameData& frame) const override;
    Pointer readAt(QWidget* picture, const QPointF& place) override;
    void readFor(const Pointer& pointer) override;
    void stopReading() override;
    bool eventFilter(QObject* watched, QEvent* event) override;
    [[nodiscard]] bool picksLayers() const override { return true; }

private:
    using Quantity = LayerQuantity;
    enum Drawing { Ridges, Map, Bands, Multiples };
    [[nodiscard]] Drawing drawing() const { return static_cast<Drawing>(choice(QStringLiteral("drawing"))); }
    /// All layers at this moment, and not one of them over the steps.
    [[nodiscard]] bool isOfThisMoment() const { return drawing() == Ridges || drawing() == Multiples; }
    [[nodiscard]] QWidget* picture() const;
    [[nodiscard]] SymmetricLog axisFor(const FrameData& frame) const;
    [[nodiscard]] std::vector<Ridge> ridgesOf(const FrameData& frame) const;
    /// Its outlines beside the ridges of the same layers.
    void addContender(std::vector<Ridge>& ridges, const Contender& contender) const;
    void showLayers(const FrameData& frame);
    void showHistory(const FrameData& frame);
    void showStep(double step, const std::optional<QPointF>& place);
    void showMessage(const QString& message);
    [[nodiscard]] Quantity quantity() const;
    [[nodiscard]] bool isLogarithmic() const { return choice(QStringLiteral("scale")) == 1; }
    [[nodiscard]] QString quantityName() const;
    [[nodiscard]] int layerAt(const QPointF& place) const;
    [[nodiscard]] Readout readoutOf(int layer, double value) const;
    void showAt(int layer, const std::optional<double>& value, const std::optional<QPointF>& place);
    void describe(const FrameData& frame);
    void readMultiple(int layer, const std::optional<double>& value, const std::optional<QPointF>& place);
    void paintReading(QPainter& painter, const QRectF& area) const;

    PlotView* m_plot;
    PlotView* m_historyPlot;
    DistributionHistory m_history;
    Canvas* m_canvas; ///< of the small multiples
    SmallMultiples m_multiples;
    QStackedLayout* m_plots;
    RidgePlottable* m_ridges;
    SymmetricLog m_axis;                     ///< of the values that are drawn
    std::vector<core::Distribution> m_shown; ///< by layer
    int m_depth = 0;
    int m_selected = 0;
    int m_readLayer = 0; ///< the multiple that is pointed at, here or elsewhere
    std::optional<double> m_readAxisPlace;
    std::optional<QPointF> m_readPlace;
};

} // namespace ui

// SPDX-License-Identifier: GPL-3.0-or-later
// The card of costs: how many nanoseconds an element each activation takes on this machine, forward and backward, once
// somebody has asked for it; and beside what came of it where a race has compared activations.
#pragma once

#include "ui/panels/CostChart.h"
#include "ui/panels/Panel.h"

class QStackedLayout;
class QToolButton;

namespace ui
{

class PointLabels;

class CostPanel : public Panel
{
    Q_OBJECT

public:
    enum Drawing { Bars, Scatter };

    explicit CostPanel(QWidget* parent = nullptr);

    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString help() const override;
    [[nodiscard]] bool followsConfig() const override { return true; }
    [[nodiscard]] bool followsRace() const override { return true; }
    [[nodiscard]] bool followsCosts() const override { return true; }
    void setTheme(const Theme& theme) override;
    void setPaper(double textSize) override;
    [[nodiscard]] QString explanation(const FrameData& frame) const override;
    [[nodiscard]] NumberTable table(const FrameData& frame) const override;

    [[nodiscard]] PlotView& barPlot() const { return *m_bars; }
    [[nodiscard]] PlotView& scatterPlot() const { return *m_scatter; }
    [[nodiscard]] const PointLabels& labels() const { return *m_labels; }
    [[nodiscard]] QToolButton& measureButton() const { return *m_measure; }
    /// The rows that are drawn: those for which there is room.
    [[nodiscard]] const std::vector<CostRow>& drawnRows() const { return m_drawn; }

protected:
    void display(const FrameData& frame) override;
    void paintContent(QCPPainter& painter, const QRect& target) override;
    [[nodiscard]] QString describeFrame(const FrameData& frame) const override;
    Pointer readAt(QWidget* picture, const QPointF& place) override;
    void readFor(const Pointer& pointer) override;

private:
    [[nodiscard]] Drawing drawing() const { return static_cast<Drawing>(choice(QStringLiteral("drawing"))); }
    void addControls();
    void describe(const FrameData& frame);
    void showMessage(const QString& message);
    void showBars(int height);
    void showScatter(const FrameData& frame);
    void readRow(const QPointF& place);
    void readPoint(const QPointF& place);

    QStackedLayout* m_stack;
    PlotView* m_bars;
    PlotView* m_scatter;
    PointLabels* m_labels;
    QToolButton* m_measure;
    std::vector<CostRow> m_rows; ///< all of them
    std::vector<CostRow> m_drawn;
    std::vector<CostPoint> m_points; ///< that are drawn; their contenders are not looked at after the frame
    core::Measure m_measured;        ///< what m_points tell
};

} // namespace ui

// SPDX-License-Identifier: GPL-3.0-or-later
// Card 1: f and f′ over z, and below them where the selected layer's z falls, so that one sees how much of it sits
// where f′ is small. The curve is that of the config being edited, the data that of the running network. Contenders
// have their f and f′ beside it.
#pragma once

#include "core/nn/Activation.h"
#include "ui/panels/ContenderLines.h"
#include "ui/panels/Panel.h"

#include <vector>

class QCPGraph;
class QCPAxisRect;
class QCPItemRect;
class QCPItemText;

namespace ui
{

class FormulaLegend;
class PlotView;

class ActivationPanel : public Panel
{
    Q_OBJECT

public:
    explicit ActivationPanel(QWidget* parent = nullptr);

    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString help() const override;
    [[nodiscard]] bool showsContenders() const override { return true; }
    [[nodiscard]] bool followsConfig() const override { return true; }
    void setTheme(const Theme& theme) override;
    void setPaper(double textSize) override;
    [[nodiscard]] PlotView& plot() const { return *m_plot; }
    [[nodiscard]] const FormulaLegend& formulas() const { return *m_formulas; }
    /// f and f′ of the contenders.
    [[nodiscard]] const ContenderLines& otherFunctions() const { return m_otherFunctions; }
    [[nodiscard]] const ContenderLines& otherDerivatives() const { return m_otherDerivatives; }
    /// f, f′ and the data at this z.
    [[nodiscard]] Readout readoutAt(double z) const;
    [[nodiscard]] QString explanation(const FrameData& frame) const override;
    [[nodiscard]] NumberTable table(const FrameData& frame) const override;

protected:
    void display(const FrameData& frame) override;
    void paintContent(QCPPainter& painter, const QRect& target) override;
    [[nodiscard]] QString describeFrame(const FrameData& frame) const override;
    Pointer readAt(QWidget* picture, const QPointF& place) override;
    void readFor(const Pointer& /*pointer*/) override {}

private:
    /// Whether the curves of the contenders are others than those that are drawn.
    bool takeContenders(const FrameData& frame);
    void showCurves(const FrameData& frame, double reach, bool areOthers);
    void showDensity(const FrameData& frame, double reach);
    struct Curves {
        std::vector<core::Scalar> z;
        std::vector<core::Scalar> f;
        std::vector<core::Scalar> df;
    };
    [[nodiscard]] static Curves curvesOver(const core::ActivationFunction& activation, const QCPRange& range);
    void drawCurves();
    [[nodiscard]] static QStringList foundFacts(const core::ExpressionAnalysis& found);
    /// Where z saturates, as an inequality with a tail on either side that has one; empty without tails.
    [[nodiscard]] QString saturationText() const;
    void showFormulas();
    void shadeTails(const QCPRange& keys);
    [[nodiscard]] double shareLeftOf(double z) const;

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
    FormulaLegend* m_formulas;
    core::Histogram m_histogram; ///< of the layer's z
    int m_layer = 0;             ///< whose z is drawn; 0: none
    double m_reach = 0;
    core::Choice m_drawnChoice; ///< the curve that is drawn now
    std::optional<core::ActivationFunction> m_activation;
    double m_drawnSlope = 0;
    /// A contender's curve.
    struct Other {
        core::Choice choice;
        double slope = 0; ///< that it has learned; NaN: it learns none
        core::ActivationFunction function;
        Contender contender; ///< for its looks
    };
    std::vector<Other> m_others;
    ContenderLines m_otherFunctions;
    ContenderLines m_otherDerivatives;
    double m_saturationLower = 0;
    double m_saturationUpper = 0;
};

} // namespace ui

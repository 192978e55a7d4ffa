// SPDX-License-Identifier: GPL-3.0-or-later
// Card 5: training and test loss and accuracy over the steps, with the loss of the mini-batches as a pale band.
#pragma once

#include "ui/panels/ContenderLines.h"
#include "ui/panels/Panel.h"

#include <memory>

class QCPAxisRect;
class QCPGraph;

namespace ui
{

class DivergenceMark;
class MomentMark;
class PlotView;

class LossPanel : public Panel
{
    Q_OBJECT

public:
    explicit LossPanel(QWidget* parent = nullptr);

    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString help() const override;
    [[nodiscard]] bool showsContenders() const override { return true; }
    void setTheme(const Theme& theme) override;
    void setPaper(double textSize) override;
    [[nodiscard]] bool heavy() const override { return true; }
    [[nodiscard]] bool followsHistory() const override { return true; }
    [[nodiscard]] PlotView& plot() const { return *m_plot; }
    /// Of the contenders: over the training set, and thinner over the test set.
    struct Others {
        ContenderLines trainLoss;
        ContenderLines testLoss;
        ContenderLines trainAccuracy;
        ContenderLines testAccuracy;
    };
    [[nodiscard]] const Others& others() const { return *m_others; }
    /// The numbers at the evaluation nearest to this step; empty where there is nothing to read.
    [[nodiscard]] Readout readoutAt(double step) const;
    [[nodiscard]] QString explanation(const FrameData& frame) const override;
    [[nodiscard]] NumberTable table(const FrameData& frame) const override;

protected:
    void display(const FrameData& frame) override;
    void paintContent(QCPPainter& painter, const QRect& target) override;
    [[nodiscard]] QString describeFrame(const FrameData& frame) const override;
    Pointer readAt(QWidget* picture, const QPointF& place) override;
    void readFor(const Pointer& pointer) override;

private:
    [[nodiscard]] bool isLogarithmic() const { return choice(QStringLiteral("scale")) == 1; }
    void buildGraphs();
    void showAccuracyRect(bool shown);
    void showTrial(const core::History* trial);
    void showContenders(std::span<const Contender> contenders);
    void showBatches(const core::History& history);
    void scaleLoss();
    void showAt(double step, const std::optional<QPointF>& place);

    PlotView* m_plot;
    QCPAxisRect* m_lossRect;
    QCPAxisRect* m_accuracyRect;
    QCPGraph* m_bandLower;
    QCPGraph* m_bandUpper;
    QCPGraph* m_trainLoss;
    QCPGraph* m_testLoss;
    QCPGraph* m_trialLoss; ///< of the run beside this one, over the training set
    QCPGraph* m_trainAccuracy;
    QCPGraph* m_testAccuracy;
    QCPGraph* m_trialAccuracy;
    std::unique_ptr<Others> m_others;
    DivergenceMark* m_mark;
    MomentMark* m_lossMoment;
    MomentMark* m_accuracyMoment;
    bool m_hasTest = false;
    bool m_hasAccuracy = true;
    double m_lastStep = 0;
};

} // namespace ui

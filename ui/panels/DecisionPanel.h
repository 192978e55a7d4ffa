// SPDX-License-Identifier: GPL-3.0-or-later
// Card 6: what the network answers. Two inputs: a map with the samples on it; one input: the fitted curve; else a
// confusion matrix and sample pictures.
#pragma once

#include "ui/panels/ConfusionPicture.h"
#include "ui/panels/Panel.h"

#include <vector>

class QCPGraph;
class QStackedLayout;

namespace ui
{

class Canvas;
class DecisionDrawing;
class ImagePlottable;
class PlotView;

/// As the data names it, else its number.
QString nameOfClass(const core::DataPreview& preview, int label);

class DecisionPanel : public Panel
{
    Q_OBJECT

public:
    explicit DecisionPanel(QWidget* parent = nullptr);

    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString help() const override;
    [[nodiscard]] bool heavy() const override { return true; }
    /// What has been drawn is in the config before it is in the run.
    [[nodiscard]] bool followsConfig() const override;
    bool startDrawing() override;
    void setTheme(const Theme& theme) override;
    void setPaper(double textSize) override;
    [[nodiscard]] PlotView& plot() const { return *m_plot; }
    [[nodiscard]] const ConfusionPicture& confusion() const { return m_confusion; }
    [[nodiscard]] QString explanation(const FrameData& frame) const override;
    [[nodiscard]] NumberTable table(const FrameData& frame) const override;

protected:
    void display(const FrameData& frame) override;
    void paintContent(QCPPainter& painter, const QRect& target) override;
    [[nodiscard]] QString credit() const override;
    [[nodiscard]] QString describeFrame(const FrameData& frame) const override;
    Pointer readAt(QWidget* picture, const QPointF& place) override;
    void readFor(const Pointer& /*pointer*/) override {}
    void stopReading() override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void showMap(const core::Snapshot& snapshot);
    void showCurve(const core::Snapshot& snapshot);
    void showConfusion(const core::Snapshot& snapshot);
    void showMessage(const QString& message);
    void showSamples(const core::DataPreview& preview);
    void connectDrawing();
    /// Shows what has been drawn since the last frame.
    void showSketch();
    [[nodiscard]] QImage mapImage(const core::DecisionMap& map, int classes) const;
    void describe(const core::Snapshot& snapshot);
    [[nodiscard]] QString describeAnswers(const FrameData& frame) const;
    /// The cross at which the keys draw, if it is seen.
    void showCursor();
    /// The sample under the mouse, if one is close.
    [[nodiscard]] const core::DataPreview::Point* sampleNear(const QPointF& place) const;
    [[nodiscard]] Readout mapReadout(double x, double y) const;
    [[nodiscard]] Readout curveReadout(double x, double& answer) const;

    PlotView* m_plot;
    Canvas* m_canvas;
    DecisionDrawing* m_drawing;
    QStackedLayout* m_pictures;
    ImagePlottable* m_map;
    QCPGraph* m_curve;
    QCPGraph* m_testKey;              ///< only in the legend: the shape of test samples
    std::vector<QCPGraph*> m_samples; ///< by class, training and test in turn
    ConfusionPicture m_confusion;
    std::shared_ptr<const core::DataPreview> m_drawnData;
    std::shared_ptr<const core::DataPreview> m_answeredData; ///< from which m_answers was learned
    core::DecisionMap m_answers;                             ///< that are drawn now
    QPointF m_readPlace;
    bool m_drawsConfusion = false;
    QString m_credit;
};

} // namespace ui

// SPDX-License-Identifier: GPL-3.0-or-later
// Card 6: what the network answers. Two inputs: a map with the samples on it; one input: the fitted curve; else a
// confusion matrix and sample pictures. Contenders have a map each beside it, a curve over it, or a line below it.
#pragma once

#include "ui/panels/ConfusionPicture.h"
#include "ui/panels/ContenderLines.h"
#include "ui/panels/ContenderMaps.h"
#include "ui/panels/ContenderScores.h"
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
struct Crosshair;
struct MapAnswer;

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
    [[nodiscard]] bool showsContenders() const override { return true; }
    bool startDrawing() override;
    void setTheme(const Theme& theme) override;
    void setPaper(double textSize) override;
    [[nodiscard]] PlotView& plot() const { return *m_plot; }
    [[nodiscard]] const ConfusionPicture& confusion() const { return m_confusion; }
    /// Of the contenders.
    [[nodiscard]] const ContenderMaps& maps() const { return m_maps; }
    [[nodiscard]] const ContenderLines& others() const { return m_others; }
    [[nodiscard]] QString explanation(const FrameData& frame) const override;
    [[nodiscard]] NumberTable table(const FrameData& frame) const override;

protected:
    void display(const FrameData& frame) override;
    void paintContent(QCPPainter& painter, const QRect& target) override;
    [[nodiscard]] QString credit() const override;
    [[nodiscard]] QString describeFrame(const FrameData& frame) const override;
    [[nodiscard]] QString handSentence() const override;
    Pointer readAt(QWidget* picture, const QPointF& place) override;
    void readFor(const Pointer& /*pointer*/) override {}
    void stopReading() override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void showMap(const FrameData& frame);
    void showCurve(const FrameData& frame);
    void showConfusion(const core::Snapshot& snapshot);
    /// The confusion matrix, and below it how contenders fare.
    void paintConfusion(QPainter& painter, const QRectF& area) const;
    /// Without those lines.
    [[nodiscard]] QRectF confusionArea(const QRectF& area) const;
    void showMessage(const QString& message);
    void showSamples(const core::DataPreview& preview);
    void connectDrawing();
    /// Shows what has been drawn since the last frame.
    void showSketch();
    void describe(const core::Snapshot& snapshot);
    /// The cross at which the keys draw, if it is seen.
    void showCursor();
    /// The sample under the mouse, if one is close.
    [[nodiscard]] const core::DataPreview::Point* sampleNear(const QCPAxisRect& rect, const QPointF& place) const;
    /// The answers of a run, 0 being the one that is watched; null: there are none.
    [[nodiscard]] const core::DecisionMap* answersOf(std::size_t run) const;
    [[nodiscard]] QColor colorOf(const MapAnswer& answer) const;
    /// At a place of this run's map; the same place is marked in all others.
    [[nodiscard]] Crosshair crosshairAt(std::size_t run, double x, double y) const;
    [[nodiscard]] Readout mapReadout(std::size_t run, double x, double y) const;
    void addOthers(Readout& readout, std::size_t run, double x, double y) const;
    [[nodiscard]] Crosshair curveCrosshair(double x) const;

    PlotView* m_plot;
    Canvas* m_canvas;
    DecisionDrawing* m_drawing;
    QStackedLayout* m_pictures;
    ImagePlottable* m_map;
    ContenderMaps m_maps;
    ContenderLines m_others; ///< their curves
    QCPGraph* m_curve;
    QCPGraph* m_testKey;              ///< only in the legend: the shape of test samples
    std::vector<QCPGraph*> m_samples; ///< by class, training and test in turn
    ConfusionPicture m_confusion;
    std::shared_ptr<const core::DataPreview> m_drawnData;
    std::shared_ptr<const core::DataPreview> m_answeredData; ///< from which m_answers was learned
    core::DecisionMap m_answers;                             ///< that are drawn now
    QPointF m_readPlace;
    bool m_drawsConfusion = false;
    std::vector<RunScore> m_scores; ///< below the confusion matrix; none without contenders
    QString m_credit;
};

} // namespace ui

// SPDX-License-Identifier: GPL-3.0-or-later
// The hand that draws on the decision map: what mouse and keys do there while the data is drawn, the tools for it, and
// the points as they stand, ahead of the run that learns them. A stroke is one edit, sent when the hand is off; while
// it lasts, the run goes on with the points from before. Used by DecisionPanel on the GUI thread.
#pragma once

#include "ui/base/FrameData.h"
#include "ui/base/Theme.h"
#include "ui/panels/PointSketch.h"

#include <QObject>
#include <QPointF>

#include <memory>
#include <optional>

class QKeyEvent;
class QLabel;
class QMouseEvent;
class QToolButton;

namespace ui
{

class DrawingTools;
class PlotView;

class DecisionDrawing : public QObject
{
    Q_OBJECT

public:
    /// Draws in `plot`; `panel` has the keyboard for it.
    DecisionDrawing(PlotView* plot, QWidget* panel);

    /// Begins to draw, or shows the tools and puts them away again.
    [[nodiscard]] QToolButton* button() const { return m_button; }
    [[nodiscard]] DrawingTools* tools() const { return m_tools; }
    void setTheme(const Theme& theme);
    /// Takes over the points of this frame; between two strokes, that is.
    void show(const FrameData& frame);
    /// Draws with the keys: the data becomes drawn if it is not, and the cursor is seen.
    void start();

    /// The data of this experiment is drawn.
    [[nodiscard]] bool isDrawn() const { return m_isDrawn; }
    /// A press in the plot draws.
    [[nodiscard]] bool isOn() const;
    /// While a stroke lasts nothing may move below the hand.
    [[nodiscard]] bool isInStroke() const { return m_stroke.has_value(); }
    /// The samples that are to be seen: those of the run, or what has been drawn since.
    [[nodiscard]] const std::shared_ptr<const core::DataPreview>& samples() const { return m_samples; }
    /// The place at which the keys draw, in coordinates, while it is seen.
    [[nodiscard]] std::optional<QPointF> cursor() const;
    /// The class that is drawn next; the eraser draws none.
    [[nodiscard]] std::optional<int> drawnClass() const;
    [[nodiscard]] QColor color() const;
    /// What is needed before the points can be learned from, or what else there is to say; mostly nothing.
    [[nodiscard]] const QString& note() const { return m_note; }
    /// Where the hand is and what it draws, for those who cannot see it; empty while nobody draws.
    [[nodiscard]] QString sentence() const;
    /// Whether this key was meant for drawing.
    bool pressKey(const QKeyEvent& event);

signals:
    void edited(const core::Setting& setting, const QString& name);
    void editingFinished();
    /// samples() are others.
    void sketched();
    /// Another place or class, or another note.
    void handMoved();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    /// From the press of a button to its release.
    struct Stroke {
        PointSketch before;
        QPointF last; ///< the pixel up to which it has come
        bool erases = false;
    };
    bool press(const QMouseEvent& event);
    void drawAlong(const QPointF& to);
    void markAt(const QPointF& pixel);
    void finishStroke();
    void cancelStroke();
    void clear();
    void toggle();
    void choose(int tool);
    bool moveCursor(int key, bool far);
    void drawAtCursor();
    void eraseAtCursor();
    void takeOver(const FrameData& frame);
    void refreshSamples();
    void commit(const PointSketch& before, const QString& name);
    void setNote(const QString& note);
    void placeNote();
    void arrange();
    void showHand(const QPointF& pixel);
    [[nodiscard]] QPointF pixelOf(const core::DrawnPoint& point) const;
    [[nodiscard]] core::DrawnPoint pointAt(const QPointF& pixel) const;
    [[nodiscard]] double reach() const;

    PlotView* m_plot;
    QWidget* m_panel;
    QToolButton* m_button;
    DrawingTools* m_tools;
    QLabel* m_noteLabel;
    const Theme* m_theme = &Theme::of(ThemeKind::Light);
    core::ExperimentConfig m_taken; ///< whose points m_sketch began with
    PointSketch m_sketch;
    PointSketch m_learned;                           ///< of the run that is shown
    std::shared_ptr<const core::DataPreview> m_data; ///< of the run that is shown
    std::shared_ptr<const core::DataPreview> m_samples;
    struct {
        std::shared_ptr<const core::DataPreview> from;
        PointSketch sketch;
    } m_sampled; ///< what m_samples was made from; empty: they are those of the run
    std::optional<Stroke> m_stroke;
    std::optional<QPointF> m_cursor;
    bool m_isCursorSeen = false;
    bool m_isDrawn = false;
    bool m_isWanted = true; ///< the tools are out
    QString m_need;         ///< of points that cannot be learned from yet
    QString m_note;
};

} // namespace ui

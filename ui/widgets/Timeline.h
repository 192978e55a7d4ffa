// SPDX-License-Identifier: GPL-3.0-or-later
// The run from its first step to the newest, along the bottom of the window: its loss as a thin line, marks where a
// setting was changed, and a cursor that can be moved to any earlier moment. It is shown frames as panels are, and says
// what is wanted. Used by MainWindow, on the GUI thread.
#pragma once

#include "ui/base/FrameData.h"
#include "ui/base/Theme.h"

#include <QPolygonF>
#include <QWidget>

#include <memory>
#include <optional>
#include <vector>

class QToolButton;

namespace ui
{

class Timeline : public QWidget
{
    Q_OBJECT

public:
    explicit Timeline(QWidget* parent = nullptr);

    using QWidget::show;
    /// Takes what it needs of the frame; nothing of it is kept.
    void show(const FrameData& frame);
    void setTheme(const Theme& theme);

    [[nodiscard]] bool isLive() const { return m_live; }
    [[nodiscard]] std::int64_t step() const { return m_step; }
    [[nodiscard]] std::int64_t lastStep() const { return m_lastStep; }
    /// "step 340 of 2 000", for eyes and screen readers.
    [[nodiscard]] QString valueText() const;
    /// What the pointer reads at this place: a changed setting, else the step and its loss; empty outside.
    [[nodiscard]] QString hintAt(double x) const;
    [[nodiscard]] double xOf(std::int64_t step) const;
    [[nodiscard]] QToolButton& liveButton() const { return *m_liveButton; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

signals:
    /// The moment nearest to this step is wanted.
    void scrubbed(qint64 step);
    /// So many moments later, or earlier if negative.
    void neighbourWanted(int places);
    void liveWanted();

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    struct LossPoint {
        std::int64_t step = 0;
        double loss = 0; ///< of the training set; not finite where the run has left the numbers
    };
    [[nodiscard]] double unit() const;
    /// From the first step to the newest.
    [[nodiscard]] QRectF placeOfTrack() const;
    [[nodiscard]] qint64 stepAt(double x) const;
    [[nodiscard]] bool isEmpty() const { return m_lastStep <= 0; }
    [[nodiscard]] double cursorX() const { return m_live ? m_track.right() : xOf(m_step); }
    void takeLosses(const core::History& history);
    void showLive();
    void scrub(double x);
    [[nodiscard]] QString reading(std::int64_t step, double loss) const;
    [[nodiscard]] QString readingNear(std::int64_t step) const;
    [[nodiscard]] QString changesAt(double x) const;

    void paintEnds(QPainter& painter) const;
    void paintMarks(QPainter& painter) const;
    void paintLoss(QPainter& painter) const;
    void paintGroove(QPainter& painter) const;
    void paintCursor(QPainter& painter) const;
    void paintReading(QPainter& painter) const;
    [[nodiscard]] QPolygonF lossLine() const;

    const Theme* m_theme = &Theme::of(ThemeKind::Light);
    QToolButton* m_liveButton;
    QRectF m_track;
    std::vector<LossPoint> m_losses;
    std::uint64_t m_revision = 0;
    std::shared_ptr<const std::vector<core::Change>> m_changes;
    std::int64_t m_step = 0;
    double m_loss = 0; ///< at that step
    std::int64_t m_lastStep = 0;
    bool m_live = true;
    bool m_scrubbing = false;
    std::optional<double> m_pointer; ///< where the mouse is, in the track
};

} // namespace ui

// SPDX-License-Identifier: GPL-3.0-or-later
// The picture that a file will hold, fitted into a part of a dialog: drawn by the code that writes the file, only
// smaller. Several pictures stand in rows. Each part is drawn in a turn of the event loop of its own, and whatever was
// asked for before is forgotten, so that it may be asked as often as an option changes. Used by ExportDialog.
#pragma once

#include "ui/base/Theme.h"

#include <QImage>
#include <QTimer>
#include <QWidget>

#include <functional>
#include <vector>

namespace ui
{

class ExportPreview : public QWidget
{
    Q_OBJECT

public:
    /// Adds part `part` (from 0) to picture `index`, which has `scale` pixels for each pixel of its size. Whether there
    /// are more parts.
    using Draw = std::function<bool(QImage& picture, int index, int part, double scale)>;

    explicit ExportPreview(QWidget* parent = nullptr);

    /// Shows `count` pictures of this size as soon as they are drawn; until then, those from before.
    void show(int count, const QSize& size, Draw draw);
    using QWidget::show;
    /// The same pictures, whose contents have changed.
    void redraw();
    /// Those that are seen now.
    [[nodiscard]] const std::vector<QImage>& pictures() const { return m_pictures; }
    /// Whether all that was asked for is seen.
    [[nodiscard]] bool upToDate() const { return !m_timer.isActive(); }
    [[nodiscard]] QSize sizeHint() const override { return {640, 460}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {320, 240}; }

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void drawNext();
    [[nodiscard]] QRectF cell(int index) const;
    [[nodiscard]] double scale() const;

    int m_count = 0;
    QSize m_size;
    Draw m_draw;
    std::vector<QImage> m_pictures;
    std::vector<QImage> m_coming; ///< drawn already, not all of them
    QImage m_begun;
    int m_part = 0; ///< of the picture that is begun
    QTimer m_timer;
};

} // namespace ui

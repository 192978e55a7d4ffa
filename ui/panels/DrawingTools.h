// SPDX-License-Identifier: GPL-3.0-or-later
// The strip of tools with which points are drawn: a chip for each class, in its colour and with its number, the eraser,
// and the bin that clears everything. Reached with Tab, changed with the arrow keys or a click. Used by
// DecisionDrawing on the GUI thread.
#pragma once

#include "ui/base/Theme.h"
#include "ui/panels/PointSketch.h"

#include <QList>
#include <QWidget>

class QToolButton;

namespace ui
{

class DrawingTools : public QWidget
{
    Q_OBJECT

public:
    /// A tool is the class that is drawn, 0 … 9, or this one.
    static constexpr int kEraser = -1;

    explicit DrawingTools(QWidget* parent = nullptr);

    [[nodiscard]] int tool() const { return m_tool; }
    /// Does not signal.
    void setTool(int tool);
    void setTheme(const Theme& theme);
    /// Which classes have points: they have their colours, and one more class is offered.
    void setCounts(const ClassCounts& counts);
    [[nodiscard]] QColor colorOf(int label) const;

signals:
    void chosen(int tool);
    void clearWanted();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void choose(int tool);
    void arrange();
    [[nodiscard]] QToolButton* buttonOf(int tool) const;

    QList<QToolButton*> m_chips; ///< by class
    QToolButton* m_eraser;
    QToolButton* m_clear;
    const Theme* m_theme = &Theme::of(ThemeKind::Light);
    ClassCounts m_counts{};
    int m_tool = 0;
};

} // namespace ui

// SPDX-License-Identifier: GPL-3.0-or-later
// The foot of a phase map: the third key to flip through, and how far the runs have come, with a button that ends them.
// Used by PhasePanel.
#pragma once

#include "ui/base/PhaseMapState.h"
#include "ui/base/Theme.h"

#include <QWidget>

class QLabel;
class QProgressBar;
class QSlider;
class QToolButton;

namespace ui
{

class PhaseBar : public QWidget
{
    Q_OBJECT

public:
    explicit PhaseBar(QWidget* parent = nullptr);

    /// Hides itself where there is nothing to flip through and nothing runs.
    void show(const PhaseMapState* map);
    void setTheme(const Theme& theme);

signals:
    void pageWanted(int page);
    void cancelled();

private:
    QWidget* m_flip;
    QToolButton* m_before;
    QToolButton* m_after;
    QSlider* m_slider;
    QLabel* m_page;
    QProgressBar* m_progress;
    QLabel* m_time;
    QToolButton* m_cancel;
};

} // namespace ui

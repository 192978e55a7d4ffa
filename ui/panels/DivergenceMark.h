// SPDX-License-Identifier: GPL-3.0-or-later
// The place in a plot over steps where the run has diverged: a dashed line with a word. Used by GradientPanel and
// LossPanel.
#pragma once

#include "core/probe/Snapshot.h"

#include <QObject>

class QCPAxisRect;
class QCPItemLine;
class QCPItemText;

namespace ui
{

class PlotView;

class DivergenceMark : public QObject
{
    Q_OBJECT

public:
    DivergenceMark(PlotView* plot, QCPAxisRect* rect);

    void show(const core::Snapshot& snapshot);
    void restyle();

private:
    PlotView* m_plot;
    QCPItemLine* m_line;
    QCPItemText* m_word;
};

} // namespace ui

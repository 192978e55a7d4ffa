// SPDX-License-Identifier: GPL-3.0-or-later
// The place in a plot over steps of the moment that is looked at, while the run has been further: a line through all
// plots, the same in every card and in the timeline. Used by GradientPanel and LossPanel.
#pragma once

#include <QObject>

#include <cstdint>
#include <optional>

class QCPAxisRect;
class QCPItemLine;

namespace ui
{

class PlotView;

class MomentMark : public QObject
{
    Q_OBJECT

public:
    MomentMark(PlotView* plot, QCPAxisRect* rect);

    /// FrameData::cursor; nothing is shown where there is none.
    void show(const std::optional<std::int64_t>& step);
    void restyle();

private:
    PlotView* m_plot;
    QCPItemLine* m_halo; ///< so that the line is seen on every colour
    QCPItemLine* m_line;
};

} // namespace ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/MomentMark.h"

#include "ui/widgets/PlotView.h"

namespace ui
{

MomentMark::MomentMark(PlotView* plot, QCPAxisRect* rect)
    : QObject(plot)
    , m_plot(plot)
    , m_line(new QCPItemLine(plot))
{
    for (QCPItemPosition* position : {m_line->start, m_line->end}) {
        position->setAxisRect(rect);
        position->setAxes(rect->axis(QCPAxis::atBottom), rect->axis(QCPAxis::atLeft));
        position->setTypeX(QCPItemPosition::ptPlotCoords);
        position->setTypeY(QCPItemPosition::ptAxisRectRatio);
    }
    m_line->setClipAxisRect(rect);
    m_line->setVisible(false);
    restyle();
}

void MomentMark::restyle()
{
    m_line->setPen(QPen(m_plot->theme().text, 1.4 * m_plot->theme().lineScale));
}

void MomentMark::show(const std::optional<std::int64_t>& step)
{
    m_line->setVisible(step.has_value());
    if (!step)
        return;
    m_line->start->setCoords(static_cast<double>(*step), 0);
    m_line->end->setCoords(static_cast<double>(*step), 1);
}

} // namespace ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/MomentMark.h"

#include "ui/widgets/PlotView.h"

namespace ui
{

MomentMark::MomentMark(PlotView* plot, QCPAxisRect* rect)
    : QObject(plot)
    , m_plot(plot)
    , m_halo(new QCPItemLine(plot))
    , m_line(new QCPItemLine(plot))
{
    for (QCPItemPosition* position : {m_halo->start, m_halo->end, m_line->start, m_line->end}) {
        position->setAxisRect(rect);
        position->setAxes(rect->axis(QCPAxis::atBottom), rect->axis(QCPAxis::atLeft));
        position->setTypeX(QCPItemPosition::ptPlotCoords);
        position->setTypeY(QCPItemPosition::ptAxisRectRatio);
    }
    for (QCPItemLine* line : {m_halo, m_line}) {
        line->setClipAxisRect(rect);
        line->setVisible(false);
    }
    restyle();
}

void MomentMark::restyle()
{
    const Theme& theme = m_plot->theme();
    QColor halo = theme.card;
    halo.setAlphaF(0.7F);
    m_halo->setPen(QPen(halo, 4 * theme.lineScale));
    m_line->setPen(QPen(theme.text, 1.4 * theme.lineScale));
}

void MomentMark::show(const std::optional<std::int64_t>& step)
{
    for (QCPItemLine* line : {m_halo, m_line}) {
        line->setVisible(step.has_value());
        line->start->setCoords(static_cast<double>(step.value_or(0)), 0);
        line->end->setCoords(static_cast<double>(step.value_or(0)), 1);
    }
}

} // namespace ui

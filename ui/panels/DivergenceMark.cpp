// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/DivergenceMark.h"

#include "ui/widgets/PlotView.h"

namespace ui
{

DivergenceMark::DivergenceMark(PlotView* plot, QCPAxisRect* rect)
    : QObject(plot)
    , m_plot(plot)
    , m_line(new QCPItemLine(plot))
    , m_word(new QCPItemText(plot))
{
    for (QCPItemPosition* position : {m_line->start, m_line->end, m_word->position}) {
        position->setAxisRect(rect);
        position->setAxes(rect->axis(QCPAxis::atBottom), rect->axis(QCPAxis::atLeft));
        position->setTypeX(QCPItemPosition::ptPlotCoords);
        position->setTypeY(QCPItemPosition::ptAxisRectRatio);
    }
    m_line->setClipAxisRect(rect);
    m_word->setClipAxisRect(rect);
    m_word->setPositionAlignment(Qt::AlignRight | Qt::AlignBottom);
    m_word->setPadding(QMargins(2, 2, 5, 4));
    m_line->setVisible(false);
    m_word->setVisible(false);
    restyle();
}

void DivergenceMark::restyle()
{
    m_line->setPen(QPen(m_plot->theme().alarm, 1.5, Qt::DashLine));
    m_word->setColor(m_plot->theme().alarm);
    m_word->setFont(m_plot->font(1.1, QFont::DemiBold));
    m_word->setText(tr("diverged"));
}

void DivergenceMark::show(const core::Snapshot& snapshot)
{
    const bool diverged = snapshot.divergence.has_value();
    m_line->setVisible(diverged);
    m_word->setVisible(diverged);
    if (!diverged)
        return;
    const auto step = static_cast<double>(snapshot.divergence->step);
    m_line->start->setCoords(step, 0);
    m_line->end->setCoords(step, 1);
    m_word->position->setCoords(step, 1);
}

} // namespace ui

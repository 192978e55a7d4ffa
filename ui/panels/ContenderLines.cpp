// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/ContenderLines.h"

#include "ui/base/ContenderLook.h"
#include "ui/widgets/PlotView.h"

#include <algorithm>
#include <cmath>

namespace ui
{

ContenderLines::ContenderLines(PlotView* plot, QCPAxis* keys, QCPAxis* values, double width)
    : m_plot(plot)
    , m_keys(keys)
    , m_values(values)
    , m_width(width)
{
    build();
}

void ContenderLines::build()
{
    for (QCPGraph*& graph : m_graphs) {
        graph = m_plot->addGraph(m_keys, m_values);
        graph->removeFromLegend();
    }
}

void ContenderLines::show(std::span<const Contender> contenders, const QString& name, const Points& points)
{
    for (std::size_t at = 0; at < m_graphs.size(); ++at) {
        QCPGraph* graph = m_graphs.at(at);
        const QVector<QCPGraphData> drawn = at < contenders.size() ? points(contenders[at]) : QVector<QCPGraphData>();
        graph->data()->set(drawn, true);
        if (drawn.isEmpty() || name.isEmpty()) {
            graph->removeFromLegend();
        } else {
            graph->setName(name.arg(contenders[at].label));
            graph->addToLegend();
        }
        if (at < contenders.size())
            graph->setPen(contenderPen(m_plot->theme(), contenders[at].place, m_width * m_plot->curveWidth()));
    }
}

void ContenderLines::extend(double& lower, double& upper) const
{
    for (const QCPGraph* graph : m_graphs)
        for (const QCPGraphData& point : *graph->data())
            if (std::isfinite(point.value)) {
                upper = std::max(upper, point.value);
                if (point.value > 0)
                    lower = std::min(lower, point.value);
            }
}

} // namespace ui

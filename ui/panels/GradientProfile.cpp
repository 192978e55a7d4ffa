// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/GradientProfile.h"

#include "ui/base/NotANumber.h"
#include "ui/base/NumberText.h"
#include "ui/widgets/PlotView.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace ui
{

namespace
{

constexpr int kMostDots = 24; ///< layers that are few enough to be marked

double valueOf(const core::LayerStatistics& layer, GradientProfile::Quantity quantity, double last)
{
    switch (quantity) {
    case GradientProfile::Quantity::Delta:
        return layer.deltaRms / last;
    case GradientProfile::Quantity::WeightGradient:
        return layer.weightGradNorm;
    case GradientProfile::Quantity::Update:
        break;
    }
    return layer.updateRatio.value_or(kNaN);
}

std::vector<double> valuesOf(const core::Snapshot& snapshot, GradientProfile::Quantity quantity)
{
    std::vector<double> values;
    for (const core::LayerStatistics& layer : snapshot.layers)
        values.push_back(valueOf(layer, quantity, snapshot.layers.back().deltaRms));
    return values;
}

QVector<QCPGraphData> pointsOf(const std::vector<double>& values, bool logarithmic)
{
    QVector<QCPGraphData> points;
    for (std::size_t layer = 0; layer < values.size(); ++layer) {
        const bool drawable = std::isfinite(values[layer]) && (values[layer] > 0 || !logarithmic);
        points.append({static_cast<double>(layer + 1), drawable ? values[layer] : kNaN});
    }
    return points;
}

/// The network before its first step, where that moment is kept.
const core::Snapshot* startOf(const FrameData& frame)
{
    if (!frame.moments || frame.moments->empty() || frame.snapshot.step == 0)
        return nullptr;
    const core::Snapshot& first = frame.moments->at(0);
    return first.step == 0 && first.layers.size() == frame.snapshot.layers.size() ? &first : nullptr;
}

std::vector<double> theoryOf(const FrameData& frame)
{
    std::vector<double> values;
    if (!frame.prediction || frame.prediction->theory.layers.size() != frame.snapshot.layers.size() ||
        !frame.prediction->theory.deltaRatio)
        return values;
    for (const core::LayerTheory& layer : frame.prediction->theory.layers)
        values.push_back(layer.deltaRmsRelative.value_or(kNaN));
    return values;
}

} // namespace

GradientProfile::GradientProfile(PlotView* plot)
    : m_plot(plot)
    , m_theoryLine(plot->addGraph())
    , m_startLine(plot->addGraph())
    , m_nowLine(plot->addGraph())
    , m_others(plot, plot->xAxis, plot->yAxis)
{
    plot->placeLegendAbove();
}

QString GradientProfile::name(Quantity quantity)
{
    switch (quantity) {
    case Quantity::Delta:
        return tr("delta, relative to the last layer");
    case Quantity::WeightGradient:
        return tr("norm of ∇W");
    case Quantity::Update:
        break;
    }
    return tr("update ratio ΔW / W");
}

void GradientProfile::restyle()
{
    const Theme& theme = m_plot->theme();
    const double width = m_plot->curveWidth();
    m_nowLine->setPen(QPen(theme.series[0], 1.3 * width));
    m_startLine->setPen(QPen(theme.mutedText, width));
    m_theoryLine->setPen(QPen(theme.series[1], width, Qt::DashLine));
    m_nowLine->setName(tr("now"));
    m_startLine->setName(tr("before the first step"));
    m_theoryLine->setName(tr("theory, before the first step"));
}

bool GradientProfile::show(const FrameData& frame, Quantity quantity, bool logarithmic)
{
    m_now = valuesOf(frame.snapshot, quantity);
    const core::Snapshot* start = startOf(frame);
    m_start = start && quantity != Quantity::Update ? valuesOf(*start, quantity) : std::vector<double>();
    m_theory = quantity == Quantity::Delta ? theoryOf(frame) : std::vector<double>();
    m_lower = std::numeric_limits<double>::infinity();
    m_upper = 0;
    draw(m_nowLine, m_now, logarithmic);
    draw(m_startLine, m_start, logarithmic);
    draw(m_theoryLine, m_theory, logarithmic);
    for (QCPGraph* graph : {m_nowLine, m_startLine, m_theoryLine}) {
        if (graph->data()->isEmpty())
            graph->removeFromLegend();
        else
            graph->addToLegend();
    }
    m_others.show(frame.contenders, QStringLiteral("%1"), [&](const Contender& contender) {
        return contender.snapshot ? pointsOf(valuesOf(*contender.snapshot, quantity), logarithmic)
                                  : QVector<QCPGraphData>();
    });
    m_others.extend(m_lower, m_upper);
    const bool hasDots = static_cast<int>(m_now.size()) <= kMostDots;
    m_nowLine->setScatterStyle(hasDots ? QCPScatterStyle(QCPScatterStyle::ssDisc, 3.2 * m_plot->curveWidth())
                                       : QCPScatterStyle());
    return m_upper > 0;
}

void GradientProfile::draw(QCPGraph* graph, const std::vector<double>& values, bool logarithmic)
{
    graph->data()->set(pointsOf(values, logarithmic), true);
    for (const double value : values) {
        if (!std::isfinite(value) || !(value > 0))
            continue;
        m_lower = std::min(m_lower, value);
        m_upper = std::max(m_upper, value);
    }
}

Readout GradientProfile::readoutOf(int layer) const
{
    const auto at = static_cast<std::size_t>(layer - 1);
    Readout readout;
    readout.heading = tr("layer %1").arg(layer);
    readout.rows.push_back({m_nowLine->name(), readableNumber(m_now[at]), m_nowLine->pen().color()});
    if (at < m_start.size())
        readout.rows.push_back({m_startLine->name(), readableNumber(m_start[at]), m_startLine->pen().color()});
    if (at < m_theory.size())
        readout.rows.push_back({m_theoryLine->name(), readableNumber(m_theory[at]), m_theoryLine->pen().color()});
    return readout;
}

} // namespace ui

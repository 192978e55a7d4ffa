// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/CostPanel.h"

#include "ui/base/CostState.h"
#include "ui/base/NumberText.h"
#include "ui/base/Words.h"
#include "ui/panels/PointLabels.h"
#include "ui/widgets/PlotView.h"
#include "ui/widgets/SegmentedSwitch.h"

#include <QHBoxLayout>
#include <QStackedLayout>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace ui
{

CostPanel::CostPanel(QWidget* parent)
    : Panel(parent)
    , m_stack(new QStackedLayout)
    , m_bars(new PlotView)
    , m_scatter(new PlotView)
    , m_labels(new PointLabels(*m_scatter))
    , m_measure(new QToolButton)
{
    addControls();
    for (PlotView* plot : {m_bars, m_scatter}) {
        m_stack->addWidget(plot);
        plot->axisRect()->setMinimumMargins(QMargins(4, 8, 8, 4));
        plot->xAxis->setNumberFormat(QStringLiteral("gb"));
        plot->xAxis->setNumberPrecision(4);
        addPlot(plot);
    }
    m_bars->placeLegendAbove();
    m_bars->xAxis->setObjectName(QStringLiteral("cost.time"));
    m_bars->yAxis->setObjectName(QStringLiteral("cost.row"));
    m_scatter->xAxis->setObjectName(QStringLiteral("cost.across"));
    m_scatter->yAxis->setObjectName(QStringLiteral("cost.up"));
    m_scatter->yAxis->setNumberFormat(QStringLiteral("gb"));
    m_scatter->yAxis->setNumberPrecision(4);
    auto* foot = new QHBoxLayout;
    foot->addStretch();
    foot->addWidget(m_measure);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addLayout(m_stack, 1);
    column->addLayout(foot);
    setAccessibleName(title());
    setTheme(theme());
}

void CostPanel::addControls()
{
    SegmentedSwitch* drawings =
        addSwitch(QStringLiteral("drawing"), tr("Drawing"), {tr("cost"), tr("against accuracy")});
    drawings->setChoiceToolTip(Bars, tr("Nanoseconds an element of each activation, the cheapest first"));
    drawings->setChoiceToolTip(Scatter, tr("What the activations of the race cost, and how their runs ended"));
    m_measure->setText(tr("Measure"));
    m_measure->setToolTip(tr("Time every activation on this machine; it takes less than a second"));
    connect(m_measure, &QToolButton::clicked, this, &Panel::costsWanted);
}

QString CostPanel::title() const
{
    return tr("Cost");
}

void CostPanel::setTheme(const Theme& newTheme)
{
    Panel::setTheme(newTheme);
    for (PlotView* plot : {m_bars, m_scatter})
        plot->setTheme(newTheme);
}

void CostPanel::setPaper(double size)
{
    Panel::setPaper(size);
    for (PlotView* plot : {m_bars, m_scatter})
        plot->setTextSize(size, true);
    setTheme(theme());
}

void CostPanel::showMessage(const QString& message)
{
    m_drawn.clear();
    m_points.clear();
    for (PlotView* plot : {m_bars, m_scatter}) {
        plot->setMessage(message);
        plot->queueReplot();
    }
}

void CostPanel::display(const FrameData& frame)
{
    const bool isRunning = frame.costs && frame.costs->running;
    m_measure->setEnabled(!isRunning);
    m_stack->setCurrentIndex(drawing());
    m_rows = costRows(frame);
    describe(frame);
    if (m_rows.empty())
        showMessage(isRunning
                        ? tr("Every activation is being timed.")
                        : tr("What does an activation cost? “Measure” times each of them on this machine, forward "
                             "and backward."));
    else if (drawing() == Bars)
        showBars(m_bars->height());
    else
        showScatter(frame);
}

/// The present activation among the others, the share of a step, and on which path of the processor.
void CostPanel::describe(const FrameData& frame)
{
    QStringList parts;
    if (frame.costs && frame.costs->running)
        parts << tr("measuring …");
    const auto found = std::find_if(m_rows.begin(), m_rows.end(),
                                    [&](const CostRow& row) { return row.id == frame.activation().kind; });
    if (found != m_rows.end())
        parts << tr("%1: %2 ns forward, %3 ns backward")
                     .arg(found->name, readableNumber(found->forward, 2), readableNumber(found->backward, 2));
    if (!m_rows.empty() && frame.costs->step)
        parts << tr("activations: %1 of a step").arg(percentText(frame.costs->step->share()));
    if (!m_rows.empty())
        parts << fromCore(frame.costs->kernels);
    setSubtitle(parts.join(QStringLiteral(" · ")));
}

void CostPanel::showBars(int height)
{
    m_drawn = fittingRows(m_rows, costRowsThatFit(*m_bars, height));
    m_bars->setMessage({});
    drawCosts(*m_bars, m_drawn);
    m_bars->queueReplot();
}

void CostPanel::showScatter(const FrameData& frame)
{
    const std::optional<CostScatter> scatter = costScatter(frame);
    if (!scatter || scatter->points.empty()) {
        showMessage(racesActivations(frame) ? tr("No run of the race has come to an end yet.")
                                            : tr("What does the time buy? Let activations race (“Race …” in the menu "
                                                 "Compare): each then stands here, by what it costs and by how its "
                                                 "runs ended."));
        return;
    }
    m_points = scatter->points;
    m_measured = scatter->measure;
    m_scatter->setMessage({});
    drawCostScatter(*m_scatter, *m_labels, *scatter);
    m_scatter->queueReplot();
}

void CostPanel::paintContent(QCPPainter& painter, const QRect& target)
{
    if (m_stack->currentIndex() == Scatter) {
        m_scatter->paintInto(painter, target);
        return;
    }
    if (!m_rows.empty()) // a figure has room of its own
        showBars(target.height());
    m_bars->paintInto(painter, target);
}

} // namespace ui

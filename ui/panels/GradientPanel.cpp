// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/GradientPanel.h"

#include "ui/base/NumberText.h"
#include "ui/panels/DivergenceMark.h"
#include "ui/panels/MomentMark.h"
#include "ui/panels/PanelTables.h"
#include "ui/widgets/Canvas.h"
#include "ui/widgets/ImagePlottable.h"
#include "ui/widgets/PlotView.h"
#include "ui/widgets/SegmentedSwitch.h"

#include <QStackedLayout>
#include <QVBoxLayout>

#include <algorithm>

namespace ui
{

namespace
{

constexpr std::size_t kMaxPoints = 5000; ///< of all lines
constexpr std::size_t kFewestLinePoints = 100;

/// Fewer points where there are many lines: together they must fit into a frame.
std::size_t pointsPerLine(std::size_t lines, std::size_t pointsAcross)
{
    return std::min(pointsAcross, std::max(kMaxPoints / std::max<std::size_t>(lines, 1), kFewestLinePoints));
}

} // namespace

GradientPanel::GradientPanel(QWidget* parent)
    : Panel(parent)
    , m_bannerCanvas(new Canvas(
          [this](QPainter& painter, const QRectF& area) { m_banner.paint(painter, area, theme(), textSize()); }))
    , m_linePlot(new PlotView)
    , m_mapPlot(new PlotView)
    , m_profilePlot(new PlotView)
    , m_profile(m_profilePlot)
    , m_plots(new QStackedLayout)
    , m_others(m_linePlot, m_linePlot->xAxis, m_linePlot->yAxis)
{
    SegmentedSwitch* quantities =
        addSwitch(QStringLiteral("quantity"), tr("Quantity"), {QStringLiteral("δ"), QStringLiteral("W")});
    quantities->setChoiceToolTip(0, tr("delta: the gradient of the loss with respect to z, root mean square"));
    quantities->setChoiceToolTip(1, tr("The weights: the norm of their gradient, or their update (view menu)"));
    addMenuSwitch(QStringLiteral("weights"), tr("W"), {tr("gradient ∇W"), tr("update ratio ΔW / W")});
    addMenuSwitch(QStringLiteral("drawing"), tr("Drawing"),
                  {tr("one line a layer"), tr("map of layers and steps"), tr("from layer to layer, with theory")});
    addMenuSwitch(QStringLiteral("scale"), tr("Gradient axis"), {tr("logarithmic"), tr("linear")});

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    layout->addWidget(m_bannerCanvas);
    layout->addLayout(m_plots, 1);
    m_plots->addWidget(m_linePlot);
    m_plots->addWidget(m_mapPlot);
    m_plots->addWidget(m_profilePlot);
    buildLinePlot();
    buildMapPlot();
    buildProfilePlot();
    setAccessibleName(title());
    setTheme(theme());
}

void GradientPanel::buildLinePlot()
{
    m_linePlot->xAxis->setObjectName(QStringLiteral("lines.step"));
    m_linePlot->yAxis->setObjectName(QStringLiteral("lines.value"));
    addPlot(m_linePlot);
    m_linePlot->xAxis->setNumberFormat(QStringLiteral("gb"));
    m_linePlot->xAxis->setNumberPrecision(7);
    m_linePlot->axisRect()->insetLayout()->setInsetAlignment(0, Qt::AlignLeft | Qt::AlignBottom);
    m_linePlot->legend->setFillOrder(QCPLegend::foColumnsFirst);
    m_lineMark = new DivergenceMark(m_linePlot, m_linePlot->axisRect());
    m_lineMoment = new MomentMark(m_linePlot, m_linePlot->axisRect());
}

void GradientPanel::buildMapPlot()
{
    m_mapPlot->xAxis->setObjectName(QStringLiteral("map.step"));
    m_mapPlot->yAxis->setObjectName(QStringLiteral("map.layer"));
    addPlot(m_mapPlot);
    m_map = new ImagePlottable(m_mapPlot->xAxis, m_mapPlot->yAxis);
    m_mapPlot->yAxis->setRangeReversed(true);
    m_mapPlot->xAxis->setNumberFormat(QStringLiteral("gb"));
    m_mapPlot->xAxis->setNumberPrecision(7);
    for (QCPAxis* axis : {m_mapPlot->xAxis, m_mapPlot->yAxis})
        axis->grid()->setVisible(false);
    m_scale = new QCPColorScale(m_mapPlot);
    m_scale->setType(QCPAxis::atRight);
    m_scale->setBarWidth(8);
    m_scale->setRangeDrag(false);
    m_scale->setRangeZoom(false);
    m_mapPlot->plotLayout()->addElement(0, 1, m_scale);
    auto* margins = new QCPMarginGroup(m_mapPlot);
    m_mapPlot->axisRect()->setMarginGroup(QCP::msTop | QCP::msBottom, margins);
    m_scale->setMarginGroup(QCP::msTop | QCP::msBottom, margins);
    m_mapMark = new DivergenceMark(m_mapPlot, m_mapPlot->axisRect());
    m_mapMoment = new MomentMark(m_mapPlot, m_mapPlot->axisRect());
    m_mapPlot->setCursor(Qt::PointingHandCursor);
    for (PlotView* plot : {m_linePlot, m_mapPlot})
        connect(plot, &PlotView::clicked, this, [this, plot](const QPoint& place) {
            if (const int layer = readAt(plot, place).layer; layer > 0)
                emit layerPicked(layer);
        });
}

void GradientPanel::buildProfilePlot()
{
    m_profilePlot->xAxis->setObjectName(QStringLiteral("profile.layer"));
    m_profilePlot->yAxis->setObjectName(QStringLiteral("profile.value"));
    m_profilePlot->setCursor(Qt::PointingHandCursor);
    addPlot(m_profilePlot);
    connect(m_profilePlot, &PlotView::clicked, this, [this](const QPoint& place) {
        if (const int layer = readAt(m_profilePlot, place).layer; layer > 0)
            emit layerPicked(layer);
    });
}

std::vector<float> core::StepRecord::*GradientPanel::recorded() const
{
    switch (quantity()) {
    case Quantity::Delta:
        return &core::StepRecord::deltaRms;
    case Quantity::WeightGradient:
        return &core::StepRecord::weightGradNorm;
    case Quantity::Update:
        break;
    }
    return &core::StepRecord::updateRatio;
}

PlotView* GradientPanel::shownPlot() const
{
    return drawing() == Map ? m_mapPlot : drawing() == Profile ? m_profilePlot : m_linePlot;
}

QString GradientPanel::title() const
{
    return tr("Gradient flow");
}

QString GradientPanel::help() const
{
    return tr(
        "How large the gradient is in each hidden layer, step by step, on its way back from the loss to the first "
        "layer.\n\n"
        "delta is the gradient of the loss with respect to z (root mean square over units and samples); ∇W is the norm "
        "of "
        "the gradient of a layer's weights. They are not the same picture: ∇W can stay level while delta vanishes. "
        "ΔW is the update ratio, what a step changes of the weights relative to them; about a thousandth is a good "
        "pace.\n\n"
        "The view menu has a map of all layers, and the profile from layer to layer at this moment, beside that before "
        "the first step and the one that theory predicts for it.\n\n"
        "The big number is delta of layer 1 divided by delta of the last layer. Far below 1 the gradient vanishes on "
        "its "
        "way, and the first layers hardly learn; far above 1 it explodes. On a logarithmic axis equal distances are "
        "equal factors.\n\n"
        "Contenders have a line of the selected layer each, and one in the profile.\n\n"
        "Point at a line to read it; click it, or use the arrow keys, to select its layer in all cards.");
}

GradientPanel::Quantity GradientPanel::quantity() const
{
    if (choice(QStringLiteral("quantity")) == 0)
        return Quantity::Delta;
    return choice(QStringLiteral("weights")) == 0 ? Quantity::WeightGradient : Quantity::Update;
}

QString GradientPanel::quantityName() const
{
    return quantity() == Quantity::Delta ? tr("delta (rms)") : GradientProfile::name(quantity());
}

void GradientPanel::setTheme(const Theme& newTheme)
{
    Panel::setTheme(newTheme);
    m_bannerCanvas->setFixedHeight(static_cast<int>(GradientBanner::height(textSize())));
    for (PlotView* plot : {m_linePlot, m_mapPlot, m_profilePlot}) {
        plot->setTheme(newTheme);
        plot->xAxis->setLabel(tr("step"));
    }
    m_profilePlot->xAxis->setLabel(tr("layer"));
    m_profile.restyle();
    m_mapPlot->yAxis->setLabel(tr("layer"));
    QCPColorGradient gradient;
    QMap<double, QColor> stops;
    for (int stop = 0; stop <= 16; ++stop)
        stops.insert(stop / 16.0, QColor::fromRgb(newTheme.heat(stop / 16.0)));
    gradient.setColorStops(stops);
    m_scale->setGradient(gradient);
    QCPAxis* axis = m_scale->axis();
    axis->setTickLabelFont(m_mapPlot->font());
    axis->setLabelFont(m_mapPlot->font());
    axis->setTickLabelColor(newTheme.mutedText);
    axis->setLabelColor(newTheme.mutedText);
    axis->setBasePen(QPen(newTheme.axis));
    axis->setTickPen(QPen(newTheme.axis));
    axis->setSubTickPen(Qt::NoPen);
    m_lineMark->restyle();
    m_mapMark->restyle();
    m_lineMoment->restyle();
    m_mapMoment->restyle();
}

void GradientPanel::setPaper(double size)
{
    Panel::setPaper(size);
    for (PlotView* plot : {m_linePlot, m_mapPlot, m_profilePlot})
        plot->setTextSize(size, true);
    m_scale->setBarWidth(static_cast<int>(size * 0.9));
    setTheme(theme());
}

void GradientPanel::display(const FrameData& frame)
{
    const core::Snapshot& snapshot = frame.snapshot;
    m_depth = static_cast<int>(snapshot.layers.size());
    m_banner.finding = core::gradientFinding(snapshot);
    m_banner.deltaRatio = snapshot.deltaRatio;
    m_banner.depth = m_depth;
    m_bannerCanvas->refresh();
    m_plots->setCurrentWidget(shownPlot());
    describe(snapshot);
    m_series = {};
    m_lineMark->show(snapshot);
    m_mapMark->show(snapshot);
    m_lineMoment->show(frame.cursor);
    m_mapMoment->show(frame.cursor);
    if (m_depth == 0)
        showMessage(tr("No hidden layer: there is no way back to look at."));
    else if (drawing() == Profile)
        showProfile(frame);
    else
        showOverSteps(frame);
}

void GradientPanel::showOverSteps(const FrameData& frame)
{
    const auto shown = recorded();
    const auto depth = static_cast<std::size_t>(m_depth);
    const bool comparable = frame.history.records().empty() || (frame.history.records().front().*shown).size() >= depth;
    if (frame.history.records().empty() || !comparable) {
        showMessage(tr("No update yet: play, or take a step."));
        return;
    }
    const bool drawsMap = drawing() == Map;
    m_series = layerSeries(frame.history, shown, depth,
                           drawsMap ? kMostColumns : pointsPerLine(depth, m_linePlot->pointsAcross()));
    if (drawsMap)
        showMap(frame.snapshot.divergence.has_value());
    else
        showLines(frame);
}

void GradientPanel::showMessage(const QString& message)
{
    for (PlotView* plot : {m_linePlot, m_mapPlot, m_profilePlot}) {
        plot->setMessage(message);
        plot->queueReplot();
    }
}

void GradientPanel::paintContent(QCPPainter& painter, const QRect& target)
{
    QRect rest = target;
    rest.setTop(target.top() + static_cast<int>(GradientBanner::height(textSize())));
    m_banner.paint(painter, QRectF(target.topLeft(), QSizeF(target.width(), rest.top() - target.top())), theme(),
                   textSize());
    shownPlot()->paintInto(painter, rest);
}

NumberTable GradientPanel::table(const FrameData& frame) const
{
    return drawing() == Profile ? gradientProfileTable(frame) : gradientTable(frame, recorded());
}

} // namespace ui

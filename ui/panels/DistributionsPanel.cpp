// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/DistributionsPanel.h"

#include "ui/base/ContenderLook.h"
#include "ui/base/NumberText.h"
#include "ui/panels/PanelTables.h"
#include "ui/panels/RidgeMaker.h"
#include "ui/panels/RidgePlottable.h"
#include "ui/widgets/Canvas.h"
#include "ui/widgets/PlotView.h"
#include "ui/widgets/SegmentedSwitch.h"

#include <QMouseEvent>
#include <QStackedLayout>

#include <algorithm>
#include <cmath>
#include <limits>

namespace ui
{

namespace
{

double overlapFor(std::size_t depth)
{
    return std::clamp(0.75 + 0.055 * static_cast<double>(depth), 0.85, 3.0);
}

} // namespace

DistributionsPanel::DistributionsPanel(QWidget* parent)
    : Panel(parent)
    , m_plot(new PlotView)
    , m_historyPlot(new PlotView)
    , m_history(m_historyPlot)
    , m_canvas(new Canvas(
          [this](QPainter& painter, const QRectF& area) { m_multiples.paint(painter, area, theme(), textSize()); }))
    , m_plots(new QStackedLayout)
{
    SegmentedSwitch* quantities = addSwitch(QStringLiteral("quantity"), tr("Quantity"),
                                            {QStringLiteral("z"), QStringLiteral("a"), QStringLiteral("δ")});
    quantities->setChoiceToolTip(0, tr("z: what goes into the activation"));
    quantities->setChoiceToolTip(1, tr("a = f(z): what comes out of it"));
    quantities->setChoiceToolTip(2, tr("delta: the gradient of the loss with respect to z"));
    addMenuSwitch(QStringLiteral("of"), tr("Of"),
                  {tr("the signals z, a and δ"), tr("the weights W"), tr("their last update ΔW")});
    addMenuSwitch(QStringLiteral("drawing"), tr("Drawing"),
                  {tr("one ridge a layer"), tr("this layer over the steps"), tr("its percentiles over the steps"),
                   tr("small multiples, one histogram a layer")});
    addMenuSwitch(QStringLiteral("axis"), tr("Values"), {tr("linear"), tr("logarithmic on both sides of 0")});
    addMenuSwitch(QStringLiteral("scale"), tr("Counts"), {tr("linear"), tr("logarithmic")});
    m_plots->setContentsMargins(0, 0, 0, 0);
    setLayout(m_plots);
    m_plots->addWidget(m_plot);
    m_plots->addWidget(m_historyPlot);
    m_plots->addWidget(m_canvas);
    m_canvas->setCursor(Qt::PointingHandCursor);
    m_canvas->setOverlay([this](QPainter& painter, const QRectF& area) { paintReading(painter, area); });
    addCanvas(m_canvas);
    m_ridges = new RidgePlottable(m_plot->xAxis, m_plot->yAxis);
    m_plot->yAxis->setRangeReversed(true);
    m_plot->yAxis->grid()->setVisible(false);
    m_plot->setCursor(Qt::PointingHandCursor);
    m_plot->xAxis->setObjectName(QStringLiteral("distributions.value"));
    m_plot->yAxis->setObjectName(QStringLiteral("distributions.layer"));
    addPlot(m_plot);
    m_historyPlot->xAxis->setObjectName(QStringLiteral("distributions.step"));
    m_historyPlot->yAxis->setObjectName(QStringLiteral("distributions.past value"));
    addPlot(m_historyPlot);
    connect(m_plot, &PlotView::clicked, this, [this](const QPoint& place) {
        if (m_depth > 0)
            emit layerPicked(layerAt(place));
    });
    setAccessibleName(title());
    setTheme(theme());
}

QString DistributionsPanel::title() const
{
    return tr("Distributions");
}

QString DistributionsPanel::help() const
{
    return tr(
        "How the numbers of each hidden layer are spread over its units and the samples of the probe set; the first "
        "layer "
        "is at the top. Each ridge is scaled to its own peak.\n\n"
        "z goes into the activation, a comes out of it, delta is the gradient of the loss with respect to z, drawn as "
        "log₁₀|delta|; W are the weights that lead into the layer, ΔW what the last step has added to them. A needle "
        "at 0 is as high as the share of values that are exactly 0.\n\n"
        "The small marks under the ridges of z stand one standard deviation from the mean, as theory predicts it "
        "before "
        "the first step. The view menu has W and ΔW, a small histogram for each layer on axes that are the same for "
        "all, and the layer that is looked at over the steps, as a map or as percentiles.\n\n"
        "Contenders are drawn as outlines over the ridges of the same layers, in their colours and line styles.\n\n"
        "In a healthy network the ridges keep their width from layer to layer. Ridges that shrink to needles carry no "
        "signal any more. A cross marks layers with numbers that are not finite. Click a ridge, or use the arrow keys, "
        "to "
        "select its layer in all cards.");
}

void DistributionsPanel::setTheme(const Theme& newTheme)
{
    Panel::setTheme(newTheme);
    m_plot->setTheme(newTheme);
    // A ridge stands out against those behind it also where the paper is transparent.
    m_ridges->setColors(QColor::fromRgb(newTheme.card.rgb()), newTheme.text, newTheme.alarm, m_plot->hairline());
    m_plot->yAxis->setLabel(tr("layer"));
    m_historyPlot->setTheme(newTheme);
    m_history.restyle();
}

void DistributionsPanel::setPaper(double size)
{
    Panel::setPaper(size);
    for (PlotView* plot : {m_plot, m_historyPlot})
        plot->setTextSize(size, true);
    setTheme(theme());
}

void DistributionsPanel::display(const FrameData& frame)
{
    const auto& layers = frame.snapshot.layers;
    m_depth = static_cast<int>(layers.size());
    m_selected = frame.selectedLayer;
    m_shown.resize(layers.size());
    for (const core::LayerStatistics& layer : layers)
        m_shown[static_cast<std::size_t>(layer.index - 1)] = distributionOf(layer, quantity());
    m_axis = axisFor(frame);
    m_plots->setCurrentWidget(picture());
    describe(frame);
    if (layers.empty())
        showMessage(tr("No hidden layer: the network is linear."));
    else if (quantity() == Quantity::Update && !layers.front().update && isOfThisMoment())
        showMessage(tr("No update to show: play, or take a step."));
    else if (isOfThisMoment())
        showLayers(frame);
    else
        showHistory(frame);
}

QWidget* DistributionsPanel::picture() const
{
    return drawing() == Ridges ? m_plot : drawing() == Multiples ? static_cast<QWidget*>(m_canvas) : m_historyPlot;
}

SymmetricLog DistributionsPanel::axisFor(const FrameData& frame) const
{
    // delta is drawn as its logarithm already.
    if (choice(QStringLiteral("axis")) == 0 || quantity() == Quantity::Delta)
        return {};
    double narrowest = std::numeric_limits<double>::infinity();
    for (const core::LayerStatistics& layer : frame.snapshot.layers)
        if (const double spread = distributionOf(layer, quantity()).std; spread > 0)
            narrowest = std::min(narrowest, spread);
    return {std::isfinite(narrowest) ? std::pow(10, std::floor(std::log10(narrowest))) : 1};
}

void DistributionsPanel::showMessage(const QString& message)
{
    for (PlotView* plot : {m_plot, m_historyPlot}) {
        plot->setMessage(message);
        plot->queueReplot();
    }
    if (drawing() == Multiples)
        m_plots->setCurrentWidget(m_plot); // it has room for words
}

void DistributionsPanel::showHistory(const FrameData& frame)
{
    const auto drawn = drawing() == Map ? DistributionHistory::Drawing::Map : DistributionHistory::Drawing::Bands;
    const bool hasSomething = m_history.show(
        frame, drawn, m_axis, [shown = quantity()](const core::LayerStatistics& layer) -> const core::Distribution& {
            return distributionOf(layer, shown);
        });
    if (!hasSomething) {
        showMessage(tr("No finite number in this layer."));
        return;
    }
    m_historyPlot->setMessage({});
    m_historyPlot->yAxis->setLabel(quantityName());
    m_historyPlot->queueReplot();
}

std::vector<Ridge> DistributionsPanel::ridgesOf(const FrameData& frame) const
{
    std::vector<Ridge> ridges;
    ridges.reserve(frame.snapshot.layers.size());
    for (const core::LayerStatistics& layer : frame.snapshot.layers) {
        ridges.push_back(makeRidge(distributionOf(layer, quantity()), quantity() != Quantity::Delta, isLogarithmic()));
        Ridge& ridge = ridges.back();
        if (quantity() == Quantity::Z)
            ridge.expected = expectedSpread(frame, layer);
        putOnAxis(ridge, m_axis);
        ridge.color = theme().layerColor(layer.index, m_depth);
    }
    for (const Contender& contender : frame.contenders)
        addContender(ridges, contender);
    return ridges;
}

void DistributionsPanel::addContender(std::vector<Ridge>& ridges, const Contender& contender) const
{
    if (!contender.snapshot)
        return;
    const auto& layers = contender.snapshot->layers;
    for (std::size_t at = 0; at < std::min(layers.size(), ridges.size()); ++at) {
        if (quantity() == Quantity::Update && !layers[at].update)
            continue;
        Ridge other = makeRidge(distributionOf(layers[at], quantity()), quantity() != Quantity::Delta, isLogarithmic());
        putOnAxis(other, m_axis);
        if (!other.outline.empty())
            ridges[at].others.push_back(
                {std::move(other.outline), contenderPen(theme(), contender.place, 1.5 * m_plot->hairline())});
    }
}

void DistributionsPanel::showLayers(const FrameData& frame)
{
    m_plot->setMessage({});
    std::vector<Ridge> ridges = ridgesOf(frame);
    double lower = std::numeric_limits<double>::infinity();
    double upper = -lower;
    const auto widen = [&](const std::vector<QPointF>& outline) {
        if (outline.empty())
            return;
        lower = std::min(lower, outline.front().x());
        upper = std::max(upper, outline.back().x());
    };
    for (const Ridge& ridge : ridges) {
        widen(ridge.outline);
        for (const Ridge::Other& other : ridge.others)
            widen(other.outline);
        if (ridge.spikeHeight > 0) {
            lower = std::min(lower, ridge.spikeAt);
            upper = std::max(upper, ridge.spikeAt);
        }
    }
    const QCPRange values = m_axis.rounded(lower, upper);
    m_plot->xAxis->setTicker(m_axis.ticker(values));
    m_plot->setFollowedRange(m_plot->xAxis, values);
    if (drawing() == Multiples) {
        // They share the axis of the ridges, and with it whether it is frozen.
        m_multiples.set(std::move(ridges), m_selected, m_plot->xAxis->range(), m_axis, quantityName());
        m_canvas->refresh();
        return;
    }
    const double overlap = overlapFor(ridges.size());
    m_ridges->setRidges(std::move(ridges), overlap, m_selected);
    m_plot->setFollowedRange(m_plot->yAxis, {1 - overlap - 0.15, m_depth + 0.35});
    m_plot->yAxis->setTicker(layerTicker(m_depth));
    m_plot->xAxis->setLabel(quantityName());
    m_plot->queueReplot();
}

DistributionsPanel::Quantity DistributionsPanel::quantity() const
{
    const int of = choice(QStringLiteral("of"));
    return of == 0   ? static_cast<Quantity>(choice(QStringLiteral("quantity")))
           : of == 1 ? Quantity::Weights
                     : Quantity::Update;
}

QString DistributionsPanel::quantityName() const
{
    switch (quantity()) {
    case Quantity::Z:
        return QStringLiteral("z");
    case Quantity::A:
        return QStringLiteral("a = f(z)");
    case Quantity::Delta:
        return QStringLiteral("log₁₀ |δ|");
    case Quantity::Weights:
        return QStringLiteral("W");
    case Quantity::Update:
        break;
    }
    return QStringLiteral("ΔW");
}

void DistributionsPanel::describe(const FrameData& frame)
{
    if (const QString diverged = divergenceSentence(frame.snapshot); !diverged.isEmpty()) {
        setSubtitle(diverged, true);
        return;
    }
    const core::LayerStatistics* layer = selectedLayer(frame);
    if (!layer) {
        setSubtitle(tr("no hidden layer"));
        return;
    }
    if (quantity() == Quantity::Delta)
        setSubtitle(tr("layer %1: rms of delta %2").arg(layer->index).arg(readableNumber(layer->deltaRms, 2)));
    else {
        const core::Distribution& shown = distributionOf(*layer, quantity());
        // What is left of a mean that rounding has cancelled says nothing.
        const double mean = std::abs(shown.mean) < 1e-4 * shown.std ? 0 : shown.mean;
        setSubtitle(tr("layer %1: mean %2, standard deviation %3")
                        .arg(layer->index)
                        .arg(readableNumber(mean, 2), readableNumber(shown.std, 2)));
    }
}

bool DistributionsPanel::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_canvas && event->type() == QEvent::MouseButtonPress) {
        const QPointF place = static_cast<QMouseEvent*>(event)->position();
        if (const int layer = m_multiples.layerAt(place, QRectF(m_canvas->rect()), textSize()); layer > 0)
            emit layerPicked(layer);
    }
    return Panel::eventFilter(watched, event);
}

void DistributionsPanel::paintContent(QCPPainter& painter, const QRect& target)
{
    if (drawing() == Multiples && m_plot->message().isEmpty())
        m_multiples.paint(painter, QRectF(target), theme(), textSize());
    else
        (isOfThisMoment() ? m_plot : m_historyPlot)->paintInto(painter, target);
}

NumberTable DistributionsPanel::table(const FrameData& frame) const
{
    return distributionsTable(frame, quantity());
}

} // namespace ui

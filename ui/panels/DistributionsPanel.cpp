// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/DistributionsPanel.h"

#include "ui/base/NumberText.h"
#include "ui/panels/PanelTables.h"
#include "ui/panels/RidgePlottable.h"
#include "ui/widgets/PlotView.h"
#include "ui/widgets/SegmentedSwitch.h"

#include <QVBoxLayout>

#include <algorithm>
#include <cmath>
#include <limits>

namespace ui
{

namespace
{

/// Bins below this share of the peak are air: drawing them leaves stray dashes beside the ridge.
constexpr double kNearZero = 0.004;

/// On a logarithmic axis one value is still a step high, so that rare values can be seen.
double heightOf(double count, bool logarithmic)
{
    return logarithmic ? std::log1p(count) : count;
}

/// The histogram as a ridge; exact zeros become a needle of their own, or they would flatten everything else.
Ridge makeRidge(const core::Distribution& distribution, bool zerosAreInside, bool logarithmic)
{
    Ridge ridge;
    ridge.nonFinite = distribution.nonFinite > 0;
    const core::Histogram& histogram = distribution.histogram;
    const double width = (histogram.upper - histogram.lower) / core::Histogram::kBins;
    double total = static_cast<double>(histogram.underflow) + histogram.overflow;
    for (const std::uint32_t count : histogram.counts)
        total += count;
    if (!(total > 0) || !std::isfinite(histogram.lower) || !std::isfinite(histogram.upper))
        return ridge;
    if (!(width > 0)) {
        ridge.spikeAt = histogram.lower;
        ridge.spikeHeight = 1;
        return ridge;
    }
    std::array<double, core::Histogram::kBins> heights{};
    std::transform(histogram.counts.begin(), histogram.counts.end(), heights.begin(),
                   [](std::uint32_t count) { return static_cast<double>(count); });
    const auto zeros = static_cast<double>(distribution.zeros);
    if (zerosAreInside && zeros > 0.02 * total && histogram.lower <= 0 && histogram.upper >= 0) {
        const int bin = std::min(static_cast<int>(-histogram.lower / width), core::Histogram::kBins - 1);
        double& height = heights[static_cast<std::size_t>(bin)];
        height = std::max(0.0, height - zeros);
        ridge.spikeHeight = std::min(1.0, heightOf(zeros, logarithmic) / heightOf(total, logarithmic));
    }
    for (double& height : heights)
        height = heightOf(height, logarithmic);
    const double peak = *std::max_element(heights.begin(), heights.end());
    if (!(peak > 0))
        return ridge;
    const auto isAir = [peak](double height) { return height < kNearZero * peak; };
    auto first = std::find_if_not(heights.begin(), heights.end(), isAir) - heights.begin();
    auto last = std::find_if_not(heights.rbegin(), heights.rend(), isAir).base() - heights.begin() - 1;
    for (auto bin = first; bin <= last; ++bin)
        ridge.outline.emplace_back(histogram.lower + (static_cast<double>(bin) + 0.5) * width,
                                   heights[static_cast<std::size_t>(bin)] / peak);
    // A ridge of one bin has no width of its own.
    if (ridge.outline.size() < 3) {
        ridge.outline.insert(ridge.outline.begin(), {ridge.outline.front().x() - width, 0});
        ridge.outline.emplace_back(ridge.outline.back().x() + width, 0);
    }
    return ridge;
}

double overlapFor(std::size_t depth)
{
    return std::clamp(0.75 + 0.055 * static_cast<double>(depth), 0.85, 3.0);
}

} // namespace

DistributionsPanel::DistributionsPanel(QWidget* parent)
    : Panel(parent)
    , m_plot(new PlotView)
{
    SegmentedSwitch* quantities = addSwitch(QStringLiteral("quantity"), tr("Quantity"),
                                            {QStringLiteral("z"), QStringLiteral("a"), QStringLiteral("δ")});
    quantities->setChoiceToolTip(Z, tr("z: what goes into the activation"));
    quantities->setChoiceToolTip(A, tr("a = f(z): what comes out of it"));
    quantities->setChoiceToolTip(Delta, tr("delta: the gradient of the loss with respect to z"));
    addMenuSwitch(QStringLiteral("scale"), tr("Counts"), {tr("linear"), tr("logarithmic")});
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_plot);
    m_ridges = new RidgePlottable(m_plot->xAxis, m_plot->yAxis);
    m_plot->yAxis->setRangeReversed(true);
    m_plot->yAxis->grid()->setVisible(false);
    m_plot->setCursor(Qt::PointingHandCursor);
    m_plot->xAxis->setObjectName(QStringLiteral("distributions.value"));
    m_plot->yAxis->setObjectName(QStringLiteral("distributions.layer"));
    addPlot(m_plot);
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
        "log₁₀|delta|. A needle at 0 is as high as the share of values that are exactly 0.\n\n"
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
}

void DistributionsPanel::setPaper(double size)
{
    Panel::setPaper(size);
    m_plot->setTextSize(size, true);
    setTheme(theme());
}

void DistributionsPanel::display(const FrameData& frame)
{
    const auto& layers = frame.snapshot.layers;
    m_depth = static_cast<int>(layers.size());
    m_selected = frame.selectedLayer;
    m_shown.resize(layers.size());
    if (layers.empty()) {
        m_plot->setMessage(tr("No hidden layer: the network is linear."));
        setSubtitle(tr("no hidden layer"));
        m_plot->queueReplot();
        return;
    }
    m_plot->setMessage({});
    std::vector<Ridge> ridges;
    ridges.reserve(layers.size());
    double lower = std::numeric_limits<double>::infinity();
    double upper = -lower;
    for (const core::LayerStatistics& layer : layers) {
        const core::Distribution& distribution = quantity() == Z ? layer.z : quantity() == A ? layer.a : layer.delta;
        m_shown[static_cast<std::size_t>(layer.index - 1)] = distribution;
        ridges.push_back(makeRidge(distribution, quantity() != Delta, isLogarithmic()));
        Ridge& ridge = ridges.back();
        ridge.color = theme().layerColor(layer.index, m_depth);
        if (!ridge.outline.empty()) {
            lower = std::min(lower, ridge.outline.front().x());
            upper = std::max(upper, ridge.outline.back().x());
        }
        if (ridge.spikeHeight > 0) {
            lower = std::min(lower, ridge.spikeAt);
            upper = std::max(upper, ridge.spikeAt);
        }
    }
    const double overlap = overlapFor(layers.size());
    m_ridges->setRidges(std::move(ridges), overlap, m_selected);
    m_plot->setFollowedRange(m_plot->xAxis, roundedRange(lower, upper));
    m_plot->setFollowedRange(m_plot->yAxis, {1 - overlap - 0.15, m_depth + 0.35});
    m_plot->yAxis->setTicker(layerTicker(m_depth));
    m_plot->xAxis->setLabel(quantityName());
    describe(frame);
    m_plot->queueReplot();
}

QString DistributionsPanel::quantityName() const
{
    return quantity() == Z   ? QStringLiteral("z")
           : quantity() == A ? QStringLiteral("a = f(z)")
                             : QStringLiteral("log₁₀ |δ|");
}

void DistributionsPanel::describe(const FrameData& frame)
{
    if (const QString diverged = divergenceSentence(frame.snapshot); !diverged.isEmpty()) {
        setSubtitle(diverged, true);
        return;
    }
    const core::LayerStatistics* layer = selectedLayer(frame);
    if (!layer) {
        setSubtitle(tr("%1 hidden layers").arg(m_depth));
        return;
    }
    if (quantity() == Delta)
        setSubtitle(tr("layer %1: rms of delta %2").arg(layer->index).arg(readableNumber(layer->deltaRms, 2)));
    else {
        const core::Distribution& shown = quantity() == Z ? layer->z : layer->a;
        // What is left of a mean that rounding has cancelled says nothing.
        const double mean = std::abs(shown.mean) < 1e-4 * shown.std ? 0 : shown.mean;
        setSubtitle(tr("layer %1: mean %2, standard deviation %3")
                        .arg(layer->index)
                        .arg(readableNumber(mean, 2), readableNumber(shown.std, 2)));
    }
}

void DistributionsPanel::paintContent(QCPPainter& painter, const QRect& target)
{
    m_plot->paintInto(painter, target);
}

NumberTable DistributionsPanel::table(const FrameData& frame) const
{
    const LayerQuantity shown = quantity() == Z   ? LayerQuantity::Z
                                : quantity() == A ? LayerQuantity::A
                                                  : LayerQuantity::Delta;
    return distributionsTable(frame, shown);
}

} // namespace ui

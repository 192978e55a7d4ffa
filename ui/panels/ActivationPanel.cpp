// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/ActivationPanel.h"

#include "core/nn/Activation.h"
#include "ui/base/NumberText.h"
#include "ui/base/Words.h"
#include "ui/panels/FormulaLegend.h"
#include "ui/panels/PanelTables.h"
#include "ui/widgets/PlotView.h"

#include <QVBoxLayout>

#include <algorithm>
#include <cmath>
#include <limits>

namespace ui
{

namespace
{

/// How far the z axis goes to both sides: the data's 5 % … 95 % and the textbook's −5 … 5 are inside.
double wantedReach(const core::LayerStatistics* layer)
{
    double extent = 5;
    if (layer)
        for (const double quantile : {layer->z.quantiles.front(), layer->z.quantiles.back()})
            if (std::isfinite(quantile))
                extent = std::max(extent, std::abs(quantile));
    double reach = 5;
    for (int step = 0; reach < extent && step < 60; ++step)
        reach *= step % 3 == 1 ? 2.5 : 2;
    return reach;
}

const core::ActivationInfo* findActivation(const core::Choice& choice)
{
    return core::findRow(core::activationCatalogue(), choice.kind);
}

} // namespace

ActivationPanel::ActivationPanel(QWidget* parent)
    : Panel(parent)
    , m_plot(new PlotView)
    , m_otherFunctions(m_plot, m_plot->xAxis, m_plot->yAxis)
    , m_otherDerivatives(m_plot, m_plot->xAxis, m_plot->yAxis, ContenderLines::kThinner)
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_plot);

    m_curveRect = m_plot->axisRect();
    m_densityRect = new QCPAxisRect(m_plot);
    m_plot->plotLayout()->addElement(1, 0, m_densityRect);
    m_plot->plotLayout()->setRowStretchFactor(0, 2.6);
    m_plot->plotLayout()->setRowStretchFactor(1, 1);
    m_plot->plotLayout()->setRowSpacing(0);
    auto* margins = new QCPMarginGroup(m_plot);
    for (QCPAxisRect* rect : {m_curveRect, m_densityRect}) {
        rect->setMarginGroup(QCP::msLeft | QCP::msRight, margins);
        // One by one: axes() has them in another order every time, and figures would not be the same twice.
        for (const auto side : {QCPAxis::atLeft, QCPAxis::atBottom, QCPAxis::atRight, QCPAxis::atTop})
            rect->axis(side)->grid()->setLayer(QStringLiteral("grid"));
    }
    QCPAxis* densityZ = m_densityRect->axis(QCPAxis::atBottom);
    m_curveRect->axis(QCPAxis::atBottom)->setObjectName(QStringLiteral("activation.z"));
    m_curveRect->axis(QCPAxis::atLeft)->setObjectName(QStringLiteral("activation.f"));
    densityZ->setObjectName(QStringLiteral("activation.density z"));
    m_densityRect->setRangeDragAxes(densityZ, nullptr);
    m_densityRect->setRangeZoomAxes(densityZ, nullptr);
    m_plot->linkAxes(m_curveRect->axis(QCPAxis::atBottom), densityZ);
    addPlot(m_plot);
    for (const QCPAxis* axis : m_curveRect->axes())
        connect(axis, qOverload<const QCPRange&>(&QCPAxis::rangeChanged), this, &ActivationPanel::drawCurves);
    m_curveRect->axis(QCPAxis::atBottom)->setTickLabels(false);
    m_curveRect->setMinimumMargins(QMargins(4, 6, 8, 6));
    m_densityRect->setMinimumMargins(QMargins(4, 0, 8, 4));
    m_densityRect->axis(QCPAxis::atLeft)->setTicks(false);
    m_densityRect->axis(QCPAxis::atLeft)->grid()->setVisible(false);
    m_densityRect->axis(QCPAxis::atLeft)->setRange(0, 1.12);

    m_function = m_plot->addGraph();
    m_derivative = m_plot->addGraph();
    QCPAxis* densityKeys = m_densityRect->axis(QCPAxis::atBottom);
    QCPAxis* densityValues = m_densityRect->axis(QCPAxis::atLeft);
    m_density = m_plot->addGraph(densityKeys, densityValues);
    m_saturatedLow = m_plot->addGraph(densityKeys, densityValues);
    m_saturatedHigh = m_plot->addGraph(densityKeys, densityValues);
    for (std::size_t side = 0; side < m_tails.size(); ++side) {
        QCPAxisRect* rect = side < 2 ? m_curveRect : m_densityRect;
        auto* tail = new QCPItemRect(m_plot);
        tail->setLayer(QStringLiteral("background"));
        tail->setClipAxisRect(rect);
        tail->setPen(Qt::NoPen);
        for (QCPItemPosition* position : {tail->topLeft, tail->bottomRight}) {
            position->setAxisRect(rect);
            position->setAxes(rect->axis(QCPAxis::atBottom), rect->axis(QCPAxis::atLeft));
            position->setTypeX(QCPItemPosition::ptPlotCoords);
            position->setTypeY(QCPItemPosition::ptAxisRectRatio);
        }
        m_tails[side] = tail;
    }
    // The own curves stand in the head, with their formulas.
    for (QCPGraph* graph : {m_function, m_derivative, m_density, m_saturatedLow, m_saturatedHigh})
        graph->removeFromLegend();
    m_curveRect->insetLayout()->setInsetAlignment(0, Qt::AlignLeft | Qt::AlignTop);
    m_plot->legend->setFillOrder(QCPLegend::foColumnsFirst);
    m_emptyWord = new QCPItemText(m_plot);
    m_emptyWord->position->setAxisRect(m_densityRect);
    m_emptyWord->position->setType(QCPItemPosition::ptAxisRectRatio);
    m_emptyWord->position->setCoords(0.5, 0.5);
    m_emptyWord->setClipAxisRect(m_densityRect);
    m_emptyWord->setVisible(false);
    m_formulas = new FormulaLegend(m_plot);
    m_plot->plotLayout()->insertRow(0);
    m_plot->plotLayout()->addElement(0, 0, m_formulas);
    m_plot->plotLayout()->setRowStretchFactor(0, 0.001);
    setAccessibleName(title());
    setTheme(theme());
}

QString ActivationPanel::title() const
{
    return tr("Activation");
}

QString ActivationPanel::help() const
{
    return tr(
        "The activation function f and its derivative f′ over the pre-activation z. Below them: where z of the "
        "selected "
        "layer falls, over all its units and the samples of the probe set.\n\n"
        "On its way back every gradient is multiplied by f′(z). Where much of the data sits over a small f′, little "
        "gradient gets through. The tinted areas are the saturating tails: beyond them f′ stays below a tenth of its "
        "reference.\n\n"
        "Move a parameter's slider and the curve follows; click a layer in another card to look at its data.");
}

void ActivationPanel::setTheme(const Theme& newTheme)
{
    Panel::setTheme(newTheme);
    m_plot->setTheme(newTheme);
    m_function->setPen(QPen(newTheme.series[0], m_plot->curveWidth()));
    m_derivative->setPen(QPen(newTheme.series[1], m_plot->curveWidth(), Qt::SolidLine));
    m_formulas->setPens(m_function->pen(), m_derivative->pen());
    QColor tint = newTheme.notice;
    tint.setAlpha(newTheme.dark() ? 34 : 26);
    for (QCPItemRect* tail : m_tails)
        tail->setBrush(tint);
    m_emptyWord->setFont(m_plot->font());
    m_emptyWord->setColor(newTheme.mutedText);
    m_emptyWord->setText(tr("no finite z in this layer"));
    m_densityRect->axis(QCPAxis::atBottom)->setLabel(QStringLiteral("z"));
    m_densityRect->axis(QCPAxis::atLeft)->setLabel(tr("density"));
    m_curveRect->axis(QCPAxis::atLeft)->setLabel(QStringLiteral("f,  f′"));
    // An axis without ticks would draw its name at the very edge of the rect.
    m_densityRect->axis(QCPAxis::atLeft)->setLabelPadding(8);
    drawCurves(); // those of contenders have other colours now
}

void ActivationPanel::setPaper(double size)
{
    Panel::setPaper(size);
    m_plot->setTextSize(size, true);
    setTheme(theme());
}

void ActivationPanel::display(const FrameData& frame)
{
    const core::ActivationInfo* info = findActivation(frame.activation());
    if (!info) {
        m_plot->setMessage(tr("There is no activation of this name."));
        return;
    }
    m_plot->setMessage({});
    const core::LayerStatistics* layer = selectedLayer(frame);
    const double reach = wantedReach(layer);
    const bool areOthers = takeContenders(frame);
    showCurves(frame, reach, areOthers);
    showDensity(frame, reach);
    m_reach = reach;

    QString sentence = kindName(kActivationKind, info->id);
    if (const QString diverged = divergenceSentence(frame.snapshot); !diverged.isEmpty())
        sentence += QStringLiteral(" · ") + diverged;
    else if (!layer)
        sentence += QStringLiteral(" · ") + tr("no hidden layer");
    else if (info->tails != core::Tails::None || std::isfinite(m_saturationLower) || std::isfinite(m_saturationUpper))
        sentence += QStringLiteral(" · ") +
                    tr("layer %1: %2 of z saturated").arg(layer->index).arg(percentText(layer->saturatedFraction));
    else
        sentence += QStringLiteral(" · ") +
                    tr("layer %1: f′ = 0 at %2 of z").arg(layer->index).arg(percentText(layer->inactiveFraction));
    setSubtitle(sentence, frame.snapshot.divergence.has_value());
    m_plot->queueReplot();
}

void ActivationPanel::showDensity(const FrameData& frame, double reach)
{
    for (QCPGraph* graph : {m_density, m_saturatedLow, m_saturatedHigh})
        graph->data()->clear();
    const core::LayerStatistics* layer = selectedLayer(frame);
    m_emptyWord->setVisible(false);
    m_layer = layer ? layer->index : 0;
    if (!layer)
        return;
    const core::Histogram& histogram = layer->z.histogram;
    m_histogram = histogram;
    const std::uint32_t peak = *std::max_element(histogram.counts.begin(), histogram.counts.end());
    m_emptyWord->setVisible(peak == 0);
    if (peak == 0)
        return;
    const double width = (histogram.upper - histogram.lower) / core::Histogram::kBins;
    QVector<QCPGraphData> all;
    if (width <= 0) {
        // All z are one number: a needle is what there is to see.
        const double half = reach / 300;
        all = {{histogram.lower - half, 0}, {histogram.lower, 1}, {histogram.lower + half, 0}};
    } else {
        all.append({histogram.lower, 0});
        for (int bin = 0; bin < core::Histogram::kBins; ++bin)
            all.append({histogram.lower + (bin + 0.5) * width,
                        static_cast<double>(histogram.counts[static_cast<std::size_t>(bin)]) / peak});
        all.append({histogram.upper, 0});
    }
    const QCPRange seen = onPaper() ? m_densityRect->axis(QCPAxis::atBottom)->range() : QCPRange(-reach, reach);
    all.erase(std::remove_if(all.begin(), all.end(), [seen](const QCPGraphData& p) { return !seen.contains(p.key); }),
              all.end());
    if (all.isEmpty())
        return;
    // The parts in the tails are drawn over the whole, cut exactly where the tail begins.
    const auto valueAt = [&all](double key) {
        for (qsizetype i = 1; i < all.size(); ++i)
            if (all[i].key >= key) {
                const double t = (key - all[i - 1].key) / std::max(all[i].key - all[i - 1].key, 1e-300);
                return all[i - 1].value + t * (all[i].value - all[i - 1].value);
            }
        return 0.0;
    };
    QVector<QCPGraphData> low;
    QVector<QCPGraphData> high;
    for (const QCPGraphData& point : all) {
        if (point.key < m_saturationLower)
            low.append(point);
        if (point.key > m_saturationUpper)
            high.append(point);
    }
    if (!low.isEmpty() && all.last().key > m_saturationLower)
        low.append({m_saturationLower, valueAt(m_saturationLower)});
    if (!high.isEmpty() && all.first().key < m_saturationUpper)
        high.prepend({m_saturationUpper, valueAt(m_saturationUpper)});

    const QColor color = theme().layerColor(layer->index, static_cast<int>(frame.snapshot.layers.size()));
    QColor fill = color;
    fill.setAlpha(theme().dark() ? 150 : 140);
    m_density->setPen(QPen(color, m_plot->hairline()));
    m_density->setBrush(fill);
    m_density->data()->set(all, true);
    for (QCPGraph* graph : {m_saturatedLow, m_saturatedHigh}) {
        graph->setPen(QPen(theme().notice, m_plot->hairline()));
        graph->setBrush(mixed(theme().card, theme().notice, 0.6));
    }
    m_saturatedLow->data()->set(low, true);
    m_saturatedHigh->data()->set(high, true);
}

void ActivationPanel::paintContent(QCPPainter& painter, const QRect& target)
{
    m_plot->paintInto(painter, target);
}

NumberTable ActivationPanel::table(const FrameData& frame) const
{
    return activationTable(frame, wantedReach(selectedLayer(frame)));
}

} // namespace ui

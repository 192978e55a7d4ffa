// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/FactorsPanel.h"

#include "ui/base/NotANumber.h"
#include "ui/base/NumberText.h"
#include "ui/panels/HistorySeries.h"
#include "ui/panels/MomentMark.h"
#include "ui/panels/PanelTables.h"
#include "ui/widgets/PlotView.h"
#include "ui/widgets/SegmentedSwitch.h"

#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace ui
{

namespace
{

constexpr double kSmallestFactor = 1e-12; ///< a factor of 0 is drawn as a bar to the end of the axis
constexpr double kLayerGap = 0.24;        ///< between the bars of neighbouring layers

bool isDrawable(double value)
{
    return value > 0 && std::isfinite(value);
}

} // namespace

GainFactors gainFactors(const core::LayerStatistics& layer)
{
    GainFactors gain;
    gain.factors = {layer.normalizationFactor.value_or(kNaN), layer.backpropFactor.value_or(kNaN),
                    layer.skipFactor.value_or(kNaN), layer.derivativeFactor.value_or(kNaN)};
    for (const double factor : gain.factors)
        gain.gain *= factor;
    return gain;
}

FactorsPanel::FactorsPanel(QWidget* parent)
    : Panel(parent)
    , m_plot(new PlotView)
{
    SegmentedSwitch* drawings = addSwitch(QStringLiteral("drawing"), tr("Drawing"), {tr("layers"), tr("steps")});
    drawings->setChoiceToolTip(Layers, tr("Every layer at this moment"));
    drawings->setChoiceToolTip(Steps, tr("The layer that is looked at, over the steps"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_plot);
    m_plot->xAxis->setObjectName(QStringLiteral("factors.key"));
    m_plot->yAxis->setObjectName(QStringLiteral("factors.value"));
    m_plot->yAxis->setScaleType(QCPAxis::stLogarithmic);
    m_plot->yAxis->setTicker(QSharedPointer<QCPAxisTickerLog>::create());
    m_plot->yAxis->setNumberFormat(QStringLiteral("gb"));
    m_plot->yAxis->setNumberPrecision(4);
    for (QCPBars*& bars : m_bars) {
        bars = new QCPBars(m_plot->xAxis, m_plot->yAxis);
        bars->setBaseValue(1);
        bars->setAntialiased(false);
    }
    for (QCPGraph*& line : m_lines) {
        line = m_plot->addGraph();
        line->removeFromLegend();
    }
    m_one = m_plot->addGraph();
    m_one->removeFromLegend();
    m_gain = m_plot->addGraph();
    m_plot->placeLegendAbove();
    m_moment = new MomentMark(m_plot, m_plot->axisRect());
    m_plot->setCursor(Qt::PointingHandCursor);
    addPlot(m_plot);
    connect(m_plot, &PlotView::clicked, this, [this](const QPoint& place) {
        if (const int layer = readAt(m_plot, place).layer; layer > 0)
            emit layerPicked(layer);
    });
    setAccessibleName(title());
    setTheme(theme());
}

QString FactorsPanel::title() const
{
    return tr("Gain factors");
}

QString FactorsPanel::help() const
{
    return tr("What each layer multiplies the gradient with on its way back, and which part of the layer does it. All "
              "numbers are ratios of root mean squares over units and samples.\n\n"
              "weights: what the weights of the layer above bring down. derivative: what f′(z) leaves of it. "
              "normalization and skip: the same for a normalization and a skip connection, where there are any. The "
              "dark dots are their product, the gain of the layer.\n\n"
              "Bars that hang from 1 take gradient away, bars that stand on 1 add to it. The product of all gains but "
              "the last layer's is the delta ratio: so one sees whether the weights or the activation kill the "
              "gradient.");
}

QString FactorsPanel::factorName(int factor) const
{
    switch (factor) {
    case GainFactors::Normalization:
        return tr("normalization");
    case GainFactors::Weights:
        return tr("weights");
    case GainFactors::Skip:
        return tr("skip");
    default:
        return tr("derivative f′");
    }
}

void FactorsPanel::setTheme(const Theme& newTheme)
{
    Panel::setTheme(newTheme);
    m_plot->setTheme(newTheme);
    // The two that are always there have the colours that are told apart best.
    const std::array<QColor, GainFactors::kFactors> colors{newTheme.series[2], newTheme.series[0], newTheme.series[3],
                                                           newTheme.series[1]};
    for (std::size_t factor = 0; factor < m_bars.size(); ++factor) {
        m_bars[factor]->setPen(Qt::NoPen);
        m_bars[factor]->setBrush(colors[factor]);
        m_bars[factor]->setName(factorName(static_cast<int>(factor)));
        m_lines[factor]->setPen(QPen(colors[factor], m_plot->curveWidth()));
    }
    m_gain->setName(tr("gain"));
    m_gain->setPen(QPen(newTheme.text, m_plot->curveWidth()));
    m_one->setPen(QPen(newTheme.axis, m_plot->hairline()));
    m_plot->yAxis->setLabel(tr("factor"));
    m_moment->restyle();
}

void FactorsPanel::setPaper(double size)
{
    Panel::setPaper(size);
    m_plot->setTextSize(size, true);
    setTheme(theme());
}

bool FactorsPanel::occurs(int factor) const
{
    if (factor == GainFactors::Weights || factor == GainFactors::Derivative)
        return true;
    return std::any_of(m_layers.begin(), m_layers.end(), [factor](const GainFactors& layer) {
        return layer.factors[static_cast<std::size_t>(factor)] != 1;
    });
}

void FactorsPanel::display(const FrameData& frame)
{
    m_selected = frame.selectedLayer;
    m_layers.clear();
    for (const core::LayerStatistics& layer : frame.snapshot.layers)
        m_layers.push_back(gainFactors(layer));
    m_steps.clear();
    m_past.clear();
    describe(frame);
    const bool hasGradient = std::any_of(m_layers.begin(), m_layers.end(), [](const GainFactors& layer) {
        return std::isfinite(layer.gain) || std::isfinite(layer.factors[GainFactors::Weights]);
    });
    if (!hasGradient) {
        m_plot->setMessage(m_layers.empty() ? tr("No hidden layer: there is no way back to look at.")
                                            : tr("No gradient comes back to any layer."));
        m_plot->queueReplot();
        return;
    }
    m_plot->setMessage({});
    const bool overSteps = drawing() == Steps;
    for (int factor = 0; factor < GainFactors::kFactors; ++factor) {
        const auto index = static_cast<std::size_t>(factor);
        m_bars[index]->setVisible(!overSteps && occurs(factor));
        m_lines[index]->setVisible(overSteps && occurs(factor));
        if (occurs(factor))
            m_bars[index]->addToLegend();
        else
            m_bars[index]->removeFromLegend();
    }
    if (overSteps)
        showSteps(frame);
    else
        showLayers();
    m_moment->show(overSteps ? frame.cursor : std::nullopt);
    m_plot->queueReplot();
}

void FactorsPanel::showLayers()
{
    int groups = 0;
    for (int factor = 0; factor < GainFactors::kFactors; ++factor)
        groups += occurs(factor) ? 1 : 0;
    const double width = (1 - kLayerGap) / groups;
    double lower = 1;
    double upper = 1;
    const auto extend = [&](double value) {
        if (!isDrawable(value))
            return;
        lower = std::min(lower, value);
        upper = std::max(upper, value);
    };
    const auto depth = static_cast<int>(m_layers.size());
    int group = 0;
    for (int factor = 0; factor < GainFactors::kFactors; ++factor) {
        if (!occurs(factor))
            continue;
        const auto index = static_cast<std::size_t>(factor);
        QVector<double> keys;
        QVector<double> values;
        for (int layer = 1; layer <= depth; ++layer) {
            const double value = m_layers[static_cast<std::size_t>(layer - 1)].factors[index];
            keys << layer - (1 - kLayerGap) / 2 + (group + 0.5) * width;
            // A bar of QCustomPlot is given its height above its base.
            values << (value == 0 ? kSmallestFactor : std::isfinite(value) ? value : kNaN) - 1;
            extend(value);
        }
        m_bars[index]->setWidth(width * (depth <= 24 ? 0.94 : 1));
        m_bars[index]->setData(keys, values, true);
        ++group;
    }
    QVector<QCPGraphData> gains;
    for (int layer = 1; layer <= depth; ++layer) {
        const double gain = m_layers[static_cast<std::size_t>(layer - 1)].gain;
        gains.append({static_cast<double>(layer), isDrawable(gain) ? gain : kNaN});
        extend(gain);
    }
    m_gain->data()->set(gains, true);
    m_gain->setLineStyle(depth <= 24 ? QCPGraph::lsNone : QCPGraph::lsLine);
    m_gain->setScatterStyle(depth <= 24 ? QCPScatterStyle(QCPScatterStyle::ssCircle,
                                                          QPen(theme().card, 1.5 * m_plot->hairline()),
                                                          QBrush(theme().text), std::max(6.0, textSize() * 0.62))
                                        : QCPScatterStyle());
    m_one->data()->set({{0, 1}, {depth + 1.0, 1}}, true);
    m_plot->xAxis->setTicker(layerTicker(depth));
    m_plot->xAxis->setLabel(tr("layer"));
    m_plot->setFollowedRange(m_plot->xAxis, {0.4, depth + 0.6});
    scale(lower, upper);
}

void FactorsPanel::showSteps(const FrameData& frame)
{
    const auto layer = static_cast<std::size_t>(std::max(m_selected, 1) - 1);
    const auto take = [&](const core::Snapshot& moment) {
        if (layer >= moment.layers.size() || (!m_steps.empty() && static_cast<double>(moment.step) <= m_steps.back()))
            return;
        m_steps.push_back(static_cast<double>(moment.step));
        m_past.push_back(gainFactors(moment.layers[layer]));
    };
    if (frame.moments)
        for (std::size_t at = 0; at < frame.moments->size(); ++at)
            take(frame.moments->at(at));
    take(frame.snapshot);
    double lower = 1;
    double upper = 1;
    const auto draw = [&](QCPGraph* line, const auto& valueOf) {
        QVector<QCPGraphData> points;
        for (std::size_t at = 0; at < m_past.size(); ++at) {
            const double value = valueOf(m_past[at]);
            points.append({m_steps[at], isDrawable(value) ? value : kNaN});
            if (isDrawable(value)) {
                lower = std::min(lower, value);
                upper = std::max(upper, value);
            }
        }
        line->data()->set(points, true);
    };
    for (std::size_t factor = 0; factor < m_lines.size(); ++factor)
        if (occurs(static_cast<int>(factor)))
            draw(m_lines[factor], [factor](const GainFactors& past) { return past.factors[factor]; });
    draw(m_gain, [](const GainFactors& past) { return past.gain; });
    m_gain->setLineStyle(QCPGraph::lsLine);
    m_gain->setScatterStyle(QCPScatterStyle());
    const double last = std::max(m_steps.back(), 1.0);
    m_one->data()->set({{0, 1}, {last, 1}}, true);
    m_plot->xAxis->setTicker(QSharedPointer<QCPAxisTicker>::create());
    m_plot->xAxis->setLabel(tr("step"));
    m_plot->setFollowedRange(m_plot->xAxis, {0, stepsShown(last, frame.snapshot.divergence.has_value())});
    scale(lower, upper);
}

void FactorsPanel::scale(double lower, double upper)
{
    // Half decades, so that factors near 1 fill the picture.
    const auto rounded = [](double value, double way) {
        return std::pow(10, way * std::ceil(2 * (way * std::log10(value) + 0.04)) / 2);
    };
    m_plot->setFollowedRange(m_plot->yAxis, {rounded(std::max(lower, kSmallestFactor), -1), rounded(upper, 1)});
}

void FactorsPanel::describe(const FrameData& frame)
{
    if (const QString diverged = divergenceSentence(frame.snapshot); !diverged.isEmpty()) {
        setSubtitle(diverged, true);
        return;
    }
    if (m_layers.empty() || m_selected < 1 || m_selected > static_cast<int>(m_layers.size())) {
        setSubtitle(tr("no hidden layer"));
        return;
    }
    const GainFactors& layer = m_layers[static_cast<std::size_t>(m_selected - 1)];
    QStringList parts;
    for (int factor = 0; factor < GainFactors::kFactors; ++factor)
        if (occurs(factor))
            parts << QStringLiteral("%1 %2").arg(factorName(factor),
                                                 readableNumber(layer.factors[static_cast<std::size_t>(factor)], 2));
    setSubtitle(tr("layer %1: %2 = gain %3")
                    .arg(m_selected)
                    .arg(parts.join(QStringLiteral(" · ")), readableNumber(layer.gain, 2)));
}

void FactorsPanel::paintContent(QCPPainter& painter, const QRect& target)
{
    m_plot->paintInto(painter, target);
}

NumberTable FactorsPanel::table(const FrameData& frame) const
{
    return drawing() == Steps ? factorsOverTimeTable(frame) : factorsTable(frame);
}

} // namespace ui

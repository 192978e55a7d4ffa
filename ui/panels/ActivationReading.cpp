// SPDX-License-Identifier: GPL-3.0-or-later
// The part of ActivationPanel that reads: f, f′ and the data at a z, the sentence, the explanation.
#include "ui/base/NotANumber.h"
#include "ui/base/NumberText.h"
#include "ui/base/Words.h"
#include "ui/panels/ActivationPanel.h"
#include "ui/panels/Explanation.h"
#include "ui/panels/FormulaLegend.h"
#include "ui/widgets/PlotView.h"

#include <algorithm>
#include <cmath>

namespace ui
{

namespace
{

struct Values {
    double f = 0;
    double df = 0;
};

Values valuesAt(const core::ActivationFunction& activation, double z)
{
    const auto x = static_cast<core::Scalar>(z);
    core::Scalar f = 0;
    core::Scalar df = 0;
    activation.evaluate({&x, 1}, {&f, 1}, {&df, 1});
    return {static_cast<double>(f), static_cast<double>(df)};
}

} // namespace

double ActivationPanel::shareLeftOf(double z) const
{
    double left = m_histogram.underflow;
    const double total = m_histogram.total();
    const double width = (m_histogram.upper - m_histogram.lower) / core::Histogram::kBins;
    for (int bin = 0; bin < core::Histogram::kBins; ++bin) {
        const std::uint32_t count = m_histogram.counts[static_cast<std::size_t>(bin)];
        const double lower = m_histogram.lower + bin * width;
        const double part = width > 0 ? std::clamp((z - lower) / width, 0.0, 1.0) : z > lower ? 1.0 : 0.0;
        left += part * count;
    }
    if (z >= m_histogram.upper && m_histogram.overflow == 0)
        return total > 0 ? 1 : kNaN;
    return left / total;
}

Readout ActivationPanel::readoutAt(double z) const
{
    if (!m_activation)
        return {};
    const Values at = valuesAt(*m_activation, z);
    Readout readout;
    readout.heading = QStringLiteral("z = ") + readableNumber(z);
    readout.rows.push_back({QStringLiteral("f(z)"), readableNumber(at.f), m_function->pen().color()});
    readout.rows.push_back({QStringLiteral("f′(z)"), readableNumber(at.df), m_derivative->pen().color()});
    if (m_layer > 0)
        readout.rows.push_back({tr("layer %1, left of here").arg(m_layer), percentText(shareLeftOf(z))});
    return readout;
}

Pointer ActivationPanel::readAt(QWidget* /*picture*/, const QPointF& place)
{
    if (!m_plot->message().isEmpty() || !m_activation || place.x() < m_curveRect->left() ||
        place.x() > m_curveRect->right())
        return {};
    const double z = m_curveRect->axis(QCPAxis::atBottom)->pixelToCoord(place.x());
    const Values at = valuesAt(*m_activation, z);
    Crosshair crosshair;
    crosshair.rects = {m_curveRect, m_densityRect};
    crosshair.key = z;
    crosshair.marks = {{m_curveRect, z, at.f, m_function->pen().color()},
                       {m_curveRect, z, at.df, m_derivative->pen().color()}};
    crosshair.place = place;
    crosshair.readout = readoutAt(z);
    setReading(crosshair.readout);
    m_plot->setCrosshair(std::move(crosshair));
    return {};
}

QString ActivationPanel::describeFrame(const FrameData& frame) const
{
    if (const QString diverged = divergenceSentence(frame.snapshot); !diverged.isEmpty())
        return diverged;
    const core::ActivationInfo* info = core::findRow(core::activationCatalogue(), frame.activation().kind);
    const core::LayerStatistics* layer = selectedLayer(frame);
    const QString name = info ? kindName(kActivationKind, info->id) : QString();
    if (!layer)
        return tr("%1; there is no hidden layer.").arg(name);
    return tr("%1; z of layer %2 has mean %3 and standard deviation %4, %5 of it saturated, f′ = 0 at %6.")
        .arg(name)
        .arg(layer->index)
        .arg(spokenNumber(layer->z.mean), spokenNumber(layer->z.std), percentText(layer->saturatedFraction),
             percentText(layer->inactiveFraction));
}

/// What was found of a typed function on [−50, 50].
QStringList ActivationPanel::foundFacts(const core::ExpressionAnalysis& found)
{
    const auto interval = [](const core::Interval& each) {
        return tr("%1 … %2").arg(readableNumber(each.lower), readableNumber(each.upper));
    };
    const auto intervals = [&](const std::vector<core::Interval>& all) {
        QStringList texts;
        for (const core::Interval& each : all)
            texts << interval(each);
        return texts.join(QStringLiteral(", "));
    };
    QStringList facts{tr("found numerically for z from −50 to 50"), tr("range: %1").arg(interval(found.range)),
                      found.monotone ? tr("monotone") : tr("not monotone")};
    QStringList kinks;
    for (const double kink : found.kinks)
        kinks << readableNumber(kink);
    if (!kinks.empty())
        facts << tr("f′ jumps at z = %1").arg(kinks.join(QStringLiteral(", ")));
    if (found.hasLeftTail())
        facts << tr("saturates left of z = %1").arg(readableNumber(found.betweenTails.lower));
    if (found.hasRightTail())
        facts << tr("saturates right of z = %1").arg(readableNumber(found.betweenTails.upper));
    if (!found.deadZones.empty())
        facts << tr("f′ is exactly 0 for z in %1").arg(intervals(found.deadZones));
    if (!found.notFinite.empty())
        facts << tr("f or f′ is no finite number for z in %1").arg(intervals(found.notFinite));
    return facts;
}

QString ActivationPanel::saturationText() const
{
    const QString left = QStringLiteral("<i>z</i> &lt; %1").arg(readableNumber(m_saturationLower));
    const QString right = QStringLiteral("<i>z</i> &gt; %1").arg(readableNumber(m_saturationUpper));
    if (std::isfinite(m_saturationLower) && std::isfinite(m_saturationUpper))
        return tr("%1 or %2", "two inequalities").arg(left, right);
    return std::isfinite(m_saturationLower) ? left : std::isfinite(m_saturationUpper) ? right : QString();
}

QString ActivationPanel::explanation(const FrameData& frame) const
{
    Explanation text;
    text.say(help());
    text.hands();
    const core::ActivationInfo* info = core::findRow(core::activationCatalogue(), frame.activation().kind);
    if (!info || !m_activation)
        return text.html();
    text.heading(kindName(kActivationKind, info->id));
    QStringList facts;
    if (const core::ExpressionAnalysis* found = m_activation->analysis()) {
        text.formula(
            Formula(fromCore(core::expressionOf(frame.activation())), {{QStringLiteral("x"), QStringLiteral("z")}})
                .defining(QStringLiteral("f"))
                .html());
        facts << foundFacts(*found);
    } else {
        text.formula(Formula(fromCore(info->formula)).defining(QStringLiteral("f")).html());
        text.formula(Formula(fromCore(info->derivative)).defining(QStringLiteral("f′")).html());
        facts << tr("range: %1").arg(fromCore(info->range));
    }
    if (!info->kinks.empty())
        facts << tr("f′ jumps at z = %1").arg(catalogueText(info->kinks));
    if (!info->vanishing.empty())
        facts << tr("f′ is 0 or fades where %1").arg(catalogueText(info->vanishing));
    facts << tr("usual initializer: %1").arg(kindName("initializer.kind", info->initializer));
    if (!info->pytorch.empty())
        facts << tr("in PyTorch: %1").arg(fromCore(info->pytorch));
    text.list(facts);
    if (const core::LayerStatistics* layer = selectedLayer(frame)) {
        text.heading(tr("Layer %1 at step %2").arg(layer->index).arg(countText(frame.snapshot.step)));
        const Values atMean = valuesAt(*m_activation, layer->z.mean);
        text.formula(tr("at the mean of <i>z</i>: <i>f</i>(%1) = <b>%2</b>, <i>f</i> ′(%1) = <b>%3</b>")
                         .arg(readableNumber(layer->z.mean), readableNumber(atMean.f), readableNumber(atMean.df)));
        if (const QString where = saturationText(); !where.isEmpty())
            text.formula(
                tr("saturated, %1: <b>%2</b>").arg(where, percentText(layer->saturatedFraction).toHtmlEscaped()));
        text.formula(tr("share of values with <i>f</i> ′(<i>z</i>) = 0: <b>%1</b>")
                         .arg(percentText(layer->inactiveFraction).toHtmlEscaped()));
        if (layer->derivativeFactor)
            text.formula(tr("factor of <i>f</i> ′ on the way back: rms ∂<i>z</i> / rms ∂<i>a</i> = <b>%1</b>")
                             .arg(readableNumber(layer->derivativeFactor)));
    }
    text.healthy({tr("Most of the data lies where f′ is near 1, little of it over the tails: 25 % saturated values in "
                     "a layer deserve a notice, 50 % an alarm."),
                  tr("The factor of f′ stays near 1. The sigmoid's is at most 1/4, so deep sigmoid networks lose their "
                     "gradient.")});
    QStringList papers;
    if (info->paper.size() > 3)
        papers << fromCore(info->paper);
    papers << tr("Glorot, Bengio: Understanding the Difficulty of Training Deep Feedforward Neural Networks (2010)");
    text.published(papers);
    return text.html();
}

} // namespace ui

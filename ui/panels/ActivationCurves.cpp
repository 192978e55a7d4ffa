// SPDX-License-Identifier: GPL-3.0-or-later
// The part of ActivationPanel that draws f and f′, as fine as one looks at them, and typesets their formulas.
#include "ui/base/NotANumber.h"
#include "ui/base/NumberText.h"
#include "ui/base/Words.h"
#include "ui/panels/ActivationPanel.h"
#include "ui/panels/FormulaLegend.h"
#include "ui/panels/PanelTables.h"
#include "ui/widgets/PlotView.h"

#include <algorithm>
#include <cmath>

namespace ui
{

namespace
{

/// With the slope that the layer has learned, where it learns one; `slope` is NaN where it does not.
core::ActivationFunction asLearned(const core::Choice& choice, const core::LayerStatistics* layer, double& slope)
{
    core::ActivationFunction activation(choice);
    slope = kNaN;
    if (!activation.info().slopeIsLearned)
        return activation;
    const bool learning = layer && layer->learnedSlope && layer->activationChoice.kind == choice.kind;
    slope = learning ? *layer->learnedSlope : activation.parameter(0);
    return activation.withLearnedSlope(static_cast<core::Scalar>(slope));
}

} // namespace

bool ActivationPanel::takeContenders(const FrameData& frame)
{
    std::vector<Other> others;
    for (const Contender& contender : frame.contenders) {
        const core::Choice& choice = contender.activation(frame.selectedLayer);
        const auto index = static_cast<std::size_t>(std::max(frame.selectedLayer, 1) - 1);
        const bool hasLayer = contender.snapshot && index < contender.snapshot->layers.size();
        double slope = 0;
        core::ActivationFunction function =
            asLearned(choice, hasLayer ? &contender.snapshot->layers[index] : nullptr, slope);
        others.push_back({choice, slope, std::move(function), contender});
    }
    const bool same = std::equal(
        others.begin(), others.end(), m_others.begin(), m_others.end(), [](const Other& one, const Other& other) {
            return one.choice == other.choice && sameNumber(one.slope, other.slope) &&
                   one.contender.place == other.contender.place && one.contender.label == other.contender.label;
        });
    m_others = std::move(others);
    m_plot->legend->setVisible(!m_others.empty());
    return !same;
}

void ActivationPanel::showCurves(const FrameData& frame, double reach, bool areOthers)
{
    const core::Choice& choice = frame.activation();
    double slope = 0;
    const core::ActivationFunction activation = asLearned(choice, selectedLayer(frame), slope);
    if (!areOthers && choice == m_drawnChoice && sameNumber(slope, m_drawnSlope) && reach == m_reach &&
        !m_function->data()->isEmpty())
        return;
    m_drawnChoice = choice;
    m_drawnSlope = slope;
    m_activation = activation;
    showFormulas();
    const core::SaturationRange tails = activation.saturationRange();
    m_saturationLower = tails.lower;
    m_saturationUpper = tails.upper;

    double lower = 0;
    double upper = 1;
    const auto widen = [&](const core::ActivationFunction& function) {
        const Curves whole = curvesOver(function, {-reach, reach});
        for (const std::vector<core::Scalar>* curve : {&whole.f, &whole.df})
            for (const core::Scalar value : *curve)
                if (std::isfinite(value)) {
                    lower = std::min(lower, static_cast<double>(value));
                    upper = std::max(upper, static_cast<double>(value));
                }
    };
    widen(*m_activation);
    for (const Other& other : m_others)
        widen(other.function);
    // What grows faster than z may leave the picture.
    lower = std::max(lower, -reach);
    upper = std::min(upper, std::max(1.0, reach));
    const double air = 0.06 * (upper - lower);
    m_plot->setFollowedRange(m_curveRect->axis(QCPAxis::atLeft), {lower - air, upper + air});
    for (QCPAxisRect* rect : {m_curveRect, m_densityRect})
        m_plot->setFollowedRange(rect->axis(QCPAxis::atBottom), {-reach, reach});
    drawCurves();
}

void ActivationPanel::showFormulas()
{
    const core::ActivationInfo& info = m_activation->info();
    QMap<QString, QString> values;
    for (std::size_t at = 0; at < info.parameters.size(); ++at)
        values.insert(fromCore(info.parameters[at].name), readableNumber(m_activation->parameter(at)));
    if (info.slopeIsLearned)
        values.insert(QStringLiteral("slope"), readableNumber(m_drawnSlope));
    if (info.isTyped) {
        values.insert(QStringLiteral("x"), QStringLiteral("z"));
        m_formulas->setFormulas(
            Formula(fromCore(core::expressionOf(m_drawnChoice)), values).defining(QStringLiteral("f")),
            Formula().defining(QStringLiteral("f′")));
        return;
    }
    m_formulas->setFormulas(Formula(fromCore(info.formula), values).defining(QStringLiteral("f")),
                            Formula(fromCore(info.derivative), values).defining(QStringLiteral("f′")));
}

ActivationPanel::Curves ActivationPanel::curvesOver(const core::ActivationFunction& activation, const QCPRange& range)
{
    Curves curves;
    for (std::vector<core::Scalar>* values : {&curves.z, &curves.f, &curves.df})
        values->resize(kCurvePoints);
    for (int i = 0; i < kCurvePoints; ++i)
        curves.z[static_cast<std::size_t>(i)] =
            static_cast<core::Scalar>(range.lower + range.size() * i / (kCurvePoints - 1));
    activation.evaluate(curves.z, curves.f, curves.df);
    return curves;
}

void ActivationPanel::drawCurves()
{
    if (!m_activation)
        return;
    // As fine as the picture, however far one has zoomed in.
    const QCPRange keys = m_curveRect->axis(QCPAxis::atBottom)->range();
    const QCPRange values = m_curveRect->axis(QCPAxis::atLeft)->range();
    // Not every format clips: what is outside is not drawn at all.
    const auto points = [&](const std::vector<core::Scalar>& z, const std::vector<core::Scalar>& curve) {
        QVector<QCPGraphData> drawn(kCurvePoints);
        for (int i = 0; i < kCurvePoints; ++i) {
            const auto value = static_cast<double>(curve[static_cast<std::size_t>(i)]);
            drawn[i] = {static_cast<double>(z[static_cast<std::size_t>(i)]), values.contains(value) ? value : kNaN};
        }
        return drawn;
    };
    const Curves curves = curvesOver(*m_activation, keys);
    m_function->data()->set(points(curves.z, curves.f), true);
    m_derivative->data()->set(points(curves.z, curves.df), true);
    std::vector<Contender> contenders;
    std::vector<Curves> others;
    for (const Other& other : m_others) {
        contenders.push_back(other.contender);
        others.push_back(curvesOver(other.function, keys));
    }
    const auto curvesOf = [&](const Contender& contender) -> const Curves& {
        return others[static_cast<std::size_t>(&contender - contenders.data())];
    };
    m_otherFunctions.show(contenders, QStringLiteral("%1"), [&](const Contender& contender) {
        return points(curvesOf(contender).z, curvesOf(contender).f);
    });
    m_otherDerivatives.show(contenders, {}, [&](const Contender& contender) {
        return points(curvesOf(contender).z, curvesOf(contender).df);
    });
    shadeTails(keys);
}

void ActivationPanel::shadeTails(const QCPRange& keys)
{
    for (std::size_t side = 0; side < m_tails.size(); ++side) {
        const bool left = side % 2 == 0;
        const double border = left ? m_saturationLower : m_saturationUpper;
        QCPItemRect* tail = m_tails[side];
        tail->setVisible(left ? border > keys.lower : border < keys.upper);
        if (!tail->visible())
            continue;
        tail->topLeft->setCoords(left ? keys.lower : std::max(border, keys.lower), 0);
        tail->bottomRight->setCoords(left ? std::min(border, keys.upper) : keys.upper, 1);
    }
}

} // namespace ui

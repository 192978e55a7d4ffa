// SPDX-License-Identifier: GPL-3.0-or-later
// The part of ActivationPanel that draws f and f′, as fine as one looks at them, and typesets their formulas.
#include "ui/base/NumberText.h"
#include "ui/base/Words.h"
#include "ui/panels/ActivationPanel.h"
#include "ui/panels/FormulaLegend.h"
#include "ui/widgets/PlotView.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace ui
{

namespace
{

constexpr int kCurvePoints = 401; // odd: z = 0 is among them

} // namespace

void ActivationPanel::showCurves(const FrameData& frame, double reach)
{
    const core::Choice& choice = frame.activation();
    const core::LayerStatistics* layer = selectedLayer(frame);
    core::ActivationFunction activation(choice);
    double slope = std::numeric_limits<double>::quiet_NaN();
    if (activation.info().slopeIsLearned) {
        const bool learning = layer && layer->learnedSlope && layer->activationChoice.kind == choice.kind;
        slope = learning ? *layer->learnedSlope : activation.parameter(0);
        activation = activation.withLearnedSlope(static_cast<core::Scalar>(slope));
    }
    const bool sameSlope = slope == m_drawnSlope || (std::isnan(slope) && std::isnan(m_drawnSlope));
    if (choice == m_drawnChoice && sameSlope && reach == m_reach && !m_function->data()->isEmpty())
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
    const Curves whole = curvesOver({-reach, reach});
    for (const std::vector<core::Scalar>* curve : {&whole.f, &whole.df})
        for (const core::Scalar value : *curve)
            if (std::isfinite(value)) {
                lower = std::min(lower, static_cast<double>(value));
                upper = std::max(upper, static_cast<double>(value));
            }
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

ActivationPanel::Curves ActivationPanel::curvesOver(const QCPRange& range) const
{
    Curves curves;
    for (std::vector<core::Scalar>* values : {&curves.z, &curves.f, &curves.df})
        values->resize(kCurvePoints);
    for (int i = 0; i < kCurvePoints; ++i)
        curves.z[static_cast<std::size_t>(i)] =
            static_cast<core::Scalar>(range.lower + range.size() * i / (kCurvePoints - 1));
    m_activation->evaluate(curves.z, curves.f, curves.df);
    return curves;
}

void ActivationPanel::drawCurves()
{
    if (!m_activation)
        return;
    // As fine as the picture, however far one has zoomed in.
    const QCPRange keys = m_curveRect->axis(QCPAxis::atBottom)->range();
    const QCPRange values = m_curveRect->axis(QCPAxis::atLeft)->range();
    const Curves curves = curvesOver(keys);
    // Not every format clips: what is outside is not drawn at all.
    const auto points = [&](const std::vector<core::Scalar>& curve) {
        QVector<QCPGraphData> drawn(kCurvePoints);
        for (int i = 0; i < kCurvePoints; ++i) {
            const auto value = static_cast<double>(curve[static_cast<std::size_t>(i)]);
            drawn[i] = {static_cast<double>(curves.z[static_cast<std::size_t>(i)]),
                        values.contains(value) ? value : std::numeric_limits<double>::quiet_NaN()};
        }
        return drawn;
    };
    m_function->data()->set(points(curves.f), true);
    m_derivative->data()->set(points(curves.df), true);
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

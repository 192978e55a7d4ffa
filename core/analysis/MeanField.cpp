// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/MeanField.h"

#include "core/analysis/GaussianMoments.h"
#include "core/analysis/VarianceLimit.h"
#include "core/nn/Initializer.h"
#include "core/nn/Loss.h"
#include "core/nn/layers/Dropout.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>
#include <limits>

namespace core
{

namespace
{

constexpr double kCritical = 1e-3; ///< |chi_star − 1| up to which a network counts as critical

struct ReasonRow {
    TheoryReason reason;
    std::string_view id;
};
constexpr std::array kReasons{
    ReasonRow{TheoryReason::NoHiddenLayer, "no_hidden_layer"},
    ReasonRow{TheoryReason::Dropout, "dropout"},
    ReasonRow{TheoryReason::Residual, "residual"},
    ReasonRow{TheoryReason::Normalization, "normalization"},
    ReasonRow{TheoryReason::Initializer, "initializer"},
    ReasonRow{TheoryReason::Integral, "integral"},
    ReasonRow{TheoryReason::EveryQIsFixed, "every_q_is_fixed"},
    ReasonRow{TheoryReason::LayersDiffer, "layers_differ"},
};

void addReason(Theory& theory, TheoryReason reason)
{
    if (std::find(theory.reasons.begin(), theory.reasons.end(), reason) == theory.reasons.end())
        theory.reasons.push_back(reason);
}

class NetworkTheory
{
public:
    NetworkTheory(const ExperimentConfig& config, const DataShape& shape)
        : m_network(config.network)
        , m_initializer(config.initializer)
        , m_weights(*findRow(initializerCatalogue(), config.initializer.weights.kind))
        , m_inputs(static_cast<double>(shape.inputs))
        , m_outputs(
              static_cast<double>(outputCount(LossFunction(config.loss, shape.classification).info(), shape.classes)))
        , m_depth(static_cast<std::size_t>(config.network.depth))
    {
        for (std::size_t l = 0; l < m_depth; ++l)
            m_activations.emplace_back(m_network.activationOf(l));
    }

    Theory theory(double inputSquare)
    {
        Theory result;
        result.layers.resize(m_depth);
        for (std::size_t l = 0; l < m_depth; ++l)
            result.layers[l].index = static_cast<int>(l) + 1;
        if (const std::optional<TheoryReason> reason = whyNot()) {
            result.reasons = {*reason};
            return result;
        }
        goForth(inputSquare, result);
        goBack(result);
        findLimit(result);
        return result;
    }

    [[nodiscard]] std::optional<Variances> standing() const
    {
        if (whyNot() || isNormalized(0) || !isUniform())
            return std::nullopt;
        return Variances{units(0) * weightVariance(units(0), units(0)), m_initializer.biasStd * m_initializer.biasStd};
    }

private:
    [[nodiscard]] bool isUniform() const
    {
        for (std::size_t l = 1; l < m_depth; ++l)
            if (!areAlike(l - 1, l))
                return false;
        return true;
    }
    /// Why theory does not apply at all.
    [[nodiscard]] std::optional<TheoryReason> whyNot() const
    {
        if (m_depth == 0)
            return TheoryReason::NoHiddenLayer;
        if (!m_weights.isRandom || m_weights.scaledByData || !m_weights.isCentered)
            return TheoryReason::Initializer;
        for (std::size_t l = 0; l < m_depth; ++l) {
            if (Dropout(m_network.dropoutOf(l), {}).isActive(Mode::Training))
                return TheoryReason::Dropout;
            if (m_network.residualOf(l) != "none")
                return TheoryReason::Residual;
            if (m_network.normalizationOf(l).kind != "none" && !isNormalized(l))
                return TheoryReason::Normalization;
        }
        return std::nullopt;
    }

    /// By batch normalisation, which the output layer never is.
    [[nodiscard]] bool isNormalized(std::size_t layer) const
    {
        return layer < m_depth && m_network.normalizationOf(layer).kind == "batch";
    }
    [[nodiscard]] bool areAlike(std::size_t one, std::size_t other) const
    {
        return m_network.activationOf(one) == m_network.activationOf(other) &&
               m_network.unitsOf(one) == m_network.unitsOf(other) && isNormalized(one) == isNormalized(other);
    }
    /// Of a layer, or of the output.
    [[nodiscard]] double units(std::size_t layer) const
    {
        return layer < m_depth ? static_cast<double>(m_network.unitsOf(layer)) : m_outputs;
    }
    [[nodiscard]] double weightVariance(double fanIn, double fanOut) const
    {
        const std::vector<double> parameters = parameterValues(m_weights.parameters, m_initializer.weights.parameters);
        const double deviation = m_initializer.gain * m_weights.standardDeviation(fanIn, fanOut, parameters.data());
        return deviation * deviation;
    }
    /// Of z, where `square` is the mean square of what goes into the layer: NaN where that is not known.
    [[nodiscard]] double variance(double fanIn, double fanOut, double square) const
    {
        return fanIn * weightVariance(fanIn, fanOut) * square + m_initializer.biasStd * m_initializer.biasStd;
    }
    std::optional<GaussianMoments> momentsOf(std::size_t layer, double q)
    {
        return gaussianMoments(m_activations[layer], isNormalized(layer) ? 0 : m_initializer.bias, std::sqrt(q));
    }

    void goForth(double inputSquare, Theory& result)
    {
        constexpr double unknown = std::numeric_limits<double>::quiet_NaN();
        double square = inputSquare;
        for (std::size_t l = 0; l < m_depth; ++l) {
            LayerTheory& layer = result.layers[l];
            if (isNormalized(l))
                layer.q = 1;
            else if (!std::isnan(square))
                layer.q = variance(l == 0 ? m_inputs : units(l - 1), units(l), square);
            const std::optional<GaussianMoments> moments =
                layer.q && std::isfinite(*layer.q) ? momentsOf(l, *layer.q) : std::nullopt;
            m_moments.push_back(moments);
            if (layer.q)
                layer.zStd = std::sqrt(*layer.q);
            square = unknown;
            if (!moments) {
                addReason(result, TheoryReason::Integral);
                continue;
            }
            square = moments->square;
            layer.aStd = std::sqrt(std::max(moments->variance(), 0.0));
        }
    }

    /// By what the variance of delta grows from the layer above, whose weights are fanOut × fanIn.
    [[nodiscard]] double chi(const GaussianMoments& moments, double fanIn, double fanOut, bool aboveIsNormalized) const
    {
        return aboveIsNormalized ? fanOut / fanIn * moments.slopeSquare / moments.variance()
                                 : fanOut * weightVariance(fanIn, fanOut) * moments.slopeSquare;
    }

    void goBack(Theory& result) const
    {
        std::optional<double> product = 1;
        for (std::size_t l = m_depth; l-- > 0;) {
            LayerTheory& layer = result.layers[l];
            if (m_moments[l]) {
                const double value = chi(*m_moments[l], units(l), units(l + 1), isNormalized(l + 1));
                layer.chi = std::isfinite(value) ? std::optional(value) : std::nullopt;
            }
            if (l + 1 < m_depth)
                product = product && layer.chi ? std::optional(*product * *layer.chi) : std::nullopt;
            if (product)
                layer.deltaRmsRelative = std::sqrt(*product);
        }
        result.deltaRatio = result.layers.front().deltaRmsRelative;
    }

    /// Of a network of infinitely many layers like these.
    void findLimit(Theory& result)
    {
        if (!isUniform()) {
            addReason(result, TheoryReason::LayersDiffer);
            return;
        }
        const std::optional<double> place = isNormalized(0) ? result.qStar = 1 : followVariance(result);
        const std::optional<GaussianMoments> moments = place ? momentsOf(0, *place) : std::nullopt;
        if (!moments)
            return;
        const double value = chi(*moments, units(0), units(0), isNormalized(0));
        if (!std::isfinite(value))
            return;
        result.chiStar = value;
        result.regime = value > 1 + kCritical   ? Regime::Chaotic
                        : value < 1 - kCritical ? Regime::Ordered
                                                : Regime::Critical;
    }

    /// Sets qStar, or says why there is none; where chi has its limit.
    std::optional<double> followVariance(Theory& result)
    {
        const std::optional<double> start = result.layers.front().q;
        if (!start)
            return std::nullopt;
        const VarianceLimit limit = limitOfVariance(*start, [this](double q) -> std::optional<double> {
            const std::optional<GaussianMoments> moments = momentsOf(0, q);
            return moments ? std::optional(variance(units(0), units(0), moments->square)) : std::nullopt;
        });
        if (limit.isEverywhereFixed)
            addReason(result, TheoryReason::EveryQIsFixed);
        if (!limit.place)
            addReason(result, TheoryReason::Integral);
        result.qStar = limit.limit;
        return limit.place;
    }

    const NetworkConfig& m_network;
    const InitializerConfig& m_initializer;
    const InitializerInfo& m_weights;
    double m_inputs;
    double m_outputs;
    std::size_t m_depth;
    std::vector<ExactActivation> m_activations;
    std::vector<std::optional<GaussianMoments>> m_moments; ///< by layer
};

} // namespace

std::string_view idOf(TheoryReason reason)
{
    const auto row =
        std::find_if(kReasons.begin(), kReasons.end(), [reason](auto& each) { return each.reason == reason; });
    assert(row != kReasons.end());
    return row->id;
}

std::string_view idOf(Regime regime)
{
    switch (regime) {
    case Regime::Ordered:
        return "ordered";
    case Regime::Critical:
        return "critical";
    case Regime::Chaotic:
        break;
    }
    return "chaotic";
}

Theory meanField(const ExperimentConfig& config, const DataShape& shape, double inputSquare)
{
    return NetworkTheory(config, shape).theory(inputSquare);
}

std::optional<Variances> standing(const ExperimentConfig& config, const DataShape& shape)
{
    return NetworkTheory(config, shape).standing();
}

} // namespace core

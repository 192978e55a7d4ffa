// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/probe/Probe.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <utility>

namespace core
{

namespace
{

UnitState stateOf(const UnitStatistics& unit, const LayerStatistics& layer, bool negativeSideIsWeak)
{
    constexpr float kSaturatedShare = 0.95F;
    if (unit.inactiveShare == 1)
        return layer.hasDerivative ? UnitState::GradientDead : UnitState::NoDerivative;
    if (unit.negativeShare == 1 && negativeSideIsWeak)
        return UnitState::Asleep;
    if (unit.saturatedShare >= kSaturatedShare)
        return UnitState::Saturated;
    return UnitState::Alive;
}

} // namespace

double meanInputSquare(const Dataset& data, std::int64_t probeSamples)
{
    const Index count = std::min(static_cast<Index>(probeSamples), data.train.size());
    const double squares = data.train.inputs.leftCols(count).cast<double>().squaredNorm();
    return squares / static_cast<double>(count * data.inputs());
}

Probe::Probe(const Dataset& data, LossFunction loss, std::int64_t samples)
    : m_loss(std::move(loss))
    , m_inputScaling(data.inputScaling)
    , m_inputSquare(meanInputSquare(data, samples))
{
    const Index count = std::min(static_cast<Index>(samples), data.train.size());
    m_inputs = data.train.inputs.leftCols(count);
    m_targets = lossTargets(m_loss.info(), data.train, data.classes).leftCols(count);
    m_pass.keepsDeltas = false;
}

void Probe::read(const Network& network, const NetworkConfig& config, Snapshot& snapshot, bool distributions,
                 const Interrupt& interrupt)
{
    const auto count = static_cast<double>(m_inputs.cols());
    network.forward(m_inputs, Mode::Probe, m_pass, interrupt);
    m_loss.evaluate(m_pass.output.output, m_targets, &m_pass.output.dOutput);
    snapshot.probeSamples = m_inputs.cols();
    snapshot.inputSquare = m_inputSquare;
    snapshot.layers.resize(network.depth());
    m_rms.resize(network.depth());
    const auto read = [&](std::size_t l) {
        LayerStatistics& layer = snapshot.layers[l];
        layer.index = static_cast<int>(l) + 1;
        layer.activationChoice = config.activationOf(l);
        layer.activation = layer.activationChoice.kind;
        readLayer(network, l, layer);
        if (distributions)
            readDistributions(network, l, layer);
    };
    network.backward(m_inputs, m_pass, Rescale::Yes, std::cref(read), interrupt);
    readFactors(network, snapshot);

    OutputStatistics& output = snapshot.output;
    const Dense& dense = network.output();
    m_describer.describe(elements(m_pass.output.output), output.z);
    output.deltaRms = rootMeanSquare(m_pass.output.dOutput);
    output.weightGradNorm = norm(dense.weights().vector(std::as_const(m_pass.gradient))) / count;
    output.weightRms = rootMeanSquare(elements(dense.weights().vector(network.parameters())));
    snapshot.deltaRatio = snapshot.layers.empty()
                              ? std::nullopt
                              : ratio(snapshot.layers.front().deltaRms, snapshot.layers.back().deltaRms);
}

void Probe::readLayer(const Network& network, std::size_t index, LayerStatistics& layer)
{
    const HiddenPass& pass = m_pass.hidden[index];
    const HiddenLayer& parts = network.hidden(index);
    const Vector& gradient = m_pass.gradient;
    const double unscale = std::ldexp(1.0, -pass.exponent);
    layer.units = static_cast<int>(pass.z().rows());
    m_rms[index] = {rootMeanSquare(pass.du()), rootMeanSquare(pass.delta()), rootMeanSquare(pass.da())};
    layer.deltaRms = m_rms[index].delta * unscale;

    const ParameterSlot& weights = parts.dense->weights();
    const ParameterSlot& biases = parts.dense->biases();
    layer.weightGradNorm = norm(weights.vector(gradient)) * unscale / static_cast<double>(m_inputs.cols());
    layer.weightGradRms = layer.weightGradNorm / std::sqrt(static_cast<double>(weights.size()));
    layer.weightRms = rootMeanSquare(elements(weights.vector(network.parameters())));
    layer.biasMean = biases.vector(network.parameters()).cast<double>().mean();
    layer.biasRms = rootMeanSquare(elements(biases.vector(network.parameters())));

    const ActivationFunction function = parts.activate->function(network.parameters());
    const SaturationRange range = function.saturationRange();
    layer.saturationLower = range.lower;
    layer.saturationUpper = range.upper;
    layer.hasDerivative = function.hasDerivative();
    layer.learnedSlope = parts.activate->learnedSlope(network.parameters());
    readUnits(pass, function.info().negativeSideIsWeak, layer);
}

void Probe::readDistributions(const Network& network, std::size_t index, LayerStatistics& layer)
{
    const HiddenPass& pass = m_pass.hidden[index];
    const ParameterSlot& weights = network.hidden(index).dense->weights();
    m_describer.describe(elements(pass.z()), layer.z);
    m_describer.describe(elements(pass.a()), layer.a);
    m_describer.describeDelta(elements(pass.delta()), pass.exponent, layer.delta);
    m_describer.describe(elements(weights.vector(network.parameters())), layer.weights);
}

void Probe::readUnits(const HiddenPass& pass, bool negativeSideIsWeak, LayerStatistics& layer)
{
    const Matrix& z = pass.z();
    const Matrix& derivative = pass.activate.saved; // f′(z), which the pass forth has left for the one back
    const Index samples = z.cols();
    const auto lower = static_cast<Scalar>(layer.saturationLower);
    const auto upper = static_cast<Scalar>(layer.saturationUpper);
    const double unscale = std::ldexp(1.0, -pass.exponent);
    const auto share = [&](Index count) { return static_cast<float>(count) / static_cast<float>(samples); };

    layer.unitStatistics.resize(static_cast<std::size_t>(z.rows()));
    Index inactive = 0;
    Index saturated = 0;
    int dead = 0;
    int negative = 0;
    double zVariance = 0;
    double aVariance = 0;
    for (Index row = 0; row < z.rows(); ++row) {
        const auto unitZ = z.row(row).array();
        const Index unitInactive = (derivative.row(row).array() == Scalar(0)).count();
        const Index unitSaturated = (unitZ < lower).count() + (unitZ > upper).count();
        UnitStatistics& unit = layer.unitStatistics[static_cast<std::size_t>(row)];
        const double zMean = unitZ.cast<double>().mean();
        const auto unitA = pass.a().row(row).array();
        const double aMean = unitA.cast<double>().mean();
        zVariance += (unitZ.cast<double>() - zMean).square().mean();
        aVariance += (unitA.cast<double>() - aMean).square().mean();
        unit.zMean = static_cast<float>(zMean);
        unit.zMin = static_cast<float>(unitZ.minCoeff());
        unit.zMax = static_cast<float>(unitZ.maxCoeff());
        unit.aMean = static_cast<float>(aMean);
        unit.inactiveShare = share(unitInactive);
        unit.saturatedShare = share(unitSaturated);
        unit.negativeShare = share((unitZ <= Scalar(0)).count());
        unit.deltaRms = static_cast<float>(
            std::sqrt(pass.delta().row(row).cast<double>().squaredNorm() / static_cast<double>(samples)) * unscale);
        unit.state = stateOf(unit, layer, negativeSideIsWeak);
        inactive += unitInactive;
        saturated += unitSaturated;
        dead += unit.inactiveShare == 1 ? 1 : 0;
        negative += unit.negativeShare == 1 ? 1 : 0;
    }
    const auto pairs = static_cast<double>(z.size());
    const auto units = static_cast<double>(z.rows());
    layer.inactiveFraction = static_cast<double>(inactive) / pairs;
    layer.saturatedFraction = static_cast<double>(saturated) / pairs;
    layer.gradientDeadFraction = dead / units;
    layer.allNegativeFraction = negative / units;
    layer.zStdOverSamples = std::sqrt(zVariance / units);
    layer.aStdOverSamples = std::sqrt(aVariance / units);
}

void Probe::readUnit(const Network& network, UnitPlace place, UnitDetail& unit)
{
    const auto layer = static_cast<std::size_t>(place.layer - 1);
    const auto row = static_cast<Index>(place.unit);
    const Dense& dense = *network.hidden(layer).dense;
    const Dense& above = layer + 1 < network.depth() ? *network.hidden(layer + 1).dense : network.output();
    const HiddenPass& pass = m_pass.hidden[layer];
    unit.place = place;
    m_describer.describe({&pass.z()(row, 0), static_cast<std::size_t>(pass.z().cols())}, unit.z);

    const auto incoming = dense.weights().matrix(network.parameters()).row(row);
    unit.incoming.assign(incoming.begin(), incoming.end());
    const auto outgoing = above.weights().matrix(network.parameters()).col(row);
    unit.outgoing.assign(outgoing.begin(), outgoing.end());
    unit.bias = static_cast<double>(network.parameters()[dense.biases().offset + row]);
    const double toMean = std::ldexp(1.0, -pass.exponent) / static_cast<double>(m_inputs.cols());
    const Vector& gradient = m_pass.gradient;
    unit.gradientNorm = std::sqrt(dense.weights().matrix(gradient).row(row).cast<double>().squaredNorm()) * toMean;
    unit.biasGradient = static_cast<double>(gradient[dense.biases().offset + row]) * toMean;
    readExcitations(pass, unit);
}

void Probe::readExcitations(const HiddenPass& pass, UnitDetail& unit) const
{
    // A short list that is kept in order: the set is gone through once, and no memory is asked for.
    auto& largest = unit.excitations;
    largest.clear();
    largest.reserve(UnitDetail::kExcitations + 1);
    for (Index sample = 0; sample < pass.z().cols(); ++sample) {
        const auto z = static_cast<float>(pass.z()(unit.place.unit, sample));
        if (!std::isfinite(z) || (largest.size() == UnitDetail::kExcitations && z <= largest.back().z))
            continue;
        const auto after = std::find_if(largest.begin(), largest.end(), [z](const auto& other) { return other.z < z; });
        largest.insert(after, {static_cast<int>(sample), z});
        if (largest.size() > UnitDetail::kExcitations)
            largest.pop_back();
    }
    unit.inputs.clear();
    for (const UnitDetail::Excitation& excitation : largest)
        for (Index feature = 0; feature < m_inputs.rows(); ++feature)
            unit.inputs.push_back(static_cast<float>(
                m_inputs(feature, excitation.sample) * m_inputScaling.std[feature] + m_inputScaling.mean[feature]));
}

void Probe::readFactors(const Network& network, Snapshot& snapshot) const
{
    for (std::size_t l = 0; l < network.depth(); ++l) {
        const HiddenPass& own = m_pass.hidden[l];
        const bool last = l + 1 == network.depth();
        const double duAboveRms = last ? rootMeanSquare(m_pass.output.dOutput) : m_rms[l + 1].du;
        const int exponentAbove = last ? 0 : m_pass.hidden[l + 1].exponent;
        LayerStatistics& layer = snapshot.layers[l];
        layer.normalizationFactor = 1;
        if (!last && m_pass.hidden[l + 1].normalized)
            layer.normalizationFactor = ratio(duAboveRms, m_rms[l + 1].delta);
        // Without a skip around the layer above, ∂a is what its weights bring down.
        const double daAbove = std::ldexp(m_rms[l].da, exponentAbove - own.exponent);
        const bool skipped = !last && network.hidden(l + 1).skip != Skip::None;
        layer.backpropFactor = ratio(skipped ? own.backpropRms : daAbove, duAboveRms);
        layer.skipFactor = 1;
        if (skipped)
            layer.skipFactor = ratio(daAbove, own.backpropRms);
        layer.derivativeFactor = ratio(m_rms[l].delta, m_rms[l].da);
    }
}

} // namespace core

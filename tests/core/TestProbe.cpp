// SPDX-License-Identifier: GPL-3.0-or-later
// The probe against a naive recomputation in double from the same float parameters, and hand-made networks whose
// numbers are known.
#include "core/nn/NetworkBuilder.h"
#include "core/probe/Evaluation.h"
#include "core/probe/Probe.h"
#include "core/train/TrainingRun.h"
#include "tests/core/Goldens.h"

#include <QTest>

#include <cmath>
#include <cstdint>
#include <functional>
#include <limits>
#include <memory>
#include <string>
#include <utility>
#include <vector>

using namespace core;
using Eigen::ArrayXXd;
using Eigen::MatrixXd;
using Eigen::VectorXd;

namespace
{

/// One hidden layer of the naive computation. Gradients are those of the sum of the per-sample losses.
struct NaiveLayer {
    MatrixXd z, a, derivative, daUnscaled, delta, du, weightGradient;
};

struct Naive {
    std::vector<NaiveLayer> layers;
    MatrixXd output, dOutput, outputGradient;
    [[nodiscard]] double deltaRatio() const;
};

double rms(const MatrixXd& values)
{
    return std::sqrt(values.squaredNorm() / static_cast<double>(values.size()));
}

double Naive::deltaRatio() const
{
    return rms(layers.front().delta) / rms(layers.back().delta);
}

std::pair<double, double> naiveActivation(const std::string& kind, double x, double parameter)
{
    constexpr double kScale = 1.0507009873554804934193349852946;
    constexpr double kAlpha = 1.6732632423543772848170429916717;
    if (kind == "sigmoid")
        return {1 / (1 + std::exp(-x)), 1 / (2 + std::exp(x) + std::exp(-x))};
    if (kind == "tanh")
        return {std::tanh(x), 1 / (std::cosh(x) * std::cosh(x))};
    if (kind == "elu")
        return x > 0 ? std::pair{x, 1.0} : std::pair{std::expm1(x), std::exp(x)};
    if (kind == "selu")
        return x > 0 ? std::pair{kScale * x, kScale}
                     : std::pair{kScale * kAlpha * std::expm1(x), kScale * kAlpha * std::exp(x)};
    const double slope = kind == "identity" ? 1 : kind == "relu" ? 0 : parameter;
    return x > 0 ? std::pair{x, 1.0} : std::pair{slope * x, slope};
}

/// What batch normalisation does to one unit, and what it takes from its gradient.
MatrixXd normalized(const MatrixXd& u, const VectorXd& scale, const VectorXd& shift)
{
    MatrixXd z = u;
    for (Index row = 0; row < u.rows(); ++row) {
        const double mean = u.row(row).mean();
        const double std = std::sqrt((u.row(row).array() - mean).square().mean() + 1e-5);
        z.row(row) = ((u.row(row).array() - mean) / std * scale[row] + shift[row]).matrix();
    }
    return z;
}

MatrixXd throughNormalization(const MatrixXd& u, const MatrixXd& delta, const VectorXd& scale)
{
    MatrixXd du = delta;
    for (Index row = 0; row < u.rows(); ++row) {
        const double mean = u.row(row).mean();
        const double std = std::sqrt((u.row(row).array() - mean).square().mean() + 1e-5);
        const auto hat = ((u.row(row).array() - mean) / std).eval();
        const auto dHat = (delta.row(row).array() * scale[row]).eval();
        du.row(row) = ((dHat - dHat.mean() - hat * (dHat * hat).mean()) / std).matrix();
    }
    return du;
}

Naive naive(const Network& network, const Choice& activation, const Samples& samples, int classes, Index count)
{
    const Vector& row = network.parameters();
    const auto doubles = [&](const ParameterSlot& slot) { return MatrixXd(slot.matrix(row).cast<double>()); };
    Naive result;
    result.layers.resize(network.depth());
    std::vector<MatrixXd> inputs{samples.inputs.leftCols(count).cast<double>()};
    std::vector<MatrixXd> us;
    for (std::size_t l = 0; l < network.depth(); ++l) {
        const HiddenLayer& layer = network.hidden(l);
        NaiveLayer& own = result.layers[l];
        const VectorXd biases = doubles(layer.dense->biases());
        us.emplace_back((doubles(layer.dense->weights()) * inputs[l]).colwise() + biases);
        own.z = us[l];
        if (layer.normalization) {
            const Index from = layer.dense->biases().end();
            own.z = normalized(us[l], row.segment(from, biases.size()).cast<double>(),
                               row.segment(from + biases.size(), biases.size()).cast<double>());
        }
        const auto found = activation.parameters.find("negative_slope");
        double parameter = found == activation.parameters.end() ? 0.01 : found->second;
        if (activation.kind == "prelu")
            parameter = static_cast<double>(row[layer.activate->slopes().offset]);
        own.a = own.z.unaryExpr([&](double x) { return naiveActivation(activation.kind, x, parameter).first; });
        own.derivative =
            own.z.unaryExpr([&](double x) { return naiveActivation(activation.kind, x, parameter).second; });
        inputs.push_back(own.a);
    }
    const MatrixXd outputWeights = doubles(network.output().weights());
    const VectorXd outputBiases = doubles(network.output().biases());
    result.output = (outputWeights * inputs.back()).colwise() + outputBiases;
    // softmax − one-hot
    result.dOutput = result.output;
    for (Index i = 0; i < count; ++i) {
        const VectorXd e = (result.output.col(i).array() - result.output.col(i).maxCoeff()).exp();
        result.dOutput.col(i) = e / e.sum();
        if (classes > 0)
            result.dOutput(samples.labels[static_cast<std::size_t>(i)], i) -= 1;
    }
    result.outputGradient = result.dOutput * inputs.back().transpose();
    MatrixXd da = outputWeights.transpose() * result.dOutput;
    for (std::size_t l = network.depth(); l-- > 0;) {
        NaiveLayer& own = result.layers[l];
        const HiddenLayer& layer = network.hidden(l);
        own.daUnscaled = da;
        own.delta = da.cwiseProduct(own.derivative);
        own.du = own.delta;
        if (layer.normalization) {
            const Index from = layer.dense->biases().end();
            own.du = throughNormalization(us[l], own.delta, row.segment(from, da.rows()).cast<double>());
        }
        own.weightGradient = own.du * inputs[l].transpose();
        da = doubles(layer.dense->weights()).transpose() * own.du;
    }
    return result;
}

ExperimentConfig experiment(const char* activation, std::int64_t depth, const char* initializer = "xavier_normal",
                            double gain = 1)
{
    ExperimentConfig config;
    config.data.samples = 300;
    config.network.depth = depth;
    config.network.width = 16;
    config.network.activation = {activation, {}};
    config.initializer.weights = {initializer, {}};
    config.initializer.gain = gain;
    return config;
}

std::unique_ptr<TrainingRun> runOf(const ExperimentConfig& config)
{
    auto run = TrainingRun::create(config, goldens::resource);
    if (!run)
        qFatal("no run");
    return std::move(run).value();
}

bool within(double actual, double expected, double tolerance)
{
    return actual == expected || std::abs(actual - expected) <= tolerance * std::abs(expected);
}

struct Case {
    const char* name;
    ExperimentConfig config;
    int steps;
};

std::vector<Case> cases()
{
    std::vector<Case> rows{
        {"vanishing sigmoid", experiment("sigmoid", 8), 0},
        {"vanishing sigmoid, trained", experiment("sigmoid", 8), 30},
        {"fifty sigmoids", experiment("sigmoid", 50), 0},
        {"seventy sigmoids", experiment("sigmoid", 70), 0},
        {"relu", experiment("relu", 6, "he_normal"), 25},
        {"leaky relu", experiment("leaky_relu", 6, "he_uniform"), 10},
        {"prelu", experiment("prelu", 5, "he_normal"), 40},
        {"saturated tanh", experiment("tanh", 7, "xavier_normal", 6), 5},
        {"elu", experiment("elu", 4), 5},
        {"selu", experiment("selu", 12, "lecun_normal"), 10},
        {"exploding identity", experiment("identity", 30, "xavier_normal", 8), 0},
        {"batch normalisation", experiment("relu", 6, "he_normal"), 20},
        {"deep batch normalisation", experiment("sigmoid", 20), 0},
        {"far in the tail", experiment("sigmoid", 3), 0},
        {"far in the tail, behind small weights", experiment("sigmoid", 3, "normal"), 0},
        {"one layer", experiment("tanh", 1), 3},
    };
    rows[11].config.network.normalization.kind = rows[12].config.network.normalization.kind = "batch";
    rows[13].config.initializer.bias = -60;
    rows[14].config.initializer.bias = -69; // f′ = 1e-30
    rows[14].config.initializer.weights.parameters["std"] = 1e-6;
    return rows;
}

/// A network of one hidden layer of four units, to be edited by hand, and the probe's answer for it.
struct HandMade {
    explicit HandMade(const char* activation, std::int64_t depth = 1)
        : config(experiment(activation, depth))
        , data(makeDataset(config.data, 1, goldens::noResource).value())
        , network([this] {
            config.network.width = 4;
            return buildNetwork(config, 2, 2);
        }())
    {
    }
    [[nodiscard]] VectorView biases(std::size_t layer)
    {
        return network.hidden(layer).dense->biases().vector(network.parameters());
    }
    [[nodiscard]] MatrixView weights(std::size_t layer)
    {
        return network.hidden(layer).dense->weights().matrix(network.parameters());
    }
    Snapshot probed()
    {
        Snapshot snapshot;
        Probe(data, LossFunction({"cross_entropy", {}}, true), 2048).read(network, config.network, snapshot);
        return snapshot;
    }

    ExperimentConfig config;
    Dataset data;
    Network network;
};

} // namespace

class TestProbe : public QObject
{
    Q_OBJECT

private slots:
    void againstNaive_data();
    void againstNaive();
    void factorsMultiplyToTheRatio_data();
    void factorsMultiplyToTheRatio();
    void deadUnits();
    void asleepIsNotDead();
    void unitsWithoutDerivativeAreNotDead();
    void asleepOnlyWhereTheNegativeSideIsWeak();
    void saturatedUnits();
    void noGradientIsAbsent();
    void oneDeadLayerStopsTheGradient();
    void noHiddenLayer();
    void theProbeSet();
    void probingDisturbsNothing();
    void nanIsCounted();
    void evaluationIsOverTheWholeSet();
};

void TestProbe::againstNaive_data()
{
    QTest::addColumn<int>("index");
    int index = 0;
    for (const Case& row : cases())
        QTest::newRow(row.name) << index++;
}

void TestProbe::againstNaive()
{
    QFETCH(int, index);
    const Case row = cases()[static_cast<std::size_t>(index)];
    const auto run = runOf(row.config);
    for (int step = 0; step < row.steps; ++step)
        run->step();
    Snapshot snapshot;
    run->observe(snapshot);
    const Samples& train = run->data().train;
    const Naive expected = naive(run->network(), row.config.network.activation, train, 2, train.size());
    const auto samples = static_cast<double>(train.size());
    const auto check = [](const char* what, std::size_t layer, double actual, double wanted, double tolerance) {
        QVERIFY2(within(actual, wanted, tolerance), qPrintable(QStringLiteral("%1 of layer %2: %3 instead of %4")
                                                                   .arg(QLatin1String(what))
                                                                   .arg(layer + 1)
                                                                   .arg(actual)
                                                                   .arg(wanted)));
    };
    QCOMPARE(snapshot.layers.size(), expected.layers.size());
    for (std::size_t l = 0; l < expected.layers.size(); ++l) {
        const LayerStatistics& actual = snapshot.layers[l];
        const NaiveLayer& own = expected.layers[l];
        QCOMPARE(actual.index, int(l) + 1);
        QCOMPARE(actual.units, 16);
        QVERIFY(std::abs(actual.z.mean - own.z.mean()) < 1e-4 * rms(own.z));
        QVERIFY(std::abs(actual.a.std - std::sqrt((own.a.array() - own.a.mean()).square().mean())) < 1e-4 * rms(own.a));
        check("z max", l, actual.z.max, own.z.maxCoeff(), 1e-3);
        check("delta_rms", l, actual.deltaRms, rms(own.delta), 2e-3);
        check("delta max", l, actual.delta.max, own.delta.maxCoeff(), 1e-2);
        if (row.config.initializer.bias == 0) { // else they are too small for any float
            check("weight_grad_norm", l, actual.weightGradNorm, own.weightGradient.norm() / samples, 2e-3);
            check("weight_grad_rms", l, actual.weightGradRms,
                  own.weightGradient.norm() / samples / std::sqrt(static_cast<double>(own.weightGradient.size())),
                  2e-3);
        }
        const MatrixXd& duAbove = l + 1 < expected.layers.size() ? expected.layers[l + 1].du : expected.dOutput;
        check("backprop_factor", l, actual.backpropFactor.value(), rms(own.daUnscaled) / rms(duAbove), 2e-3);
        check("derivative_factor", l, actual.derivativeFactor.value(), rms(own.delta) / rms(own.daUnscaled), 2e-3);
        QCOMPARE(actual.skipFactor.value(), 1.0);
        const double normalization =
            l + 1 < expected.layers.size() ? rms(duAbove) / rms(expected.layers[l + 1].delta) : 1;
        check("normalization_factor", l, actual.normalizationFactor.value(), normalization, 2e-3);
        const auto pairs = static_cast<double>(own.z.size());
        const double inactive = static_cast<double>((own.derivative.array() == 0).count()) / pairs;
        QVERIFY(std::abs(actual.inactiveFraction - inactive) < 2 / pairs);
        const auto outside =
            (own.z.array() < actual.saturationLower).count() + (own.z.array() > actual.saturationUpper).count();
        QVERIFY(std::abs(actual.saturatedFraction - static_cast<double>(outside) / pairs) < 2 / pairs);
    }
    check("output z", expected.layers.size(), snapshot.output.z.max, expected.output.maxCoeff(), 1e-3);
    check("output delta", expected.layers.size(), snapshot.output.deltaRms, rms(expected.dOutput), 2e-3);
    check("output weight_grad_norm", expected.layers.size(), snapshot.output.weightGradNorm,
          expected.outputGradient.norm() / samples, 2e-3);
    check("delta_ratio", 0, snapshot.deltaRatio.value(), expected.deltaRatio(), 0.01);
    if (QByteArray(row.name) == "seventy sigmoids")
        QVERIFY2(*snapshot.deltaRatio < 1e-30, qPrintable(QString::number(*snapshot.deltaRatio)));
}

void TestProbe::factorsMultiplyToTheRatio_data()
{
    againstNaive_data();
}

void TestProbe::factorsMultiplyToTheRatio()
{
    QFETCH(int, index);
    const Case row = cases()[static_cast<std::size_t>(index)];
    const auto run = runOf(row.config);
    Snapshot snapshot;
    run->observe(snapshot);
    double product = 1;
    for (std::size_t l = 0; l < snapshot.layers.size(); ++l) {
        const LayerStatistics& layer = snapshot.layers[l];
        const double gain = layer.normalizationFactor.value() * layer.backpropFactor.value() *
                            layer.skipFactor.value() * layer.derivativeFactor.value();
        const bool last = l + 1 == snapshot.layers.size();
        const double above = last ? snapshot.output.deltaRms : snapshot.layers[l + 1].deltaRms;
        QVERIFY(within(gain, layer.deltaRms / above, 1e-5));
        product *= last ? 1 : gain;
    }
    QVERIFY(within(product, snapshot.deltaRatio.value(), 1e-4));
}

void TestProbe::deadUnits()
{
    // Inputs are standardised, within ±4 or so: a bias of −100 puts a unit to sleep, +100 keeps it awake.
    HandMade made("relu");
    made.weights(0).setConstant(0.5F);
    made.biases(0) << -100, 100, 0, -100;
    const Snapshot snapshot = made.probed();
    const LayerStatistics& layer = snapshot.layers[0];
    QCOMPARE(layer.gradientDeadFraction, 0.5);
    QCOMPARE(layer.allNegativeFraction, 0.5);
    const auto state = [&](std::size_t unit) { return layer.unitStatistics[unit].state; };
    QCOMPARE(state(0), UnitState::GradientDead);
    QCOMPARE(state(1), UnitState::Alive);
    QCOMPARE(state(2), UnitState::Alive);
    QCOMPARE(state(3), UnitState::GradientDead);
    QCOMPARE(layer.unitStatistics[0].inactiveShare, 1.0F);
    QCOMPARE(layer.unitStatistics[0].deltaRms, 0.0F);
    QCOMPARE(layer.unitStatistics[1].inactiveShare, 0.0F);
    QVERIFY(std::abs(layer.unitStatistics[1].zMean - 100) < 1e-3F);
    QVERIFY(layer.unitStatistics[1].deltaRms > 0);
    // z of unit 2 is (x + y)/2: its share of z ≤ 0, counted here.
    const auto sums = made.data.train.inputs.colwise().sum().eval();
    const auto asleep = static_cast<float>((sums.array() <= 0).count()) / static_cast<float>(sums.size());
    QVERIFY(std::abs(layer.unitStatistics[2].negativeShare - asleep) < 0.01F);
    QVERIFY(std::abs(static_cast<float>(layer.inactiveFraction) - (2 + asleep) / 4) < 0.01F);
    QCOMPARE(layer.saturatedFraction, 0.0); // a rectifier's zero side is inactive, not saturated
}

void TestProbe::asleepIsNotDead()
{
    HandMade made("leaky_relu");
    made.biases(0) << -100, 100, 0, -100;
    const Snapshot snapshot = made.probed();
    const LayerStatistics& layer = snapshot.layers[0];
    QCOMPARE(layer.gradientDeadFraction, 0.0);
    QCOMPARE(layer.allNegativeFraction, 0.5);
    QCOMPARE(layer.inactiveFraction, 0.0);
    QCOMPARE(layer.unitStatistics[0].state, UnitState::Asleep);
    QCOMPARE(layer.unitStatistics[1].state, UnitState::Alive);

    HandMade flat("leaky_relu");
    flat.config.network.activation.parameters["negative_slope"] = 0;
    for (std::size_t l = 0; l < flat.network.depth(); ++l)
        flat.network.configure(l, ActivationFunction(flat.config.network.activation), flat.config.network.dropout);
    flat.biases(0).setConstant(-100);
    const Snapshot dead = flat.probed();
    QCOMPARE(dead.layers[0].gradientDeadFraction, 1.0);
    QCOMPARE(dead.layers[0].unitStatistics[2].state, UnitState::GradientDead);
}

void TestProbe::unitsWithoutDerivativeAreNotDead()
{
    // By name and typed: f′ is 0 on both sides of the jump, or of none.
    for (const core::Choice& activation :
         {core::Choice{"step", {}}, core::Choice{"custom", {}, "x > 0.25"}, core::Choice{"custom", {}, "3"}}) {
        HandMade made("relu");
        made.config.network.activation = activation;
        for (std::size_t l = 0; l < made.network.depth(); ++l)
            made.network.configure(l, ActivationFunction(activation), made.config.network.dropout);
        const Snapshot snapshot = made.probed();
        for (const LayerStatistics& layer : snapshot.layers) {
            QVERIFY(!layer.hasDerivative);
            QCOMPARE(layer.inactiveFraction, 1.0);
            for (const UnitStatistics& unit : layer.unitStatistics)
                QCOMPARE(unit.state, UnitState::NoDerivative);
        }
    }
    // A typed ReLU can die.
    QVERIFY(ActivationFunction({"custom", {}, "relu(x)"}).hasDerivative());
    QVERIFY(ActivationFunction({"threshold", {}}).hasDerivative());
}

void TestProbe::asleepOnlyWhereTheNegativeSideIsWeak()
{
    // Mild enough that nothing saturates: tanh at −0.5 has f′ = 0.79.
    HandMade made("tanh");
    made.weights(0).setConstant(0.01F);
    made.biases(0).setConstant(-0.5F);
    const LayerStatistics layer = made.probed().layers[0];
    QCOMPARE(layer.allNegativeFraction, 1.0);
    QCOMPARE(layer.unitStatistics[0].state, UnitState::Alive);
}

void TestProbe::saturatedUnits()
{
    HandMade made("tanh");
    made.weights(0).setConstant(0.01F);
    made.biases(0) << 1.5F, -1.5F, 2.5F, -2.5F; // the border is at 1.818
    const Snapshot snapshot = made.probed();
    const LayerStatistics& layer = snapshot.layers[0];
    QCOMPARE(layer.saturatedFraction, 0.5);
    QCOMPARE(layer.unitStatistics[1].state, UnitState::Alive);
    QCOMPARE(layer.unitStatistics[2].state, UnitState::Saturated);
    QCOMPARE(layer.unitStatistics[3].state, UnitState::Saturated);
    QCOMPARE(layer.gradientDeadFraction, 0.0);

    // f′ of a far saturated tanh is small, but not 0: 4e^−2·40.
    HandMade far("tanh");
    far.biases(0).setConstant(40);
    QCOMPARE(far.probed().layers[0].gradientDeadFraction, 0.0);
    QCOMPARE(far.probed().layers[0].inactiveFraction, 0.0);
}

void TestProbe::noGradientIsAbsent()
{
    HandMade made("relu", 3);
    for (std::size_t l = 0; l < 3; ++l)
        made.biases(l).setConstant(-100);
    const Snapshot snapshot = made.probed();
    QVERIFY(!snapshot.deltaRatio);
    for (const LayerStatistics& layer : snapshot.layers) {
        QCOMPARE(layer.deltaRms, 0.0);
        QCOMPARE(layer.weightGradNorm, 0.0);
        QCOMPARE(layer.delta.zeros, std::uint64_t(210 * 4));
    }
    QVERIFY(!snapshot.layers[0].backpropFactor);
    QVERIFY(!snapshot.layers[0].derivativeFactor);
    QVERIFY(snapshot.layers[2].backpropFactor.value() > 0); // the gradient comes as far as here …
    QCOMPARE(snapshot.layers[2].derivativeFactor.value(), 0.0);
    QVERIFY(snapshot.output.deltaRms > 0);
}

void TestProbe::oneDeadLayerStopsTheGradient()
{
    HandMade made("relu", 3);
    made.biases(1).setConstant(-100);
    made.biases(2).setConstant(1);
    const Snapshot snapshot = made.probed();
    QCOMPARE(snapshot.deltaRatio.value(), 0.0); // 0 / something, which is a number
    QVERIFY(snapshot.layers[2].deltaRms > 0);
    QCOMPARE(snapshot.layers[0].deltaRms, 0.0);
    QCOMPARE(snapshot.layers[1].deltaRms, 0.0);
}

void TestProbe::noHiddenLayer()
{
    HandMade made("relu", 0);
    const Snapshot snapshot = made.probed();
    QVERIFY(snapshot.layers.empty());
    QVERIFY(!snapshot.deltaRatio);
    QVERIFY(snapshot.output.weightGradNorm > 0);
}

void TestProbe::theProbeSet()
{
    DataConfig config;
    config.samples = 5000;
    const Dataset data = makeDataset(config, 1, goldens::noResource).value();
    const Network network = buildNetwork(experiment("tanh", 2), 2, 2);
    const LossFunction loss({"cross_entropy", {}}, true);
    for (const auto& [wanted, taken] : {std::pair{2048, 2048}, {100, 100}, {1'000'000, 3500}}) {
        Snapshot snapshot;
        Probe(data, loss, wanted).read(network, experiment("tanh", 2).network, snapshot);
        QCOMPARE(snapshot.probeSamples, std::int64_t(taken));
        const Naive expected = naive(network, {"tanh", {}}, data.train, 2, taken);
        QVERIFY(within(snapshot.layers[0].deltaRms, rms(expected.layers[0].delta), 1e-4));
        const Histogram& histogram = snapshot.layers[0].z.histogram;
        std::uint64_t counted = histogram.underflow + histogram.overflow;
        for (const std::uint32_t count : histogram.counts)
            counted += count;
        QCOMPARE(counted, std::uint64_t(taken) * 16);
    }
}

void TestProbe::probingDisturbsNothing()
{
    HandMade made("prelu", 2);
    const Vector before = made.network.parameters();
    Probe probe(made.data, LossFunction({"cross_entropy", {}}, true), 2048);
    Snapshot first;
    Snapshot second;
    probe.read(made.network, made.config.network, first);
    probe.read(made.network, made.config.network, second);
    QVERIFY(made.network.parameters() == before);
    QCOMPARE(first.deltaRatio.value(), second.deltaRatio.value());
    QCOMPARE(first.layers[1].z.mean, second.layers[1].z.mean);
    QCOMPARE(first.layers[1].learnedSlope.value(), 0.25);
}

void TestProbe::nanIsCounted()
{
    HandMade made("relu", 2);
    made.biases(0)[1] = std::numeric_limits<float>::quiet_NaN();
    made.biases(0)[2] = std::numeric_limits<float>::infinity();
    const Snapshot snapshot = made.probed();
    const std::uint64_t samples = 210;
    QCOMPARE(snapshot.layers[0].z.nonFinite, 2 * samples);
    QVERIFY(std::isfinite(snapshot.layers[0].z.mean));
    QCOMPARE(snapshot.layers[1].z.nonFinite, 4 * samples);
    QVERIFY(std::isnan(snapshot.layers[1].z.mean));
}

void TestProbe::evaluationIsOverTheWholeSet()
{
    // More than one chunk, and a rest.
    DataConfig config;
    config.samples = 7001;
    const Dataset data = makeDataset(config, 1, goldens::noResource).value();
    const Network network = buildNetwork(experiment("tanh", 2), 2, 2);
    const LossFunction loss({"cross_entropy", {}}, true);
    const Naive expected = naive(network, {"tanh", {}}, data.train, 2, data.train.size());
    double lossSum = 0;
    int right = 0;
    for (Index i = 0; i < data.train.size(); ++i) {
        const int label = data.train.labels[static_cast<std::size_t>(i)];
        const double p = 1 / (1 + std::exp(expected.output(1 - label, i) - expected.output(label, i)));
        lossSum -= std::log(p);
        right += p > 0.5 ? 1 : 0;
    }
    const auto count = static_cast<double>(data.train.size());
    std::vector<int> answers;
    const Score score = Evaluator(loss, 2).evaluate(network, data.train, lossTargets(loss.info(), data.train, 2),
                                                    data.train.size(), &answers);
    QCOMPARE(score.samples, std::int64_t(4901));
    QVERIFY(!score.subsampled);
    QCOMPARE(answers.size(), std::size_t(4901));
    QVERIFY(within(score.loss, lossSum / count, 1e-5));
    QVERIFY(std::abs(score.accuracy.value() * count - right) <= 1);
    const Score part = Evaluator(loss, 2).evaluate(network, data.train, lossTargets(loss.info(), data.train, 2), 100);
    QCOMPARE(part.samples, std::int64_t(100));
    QVERIFY(part.subsampled);
}

QTEST_APPLESS_MAIN(TestProbe)
#include "TestProbe.moc"

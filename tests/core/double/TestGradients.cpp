// SPDX-License-Identifier: GPL-3.0-or-later
// Every gradient against central differences of fourth order, in double. Where a kink lies between the points of a
// difference, the case is drawn anew.
#include "core/base/Rng.h"
#include "core/nn/Loss.h"
#include "core/nn/Network.h"

#include <QTest>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

using namespace core;

namespace
{

constexpr Index kBatch = 9;
constexpr double kStep = 2e-4;
constexpr double kTolerance = 1e-6;
constexpr double kNegligible = 1e-5; ///< tensors of less than this share of the largest one are noise
constexpr int kDraws = 300;
constexpr double kHuberDelta = 0.7;
const QString kNoGradient = QStringLiteral("there is no gradient to compare");

Matrix randomMatrix(Index rows, Index columns, Rng& rng, double spread = 1)
{
    Matrix result(rows, columns);
    for (Scalar& value : result.reshaped<Eigen::RowMajor>())
        value = spread * rng.normal();
    return result;
}

Vector randomVector(Index size, Rng& rng, double mean = 0)
{
    Vector result(size);
    for (Scalar& value : result)
        value = mean + rng.normal();
    return result;
}

/// A value, and where each of its kinks was passed.
struct Evaluation {
    double value = 0;
    std::vector<bool> sides;
};

/// Where any activation has a kink, with the parameters of choiceOf.
constexpr std::array kKinks{-3.0, -0.6, -0.45, 0.0, 0.1, 0.45, 0.8, 3.0, 6.0};

void addSides(const Matrix& z, std::vector<bool>& sides)
{
    for (const Scalar value : z.reshaped<Eigen::RowMajor>())
        for (const double kink : kKinks)
            sides.push_back(value > kink);
}

/// The numerical gradient of `evaluate` with respect to the numbers at `at`, or nothing if a kink lies between.
std::optional<Vector> numericalGradient(Scalar* at, Index count, const std::function<Evaluation()>& evaluate)
{
    const std::vector<bool> sides = evaluate().sides;
    Vector gradient(count);
    for (Index i = 0; i < count; ++i) {
        const double middle = at[i];
        bool crossed = false;
        const auto moved = [&](double steps) {
            at[i] = middle + steps * kStep;
            const Evaluation evaluation = evaluate();
            crossed = crossed || evaluation.sides != sides;
            return evaluation.value;
        };
        gradient[i] = (8 * (moved(1) - moved(-1)) - (moved(2) - moved(-2))) / (12 * kStep);
        at[i] = middle;
        if (crossed)
            return std::nullopt;
    }
    return gradient;
}

struct Tensor {
    std::string name;
    Vector analytical;
    Vector numerical;
};

/// What is wrong with the worst tensor, or nothing.
QString complaint(const std::vector<Tensor>& tensors)
{
    double largest = 0;
    for (const Tensor& tensor : tensors)
        largest = std::max({largest, tensor.numerical.norm(), tensor.analytical.norm()});
    if (!(largest > 0) || !std::isfinite(largest))
        return kNoGradient;
    for (const Tensor& tensor : tensors) {
        const double norms = tensor.analytical.norm() + tensor.numerical.norm();
        if (norms < 2 * kNegligible * largest)
            continue;
        const double error = (tensor.analytical - tensor.numerical).norm() / norms;
        if (!(error < kTolerance))
            return QStringLiteral("%1: relative error %2").arg(QString::fromStdString(tensor.name)).arg(error);
    }
    return {};
}

Vector flat(const Matrix& matrix)
{
    return matrix.reshaped<Eigen::RowMajor>();
}

/// A layer under the objective Σ weights ∘ output. Draws until no kink is in the way.
QString layerComplaint(const Layer& layer, Vector parameters, Index inputs, Index outputs, Rng& rng)
{
    for (int draw = 0; draw < kDraws; ++draw) {
        Matrix input = randomMatrix(inputs, kBatch, rng, 2);
        LayerPass pass;
        pass.dOutput = randomMatrix(outputs, kBatch, rng);
        const auto evaluate = [&] {
            LayerPass own;
            layer.forward(parameters, input, Mode::Training, own);
            Evaluation evaluation{own.output.cwiseProduct(pass.dOutput).sum(), {}};
            addSides(input, evaluation.sides);
            return evaluation;
        };
        layer.forward(parameters, input, Mode::Training, pass);
        Matrix dInput;
        Vector gradient = Vector::Constant(parameters.size(), 77); // shall be overwritten
        layer.backward(parameters, input, pass, &dInput, gradient);
        const auto byInput = numericalGradient(input.data(), input.size(), evaluate);
        const auto byParameters = numericalGradient(parameters.data(), parameters.size(), evaluate);
        if (!byInput || !byParameters)
            continue;
        return complaint({{"input", flat(dInput), *byInput}, {"parameters", gradient, *byParameters}});
    }
    return QStringLiteral("no draw without a kink");
}

/// The tensors of a network's row of parameters, by name.
std::vector<std::pair<std::string, ParameterSlot>> slotsOf(const Network& network)
{
    std::vector<std::pair<std::string, ParameterSlot>> result;
    for (std::size_t l = 0; l < network.depth(); ++l) {
        const HiddenLayer& layer = network.hidden(l);
        const std::string name = "layer " + std::to_string(l + 1);
        const ParameterSlot& biases = layer.dense->biases();
        result.emplace_back(name + " weights", layer.dense->weights());
        result.emplace_back(name + " biases", biases);
        if (layer.normalization)
            result.emplace_back(name + " scale", ParameterSlot{biases.end(), biases.size(), 1});
        if (layer.normalization && layer.normalization->parametersEnd() > biases.end() + biases.size())
            result.emplace_back(name + " shift", ParameterSlot{biases.end() + biases.size(), biases.size(), 1});
        result.emplace_back(name + " slopes", layer.activate->slopes());
    }
    result.emplace_back("output weights", network.output().weights());
    result.emplace_back("output biases", network.output().biases());
    return result;
}

Choice choiceOf(const ActivationInfo& info)
{
    // Other values than the defaults: at an elu's alpha of 1, a wrong kink would not show.
    Choice choice{std::string(info.id), {}};
    for (const ParameterInfo& parameter : info.parameters)
        choice.parameters[std::string(parameter.name)] =
            parameter.scale == Scale::Boolean ? 1 : parameter.defaultValue * 0.7 + 0.1;
    return choice;
}

/// One row of a catalogue by lot.
template <class Row>
const Row& anyOf(std::span<const Row> rows, Rng& rng)
{
    return rows[rng.below(rows.size())];
}

std::unique_ptr<NormalizationLayer> normalization(const NormalizationInfo& info, Index units, Index offset)
{
    return info.make ? info.make(units, offset, parameterValues(info.parameters, {})) : nullptr;
}

/// Every layer with widths, activation, normalisation, dropout and skip by lot.
Network randomStack(Index inputs, Index outputs, Rng& rng)
{
    std::vector<HiddenLayer> hidden(2 + rng.below(3));
    Index fanIn = inputs;
    Index offset = 0;
    for (std::size_t l = 0; l < hidden.size(); ++l) {
        HiddenLayer& layer = hidden[l];
        const bool skips = rng.uniform() < 0.5;
        const Index units = skips ? fanIn : static_cast<Index>(2 + rng.below(4));
        const RandomSource random{11, l + 1};
        layer.dense = std::make_unique<Dense>(fanIn, units, offset);
        offset = layer.dense->biases().end();
        layer.normalization = normalization(anyOf(normalizationCatalogue(), rng), units, offset);
        offset = layer.normalization ? layer.normalization->parametersEnd() : offset;
        const ActivationFunction function(choiceOf(anyOf(activationCatalogue(), rng)));
        layer.activate = std::make_unique<Activate>(function, units, offset, random);
        offset = layer.activate->slopes().end();
        if (rng.uniform() < 0.5)
            layer.dropout = std::make_unique<Dropout>(
                Choice{std::string(anyOf(dropoutCatalogue(), rng).id), {{"rate", 0.3}}}, random);
        layer.skip = !skips ? Skip::None : rng.uniform() < 0.5 ? Skip::Pre : Skip::Post;
        fanIn = units;
    }
    Network network(std::move(hidden), std::make_unique<Dense>(fanIn, outputs, offset));
    for (Scalar& parameter : network.parameters())
        parameter = 0.8 * rng.normal();
    return network;
}

/// Signs or truths for a loss of two classes, the class for one of several, numbers for the rest.
Matrix randomTargets(const LossInfo& loss, Index outputs, Rng& rng)
{
    if (!loss.needsClasses)
        return randomMatrix(outputs, kBatch, rng);
    if (loss.needsTwoClasses) {
        Matrix targets(outputs, kBatch);
        for (Scalar& target : targets.reshaped<Eigen::RowMajor>())
            target = rng.uniform() < 0.5 ? 1 : loss.logistic ? 0 : -1;
        return targets;
    }
    Matrix targets(1, kBatch);
    for (Scalar& target : targets.reshaped())
        target = static_cast<Scalar>(rng.below(static_cast<std::uint64_t>(outputs)));
    return targets;
}

/// On which side of the loss's kinks each output lies: of 1 in target · output, of −delta, 0 and delta in the error.
void addLossSides(const LossInfo& loss, const Matrix& output, const Matrix& target, std::vector<bool>& sides)
{
    if (loss.id == "hinge")
        addSides(output.cwiseProduct(target) - Matrix::Ones(output.rows(), output.cols()), sides);
    for (const double kink : {-kHuberDelta, 0.0, kHuberDelta})
        if (loss.id == "l1" || loss.id == "huber")
            addSides(output - target - Matrix::Constant(output.rows(), output.cols(), kink), sides);
}

LossFunction lossFunction(std::string_view id)
{
    Choice choice{std::string(id), {}};
    if (id == "huber")
        choice.parameters["delta"] = kHuberDelta;
    return LossFunction(choice, true);
}

} // namespace

class TestGradients : public QObject
{
    Q_OBJECT

private slots:
    void activations_data();
    void activations();
    void dense();
    void normalizations_data();
    void normalizations();
    void dropouts_data();
    void dropouts();
    void slopePerUnit();
    void randomSlopes();
    void losses_data();
    void losses();
    void stacks_data();
    void stacks();
    void rescalingChangesOnlyTheExponent_data();
    void rescalingChangesOnlyTheExponent();
};

void TestGradients::activations_data()
{
    QTest::addColumn<QString>("kind");
    for (const ActivationInfo& info : activationCatalogue())
        QTest::newRow(info.id.data()) << QString::fromUtf8(info.id.data());
}

void TestGradients::activations()
{
    QFETCH(QString, kind);
    Rng rng(1, Purpose::Probe);
    const ActivationInfo* info = findRow(activationCatalogue(), kind.toStdString());
    const Activate layer(ActivationFunction(choiceOf(*info)), 4, 0, {});
    Vector slopes = Vector::Zero(4);
    layer.initialize(slopes);
    const bool flat = info->derivative == "0";
    QCOMPARE(layerComplaint(layer, slopes, 4, 4, rng), flat ? kNoGradient : QString());
}

void TestGradients::dense()
{
    Rng rng(2, Purpose::Probe);
    const Dense layer(5, 3, 0);
    QCOMPARE(layerComplaint(layer, randomVector(18, rng), 5, 3, rng), QString());
}

void TestGradients::normalizations_data()
{
    QTest::addColumn<QString>("kind");
    for (const NormalizationInfo& info : normalizationCatalogue())
        if (info.make)
            QTest::newRow(info.id.data()) << QString::fromUtf8(info.id.data());
}

void TestGradients::normalizations()
{
    QFETCH(QString, kind);
    Rng rng(3, Purpose::Probe);
    const NormalizationInfo* info = findRow(normalizationCatalogue(), kind.toStdString());
    const auto layer = normalization(*info, 4, 0);
    QCOMPARE(layer->parametersEnd(), 4 * info->parametersPerUnit);
    QCOMPARE(layerComplaint(*layer, randomVector(layer->parametersEnd(), rng, 0.5), 4, 4, rng), QString());
}

void TestGradients::dropouts_data()
{
    QTest::addColumn<QString>("kind");
    for (const DropoutInfo& info : dropoutCatalogue())
        QTest::newRow(info.id.data()) << QString::fromUtf8(info.id.data());
}

void TestGradients::dropouts()
{
    QFETCH(QString, kind);
    Rng rng(7, Purpose::Probe);
    const Dropout layer({kind.toStdString(), {{"rate", 0.4}}}, {5, 1});
    QCOMPARE(layerComplaint(layer, Vector(), 4, 4, rng), QString());
}

void TestGradients::slopePerUnit()
{
    Rng rng(8, Purpose::Probe);
    const Activate layer(ActivationFunction(Choice{"prelu", {{"per_unit", 1}}}), 4, 0, {});
    QCOMPARE(layerComplaint(layer, randomVector(4, rng), 4, 4, rng), QString());
}

void TestGradients::randomSlopes()
{
    Rng rng(9, Purpose::Probe);
    const Activate layer(ActivationFunction(Choice{"rrelu", {}}), 4, 0, {3, 1});
    QCOMPARE(layerComplaint(layer, Vector::Zero(4), 4, 4, rng), QString());
}

void TestGradients::losses_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<int>("outputs");
    for (const LossInfo& info : lossCatalogue())
        for (const int outputs : {1, 2, 5}) {
            if (info.needsClasses && !info.needsTwoClasses && outputs == 1)
                continue; // one class is no choice: the loss is 0 whatever the output
            QTest::addRow("%s, %d outputs", info.id.data(), outputs) << QString::fromUtf8(info.id.data()) << outputs;
        }
}

void TestGradients::losses()
{
    QFETCH(QString, kind);
    QFETCH(int, outputs);
    Rng rng(4, Purpose::Probe);
    const LossFunction loss = lossFunction(kind.toStdString());
    for (int draw = 0; draw < kDraws; ++draw) {
        Matrix output = randomMatrix(outputs, kBatch, rng, 2);
        const Matrix targets = randomTargets(loss.info(), outputs, rng);
        Matrix gradient;
        const double value = loss.evaluate(output, targets, &gradient);
        QCOMPARE(loss.evaluate(output, targets, nullptr), value);
        const auto numerical = numericalGradient(output.data(), output.size(), [&] {
            Evaluation evaluation{loss.evaluate(output, targets, nullptr), {}};
            addLossSides(loss.info(), output, targets, evaluation.sides);
            return evaluation;
        });
        if (!numerical)
            continue;
        QCOMPARE(complaint({{"output", flat(gradient), *numerical}}), QString());
        return;
    }
    QFAIL("no draw without a kink");
}

void TestGradients::stacks_data()
{
    QTest::addColumn<int>("number");
    for (int number = 0; number < 10; ++number)
        QTest::addRow("stack %d", number) << number;
}

void TestGradients::stacks()
{
    QFETCH(int, number);
    Rng rng(5, Purpose::Probe, static_cast<std::uint64_t>(number));
    const LossFunction loss =
        lossFunction(lossCatalogue()[static_cast<std::size_t>(number) % lossCatalogue().size()].id);
    for (int draw = 0; draw < kDraws; ++draw) {
        constexpr Index kInputs = 3;
        constexpr Index kOutputs = 3;
        Network network = randomStack(kInputs, kOutputs, rng);
        Matrix inputs = randomMatrix(kInputs, kBatch, rng);
        const Matrix targets = randomTargets(loss.info(), kOutputs, rng);
        const auto evaluate = [&] {
            NetworkPass pass;
            network.forward(inputs, Mode::Training, pass);
            Evaluation evaluation{loss.evaluate(pass.output.output, targets, nullptr), {}};
            for (const HiddenPass& hidden : pass.hidden)
                addSides(hidden.z(), evaluation.sides);
            addLossSides(loss.info(), pass.output.output, targets, evaluation.sides);
            return evaluation;
        };
        const auto byInputs = numericalGradient(inputs.data(), inputs.size(), evaluate);
        const auto byParameters =
            byInputs ? numericalGradient(network.parameters().data(), network.parameters().size(), evaluate)
                     : std::nullopt;
        if (!byParameters)
            continue;
        NetworkPass pass;
        network.forward(inputs, Mode::Training, pass);
        loss.evaluate(pass.output.output, targets, &pass.output.dOutput);
        network.backward(inputs, pass);
        const ParameterSlot& first = network.hidden(0).dense->weights();
        Matrix dInputs = first.matrix(std::as_const(network).parameters()).transpose() * pass.hidden[0].du();
        if (network.hidden(0).skip == Skip::Pre)
            dInputs += pass.hidden[0].delta();
        else if (network.hidden(0).skip == Skip::Post)
            dInputs += pass.hidden[0].dh();
        std::vector<Tensor> tensors{{"inputs", flat(dInputs), *byInputs}};
        for (const auto& [name, slot] : slotsOf(network))
            tensors.push_back({name, slot.vector(std::as_const(pass.gradient)), slot.vector(*byParameters)});
        QCOMPARE(complaint(tensors), QString());
        return;
    }
    QFAIL("no draw without a kink");
}

void TestGradients::rescalingChangesOnlyTheExponent_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<double>("spread");
    QTest::addColumn<bool>("normalized");
    QTest::newRow("vanishing sigmoid") << QStringLiteral("sigmoid") << 0.3 << false;
    QTest::newRow("vanishing tanh, normalised") << QStringLiteral("tanh") << 0.3 << true;
    QTest::newRow("exploding leaky relu") << QStringLiteral("leaky_relu") << 5.0 << false;
}

void TestGradients::rescalingChangesOnlyTheExponent()
{
    QFETCH(QString, kind);
    QFETCH(double, spread);
    QFETCH(bool, normalized);
    Rng rng(6, Purpose::Probe);
    constexpr Index kWidth = 4;
    constexpr std::size_t kDepth = 40;
    const NormalizationInfo* batch = findRow(normalizationCatalogue(), "batch");
    std::vector<HiddenLayer> hidden(kDepth);
    Index offset = 0;
    for (HiddenLayer& layer : hidden) {
        layer.dense = std::make_unique<Dense>(kWidth, kWidth, offset);
        offset = layer.dense->biases().end();
        if (normalized) {
            layer.normalization = batch->make(kWidth, offset, std::array{0.1, 1.0});
            offset = layer.normalization->parametersEnd();
        }
        layer.activate = std::make_unique<Activate>(ActivationFunction(Choice{kind.toStdString(), {}}), kWidth, offset,
                                                    RandomSource{});
        offset = layer.activate->slopes().end();
    }
    Network network(std::move(hidden), std::make_unique<Dense>(kWidth, kWidth, offset));
    for (Scalar& parameter : network.parameters())
        parameter = spread * rng.normal();

    const Matrix inputs = randomMatrix(kWidth, kBatch, rng);
    NetworkPass plain;
    network.forward(inputs, Mode::Training, plain);
    plain.output.dOutput = randomMatrix(kWidth, kBatch, rng);
    NetworkPass scaled = plain;
    network.backward(inputs, plain, Rescale::No);
    network.backward(inputs, scaled, Rescale::Yes);
    QVERIFY(scaled.hidden.front().exponent != 0);
    QCOMPARE(plain.hidden.front().exponent, 0);
    // A power of two changes no digit, so that the numbers must be equal, not only near.
    for (std::size_t l = 0; l < kDepth; ++l) {
        const HiddenPass& own = scaled.hidden[l];
        const double factor = std::ldexp(1.0, -own.exponent);
        QVERIFY(own.delta() * factor == plain.hidden[l].delta());
        QVERIFY(own.du() * factor == plain.hidden[l].du());
        QVERIFY(own.da() * factor == plain.hidden[l].da());
        const ParameterSlot& weights = network.hidden(l).dense->weights();
        QVERIFY(weights.vector(std::as_const(scaled.gradient)) * factor ==
                weights.vector(std::as_const(plain.gradient)));
        QVERIFY(own.da().cwiseAbs().maxCoeff() < 1e13 && own.da().cwiseAbs().maxCoeff() > 1e-13);
    }
    const ParameterSlot& weights = network.output().weights();
    QVERIFY(weights.vector(std::as_const(scaled.gradient)) == weights.vector(std::as_const(plain.gradient)));
}

QTEST_APPLESS_MAIN(TestGradients)
#include "TestGradients.moc"

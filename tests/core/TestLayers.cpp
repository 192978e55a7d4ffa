// SPDX-License-Identifier: GPL-3.0-or-later
// What a hidden layer may have besides weights and activation: dropout, skips, normalisation over the units, learned
// and random slopes, and each layer its own of all this.
#include "core/base/Rng.h"
#include "core/nn/NetworkBuilder.h"
#include "core/probe/Probe.h"
#include "tests/core/Goldens.h"

#include <QTest>

#include <cmath>

using namespace core;

namespace
{

Matrix gaussian(Index rows, Index columns, double spread = 1)
{
    Matrix values(rows, columns);
    Rng rng(21, Purpose::Probe);
    for (Scalar& value : values.reshaped<Eigen::RowMajor>())
        value = static_cast<Scalar>(spread * rng.normal());
    return values;
}

struct Moments {
    double mean = 0;
    double variance = 0;
};

Moments momentsOf(const Matrix& values)
{
    const Eigen::ArrayXXd all = values.cast<double>().array();
    return {all.mean(), (all - all.mean()).square().mean()};
}

Matrix dropped(const Dropout& layer, const Matrix& input, std::uint64_t step)
{
    LayerPass pass;
    layer.forward({}, input, {Mode::Training, step}, pass);
    return pass.output;
}

ExperimentConfig experiment(std::int64_t depth, std::int64_t width, const std::string& activation)
{
    ExperimentConfig config;
    config.network.depth = depth;
    config.network.width = width;
    config.network.activation = {activation, {}};
    return config;
}

} // namespace

class TestLayers : public QObject
{
    Q_OBJECT

private slots:
    void sampleNormalizations_data();
    void sampleNormalizations();
    void dropoutKeepsTheMean();
    void alphaDropoutKeepsMeanAndVariance();
    void dropoutIsAFunctionOfTheStep();
    void nothingIsDroppedOutsideOfTraining();
    void skips_data();
    void skips();
    void noSkipWhereWidthsDiffer();
    void factorsOfASkip_data();
    void factorsOfASkip();
    void eachLayerItsOwn();
    void slopePerUnit();
    void seluKeepsItsFixedPoint();
    void aLinearNetworkIsTheProductOfItsMatrices();
};

void TestLayers::sampleNormalizations_data()
{
    QTest::addColumn<int>("index");
    QTest::newRow("layer, PyTorch's default") << 0;
    QTest::newRow("layer, another epsilon") << 1;
    QTest::newRow("rms, PyTorch's default") << 2;
    QTest::newRow("rms, another epsilon") << 3;
}

void TestLayers::sampleNormalizations()
{
    QFETCH(int, index);
    const nlohmann::json row = goldens::json("sample_normalization.json")[static_cast<std::size_t>(index)];
    const Index units = row["units"];
    const NormalizationInfo* info = findRow(normalizationCatalogue(), row["kind"].get<std::string>());
    const auto layer = info->make(units, 0, std::array{row["epsilon"].get<double>()});
    Vector parameters(layer->parametersEnd());
    parameters.head(units) = goldens::matrix(row["scale"], units, 1);
    if (layer->parametersEnd() > units)
        parameters.tail(units) = goldens::matrix(row["shift"], units, 1);
    const Matrix expected = goldens::matrix(row["output"], units, row["batch"]);
    for (const Mode mode : {Mode::Training, Mode::Evaluation, Mode::Probe}) {
        LayerPass pass;
        layer->forward(parameters, goldens::matrix(row["input"], units, row["batch"]), mode, pass);
        const float error = (pass.output - expected).cwiseAbs().maxCoeff();
        QVERIFY2(error < 2e-6F * std::max(1.0F, expected.cwiseAbs().maxCoeff()), qPrintable(QString::number(error)));
    }
}

void TestLayers::dropoutKeepsTheMean()
{
    const Matrix ones = Matrix::Ones(200, 500);
    for (const double rate : {0.1, 0.5, 0.9}) {
        const Matrix output = dropped(Dropout({"dropout", {{"rate", rate}}}, {1, 1}), ones, 1);
        const double silent = static_cast<double>((output.array() == 0).count()) / 1e5;
        QVERIFY(std::abs(silent - rate) < 5 * std::sqrt(rate * (1 - rate) / 1e5));
        QVERIFY(std::abs(static_cast<double>(output.maxCoeff()) - 1 / (1 - rate)) < 1e-5);
        QVERIFY(std::abs(momentsOf(output).mean - 1) < 5 * std::sqrt(rate / (1 - rate) / 1e5));
    }
}

void TestLayers::alphaDropoutKeepsMeanAndVariance()
{
    // Activations of mean 0 and variance 1, SELU's fixed point, stay there (Klambauer et al., 2017).
    const Matrix input = gaussian(400, 500);
    for (const double rate : {0.05, 0.1, 0.5}) {
        const Matrix output = dropped(Dropout({"alpha_dropout", {{"rate", rate}}}, {1, 1}), input, 1);
        const Moments before = momentsOf(input);
        const Moments after = momentsOf(output);
        QVERIFY2(std::abs(after.mean - before.mean) < 0.02, qPrintable(QString::number(after.mean)));
        QVERIFY2(std::abs(after.variance / before.variance - 1) < 0.03, qPrintable(QString::number(after.variance)));
    }
}

void TestLayers::dropoutIsAFunctionOfTheStep()
{
    const Matrix input = gaussian(8, 20);
    Dropout layer({"dropout", {{"rate", 0.5}}}, {1, 3});
    const Matrix first = dropped(layer, input, 1);
    const Matrix second = dropped(layer, input, 2);
    QVERIFY(first != second);
    QCOMPARE(dropped(layer, input, 1), first); // whatever came between
    QVERIFY(dropped(Dropout({"dropout", {{"rate", 0.5}}}, {1, 4}), input, 1) != first);
    QVERIFY(dropped(Dropout({"dropout", {{"rate", 0.5}}}, {2, 3}), input, 1) != first);
    // A smaller rate drops some of the same.
    layer.configure({"dropout", {{"rate", 0.25}}});
    const Matrix fewer = dropped(layer, input, 1);
    QVERIFY(((fewer.array() == 0) && (first.array() != 0)).count() == 0);
}

void TestLayers::nothingIsDroppedOutsideOfTraining()
{
    ExperimentConfig config = experiment(3, 16, "tanh");
    const Matrix inputs = gaussian(2, 30);
    NetworkPass plain;
    buildNetwork(config, 2, 2).forward(inputs, Mode::Evaluation, plain);
    config.network.dropout.parameters["rate"] = 0.5;
    const Network network = buildNetwork(config, 2, 2);
    NetworkPass pass;
    for (const Mode mode : {Mode::Evaluation, Mode::Probe}) {
        network.forward(inputs, mode, pass);
        QCOMPARE(pass.output.output, plain.output.output);
    }
    network.forward(inputs, {Mode::Training, 1}, pass);
    QVERIFY(pass.output.output != plain.output.output);
}

void TestLayers::skips_data()
{
    QTest::addColumn<QString>("residual");
    QTest::addColumn<QString>("normalization");
    for (const char* residual : {"pre", "post"})
        for (const char* normalization : {"none", "layer"})
            QTest::addRow("%s, %s", residual, normalization) << residual << normalization;
}

void TestLayers::skips()
{
    QFETCH(QString, residual);
    QFETCH(QString, normalization);
    ExperimentConfig config = experiment(3, 4, "tanh");
    config.network.residual = residual.toStdString();
    config.network.normalization.kind = normalization.toStdString();
    const Network network = buildNetwork(config, 4, 2);
    const Matrix inputs = gaussian(4, 10);
    NetworkPass pass;
    network.forward(inputs, Mode::Evaluation, pass);
    Matrix h = inputs;
    for (std::size_t l = 0; l < 3; ++l) {
        const HiddenLayer& layer = network.hidden(l);
        LayerPass dense;
        LayerPass normalized;
        layer.dense->forward(network.parameters(), h, Mode::Evaluation, dense);
        Matrix z = dense.output;
        if (layer.normalization) {
            layer.normalization->forward(network.parameters(), z, Mode::Evaluation, normalized);
            z = normalized.output;
        }
        if (residual == QLatin1String("pre"))
            z += h;
        const Matrix a = z.array().tanh();
        QVERIFY(pass.hidden[l].z().isApprox(z, 1e-5F));
        QVERIFY(pass.hidden[l].a().isApprox(a, 1e-5F));
        h = residual == QLatin1String("post") ? Matrix(a + h) : a;
        QVERIFY(pass.hidden[l].h().isApprox(h, 1e-5F));
    }
}

void TestLayers::noSkipWhereWidthsDiffer()
{
    ExperimentConfig config = experiment(3, 5, "tanh");
    config.network.residual = "post";
    const Network network = buildNetwork(config, 2, 2);
    QCOMPARE(network.hidden(0).skip, Skip::None); // from two inputs to five units
    QCOMPARE(network.hidden(1).skip, Skip::Post);
    QCOMPARE(network.hidden(2).skip, Skip::Post);
}

void TestLayers::factorsOfASkip_data()
{
    QTest::addColumn<QString>("residual");
    QTest::addColumn<QString>("normalization");
    for (const char* residual : {"none", "pre", "post"})
        for (const char* normalization : {"none", "batch", "rms"})
            QTest::addRow("%s, %s", residual, normalization) << residual << normalization;
}

void TestLayers::factorsOfASkip()
{
    QFETCH(QString, residual);
    QFETCH(QString, normalization);
    ExperimentConfig config = experiment(6, 8, "tanh");
    config.network.residual = residual.toStdString();
    config.network.normalization.kind = normalization.toStdString();
    const Dataset data = makeDataset(config.data, 1, goldens::noResource).value();
    const LossFunction loss({"cross_entropy", {}}, true);
    const Network network = buildNetwork(config, 2, 2);
    Snapshot snapshot;
    Probe(data, loss, 500).read(network, config.network, snapshot);
    // The gains multiply to delta_ratio, and each gain is the product of its factors.
    double product = 1;
    for (std::size_t l = 0; l + 1 < snapshot.layers.size(); ++l) {
        const LayerStatistics& layer = snapshot.layers[l];
        const double gain =
            *layer.normalizationFactor * *layer.backpropFactor * *layer.skipFactor * *layer.derivativeFactor;
        const double measured = layer.deltaRms / snapshot.layers[l + 1].deltaRms;
        QVERIFY2(std::abs(gain / measured - 1) < 1e-4, qPrintable(QString::number(gain / measured)));
        QCOMPARE(*layer.skipFactor == 1, residual == QLatin1String("none"));
        product *= gain;
    }
    QVERIFY(std::abs(product / *snapshot.deltaRatio - 1) < 1e-3);
    QCOMPARE(*snapshot.layers.back().skipFactor, 1.0); // nothing goes around the output layer
    // W^T ∂u by hand, for the layer below a skip.
    const Matrix inputs = data.train.inputs.leftCols(500);
    NetworkPass pass;
    network.forward(inputs, Mode::Probe, pass);
    loss.evaluate(pass.output.output, lossTargets(loss.info(), data.train, 2).leftCols(500), &pass.output.dOutput);
    network.backward(inputs, pass);
    const Matrix& du = pass.hidden[3].du();
    const Matrix brought = network.hidden(3).dense->weights().matrix(network.parameters()).transpose() * du;
    const double byHand = rootMeanSquare(brought) / rootMeanSquare(du);
    QVERIFY(std::abs(*snapshot.layers[2].backpropFactor / byHand - 1) < 1e-4);
}

void TestLayers::eachLayerItsOwn()
{
    ExperimentConfig config = experiment(3, 4, "relu");
    config.network.layers.resize(3);
    config.network.layers[0].units = 7;
    config.network.layers[1].activation = Choice{"tanh", {}};
    config.network.layers[1].normalization = Choice{"batch", {}};
    config.network.layers[2].residual = "pre";
    config.network.layers[2].dropout = Choice{"dropout", {{"rate", 0.5}}};
    Network network = buildNetwork(config, 2, 3);
    QCOMPARE(network.hidden(0).dense->weights().rows, Index(7));
    QCOMPARE(network.hidden(1).dense->weights().columns, Index(7));
    QCOMPARE(network.hidden(1).dense->weights().rows, Index(4));
    QVERIFY(!network.hidden(0).normalization && network.hidden(1).normalization && !network.hidden(2).normalization);
    QCOMPARE(network.hidden(2).skip, Skip::Pre);
    QVERIFY(!network.hidden(1).dropout->isActive(Mode::Training) &&
            network.hidden(2).dropout->isActive(Mode::Training));
    const auto kindOf = [&](std::size_t l) {
        return QString::fromUtf8(network.hidden(l).activate->function(network.parameters()).info().id.data());
    };
    QCOMPARE(kindOf(0), QStringLiteral("relu"));
    QCOMPARE(kindOf(1), QStringLiteral("tanh"));
    network.configure(1, ActivationFunction(Choice{"elu", {}}), {"dropout", {{"rate", 0.1}}});
    QCOMPARE(kindOf(1), QStringLiteral("elu"));
    QVERIFY(network.hidden(1).dropout->isActive(Mode::Training));
}

void TestLayers::slopePerUnit()
{
    ExperimentConfig config = experiment(1, 3, "prelu");
    config.network.activation.parameters["per_unit"] = 1;
    Network network = buildNetwork(config, 2, 1);
    const Activate& activate = *network.hidden(0).activate;
    VectorView slopes = activate.slopes().vector(network.parameters());
    QCOMPARE(Vector(slopes), Vector::Constant(3, 0.25F));
    slopes << 0, 0.5F, 2;
    Matrix z(3, 2);
    z << -1, 3, -1, 3, -1, 3;
    Matrix f;
    Matrix df;
    activate.evaluate(network.parameters(), z, &f, &df);
    QCOMPARE(f, (Matrix(3, 2) << 0, 3, -0.5F, 3, -2, 3).finished());
    QCOMPARE(df, (Matrix(3, 2) << 0, 1, 0.5F, 1, 2, 1).finished());
    QVERIFY(std::abs(*activate.learnedSlope(network.parameters()) - 2.5 / 3) < 1e-6);
    // One slope for all again: it starts at its initial value, and the other places are 0.
    network.configure(0, ActivationFunction(Choice{"prelu", {}}), {"dropout", {}});
    QCOMPARE(Vector(slopes), (Vector(3) << 0.25F, 0, 0).finished());
}

void TestLayers::seluKeepsItsFixedPoint()
{
    // Mean 0 and variance 1 attract the activations of SELU under LeCun's initialisation (Klambauer et al., 2017), here
    // through 50 layers, even from inputs that are far from it.
    ExperimentConfig config = experiment(50, 256, "selu");
    config.initializer.weights.kind = "lecun_normal";
    const Network network = buildNetwork(config, 256, 2);
    NetworkPass pass;
    for (const double spread : {1.0, 1.2}) {
        network.forward(gaussian(256, 200, spread), Mode::Evaluation, pass);
        for (const std::size_t l : {std::size_t(9), std::size_t(29), std::size_t(49)}) {
            const Moments a = momentsOf(pass.hidden[l].a());
            QVERIFY2(std::abs(a.mean) < 0.15, qPrintable(QString::number(a.mean)));
            QVERIFY2(std::abs(a.variance - 1) < 0.25, qPrintable(QString::number(a.variance)));
        }
    }
}

void TestLayers::aLinearNetworkIsTheProductOfItsMatrices()
{
    ExperimentConfig config = experiment(5, 6, "identity");
    config.initializer.weights.kind = "xavier_normal";
    const Network network = buildNetwork(config, 3, 2);
    Matrix product = Matrix::Identity(3, 3);
    for (std::size_t l = 0; l < 5; ++l)
        product = network.hidden(l).dense->weights().matrix(network.parameters()) * product;
    product = network.output().weights().matrix(network.parameters()) * product;
    const Matrix inputs = gaussian(3, 40);
    NetworkPass pass;
    network.forward(inputs, Mode::Evaluation, pass);
    QVERIFY(pass.output.output.isApprox(product * inputs, 1e-5F));
}

QTEST_APPLESS_MAIN(TestLayers)
#include "TestLayers.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
// The laws of the initialisers, by statistics of many weights: tolerances are five standard errors.
#include "core/nn/Initializer.h"
#include "core/nn/NetworkBuilder.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <map>
#include <string>
#include <tuple>
#include <vector>

using namespace core;

namespace
{

struct Law {
    const char* kind;
    std::map<std::string, double, std::less<>> parameters;
    bool normal;
    double (*variance)(double fanIn, double fanOut); ///< for gain 1
};

// As published: LeCun et al. 1998; Glorot and Bengio 2010; He et al. 2015 (with slope a: 2/((1 + a²) n)).
const std::vector<Law>& laws()
{
    static const std::vector<Law> rows{
        {"lecun_normal", {}, true, [](double in, double) { return 1 / in; }},
        {"lecun_uniform", {}, false, [](double in, double) { return 1 / in; }},
        {"xavier_normal", {}, true, [](double in, double out) { return 2 / (in + out); }},
        {"xavier_uniform", {}, false, [](double in, double out) { return 2 / (in + out); }},
        {"he_normal", {}, true, [](double in, double) { return 2 / in; }},
        {"he_uniform", {}, false, [](double in, double) { return 2 / in; }},
        {"he_normal", {{"negative_slope", 1}}, true, [](double in, double) { return 1 / in; }},
        {"he_uniform", {{"negative_slope", 0.5}}, false, [](double in, double) { return 1.6 / in; }},
        {"fan_in_uniform", {}, false, [](double in, double) { return 1 / (3 * in); }}, // U[±1/√in]
        {"normal", {{"std", 0.3}}, true, [](double, double) { return 0.09; }},
        {"uniform", {{"limit", 0.3}}, false, [](double, double) { return 0.03; }},
    };
    return rows;
}

InitializerConfig configOf(const std::string& kind, double gain = 1)
{
    InitializerConfig config;
    config.weights = {kind, {}};
    config.gain = gain;
    return config;
}

Matrix drawn(const InitializerConfig& config, Index rows, Index columns)
{
    Matrix weights(rows, columns);
    Rng rng(7, Purpose::Weights, 1);
    Vector biases = Vector::Zero(rows);
    initializeWeights({weights.data(), rows, columns}, {biases.data(), rows}, config, rng);
    return weights;
}

ExperimentConfig experiment(std::int64_t depth)
{
    ExperimentConfig config;
    config.network.depth = depth;
    config.network.width = 6;
    config.initializer.biasStd = 0.5;
    return config;
}

Matrix weightsOf(const Network& network, std::size_t layer)
{
    const Dense& dense = layer < network.depth() ? *network.hidden(layer).dense : network.output();
    return dense.weights().matrix(network.parameters());
}

Vector biasesOf(const Network& network, std::size_t layer)
{
    const Dense& dense = layer < network.depth() ? *network.hidden(layer).dense : network.output();
    return dense.biases().vector(network.parameters());
}

} // namespace

class TestInitializer : public QObject
{
    Q_OBJECT

private slots:
    void laws_data();
    void laws();
    void everyRandomKindHasALaw();
    void fixedKinds();
    void orthogonalKeepsLengths_data();
    void orthogonalKeepsLengths();
    void orthogonalIsUniform();
    void unitVarianceOnTheData_data();
    void unitVarianceOnTheData();
    void asymmetricHasAPositiveEntryInEachRow();
    void asymmetricLetsFewerUnitsDie();
    void signalThroughThirtyLayers_data();
    void signalThroughThirtyLayers();
    void biases();
    void streamsKeepToTheirLayer();
    void theSeedChangesAll();
};

void TestInitializer::laws_data()
{
    QTest::addColumn<int>("law");
    QTest::addColumn<int>("fanIn");
    QTest::addColumn<int>("fanOut");
    QTest::addColumn<double>("gain");
    for (std::size_t i = 0; i < ::laws().size(); ++i)
        for (const auto& [fanIn, fanOut, gain] :
             {std::tuple{300, 200, 1.0}, std::tuple{20, 3000, 1.0}, std::tuple{3000, 20, 2.5}})
            QTest::addRow("%zu %s, %d to %d, gain %g", i, ::laws()[i].kind, fanIn, fanOut, gain)
                << int(i) << fanIn << fanOut << gain;
}

void TestInitializer::laws()
{
    QFETCH(int, law);
    QFETCH(int, fanIn);
    QFETCH(int, fanOut);
    QFETCH(double, gain);
    const Law& expected = ::laws()[static_cast<std::size_t>(law)];
    InitializerConfig config = configOf(expected.kind, gain);
    config.weights.parameters = expected.parameters;
    const Eigen::ArrayXXd weights = drawn(config, fanOut, fanIn).cast<double>().array();
    const auto count = static_cast<double>(weights.size()); // 60 000
    const double std = gain * std::sqrt(expected.variance(fanIn, fanOut));
    const double fourth = expected.normal ? 3 : 1.8; // kurtosis of a normal and of a uniform
    QVERIFY(std::abs(weights.mean()) < 5 * std / std::sqrt(count));
    const double variance = weights.square().mean() / (std * std);
    QVERIFY2(std::abs(variance - 1) < 5 * std::sqrt((fourth - 1) / count), qPrintable(QString::number(variance)));
    const double kurtosis = weights.square().square().mean() / std::pow(std, 4);
    QVERIFY2(std::abs(kurtosis - fourth) < 0.2, qPrintable(QString::number(kurtosis)));
    const double largest = weights.abs().maxCoeff() / std;
    if (expected.normal)
        QVERIFY2(largest > 3.5 && largest < 6.5, "a normal is not truncated");
    else
        QVERIFY2(largest <= std::sqrt(3.0) * (1 + 1e-6) && largest > std::sqrt(3.0) * 0.999,
                 qPrintable(QString::number(largest)));
}

void TestInitializer::everyRandomKindHasALaw()
{
    for (const InitializerInfo& info : initializerCatalogue()) {
        const bool covered =
            std::any_of(::laws().begin(), ::laws().end(), [&](const Law& law) { return law.kind == info.id; });
        // Those whose entries do not stand for themselves have tests of their own.
        const bool special = info.id == "orthogonal" || info.id == "lsuv" || info.id == "randomized_asymmetric";
        QVERIFY2(covered || special || !info.isRandom, info.id.data());
    }
}

void TestInitializer::fixedKinds()
{
    QVERIFY(drawn(configOf("zeros"), 5, 4).isZero(0));
    InitializerConfig config = configOf("constant", 3); // gain multiplies random kinds only
    config.weights.parameters["value"] = -0.25;
    QCOMPARE(drawn(config, 5, 4), Matrix::Constant(5, 4, -0.25F));
}

void TestInitializer::orthogonalKeepsLengths_data()
{
    QTest::addColumn<int>("rows");
    QTest::addColumn<int>("columns");
    QTest::newRow("square") << 30 << 30;
    QTest::newRow("tall") << 50 << 20;
    QTest::newRow("wide") << 20 << 50;
    QTest::newRow("one row") << 1 << 7;
}

void TestInitializer::orthogonalKeepsLengths()
{
    QFETCH(int, rows);
    QFETCH(int, columns);
    constexpr double kGain = 1.5;
    const Eigen::MatrixXd w = drawn(configOf("orthogonal", kGain), rows, columns).cast<double>();
    const Eigen::MatrixXd gram =
        rows >= columns ? Eigen::MatrixXd(w.transpose() * w) : Eigen::MatrixXd(w * w.transpose());
    const double error =
        (gram - kGain * kGain * Eigen::MatrixXd::Identity(gram.rows(), gram.cols())).cwiseAbs().maxCoeff();
    QVERIFY2(error < 1e-5, qPrintable(QString::number(error)));
}

void TestInitializer::orthogonalIsUniform()
{
    // Of a uniform orthogonal matrix each entry has mean 0 and variance 1/n; the bare Q of a QR has not.
    constexpr int kDraws = 4000;
    constexpr Index kSize = 3;
    Rng rng(3, Purpose::Weights);
    Eigen::ArrayXXd mean = Eigen::ArrayXXd::Zero(kSize, kSize);
    Eigen::ArrayXXd square = mean;
    for (int i = 0; i < kDraws; ++i) {
        Matrix weights(kSize, kSize);
        Vector biases = Vector::Zero(kSize);
        initializeWeights({weights.data(), kSize, kSize}, {biases.data(), kSize}, configOf("orthogonal"), rng);
        mean += weights.cast<double>().array() / kDraws;
        square += weights.cast<double>().array().square() / kDraws;
    }
    QVERIFY((mean.abs() < 5 * std::sqrt(1.0 / 3 / kDraws)).all());
    QVERIFY(((square - 1.0 / 3).abs() < 5 * std::sqrt(0.12 / kDraws)).all());
}

void TestInitializer::unitVarianceOnTheData_data()
{
    QTest::addColumn<QString>("activation");
    QTest::addColumn<double>("gain");
    QTest::newRow("tanh") << QStringLiteral("tanh") << 1.0;
    QTest::newRow("relu") << QStringLiteral("relu") << 1.0;
    QTest::newRow("sigmoid, gain 2") << QStringLiteral("sigmoid") << 2.0;
}

void TestInitializer::unitVarianceOnTheData()
{
    QFETCH(QString, activation);
    QFETCH(double, gain);
    ExperimentConfig config = experiment(20);
    config.network.width = 16;
    config.network.activation.kind = activation.toStdString();
    config.initializer.weights.kind = "lsuv";
    config.initializer.gain = gain;
    Matrix samples(4, 500);
    Rng rng(1, Purpose::Data);
    for (Scalar& value : samples.reshaped<Eigen::RowMajor>())
        value = static_cast<Scalar>(3 * rng.normal());
    const Network network = buildNetwork(config, 4, 2, samples);
    NetworkPass pass;
    network.forward(samples, Mode::Evaluation, pass);
    const auto spread = [](const Matrix& u) {
        const Eigen::ArrayXXd all = u.cast<double>().array();
        return std::sqrt((all - all.mean()).square().mean());
    };
    for (const HiddenPass& layer : pass.hidden)
        QVERIFY2(std::abs(spread(layer.u()) / gain - 1) < 0.01, qPrintable(QString::number(spread(layer.u()))));
    QVERIFY(std::abs(spread(pass.output.output) / gain - 1) < 0.01);
    QCOMPARE(buildNetwork(config, 4, 2, samples).parameters(), network.parameters());
}

void TestInitializer::asymmetricHasAPositiveEntryInEachRow()
{
    constexpr Index kRows = 4000;
    constexpr Index kColumns = 9;
    Matrix weights(kRows, kColumns);
    Vector biases = Vector::Zero(kRows);
    Rng rng(7, Purpose::Weights);
    initializeWeights({weights.data(), kRows, kColumns}, {biases.data(), kRows}, configOf("randomized_asymmetric"),
                      rng);
    // A tenth of all entries has the mean 2/3 of Beta(2, 1), the others 0 and the standard deviation 0.6007/√9.
    Eigen::ArrayXXd all(kRows, kColumns + 1);
    all << weights.cast<double>().array(), biases.cast<double>().array();
    QVERIFY(std::abs(all.mean() - 2.0 / 30) < 5 * 0.31 / std::sqrt(40000));
    const double square = 0.9 * 0.6007 * 0.6007 / 9 + 0.1 * 0.5; // Beta(2, 1): E x² = 1/2
    QVERIFY(std::abs(all.square().mean() - square) < 0.005);
    QVERIFY(std::abs(biases.cast<double>().mean() - 2.0 / 30) < 5 * 0.31 / std::sqrt(4000));
}

void TestInitializer::asymmetricLetsFewerUnitsDie()
{
    // Narrow and deep: with He's symmetric weights most networks are born dead, the same answer everywhere (Lu et al.,
    // figure 4: width 2); with these few are.
    const auto bornDead = [](const std::string& kind) {
        int dead = 0;
        Matrix inputs(1, 50);
        inputs.row(0) = RowVector::LinSpaced(50, -1.7F, 1.7F);
        for (std::int64_t seed = 0; seed < 200; ++seed) {
            ExperimentConfig config;
            config.seed = seed;
            config.network.depth = 10;
            config.network.width = 2;
            config.network.activation = {"relu", {}};
            config.initializer.weights.kind = kind;
            NetworkPass pass;
            const Network network = buildNetwork(config, 1, 1);
            network.forward(inputs, Mode::Evaluation, pass);
            const auto output = pass.output.output.array();
            dead += output.maxCoeff() - output.minCoeff() < 1e-12F ? 1 : 0;
        }
        return dead / 200.0;
    };
    const double symmetric = bornDead("he_normal");
    const double asymmetric = bornDead("randomized_asymmetric");
    QVERIFY2(symmetric > 0.7, qPrintable(QString::number(symmetric)));
    QVERIFY2(asymmetric < 0.6 * symmetric, qPrintable(QString::number(asymmetric)));
}

void TestInitializer::signalThroughThirtyLayers_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<double>("wanted");
    QTest::addColumn<double>("tolerance");
    // He et al. (2015), equations 9 and 10: with 2/fan_in the second moment stays, with Xavier's 1/fan_in it halves in
    // each ReLU layer.
    QTest::newRow("He") << QStringLiteral("he_normal") << 0.0 << 3.0;
    QTest::newRow("Xavier") << QStringLiteral("xavier_normal") << -29 * std::log(2.0) << 3.0;
}

void TestInitializer::signalThroughThirtyLayers()
{
    QFETCH(QString, kind);
    QFETCH(double, wanted);
    QFETCH(double, tolerance);
    ExperimentConfig config;
    config.network.depth = 30;
    config.network.width = 256;
    config.network.activation = {"relu", {}};
    config.initializer.weights.kind = kind.toStdString();
    Matrix inputs(256, 64);
    Rng rng(4, Purpose::Data);
    for (Scalar& value : inputs.reshaped<Eigen::RowMajor>())
        value = static_cast<Scalar>(rng.normal());
    const Network network = buildNetwork(config, 256, 2);
    NetworkPass pass;
    network.forward(inputs, Mode::Evaluation, pass);
    const auto secondMoment = [](const Matrix& z) {
        return z.cast<double>().squaredNorm() / static_cast<double>(z.size());
    };
    const double change = std::log(secondMoment(pass.hidden.back().z()) / secondMoment(pass.hidden.front().z()));
    // ln of the factor over 29 layers: its standard deviation is about √(29 · 5/256) = 0.75 for one network.
    QVERIFY2(std::abs(change - wanted) < tolerance, qPrintable(QString::number(change)));
}

void TestInitializer::biases()
{
    InitializerConfig config;
    Vector values = Vector::Constant(60000, 9);
    Rng rng(1, Purpose::Biases);
    initializeBiases({values.data(), values.size()}, config, rng);
    QVERIFY(values.isZero(0));
    config.bias = -2;
    initializeBiases({values.data(), values.size()}, config, rng);
    QVERIFY((values.array() == -2).all());
    config.biasStd = 0.5;
    initializeBiases({values.data(), values.size()}, config, rng);
    const double mean = values.cast<double>().mean();
    const double std = std::sqrt((values.cast<double>().array() - mean).square().mean());
    QVERIFY(std::abs(mean + 2) < 5 * 0.5 / std::sqrt(60000));
    QVERIFY(std::abs(std / 0.5 - 1) < 5 / std::sqrt(120000));
}

void TestInitializer::streamsKeepToTheirLayer()
{
    const Network shallow = buildNetwork(experiment(2), 2, 3);
    std::vector<ExperimentConfig> others(4, experiment(5));
    others[1].network.activation.kind = "prelu";
    others[2].network.normalization.kind = "batch";
    others[3].initializer.bias = 1; // moves the biases, not their spread, and no weight
    for (std::size_t other = 0; other < others.size(); ++other) {
        const Network deep = buildNetwork(others[other], 2, 3);
        for (std::size_t layer = 0; layer < 2; ++layer) {
            QCOMPARE(weightsOf(deep, layer), weightsOf(shallow, layer));
            if (other < 3)
                QCOMPARE(biasesOf(deep, layer), biasesOf(shallow, layer));
        }
        QCOMPARE(weightsOf(deep, 5), weightsOf(shallow, 2)); // the output layer
        QVERIFY(biasesOf(deep, 5).isZero(0));
        QVERIFY(!biasesOf(deep, 1).isZero(0.1F));
        QVERIFY(weightsOf(deep, 1) != weightsOf(deep, 2)); // no two layers alike
        QVERIFY(biasesOf(deep, 1) != biasesOf(deep, 2));
    }
}

void TestInitializer::theSeedChangesAll()
{
    ExperimentConfig other = experiment(2);
    other.seed = 2;
    const Network one = buildNetwork(experiment(2), 2, 3);
    const Network two = buildNetwork(other, 2, 3);
    for (std::size_t layer = 0; layer <= 2; ++layer)
        QVERIFY(weightsOf(one, layer) != weightsOf(two, layer));
    QVERIFY(biasesOf(one, 0) != biasesOf(two, 0));
    QCOMPARE(buildNetwork(other, 2, 3).parameters(), two.parameters());
}

QTEST_APPLESS_MAIN(TestInitializer)
#include "TestInitializer.moc"

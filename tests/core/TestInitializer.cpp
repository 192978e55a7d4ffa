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
    initializeWeights({weights.data(), rows, columns}, config, rng);
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
        QVERIFY2(covered || info.distribution == InitializerInfo::Distribution::Fixed, info.id.data());
    }
}

void TestInitializer::fixedKinds()
{
    QVERIFY(drawn(configOf("zeros"), 5, 4).isZero(0));
    InitializerConfig config = configOf("constant", 3); // gain multiplies random kinds only
    config.weights.parameters["value"] = -0.25;
    QCOMPARE(drawn(config, 5, 4), Matrix::Constant(5, 4, -0.25F));
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

// SPDX-License-Identifier: GPL-3.0-or-later
// Theory against closed forms where there are any; TestTheoryGrid has networks that are really drawn.
#include "core/analysis/GaussianMoments.h"
#include "core/analysis/MeanField.h"
#include "core/analysis/VarianceLimit.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <numbers>

using core::Choice;
using core::TheoryReason;

namespace
{

constexpr double kInfinity = std::numeric_limits<double>::infinity();

double normalDensity(double x)
{
    return std::exp(-x * x / 2) / std::sqrt(2 * std::numbers::pi);
}
double normalBelow(double x)
{
    return std::erfc(-x / std::numbers::sqrt2) / 2;
}

bool near(double value, double expected, double tolerance = 1e-9)
{
    return std::abs(value - expected) <= tolerance * std::max(1.0, std::abs(expected));
}

core::GaussianMoments momentsOf(const Choice& choice, double mean, double deviation)
{
    core::ExactActivation activation(choice);
    const auto moments = core::gaussianMoments(activation, mean, deviation);
    if (!moments)
        qFatal("an integral of the tests does not exist");
    return *moments;
}

/// Square layers on 64 features.
core::ExperimentConfig networkOf(const char* activation, const char* initializer, int depth = 6)
{
    core::ExperimentConfig config;
    config.network.activation = Choice{activation, {}};
    config.network.depth = depth;
    config.network.width = 64;
    config.initializer.weights = Choice{initializer, {}};
    return config;
}

core::Theory theoryOf(const core::ExperimentConfig& config, double inputSquare = 1, core::Index inputs = 64)
{
    return core::meanField(config, {true, inputs, 2, 1000}, inputSquare);
}

bool hasReason(const core::Theory& theory, TheoryReason reason)
{
    return std::find(theory.reasons.begin(), theory.reasons.end(), reason) != theory.reasons.end();
}

} // namespace

class TestMeanField : public QObject
{
    Q_OBJECT

private slots:
    void rectifiers();
    void smoothFunctions();
    void jumps();
    void typedFormulas();
    void extremeDeviations();
    void integralsThatDoNotExist();
    void reluKeepsItsVarianceUnderHe();
    void seluHasItsFixedPoint();
    void limits();
    void limitOfARecursion();
    void widthsCount();
    void batchNormalization();
    void saysWhyNot_data();
    void saysWhyNot();
};

void TestMeanField::rectifiers()
{
    for (const double b : {0.0, 0.7, -1.3})
        for (const double s : {0.1, 1.0, 4.0}) {
            const double t = b / s;
            const double mean = b * normalBelow(t) + s * normalDensity(t);
            const double square = (b * b + s * s) * normalBelow(t) + b * s * normalDensity(t);
            const auto relu = momentsOf({"relu", {}}, b, s);
            QVERIFY(near(relu.mean, mean) && near(relu.square, square) && near(relu.slopeSquare, normalBelow(t)));
            const auto leaky = momentsOf({"leaky_relu", {{"negative_slope", 0.2}}}, b, s);
            QVERIFY(near(leaky.square, square + 0.04 * (b * b + s * s - square)));
            QVERIFY(near(leaky.slopeSquare, 0.04 + 0.96 * normalBelow(t)));
            const auto identity = momentsOf({"identity", {}}, b, s);
            QVERIFY(near(identity.mean, b) && near(identity.square, b * b + s * s) && near(identity.slopeSquare, 1));
        }
    QVERIFY(near(momentsOf({"abs", {}}, 0, 2).mean, 2 * std::sqrt(2 / std::numbers::pi)));
}

void TestMeanField::smoothFunctions()
{
    for (const double q : {0.01, 1.0, 9.0}) {
        const double s = std::sqrt(q);
        const auto sine = momentsOf({"sine", {}}, 0, s);
        QVERIFY(near(sine.square, -std::expm1(-2 * q) / 2) && near(sine.slopeSquare, (1 + std::exp(-2 * q)) / 2));
        const auto bell = momentsOf({"gaussian", {}}, 0, s);
        QVERIFY(near(bell.mean, 1 / std::sqrt(1 + 2 * q)) && near(bell.square, 1 / std::sqrt(1 + 4 * q)));
        const auto growing = momentsOf({"exponential", {}}, 0.3, s);
        QVERIFY(near(growing.mean / std::exp(0.3 + q / 2), 1));
        QVERIFY(near(growing.square / std::exp(0.6 + 2 * q), 1) && near(growing.slopeSquare / growing.square, 1));
        // Φ has a closed form: E Φ(z)² over N(0, q) is 1/4 + asin(q/(1 + q))/(2π).
        const auto probit = momentsOf({"custom", {}, "(1 + erf(x/sqrt(2)))/2"}, 0, s);
        QVERIFY(near(probit.square, 0.25 + std::asin(q / (1 + q)) / (2 * std::numbers::pi)));
    }
}

void TestMeanField::jumps()
{
    const auto step = momentsOf({"step", {}}, 0.4, 2);
    QVERIFY(near(step.mean, normalBelow(0.2)) && near(step.square, normalBelow(0.2)) && step.slopeSquare == 0);
    const auto hard = momentsOf({"hard_tanh", {}}, 0, 1);
    QVERIFY(near(hard.slopeSquare, std::erf(1 / std::numbers::sqrt2)));
}

void TestMeanField::typedFormulas()
{
    const Choice shifted{"custom", {}, "max(0, x - 1.2345)"};
    QVERIFY(near(momentsOf(shifted, 0.5, 0.7).slopeSquare, normalBelow((0.5 - 1.2345) / 0.7)));
    const auto silu = momentsOf({"silu", {}}, 0.1, 1.7);
    const auto typed = momentsOf({"custom", {}, "x/(1+exp(-x))"}, 0.1, 1.7);
    QVERIFY(near(typed.mean, silu.mean) && near(typed.square, silu.square) &&
            near(typed.slopeSquare, silu.slopeSquare));
}

void TestMeanField::extremeDeviations()
{
    QVERIFY(near(momentsOf({"tanh", {}}, 0, 1e-9).square / 1e-18, 1));
    QVERIFY(near(momentsOf({"tanh", {}}, 0, 1e9).square, 1, 1e-8));
    // A bell of width 1 that is hit once in a thousand.
    QVERIFY(near(momentsOf({"gaussian", {}}, 0, 1e3).square * std::sqrt(1 + 4e6), 1));
    QVERIFY(near(momentsOf({"relu", {}}, 0, 1e12).square / 5e23, 1));
    QCOMPARE(momentsOf({"sigmoid", {}}, 0, 0).mean, 0.5);
}

void TestMeanField::integralsThatDoNotExist()
{
    core::ExactActivation grows({"exponential", {}});
    QVERIFY(!core::gaussianMoments(grows, 0, 40));
    core::ExactActivation swings({"custom", {}, "sin(1e9*x)"});
    QVERIFY(!core::gaussianMoments(swings, 0, 1));
    core::ExactActivation pole({"custom", {}, "1/x"});
    QVERIFY(!core::gaussianMoments(pole, 0, 1));
}

void TestMeanField::reluKeepsItsVarianceUnderHe()
{
    const core::Theory theory = theoryOf(networkOf("relu", "he_normal"), 3);
    for (const core::LayerTheory& layer : theory.layers)
        QVERIFY(near(*layer.q, 6) && (layer.index == 6 || near(*layer.chi, 1)) && near(*layer.zStd, std::sqrt(6.0)));
    QVERIFY(near(*theory.deltaRatio, 1) && near(*theory.chiStar, 1));
    QVERIFY(!theory.qStar && hasReason(theory, TheoryReason::EveryQIsFixed));
    QCOMPARE(theory.regime, core::Regime::Critical);
}

void TestMeanField::seluHasItsFixedPoint()
{
    const auto moments = momentsOf({"selu", {}}, 0, 1);
    QVERIFY(std::abs(moments.mean) < 1e-9 && near(moments.square, 1));
    const core::Theory theory = theoryOf(networkOf("selu", "lecun_normal"), 1.7);
    QVERIFY2(near(*theory.qStar, 1, 1e-8), qPrintable(QString::number(*theory.qStar, 'g', 12)));
}

void TestMeanField::limits()
{
    core::ExperimentConfig config = networkOf("tanh", "lecun_normal");
    QCOMPARE(*theoryOf(config).qStar, 0.0);
    QVERIFY(near(*theoryOf(config).chiStar, 1, 1e-6));
    config.initializer.gain = 1.5;
    const core::Theory chaotic = theoryOf(config);
    QVERIFY(*chaotic.qStar > 0.1 && *chaotic.chiStar > 1);
    QCOMPARE(chaotic.regime, core::Regime::Chaotic);
    // The limit is one: it is not moved.
    QVERIFY(near(2.25 * momentsOf({"tanh", {}}, 0, std::sqrt(*chaotic.qStar)).square, *chaotic.qStar));
    config.initializer.gain = 0.5;
    QCOMPARE(*theoryOf(config).qStar, 0.0);
    QCOMPARE(theoryOf(config).regime, core::Regime::Ordered);

    core::ExperimentConfig growing = networkOf("relu", "he_normal");
    growing.initializer.gain = 1.1;
    QCOMPARE(*theoryOf(growing).qStar, kInfinity);
    QVERIFY(near(*theoryOf(growing).chiStar, 1.21));
    growing.initializer.gain = 1;
    growing.initializer.biasStd = 0.3; // grows by as much in every layer
    QCOMPARE(*theoryOf(growing).qStar, kInfinity);
}

void TestMeanField::limitOfARecursion()
{
    const auto limit = core::limitOfVariance(5, [](double q) { return std::optional(1 + q / 2); });
    QVERIFY(near(*limit.limit, 2, 1e-12));
    // It turns about its fixed point, 1/q = q.
    QVERIFY(near(*core::limitOfVariance(0.01, [](double q) { return std::optional(1 / q); }).limit, 1, 1e-12));
    QVERIFY(!core::limitOfVariance(1, [](double) { return std::optional<double>(); }).place);
}

void TestMeanField::widthsCount()
{
    core::ExperimentConfig config = networkOf("relu", "he_normal", 3);
    config.network.layers.resize(3);
    config.network.layers[1].units = 128;
    const core::Theory theory = theoryOf(config);
    // rows(W) · 2/fan_in · 1/2
    QVERIFY(near(*theory.layers[0].chi, 2) && near(*theory.layers[1].chi, 0.5));
    QVERIFY(near(*theory.layers[2].chi, 2.0 / 64)); // to the output
    QVERIFY(near(*theory.layers[1].deltaRmsRelative, std::sqrt(0.5)) && near(*theory.deltaRatio, 1));
    QVERIFY(!theory.qStar && hasReason(theory, TheoryReason::LayersDiffer));
}

void TestMeanField::batchNormalization()
{
    core::ExperimentConfig config = networkOf("relu", "he_normal");
    config.network.normalization.kind = "batch";
    const core::Theory theory = theoryOf(config);
    // E f′² = 1/2, Var f = 1/2 − 1/(2π): gradients explode by this in every layer (Yang et al.).
    const double chi = 0.5 / (0.5 - 0.5 / std::numbers::pi);
    QVERIFY(near(*theory.chiStar, chi) && near(*theory.layers[0].chi, chi) && near(*theory.qStar, 1));
    QVERIFY(near(*theory.deltaRatio, std::pow(chi, 2.5)));
    QCOMPARE(theory.regime, core::Regime::Chaotic);
}

void TestMeanField::saysWhyNot_data()
{
    QTest::addColumn<QString>("reason");
    for (const char* name : {"dropout", "residual", "normalization", "initializer", "no_hidden_layer"})
        QTest::newRow(name) << QString::fromLatin1(name);
}

void TestMeanField::saysWhyNot()
{
    QFETCH(QString, reason);
    core::ExperimentConfig config = networkOf("relu", "he_normal");
    if (reason == QLatin1String("dropout"))
        config.network.dropout.parameters["rate"] = 0.2;
    else if (reason == QLatin1String("residual"))
        config.network.residual = "post";
    else if (reason == QLatin1String("normalization"))
        config.network.normalization.kind = "layer";
    else if (reason == QLatin1String("initializer"))
        config.initializer.weights.kind = "randomized_asymmetric";
    else
        config.network.depth = 0;
    const core::Theory theory = theoryOf(config);
    QCOMPARE(theory.layers.size(), static_cast<std::size_t>(config.network.depth));
    QCOMPARE(theory.reasons.size(), std::size_t(1));
    QCOMPARE(QString::fromUtf8(idOf(theory.reasons.front()).data()), reason);
    QVERIFY(!theory.deltaRatio && !theory.chiStar && !theory.regime);
}

QTEST_GUILESS_MAIN(TestMeanField)
#include "TestMeanField.moc"

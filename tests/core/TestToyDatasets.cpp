// SPDX-License-Identifier: GPL-3.0-or-later
// Generated data follows its formulas.
#include "core/base/Rng.h"
#include "core/data/Dataset.h"
#include "core/data/ToyDatasets.h"
#include "tests/core/MadeDataset.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <map>
#include <vector>

using namespace core;
using namespace madedata;

class TestToyDatasets : public QObject
{
    Q_OBJECT

private slots:
    void moonsFollowTheFormula_data();
    void moonsFollowTheFormula();
    void circles();
    void exclusiveOr();
    void spirals();
    void gaussians();
    void sineWave();
    void curves();
    void noiseHasItsDeviation();
};

void TestToyDatasets::moonsFollowTheFormula_data()
{
    QTest::addColumn<int>("samples");
    for (const int samples : {2, 3, 10, 101, 1000})
        QTest::addRow("%d", samples) << samples;
}

void TestToyDatasets::moonsFollowTheFormula()
{
    QFETCH(int, samples);
    Rng rng(1, Purpose::Data);
    const RawSamples moons = makeMoons(samples, 0, rng);
    QCOMPARE(moons.inputs.cols(), Index(samples));
    QCOMPARE(moons.labels.size(), std::size_t(samples));
    // scikit-learn's make_moons: linspace(0, π, n // 2) outside, linspace(0, π, n − n // 2) inside.
    const int outer = samples / 2;
    const int inner = samples - outer;
    for (int i = 0; i < samples; ++i) {
        const bool isOuter = i < outer;
        const int steps = (isOuter ? outer : inner) - 1;
        const double t = steps > 0 ? kPi * (isOuter ? i : i - outer) / steps : 0;
        QCOMPARE(moons.labels[static_cast<std::size_t>(i)], isOuter ? 0 : 1);
        QVERIFY(near(moons.inputs(0, i), isOuter ? std::cos(t) : 1 - std::cos(t)));
        QVERIFY(near(moons.inputs(1, i), isOuter ? std::sin(t) : 0.5 - std::sin(t)));
    }
}

void TestToyDatasets::circles()
{
    Rng rng(1, Purpose::Data);
    const RawSamples raw = makeCircles(101, 0, rng);
    QCOMPARE(std::count(raw.labels.begin(), raw.labels.end(), 0), 50);
    for (Index i = 0; i < 101; ++i)
        QVERIFY(near(raw.inputs.col(i).norm(), raw.labels[static_cast<std::size_t>(i)] == 0 ? 1 : 0.5));
}

void TestToyDatasets::exclusiveOr()
{
    Rng rng(1, Purpose::Data);
    const RawSamples raw = makeXor(400, 0, rng);
    for (Index i = 0; i < 400; ++i) {
        const bool differ = (raw.inputs(0, i) > 0) != (raw.inputs(1, i) > 0);
        QCOMPARE(raw.labels[static_cast<std::size_t>(i)], differ ? 1 : 0);
        QVERIFY(raw.inputs.col(i).cwiseAbs().maxCoeff() <= 1);
    }
    // Half of each class, give or take 5 · √(400/4).
    QVERIFY(std::abs(std::count(raw.labels.begin(), raw.labels.end(), 1) - 200) < 50);
}

void TestToyDatasets::spirals()
{
    Rng rng(1, Purpose::Data);
    const RawSamples raw = makeSpirals(200, 0, rng);
    QCOMPARE(std::count(raw.labels.begin(), raw.labels.end(), 1), 100);
    // The arms are each other turned by half a turn, and go outwards.
    for (Index i = 0; i < 100; ++i) {
        QVERIFY((raw.inputs.col(i) + raw.inputs.col(100 + i)).norm() < 1e-5F);
        QVERIFY(i == 0 || raw.inputs.col(i).norm() > raw.inputs.col(i - 1).norm());
    }
}

void TestToyDatasets::sineWave()
{
    Rng rng(1, Purpose::Data);
    const RawSamples raw = makeSineWave(101, 0, rng);
    QVERIFY(near(raw.inputs(0, 0), -kPi) && near(raw.inputs(0, 50), 0) && near(raw.inputs(0, 100), kPi));
    for (Index i = 0; i < 101; ++i)
        QVERIFY(near(raw.targets(0, i), std::sin(static_cast<double>(raw.inputs(0, i)))));
    QVERIFY(raw.labels.empty());
}

void TestToyDatasets::gaussians()
{
    DataConfig config = configOf("gaussians", 103, 0);
    config.classes = 4;
    config.testFraction = 0;
    const Dataset data = made(config);
    QCOMPARE(data.classes, 4);
    std::vector<int> counts(4);
    const Matrix raw = rawInputs(data);
    for (Index i = 0; i < raw.cols(); ++i) {
        const int label = data.train.labels[static_cast<std::size_t>(i)];
        ++counts.at(static_cast<std::size_t>(label));
        QVERIFY(std::abs(static_cast<double>(raw(0, i)) - std::cos(kPi / 2 * label)) < 1e-5);
        QVERIFY(std::abs(static_cast<double>(raw(1, i)) - std::sin(kPi / 2 * label)) < 1e-5);
    }
    QCOMPARE(counts, (std::vector<int>{26, 26, 26, 25}));
    // Round clouds: along each axis the deviation that was asked for, to 5 standard errors.
    config.noise = 0.5;
    config.samples = 20'000;
    const Matrix noisy = rawInputs(made(config));
    const double variance = (noisy.row(0).cast<double>().array() - noisy.row(0).cast<double>().mean()).square().mean();
    QVERIFY(std::abs(variance - (0.25 + 0.5)) < 5 * std::sqrt(2.0 / 20'000)); // and that of the four centres
}

void TestToyDatasets::curves()
{
    const auto sorted = [](const char* source) {
        DataConfig config = configOf(source, 401, 0, 0);
        config.standardize = false;
        const Dataset data = made(config);
        std::map<Scalar, Scalar> points;
        for (Index i = 0; i < data.train.size(); ++i)
            points.emplace(data.train.inputs(0, i), data.train.targets(0, i));
        return points;
    };
    const auto stairs = sorted("staircase");
    QCOMPARE(stairs.size(), std::size_t(401));
    QCOMPARE(stairs.begin()->first, Scalar(-2));
    QCOMPARE(stairs.rbegin()->first, Scalar(2));
    for (const auto& [x, y] : stairs)
        QCOMPARE(y, x < -1 ? Scalar(-2) : x < 0 ? Scalar(-1) : x < 1 ? Scalar(0) : Scalar(1));
    const auto bump = sorted("bump");
    QCOMPARE(bump.begin()->first, Scalar(-3));
    QCOMPARE(bump.at(0), Scalar(1));
    for (const auto& [x, y] : bump)
        QVERIFY(near(y, std::exp(-static_cast<double>(x) * static_cast<double>(x))));
}

void TestToyDatasets::noiseHasItsDeviation()
{
    Rng rng(5, Purpose::Data);
    Rng other(5, Purpose::Data);
    constexpr Index kSamples = 20000;
    const Matrix noise = makeMoons(kSamples, 0.3, rng).inputs - makeMoons(kSamples, 0, other).inputs;
    for (Index axis = 0; axis < 2; ++axis) {
        const double std = std::sqrt(noise.row(axis).cast<double>().squaredNorm() / kSamples);
        QVERIFY(std::abs(noise.row(axis).cast<double>().mean()) < 5 * 0.3 / std::sqrt(kSamples));
        QVERIFY(std::abs(std / 0.3 - 1) < 5 / std::sqrt(2.0 * kSamples));
    }
    const double covariance = noise.row(0).cast<double>().dot(noise.row(1).cast<double>()) / kSamples;
    QVERIFY(std::abs(covariance) < 5 * 0.09 / std::sqrt(kSamples));
}

QTEST_APPLESS_MAIN(TestToyDatasets)
#include "TestToyDatasets.moc"

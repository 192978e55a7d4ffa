// SPDX-License-Identifier: GPL-3.0-or-later
// The map of the edge of chaos against closed forms, published values, and the theory of single networks.
#include "core/analysis/Prediction.h"

#include <QTest>

#include <cmath>

using core::ChaosMap;
using core::Choice;

namespace
{

constexpr core::DataShape kShape{true, 64, 2, 1000};

core::ExperimentConfig networkOf(const char* activation, const char* initializer)
{
    core::ExperimentConfig config;
    config.network.activation = Choice{activation, {}};
    config.network.depth = 6;
    config.network.width = 64;
    config.initializer.weights = Choice{initializer, {}};
    return config;
}

/// The weight variance of the edge at this bias variance, between two rows.
double edgeAt(const ChaosMap& map, double bias)
{
    for (std::size_t at = 1; at < map.edge.size(); ++at) {
        const auto& [weight, above] = map.edge[at];
        if (above < bias)
            continue;
        const auto& before = map.edge[at - 1];
        return before.weight + (weight - before.weight) * (bias - before.bias) / (above - before.bias);
    }
    return std::numeric_limits<double>::quiet_NaN();
}

} // namespace

class TestChaosMap : public QObject
{
    Q_OBJECT

private slots:
    void rectifierIsCriticalAtTwo();
    void tanhBeginsAtOne();
    void tanhAgreesWithThePapers();
    void cellsAgreeWithSingleNetworks_data();
    void cellsAgreeWithSingleNetworks();
    void holdsWhatIsToBeSeen();
    void withoutTheoryThereIsNoMap();
    void mapIsKeptWhileItIsTheSame();
};

void TestChaosMap::rectifierIsCriticalAtTwo()
{
    const ChaosMap map = core::chaosMap({"relu", {}}, 0, 1, {2, 0});
    QCOMPARE(map.edge.size(), map.rows);
    for (const auto& point : map.edge)
        QVERIFY2(std::abs(point.weight - 2) < 1e-3, qPrintable(QString::number(point.weight)));
}

void TestChaosMap::tanhBeginsAtOne()
{
    const ChaosMap map = core::chaosMap({"tanh", {}}, 0, 1, {1, 0});
    QVERIFY(std::abs(map.edge.front().weight - 1) < 0.02);
    QCOMPARE(map.edge.front().bias, 0.0);
    for (std::size_t at = 1; at < map.edge.size(); ++at)
        QVERIFY(map.edge[at].weight > map.edge[at - 1].weight); // it bends towards larger weights
}

void TestChaosMap::tanhAgreesWithThePapers()
{
    // Schoenholz et al. (2017), figure 5, and Pennington et al. (2017): critical at sigma_w² = 1.76 for sigma_b² =
    // 0.05.
    const ChaosMap map = core::chaosMap({"tanh", {}}, 0, 1, {1.76, 0.05});
    QVERIFY2(std::abs(edgeAt(map, 0.05) - 1.76) < 0.02, qPrintable(QString::number(edgeAt(map, 0.05))));
}

void TestChaosMap::cellsAgreeWithSingleNetworks_data()
{
    QTest::addColumn<QString>("activation");
    for (const char* activation : {"sigmoid", "tanh", "relu", "elu", "softsign", "hard_tanh"})
        QTest::newRow(activation) << QString::fromLatin1(activation);
}

void TestChaosMap::cellsAgreeWithSingleNetworks()
{
    QFETCH(QString, activation);
    for (const char* initializer : {"xavier_normal", "he_normal"})
        for (const double deviation : {0.3, 0.9}) {
            core::ExperimentConfig config = networkOf(qPrintable(activation), initializer);
            config.initializer.biasStd = deviation;
            const core::Prediction prediction = core::predict(config, kShape, 1);
            QVERIFY(prediction.standing && prediction.map && prediction.theory.chiStar);
            const ChaosMap& map = *prediction.map;
            const double column = std::log(prediction.standing->weight / map.lowestWeight) /
                                  std::log(map.highestWeight / map.lowestWeight) *
                                  (static_cast<double>(map.columns) - 1);
            const double row = prediction.standing->bias / map.highestBias * (static_cast<double>(map.rows) - 1);
            const auto at = [&](double y, double x) {
                return static_cast<double>(
                    map.logChi[static_cast<std::size_t>(y) * map.columns + static_cast<std::size_t>(x)]);
            };
            const double part = column - std::floor(column);
            const double height = row - std::floor(row);
            const auto along = [&](double y) { return at(y, column) * (1 - part) + at(y, column + 1) * part; };
            const double shown = along(row) * (1 - height) + along(row + 1) * height;
            const double expected = std::log10(*prediction.theory.chiStar);
            QVERIFY2(std::abs(shown - expected) < 0.01,
                     qPrintable(QStringLiteral("%1 instead of %2").arg(shown).arg(expected)));
        }
}

void TestChaosMap::holdsWhatIsToBeSeen()
{
    for (const double weight : {0.01, 1.0, 7.3, 400.0})
        for (const double bias : {0.0, 0.3, 2.0, 90.0}) {
            const ChaosMap map = core::chaosMap({"tanh", {}}, 0, 1, {weight, bias});
            QVERIFY(map.highestWeight >= 1.2 * weight && map.lowestWeight <= weight / 1.2);
            QVERIFY(map.highestBias >= 1.1 * bias);
            QCOMPARE(map.logChi.size(), map.columns * map.rows);
        }
}

void TestChaosMap::withoutTheoryThereIsNoMap()
{
    core::ExperimentConfig config = networkOf("relu", "he_normal");
    config.network.normalization.kind = "batch";
    QVERIFY(!core::predict(config, kShape, 1).map);
    config = networkOf("relu", "he_normal");
    config.network.residual = "pre";
    QVERIFY(!core::predict(config, kShape, 1).standing);
    config = networkOf("relu", "he_normal");
    config.network.depth = 0;
    QVERIFY(!core::predict(config, kShape, 1).map);
}

void TestChaosMap::mapIsKeptWhileItIsTheSame()
{
    core::ExperimentConfig config = networkOf("tanh", "xavier_normal");
    const core::Prediction first = core::predict(config, kShape, 1);
    config.initializer.gain = 1.05;
    const core::Prediction second = core::predict(config, kShape, 1, &first);
    QCOMPARE(second.map, first.map);
    QVERIFY(second.standing->weight > first.standing->weight);
    config.initializer.gain = 5;
    QVERIFY(core::predict(config, kShape, 1, &second).map != first.map); // the dot would not be on it
    config.network.activation.kind = "sigmoid";
    config.initializer.gain = 1;
    QVERIFY(core::predict(config, kShape, 1, &first).map != first.map);
}

QTEST_GUILESS_MAIN(TestChaosMap)
#include "TestChaosMap.moc"

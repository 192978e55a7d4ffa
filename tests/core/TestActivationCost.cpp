// SPDX-License-Identifier: GPL-3.0-or-later
// The measurement of what activations cost: which are measured, that all numbers are times, and that it can be stopped.
// How long anything takes is never tested.
#include "core/analysis/ActivationCost.h"
#include "core/nn/Activation.h"
#include "core/train/DatasetCache.h"
#include "tests/core/SmallRun.h"

#include <QTest>

#include <algorithm>
#include <cmath>

using core::ActivationCost;
using core::Choice;

namespace
{

bool isTime(double value)
{
    return std::isfinite(value) && value > 0;
}

std::shared_ptr<const core::Dataset> dataOf(const core::ExperimentConfig& config)
{
    return core::DatasetCache(goldens::resource).get(config.data, config.seed).value();
}

} // namespace

class TestActivationCost : public QObject
{
    Q_OBJECT

private slots:
    void everyRowIsMeasured();
    void typedFormulasOnlyWhereTheExperimentHasOne();
    void measuringCanBeStopped();
    void activationsAreAPartOfAStep();
    void stepsThatTellNothing();
};

void TestActivationCost::everyRowIsMeasured()
{
    const std::vector<Choice> choices = core::costedActivations(core::NetworkConfig());
    const std::vector<ActivationCost> costs = core::measureActivations(choices, {});
    QCOMPARE(costs.size(), choices.size());
    std::size_t at = 0;
    for (const core::ActivationInfo& info : core::activationCatalogue()) {
        if (info.isTyped)
            continue;
        QVERIFY(at < costs.size());
        QCOMPARE(costs[at].activation.kind, std::string(info.id));
        QVERIFY(costs[at].activation.parameters.empty());
        for (const double time : {costs[at].forward, costs[at].backward, costs[at].step})
            QVERIFY2(isTime(time), costs[at].activation.kind.c_str());
        ++at;
    }
    QCOMPARE(at, costs.size());
}

void TestActivationCost::typedFormulasOnlyWhereTheExperimentHasOne()
{
    core::NetworkConfig network;
    network.depth = 3;
    const std::size_t rows = core::costedActivations(network).size();
    network.activation = {"custom", {{"a", 0.5}}, "max(a * x, x)"};
    std::vector<Choice> choices = core::costedActivations(network);
    QCOMPARE(choices.size(), rows + 1);
    QCOMPARE(choices.back(), network.activation);
    const std::vector<ActivationCost> costs = core::measureActivations({choices.back()}, {});
    QCOMPARE(costs.size(), std::size_t{1});
    QVERIFY(isTime(costs[0].forward) && isTime(costs[0].backward) && isTime(costs[0].step));
    // That of a single layer, too; what hides behind the layers' own is not there.
    network.layers.resize(3);
    for (core::LayerConfig& layer : network.layers)
        layer.activation = Choice{"relu", {}};
    QCOMPARE(core::costedActivations(network).size(), rows);
    network.layers[2].activation = Choice{"custom", {}, "x * x"};
    choices = core::costedActivations(network);
    QCOMPARE(choices.back().expression, std::string("x * x"));
}

void TestActivationCost::measuringCanBeStopped()
{
    std::stop_source stopped;
    stopped.request_stop();
    QVERIFY(core::measureActivations(core::costedActivations({}), stopped.get_token()).empty());
    const core::ExperimentConfig config = smallrun::small();
    QVERIFY(!core::measureStep(config, dataOf(config), stopped.get_token()));
}

void TestActivationCost::activationsAreAPartOfAStep()
{
    core::ExperimentConfig config = smallrun::small("prelu");
    config.network.depth = 2;
    config.network.layers.resize(2);
    config.network.layers[0].units = 5;
    config.network.layers[1].activation = Choice{"rrelu", {}};
    const auto cost = core::measureStep(config, dataOf(config), {});
    QVERIFY(cost);
    QVERIFY(isTime(cost->seconds) && isTime(cost->activationSeconds));
    QCOMPARE(cost->share(), cost->activationSeconds / cost->seconds);
}

void TestActivationCost::stepsThatTellNothing()
{
    core::ExperimentConfig config = smallrun::small();
    config.optimizer.parameters["learning_rate"] = 1e9;
    config.network.activation = {"relu", {}};
    QVERIFY(!core::measureStep(config, dataOf(config), {})); // it diverges
    config = smallrun::small();
    config.network.depth = 0;
    QVERIFY(!core::measureStep(config, dataOf(config), {}));
}

QTEST_APPLESS_MAIN(TestActivationCost)
#include "TestActivationCost.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
// The same experiment gives the same bits: watched or not, replayed from its changes, or read back from a file.
#include "core/io/ConfigJson.h"
#include "core/train/TrainingRun.h"
#include "tests/core/SmallRun.h"

#include <QTest>

#include <functional>
#include <vector>

using namespace core;
using namespace smallrun;

namespace
{

using Edit = std::function<void(ExperimentConfig&)>;

struct Variant {
    const char* name;
    Edit edit;
};

/// Experiments that differ in every part.
const std::vector<Variant>& variants()
{
    static const std::vector<Variant> rows{
        {"plain", [](ExperimentConfig&) {}},
        {"batch normalisation", [](ExperimentConfig& c) { c.network.normalization.kind = "batch"; }},
        {"prelu and adam",
         [](ExperimentConfig& c) {
             c.network.activation.kind = "prelu";
             c.optimizer = {"adam", {}};
         }},
        {"momentum on digits",
         [](ExperimentConfig& c) {
             c.data.source = "digits";
             c.optimizer.parameters = {{"momentum", 0.9}, {"nesterov", 1}, {"weight_decay", 1e-4}};
         }},
        {"regression",
         [](ExperimentConfig& c) {
             c.data.source = "sine_wave";
             c.network.activation.kind = "selu";
             c.initializer.weights.kind = "lecun_normal";
             c.optimizer.parameters["learning_rate"] = 0.02;
         }},
        {"one output for two classes",
         [](ExperimentConfig& c) {
             c.loss = {"mse", {}};
         }},
        {"logistic",
         [](ExperimentConfig& c) {
             c.loss = {"binary_cross_entropy", {}};
         }},
        {"huber",
         [](ExperimentConfig& c) {
             c.loss = {"huber", {{"delta", 0.5}}};
         }},
        {"rmsprop",
         [](ExperimentConfig& c) {
             c.optimizer = {{"rmsprop", {{"centered", 1}}}};
         }},
        {"schedule and clipping",
         [](ExperimentConfig& c) {
             c.optimizer.schedule = {"cosine", {{"steps", 60}}};
             c.optimizer.warmupSteps = 15;
             c.optimizer.clipNorm = 0.5;
             c.optimizer.l1 = 1e-3;
         }},
    };
    return rows;
}

void addVariants()
{
    QTest::addColumn<int>("variant");
    for (std::size_t i = 0; i < variants().size(); ++i)
        QTest::newRow(variants()[i].name) << int(i);
}

ExperimentConfig variantOf(int variant)
{
    ExperimentConfig config = small();
    variants()[static_cast<std::size_t>(variant)].edit(config);
    return config;
}

/// Changes as a hand would make them: before which step, and what.
struct HandChange {
    int step;
    Edit edit;
};

const std::vector<HandChange>& handChanges()
{
    static const std::vector<HandChange> rows{
        {0, [](ExperimentConfig& c) { c.optimizer.parameters["learning_rate"] = 0.05; }},
        {7, [](ExperimentConfig& c) { c.optimizer.parameters["momentum"] = 0.5; }},
        {7, [](ExperimentConfig& c) { c.training.batchSize = 5; }}, // two at one step
        {12,
         [](ExperimentConfig& c) {
             c.network.activation = {"prelu", {{"initial_slope", 0.1}}};
         }},
        {20,
         [](ExperimentConfig& c) {
             c.network.activation = {"leaky_relu", {{"negative_slope", 0.3}}};
         }},
        {20, [](ExperimentConfig& c) { c.network.activation.parameters["negative_slope"] = 0.4; }},
        {25, [](ExperimentConfig& c) { c.optimizer.parameters["weight_decay"] = 0.01; }},
        {26,
         [](ExperimentConfig& c) {
             c.network.activation = {"prelu", {{"initial_slope", 0.1}}};
         }},
        {30,
         [](ExperimentConfig& c) {
             c.optimizer.schedule = {"step", {{"step_size", 9}}};
             c.optimizer.warmupSteps = 35;
             c.optimizer.clipNorm = 0.3;
             c.optimizer.l1 = 1e-3;
         }},
        {40, [](ExperimentConfig& c) { c.probeSamples = 20; }},
        {41, [](ExperimentConfig& c) { c.training.stepsPerSecond = 5; }}, // says nothing of the run itself
    };
    return rows;
}

} // namespace

class TestReplay : public QObject
{
    Q_OBJECT

private slots:
    void sameSeedSameBits_data();
    void sameSeedSameBits();
    void observingChangesNothing_data();
    void observingChangesNothing();
    void learns_data();
    void learns();
    void replay();
    void replayThroughAFile();
    void changesOfAFileThenOfAHand();
};

void TestReplay::sameSeedSameBits_data()
{
    addVariants();
}

void TestReplay::sameSeedSameBits()
{
    QFETCH(int, variant);
    const ExperimentConfig config = variantOf(variant);
    const Vector one = trained(config, 60);
    QVERIFY(one == trained(config, 60));
    QVERIFY(one != trained(config, 59));
    ExperimentConfig other = config;
    other.seed = 2;
    QVERIFY(one != trained(other, 60));
    QVERIFY(one.allFinite());
}

void TestReplay::observingChangesNothing_data()
{
    addVariants();
}

void TestReplay::observingChangesNothing()
{
    QFETCH(int, variant);
    const ExperimentConfig config = variantOf(variant);
    const auto quiet = runOf(config);
    const auto watched = runOf(config);
    for (int step = 0; step < 60; ++step) {
        quiet->step();
        Snapshot snapshot;
        for (int time = 0; time < step % 3; ++time)
            watched->observe(snapshot, {10 + step, 8 + step % 16, UnitPlace{1 + step % 4, step % 8}});
        watched->step();
    }
    QVERIFY(quiet->network().parameters() == watched->network().parameters());
    // The running statistics of batch normalisation too: they decide what the evaluation finds.
    const Snapshot one = observed(*quiet);
    const Snapshot two = observed(*watched);
    QCOMPARE(one.train.loss, two.train.loss);
    QCOMPARE(one.test->loss, two.test->loss);
    QCOMPARE(one.deltaRatio, two.deltaRatio);
    QCOMPARE(one.layers[1].z.histogram.counts, two.layers[1].z.histogram.counts);
    QCOMPARE(one.decision.answer, two.decision.answer);
    QCOMPARE(one.decision.confusion, two.decision.confusion);
}

void TestReplay::learns_data()
{
    addVariants();
}

void TestReplay::learns()
{
    QFETCH(int, variant);
    const auto run = runOf(variantOf(variant));
    const Snapshot before = observed(*run);
    makeSteps(*run, 60);
    const Snapshot after = observed(*run);
    QVERIFY2(after.train.loss < 0.8 * before.train.loss,
             qPrintable(QStringLiteral("%1 → %2").arg(before.train.loss).arg(after.train.loss)));
    QCOMPARE(before.step, std::int64_t(0));
    QCOMPARE(after.step, std::int64_t(60));
    QVERIFY(!before.batchLoss && !before.layers[0].updateRatio && !before.output.updateRatio);
    QVERIFY(after.batchLoss && after.layers[0].updateRatio && after.output.updateRatio);
    QCOMPARE(before.status, RunStatus::Training);
    QCOMPARE(after.status, RunStatus::Done);
}

void TestReplay::replay()
{
    const auto byHand = runOf(small());
    ExperimentConfig config = small();
    for (int step = 0; step < 60; ++step) {
        for (const HandChange& change : handChanges())
            if (change.step == step) {
                change.edit(config);
                byHand->apply(config);
            }
        byHand->step();
    }
    const std::vector<Change> recorded = *observed(*byHand).changes;
    QCOMPARE(recorded.size(), std::size_t(8)); // one a step; the pace is no part of the run
    for (std::size_t i = 1; i < recorded.size(); ++i)
        QVERIFY(recorded[i].step > recorded[i - 1].step);

    ExperimentConfig again = small();
    again.changes = recorded;
    const auto replayed = runOf(again);
    makeSteps(*replayed, 60);
    QVERIFY(replayed->network().parameters() == byHand->network().parameters());
    QCOMPARE(*observed(*replayed).changes, recorded);
    QVERIFY(trained(small(), 60) != byHand->network().parameters()); // the changes did something
    ExperimentConfig inForce = config;
    inForce.training.stepsPerSecond = 0;
    QCOMPARE(replayed->config(), inForce);
    // One step later is another run.
    again.changes[1].step += 1;
    QVERIFY(trained(again, 60) != byHand->network().parameters());
}

void TestReplay::replayThroughAFile()
{
    const auto byHand = runOf(small());
    ExperimentConfig config = small();
    makeSteps(*byHand, 5);
    config.optimizer.parameters["learning_rate"] = 0.1 / 3; // no short decimal
    config.network.activation = {"elu", {{"alpha", 0.7}}};
    byHand->apply(config);
    makeSteps(*byHand, 20);
    ExperimentConfig saved = small();
    saved.changes = *observed(*byHand).changes;
    const Result<ExperimentConfig> read = parseExperiment(experimentToText(saved));
    QVERIFY(read.ok());
    QVERIFY(trained(read.value(), 25) == byHand->network().parameters());
}

void TestReplay::changesOfAFileThenOfAHand()
{
    ExperimentConfig file = small();
    file.changes = {{3, {{"optimizer.learning_rate", 0.01}}}, {30, {{"training.batch_size", 4.0}}}};
    const auto run = runOf(file);
    makeSteps(*run, 10);
    ExperimentConfig edited = run->config();
    QCOMPARE(edited.optimizer.parameters.at("learning_rate"), 0.01);
    edited.optimizer.parameters["momentum"] = 0.8;
    run->apply(edited);
    makeSteps(*run, 30);
    QCOMPARE(run->config().training.batchSize, std::int64_t(4));
    ExperimentConfig again = small();
    again.changes = *observed(*run).changes;
    QCOMPARE(again.changes.size(), std::size_t(3));
    QVERIFY(trained(again, 40) == run->network().parameters());
}

QTEST_APPLESS_MAIN(TestReplay)
#include "TestReplay.moc"

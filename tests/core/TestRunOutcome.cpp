// SPDX-License-Identifier: GPL-3.0-or-later
// What became of a run, in one word: of small runs that are known to go that way, and of rows that say one thing and
// another.
#include "core/analysis/RunOutcome.h"
#include "tests/core/SmallRun.h"

#include <QTest>

#include <atomic>
#include <cmath>

using namespace core;

namespace
{

ExperimentConfig experiment(const char* activation, const char* initializer, std::int64_t depth, double rate)
{
    ExperimentConfig config = smallrun::small(activation);
    config.data.samples = 300;
    config.initializer.weights.kind = initializer;
    config.network.depth = depth;
    config.network.width = 16;
    config.optimizer.parameters["learning_rate"] = rate;
    config.training.steps = 400;
    return config;
}

SweepRow rowOf(const ExperimentConfig& config)
{
    if (!checkConfig(config).empty())
        qFatal("a config of the tests is wrong");
    DatasetCache datasets(goldens::resource);
    std::atomic<std::int64_t> steps = 0;
    return trainCell(config, datasets.get(config.data, config.seed).value(), {}, {}, steps).value();
}

/// A row of a run that is fine but has learned nothing.
SweepRow plainRow()
{
    SweepRow row;
    row.train = {0.69, 0.69, 0.5, 0.5};
    row.baselineLoss = 0.693;
    row.start = row.end = {0.5, 0.1, 0.1, 0.1};
    return row;
}

} // namespace

Q_DECLARE_METATYPE(core::ExperimentConfig)
Q_DECLARE_METATYPE(core::SweepRow)

class TestRunOutcome : public QObject
{
    Q_OBJECT

private slots:
    void realRuns_data();
    void realRuns();
    void regressionIsJudgedByItsLoss();
    void theFirstThatHolds_data();
    void theFirstThatHolds();
    void thresholdsAreTheExperiments();
    void namesAreInOrder();
};

void TestRunOutcome::realRuns_data()
{
    QTest::addColumn<ExperimentConfig>("config");
    QTest::addColumn<QString>("outcome");
    const auto row = [](const char* name, const ExperimentConfig& config, const char* outcome) {
        QTest::newRow(name) << config << QString::fromLatin1(outcome);
    };
    row("relu, he", experiment("relu", "he_normal", 3, 0.3), "learned");
    row("linear model", experiment("relu", "he_normal", 0, 1e-9), "slow");
    row("deep sigmoid", experiment("sigmoid", "xavier_normal", 10, 0.1), "vanished");
    row("a step", experiment("step", "he_normal", 3, 0.1), "vanished");
    row("far too fast", experiment("relu", "he_normal", 3, 1e9), "exploded");
    row("thrown into flat tails", experiment("tanh", "xavier_normal", 3, 1e9), "died");
    row("hardly moving", experiment("relu", "he_normal", 3, 1e-9), "slow");
    ExperimentConfig dying = experiment("relu", "he_normal", 4, 0.1);
    dying.initializer.bias = -30;
    row("below zero", dying, "died");
    ExperimentConfig growing = experiment("identity", "he_normal", 12, 1e-12);
    growing.initializer.gain = 3;
    row("gain 3", growing, "exploded");
}

void TestRunOutcome::realRuns()
{
    QFETCH(ExperimentConfig, config);
    QFETCH(QString, outcome);
    const std::string_view found = idOf(outcomeOf(rowOf(config), config, {}));
    QCOMPARE(QString::fromLatin1(found.data(), static_cast<qsizetype>(found.size())), outcome);
}

void TestRunOutcome::regressionIsJudgedByItsLoss()
{
    ExperimentConfig config = experiment("tanh", "xavier_normal", 2, 0.1);
    config.data.source = "sine_wave";
    config.training.steps = 2000;
    const SweepRow row = rowOf(config);
    QVERIFY(!row.train.accuracyFinal);
    QVERIFY(std::abs(row.baselineLoss - 1) < 1e-3); // of standardized targets: their variance
    const double share = row.train.lossFinal / row.baselineLoss;
    QVERIFY2(share < 0.9, qPrintable(QString::number(share)));
    QCOMPARE(outcomeOf(row, config, {.lossShare = share * 1.01}), RunOutcome::Learned);
    QCOMPARE(outcomeOf(row, config, {.lossShare = share * 0.99}), RunOutcome::Slow);
}

void TestRunOutcome::theFirstThatHolds_data()
{
    QTest::addColumn<SweepRow>("row");
    QTest::addColumn<int>("outcome");
    const auto row = [](const char* name, RunOutcome outcome, const auto& change) {
        SweepRow changed = plainRow();
        change(changed);
        QTest::newRow(name) << changed << int(outcome);
    };
    row("plain", RunOutcome::Slow, [](SweepRow&) {});
    row("learned in spite of all", RunOutcome::Learned, [](SweepRow& r) {
        r.train.accuracyFinal = 0.95;
        r.start.deltaRatio = 1e-9;
        r.end.gradientDead = 1.0;
    });
    row("learned, then diverged", RunOutcome::Exploded, [](SweepRow& r) {
        r.train.accuracyFinal = 0.95;
        r.status = RunStatus::Diverged;
    });
    row("the loss is no number", RunOutcome::Exploded, [](SweepRow& r) { r.train.lossFinal = std::nan(""); });
    row("learned and lost again", RunOutcome::Slow, [](SweepRow& r) { r.train.accuracyBest = 0.95; });
    row("dead units let no gradient through", RunOutcome::Died, [](SweepRow& r) {
        r.end.gradientDead = 0.8;
        r.end.deltaRatio = std::nullopt;
    });
    row("a quarter more has died", RunOutcome::Died, [](SweepRow& r) { r.end.gradientDead = 0.36; });
    row("not quite", RunOutcome::Slow, [](SweepRow& r) { r.end.gradientDead = 0.34; });
    row("no gradient at all", RunOutcome::Vanished, [](SweepRow& r) { r.end.deltaRatio = std::nullopt; });
    row("vanishing later", RunOutcome::Vanished, [](SweepRow& r) { r.end.deltaRatio = 1e-5; });
    row("exploding at first", RunOutcome::Exploded, [](SweepRow& r) {
        r.start.deltaRatio = 1e5;
        r.end.deltaRatio = 1e-5;
    });
    row("vanishing at first", RunOutcome::Vanished, [](SweepRow& r) {
        r.start.deltaRatio = 1e-5;
        r.end.deltaRatio = 1e5;
    });
    row("no hidden layer", RunOutcome::Slow, [](SweepRow& r) { r.start = r.end = {}; });
}

void TestRunOutcome::theFirstThatHolds()
{
    QFETCH(SweepRow, row);
    QFETCH(int, outcome);
    QCOMPARE(int(outcomeOf(row, {}, {})), outcome);
}

void TestRunOutcome::thresholdsAreTheExperiments()
{
    SweepRow row = plainRow();
    ExperimentConfig config;
    config.diagnosis.vanishing.alarm = 0.6;
    QCOMPARE(outcomeOf(row, config, {}), RunOutcome::Vanished);
    config.diagnosis.vanishing.alarm = 1e-3;
    config.diagnosis.exploding.alarm = 0.4;
    QCOMPARE(outcomeOf(row, config, {}), RunOutcome::Exploded);
    config.diagnosis.dead.alarm = 0.05;
    QCOMPARE(outcomeOf(row, config, {}), RunOutcome::Died);
    QCOMPARE(outcomeOf(row, config, {.accuracy = 0.5}), RunOutcome::Learned);
    // Where a layer is flat everywhere, "dead" is not the word.
    config.network.activation.kind = "step";
    QCOMPARE(outcomeOf(row, config, {}), RunOutcome::Exploded);
}

void TestRunOutcome::namesAreInOrder()
{
    for (std::size_t at = 0; at < runOutcomes().size(); ++at) {
        QCOMPARE(std::size_t(runOutcomes()[at].outcome), at);
        QCOMPARE(idOf(runOutcomes()[at].outcome), runOutcomes()[at].id);
        QVERIFY(!runOutcomes()[at].rule.empty());
    }
}

QTEST_APPLESS_MAIN(TestRunOutcome)
#include "TestRunOutcome.moc"

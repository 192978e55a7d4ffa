// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/ConfigCheck.h"

#include <QTest>

#include <functional>

using namespace core;

namespace
{

struct Case {
    const char* name;
    std::function<void(ExperimentConfig&)> edit;
    FaultCode code;
    const char* where;
};

const std::vector<Case>& cases()
{
    static const std::vector<Case> rows{
        {"depth", [](ExperimentConfig& c) { c.network.depth = -1; }, FaultCode::OutOfRange, "network.depth"},
        {"kind", [](ExperimentConfig& c) { c.network.activation.kind = "rleu"; }, FaultCode::UnknownName,
         "network.activation.kind"},
        {"rate", [](ExperimentConfig& c) { c.optimizer.parameters["learning_rate"] = -1; }, FaultCode::OutOfRange,
         "optimizer.learning_rate"},
        {"no training sample",
         [](ExperimentConfig& c) {
             c.data.samples = 2;
             c.data.testFraction = 0.9; // round(1.8) = 2
         },
         FaultCode::NoTrainingSample, "data.test_fraction"},
        {"batch of one",
         [](ExperimentConfig& c) {
             c.network.normalization.kind = "batch";
             c.training.batchSize = 1;
         },
         FaultCode::BatchTooSmall, "training.batch_size"},
        {"training set of one",
         [](ExperimentConfig& c) {
             c.network.normalization.kind = "batch";
             c.data.samples = 2;
             c.data.testFraction = 0.5;
         },
         FaultCode::BatchTooSmall, "training.batch_size"},
        {"loss",
         [](ExperimentConfig& c) {
             c.data.source = "sine_wave";
             c.loss = {"cross_entropy", {}};
         },
         FaultCode::LossNeedsClasses, "loss"},
        {"binary loss",
         [](ExperimentConfig& c) {
             c.data.source = "digits";
             c.loss = {"binary_cross_entropy", {}};
         },
         FaultCode::LossIsBinary, "loss"},
        {"memory",
         [](ExperimentConfig& c) {
             c.network.depth = 1000;
             c.network.width = 4096;
         },
         FaultCode::TooMuchMemory, "network"},
        {"share above 1", [](ExperimentConfig& c) { c.diagnosis.dead.alarm = 1.5; }, FaultCode::OutOfRange,
         "diagnosis.dead.alarm"},
        {"change to a share above 1",
         [](ExperimentConfig& c) {
             c.changes = {{10, {{"diagnosis.saturated.notice", 50.0}}}};
         },
         FaultCode::OutOfRange, "changes.0.set.diagnosis.saturated.notice"},
        {"change not hot",
         [](ExperimentConfig& c) {
             c.changes = {{10, {{"network.depth", 3.0}}}};
         },
         FaultCode::NotHot, "changes.0.set.network.depth"},
        {"change out of range",
         [](ExperimentConfig& c) {
             c.changes = {{10, {{"optimizer.momentum", -3.0}}}};
         },
         FaultCode::OutOfRange, "changes.0.set.optimizer.momentum"},
        {"change of another kind",
         [](ExperimentConfig& c) {
             c.changes = {{10, {{"network.activation.alpha", 1.0}}}};
         },
         FaultCode::KeyOfAnotherKind, "changes.0.set.network.activation.alpha"},
        {"change back in time",
         [](ExperimentConfig& c) {
             c.changes = {{10, {{"optimizer.momentum", 0.5}}}, {9, {{"optimizer.momentum", 0.6}}}};
         },
         FaultCode::OutOfRange, "changes.1.step"},
        {"change to a batch of one",
         [](ExperimentConfig& c) {
             c.network.normalization.kind = "batch";
             c.changes = {{10, {{"training.batch_size", 1.0}}}};
         },
         FaultCode::BatchTooSmall, "changes.0.set.training.batch_size"},
    };
    return rows;
}

} // namespace

class TestConfigCheck : public QObject
{
    Q_OBJECT

private slots:
    void faults_data();
    void faults();
    void theDefaultIsFine() { QVERIFY(checkConfig({}).empty()); }
    void sharesEndAtOne();
    void aKindMayChangeBeforeItsParameter();
    void memoryIsAsComputedByHand();
};

void TestConfigCheck::faults_data()
{
    QTest::addColumn<int>("row");
    int row = 0;
    for (const Case& one : cases())
        QTest::newRow(one.name) << row++;
}

void TestConfigCheck::faults()
{
    QFETCH(int, row);
    const Case& one = cases().at(static_cast<std::size_t>(row));
    ExperimentConfig config;
    one.edit(config);
    const Faults faults = checkConfig(config);
    QCOMPARE(faults.size(), std::size_t(1));
    QCOMPARE(faults.front().code, one.code);
    QCOMPARE(faults.front().where, std::string(one.where));
}

void TestConfigCheck::aKindMayChangeBeforeItsParameter()
{
    ExperimentConfig config;
    config.changes = {{5, {{"network.activation.kind", "elu"}}}, {9, {{"network.activation.alpha", 0.5}}}};
    QVERIFY(checkConfig(config).empty());
}

void TestConfigCheck::sharesEndAtOne()
{
    const QStringList shares{"dead", "asleep", "saturated", "classes_never_predicted"};
    for (const ThresholdsEntry& entry : kThresholdsEntries) {
        const QString rule = QString::fromStdString(std::string(entry.rule));
        for (double Thresholds::*threshold : {&Thresholds::notice, &Thresholds::alarm}) {
            ExperimentConfig config;
            config.diagnosis.*entry.thresholds.*threshold = 1;
            QVERIFY2(checkConfig(config).empty(), qPrintable(rule));
            config.diagnosis.*entry.thresholds.*threshold = 1.01;
            QVERIFY2(checkConfig(config).empty() != shares.contains(rule), qPrintable(rule));
        }
    }
}

void TestConfigCheck::memoryIsAsComputedByHand()
{
    ExperimentConfig config; // moons: two inputs, two classes
    config.network.depth = 2;
    config.network.width = 10;
    config.data.samples = 100;
    config.data.testFraction = 0.5;
    config.training.batchSize = 10;
    // (2·10+10) + (10·10+10) + (10·2+2) weights and biases, 2·10 learned slopes; values, the update, the gradients of
    // step and probe, and what sgd keeps for momentum; z, a and their gradients of 22 units and 2 inputs for
    // 10 + 50 samples; z and a of these, for 50 + 50 samples of the sets and 2048 of the map; 100 samples of 4 numbers
    // twice; one and a half of 10·50 values of a layer and of 10·10 weights of an update to be described, and the
    // logarithms of a layer's deltas
    const double parameters = 30 + 110 + 22 + 20;
    const double passes = 60 * (4 * 22 + 2) + 2148 * (2 * 22 + 2);
    QCOMPARE(memoryNeeded(config), 4 * (parameters * 5 + passes + 2 * 100 * 4 + 1.5 * (500 + 100) + 500));
}

QTEST_APPLESS_MAIN(TestConfigCheck)
#include "TestConfigCheck.moc"

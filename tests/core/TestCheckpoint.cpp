// SPDX-License-Identifier: GPL-3.0-or-later
// A run that goes on from a checkpoint is, bit for bit, the run that never stopped; a row of checkpoints is bounded.
#include "core/train/Checkpoint.h"
#include "tests/core/SmallRun.h"

#include <QTest>

#include <functional>

using namespace core;
using namespace smallrun;

Q_DECLARE_METATYPE(core::ExperimentConfig)

class TestCheckpoint : public QObject
{
    Q_OBJECT

private slots:
    void goesOnToTheSameBits_data()
    {
        QTest::addColumn<ExperimentConfig>("config");
        const auto add = [](const char* name, const std::function<void(ExperimentConfig&)>& edit) {
            ExperimentConfig config = small();
            edit(config);
            QTest::newRow(name) << config;
        };
        add("sgd with momentum", [](auto& c) { c.optimizer.parameters = {{"momentum", 0.9}, {"nesterov", 1}}; });
        for (const char* optimizer : {"adagrad", "rmsprop", "adam", "adamw"})
            add(optimizer, [&](auto& c) { c.optimizer.kind = optimizer; });
        add("dropout", [](auto& c) { c.network.dropout = {"dropout", {{"rate", 0.3}}}; });
        add("batch normalisation", [](auto& c) { c.network.normalization.kind = "batch"; });
        add("rrelu", [](auto& c) { c.network.activation.kind = "rrelu"; });
        add("learned slopes", [](auto& c) {
            c.network.activation = {"prelu", {{"per_unit", 1}}};
            c.optimizer.kind = "adam";
        });
        add("schedule", [](auto& c) {
            c.optimizer.schedule = {"cosine", {{"steps", 60}}};
            c.optimizer.warmupSteps = 15;
        });
        add("batch size", [](auto& c) {
            c.changes = {{10, {{"training.batch_size", 7.0}}}, {33, {{"training.batch_size", 20.0}}}};
        });
        add("activation", [](auto& c) {
            c.changes = {{10, {{"network.activation.kind", std::string("prelu")}}},
                         {33, {{"network.activation.kind", std::string("elu")}, {"probe.samples", 20.0}}}};
        });
    }

    void goesOnToTheSameBits()
    {
        QFETCH(ExperimentConfig, config);
        const auto straight = runOf(config);
        makeSteps(*straight, 60);
        const Snapshot end = observed(*straight);
        for (const int stop : {0, 10, 21, 33, 59}) {
            const auto run = runOf(config);
            makeSteps(*run, stop);
            const Checkpoint checkpoint = run->checkpoint();
            // On in the same run, back, and on in another one that has gone its own way meanwhile.
            makeSteps(*run, 60 - stop);
            QVERIFY(run->network().parameters() == straight->network().parameters());
            const auto other = runOf(config);
            makeSteps(*other, 44);
            for (TrainingRun* again : {run.get(), other.get()}) {
                again->restore(checkpoint);
                QCOMPARE(again->stepsMade(), std::int64_t(stop));
                makeSteps(*again, 60 - stop);
                QVERIFY(again->network().parameters() == straight->network().parameters());
                QCOMPARE(again->config(), straight->config());
                const Snapshot seen = observed(*again);
                QCOMPARE(seen.epoch, end.epoch);
                QCOMPARE(seen.test->loss, end.test->loss); // of the running statistics, too
                QCOMPARE(seen.learningRate, end.learningRate);
                QVERIFY(std::ranges::equal(again->batch(), straight->batch()));
                QVERIFY(again->gradient() == straight->gradient());
            }
        }
    }

    void divergenceIsBroughtBack()
    {
        ExperimentConfig config = small("relu");
        config.optimizer.parameters["learning_rate"] = 1e8;
        const auto run = runOf(config);
        const Checkpoint start = run->checkpoint();
        makeSteps(*run, 60);
        QVERIFY(run->divergence());
        const Checkpoint end = run->checkpoint();
        run->restore(start);
        QVERIFY(!run->divergence());
        run->restore(end);
        QCOMPARE(run->status(), RunStatus::Diverged);
    }

    void rowIsBoundedAndEven()
    {
        const auto run = runOf(small());
        const std::size_t size = run->checkpoint().bytes();
        CheckpointRow row(20 * size + size / 2);
        for (int step = 0; step <= 1000; ++step) {
            if (row.wants(step)) {
                Checkpoint made = run->checkpoint();
                made.step = step; // as if the run had come so far
                row.add(std::move(made));
            }
            QVERIFY(row.size() <= 20);
            QVERIFY(row.notAfter(step).step <= step);
        }
        QVERIFY(row.size() >= 10);
        QCOMPARE(row.at(0).step, std::int64_t(0));
        const std::int64_t distance = row.at(1).step;
        for (std::size_t i = 1; i < row.size(); ++i)
            QCOMPARE(row.at(i).step - row.at(i - 1).step, distance);
        QVERIFY(1000 - row.at(row.size() - 1).step < distance);
        QCOMPARE(row.notAfter(distance).step, distance);
        QCOMPARE(row.notAfter(distance - 1).step, std::int64_t(0));
    }

    void largeCheckpointsKeepAFew()
    {
        const auto run = runOf(small());
        CheckpointRow row(1);
        for (int step = 0; step <= 100; ++step)
            if (row.wants(step)) {
                Checkpoint made = run->checkpoint();
                made.step = step;
                row.add(std::move(made));
            }
        QVERIFY(row.size() >= 2 && row.size() <= CheckpointRow::kLeast);
    }
};

QTEST_APPLESS_MAIN(TestCheckpoint)
#include "TestCheckpoint.moc"

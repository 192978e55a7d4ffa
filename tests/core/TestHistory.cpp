// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/History.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>

using namespace core;

namespace
{

constexpr float kNan = std::numeric_limits<float>::quiet_NaN();

/// The record of one step: loss = step, and the vectors of two layers likewise.
StepRecord recordOf(std::int64_t step, std::uint64_t generation = 1)
{
    const auto value = static_cast<float>(step);
    StepRecord record;
    record.generation = generation;
    record.firstStep = record.lastStep = step;
    record.batchLoss = {value, value, value};
    record.deltaRms = {value, 2 * value};
    record.weightGradNorm = {3 * value, 4 * value};
    record.updateRatio = {5 * value, 6 * value};
    return record;
}

StepRecord evaluationAt(std::int64_t step, std::uint64_t generation = 1)
{
    StepRecord record;
    record.generation = generation;
    record.firstStep = step + 1;
    record.lastStep = step;
    record.evaluation = EvaluationRecord{step, static_cast<float>(step), 0, 0, 0};
    return record;
}

bool near(float actual, double expected)
{
    return std::abs(static_cast<double>(actual) - expected) <= 1e-4 * std::max(1.0, std::abs(expected));
}

} // namespace

class TestHistory : public QObject
{
    Q_OBJECT

private slots:
    void memoryIsBoundedAndNothingIsLost_data();
    void memoryIsBoundedAndNothingIsLost();
    void recordsOfSeveralSteps();
    void merging();
    void mergingKeepsTheEvaluation();
    void mergingWithWhatIsUnknown();
    void evaluations();
    void generations();
    void clearing();
};

void TestHistory::memoryIsBoundedAndNothingIsLost_data()
{
    QTest::addColumn<int>("steps");
    for (const int steps : {1, 2, 1023, 1024, 1025, 2047, 2048, 5000, 100'003})
        QTest::addRow("%d", steps) << steps;
}

void TestHistory::memoryIsBoundedAndNothingIsLost()
{
    QFETCH(int, steps);
    History history;
    for (int step = 1; step <= steps; ++step) {
        history.add(recordOf(step));
        QVERIFY(history.records().size() <= History::kCapacity);
        QCOMPARE(history.lastStep(), std::int64_t(step));
    }
    // The records follow each other without a hole, and each speaks of all its steps.
    std::int64_t next = 1;
    for (const StepRecord& record : history.records()) {
        QCOMPARE(record.firstStep, next);
        QVERIFY(record.steps() > 0);
        next = record.lastStep + 1;
        const double mean = static_cast<double>(record.firstStep + record.lastStep) / 2;
        QCOMPARE(record.batchLoss.min, float(record.firstStep));
        QCOMPARE(record.batchLoss.max, float(record.lastStep));
        QVERIFY(near(record.batchLoss.mean, mean));
        QVERIFY(near(record.deltaRms[1], 2 * mean));
        QVERIFY(near(record.weightGradNorm[0], 3 * mean));
        QVERIFY(near(record.updateRatio[1], 6 * mean));
    }
    QCOMPARE(next, std::int64_t(steps) + 1);
    // Not coarser than it has to be.
    QVERIFY(history.records().size() >=
            std::min<std::size_t>(static_cast<std::size_t>(steps), History::kCapacity / 2 - 1));
}

void TestHistory::recordsOfSeveralSteps()
{
    // As they come when the queue was full: some of one step, some of many.
    History history;
    std::int64_t step = 0;
    for (int i = 0; i < 3000; ++i) {
        StepRecord record = recordOf(++step);
        for (int more = 0; more < i % 4; ++more)
            record.merge(recordOf(++step));
        history.add(record);
    }
    QVERIFY(history.records().size() <= History::kCapacity);
    std::int64_t next = 1;
    for (const StepRecord& record : history.records()) {
        QCOMPARE(record.firstStep, next);
        next = record.lastStep + 1;
        QVERIFY(near(record.batchLoss.mean, static_cast<double>(record.firstStep + record.lastStep) / 2));
    }
    QCOMPARE(next, step + 1);
}

void TestHistory::merging()
{
    StepRecord record = recordOf(1);
    record.merge(recordOf(2));
    record.merge(recordOf(3)); // (1 + 2 + 3)/3: each step weighs the same
    QCOMPARE(record.firstStep, std::int64_t(1));
    QCOMPARE(record.lastStep, std::int64_t(3));
    QVERIFY(near(record.batchLoss.mean, 2) && near(record.deltaRms[0], 2) && near(record.updateRatio[1], 12));
    QCOMPARE(record.batchLoss.min, 1.0F);
    QCOMPARE(record.batchLoss.max, 3.0F);
}

void TestHistory::mergingKeepsTheEvaluation()
{
    StepRecord record = recordOf(1);
    record.merge(evaluationAt(1));
    QCOMPARE(record.lastStep, std::int64_t(1));
    QCOMPARE(record.evaluation.value().step, std::int64_t(1));
    record.merge(recordOf(2));
    QCOMPARE(record.lastStep, std::int64_t(2));
    QCOMPARE(record.evaluation.value().step, std::int64_t(1));
    record.merge(evaluationAt(2));
    QCOMPARE(record.evaluation.value().step, std::int64_t(2));

    StepRecord first = evaluationAt(0);
    first.merge(recordOf(1));
    QCOMPARE(first.firstStep, std::int64_t(1));
    QCOMPARE(first.steps(), std::int64_t(1));
    QCOMPARE(first.evaluation.value().step, std::int64_t(0));
    QCOMPARE(first.deltaRms.size(), std::size_t(2));
}

void TestHistory::mergingWithWhatIsUnknown()
{
    // A step that diverged halfway, or 0/0, has no number for some layers: the mean is over the steps that have one.
    StepRecord record = recordOf(1);
    StepRecord unknown = recordOf(2);
    unknown.deltaRms[0] = unknown.updateRatio[1] = kNan;
    record.merge(unknown);
    QVERIFY(near(record.deltaRms[0], 1) && near(record.deltaRms[1], 3) && near(record.updateRatio[1], 6));
    unknown.merge(recordOf(3));
    QVERIFY(near(unknown.deltaRms[0], 3) && near(unknown.deltaRms[1], 5));
    StepRecord never = recordOf(1);
    never.deltaRms[0] = kNan;
    StepRecord again = recordOf(2);
    again.deltaRms[0] = kNan;
    never.merge(again);
    QVERIFY(std::isnan(never.deltaRms[0]));
}

void TestHistory::evaluations()
{
    History history;
    for (int step = 0; step < 5000; ++step) {
        history.add(evaluationAt(step));
        QVERIFY(history.evaluations().size() < History::kCapacity);
        QCOMPARE(history.evaluations().back().step, std::int64_t(step)); // the newest stays
        for (std::size_t i = 1; i < history.evaluations().size() && step % 500 == 0; ++i)
            QVERIFY(history.evaluations()[i].step > history.evaluations()[i - 1].step);
    }
    QVERIFY(history.records().empty());
    QVERIFY(history.evaluations().size() > History::kCapacity / 4);
    // Taken again at the same step, the newer one counts.
    StepRecord again = evaluationAt(4999);
    again.evaluation->trainLoss = 7;
    const std::size_t size = history.evaluations().size();
    history.add(again);
    QCOMPARE(history.evaluations().size(), size);
    QCOMPARE(history.evaluations().back().trainLoss, 7.0F);
}

void TestHistory::generations()
{
    History history;
    for (int step = 1; step <= 3000; ++step)
        history.add(recordOf(step, 1));
    history.add(evaluationAt(3000, 1));
    history.add(recordOf(1, 3));
    QCOMPARE(history.generation(), std::uint64_t(3));
    QCOMPARE(history.records().size(), std::size_t(1));
    QVERIFY(history.evaluations().empty());
    const std::uint64_t revision = history.revision();
    history.add(recordOf(3001, 1)); // one that was late
    history.add(evaluationAt(3001, 2));
    QCOMPARE(history.records().size(), std::size_t(1));
    QVERIFY(history.evaluations().empty());
    QCOMPARE(history.revision(), revision);
    history.add(recordOf(2, 3));
    QCOMPARE(history.records().size(), std::size_t(2)); // at full resolution again
    QVERIFY(history.revision() > revision);
}

void TestHistory::clearing()
{
    History history;
    history.add(recordOf(1));
    history.add(evaluationAt(1));
    const std::uint64_t revision = history.revision();
    history.clear();
    QVERIFY(history.records().empty() && history.evaluations().empty());
    QCOMPARE(history.lastStep(), std::int64_t(0));
    QVERIFY(history.revision() > revision);
}

QTEST_APPLESS_MAIN(TestHistory)
#include "TestHistory.moc"

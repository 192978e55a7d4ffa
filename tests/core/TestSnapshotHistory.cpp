// SPDX-License-Identifier: GPL-3.0-or-later
// The kept moments of a run: bounded, in order, without large holes, and honest about their memory. Every allocation of
// this program is counted.
#include "core/train/SnapshotHistory.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTest>

#include <algorithm>
#include <atomic>
#include <cmath>
#include <cstdlib>
#include <limits>
#include <new>

#include <malloc.h>

namespace
{

std::atomic<std::size_t> allocations{0};
std::atomic<std::ptrdiff_t> allocatedBytes{0};

} // namespace

void* operator new(std::size_t size)
{
    void* memory = std::malloc(size);
    if (memory == nullptr)
        throw std::bad_alloc();
    ++allocations;
    allocatedBytes += static_cast<std::ptrdiff_t>(malloc_usable_size(memory));
    return memory;
}

void operator delete(void* memory) noexcept
{
    if (memory != nullptr)
        allocatedBytes -= static_cast<std::ptrdiff_t>(malloc_usable_size(memory));
    std::free(memory);
}

void operator delete(void* memory, std::size_t /*size*/) noexcept
{
    operator delete(memory);
}

using namespace core;

namespace
{

struct Shape {
    int depth = 2;
    int width = 4;
    int resolution = 8;
};

Snapshot snapshotOf(const Shape& shape, std::int64_t step = 0, std::uint64_t generation = 1)
{
    Snapshot snapshot;
    snapshot.generation = generation;
    snapshot.step = step;
    snapshot.config.network.activation = {"leaky_relu", {{"negative_slope", 0.2}}};
    snapshot.config.optimizer.parameters["learning_rate"] = 0.1;
    snapshot.changes = std::make_shared<const std::vector<Change>>();
    for (int index = 1; index <= shape.depth; ++index) {
        LayerStatistics layer;
        layer.index = index;
        layer.units = shape.width;
        layer.activation = "leaky_relu";
        layer.activationChoice = snapshot.config.network.activation;
        layer.unitStatistics.resize(static_cast<std::size_t>(shape.width));
        snapshot.layers.push_back(layer);
    }
    const auto cells = static_cast<std::size_t>(shape.resolution * shape.resolution);
    snapshot.decision.resolution = shape.resolution;
    snapshot.decision.answer.assign(cells, 0.5F);
    return snapshot;
}

std::vector<std::int64_t> stepsOf(const SnapshotHistory& history)
{
    std::vector<std::int64_t> steps;
    for (std::size_t i = 0; i < history.size(); ++i)
        steps.push_back(history.step(i));
    return steps;
}

/// Adds moments at 0, interval, 2·interval …
void addRun(SnapshotHistory& history, Snapshot& snapshot, std::int64_t count, std::int64_t interval = 1)
{
    for (std::int64_t i = 0; i < count; ++i) {
        snapshot.step = i * interval;
        history.add(snapshot);
    }
}

double residentMegabytes()
{
    QFile file(QStringLiteral("/proc/self/statm"));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    return file.readAll().split(' ').value(1).toDouble() * 4096 / 1e6;
}

} // namespace

class TestSnapshotHistory : public QObject
{
    Q_OBJECT

private slots:
    void keepsAllWhileThereIsRoom();
    void boundedWithoutHoles_data();
    void boundedWithoutHoles();
    void newestStepIsReplaced();
    void earlierMomentsAreIgnored();
    void newGenerationClears();
    void nearestMoment();
    void momentsAtChangesStayLonger();
    void manyChangesDisplaceNothing();
    void changesAreSharedByAll();
    void bytesBound_data();
    void bytesBound();
    void bytesAreThoseAllocated_data();
    void bytesAreThoseAllocated();
    void allocatesNothingOnceWarm();
    void printsWhatACopyCosts();
};

void TestSnapshotHistory::keepsAllWhileThereIsRoom()
{
    SnapshotHistory history(10);
    QVERIFY(history.empty());
    Snapshot snapshot = snapshotOf({});
    addRun(history, snapshot, 10, 7);
    QVERIFY(stepsOf(history) == std::vector<std::int64_t>({0, 7, 14, 21, 28, 35, 42, 49, 56, 63}));
    QCOMPARE(history.at(3).layers.size(), std::size_t(2));
}

void TestSnapshotHistory::boundedWithoutHoles_data()
{
    QTest::addColumn<qint64>("interval");
    QTest::addColumn<bool>("irregular");
    QTest::newRow("every step") << qint64(1) << false;
    QTest::newRow("every 160 steps") << qint64(160) << false;
    QTest::newRow("now slow, now fast") << qint64(50) << true;
}

void TestSnapshotHistory::boundedWithoutHoles()
{
    QFETCH(qint64, interval);
    QFETCH(bool, irregular);
    SnapshotHistory history;
    Snapshot snapshot = snapshotOf({});
    std::int64_t step = 0;
    std::int64_t widest = 0; // between moments as they came
    for (int i = 0; i < 100'000; ++i) {
        snapshot.step = step;
        history.add(snapshot);
        QVERIFY(history.size() <= SnapshotHistory::kMaxMoments);
        QCOMPARE(history.step(history.size() - 1), step);
        QCOMPARE(history.step(0), 0);
        const std::int64_t next = irregular ? 1 + interval * (i / 1000 % 5) : interval;
        widest = std::max(widest, next);
        step += next;
        if (i % 997 != 0 && i != 99'999)
            continue;
        const std::vector<std::int64_t> steps = stepsOf(history);
        const auto now = static_cast<double>(steps.back());
        for (std::size_t at = 1; at < steps.size(); ++at) {
            const auto hole = static_cast<double>(steps[at] - steps[at - 1]);
            QVERIFY(hole > 0);
            const double age = now - static_cast<double>(steps[at]);
            const double allowed = std::min(0.017 * now, 0.12 * (age + now / 1000));
            QVERIFY2(hole <= std::max(allowed, static_cast<double>(widest)),
                     qPrintable(QStringLiteral("%1 steps at age %2 of %3").arg(hole).arg(age).arg(now)));
        }
    }
    QCOMPARE(history.size(), SnapshotHistory::kMaxMoments);
}

void TestSnapshotHistory::newestStepIsReplaced()
{
    SnapshotHistory history;
    for (const int resolution : {32, 64, 128}) {
        history.add(snapshotOf({2, 4, resolution}, 5));
        QCOMPARE(history.size(), std::size_t(1));
        QCOMPARE(history.at(0).decision.resolution, resolution);
        QCOMPARE(history.at(0).decision.answer.size(), static_cast<std::size_t>(resolution * resolution));
    }
}

void TestSnapshotHistory::earlierMomentsAreIgnored()
{
    SnapshotHistory history;
    history.add(snapshotOf({}, 8, 2));
    history.add(snapshotOf({}, 7, 2));
    history.add(snapshotOf({}, 9, 1));
    QVERIFY(stepsOf(history) == std::vector<std::int64_t>({8}));
    QCOMPARE(history.generation(), std::uint64_t(2));
}

void TestSnapshotHistory::newGenerationClears()
{
    SnapshotHistory history(8);
    Snapshot snapshot = snapshotOf({});
    addRun(history, snapshot, 50);
    history.add(snapshotOf({5, 3, 4}, 0, 2));
    QCOMPARE(history.size(), std::size_t(1));
    QCOMPARE(history.generation(), std::uint64_t(2));
    QCOMPARE(history.at(0).layers.size(), std::size_t(5));
    history.clear();
    QVERIFY(history.empty());
}

void TestSnapshotHistory::nearestMoment()
{
    SnapshotHistory history;
    for (const int step : {0, 10, 20, 100})
        history.add(snapshotOf({}, step));
    const std::vector<std::pair<std::int64_t, std::size_t>> expected{
        {-5, 0}, {0, 0}, {4, 0}, {5, 0}, {6, 1}, {10, 1}, {19, 2}, {60, 2}, {61, 3}, {1'000'000, 3}};
    for (const auto& [step, index] : expected)
        QCOMPARE(history.indexNear(step), index);
}

void TestSnapshotHistory::momentsAtChangesStayLonger()
{
    SnapshotHistory history(64);
    Snapshot snapshot = snapshotOf({});
    const std::vector<std::int64_t> changedAt{1003, 2017, 5031};
    std::vector<Change> changes;
    for (std::int64_t step = 0; step < 12'000; ++step) {
        if (std::find(changedAt.begin(), changedAt.end(), step) != changedAt.end()) {
            changes.push_back({step, {{"optimizer.learning_rate", 0.5}}});
            snapshot.changes = std::make_shared<const std::vector<Change>>(changes);
        }
        snapshot.step = step;
        history.add(snapshot);
    }
    // What holds from step 1004 on is first seen there.
    for (const std::int64_t step : changedAt) {
        const std::size_t index = history.indexNear(step);
        QCOMPARE(history.step(index), step);
        QCOMPARE(history.step(index + 1), step + 1);
    }
}

void TestSnapshotHistory::manyChangesDisplaceNothing()
{
    SnapshotHistory history;
    Snapshot snapshot = snapshotOf({});
    std::vector<Change> changes;
    for (std::int64_t step = 0; step < 20'000; ++step) {
        if (step > 5000 && step < 7000) {
            changes.push_back({step, {{"optimizer.learning_rate", static_cast<double>(step)}}});
            snapshot.changes = std::make_shared<const std::vector<Change>>(changes);
        }
        snapshot.step = step;
        history.add(snapshot);
    }
    QCOMPARE(history.size(), SnapshotHistory::kMaxMoments);
    const std::vector<std::int64_t> steps = stepsOf(history);
    for (std::size_t at = 1; at < steps.size(); ++at)
        QVERIFY2(steps[at] - steps[at - 1] <= 440, qPrintable(QString::number(steps[at])));
}

void TestSnapshotHistory::changesAreSharedByAll()
{
    SnapshotHistory history;
    Snapshot snapshot = snapshotOf({});
    std::weak_ptr<const std::vector<Change>> first = snapshot.changes;
    addRun(history, snapshot, 5);
    snapshot.changes = std::make_shared<const std::vector<Change>>(std::vector<Change>{{4, {{"seed", 1.0}}}});
    snapshot.step = 6;
    history.add(snapshot);
    QVERIFY(first.expired());
    for (std::size_t i = 0; i < history.size(); ++i)
        QVERIFY(history.at(i).changes == snapshot.changes);
}

void TestSnapshotHistory::bytesBound_data()
{
    QTest::addColumn<int>("depth");
    QTest::addColumn<int>("width");
    QTest::addColumn<int>("resolution");
    QTest::addColumn<int>("kept");
    QTest::newRow("small") << 2 << 4 << 8 << 256;
    QTest::newRow("8 × 32") << 8 << 32 << 128 << 256;
    QTest::newRow("50 × 64") << 50 << 64 << 128 << 150;
    QTest::newRow("wide") << 20 << 1024 << 128 << 40;
    QTest::newRow("an eighth of all") << 40 << 4096 << 128 << 6;
    QTest::newRow("too large for anything") << 400 << 4096 << 32 << 2;
}

void TestSnapshotHistory::bytesBound()
{
    QFETCH(int, depth);
    QFETCH(int, width);
    QFETCH(int, resolution);
    QFETCH(int, kept);
    SnapshotHistory history;
    Snapshot snapshot = snapshotOf({depth, width, resolution});
    addRun(history, snapshot, 400, 3);
    QVERIFY2(history.size() >= static_cast<std::size_t>(kept), qPrintable(QString::number(history.size())));
    QVERIFY(history.size() == 2 || history.bytes() <= SnapshotHistory::kMaxBytes);
    QCOMPARE(history.step(0), 0);
    QCOMPARE(history.step(history.size() - 1), 399 * 3);
}

void TestSnapshotHistory::bytesAreThoseAllocated_data()
{
    QTest::addColumn<int>("depth");
    QTest::addColumn<int>("width");
    QTest::newRow("8 × 32") << 8 << 32;
    QTest::newRow("50 × 64") << 50 << 64;
    QTest::newRow("2 × 4") << 2 << 4;
}

void TestSnapshotHistory::bytesAreThoseAllocated()
{
    QFETCH(int, depth);
    QFETCH(int, width);
    Snapshot snapshot = snapshotOf({depth, width, 32});
    const std::ptrdiff_t before = allocatedBytes;
    SnapshotHistory history;
    addRun(history, snapshot, 300);
    const auto actual = static_cast<double>(allocatedBytes - before);
    const auto told = static_cast<double>(history.bytes());
    QVERIFY2(std::abs(told - actual) < 0.03 * actual + 10'000,
             qPrintable(QStringLiteral("%1 %2").arg(told).arg(actual)));
}

void TestSnapshotHistory::allocatesNothingOnceWarm()
{
    SnapshotHistory history;
    Snapshot snapshot = snapshotOf({8, 32, 32});
    addRun(history, snapshot, 300);
    const std::size_t before = allocations;
    for (std::int64_t step = 300; step < 2000; ++step) {
        snapshot.step = step;
        history.add(snapshot);
    }
    QCOMPARE(allocations.load(), before);
}

void TestSnapshotHistory::printsWhatACopyCosts()
{
    for (const Shape& shape : {Shape{8, 32, 128}, Shape{50, 64, 128}, Shape{20, 1024, 128}}) {
        SnapshotHistory history;
        Snapshot snapshot = snapshotOf(shape);
        addRun(history, snapshot, 600);
        constexpr int kTimes = 2000;
        QElapsedTimer timer;
        timer.start();
        for (int i = 0; i < kTimes; ++i) {
            ++snapshot.step;
            history.add(snapshot);
        }
        const double microseconds = static_cast<double>(timer.nsecsElapsed()) / 1e3 / kTimes;
        qInfo("%d x %d: %.0f us a moment of %.0f kB, %zu kept in %.1f MB, resident %.0f MB", shape.depth, shape.width,
              microseconds, static_cast<double>(bytesOf(snapshot)) / 1e3, history.size(),
              static_cast<double>(history.bytes()) / 1e6, residentMegabytes());
    }
}

QTEST_GUILESS_MAIN(TestSnapshotHistory)
#include "TestSnapshotHistory.moc"

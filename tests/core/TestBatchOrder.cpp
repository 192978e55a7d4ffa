// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/BatchOrder.h"

#include <QTest>

#include <cmath>
#include <set>
#include <vector>

using namespace core;

class TestBatchOrder : public QObject
{
    Q_OBJECT

private slots:
    void everyEpochIsAFreshPermutation_data();
    void everyEpochIsAFreshPermutation();
    void aBatchLargerThanTheSetIsTheSet();
    void theBatchSizeMayChange();
    void seedsDecide();
    void everySampleHasItsTurn();
};

void TestBatchOrder::everyEpochIsAFreshPermutation_data()
{
    QTest::addColumn<int>("samples");
    QTest::addColumn<int>("batch");
    const auto row = [](int samples, int batch) { QTest::addRow("%d by %d", samples, batch) << samples << batch; };
    row(12, 3);
    row(13, 3); // one sample is left over
    row(100, 32);
    row(7, 7);
    row(5, 1);
    row(1, 1);
}

void TestBatchOrder::everyEpochIsAFreshPermutation()
{
    QFETCH(int, samples);
    QFETCH(int, batch);
    BatchOrder order(samples, 1);
    std::vector<Index> before;
    for (int epoch = 0; epoch < 5; ++epoch) {
        std::vector<Index> seen;
        for (int step = 0; step < samples / batch; ++step) { // a short last batch is dropped
            const std::span<const Index> indices = order.next(batch);
            QCOMPARE(indices.size(), std::size_t(batch));
            seen.insert(seen.end(), indices.begin(), indices.end());
        }
        const std::set<Index> different(seen.begin(), seen.end());
        QCOMPARE(different.size(), seen.size());
        QVERIFY(*different.begin() >= 0 && *different.rbegin() < samples);
        QVERIFY(samples < 12 || seen != before);
        before = seen;
    }
}

void TestBatchOrder::aBatchLargerThanTheSetIsTheSet()
{
    BatchOrder order(5, 1);
    for (int step = 0; step < 4; ++step) {
        const std::span<const Index> batch = order.next(1'000'000'000);
        QCOMPARE(std::set<Index>(batch.begin(), batch.end()), (std::set<Index>{0, 1, 2, 3, 4}));
        QCOMPARE(batch.size(), std::size_t(5));
    }
}

void TestBatchOrder::theBatchSizeMayChange()
{
    BatchOrder order(10, 1);
    std::set<Index> epoch;
    for (const int size : {3, 4, 3}) {
        const std::span<const Index> batch = order.next(size);
        QCOMPARE(batch.size(), std::size_t(size));
        epoch.insert(batch.begin(), batch.end());
    }
    QCOMPARE(epoch.size(), std::size_t(10));
}

void TestBatchOrder::seedsDecide()
{
    const auto first = [](std::int64_t seed) {
        BatchOrder order(100, seed);
        const std::span<const Index> batch = order.next(50);
        return std::vector<Index>(batch.begin(), batch.end());
    };
    QCOMPARE(first(1), first(1));
    QVERIFY(first(1) != first(2));
}

void TestBatchOrder::everySampleHasItsTurn()
{
    // Four of ten are taken by each batch of an epoch of two: each sample is left out in 20 % of 5 000 epochs, give or
    // take 5 · √(0.2 · 0.8 · 5000) = 141.
    BatchOrder order(10, 3);
    std::vector<int> taken(10);
    for (int step = 0; step < 10000; ++step)
        for (const Index sample : order.next(4))
            ++taken[static_cast<std::size_t>(sample)];
    for (const int count : taken)
        QVERIFY2(std::abs(count - 4000) < 141, qPrintable(QString::number(count)));
}

QTEST_APPLESS_MAIN(TestBatchOrder)
#include "TestBatchOrder.moc"

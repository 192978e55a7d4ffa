// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/SpscQueue.h"

#include <QTest>

#include <cstdint>
#include <numeric>
#include <thread>
#include <vector>

using namespace core;

class TestSpscQueue : public QObject
{
    Q_OBJECT

private slots:
    void firstInFirstOut();
    void fullAndEmpty_data();
    void fullAndEmpty();
    void aRefusedValueIsLeftAsItWas();
    void memoryGoesRound();
    void twoThreads_data();
    void twoThreads();
};

void TestSpscQueue::firstInFirstOut()
{
    SpscQueue<int> queue(3);
    int out = 0;
    // Round and round, so that the border is passed at every place.
    for (int value = 0; value < 20; ++value) {
        int in = value;
        QVERIFY(queue.push(in));
        if (value == 0)
            continue;
        QVERIFY(queue.pop(out));
        QCOMPARE(out, value - 1);
    }
}

void TestSpscQueue::fullAndEmpty_data()
{
    QTest::addColumn<int>("capacity");
    for (const int capacity : {1, 2, 7})
        QTest::addRow("%d", capacity) << capacity;
}

void TestSpscQueue::fullAndEmpty()
{
    QFETCH(int, capacity);
    SpscQueue<int> queue(static_cast<std::size_t>(capacity));
    int out = -1;
    for (int round = 0; round < 5; ++round) {
        QVERIFY(!queue.pop(out));
        for (int i = 0; i < capacity; ++i) {
            int in = i;
            QVERIFY(queue.push(in));
        }
        int tooMuch = 99;
        QVERIFY(!queue.push(tooMuch));
        for (int i = 0; i < capacity; ++i) {
            QVERIFY(queue.pop(out));
            QCOMPARE(out, i);
        }
    }
    QVERIFY(!queue.pop(out));
}

void TestSpscQueue::aRefusedValueIsLeftAsItWas()
{
    SpscQueue<std::vector<int>> queue(1);
    std::vector<int> first{1, 2};
    std::vector<int> second{3};
    QVERIFY(queue.push(first));
    QVERIFY(!queue.push(second));
    QCOMPARE(second, (std::vector<int>{3}));
    std::vector<int> out{7, 7, 7};
    QVERIFY(queue.pop(out));
    QCOMPARE(out, (std::vector<int>{1, 2}));
}

void TestSpscQueue::memoryGoesRound()
{
    SpscQueue<std::vector<int>> queue(1);
    std::vector<int> value(100, 1);
    const int* const memory = value.data();
    QVERIFY(queue.push(value));
    QVERIFY(queue.pop(value));
    QCOMPARE(value.data(), memory);
}

void TestSpscQueue::twoThreads_data()
{
    QTest::addColumn<int>("capacity");
    for (const int capacity : {1, 3, 1024})
        QTest::addRow("%d", capacity) << capacity;
}

void TestSpscQueue::twoThreads()
{
    QFETCH(int, capacity);
    constexpr std::uint64_t kValues = 30'000;
    SpscQueue<std::vector<std::uint64_t>> queue(static_cast<std::size_t>(capacity));
    std::thread producer([&] {
        std::vector<std::uint64_t> value;
        for (std::uint64_t number = 0; number < kValues; ++number) {
            value.assign(1 + number % 5, number);
            while (!queue.push(value))
                std::this_thread::yield();
        }
    });
    std::uint64_t wrong = 0;
    std::vector<std::uint64_t> value;
    for (std::uint64_t number = 0; number < kValues; ++number) {
        while (!queue.pop(value))
            std::this_thread::yield();
        wrong += value == std::vector<std::uint64_t>(1 + number % 5, number) ? 0 : 1;
    }
    producer.join();
    QCOMPARE(wrong, std::uint64_t(0));
    QVERIFY(!queue.pop(value));
}

QTEST_APPLESS_MAIN(TestSpscQueue)
#include "TestSpscQueue.moc"

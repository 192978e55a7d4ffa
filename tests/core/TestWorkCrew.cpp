// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/QuickerWay.h"
#include "core/base/SubnormalsAsZero.h"
#include "core/base/WorkCrew.h"

#include <QTest>

#include <array>
#include <latch>
#include <limits>
#include <set>
#include <vector>

using core::QuickerWay;
using core::WorkCrew;

class TestWorkCrew : public QObject
{
    Q_OBJECT

private slots:
    void everyPartIsDoneOnce();
    void itIsFreeAgainAfterwards();
    void twoThreadsDoIt();
    void tinyNumbersAreZeroOnBoth();
    void theQuickerWayIsTaken_data();
    void theQuickerWayIsTaken();
    void theQuickerWayIsFoundAgain();
};

void TestWorkCrew::everyPartIsDoneOnce()
{
    WorkCrew crew;
    for (int parts = 0; parts < 60; ++parts) {
        std::vector<int> done(static_cast<std::size_t>(parts), 0);
        crew.share(parts, [&](int part) { ++done[static_cast<std::size_t>(part)]; });
        QCOMPARE(done, std::vector<int>(done.size(), 1));
    }
}

/// Each round reads what the one before has written, on whatever thread that was.
void TestWorkCrew::itIsFreeAgainAfterwards()
{
    constexpr std::size_t kParts = 5;
    constexpr int kRounds = 20'000;
    WorkCrew crew;
    std::array<std::array<int, kParts>, 2> numbers{};
    for (int round = 0; round < kRounds; ++round) {
        const auto& before = numbers[static_cast<std::size_t>(round % 2)];
        auto& after = numbers[static_cast<std::size_t>(1 - round % 2)];
        crew.share(kParts, [&](int part) {
            const auto place = static_cast<std::size_t>(part);
            after[place] = before[(place + 1) % kParts] + 1;
        });
    }
    for (const int number : numbers[kRounds % 2])
        QCOMPARE(number, kRounds);
}

/// Who does one part here waits until somebody does the other.
void TestWorkCrew::twoThreadsDoIt()
{
    WorkCrew crew;
    for (int round = 0; round < 100; ++round) {
        std::latch both(2);
        std::array<std::thread::id, 2> threads;
        crew.share(2, [&](int part) {
            both.arrive_and_wait();
            threads[static_cast<std::size_t>(part)] = std::this_thread::get_id();
        });
        QVERIFY(threads[0] != threads[1]);
        QVERIFY(threads[0] == std::this_thread::get_id() || threads[1] == std::this_thread::get_id());
    }
}

void TestWorkCrew::tinyNumbersAreZeroOnBoth()
{
    WorkCrew crew;
    const core::SubnormalsAsZero fromHereOn;
    std::latch both(2);
    std::array<float, 2> halves{-1, -1};
    crew.share(2, [&](int part) {
        both.arrive_and_wait();
        const volatile float smallest = std::numeric_limits<float>::min();
        halves[static_cast<std::size_t>(part)] = smallest / 2;
    });
    QCOMPARE(halves[0], halves[1]);
#if defined(__SSE__)
    QVERIFY(halves[0] == 0);
#endif
}

void TestWorkCrew::theQuickerWayIsTaken_data()
{
    QTest::addColumn<double>("first");
    QTest::addColumn<double>("second");
    QTest::newRow("the first one") << 3.0 << 4.0;
    QTest::newRow("the second one") << 4.0 << 3.0;
    QTest::newRow("the first one by far") << 1.0 << 50.0;
}

namespace
{

/// How often of so many times the second way is taken.
int secondTimes(QuickerWay& way, int times, double first, double second)
{
    int taken = 0;
    for (int i = 0; i < times; ++i) {
        taken += way.second() ? 1 : 0;
        way.took(way.second() ? second : first);
    }
    return taken;
}

} // namespace

void TestWorkCrew::theQuickerWayIsTaken()
{
    QFETCH(double, first);
    QFETCH(double, second);
    QuickerWay way;
    secondTimes(way, 1000, first, second);
    constexpr int kTimes = 10'000;
    const int taken = secondTimes(way, kTimes, first, second);
    const int slower = second < first ? kTimes - taken : taken;
    QVERIFY2(slower <= 0.03 * kTimes, qPrintable(QString::number(slower)));
    QVERIFY(slower > 0); // it has its chances, too
}

void TestWorkCrew::theQuickerWayIsFoundAgain()
{
    QuickerWay way;
    secondTimes(way, 5000, 4, 3);
    constexpr int kTurns = 2 * (QuickerWay::kLongest + QuickerWay::kShortest);
    // Now somebody else wants the core.
    secondTimes(way, kTurns, 4, 9);
    QVERIFY(secondTimes(way, 1000, 4, 9) < 100);
    // He is gone.
    secondTimes(way, kTurns, 4, 3);
    QVERIFY(secondTimes(way, 1000, 4, 3) > 900);
}

QTEST_APPLESS_MAIN(TestWorkCrew)
#include "TestWorkCrew.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/TripleBuffer.h"

#include <QTest>

#include <array>
#include <atomic>
#include <cstdint>
#include <thread>

using namespace core;

namespace
{

/// A value that shows whether it was torn: all its numbers must agree.
struct Wide {
    std::array<std::uint64_t, 64> numbers{};
};

} // namespace

class TestTripleBuffer : public QObject
{
    Q_OBJECT

private slots:
    void nothingIsThereBeforeTheFirst();
    void theNewestWins();
    void theBackBufferIsNeverTheFront();
    void twoThreads();
};

void TestTripleBuffer::nothingIsThereBeforeTheFirst()
{
    TripleBuffer<int> buffer;
    QVERIFY(!buffer.fetch());
    QVERIFY(!buffer.fetch());
    buffer.back() = 1;
    QVERIFY(!buffer.fetch()); // filled, but not published
    buffer.publish();
    QVERIFY(buffer.fetch());
    QCOMPARE(buffer.front(), 1);
    QVERIFY(!buffer.fetch());
    QCOMPARE(buffer.front(), 1);
}

void TestTripleBuffer::theNewestWins()
{
    TripleBuffer<int> buffer;
    for (int value = 1; value <= 10; ++value) {
        buffer.back() = value;
        buffer.publish();
    }
    QVERIFY(buffer.fetch());
    QCOMPARE(buffer.front(), 10);
    QVERIFY(!buffer.fetch());
}

void TestTripleBuffer::theBackBufferIsNeverTheFront()
{
    TripleBuffer<int> buffer;
    for (int round = 1; round <= 50; ++round) {
        QVERIFY(&buffer.back() != &buffer.front());
        buffer.back() = round;
        buffer.publish();
        if (round % 3 != 0)
            continue;
        QVERIFY(buffer.fetch());
        QCOMPARE(buffer.front(), round);
    }
}

void TestTripleBuffer::twoThreads()
{
    constexpr std::uint64_t kValues = 50'000;
    TripleBuffer<Wide> buffer;
    std::thread writer([&] {
        for (std::uint64_t value = 1; value <= kValues; ++value) {
            buffer.back().numbers.fill(value);
            buffer.publish();
        }
    });
    std::uint64_t newest = 0;
    std::uint64_t torn = 0;
    std::uint64_t older = 0;
    while (newest < kValues) {
        if (!buffer.fetch()) {
            std::this_thread::yield();
            continue;
        }
        const Wide& value = buffer.front();
        for (const std::uint64_t number : value.numbers)
            torn += number == value.numbers[0] ? 0 : 1;
        older += value.numbers[0] > newest ? 0 : 1;
        newest = value.numbers[0];
    }
    writer.join();
    QCOMPARE(torn, std::uint64_t(0));
    QCOMPARE(older, std::uint64_t(0));
    QVERIFY(!buffer.fetch());
}

QTEST_APPLESS_MAIN(TestTripleBuffer)
#include "TestTripleBuffer.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Rng.h"
#include "tests/core/Goldens.h"

#include <QTest>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <map>
#include <numeric>
#include <set>
#include <vector>

using namespace core;

class TestRng : public QObject
{
    Q_OBJECT

private slots:
    void knownAnswers_data();
    void knownAnswers();
    void streamsAreUnrelated();
    void uniform();
    void normal();
    void belowIsUnbiased_data();
    void belowIsUnbiased();
    void shuffleIsAPermutation();
    void everyPermutationIsAsLikely();
};

void TestRng::knownAnswers_data()
{
    QTest::addColumn<qint64>("seed");
    QTest::addColumn<int>("purpose");
    QTest::addColumn<int>("index");
    QTest::addColumn<QStringList>("next");
    for (const nlohmann::json& row : goldens::json("random.json")) {
        QStringList next;
        for (const nlohmann::json& number : row["next"])
            next << QString::fromStdString(number);
        const auto seed = row["seed"].get<qint64>();
        const int purpose = row["purpose"];
        const int index = row["index"];
        QTest::addRow("%lld, %d, %d", seed, purpose, index) << seed << purpose << index << next;
    }
}

void TestRng::knownAnswers()
{
    QFETCH(qint64, seed);
    QFETCH(int, purpose);
    QFETCH(int, index);
    QFETCH(QStringList, next);
    QCOMPARE(next.size(), 8);
    Rng rng(seed, static_cast<Purpose>(purpose), static_cast<std::uint64_t>(index));
    for (const QString& number : next)
        QCOMPARE(QString::number(rng.next()), number);
}

void TestRng::streamsAreUnrelated()
{
    // 8 seeds × 7 purposes × 8 indices: no two begin alike, and no two are correlated (1/√n = 0.03; 100 800 pairs, so
    // that 6 standard deviations are far out).
    constexpr int kCount = 1024;
    std::vector<std::vector<double>> streams;
    std::set<std::uint64_t> firsts;
    for (std::int64_t seed = 0; seed < 8; ++seed)
        for (std::uint64_t purpose = 1; purpose <= 7; ++purpose)
            for (std::uint64_t index = 0; index < 8; ++index) {
                Rng rng(seed, static_cast<Purpose>(purpose), index);
                firsts.insert(Rng(rng).next());
                std::vector<double> stream(kCount);
                std::generate(stream.begin(), stream.end(), [&] { return (rng.uniform() - 0.5) * std::sqrt(12.0); });
                streams.push_back(std::move(stream));
            }
    QCOMPARE(firsts.size(), streams.size());
    for (std::size_t i = 0; i < streams.size(); ++i)
        for (std::size_t j = i + 1; j < streams.size(); ++j) {
            const double product =
                std::inner_product(streams[i].begin(), streams[i].end(), streams[j].begin(), 0.0) / kCount;
            QVERIFY2(std::abs(product) < 6 / std::sqrt(double(kCount)), qPrintable(QString::number(product)));
        }
}

void TestRng::uniform()
{
    // Mean 1/2, variance 1/12; of 10^6 numbers, 5 standard errors: 5 · 0.289 / 1000, and 5 · 0.0745 / 1000.
    Rng rng(3, Purpose::Data);
    constexpr int kCount = 1'000'000;
    double sum = 0;
    double squares = 0;
    double least = 1;
    double most = 0;
    for (int i = 0; i < kCount; ++i) {
        const double u = rng.uniform();
        sum += u;
        squares += (u - 0.5) * (u - 0.5);
        least = std::min(least, u);
        most = std::max(most, u);
    }
    QVERIFY(least >= 0 && least < 1e-5);
    QVERIFY(most < 1 && most > 1 - 1e-5);
    QVERIFY(std::abs(sum / kCount - 0.5) < 0.00145);
    QVERIFY(std::abs(squares / kCount - 1.0 / 12) < 0.0004);
    for (int i = 0; i < 1000; ++i) {
        const double u = rng.uniform(-3, 5);
        QVERIFY(u >= -3 && u < 5);
    }
}

void TestRng::normal()
{
    // Mean 0, variance 1, skewness 0, kurtosis 3; shares within 1, 2 and 3: 0.682689, 0.954500, 0.997300. 5 standard
    // errors of 10^6 numbers each.
    Rng rng(4, Purpose::Weights);
    constexpr int kCount = 1'000'000;
    std::array<double, 4> moments{};
    std::array<int, 3> within{};
    double product = 0; // of neighbours, as they come in pairs
    double previous = 0;
    for (int i = 0; i < kCount; ++i) {
        const double x = rng.normal();
        double power = 1;
        for (double& moment : moments)
            moment += power *= x;
        for (std::size_t bound = 0; bound < within.size(); ++bound)
            within[bound] += std::abs(x) < static_cast<double>(bound + 1) ? 1 : 0;
        product += x * previous;
        previous = x;
    }
    QVERIFY(std::abs(moments[0] / kCount) < 5e-3);
    QVERIFY(std::abs(moments[1] / kCount - 1) < 5e-3 * std::sqrt(2.0));
    QVERIFY(std::abs(moments[2] / kCount) < 5e-3 * std::sqrt(15.0));
    QVERIFY(std::abs(moments[3] / kCount - 3) < 5e-3 * std::sqrt(96.0));
    QVERIFY(std::abs(product / kCount) < 5e-3);
    const std::array shares{0.6826895, 0.9544997, 0.9973002};
    for (std::size_t bound = 0; bound < within.size(); ++bound)
        QVERIFY(std::abs(double(within[bound]) / kCount - shares[bound]) < 2.5e-3);
}

void TestRng::belowIsUnbiased_data()
{
    QTest::addColumn<quint64>("count");
    for (const quint64 count : {1ULL, 2ULL, 3ULL, 7ULL, 10ULL, 1000ULL})
        QTest::addRow("%llu", count) << count;
    // With the plain remainder of 64 bits, the lower third of these would be twice as likely.
    QTest::newRow("two thirds of the range") << 0xAAAA'AAAA'AAAA'AAABULL;
}

void TestRng::belowIsUnbiased()
{
    QFETCH(quint64, count);
    Rng rng(9, Purpose::Shuffle);
    constexpr int kDraws = 90000;
    const std::size_t cells = std::min<quint64>(count, 3);
    std::vector<int> counts(cells);
    for (int i = 0; i < kDraws; ++i) {
        const std::uint64_t value = rng.below(count);
        QVERIFY(value < count);
        const auto share = static_cast<double>(value) / static_cast<double>(count);
        ++counts[static_cast<std::size_t>(share * static_cast<double>(cells))];
    }
    for (std::size_t cell = 0; cell < cells; ++cell) {
        // How many of 0 … count − 1 lie in the cell; beyond 10^6 it is a third.
        double share = 1.0 / static_cast<double>(cells);
        if (count <= 1000) {
            int inside = 0;
            for (quint64 value = 0; value < count; ++value)
                inside += static_cast<std::size_t>(static_cast<double>(value) / static_cast<double>(count) *
                                                   static_cast<double>(cells)) == cell
                              ? 1
                              : 0;
            share = double(inside) / static_cast<double>(count);
        }
        const double tolerance = 5 * std::sqrt(share * (1 - share) * kDraws);
        QVERIFY2(std::abs(counts[cell] - share * kDraws) <= tolerance, qPrintable(QString::number(counts[cell])));
    }
}

void TestRng::shuffleIsAPermutation()
{
    Rng rng(1, Purpose::Split);
    for (const int size : {0, 1, 2, 17, 1000}) {
        std::vector<int> values(static_cast<std::size_t>(size));
        std::iota(values.begin(), values.end(), 0);
        std::vector<int> shuffled = values;
        rng.shuffle(std::span(shuffled));
        QVERIFY(size < 17 || shuffled != values);
        std::sort(shuffled.begin(), shuffled.end());
        QCOMPARE(shuffled, values);
    }
}

void TestRng::everyPermutationIsAsLikely()
{
    // 24 permutations, 48 000 draws: each 2000 times, give or take 5 · √2000 = 224.
    Rng rng(2, Purpose::Split);
    std::map<std::array<int, 4>, int> counts;
    for (int i = 0; i < 48000; ++i) {
        std::array values{0, 1, 2, 3};
        rng.shuffle(std::span<int>(values));
        ++counts[values];
    }
    QCOMPARE(counts.size(), std::size_t(24));
    for (const auto& [permutation, count] : counts)
        QVERIFY2(std::abs(count - 2000) < 224, qPrintable(QString::number(count)));
}

QTEST_APPLESS_MAIN(TestRng)
#include "TestRng.moc"

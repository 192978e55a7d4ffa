// SPDX-License-Identifier: GPL-3.0-or-later
// Tests of differences against SciPy and statsmodels (tests/data/make_comparison_goldens.py), and how often they are
// wrong where there is nothing to find.
#include "core/analysis/PairedTest.h"
#include "core/base/Rng.h"
#include "tests/core/Goldens.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <limits>

using namespace core;

namespace
{

MeanTest bootstrapTest(std::span<const double> differences, double confidence, std::int64_t seed = 0)
{
    return Bootstrap(differences.size(), seed).test(differences, confidence);
}

constexpr double kTolerance = 1e-10; ///< relative, where formulas are the same

bool isClose(double value, double expected, double tolerance = kTolerance)
{
    return std::abs(value - expected) <= tolerance * std::max(std::abs(expected), 1e-300);
}

/// The p values of `rounds` questions to which the answer is no: independent differences around zero.
template <class Draw>
std::vector<double> valuesOfChance(int rounds, std::size_t count, MeanTest (*test)(std::span<const double>), Draw draw)
{
    Rng rng(11, Purpose::Data);
    std::vector<double> p;
    std::vector<double> differences(count);
    for (int round = 0; round < rounds; ++round) {
        for (double& difference : differences)
            difference = draw(rng);
        p.push_back(test(differences).p);
    }
    return p;
}

double shareBelow(const std::vector<double>& values, double limit)
{
    const auto below = std::count_if(values.begin(), values.end(), [limit](double v) { return v < limit; });
    return static_cast<double>(below) / static_cast<double>(values.size());
}

} // namespace

class TestPairedTest : public QObject
{
    Q_OBJECT

private slots:
    void tailsOfStudent();
    void quantilesOfStudent();
    void pairedTest();
    void bootstrap();
    void bootstrapIsTheSameEveryTime();
    void intervalAndValueAgree();
    void withoutSpread();
    void outcomes();
    void chanceAlone();
    void holm();
    void quantiles();
    void quantilesBesideInfinity();

private:
    nlohmann::json m_goldens = goldens::json("comparison.json");
};

void TestPairedTest::tailsOfStudent()
{
    for (const auto& row : m_goldens["tails"]) {
        const double tail = studentTail(row["t"], row["degrees"]);
        QVERIFY2(isClose(tail, row["tail"]),
                 qPrintable(QString::fromStdString(row.dump()) + u' ' + QString::number(tail, 'g', 17)));
    }
    QVERIFY(std::isnan(studentTail(std::nan(""), 4)));
    QCOMPARE(studentTail(std::numeric_limits<double>::infinity(), 4), 0.0);
}

void TestPairedTest::quantilesOfStudent()
{
    for (const auto& row : m_goldens["quantiles"]) {
        const double t = studentQuantile(row["tail"], row["degrees"]);
        const double expected = row["t"];
        const bool fits = row["tail"] == 0.5 ? std::abs(t) < 1e-12 : isClose(t, expected);
        QVERIFY2(fits, qPrintable(QString::fromStdString(row.dump()) + u' ' + QString::number(t, 'g', 17)));
    }
}

void TestPairedTest::pairedTest()
{
    for (const auto& row : m_goldens["paired"]) {
        std::vector<double> differences = goldens::numbers(row["first"]);
        for (std::size_t i = 0; i < differences.size(); ++i)
            differences[i] -= row["second"][i].get<double>();
        for (const auto& interval : row["intervals"]) {
            const MeanTest test = studentTest(differences, interval["level"]);
            QCOMPARE(test.count, static_cast<int>(differences.size()));
            QVERIFY(isClose(test.p, row["p"]));
            QVERIFY(isClose(test.lower, interval["lower"], 1e-9)); // a difference of two numbers of like size
            QVERIFY(isClose(test.upper, interval["upper"], 1e-9));
        }
    }
}

void TestPairedTest::bootstrap()
{
    for (const auto& row : m_goldens["bootstrap"]) {
        const std::vector<double> differences = goldens::numbers(row["differences"]);
        const double p = row["p"];
        // Four standard errors of a share of Bootstrap::kDraws draws.
        const double noise = 4 * std::sqrt(std::max(p * (1 - p), 1e-4) / Bootstrap::kDraws);
        QVERIFY2(std::abs(bootstrapTest(differences, 0.95).p - p) < noise, qPrintable(QString::number(p)));
        for (const auto& interval : row["levels"]) {
            const double level = interval["level"];
            const double reach = interval["reach"];
            const MeanTest test = bootstrapTest(differences, level);
            QVERIFY(isClose(test.upper - test.mean, test.mean - test.lower, 1e-9)); // symmetric
            QVERIFY2(std::abs((test.upper - test.mean) / reach - 1) < (level < 0.98 ? 0.04 : 0.1),
                     qPrintable(QStringLiteral("%1: %2, %3").arg(level).arg(test.upper - test.mean).arg(reach)));
        }
    }
}

void TestPairedTest::bootstrapIsTheSameEveryTime()
{
    const std::vector<double> differences = goldens::numbers(m_goldens["bootstrap"][0]["differences"]);
    const MeanTest once = bootstrapTest(differences, 0.95);
    const MeanTest again = bootstrapTest(differences, 0.95);
    QCOMPARE(again.p, once.p);
    QCOMPARE(again.lower, once.lower);
    QVERIFY(bootstrapTest(differences, 0.95, 1).lower != once.lower); // another seed
}

void TestPairedTest::intervalAndValueAgree()
{
    Rng rng(3, Purpose::Data);
    for (int round = 0; round < 20; ++round) {
        std::vector<double> differences(10);
        for (double& difference : differences)
            difference = rng.normal() + 0.7;
        for (const double level : {0.8, 0.95, 0.99})
            for (const MeanTest& test : {studentTest(differences, level), bootstrapTest(differences, level)})
                QCOMPARE(test.lower > 0 || test.upper < 0, test.p < 1 - level);
    }
}

void TestPairedTest::withoutSpread()
{
    const std::vector<double> few(4, 0.3);
    for (const auto& test : {studentTest(few, 0.95), bootstrapTest(few, 0.95)}) {
        QCOMPARE(test.p, 0.125); // as often as four coins show the same side
        QVERIFY(std::isinf(test.lower) && std::isinf(test.upper));
        QCOMPARE(test.mean, 0.3);
    }
    const std::vector<double> many(10, 0.3);
    for (const auto& test : {studentTest(many, 0.95), bootstrapTest(many, 0.95)}) {
        QCOMPARE(test.p, 2.0 / 1024);
        QCOMPARE(test.lower, 0.3);
        QCOMPARE(test.upper, 0.3);
    }
    const std::vector<double> zero(10, 0.0);
    QCOMPARE(studentTest(zero, 0.95).p, 1.0);
    QCOMPARE(bootstrapTest(zero, 0.95).p, 1.0);
    // Most draws hold nothing but zeros, so that the one that stands out says nothing.
    QVERIFY(bootstrapTest(std::vector<double>{0, 0, 0, 0, 0, 0, 0, 0, 0, 1}, 0.95).p > 0.3);
}

void TestPairedTest::outcomes()
{
    for (const auto& row : m_goldens["outcomes"]) {
        QVERIFY2(isClose(outcomesTest(row["excess"], row["count"]), row["p"]), row.dump().c_str());
        QCOMPARE(outcomesTest(-row["excess"].get<int>(), row["count"]), outcomesTest(row["excess"], row["count"]));
    }
}

void TestPairedTest::chanceAlone()
{
    // Of normal differences a p value is below its level as often as that; four standard errors either way.
    const auto student = [](std::span<const double> d) { return studentTest(d, 0.95); };
    const std::vector<double> ofStudent = valuesOfChance(4000, 5, student, [](Rng& rng) { return rng.normal(); });
    for (const double level : {0.2, 0.05, 0.01})
        QVERIFY2(std::abs(shareBelow(ofStudent, level) - level) < 4 * std::sqrt(level * (1 - level) / 4000),
                 qPrintable(QString::number(shareBelow(ofStudent, level))));
    // The bootstrap is right only by and large, but must not see far too much, where many questions look for little.
    const auto drawn = [](std::span<const double> d) {
        static const Bootstrap bootstrap(10);
        return bootstrap.test(d, 0.95);
    };
    const std::vector<double> ofDraws = valuesOfChance(1000, 10, drawn, [](Rng& rng) { return rng.normal(); });
    QVERIFY2(shareBelow(ofDraws, 0.05) < 0.08, qPrintable(QString::number(shareBelow(ofDraws, 0.05))));
    QVERIFY2(shareBelow(ofDraws, 0.001) < 0.005, qPrintable(QString::number(shareBelow(ofDraws, 0.001))));
}

void TestPairedTest::holm()
{
    for (const auto& row : m_goldens["holm"]) {
        const std::vector<double> adjusted = holmAdjusted(goldens::numbers(row["p"]));
        const std::vector<double> expected = goldens::numbers(row["adjusted"]);
        QCOMPARE(adjusted.size(), expected.size());
        for (std::size_t i = 0; i < adjusted.size(); ++i)
            QVERIFY(isClose(adjusted[i], expected[i], 1e-12));
    }
    QVERIFY(holmAdjusted({}).empty());
}

void TestPairedTest::quantiles()
{
    for (const auto& row : m_goldens["sample_quantiles"]) {
        const std::vector<double> values = goldens::numbers(row["values"]);
        for (std::size_t i = 0; i < row["shares"].size(); ++i) {
            const double expected = row["quantiles"][i];
            QVERIFY(std::abs(quantileOfSorted(values, row["shares"][i]).value() - expected) < 1e-14);
        }
    }
}

void TestPairedTest::quantilesBesideInfinity()
{
    constexpr double kInfinity = std::numeric_limits<double>::infinity();
    QCOMPARE(quantileOfSorted({}, 0.5), std::nullopt);
    const std::vector<double> odd{1, 2, 3, kInfinity, kInfinity};
    QCOMPARE(quantileOfSorted(odd, 0.5), std::optional(3.0)); // more than half are there
    QCOMPARE(quantileOfSorted(odd, 0.6), std::nullopt);
    const std::vector<double> even{1, 2, kInfinity, kInfinity};
    QCOMPARE(quantileOfSorted(even, 0.5), std::nullopt); // just half are not enough
    QCOMPARE(quantileOfSorted(even, 0.25), std::optional(1.75));
    const std::vector<double> low{-kInfinity, 5, 6};
    QCOMPARE(quantileOfSorted(low, 0.25), std::nullopt);
    QCOMPARE(quantileOfSorted(low, 0.5), std::optional(5.0));
}

QTEST_APPLESS_MAIN(TestPairedTest)
#include "TestPairedTest.moc"

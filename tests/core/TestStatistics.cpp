// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/probe/Statistics.h"
#include "tests/core/Goldens.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <numeric>
#include <string>
#include <vector>

using namespace core;

namespace
{

constexpr float kNan = std::numeric_limits<float>::quiet_NaN();
constexpr float kInfinity = std::numeric_limits<float>::infinity();

const nlohmann::json& golden()
{
    static const nlohmann::json file = goldens::json("statistics.json");
    return file;
}

std::vector<float> floats(const nlohmann::json& list)
{
    const std::vector<double> values = goldens::numbers(list);
    return {values.begin(), values.end()};
}

bool near(double actual, double expected, double tolerance)
{
    return std::abs(actual - expected) <= tolerance;
}

std::uint64_t total(const Histogram& histogram)
{
    return std::accumulate(histogram.counts.begin(), histogram.counts.end(), std::uint64_t(0)) + histogram.underflow +
           histogram.overflow;
}

Distribution described(const std::vector<float>& values)
{
    Describer describer;
    Distribution result;
    describer.describe(values, result);
    return result;
}

Distribution describedDelta(const std::vector<float>& values, int exponent)
{
    Describer describer;
    Distribution result;
    describer.describeDelta(values, exponent, result);
    return result;
}

/// What numpy says, against what the describer says of the same numbers times `factor`.
void compare(const Distribution& actual, const nlohmann::json& expected, double factor)
{
    const double scale =
        factor * std::max(std::abs(expected["min"].get<double>()), std::abs(expected["max"].get<double>()));
    QVERIFY(near(actual.mean, factor * expected["mean"].get<double>(), 1e-12 * scale));
    QVERIFY(near(actual.std, factor * expected["std"].get<double>(), 1e-9 * scale));
    QCOMPARE(actual.min, factor * expected["min"].get<double>());
    QCOMPARE(actual.max, factor * expected["max"].get<double>());
    QCOMPARE(actual.zeros, expected["zeros"].get<std::uint64_t>());
    for (std::size_t i = 0; i < actual.quantiles.size(); ++i)
        QVERIFY2(near(actual.quantiles[i], factor * expected["quantiles"][i].get<double>(), 1e-12 * scale),
                 qPrintable(QString::number(actual.quantiles[i])));
}

} // namespace

class TestStatistics : public QObject
{
    Q_OBJECT

private slots:
    void goldens_data();
    void goldens();
    void nonFiniteValuesAreCountedApart();
    void nothingFinite_data();
    void nothingFinite();
    void outliersDoNotStretchTheHistogram();
    void theWidestRange();
    void oneDescriberForAll();
    void deltaIsScaledBack_data();
    void deltaIsScaledBack();
    void deltaLogarithms();
    void deltaBeyondTheRangeOfDouble();
    void rms();
    void ratios();
};

void TestStatistics::goldens_data()
{
    QTest::addColumn<int>("index");
    int index = 0;
    for (const nlohmann::json& row : golden())
        QTest::newRow(row["name"].get<std::string>().c_str()) << index++;
}

void TestStatistics::goldens()
{
    QFETCH(int, index);
    const nlohmann::json& row = golden()[static_cast<std::size_t>(index)];
    const std::vector<float> values = floats(row["values"]);
    const Distribution actual = described(values);
    compare(actual, row, 1);
    QCOMPARE(actual.nonFinite, std::uint64_t(0));
    QCOMPARE(total(actual.histogram), std::uint64_t(values.size()));
    QCOMPARE(actual.histogram.lower, actual.min); // none of these has outliers
    QCOMPARE(actual.histogram.upper, actual.max);
    if (actual.min == actual.max)
        return; // numpy widens an empty range
    for (std::size_t bin = 0; bin < Histogram::kBins; ++bin)
        QCOMPARE(actual.histogram.counts[bin], row["histogram"][bin].get<std::uint32_t>());
}

void TestStatistics::nonFiniteValuesAreCountedApart()
{
    for (const nlohmann::json& row : golden()) {
        std::vector<float> values = floats(row["values"]);
        const auto finite = static_cast<std::uint64_t>(values.size());
        values.insert(values.begin(), kNan);
        values.insert(values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2), {kInfinity, -kInfinity});
        values.push_back(kNan);
        const Distribution actual = described(values);
        compare(actual, row, 1);
        QCOMPARE(actual.nonFinite, std::uint64_t(4));
        QCOMPARE(total(actual.histogram), finite);
    }
}

void TestStatistics::nothingFinite_data()
{
    QTest::addColumn<QList<float>>("values");
    QTest::newRow("NaN") << QList<float>{kNan, kNan, kNan};
    QTest::newRow("infinity") << QList<float>{kInfinity, kInfinity};
    QTest::newRow("both") << QList<float>{-kInfinity, kNan, kInfinity};
    QTest::newRow("no values") << QList<float>{};
}

void TestStatistics::nothingFinite()
{
    QFETCH(QList<float>, values);
    const std::vector<float> numbers(values.begin(), values.end());
    for (const Distribution& actual : {described(numbers), describedDelta(numbers, 3)}) {
        QCOMPARE(actual.nonFinite, std::uint64_t(values.size()));
        for (const double number : {actual.mean, actual.std, actual.min, actual.max, actual.quantiles[2]})
            QVERIFY(std::isnan(number));
        QCOMPARE(total(actual.histogram), std::uint64_t(0));
        QCOMPARE(actual.zeros, std::uint64_t(0));
        QVERIFY(std::isfinite(actual.histogram.lower) && std::isfinite(actual.histogram.upper));
    }
}

void TestStatistics::outliersDoNotStretchTheHistogram()
{
    std::vector<float> values(1000);
    for (std::size_t i = 0; i < values.size(); ++i)
        values[i] = static_cast<float>(i) / 999; // evenly from 0 to 1
    values.push_back(1e6F);
    values.push_back(-1e9F);
    const Distribution actual = described(values);
    QCOMPARE(actual.max, 1e6);
    QCOMPARE(actual.min, -1e9);
    QCOMPARE(actual.histogram.underflow, 1U);
    QCOMPARE(actual.histogram.overflow, 1U);
    QCOMPARE(total(actual.histogram), std::uint64_t(1002));
    QVERIFY(actual.histogram.lower <= 0 && actual.histogram.upper >= 1);
    const auto filled = std::count_if(actual.histogram.counts.begin(), actual.histogram.counts.end(),
                                      [](std::uint32_t count) { return count > 0; });
    QVERIFY2(filled >= 12, "what is not an outlier must stay resolved");
    // The bins are those of the range that is told.
    const double width = (actual.histogram.upper - actual.histogram.lower) / Histogram::kBins;
    for (std::size_t bin = 0; bin < Histogram::kBins; ++bin) {
        const double left = actual.histogram.lower + width * static_cast<double>(bin);
        const double inside = std::max(0.0, std::min(left + width, 1.0) - std::max(left, 0.0));
        QVERIFY(near(actual.histogram.counts[bin], inside * 1000, 2));
    }
}

void TestStatistics::theWidestRange()
{
    constexpr float kLargest = std::numeric_limits<float>::max();
    const Distribution actual = described({-kLargest, kLargest, 0, kLargest});
    QCOMPARE(actual.nonFinite, std::uint64_t(0));
    QVERIFY(std::isfinite(actual.mean) && std::isfinite(actual.std));
    QCOMPARE(total(actual.histogram), std::uint64_t(4));
    constexpr float kSmallest = std::numeric_limits<float>::denorm_min();
    const Distribution tiny = described({0, kSmallest, 2 * kSmallest});
    QCOMPARE(tiny.histogram.counts.front(), 1U);
    QCOMPARE(tiny.histogram.counts.back(), 1U);
    QCOMPARE(tiny.quantiles[2], double(kSmallest));
}

void TestStatistics::oneDescriberForAll()
{
    // Its scratch memory must not remember.
    Describer describer;
    Distribution result;
    for (int round = 0; round < 2; ++round)
        for (const nlohmann::json& row : golden()) {
            describer.describe(floats(row["values"]), result);
            compare(result, row, 1);
            describer.describeDelta(std::vector<float>{kNan, 0, 1}, 40, result);
        }
}

void TestStatistics::deltaIsScaledBack_data()
{
    QTest::addColumn<int>("exponent");
    for (const int exponent : {0, 1, -60, 150, 400, -400})
        QTest::addRow("%d", exponent) << exponent;
}

void TestStatistics::deltaIsScaledBack()
{
    QFETCH(int, exponent);
    const double factor = std::ldexp(1.0, -exponent);
    for (const nlohmann::json& row : golden()) {
        const std::vector<float> values = floats(row["values"]);
        const Distribution actual = describedDelta(values, exponent);
        compare(actual, row, factor);
        QCOMPARE(total(actual.histogram) + actual.zeros, std::uint64_t(values.size()));
        double least = std::numeric_limits<double>::infinity();
        double most = -least;
        for (const float value : values)
            if (value != 0) {
                const double logarithm = std::log10(std::abs(static_cast<double>(value)) * factor);
                least = std::min(least, logarithm);
                most = std::max(most, logarithm);
            }
        QVERIFY2(near(actual.histogram.lower, least, 1e-4), qPrintable(QString::number(actual.histogram.lower)));
        QVERIFY2(near(actual.histogram.upper, most, 1e-4), qPrintable(QString::number(actual.histogram.upper)));
    }
}

void TestStatistics::deltaLogarithms()
{
    // −8, −7 … 0 with signs, in 64 bins from −8 to 0: each 8 bins apart, the last in the last.
    std::vector<float> values;
    for (int power = -8; power <= 0; ++power)
        values.push_back(std::pow(10.0F, static_cast<float>(power)) * (power % 2 == 0 ? 1.0F : -1.0F));
    values.insert(values.end(), {0, 0, -0.0F, kNan});
    const Distribution actual = describedDelta(values, 0);
    QCOMPARE(actual.zeros, std::uint64_t(3));
    QCOMPARE(actual.nonFinite, std::uint64_t(1));
    QCOMPARE(total(actual.histogram), std::uint64_t(9));
    QCOMPARE(actual.histogram.counts.front(), 1U);
    QCOMPARE(actual.histogram.counts.back(), 1U);
    // The smallest floats have a logarithm too.
    const Distribution tiny = describedDelta({1e-42F, 1}, 0);
    QVERIFY2(near(tiny.histogram.lower, std::log10(static_cast<double>(1e-42F)), 1e-3),
             qPrintable(QString::number(tiny.histogram.lower)));
}

void TestStatistics::deltaBeyondTheRangeOfDouble()
{
    // A thousand sigmoid layers: 4^−1000 is no double, but its logarithm is one.
    const Distribution actual = describedDelta({1, -2, 4}, 2000);
    QVERIFY2(near(actual.histogram.lower, -2000 * std::log10(2.0), 1e-3),
             qPrintable(QString::number(actual.histogram.lower)));
    QVERIFY(near(actual.histogram.upper, -1998 * std::log10(2.0), 1e-3));
    QCOMPARE(actual.histogram.counts.front(), 1U);
    QCOMPARE(actual.histogram.counts.back(), 1U);
    QCOMPARE(total(actual.histogram), std::uint64_t(3));
}

void TestStatistics::rms()
{
    QCOMPARE(rootMeanSquare(std::vector<float>{3, 4, 0, 0}), 2.5);
    QCOMPARE(rootMeanSquare(std::vector<float>{}), 0.0);
    // Squares that no float holds.
    QVERIFY(near(rootMeanSquare(std::vector<float>(7, 1e-30F)) / 1e-30, 1, 1e-6));
    QVERIFY(near(rootMeanSquare(std::vector<float>(7, 1e30F)) / 1e30, 1, 1e-6));
    QVERIFY(std::isnan(rootMeanSquare(std::vector<float>{1, kNan})));
}

void TestStatistics::ratios()
{
    QVERIFY(!ratio(0, 0));
    QCOMPARE(ratio(0, 2).value(), 0.0);
    QCOMPARE(ratio(3, 2).value(), 1.5);
    QVERIFY(std::isinf(ratio(1, 0).value()));
    QVERIFY(std::isnan(ratio(std::numeric_limits<double>::quiet_NaN(), 0).value()));
}

QTEST_APPLESS_MAIN(TestStatistics)
#include "TestStatistics.moc"

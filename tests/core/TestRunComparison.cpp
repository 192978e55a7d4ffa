// SPDX-License-Identifier: GPL-3.0-or-later
// What is said of the rows of a sweep: numbers that can be worked out by hand, runs that have none, and how often too
// much is said of contenders that do not differ.
#include "core/analysis/PairedTest.h"
#include "core/analysis/RunComparison.h"
#include "core/base/Rng.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <initializer_list>
#include <limits>

using namespace core;

namespace
{

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

/// A run that ended with this loss and accuracy on both sets; it diverged if the loss is no number.
SweepRow rowWith(double loss, double accuracy = 0.5)
{
    SweepRow row;
    row.status = std::isfinite(loss) ? RunStatus::Done : RunStatus::Diverged;
    row.steps = 100;
    row.train = {loss / 2, loss / 2, accuracy + 0.125, accuracy + 0.125};
    row.test = SetResult{loss, loss, accuracy, accuracy};
    row.stepsTo.resize(2);
    row.wallSeconds = 0.5;
    return row;
}

Contender withLosses(std::initializer_list<double> losses, std::int64_t firstSeed = 1)
{
    Contender contender;
    for (const double loss : losses)
        contender.runs[firstSeed++] = rowWith(loss);
    return contender;
}

/// Of a classifier: the steps to its second accuracy, negative if it was never reached.
Contender withSteps(std::initializer_list<std::int64_t> steps)
{
    Contender contender;
    std::int64_t seed = 1;
    for (const std::int64_t at : steps) {
        SweepRow row = rowWith(0.1);
        if (at >= 0)
            row.stepsTo[1] = at;
        contender.runs[seed++] = row;
    }
    return contender;
}

Measure measure(std::string_view id, std::size_t accuracy = 0)
{
    for (const MeasureInfo& info : measureCatalogue())
        if (info.id == id)
            return {&info, accuracy};
    qFatal("no such measure");
}

Comparison compareLosses(const std::vector<Contender>& contenders)
{
    return compare(contenders, measure("test_loss_final"));
}

QStringList idsOf(const std::vector<Measure>& measures)
{
    QStringList ids;
    for (const Measure& m : measures)
        ids << QString::fromUtf8(m.info->id.data(), static_cast<qsizetype>(m.info->id.size()));
    return ids;
}

/// Contenders whose losses are chance around the same mean, with a share for the seed that all have in common.
std::vector<Contender> alike(std::size_t count, int seeds, Rng& rng)
{
    std::vector<Contender> contenders(count);
    for (std::int64_t seed = 1; seed <= seeds; ++seed) {
        const double common = rng.normal();
        for (Contender& contender : contenders)
            contender.runs[seed] = rowWith(10 + common + 0.1 * rng.normal());
    }
    return contenders;
}

} // namespace

class TestRunComparison : public QObject
{
    Q_OBJECT

private slots:
    void everyMeasure();
    void measuresThatAreKnown();
    void summary();
    void divergedRunsAreWorst();
    void stepsAreCensored();
    void rankedByFinalValues();
    void aDivergedRunCostsTheLead();
    void pairsAreInOrder();
    void onlyCommonSeedsArePaired();
    void verdicts();
    void theSeedsShareIsTakenOut();
    void outcomes();
    void stepsAreAtLeastThoseMade();
    void stepsAfterDivergence();
    void bothDivergedIsNoDifference();
    void alwaysTheSame();
    void allOfOneDiverged();
    void bootstrapFromTenSeedsOn();
    void nothingIsBetter();
    void tooMuchIsRarelySaid();
};

void TestRunComparison::everyMeasure()
{
    SweepRow row = rowWith(0.5, 0.75);
    row.stepsTo = {20, std::nullopt};
    row.start = {1e-3, 0.25, 0.0, 0.125};
    row.end = {0.0, 0.5, 0.0, 0.25};
    const Contender contender{{}, {{1, row}}};
    const auto number = [&](std::string_view id, std::size_t accuracy = 0) {
        return observationOf(measure(id, accuracy), contender, 1).number;
    };
    QCOMPARE(number("test_accuracy_final"), std::optional(0.75));
    QCOMPARE(number("train_accuracy_final"), std::optional(0.875));
    QCOMPARE(number("test_loss_final"), std::optional(0.5));
    QCOMPARE(number("train_loss_final"), std::optional(0.25));
    QCOMPARE(number("generalization_gap"), std::optional(0.125));
    QCOMPARE(number("steps_to", 0), std::optional(20.0));
    QVERIFY(observationOf(measure("steps_to", 1), contender, 1).worst);
    QVERIFY(std::abs(number("delta_ratio_start").value() + 3) < 1e-12);
    QVERIFY(observationOf(measure("delta_ratio_end"), contender, 1).worst); // below all decades
    QCOMPARE(number("gradient_dead_end"), std::optional(0.5));
    QCOMPARE(number("saturated_end"), std::optional(0.25));
    QCOMPARE(number("seconds_per_step"), std::optional(0.005));
    QCOMPARE(measureCatalogue().size(), std::size_t(11)); // none was left out here
}

void TestRunComparison::measuresThatAreKnown()
{
    std::vector<Contender> contenders{withLosses({0.5, 0.25})};
    QCOMPARE(idsOf(measuresOf(contenders, 2)).count(QStringLiteral("steps_to")), 2);
    QVERIFY(!idsOf(measuresOf(contenders, 2)).contains(QStringLiteral("saturated_end")));
    for (auto& [seed, run] : contenders.front().runs) { // regression without a test set
        run->train.accuracyFinal.reset();
        run->test.reset();
    }
    QCOMPARE(idsOf(measuresOf(contenders, 2)),
             (QStringList{QStringLiteral("train_loss_final"), QStringLiteral("seconds_per_step")}));
    contenders.front().runs.at(1)->test = SetResult{1.5, 1.5, std::nullopt, std::nullopt};
    QCOMPARE(observationOf(measure("generalization_gap"), contenders.front(), 1).number, std::optional(1.25));
    QVERIFY(measuresOf({}, 2).empty());
}

void TestRunComparison::summary()
{
    Contender contender = withLosses({4, 1, 3, 2});
    contender.runs[9] = std::nullopt;
    const Summary summary = summarize(measure("test_loss_final"), contender);
    QCOMPARE(summary.runs, 5);
    QCOMPARE(summary.count, 4);
    QCOMPARE(summary.worst, 0);
    QCOMPARE(summary.missing, 1);
    QCOMPARE(summary.mean, std::optional(2.5));
    QVERIFY(std::abs(summary.standardDeviation.value() - std::sqrt(5.0 / 3)) < 1e-15);
    QCOMPARE(summary.minimum, std::optional(1.0));
    QCOMPARE(summary.lowerQuartile, std::optional(1.75));
    QCOMPARE(summary.median, std::optional(2.5));
    QCOMPARE(summary.upperQuartile, std::optional(3.25));
    QCOMPARE(summary.maximum, std::optional(4.0));
    QVERIFY(!summarize(measure("test_loss_final"), withLosses({1})).standardDeviation);
    const Summary nothing = summarize(measure("test_loss_final"), {});
    QVERIFY(!nothing.mean && !nothing.median && nothing.runs == 0);
}

void TestRunComparison::divergedRunsAreWorst()
{
    const Contender contender = withLosses({kNaN, 1, kNaN, 2, 3});
    const Summary losses = summarize(measure("test_loss_final"), contender);
    QCOMPARE(losses.count, 3);
    QCOMPARE(losses.worst, 2);
    QCOMPARE(losses.mean, std::optional(2.0)); // of those that have one
    QCOMPARE(losses.maximum, std::optional(3.0));
    QCOMPARE(losses.median, std::optional(3.0)); // of all: 1 2 3 ∞ ∞
    QCOMPARE(losses.lowerQuartile, std::optional(2.0));
    QVERIFY(!losses.upperQuartile);
    // What is better when larger has them at the other end, though their row holds a number.
    const Summary accuracies = summarize(measure("test_accuracy_final"), contender);
    QCOMPARE(accuracies.worst, 2);
    QVERIFY(!accuracies.lowerQuartile);
    QCOMPARE(accuracies.upperQuartile, std::optional(0.5));
    // A loss beyond all numbers is no better than a run that was broken off.
    Contender infinite = withLosses({1});
    infinite.runs.at(1)->test->lossFinal = std::numeric_limits<double>::infinity();
    QCOMPARE(summarize(measure("test_loss_final"), infinite).worst, 1);
}

void TestRunComparison::stepsAreCensored()
{
    const Measure steps = measure("steps_to", 1);
    const Summary most = summarize(steps, withSteps({30, -1, 10, -1, 20}));
    QCOMPARE(most.count, 3); // "3 of 5 reached"
    QCOMPARE(most.worst, 2);
    QCOMPARE(most.median, std::optional(30.0));
    const Summary half = summarize(steps, withSteps({30, -1, 10, -1}));
    QVERIFY(!half.median);
    QVERIFY(half.lowerQuartile);
    const Summary none = summarize(steps, withSteps({-1, -1, -1}));
    QCOMPARE(none.worst, 3);
    QVERIFY(!none.mean && !none.median && !none.minimum);
    // Who never gets there is behind whoever is slow.
    const std::vector<Contender> contenders{withSteps({1, 1, 1, 1, -1}), withSteps({900, 910, 950, 900, 940})};
    QCOMPARE(compare(contenders, steps).ranking, (std::vector<std::size_t>{1, 0}));
}

void TestRunComparison::rankedByFinalValues()
{
    const std::vector<Contender> contenders{withLosses({3, 3.1, 3.2}), withLosses({1, 1.1, 1.2}), {}, withLosses({2})};
    QCOMPARE(compareLosses(contenders).ranking, (std::vector<std::size_t>{1, 3, 0}));
    QCOMPARE(compareLosses(contenders).verdicts[2], Verdict::NotRanked);
    std::vector<Contender> accurate(2);
    for (const std::int64_t seed : {1, 2, 3}) {
        accurate[0].runs[seed] = rowWith(0.1, 0.7);
        accurate[1].runs[seed] = rowWith(0.9, 0.8);
    }
    QCOMPARE(compare(accurate, measure("test_accuracy_final")).ranking, (std::vector<std::size_t>{1, 0}));
    QCOMPARE(compare(accurate, measure("test_loss_final")).ranking, (std::vector<std::size_t>{0, 1}));
}

void TestRunComparison::aDivergedRunCostsTheLead()
{
    const std::vector<Contender> contenders{withLosses({0.1, 0.1, kNaN}), withLosses({0.5, 0.6, 0.4}),
                                            withLosses({kNaN, kNaN, 0.01})};
    QCOMPARE(compareLosses(contenders).ranking, (std::vector<std::size_t>{1, 0, 2}));
    // An accuracy can be no worse than 0: one run in five that is lost weighs less than five that learn nothing.
    std::vector<Contender> accurate(3);
    for (const std::int64_t seed : {1, 2, 3, 4, 5}) {
        accurate[0].runs[seed] = rowWith(0.1, 0.5);
        accurate[1].runs[seed] = rowWith(seed == 1 ? kNaN : 0.1, 1.0);
        accurate[2].runs[seed] = rowWith(0.1, 0.9);
    }
    QCOMPARE(compare(accurate, measure("test_accuracy_final")).ranking, (std::vector<std::size_t>{2, 1, 0}));
}

void TestRunComparison::pairsAreInOrder()
{
    const std::vector<Contender> contenders(5, withLosses({1, 2, 3}));
    const Comparison comparison = compareLosses(contenders);
    QCOMPARE(comparison.pairs.size(), std::size_t(10));
    QCOMPARE(comparison.tested, 10);
    QCOMPARE(comparison.level, 1 - 0.05 / 10);
    for (std::size_t a = 0; a < 5; ++a)
        for (std::size_t b = 0; b < 5; ++b)
            if (a != b) {
                QCOMPARE(comparison.pair(a, b).first, std::min(a, b));
                QCOMPARE(comparison.pair(a, b).second, std::max(a, b));
                QCOMPARE(comparison.pair(a, b).adjustedP, 1.0);
            }
}

void TestRunComparison::onlyCommonSeedsArePaired()
{
    // Seeds 1 to 5, and 3 to 7: of these only 3, 4 and 5 are in both.
    std::vector<Contender> contenders{withLosses({90, 80, 3, 4, 5}), withLosses({1, 3, 2, 7, 7}, 3)};
    const ContenderPair pair = compareLosses(contenders).pairs.front();
    QCOMPARE(pair.count, 3);
    QCOMPARE(pair.method, TestMethod::Student);
    QCOMPARE(pair.difference, std::optional(2.0)); // 2, 1, 3
    const std::vector<double> differences{2, 1, 3};
    const MeanTest expected = studentTest(differences, 0.95);
    QCOMPARE(pair.p, expected.p);
    QCOMPARE(pair.adjustedP, expected.p); // the only one
    QCOMPARE(pair.lower, std::optional(expected.lower));
    QCOMPARE(pair.upper, std::optional(expected.upper));
    QCOMPARE(pair.better, std::optional<std::size_t>(1));
    contenders[1].runs.at(4) = std::nullopt; // failed
    const Comparison fewer = compareLosses(contenders);
    QCOMPARE(fewer.pairs.front().count, 2);
    QCOMPARE(fewer.pairs.front().method, TestMethod::None);
    QCOMPARE(fewer.tested, 0);
    QCOMPARE(fewer.verdicts[0], Verdict::TooFewSeeds);
    QCOMPARE(fewer.verdicts[1], Verdict::Best);
}

void TestRunComparison::verdicts()
{
    const std::vector<Contender> contenders{withLosses({1.00, 1.02, 0.98, 1.01, 0.99}),
                                            withLosses({1.01, 1.00, 1.00, 0.99, 1.03}),
                                            withLosses({5.00, 5.01, 4.99, 5.02, 5.00}), withLosses({0.5})};
    const Comparison comparison = compareLosses(contenders);
    QCOMPARE(comparison.verdicts,
             (std::vector<Verdict>{Verdict::TooFewSeeds, Verdict::TooFewSeeds, Verdict::TooFewSeeds, Verdict::Best}));
    const Comparison three = compareLosses({contenders[0], contenders[1], contenders[2]});
    QCOMPARE(three.tested, 3);
    QCOMPARE(three.verdicts, (std::vector<Verdict>{Verdict::Best, Verdict::NotToldApart, Verdict::WorseBeyondNoise}));
    // Holm: the smallest of three p values is multiplied by three.
    double smallest = 1;
    double adjusted = 1;
    for (const ContenderPair& pair : three.pairs) {
        smallest = std::min(smallest, pair.p);
        adjusted = std::min(adjusted, pair.adjustedP);
    }
    QCOMPARE(adjusted, 3 * smallest);
    QCOMPARE(compareLosses({contenders[3]}).verdicts, (std::vector<Verdict>{Verdict::Best}));
    QVERIFY(compareLosses({}).ranking.empty());
}

void TestRunComparison::theSeedsShareIsTakenOut()
{
    // Hard and easy seeds differ by far more than the contenders, which two separate means would drown in.
    const std::vector<Contender> contenders{withLosses({1, 9, 4, 7, 2}), withLosses({1.1, 9.11, 4.09, 7.1, 2.1})};
    const Comparison comparison = compareLosses(contenders);
    QCOMPARE(comparison.verdicts[1], Verdict::WorseBeyondNoise);
    QVERIFY(*comparison.pairs.front().upper < 0);
}

void TestRunComparison::outcomes()
{
    const std::vector<Contender> contenders{withLosses({kNaN, kNaN, 1.5, 1, kNaN, 2}),
                                            withLosses({1, kNaN, 2, 1.5, 1, 1})};
    const ContenderPair pair = compareLosses(contenders).pairs.front();
    QCOMPARE(pair.method, TestMethod::Outcomes);
    QVERIFY(!pair.difference && !pair.lower);
    QCOMPARE(pair.better, std::optional<std::size_t>(1));
    QCOMPARE(pair.p, outcomesTest(2, 6));
}

void TestRunComparison::stepsAreAtLeastThoseMade()
{
    // Runs of 100 steps, of which the second contender's never got there but once.
    const std::vector<Contender> contenders{withSteps({10, 20, 10, 20, 10}), withSteps({-1, -1, 90, -1, -1}),
                                            withSteps({-1, 20, 10, 20, 10})};
    const Comparison comparison = compare(contenders, measure("steps_to", 1));
    const ContenderPair& slow = comparison.pair(0, 1);
    QCOMPARE(slow.method, TestMethod::Student);
    QVERIFY(slow.isRestricted);
    QCOMPARE(slow.difference, std::optional(-84.0)); // 90, 80, 80, 80, 90
    QCOMPARE(comparison.verdicts,
             (std::vector<Verdict>{Verdict::Best, Verdict::WorseBeyondNoise, Verdict::NotToldApart}));
    QCOMPARE(comparison.pair(1, 2).difference, std::optional(66.0)); // 0, 80, 80, 80, 90
    // Who went on for longer is compared up to where the other one stopped.
    std::vector<Contender> unequal{withSteps({300, 300, 300}), withSteps({-1, -1, 50})};
    const ContenderPair pair = compare(unequal, measure("steps_to", 1)).pairs.front();
    QVERIFY(std::abs(*pair.difference - 250.0 / 3) < 1e-12);
    const std::vector<Contender> there{contenders[0], contenders[0]};
    QVERIFY(!compare(there, measure("steps_to", 1)).pairs.front().isRestricted);
}

void TestRunComparison::stepsAfterDivergence()
{
    std::vector<Contender> contenders{withSteps({10, 20, 30}), withSteps({-1, -1, -1})};
    for (auto& [seed, run] : contenders[1].runs)
        run->status = RunStatus::Diverged;
    const ContenderPair pair = compare(contenders, measure("steps_to", 1)).pairs.front();
    QCOMPARE(pair.method, TestMethod::Outcomes);
    QVERIFY(!pair.isRestricted);
    QCOMPARE(pair.better, std::optional<std::size_t>(0));
}

void TestRunComparison::bothDivergedIsNoDifference()
{
    const std::vector<Contender> contenders{withLosses({kNaN, 1, 2, 3}), withLosses({kNaN, 2, 3, 5})};
    const ContenderPair pair = compareLosses(contenders).pairs.front();
    QCOMPARE(pair.method, TestMethod::Student);
    QCOMPARE(pair.count, 4);
    QCOMPARE(pair.difference, std::optional(-1.0)); // 0, −1, −1, −2
    const Comparison lost = compareLosses({withLosses({kNaN, kNaN, kNaN}), withLosses({kNaN, kNaN, kNaN})});
    QCOMPARE(lost.verdicts, (std::vector<Verdict>{Verdict::Best, Verdict::NotToldApart}));
}

void TestRunComparison::alwaysTheSame()
{
    const std::vector<Contender> constant{withLosses({1, 1, 1, 1}), withLosses({2, 2, 2, 2})};
    const ContenderPair pair = compareLosses(constant).pairs.front();
    QCOMPARE(pair.p, outcomesTest(4, 4));
    QCOMPARE(pair.lower, std::optional(-1.0));
    QCOMPARE(pair.upper, std::optional(-1.0));
    // Where only the differences are, they may come of the steps in which numbers are taken.
    const std::vector<Contender> shifted{withLosses({1, 2, 1, 2}), withLosses({2, 3, 2, 3})};
    QCOMPARE(compareLosses(shifted).pairs.front().p, 0.125);
}

void TestRunComparison::allOfOneDiverged()
{
    const Comparison comparison = compareLosses({withLosses({kNaN, kNaN, kNaN}), withLosses({9, 7, 8})});
    QCOMPARE(comparison.verdicts, (std::vector<Verdict>{Verdict::WorseBeyondNoise, Verdict::Best}));
}

void TestRunComparison::bootstrapFromTenSeedsOn()
{
    Rng rng(5, Purpose::Data);
    const std::vector<Contender> ten = alike(3, 10, rng);
    const Comparison comparison = compareLosses(ten);
    std::vector<double> differences;
    for (const auto& [seed, run] : ten[0].runs)
        differences.push_back(run->test->lossFinal - ten[2].runs.at(seed)->test->lossFinal);
    const MeanTest expected = Bootstrap(10).test(differences, comparison.level);
    const ContenderPair& pair = comparison.pair(0, 2);
    QCOMPARE(pair.method, TestMethod::Bootstrap);
    QCOMPARE(pair.p, expected.p);
    QCOMPARE(pair.upper, std::optional(expected.upper));
    QCOMPARE(compareLosses(alike(3, 9, rng)).pairs.front().method, TestMethod::Student);
    QCOMPARE(compareLosses(alike(21, 10, rng)).pairs.front().method, TestMethod::Student); // 210 pairs
}

void TestRunComparison::nothingIsBetter()
{
    std::vector<Contender> contenders{withLosses({1, 1, 1}), withLosses({1, 1, 1})};
    for (std::int64_t seed = 1; seed <= 3; ++seed) {
        contenders[0].runs.at(seed)->start.deltaRatio = 1e-6 * static_cast<double>(seed);
        contenders[1].runs.at(seed)->start.deltaRatio = 1e-2 * static_cast<double>(seed);
    }
    const Comparison comparison = compare(contenders, measure("delta_ratio_start"));
    QVERIFY(comparison.ranking.empty());
    QCOMPARE(comparison.verdicts, (std::vector<Verdict>{Verdict::NotRanked, Verdict::NotRanked}));
    QVERIFY(std::abs(comparison.pairs.front().difference.value() + 4) < 1e-12); // decades
    QVERIFY(!comparison.pairs.front().better);
    QCOMPARE(comparison.pairs.front().p, 0.25); // four decades each time, as by rounding: only the signs count
}

void TestRunComparison::tooMuchIsRarelySaid()
{
    // Ten contenders that do not differ: the best is picked from the same data, and yet in 95 of 100 such comparisons
    // none is called worse. Testing each against the best at 5 % would be wrong in most of them.
    Rng rng(6, Purpose::Data);
    constexpr int kRounds = 400;
    int wrong = 0;
    int naive = 0;
    for (int round = 0; round < kRounds; ++round) {
        const Comparison comparison = compareLosses(alike(10, 5, rng));
        const auto& verdicts = comparison.verdicts;
        wrong += std::count(verdicts.begin(), verdicts.end(), Verdict::WorseBeyondNoise) > 0 ? 1 : 0;
        const std::size_t best = comparison.ranking.front();
        naive += std::any_of(comparison.pairs.begin(), comparison.pairs.end(), [best](const ContenderPair& pair) {
            return (pair.first == best || pair.second == best) && pair.p < kFamilyError;
        });
    }
    QVERIFY2(wrong <= kRounds * 8 / 100, qPrintable(QString::number(wrong)));
    QVERIFY2(naive > kRounds / 2, qPrintable(QString::number(naive)));
}

QTEST_APPLESS_MAIN(TestRunComparison)
#include "TestRunComparison.moc"

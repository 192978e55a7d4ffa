// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/RunComparison.h"

#include "core/analysis/PairedTest.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <limits>
#include <numeric>

namespace core
{

namespace
{

/// The observations of one contender by seed; seeds of which nothing is known are left out.
using Observations = std::map<std::int64_t, Observation>;

Observations observationsOf(const Measure& measure, const Contender& contender)
{
    Observations known;
    for (const auto& [seed, run] : contender.runs) {
        const Observation observation = observationOf(measure, contender, seed);
        if (observation.number || observation.worst)
            known.emplace(seed, observation);
    }
    return known;
}

std::optional<double> meanOf(std::span<const double> values)
{
    if (values.empty())
        return std::nullopt;
    return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

std::optional<double> deviationOf(std::span<const double> values, double mean)
{
    if (values.size() < 2)
        return std::nullopt;
    double squares = 0;
    for (const double value : values)
        squares += (value - mean) * (value - mean);
    return std::sqrt(squares / static_cast<double>(values.size() - 1));
}

/// Two contenders seed by seed.
struct PairedRuns {
    std::vector<double> differences; ///< zero for two runs without a number
    int excess = 0;                  ///< runs without a number: of the first, less those of the second
    bool outcomesDiffer = false;     ///< not all differences are known
    bool isRestricted = false;
    bool areConstant = true; ///< each contender has one and the same number with every seed
};

void addPair(PairedRuns& paired, const Observation& a, const Observation& b)
{
    paired.excess += static_cast<int>(a.worst) - static_cast<int>(b.worst);
    if (a.worst && b.worst) {
        paired.differences.push_back(0);
        return;
    }
    const std::optional<double> first = a.worst ? a.bound : a.number;
    const std::optional<double> second = b.worst ? b.bound : b.number;
    if (!first || !second) {
        paired.outcomesDiffer = true;
        paired.differences.push_back(0);
        return;
    }
    // Up to where both are known.
    const double horizon = a.worst ? *first : b.worst ? *second : std::numeric_limits<double>::infinity();
    paired.isRestricted = paired.isRestricted || a.worst || b.worst;
    paired.differences.push_back(std::min(*first, horizon) - std::min(*second, horizon));
}

PairedRuns pairUp(const Observations& first, const Observations& second)
{
    PairedRuns paired;
    std::optional<std::pair<Observation, Observation>> before;
    for (const auto& [seed, observation] : first) {
        const auto other = second.find(seed);
        if (other == second.end())
            continue;
        addPair(paired, observation, other->second);
        if (!before)
            before = {observation, other->second};
        paired.areConstant = paired.areConstant && before->first == observation && before->second == other->second;
    }
    return paired;
}

TestMethod methodFor(const PairedRuns& paired, int tested)
{
    const auto count = static_cast<int>(paired.differences.size());
    if (count < kFewestSeeds)
        return TestMethod::None;
    if (paired.outcomesDiffer)
        return TestMethod::Outcomes;
    const bool drawsSuffice = tested <= kMostPairsForBootstrap;
    return count >= kSeedsForBootstrap && drawsSuffice ? TestMethod::Bootstrap : TestMethod::Student;
}

/// Which is better of two whose mean differs by `difference`, first − second.
std::optional<std::size_t> betterOf(const ContenderPair& pair, double difference, Better better)
{
    if (difference == 0 || better == Better::Neither)
        return std::nullopt;
    return (difference < 0) == (better == Better::Lower) ? pair.first : pair.second;
}

/// Draws by the number of differences, made once for all pairs.
using Bootstraps = std::map<std::size_t, Bootstrap>;

void judge(ContenderPair& pair, const PairedRuns& paired, const Comparison& comparison, Bootstraps& bootstraps)
{
    pair.count = static_cast<int>(paired.differences.size());
    pair.method = methodFor(paired, comparison.tested);
    const Better better = comparison.measure.info->better;
    if (paired.outcomesDiffer) // to be without a number is what is worst
        pair.better = betterOf(pair, paired.excess, better == Better::Neither ? better : Better::Lower);
    else
        pair.difference = meanOf(paired.differences);
    pair.isRestricted = paired.isRestricted && !paired.outcomesDiffer;
    if (pair.difference)
        pair.better = betterOf(pair, *pair.difference, better);
    if (pair.method == TestMethod::None)
        return;
    if (pair.method == TestMethod::Outcomes) {
        pair.p = outcomesTest(paired.excess, pair.count);
        return;
    }
    const std::vector<double>& differences = paired.differences;
    const MeanTest test = pair.method == TestMethod::Bootstrap
                              ? bootstraps.try_emplace(differences.size(), differences.size())
                                    .first->second.test(differences, comparison.level)
                              : studentTest(differences, comparison.level);
    pair.lower = test.lower;
    pair.upper = test.upper;
    pair.p = test.p;
    if (paired.areConstant && test.mean != 0) {
        // Two outcomes, each always the same: as rare as all heads here and all tails there.
        pair.p = outcomesTest(pair.count, pair.count);
        if (pair.p < 1 - comparison.level)
            pair.lower = pair.upper = test.mean;
    }
}

void testPairs(Comparison& comparison, std::span<const Observations> contenders)
{
    std::vector<PairedRuns> paired;
    for (std::size_t first = 0; first < contenders.size(); ++first)
        for (std::size_t second = first + 1; second < contenders.size(); ++second) {
            ContenderPair& pair = comparison.pairs.emplace_back();
            pair.first = first;
            pair.second = second;
            paired.push_back(pairUp(contenders[first], contenders[second]));
            comparison.tested += methodFor(paired.back(), 0) == TestMethod::None ? 0 : 1;
        }
    comparison.level = comparison.tested > 0 ? 1 - kFamilyError / comparison.tested : 0;
    Bootstraps bootstraps;
    std::vector<double> p;
    for (std::size_t i = 0; i < paired.size(); ++i) {
        judge(comparison.pairs[i], paired[i], comparison, bootstraps);
        if (comparison.pairs[i].method != TestMethod::None)
            p.push_back(comparison.pairs[i].p);
    }
    auto adjusted = holmAdjusted(p);
    auto next = adjusted.begin();
    for (ContenderPair& pair : comparison.pairs)
        if (pair.method != TestMethod::None)
            pair.adjustedP = *next++;
}

void rank(Comparison& comparison)
{
    const std::vector<Summary>& summaries = comparison.summaries;
    const Better better = comparison.measure.info->better;
    comparison.verdicts.assign(summaries.size(), Verdict::NotRanked);
    if (better == Better::Neither)
        return;
    for (std::size_t i = 0; i < summaries.size(); ++i)
        if (summaries[i].count + summaries[i].worst > 0)
            comparison.ranking.push_back(i);
    // The mean, if every run without a number had one and the same, which is beyond all others; of shares the worst
    // one.
    const auto badness = [&](std::size_t i) {
        const Summary& summary = summaries[i];
        const double lost = static_cast<double>(summary.worst) / (summary.count + summary.worst);
        const double mean = summary.mean.value_or(0);
        if (comparison.measure.info->isShare)
            return std::make_pair(0.0, better == Better::Lower ? lost + (1 - lost) * mean : -(1 - lost) * mean);
        return std::make_pair(lost, better == Better::Lower ? mean : -mean);
    };
    std::stable_sort(comparison.ranking.begin(), comparison.ranking.end(),
                     [&](std::size_t a, std::size_t b) { return badness(a) < badness(b); });
}

void giveVerdicts(Comparison& comparison)
{
    if (comparison.ranking.empty())
        return;
    const std::size_t leader = comparison.ranking.front();
    comparison.verdicts[leader] = Verdict::Best;
    for (const std::size_t i : std::span(comparison.ranking).subspan(1)) {
        const ContenderPair& pair = comparison.pair(leader, i);
        if (pair.method == TestMethod::None)
            comparison.verdicts[i] = Verdict::TooFewSeeds;
        else if (pair.adjustedP < kFamilyError && pair.better == leader)
            comparison.verdicts[i] = Verdict::WorseBeyondNoise;
        else
            comparison.verdicts[i] = Verdict::NotToldApart;
    }
}

} // namespace

const ContenderPair& Comparison::pair(std::size_t a, std::size_t b) const
{
    assert(a != b && std::max(a, b) < summaries.size());
    const std::size_t first = std::min(a, b);
    const std::size_t before = first * summaries.size() - first * (first + 1) / 2; // pairs of the contenders before it
    return pairs[before + std::max(a, b) - first - 1];
}

std::vector<Measure> measuresOf(std::span<const Contender> contenders, std::size_t accuracies)
{
    std::vector<Measure> measures;
    for (const MeasureInfo& info : measureCatalogue())
        for (std::size_t accuracy = 0; accuracy < (info.ofAccuracy ? accuracies : 1); ++accuracy) {
            const Measure measure{&info, accuracy};
            const bool isKnown = std::any_of(contenders.begin(), contenders.end(), [&](const Contender& contender) {
                return !observationsOf(measure, contender).empty();
            });
            if (isKnown)
                measures.push_back(measure);
        }
    return measures;
}

Observation observationOf(const Measure& measure, const Contender& contender, std::int64_t seed)
{
    const auto run = contender.runs.find(seed);
    if (run == contender.runs.end() || !run->second)
        return {};
    return measure.info->observe(*run->second, measure.accuracy);
}

Summary summarize(const Measure& measure, const Contender& contender)
{
    const Observations observations = observationsOf(measure, contender);
    Summary summary;
    summary.runs = static_cast<int>(contender.runs.size());
    summary.missing = summary.runs - static_cast<int>(observations.size());
    std::vector<double> numbers;
    for (const auto& [seed, observation] : observations)
        if (observation.number)
            numbers.push_back(*observation.number);
    summary.count = static_cast<int>(numbers.size());
    summary.worst = summary.runs - summary.missing - summary.count;
    summary.mean = meanOf(numbers);
    if (summary.mean)
        summary.standardDeviation = deviationOf(numbers, *summary.mean);
    const double infinity = std::numeric_limits<double>::infinity();
    std::vector<double> all = numbers;
    all.resize(observations.size(), measure.info->better == Better::Lower ? infinity : -infinity);
    std::sort(all.begin(), all.end());
    std::sort(numbers.begin(), numbers.end());
    summary.minimum = quantileOfSorted(numbers, 0);
    summary.lowerQuartile = quantileOfSorted(all, 0.25);
    summary.median = quantileOfSorted(all, 0.5);
    summary.upperQuartile = quantileOfSorted(all, 0.75);
    summary.maximum = quantileOfSorted(numbers, 1);
    return summary;
}

Comparison compare(std::span<const Contender> contenders, const Measure& measure)
{
    Comparison comparison;
    comparison.measure = measure;
    std::vector<Observations> observations;
    for (const Contender& contender : contenders) {
        comparison.summaries.push_back(summarize(measure, contender));
        observations.push_back(observationsOf(measure, contender));
    }
    testPairs(comparison, observations);
    rank(comparison);
    giveVerdicts(comparison);
    return comparison;
}

} // namespace core

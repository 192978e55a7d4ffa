// SPDX-License-Identifier: GPL-3.0-or-later
// What the rows of a sweep support: each contender's distribution over seeds, a ranking, and which differences are more
// than chance. Codes and numbers, no words. Used by reports and by the race in the window; any thread.
//
// A run that diverged has no final value, and one that never reached an accuracy has no number of steps: it counts as
// worse than every number (Observation::worst), and is neither dropped nor averaged away. What that means:
// - Mean, standard deviation, minimum and maximum are those of the numbers alone and stand beside the count of the
//   others. Median and quartiles are those of all runs, absent where they fall on a run without a number.
// - The ranking compares the share of runs without a number first, and means only where these shares are equal; of
//   accuracies and other shares, which have a worst value, it compares the means in which such runs count with that.
// - Two contenders are compared on their common seeds. Where one of two paired runs has no number, no difference can be
//   given; what is compared then is how often either has none (TestMethod::Outcomes). Two runs of the same seed without
//   a number are alike: their difference is zero.
// - A run that came to its end without reaching an accuracy is known to need more steps than it made. It is paired as
// if
//   it had needed just these (a restricted mean): the difference is at least so large (ContenderPair::isRestricted).
//
// The leader is found in the same data that it is judged by. So all pairs are tested, not only those with the leader,
// and Holm's correction is over all of them: with whichever is picked afterwards, the chance that one difference or
// more is wrongly called real is at most 5 %. The intervals hold at once as well, each at the level 1 − 5 %/pairs
// (Bonferroni); a verdict goes by the adjusted p value, which is the sharper of the two.
#pragma once

#include "core/train/Sweep.h"

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace core
{

inline constexpr double kFamilyError = 0.05;  ///< chance that a comparison says too much, of all its pairs together
inline constexpr int kFewestSeeds = 3;        ///< fewer common seeds tell nothing about chance
inline constexpr int kSeedsForBootstrap = 10; ///< from here on no normal distribution is assumed
inline constexpr int kMostPairsForBootstrap = 200; ///< beyond, its draws are too few for the tails that are needed

/// One combination of the varied values, and what came of it.
struct Contender {
    std::vector<std::string> values;                      ///< one for each varied key, as they were given
    std::map<std::int64_t, std::optional<SweepRow>> runs; ///< by seed; no row: the run failed or is still to come
};

enum class Better { Higher, Lower, Neither };

/// What one run says about one measure: a number, or that it is worse than any, or nothing at all. Where nothing is
/// better, it is below all numbers instead: the logarithm of a gradient that is lost entirely.
struct Observation {
    std::optional<double> number;
    bool worst = false; ///< and no number
    /// What it would have to exceed, where it is worst, but only by so much that this is known.
    std::optional<double> bound{};
    bool operator==(const Observation&) const = default;
};

/// One row of the catalogue of measures.
struct MeasureInfo {
    std::string_view id; ///< "test_accuracy_final"; with ofAccuracy without the accuracy: "steps_to"
    Better better = Better::Neither;
    bool ofAccuracy = false; ///< there is one for each of the sweep's accuracies
    bool isShare = false;    ///< between 0 and 1
    bool isLog10 = false;    ///< of the quantity's size: a number of decades
    Observation (*observe)(const SweepRow& row, std::size_t accuracy) = nullptr;
};

/// All that can be compared, the most telling first.
std::span<const MeasureInfo> measureCatalogue();

struct Measure {
    const MeasureInfo* info = nullptr;
    std::size_t accuracy = 0; ///< index among the sweep's accuracies, where it is of one
};

/// Those of which at least one run knows a number, in the order of the catalogue. `accuracies` is how many the sweep
/// has.
std::vector<Measure> measuresOf(std::span<const Contender> contenders, std::size_t accuracies);

/// Of one contender over its seeds.
struct Summary {
    int runs = 0;    ///< all of them: count + worst + missing
    int count = 0;   ///< with a number
    int worst = 0;   ///< diverged, or never there
    int missing = 0; ///< failed, or not known
    std::optional<double> mean;
    std::optional<double> standardDeviation; ///< of a sample (n − 1); absent for fewer than two numbers
    std::optional<double> minimum;
    std::optional<double> lowerQuartile;
    std::optional<double> median;
    std::optional<double> upperQuartile;
    std::optional<double> maximum;
};

enum class TestMethod {
    None,      ///< fewer than kFewestSeeds common seeds
    Student,   ///< paired t test
    Bootstrap, ///< from kSeedsForBootstrap common seeds on
    Outcomes,  ///< who has a number how often, as some runs have none: no difference, no interval
};

/// Two contenders on their common seeds.
struct ContenderPair {
    std::size_t first = 0;
    std::size_t second = 0; ///< larger than `first`
    TestMethod method = TestMethod::None;
    int count = 0;                       ///< common seeds of which both are known
    std::optional<std::size_t> better{}; ///< the contender with the better mean on these seeds, be it by chance
    std::optional<double> difference{};  ///< mean of first − second
    std::optional<double> lower{}; ///< of the interval that holds together with those of all others; may be infinite
    std::optional<double> upper{};
    bool isRestricted = false; ///< the difference is at least so large
    double p = 1;              ///< of this pair alone
    double adjustedP = 1;      ///< by Holm, over all pairs that could be tested
};

/// A contender beside the leader of the ranking.
enum class Verdict {
    Best,             ///< it leads; whether alone, the others' verdicts say
    WorseBeyondNoise, ///< adjusted p < kFamilyError
    NotToldApart,
    TooFewSeeds, ///< in common with the leader
    NotRanked,   ///< nothing is known of it, or the measure knows no better
};

struct Comparison {
    Measure measure;
    std::vector<Summary> summaries;   ///< one a contender, in their order
    std::vector<std::size_t> ranking; ///< contenders, the best first; those of which nothing is known are left out
    std::vector<Verdict> verdicts;    ///< one a contender, in their order
    std::vector<ContenderPair> pairs; ///< every two contenders: (0,1), (0,2), …, (1,2), …
    int tested = 0;                   ///< pairs that could be tested
    double level = 0;                 ///< of each interval: 1 − kFamilyError / tested

    /// Of two different contenders, in whichever order; its `first` is the smaller of them.
    [[nodiscard]] const ContenderPair& pair(std::size_t a, std::size_t b) const;
};

Observation observationOf(const Measure& measure, const Contender& contender, std::int64_t seed);
Summary summarize(const Measure& measure, const Contender& contender);

/// All of it for one measure. Where nothing is better (Better::Neither) contenders are tested, but not ranked.
Comparison compare(std::span<const Contender> contenders, const Measure& measure);

} // namespace core

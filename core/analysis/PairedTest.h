// SPDX-License-Identifier: GPL-3.0-or-later
// Whether paired differences are more than chance: Student's t, the bootstrap, and Holm's correction for many such
// questions at once. Plain numbers in and out; what is compared with what is up to RunComparison. Any thread.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace core
{

/// P(T > t) of Student's distribution, by the regularised incomplete beta function; exact in the tail, too. NaN for
/// NaN.
double studentTail(double t, double degreesOfFreedom);
/// The t with P(T > t) = `tail`, for 0 < tail < 1.
double studentQuantile(double tail, double degreesOfFreedom);

/// What is known of the mean of differences, and whether it may be zero.
struct MeanTest {
    int count = 0;
    double mean = 0;
    double lower = 0; ///< of the confidence interval
    double upper = 0;
    double p = 1; ///< two-sided: how often chance alone takes the mean so far from zero
};

/// The paired t test (Student 1908): for at least two differences, taken to be normal. Where all of them are alike, no
/// spread can be told from them, as with numbers that come in large steps. Then only the signs count: n of the same
/// sign are as rare as 2^(1 − n), and the interval is a point, or everything if that is not rare enough.
MeanTest studentTest(std::span<const double> differences, double confidence);

/// The same without a normal distribution: the symmetric bootstrap-t (Hall 1988, "On symmetric bootstrap confidence
/// intervals"). Differences are drawn anew with replacement, kDraws times, and the studentised means of the draws,
/// (mean* − mean)/(s*/√n), take the place of Student's distribution. Unlike percentile and BCa intervals, which cannot
/// leave the range of the draws, it stays honest far out in the tails, where many comparisons at once have to look.
/// The draws are the same every time: Rng(seed, Purpose::Resampling).
class Bootstrap
{
public:
    static constexpr int kDraws = 19'999;

    /// For `count` differences, at least two.
    explicit Bootstrap(std::size_t count, std::int64_t seed = 0);
    /// p is at least 1/(kDraws + 1).
    [[nodiscard]] MeanTest test(std::span<const double> differences, double confidence) const;

private:
    [[nodiscard]] std::vector<double> studentisedDraws(std::span<const double> values, double mean) const;

    std::size_t m_count;
    std::vector<std::uint32_t> m_picks; ///< `count` indices for each draw
};

/// Two things are tried `count` times each, side by side, and one of them fails `excess` times more often than the
/// other: how often chance alone does that or worse, two-sided. The share of failures is not known; p is that of the
/// least favourable one, a half, for trials that are independent or fail together rather than in turn (the
/// unconditional test of Barnard 1945).
double outcomesTest(int excess, int count);

/// The p values of many questions, made larger so that with those below 5 % there is in all a chance of at most 5 % to
/// be wrong even once (Holm 1979). In the order in which they were given.
std::vector<double> holmAdjusted(std::span<const double> p);

/// The quantile of sorted values by linear interpolation, as R's type 7 and NumPy; 0 ≤ share ≤ 1. Values may be
/// infinite; absent if there are none, or if it falls on or next to an infinite one.
std::optional<double> quantileOfSorted(std::span<const double> sorted, double share);

} // namespace core

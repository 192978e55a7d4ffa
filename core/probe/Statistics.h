// SPDX-License-Identifier: GPL-3.0-or-later
// Statistics of many numbers at once, as Snapshot defines them. Used by Probe on the trainer's thread.
#pragma once

#include "core/base/Types.h"
#include "core/probe/Snapshot.h"

#include <span>
#include <vector>

namespace core
{

/// Describes numbers exactly: moments in double, order statistics with linear interpolation between neighbours, a
/// histogram over the actual range, or over a robust one where outliers would squeeze the rest into a few bins. Keeps
/// its scratch memory.
class Describer
{
public:
    void describe(std::span<const Scalar> values, Distribution& result);

    /// Describes delta, stored times 2^exponent: the moments of delta itself, the histogram of log10|delta| of those
    /// that are not zero.
    void describeDelta(std::span<const Scalar> values, int exponent, Distribution& result);

private:
    std::span<const Scalar> keepFinite(std::span<const Scalar> values);
    void describeMoments(std::span<const Scalar> finite, Distribution& result);
    void findQuantiles(std::span<const Scalar> finite, Distribution& result);
    [[nodiscard]] double orderStatistic(std::span<const Scalar> finite, std::uint64_t rank);
    static void fillHistogram(std::span<const Scalar> finite, Histogram& histogram);

    static constexpr std::size_t kFineBins = 1024;
    std::vector<Scalar> m_finite;
    std::vector<std::uint16_t> m_bins; ///< the fine bin of each value
    std::vector<std::uint32_t> m_counts;
    std::vector<Scalar> m_inBin;
    std::vector<Scalar> m_logarithms;
};

/// Root of the mean square of all elements, summed in double.
double rootMeanSquare(std::span<const Scalar> values);
double rootMeanSquare(const Matrix& values);

/// numerator / denominator, or nothing for 0/0.
std::optional<double> ratio(double numerator, double denominator);

} // namespace core

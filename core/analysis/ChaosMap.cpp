// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/ChaosMap.h"

#include "core/analysis/GaussianMoments.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace core
{

namespace
{

constexpr std::size_t kColumns = 121;
constexpr std::size_t kRows = 81;
constexpr double kLowestLog = -6; ///< of q, base 10
constexpr double kHighestLog = 6;
constexpr int kPointsPerDecade = 24;
constexpr float kUnknown = std::numeric_limits<float>::quiet_NaN();

/// E f² and E f′² of z ~ N(bias, q), on a grid of q that is even in log q. Ends where an integral does not exist.
class MomentTable
{
public:
    MomentTable(const Choice& choice, double bias)
    {
        ExactActivation activation(choice);
        const int points = static_cast<int>((kHighestLog - kLowestLog) * kPointsPerDecade) + 1;
        for (int point = 0; point < points; ++point) {
            const double q = std::pow(10, kLowestLog + static_cast<double>(point) / kPointsPerDecade);
            const std::optional<GaussianMoments> moments = gaussianMoments(activation, bias, std::sqrt(q));
            if (!moments || !std::isfinite(moments->square) || !std::isfinite(moments->slopeSquare))
                break;
            m_q.push_back(q);
            m_square.push_back(moments->square);
            m_slopeSquare.push_back(moments->slopeSquare);
        }
    }

    [[nodiscard]] bool empty() const { return m_q.size() < 2; }
    /// Where the variance goes from the grid's place `at` on, as a place between two points of the grid.
    [[nodiscard]] double limit(const Variances& variances, std::size_t at) const
    {
        const auto growth = [&](std::size_t point) {
            return variances.weight * m_square[point] + variances.bias - m_q[point];
        };
        const double here = growth(at);
        const bool grows = here > 0;
        double before = here;
        while (grows ? at + 1 < m_q.size() : at > 0) {
            const std::size_t next = grows ? at + 1 : at - 1;
            const double there = growth(next);
            if ((there > 0) != grows)
                return static_cast<double>(at) + (grows ? 1 : -1) * before / (before - there);
            at = next;
            before = there;
        }
        return static_cast<double>(at);
    }
    [[nodiscard]] double slopeSquare(double place) const
    {
        const std::size_t lower = std::min(static_cast<std::size_t>(place), m_q.size() - 2);
        const double part = place - static_cast<double>(lower);
        return m_slopeSquare[lower] * (1 - part) + m_slopeSquare[lower + 1] * part;
    }
    [[nodiscard]] std::size_t placeOf(double q) const
    {
        const auto found = std::lower_bound(m_q.begin(), m_q.end(), q);
        return std::min(static_cast<std::size_t>(found - m_q.begin()), m_q.size() - 1);
    }
    /// The smallest weight variance at which chi is 1 at some q that a network can stay at.
    [[nodiscard]] double firstCriticalWeight() const
    {
        double smallest = std::numeric_limits<double>::infinity();
        for (std::size_t point = 0; point < m_q.size(); ++point) {
            const double weight = 1 / m_slopeSquare[point];
            const double bias = m_q[point] - weight * m_square[point];
            if (bias >= -1e-6 * m_q[point])
                smallest = std::min(smallest, weight);
        }
        return smallest;
    }

private:
    std::vector<double> m_q;
    std::vector<double> m_square;
    std::vector<double> m_slopeSquare;
};

/// 1, 2 or 5 times a power of ten, at least `value`: an axis that does not tremble while a slider moves.
double roundUp(double value)
{
    const double decade = std::pow(10, std::floor(std::log10(value)));
    for (const double digit : {1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 8.0})
        if (digit * decade >= value * (1 - 1e-12))
            return digit * decade;
    return 10 * decade;
}

} // namespace

double ChaosMap::weightAt(std::size_t column) const
{
    return lowestWeight *
           std::pow(highestWeight / lowestWeight, static_cast<double>(column) / static_cast<double>(columns - 1));
}

double ChaosMap::biasAt(std::size_t row) const
{
    return highestBias * static_cast<double>(row) / static_cast<double>(rows - 1);
}

ChaosMap chaosMap(const Choice& activation, double bias, double start, const Variances& toBeSeen)
{
    ChaosMap map;
    map.activation = activation;
    map.bias = bias;
    map.columns = kColumns;
    map.rows = kRows;
    map.logChi.assign(kColumns * kRows, kUnknown);
    const MomentTable table(activation, bias);
    const double critical = table.empty() ? 1 : table.firstCriticalWeight();
    const double edge = std::isfinite(critical) ? critical : 1;
    const double weight = std::clamp(toBeSeen.weight, 1e-6, 1e6);
    map.lowestWeight = std::pow(10, std::floor(4 * std::log10(std::min(edge, weight) / 2.5)) / 4);
    map.highestWeight = std::pow(10, std::ceil(4 * std::log10(std::max(edge, weight) * 5)) / 4);
    map.highestBias = roundUp(std::clamp(1.5 * toBeSeen.bias, 1.0, 1e6));
    if (table.empty())
        return map;
    const std::size_t from = table.placeOf(start);
    const double step = std::log(map.highestWeight / map.lowestWeight) / (kColumns - 1);
    for (std::size_t row = 0; row < kRows; ++row) {
        const double biasVariance = map.biasAt(row);
        float* line = map.logChi.data() + row * kColumns;
        bool found = false;
        for (std::size_t column = 0; column < kColumns; ++column) {
            const double here = map.weightAt(column);
            line[column] =
                static_cast<float>(std::log10(here * table.slopeSquare(table.limit({here, biasVariance}, from))));
            if (found || column == 0 || !(line[column - 1] < 0 && line[column] >= 0))
                continue;
            const auto part = static_cast<double>(line[column - 1] / (line[column - 1] - line[column]));
            map.edge.push_back({here * std::exp(step * (part - 1)), biasVariance});
            found = true;
        }
    }
    return map;
}

} // namespace core

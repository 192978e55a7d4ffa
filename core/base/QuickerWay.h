// SPDX-License-Identifier: GPL-3.0-or-later
// Finds out again and again which of two ways to do the same is the quicker one, where that may change at any time:
// both take turns, long ones of the way that was the quicker one, and short ones of the other. It reads no clock. Used
// by SecondCore.
#pragma once

#include <algorithm>
#include <array>
#include <limits>

namespace core
{

class QuickerWay
{
public:
    /// So often something is done in the slower way before the quicker one has its turn again, …
    static constexpr int kShortest = 3;
    /// … and at most so often in the quicker way before the other has a chance to be it.
    static constexpr int kLongest = 128;

    /// Whether it is to be done in the second way this time.
    [[nodiscard]] bool second() const { return m_way == 1; }

    /// It was done, and took so many seconds.
    void took(double seconds)
    {
        m_seconds += seconds;
        if (++m_times < m_turns[m_way])
            return;
        m_means[m_way] = m_seconds / m_times;
        const std::size_t quicker = m_means[1] < m_means[0] ? 1 : 0;
        m_turns[quicker] = std::min(2 * m_turns[quicker], kLongest);
        m_turns[1 - quicker] = kShortest;
        m_way = 1 - m_way;
        m_times = 0;
        m_seconds = 0;
    }

private:
    std::size_t m_way = 0;
    int m_times = 0; ///< of the turn under way
    double m_seconds = 0;
    std::array<int, 2> m_turns{kShortest, kShortest};                 ///< how long the next turn is
    std::array<double, 2> m_means{std::numeric_limits<double>::max(), ///< seconds in the last turn
                                  std::numeric_limits<double>::max()};
};

} // namespace core

// SPDX-License-Identifier: GPL-3.0-or-later
// What the tests of float kernels share: values to try, and when a result is near enough.
#pragma once

#include <QString>

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdint>
#include <limits>
#include <vector>

namespace floatchecks
{

inline constexpr float kInfinity = std::numeric_limits<float>::infinity();
inline constexpr float kNan = std::numeric_limits<float>::quiet_NaN();

struct Values {
    std::vector<float> f;
    std::vector<float> df;
};

inline bool sameBits(float left, float right)
{
    return std::bit_cast<std::uint32_t>(left) == std::bit_cast<std::uint32_t>(right);
}

/// What is wrong with a number, or nothing.
inline QString complaint(const char* name, double x, float actual, double expected)
{
    constexpr double kLargest = std::numeric_limits<float>::max();
    const double error = std::abs(static_cast<double>(actual) - expected);
    const double magnitude = std::abs(expected);
    const bool near = magnitude > kLargest ? actual == std::copysign(kInfinity, static_cast<float>(expected))
                                           : error <= 1e-6 * std::max(1.0, magnitude);
    const bool tail = magnitude < 1e-30 || magnitude > kLargest || error <= 1e-4 * magnitude;
    return near && tail
               ? QString()
               : QStringLiteral("%1(%2) is %3, not %4").arg(QLatin1String(name)).arg(x).arg(actual).arg(expected);
}

/// Floats over [−span, span], irregular enough to meet all parts of a register and of a reduction of the argument.
inline std::vector<float> sweep(double span, int count)
{
    std::vector<float> z(static_cast<std::size_t>(count));
    for (int i = 0; i < count; ++i)
        z[static_cast<std::size_t>(i)] = static_cast<float>(span * (2.0 * i / (count - 1) - 1) + 1e-3 * std::sin(i));
    return z;
}

} // namespace floatchecks

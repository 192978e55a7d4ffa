// SPDX-License-Identifier: GPL-3.0-or-later
// How the benchmark measures: CPU time of the process, which other programs disturb only through caches and clock rate,
// and the median and the best of rounds.
#pragma once

#include <functional>
#include <vector>

namespace bench
{

/// CPU seconds of all threads of this process.
double cpuSeconds();

/// Seconds on the clock on the wall.
double wallSeconds();

/// How often `work` goes in a CPU second: measured for about so many seconds, after it was repeated for a while
/// unmeasured.
double repetitionsPerSecond(const std::function<void()>& work, double seconds);

double median(std::vector<double> values);
double largest(const std::vector<double>& values);
double smallest(const std::vector<double>& values);

} // namespace bench

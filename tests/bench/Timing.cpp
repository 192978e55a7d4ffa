// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/Timing.h"

#include <algorithm>
#include <ctime>

namespace bench
{

namespace
{

double secondsOf(clockid_t clock)
{
    timespec now{};
    clock_gettime(clock, &now);
    return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}

void repeat(const std::function<void()>& work, long times)
{
    for (long i = 0; i < times; ++i)
        work();
}

} // namespace

double cpuSeconds()
{
    return secondsOf(CLOCK_PROCESS_CPUTIME_ID);
}

double wallSeconds()
{
    return secondsOf(CLOCK_MONOTONIC);
}

double repetitionsPerSecond(const std::function<void()>& work, double seconds)
{
    // The clock is read so seldom that reading it costs nothing.
    long times = 1;
    const double begin = cpuSeconds();
    double before = begin;
    while (before - begin < seconds / 5) {
        repeat(work, times);
        const double after = cpuSeconds();
        if (after - before < seconds / 50)
            times *= 2;
        before = after;
    }
    long made = 0;
    const double start = cpuSeconds();
    double spent = 0;
    while (spent < seconds) {
        repeat(work, times);
        made += times;
        spent = cpuSeconds() - start;
    }
    return static_cast<double>(made) / spent;
}

double median(std::vector<double> values)
{
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    if (values.size() % 2 != 0)
        return *middle;
    return (*middle + *std::max_element(values.begin(), middle)) / 2;
}

double largest(const std::vector<double>& values)
{
    return *std::max_element(values.begin(), values.end());
}

double smallest(const std::vector<double>& values)
{
    return *std::min_element(values.begin(), values.end());
}

} // namespace bench

// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/frames/Clocks.h"

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <ctime>
#include <fstream>

#include <unistd.h>

namespace bench
{

namespace
{

double millisecondsOf(clockid_t clock)
{
    timespec now{};
    clock_gettime(clock, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

} // namespace

double threadMilliseconds()
{
    return millisecondsOf(CLOCK_THREAD_CPUTIME_ID);
}

double processMilliseconds()
{
    return millisecondsOf(CLOCK_PROCESS_CPUTIME_ID);
}

std::int64_t steadyNanoseconds()
{
    return std::chrono::nanoseconds(std::chrono::steady_clock::now().time_since_epoch()).count();
}

double residentMegabytes()
{
    std::ifstream file("/proc/self/statm");
    double size = 0;
    double resident = 0;
    file >> size >> resident;
    return resident * static_cast<double>(sysconf(_SC_PAGESIZE)) / 1e6;
}

double loadOfMachine()
{
    double load = -1;
    return getloadavg(&load, 1) == 1 ? load : -1;
}

nlohmann::json summaryOf(std::vector<double> values)
{
    if (values.empty())
        return nullptr;
    std::sort(values.begin(), values.end());
    const auto at = [&](double share) {
        return values[static_cast<std::size_t>(share * static_cast<double>(values.size() - 1))];
    };
    return {{"median", at(0.5)}, {"p95", at(0.95)}, {"max", values.back()}, {"count", values.size()}};
}

} // namespace bench

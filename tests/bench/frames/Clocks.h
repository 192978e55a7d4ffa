// SPDX-License-Identifier: GPL-3.0-or-later
// What the frame benchmark reads off the system: CPU time, memory, load; and how it sums up what it has read.
#pragma once

#include <nlohmann/json.hpp>

#include <cstdint>
#include <vector>

namespace bench
{

/// Milliseconds that this thread has computed, whatever else the machine does.
double threadMilliseconds();

/// Milliseconds that all threads of this process have computed.
double processMilliseconds();

/// Nanoseconds on a clock that all processes share.
std::int64_t steadyNanoseconds();

/// Millions of bytes of this process that lie in memory.
double residentMegabytes();

/// The load of the machine, −1 if it cannot be told.
double loadOfMachine();

/// Median, 95th percentile, largest, and how many there are; null of none.
nlohmann::json summaryOf(std::vector<double> values);

} // namespace bench

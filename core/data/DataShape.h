// SPDX-License-Identifier: GPL-3.0-or-later
// The sizes of a data set: what networks and theory need to know of it.
#pragma once

#include <cstdint>

namespace core
{

struct DataShape {
    bool classification = true;
    std::int64_t inputs = 0;
    int classes = 0; ///< 0 for regression
    std::int64_t samples = 0;
    bool operator==(const DataShape&) const = default;
};

} // namespace core

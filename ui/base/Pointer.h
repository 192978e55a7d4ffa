// SPDX-License-Identifier: GPL-3.0-or-later
// The place that a person points at, in terms that several cards share: a step of the run, a hidden layer, or both. A
// card that is pointed at says it, the others show the same place. Used by panels and the Dashboard.
#pragma once

#include <optional>

namespace ui
{

struct Pointer {
    std::optional<double> step;
    int layer = 0; ///< 1 … depth; 0: no layer in particular

    [[nodiscard]] bool empty() const { return !step && layer == 0; }
    bool operator==(const Pointer&) const = default;
};

} // namespace ui

// SPDX-License-Identifier: GPL-3.0-or-later
// Activations as one writes them first: a loop over the C library's functions. What vectorised kernels are compared
// with.
#pragma once

#include <cstddef>
#include <string_view>

namespace bench
{

struct ScalarFormula {
    using Loop = void (*)(const float* z, float* result, std::size_t count);
    std::string_view id{}; ///< that of the catalogue's row
    Loop f = nullptr;
    Loop df = nullptr;
};

/// nullptr where the plain formula is no simple one, or needs no function of the library.
const ScalarFormula* findScalarFormula(std::string_view id);

} // namespace bench

// SPDX-License-Identifier: GPL-3.0-or-later
// The catalogue of residual connections: where a skip leads around a hidden layer. Used by NetworkBuilder; the table of
// settings and the command line read the catalogue.
#pragma once

#include "core/base/Catalogue.h"

#include <span>
#include <string_view>

namespace core
{

/// Where a layer's input h_{l−1} is added again: z_l = norm(u_l) + h_{l−1}, or h_l = a_l + h_{l−1} (He et al., 2016).
enum class Skip { None, Pre, Post };

/// One row.
struct ResidualInfo {
    std::string_view id{};
    std::string_view formula{};
    std::span<const ParameterInfo> parameters{};
    Skip skip = Skip::None; ///< where as many come in as go out; else there is nothing to add
    std::string_view pytorch{};
    std::string_view paper{};
};

std::span<const ResidualInfo> residualCatalogue();

} // namespace core

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nn/Residual.h"

#include <array>

namespace core
{

namespace
{

constexpr std::string_view kPaper = "He, Zhang, Ren, Sun: Deep Residual Learning for Image Recognition (2016)";

constexpr std::array kResiduals{
    ResidualInfo{.id = "none", .formula = "z = norm(u), h = a", .pytorch = "–", .paper = "–"},
    ResidualInfo{.id = "pre",
                 .formula = "z = norm(u) + input, h = a",
                 .skip = Skip::Pre,
                 .pytorch = "f(norm(linear(input)) + input)",
                 .paper = kPaper},
    ResidualInfo{.id = "post",
                 .formula = "z = norm(u), h = a + input",
                 .skip = Skip::Post,
                 .pytorch = "f(norm(linear(input))) + input",
                 .paper = kPaper},
};

} // namespace

std::span<const ResidualInfo> residualCatalogue()
{
    return kResiduals;
}

} // namespace core

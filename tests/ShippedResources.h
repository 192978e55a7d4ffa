// SPDX-License-Identifier: GPL-3.0-or-later
// The resources that are shipped, read from the source tree.
#pragma once

#include <fstream>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>

namespace shipped
{

inline std::optional<std::string> readResource(std::string_view name)
{
    std::ifstream file(std::string(ACTISCOPE_RESOURCES "/") + std::string(name), std::ios::binary);
    if (!file)
        return std::nullopt;
    return std::string(std::istreambuf_iterator<char>(file), {});
}

} // namespace shipped

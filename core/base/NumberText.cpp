// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/NumberText.h"

#include <array>
#include <charconv>
#include <cmath>

namespace core
{

namespace
{

template <class Number>
std::string shortest(Number value)
{
    if (std::isnan(value))
        return "nan"; // the sign of a NaN says nothing
    std::array<char, 64> buffer{};
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value).ptr;
    return {buffer.data(), end};
}

} // namespace

std::string numberText(double value)
{
    return shortest(value);
}

std::string numberText(float value)
{
    return shortest(value);
}

std::optional<double> numberFromText(std::string_view text)
{
    if (!text.empty() && text.front() == '+')
        text.remove_prefix(1);
    double value = 0;
    const char* const end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data(), end, value);
    if (error != std::errc{} || stop != end)
        return std::nullopt;
    return value;
}

} // namespace core

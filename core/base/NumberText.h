// SPDX-License-Identifier: GPL-3.0-or-later
// Numbers as text, the same in every locale. Used by files, messages and the command line, on any thread.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace core
{

/// Shortest text that reads back to the same number; "nan", "inf", "-inf".
std::string numberText(double value);
std::string numberText(float value);

/// The number that the whole text spells (also "nan", "inf", "-inf"), or nothing.
std::optional<double> numberFromText(std::string_view text);

} // namespace core

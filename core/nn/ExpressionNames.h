// SPDX-License-Identifier: GPL-3.0-or-later
// The names in typed formulas: those that mean something, and those that people try. Used by ExpressionParser.
#pragma once

#include "core/nn/ExpressionTree.h"

#include <string>
#include <string_view>

namespace core
{

/// A name that stands for a value.
struct ExpressionSymbol {
    std::string_view name{};
    Operation operation{};
    double number = 0; ///< of Operation::Number
};

/// Null if the name means none.
const ExpressionSymbol* expressionSymbol(std::string_view name);

/// All names, comma-separated: the values, then the functions.
std::string expressionNames();

/// What this name of another program or textbook is called here ("log" for "ln"), or nothing.
std::string_view usualName(std::string_view name);

/// "a*x" for "ax": a name of few letters that are values themselves. Else empty.
std::string productOfLetters(std::string_view name);

} // namespace core

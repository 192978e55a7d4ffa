// SPDX-License-Identifier: GPL-3.0-or-later
// Typed text → tree of a formula, or the first mistake in it. Used by Expression::parse, on any thread.
//
// A fault is FaultCode::BadExpression with column and length; details: what was met ("" at the end), the mistake, and
// help:
//   empty          –  nothing was typed
//   length         the most characters allowed
//   encoding       –  the text is no UTF-8
//   nesting        the most levels allowed
//   character      –  a sign that formulas do not have
//   number         –  such as 1.2.3
//   range          –  a number that single precision does not hold
//   value          –  a number, x, a, b, c, a function or an opening parenthesis was expected
//   unclosed       the column of the opening parenthesis
//   unopened       –  a closing parenthesis too many
//   comma          –  a comma outside of a function's parentheses
//   multiplication how to write it: "2*x"
//   power          –  ** in place of ^
//   equals         –  = in place of ==
//   chain          –  a second comparison: 0 < x < 1
//   call           an example: "sin(x)"
//   arguments      how many there must be, how many there are
//   name           the names allowed, comma-separated; the one that was probably meant, or ""
//   product        how to write it: "a*x", for the name ax
#pragma once

#include "core/base/Result.h"
#include "core/nn/ExpressionTree.h"

#include <string_view>

namespace core
{

Result<ExpressionTree> parseExpression(std::string_view text);

} // namespace core

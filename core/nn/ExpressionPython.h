// SPDX-License-Identifier: GPL-3.0-or-later
// A typed formula as Python source, for the export of a network to PyTorch. Any thread.
#pragma once

#include <string>

namespace core
{

class Expression;

/// An expression in the tensor x and the numbers a, b, c that gives a tensor like x; it needs `math` and `torch`.
/// PyTorch's derivative of it follows the same conventions at kinks.
std::string toPython(const Expression& expression);

} // namespace core

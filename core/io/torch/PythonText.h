// SPDX-License-Identifier: GPL-3.0-or-later
// Pieces of Python source: numbers, texts, and the catalogues' spellings with values in place of parameter names. Used
// by the parts of the export to PyTorch.
#pragma once

#include "core/base/Catalogue.h"
#include "core/config/ExperimentConfig.h"

#include <map>
#include <span>
#include <string>
#include <string_view>

namespace core
{

using PythonValues = std::map<std::string, std::string, std::less<>>;

std::string pythonNumber(double value);
/// In double quotes, everything escaped that needs it.
std::string pythonString(std::string_view text);

/// The values of a row's parameters by name, as Python writes them.
PythonValues pythonValues(std::span<const ParameterInfo> parameters, const Choice& choice);

/// `code` with every name that has a value replaced by it. Names that are an argument's ("lr=…") or an attribute's
/// ("x.beta") stay.
std::string withValues(std::string_view code, const PythonValues& values);

/// Each line that is not empty with so many spaces before it.
std::string indented(std::string_view code, std::size_t spaces);

} // namespace core

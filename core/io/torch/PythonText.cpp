// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/torch/PythonText.h"

#include "core/base/NumberText.h"

#include <nlohmann/json.hpp>

#include <cctype>
#include <cmath>

namespace core
{

namespace
{

bool continuesName(char letter)
{
    return std::isalnum(static_cast<unsigned char>(letter)) != 0 || letter == '_';
}

/// Whether "=", and not "==", comes next.
bool isArgumentName(std::string_view rest)
{
    return rest.starts_with('=') && !rest.starts_with("==");
}

} // namespace

std::string pythonNumber(double value)
{
    return std::isfinite(value) ? numberText(value) : "float(\"" + numberText(value) + "\")";
}

std::string pythonString(std::string_view text)
{
    // What JSON escapes, Python escapes in the same way.
    return nlohmann::json(text).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

PythonValues pythonValues(std::span<const ParameterInfo> parameters, const Choice& choice)
{
    const std::vector<double> numbers = parameterValues(parameters, choice.parameters);
    PythonValues values;
    for (std::size_t i = 0; i < parameters.size(); ++i) {
        const bool isTruth = parameters[i].scale == Scale::Boolean;
        values[std::string(parameters[i].name)] =
            isTruth ? (numbers[i] != 0 ? "True" : "False") : pythonNumber(numbers[i]);
    }
    return values;
}

std::string withValues(std::string_view code, const PythonValues& values)
{
    std::string text;
    while (!code.empty()) {
        std::size_t length = 1;
        if (continuesName(code.front()))
            while (length < code.size() && continuesName(code[length]))
                ++length;
        const std::string_view word = code.substr(0, length);
        const auto found = values.find(word);
        const bool isAttribute = text.ends_with('.');
        code.remove_prefix(length);
        text += found == values.end() || isAttribute || isArgumentName(code) ? word : std::string_view(found->second);
    }
    return text;
}

std::string indented(std::string_view code, std::size_t spaces)
{
    std::string text;
    while (!code.empty()) {
        const std::size_t length = std::min(code.find('\n'), code.size());
        if (length > 0)
            text.append(spaces, ' ').append(code.substr(0, length));
        if (length < code.size())
            text += '\n';
        code.remove_prefix(std::min(length + 1, code.size()));
    }
    return text;
}

} // namespace core

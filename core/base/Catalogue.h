// SPDX-License-Identifier: GPL-3.0-or-later
// The common form of everything enumerable: activations, initialisers, losses, optimizers, datasets. A row has at least
// an `id` and `parameters`; sliders, the experiment file, the command line, help and tests are generated from the rows.
#pragma once

#include <functional>
#include <limits>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace core
{

/// How a slider spreads a parameter's range, and what kind of value it is.
enum class Scale {
    Linear,
    Logarithmic,
    Fine, ///< cubic: zero is reachable, small values have room (a slope between 0 and 1)
    Integer,
    Boolean, ///< 0 or 1 inside; true or false in files
};

/// Networks compute in float, so nothing can be tuned to more than its largest number.
inline constexpr double kLargestParameter = std::numeric_limits<float>::max();

/// One number that a row can be tuned with. A file accepts minimum … maximum, a slider offers sliderMinimum …
/// sliderMaximum.
struct ParameterInfo {
    std::string_view name{};
    double defaultValue = 0;
    double minimum = 0;
    double maximum = 1;
    Scale scale = Scale::Linear;
    double sliderMinimum = minimum;
    double sliderMaximum = maximum;
    bool minimumAllowed = true; ///< false: the interval is open at its lower end
};

/// The row with this id, or nullptr.
template <class Row>
const Row* findRow(std::span<const Row> rows, std::string_view id)
{
    for (const Row& row : rows)
        if (row.id == id)
            return &row;
    return nullptr;
}

/// The ids of all rows, comma-separated, as error messages and help show them.
template <class Row>
std::string joinIds(std::span<const Row> rows)
{
    std::string text;
    for (const Row& row : rows)
        text.append(text.empty() ? "" : ", ").append(row.id);
    return text;
}

/// The values of a row's parameters in its order: those given, else the defaults.
inline std::vector<double> parameterValues(std::span<const ParameterInfo> parameters,
                                           const std::map<std::string, double, std::less<>>& given)
{
    std::vector<double> values;
    values.reserve(parameters.size());
    for (const ParameterInfo& parameter : parameters) {
        const auto found = given.find(parameter.name);
        values.push_back(found == given.end() ? parameter.defaultValue : found->second);
    }
    return values;
}

} // namespace core

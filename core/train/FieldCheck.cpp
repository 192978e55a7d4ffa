// SPDX-License-Identifier: GPL-3.0-or-later
// The part of ConfigFields about a single field: which values it accepts, and how messages show them.
#include "core/base/NumberText.h"
#include "core/data/Dataset.h"
#include "core/nn/Expression.h"
#include "core/train/ConfigFields.h"

#include <algorithm>
#include <cmath>

namespace core
{

namespace
{

bool hasType(FieldType type, const Value& value)
{
    switch (type) {
    case FieldType::Number:
        return std::holds_alternative<double>(value);
    case FieldType::Integer: {
        const double* number = std::get_if<double>(&value);
        return number != nullptr && !std::isnan(*number) && (std::isinf(*number) || std::trunc(*number) == *number);
    }
    case FieldType::Boolean:
        return std::holds_alternative<bool>(value);
    case FieldType::Layers: {
        const auto* none = std::get_if<NumberRows>(&value);
        return std::holds_alternative<bool>(value) || (none != nullptr && none->empty());
    }
    case FieldType::Column:
        return std::holds_alternative<std::string>(value) || hasType(FieldType::Integer, value);
    case FieldType::Points:
        return std::holds_alternative<NumberRows>(value);
    case FieldType::Text:
    case FieldType::Name:
        break;
    }
    return std::holds_alternative<std::string>(value);
}

/// What keeps a row of numbers from being a point: three numbers, the first two of a size that a float can hold, the
/// last one a class from 0 to 9.
Outcome checkPoint(const std::string& place, const std::vector<double>& point)
{
    constexpr double kLastClass = 9;
    if (point.size() != 3)
        return Fault{FaultCode::WrongType, place, {rowText(point), "point"}};
    for (std::size_t axis = 0; axis < 2; ++axis)
        if (!(std::abs(point[axis]) <= kLargestNoise))
            return Fault{FaultCode::OutOfRange,
                         place + "." + std::to_string(axis),
                         {valueText(point[axis]), valueText(-kLargestNoise) + " … " + valueText(kLargestNoise)}};
    if (std::trunc(point[2]) != point[2])
        return Fault{FaultCode::WrongType, place + ".2", {valueText(point[2]), "integer"}};
    if (!(point[2] >= 0 && point[2] <= kLastClass))
        return Fault{FaultCode::OutOfRange, place + ".2", {valueText(point[2]), "0 … " + valueText(kLastClass)}};
    return Done{};
}

/// The first points that are none.
Outcome checkPoints(const Field& field, const NumberRows& points)
{
    constexpr std::size_t kMostFaults = 10;
    Faults faults;
    if (static_cast<double>(points.size()) > field.maximum)
        return Fault{FaultCode::OutOfRange,
                     field.path,
                     {std::to_string(points.size()) + " points", "0 … " + valueText(field.maximum) + " points"}};
    for (std::size_t at = 0; at < points.size() && faults.size() < kMostFaults; ++at)
        if (Outcome outcome = checkPoint(field.path + "." + std::to_string(at), points[at]); !outcome)
            faults.push_back(outcome.faults().front());
    return faults.empty() ? Outcome(Done{}) : Outcome(std::move(faults));
}

} // namespace

std::string_view Field::typeName() const
{
    switch (type) {
    case FieldType::Number:
        return "number";
    case FieldType::Integer:
        return "integer";
    case FieldType::Boolean:
        return "boolean";
    case FieldType::Column:
        return "column";
    case FieldType::Points:
    case FieldType::Layers:
        return "array";
    case FieldType::Text:
    case FieldType::Name:
        break;
    }
    return "string";
}

std::string Field::allowed() const
{
    std::string text;
    if (type == FieldType::Name) {
        for (const std::string& name : names)
            text.append(text.empty() ? "" : ", ").append(name);
    } else if (type == FieldType::Boolean) {
        text = "true, false";
    } else if (type == FieldType::Points) {
        text = "[[x, y, class], …]";
    } else if (type == FieldType::Layers) {
        text = "[{…}, …]";
    } else if (type != FieldType::Text && type != FieldType::Column) {
        const auto bound = [](double value) { return valueText(value); };
        if (minimum == maximum)
            text = bound(minimum);
        else if (minimumAllowed)
            text = bound(minimum) + " … " + bound(maximum);
        else
            text = "(" + bound(minimum) + ", " + bound(maximum) + "]";
    }
    return text;
}

Outcome Field::check(const Value& value) const
{
    if (optional && std::holds_alternative<std::monostate>(value))
        return Done{};
    if (!hasType(type, value)) {
        const std::string_view wanted = type == FieldType::Layers ? "layers" : typeName();
        return Fault{FaultCode::WrongType, path, {valueText(value), std::string(wanted)}};
    }
    if (isFormula) {
        const Result<Expression> expression = Expression::parse(std::get<std::string>(value));
        if (!expression) {
            Fault fault = expression.faults().front();
            fault.where = path;
            return fault;
        }
    }
    if (type == FieldType::Name) {
        const auto& name = std::get<std::string>(value);
        if (std::find(names.begin(), names.end(), name) == names.end())
            return Fault{FaultCode::UnknownName, path, {valueText(value), allowed()}};
    }
    if (const auto* rows = std::get_if<NumberRows>(&value))
        return checkPoints(*this, *rows);
    if (const double* number = std::get_if<double>(&value)) {
        const bool aboveMinimum = minimumAllowed ? *number >= minimum : *number > minimum;
        if (!(aboveMinimum && *number <= maximum))
            return Fault{FaultCode::OutOfRange, path, {valueText(value), allowed()}};
    }
    return Done{};
}

std::string rowText(const std::vector<double>& row)
{
    constexpr std::size_t kMost = 6;
    std::string text;
    for (std::size_t at = 0; at < std::min(row.size(), kMost); ++at)
        text.append(at == 0 ? "" : ", ").append(valueText(row[at]));
    return "[" + text + (row.size() > kMost ? ", …]" : "]");
}

std::string valueText(const Value& value)
{
    if (const bool* truth = std::get_if<bool>(&value))
        return *truth ? "true" : "false";
    if (const double* number = std::get_if<double>(&value)) {
        // Whole numbers in full as far as they are exact: 100000, not 1e+05.
        if (std::abs(*number) < 9007199254740992.0 && std::trunc(*number) == *number)
            return std::to_string(static_cast<std::int64_t>(*number));
        return numberText(*number);
    }
    if (const auto* text = std::get_if<std::string>(&value))
        return "\"" + *text + "\"";
    if (const auto* rows = std::get_if<NumberRows>(&value))
        return rows->empty() ? "[]" : "[…]";
    return "null";
}

} // namespace core

// SPDX-License-Identifier: GPL-3.0-or-later
// The part of ConfigFields that uses the table: finding, checking, setting and comparing.
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

std::string_view groupOf(std::string_view path)
{
    const auto dot = path.rfind('.');
    return dot == std::string_view::npos ? std::string_view() : path.substr(0, dot);
}

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

bool isKindKey(const std::vector<Field>& fields, const Setting& setting)
{
    const Field* field = findField(fields, fullPath(setting.key, setting.value));
    return field != nullptr && field->isKind;
}

} // namespace

Outcome applySetting(ExperimentConfig& config, const std::vector<Field>& fields, const Setting& setting)
{
    const Field* field = findField(fields, fullPath(setting.key, setting.value));
    if (field == nullptr && setting.key.starts_with(kLayersPrefix) && config.network.layers.empty() &&
        config.network.depth > 0) {
        // The first layer that gets something of its own makes a list of them.
        ExperimentConfig listed = config;
        listed.network.layers.resize(static_cast<std::size_t>(config.network.depth));
        Outcome outcome = applySetting(listed, configFields(listed), setting);
        if (outcome)
            config = std::move(listed);
        return outcome;
    }
    if (field == nullptr) {
        const std::string kinds = kindsWithField(config, setting.key);
        if (!kinds.empty()) {
            const Field* kind = kindFieldBeside(fields, setting.key);
            return Fault{FaultCode::KeyOfAnotherKind, setting.key, {std::get<std::string>(kind->get(config)), kinds}};
        }
        std::string group(groupOf(setting.key));
        while (!group.empty() && keysIn(fields, group).empty())
            group = groupOf(group);
        return Fault{FaultCode::UnknownKey, setting.key, {keysIn(fields, group), group}};
    }
    Outcome outcome = field->check(setting.value);
    if (!outcome) {
        Faults faults = outcome.faults();
        for (Fault& fault : faults)
            if (fault.where == field->path)
                fault.where = setting.key; // as it was written
        return faults;
    }
    field->set(config, setting.value);
    return Done{};
}

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
    if (!hasType(type, value))
        return Fault{FaultCode::WrongType, path, {valueText(value), std::string(typeName())}};
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

const Field* findField(const std::vector<Field>& fields, std::string_view path)
{
    const auto found = std::find_if(fields.begin(), fields.end(), [path](const Field& f) { return f.path == path; });
    if (found != fields.end())
        return &*found;
    const std::string full = shortForm(path);
    return full == path ? nullptr : findField(fields, full);
}

std::string shortForm(std::string_view path)
{
    for (const std::string_view group : {"loss", "optimizer.schedule"})
        if (path == group)
            return std::string(path) + ".kind";
    const bool inNetwork = path.starts_with("network.");
    if (inNetwork && path.ends_with(".normalization"))
        return std::string(path) + ".kind";
    if (inNetwork && path.ends_with(".dropout"))
        return std::string(path) + ".rate";
    return std::string(path);
}

std::string fullPath(std::string_view path, const Value& value)
{
    const bool isBareKind = path.starts_with("network.") && path.ends_with(".dropout");
    if (isBareKind && std::holds_alternative<std::string>(value))
        return std::string(path) + ".kind";
    return std::string(path);
}

std::string keysIn(const std::vector<Field>& fields, std::string_view group)
{
    std::vector<std::string_view> keys;
    for (const Field& field : fields) {
        std::string_view rest = field.path;
        if (!group.empty()) {
            if (!(rest.starts_with(group) && rest.size() > group.size() && rest[group.size()] == '.'))
                continue;
            rest.remove_prefix(group.size() + 1);
        }
        const std::string_view key = rest.substr(0, rest.find('.'));
        if (std::find(keys.begin(), keys.end(), key) == keys.end())
            keys.push_back(key);
    }
    std::string text;
    for (const std::string_view key : keys)
        text.append(text.empty() ? "" : ", ").append(key);
    return text;
}

const Field* kindFieldBeside(const std::vector<Field>& fields, std::string_view path)
{
    const std::string_view group = groupOf(path);
    const auto found = std::find_if(fields.begin(), fields.end(),
                                    [group](const Field& f) { return f.isKind && groupOf(f.path) == group; });
    return group.empty() || found == fields.end() ? nullptr : &*found;
}

std::string kindsWithField(const ExperimentConfig& config, std::string_view path)
{
    const std::vector<Field> fields = configFields(config);
    const Field* kind = kindFieldBeside(fields, path);
    std::string kinds;
    if (kind == nullptr)
        return kinds;
    for (const std::string& name : kind->names) {
        ExperimentConfig other = config;
        kind->set(other, name);
        if (findField(configFields(other), path) != nullptr)
            kinds.append(kinds.empty() ? "" : ", ").append(name);
    }
    return kinds;
}

Outcome applySetting(ExperimentConfig& config, const Setting& setting)
{
    return applySetting(config, configFields(config), setting);
}

std::vector<Setting> kindsFirst(std::vector<Setting> settings, const std::vector<Field>& fields)
{
    std::stable_partition(settings.begin(), settings.end(), [&](const Setting& s) { return isKindKey(fields, s); });
    return settings;
}

Result<ExperimentConfig> withSettings(ExperimentConfig config, const std::vector<Setting>& settings)
{
    Faults faults;
    std::vector<Field> fields = configFields(config);
    for (const Setting& setting : kindsFirst(settings, fields)) {
        const std::size_t layers = config.network.layers.size();
        const Outcome outcome = applySetting(config, fields, setting);
        if (!outcome)
            faults.insert(faults.end(), outcome.faults().begin(), outcome.faults().end());
        else if (isKindKey(fields, setting) || config.network.layers.size() != layers)
            fields = configFields(config);
    }
    if (!faults.empty())
        return faults;
    return config;
}

std::vector<Field> fieldsOfEither(const ExperimentConfig& from, const ExperimentConfig& to)
{
    if (from.network.layers.empty() || !to.network.layers.empty())
        return configFields(to);
    ExperimentConfig listed = to;
    listed.network.layers.resize(static_cast<std::size_t>(to.network.depth));
    return configFields(listed);
}

std::vector<Setting> differences(const ExperimentConfig& from, const ExperimentConfig& to)
{
    std::vector<Setting> settings;
    ExperimentConfig current = from;
    // A layer that has lost what was its own differs as well.
    ExperimentConfig shape = to;
    shape.network.layers.resize(from.network.layers.empty() ? to.network.layers.size()
                                                            : static_cast<std::size_t>(to.network.depth));
    const auto compare = [&](bool kinds) {
        const std::vector<Field> fields = fieldsOfEither(from, to);
        for (const Field& field : fields) {
            const Value wanted = field.get(to);
            if (field.isKind != kinds || !field.used || field.get(current) == wanted)
                continue;
            settings.push_back({field.path, wanted});
            field.set(current, wanted);
        }
    };
    compare(true);
    compare(false);
    return settings;
}

std::vector<Setting> recordedDifferences(const ExperimentConfig& from, const ExperimentConfig& to)
{
    std::vector<Setting> settings = differences(from, to);
    std::erase_if(settings, [](const Setting& setting) {
        return setting.key == "training.steps_per_second" || setting.key == "title";
    });
    return settings;
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

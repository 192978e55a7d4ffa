// SPDX-License-Identifier: GPL-3.0-or-later
// How the fields of ConfigFields are made: of a number, of a parameter of a catalogue's row, of a choice among the
// rows. Used only by the files that fill the table, each with the fields of one part of the experiment.
#pragma once

#include "core/nn/Activation.h"
#include "core/train/ConfigFields.h"

#include <algorithm>
#include <type_traits>

namespace core
{

/// Those of `data`, `network`, and how it is trained: `initializer`, `loss`, `optimizer`, `training`, `probe`.
void addDataFields(std::vector<Field>& fields, const ExperimentConfig& config);
void addNetworkFields(std::vector<Field>& fields, const ExperimentConfig& config);
void addTrainingFields(std::vector<Field>& fields, const ExperimentConfig& config);

inline constexpr double kLargestWhole = 9007199254740991; // 2^53 − 1: exact as a JSON number, as all integers below it
inline constexpr double kLargest = 1e9;

struct Range {
    double minimum = 0;
    double maximum = 0;
    bool minimumAllowed = true;
    Scale scale = Scale::Linear;
    double sliderMinimum = minimum;
    double sliderMaximum = maximum;
};

/// The limits of a Range or of a catalogue's parameter.
template <class Limits>
void setRange(Field& field, const Limits& limits)
{
    field.minimum = limits.minimum;
    field.maximum = limits.maximum;
    field.minimumAllowed = limits.minimumAllowed;
    field.scale = limits.scale;
    field.sliderMinimum = limits.sliderMinimum;
    field.sliderMaximum = limits.sliderMaximum;
}

/// `access` finds the number in a config; it is called with const and non-const ones.
template <class Access>
Field numberField(std::string path, const Range& range, Access access)
{
    using Number = std::remove_cvref_t<decltype(access(std::declval<ExperimentConfig&>()))>;
    Field field;
    field.path = std::move(path);
    field.type = std::is_integral_v<Number> ? FieldType::Integer : FieldType::Number;
    setRange(field, range);
    field.get = [access](const ExperimentConfig& config) -> Value { return static_cast<double>(access(config)); };
    field.set = [access](ExperimentConfig& config, const Value& value) {
        access(config) = static_cast<Number>(std::get<double>(value));
    };
    field.defaultValue = field.get(ExperimentConfig{});
    return field;
}

template <class Row>
std::vector<std::string> idsOf(std::span<const Row> rows)
{
    std::vector<std::string> ids;
    for (const Row& row : rows)
        ids.emplace_back(row.id);
    return ids;
}

template <class Access>
Field parameterField(const std::string& prefix, const ParameterInfo& info, Access access)
{
    Field field;
    field.path = prefix + "." + std::string(info.name);
    setRange(field, info);
    const bool boolean = info.scale == Scale::Boolean;
    field.type = boolean ? FieldType::Boolean : info.scale == Scale::Integer ? FieldType::Integer : FieldType::Number;
    field.defaultValue = boolean ? Value(info.defaultValue != 0) : Value(info.defaultValue);
    field.get = [access, boolean, name = info.name, fallback = info.defaultValue](const ExperimentConfig& c) -> Value {
        const auto& parameters = access(c).parameters;
        const auto found = parameters.find(name);
        const double number = found == parameters.end() ? fallback : found->second;
        return boolean ? Value(number != 0) : Value(number);
    };
    field.set = [access, boolean, name = std::string(info.name)](ExperimentConfig& c, const Value& value) {
        const double number = boolean ? (std::get<bool>(value) ? 1.0 : 0.0) : std::get<double>(value);
        access(c).parameters.insert_or_assign(name, number);
    };
    return field;
}

/// The formula of a typed activation.
template <class Access>
Field expressionField(const std::string& prefix, Access access)
{
    Field field;
    field.path = prefix + ".expression";
    field.type = FieldType::Text;
    field.isFormula = true;
    field.defaultValue = std::string(kExpressionByDefault);
    field.get = [access](const ExperimentConfig& c) -> Value { return std::string(expressionOf(access(c))); };
    field.set = [access](ExperimentConfig& c, const Value& value) {
        access(c).expression = std::get<std::string>(value);
    };
    return field;
}

/// The kind of a Choice and the parameters of the row that it chooses.
template <class Row, class Access>
void addChoice(std::vector<Field>& fields, const ExperimentConfig& config, const std::string& prefix,
               std::span<const Row> rows, Access access, bool kindIsHot, bool parametersAreHot)
{
    Field kind;
    kind.path = prefix + ".kind";
    kind.type = FieldType::Name;
    kind.names = idsOf(rows);
    const ExperimentConfig defaults;
    kind.defaultValue = access(defaults).kind;
    kind.hot = kindIsHot;
    kind.isKind = true;
    kind.get = [access](const ExperimentConfig& c) -> Value { return access(c).kind; };
    kind.set = [access, rows](ExperimentConfig& c, const Value& value) {
        Choice& choice = access(c);
        choice.kind = std::get<std::string>(value);
        const Row* row = findRow(rows, choice.kind);
        std::erase_if(choice.parameters, [row](const auto& parameter) {
            return row == nullptr ||
                   std::none_of(row->parameters.begin(), row->parameters.end(),
                                [&](const ParameterInfo& info) { return info.name == parameter.first; });
        });
        if constexpr (requires { row->isTyped; })
            if (row == nullptr || !row->isTyped)
                choice.expression.clear();
    };
    fields.push_back(std::move(kind));
    const Row* chosen = findRow(rows, access(config).kind);
    if (chosen == nullptr)
        return;
    std::vector<bool> used(chosen->parameters.size(), true);
    if constexpr (requires { chosen->isTyped; })
        if (chosen->isTyped) {
            fields.push_back(expressionField(prefix, access));
            fields.back().hot = parametersAreHot;
            // a, b and c are there as far as they are typed.
            if (const Result<Expression> typed = Expression::parse(expressionOf(access(config))))
                for (std::size_t i = 0; i < used.size(); ++i)
                    used[i] = typed.value().uses(i);
        }
    for (std::size_t i = 0; i < used.size(); ++i) {
        fields.push_back(parameterField(prefix, chosen->parameters[i], access));
        fields.back().hot = parametersAreHot;
        fields.back().used = used[i];
    }
}

} // namespace core

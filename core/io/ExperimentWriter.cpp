// SPDX-License-Identifier: GPL-3.0-or-later
// The part of ConfigJson that writes.
#include "core/io/ConfigJson.h"
#include "core/io/ExperimentReader.h"
#include "core/train/ConfigFields.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <set>

namespace core
{

namespace
{

nlohmann::ordered_json jsonValue(const Value& value)
{
    if (const bool* truth = std::get_if<bool>(&value))
        return *truth;
    if (const double* number = std::get_if<double>(&value)) {
        // Whole numbers without ".0", as a person writes them.
        constexpr double kExact = 9007199254740992.0;
        if (std::trunc(*number) == *number && std::abs(*number) < kExact && !(*number == 0 && std::signbit(*number)))
            return static_cast<std::int64_t>(*number);
        return *number;
    }
    if (const auto* text = std::get_if<std::string>(&value))
        return *text;
    if (const auto* rows = std::get_if<NumberRows>(&value)) {
        auto list = nlohmann::ordered_json::array();
        for (const std::vector<double>& row : *rows) {
            auto numbers = nlohmann::ordered_json::array();
            for (const double number : row)
                numbers.push_back(jsonValue(number));
            list.push_back(std::move(numbers));
        }
        return list;
    }
    return nullptr;
}

/// A name's member of an object, a number's place in a list.
nlohmann::ordered_json& childOf(nlohmann::ordered_json& parent, std::string_view name)
{
    std::size_t index = 0;
    if (std::from_chars(name.data(), name.data() + name.size(), index).ec == std::errc())
        return parent[index];
    return parent[std::string(name)];
}

void put(nlohmann::ordered_json& object, std::string_view path, const Value& value)
{
    nlohmann::ordered_json* place = &object;
    for (auto dot = path.find('.'); dot != std::string_view::npos; dot = path.find('.')) {
        place = &childOf(*place, path.substr(0, dot));
        path.remove_prefix(dot + 1);
    }
    childOf(*place, path) = jsonValue(value);
}

/// The bare value that may stand for the object of this group, or nullptr: "normalization": "none", "dropout": 0.1.
const Field* bareField(const std::vector<Field>& fields, const ExperimentConfig& config, const std::string& group)
{
    const Field* bare = findField(fields, shortForm(group));
    const Field* kind = findField(fields, group + ".kind");
    if (bare == nullptr || kind == nullptr || shortForm(group) == group)
        return nullptr;
    // With a kind of its own or with more than one key the object is needed.
    const bool isWhole = bare == kind ? keysIn(fields, group) == "kind" : kind->get(config) == Value("dropout");
    return isWhole ? bare : nullptr;
}

/// Finds the fields whose values a config says itself, and that the defaults do not say already.
class GivenFields
{
public:
    explicit GivenFields(const ExperimentConfig& config)
        : m_config(config)
    {
        m_built.network.layers.resize(config.network.layers.size());
        const std::vector<Field> fields = configFields(config);
        for (const bool kinds : {true, false}) // as readers do
            for (const Field& field : fields)
                if (field.isKind == kinds)
                    look(field);
    }

    [[nodiscard]] bool contains(const Field& field) const { return m_given.contains(field.path); }

private:
    void look(const Field& field)
    {
        const Value value = field.get(m_config);
        if (std::holds_alternative<std::monostate>(value))
            return;
        // What is only implied would become a value of its own.
        ExperimentConfig said = m_config;
        field.set(said, value);
        ExperimentConfig built = m_built;
        field.set(built, value);
        if (said != m_config || built == m_built)
            return;
        m_built = std::move(built);
        m_given.insert(field.path);
    }

    const ExperimentConfig& m_config;
    ExperimentConfig m_built; ///< the defaults, and what is given
    std::set<std::string> m_given;
};

/// The fields for which `isWanted`.
template <class Predicate>
nlohmann::ordered_json fieldsToJson(const ExperimentConfig& config, Predicate isWanted)
{
    auto json = nlohmann::ordered_json::object();
    const std::vector<Field> fields = configFields(config);
    for (const Field& field : fields) {
        if (!isWanted(field))
            continue;
        const std::string group = field.path.substr(0, field.path.rfind('.'));
        const Field* bare = bareField(fields, config, group);
        if (bare == nullptr || bare == &field)
            put(json, bare != nullptr ? group : field.path, field.get(config));
    }
    // A layer without anything of its own is an empty object.
    for (std::size_t layer = 0; layer < config.network.layers.size(); ++layer)
        if (nlohmann::ordered_json& own = json["network"]["layers"][layer]; own.is_null())
            own = nlohmann::ordered_json::object();
    return json;
}

nlohmann::ordered_json changesToJson(const ExperimentConfig& config)
{
    auto json = nlohmann::ordered_json::array();
    for (const Change& change : config.changes)
        json.push_back({{"step", change.step}, {"set", settingsToJson(change.set)}});
    return json;
}

} // namespace

/// One entry a line, but rows of numbers on one line each, as a person writes them.
std::string indentedText(const nlohmann::ordered_json& json, int depth)
{
    const bool isRow = json.is_array() && std::all_of(json.begin(), json.end(), [](auto& e) { return e.is_number(); });
    // What a title was typed with may be no UTF-8.
    if (!json.is_structured() || json.empty() || isRow) {
        std::string text = json.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
        for (std::size_t comma = text.find(','); isRow && comma != std::string::npos; comma = text.find(',', comma + 1))
            text.insert(comma + 1, " ");
        return text;
    }
    const std::string margin(static_cast<std::size_t>(2 * depth + 2), ' ');
    std::string text;
    for (const auto& [key, value] : json.items()) {
        text += (text.empty() ? "\n" : ",\n") + margin;
        if (json.is_object())
            text += nlohmann::json(key).dump() + ": ";
        text += indentedText(value, depth + 1);
    }
    text += "\n" + margin.substr(2);
    return json.is_object() ? "{" + text + "}" : "[" + text + "]";
}

nlohmann::ordered_json settingsToJson(const std::vector<Setting>& settings)
{
    auto json = nlohmann::ordered_json::object();
    for (const Setting& setting : settings)
        json[setting.key] = jsonValue(setting.value);
    return json;
}

nlohmann::ordered_json experimentToJson(const ExperimentConfig& config)
{
    nlohmann::ordered_json json;
    json["format"] = kExperimentFormat;
    json["version"] = static_cast<int>(kExperimentVersion);
    json.update(fieldsToJson(config, [&config](const Field& field) {
        return field.used && !field.implied && !std::holds_alternative<std::monostate>(field.get(config));
    }));
    json["changes"] = changesToJson(config);
    return json;
}

nlohmann::ordered_json givenToJson(const ExperimentConfig& config)
{
    const GivenFields given(config);
    nlohmann::ordered_json json = fieldsToJson(config, [&given](const Field& field) { return given.contains(field); });
    if (!config.changes.empty())
        json["changes"] = changesToJson(config);
    return json;
}

std::string experimentToText(const ExperimentConfig& config)
{
    return indentedText(experimentToJson(config)) + "\n";
}

} // namespace core

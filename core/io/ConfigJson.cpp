// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/ConfigJson.h"

#include "core/base/AtomicFile.h"
#include "core/data/DataPath.h"
#include "core/io/JsonTree.h"
#include "core/train/ConfigCheck.h"
#include "core/train/ConfigFields.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <map>
#include <optional>

namespace core
{

namespace
{

constexpr std::string_view kLayers = "network.layers";
constexpr std::string_view kFormat = "actiscope-experiment";
constexpr double kVersion = 1;
constexpr std::size_t kMostFaults = 1000; // a hostile file may hold a million

struct PlacedSetting {
    Setting setting;
    std::string written; ///< as the file has it
    int line = 0;
};

/// The numbers of a list, or nothing if there is anything else in it.
std::optional<std::vector<double>> rowOf(const JsonNode& list)
{
    if (list.kind != JsonNode::Kind::Array)
        return std::nullopt;
    std::vector<double> numbers;
    for (const JsonMember& member : list.members) {
        if (member.value.kind != JsonNode::Kind::Number)
            return std::nullopt;
        numbers.push_back(member.value.number);
    }
    return numbers;
}

/// Takes the settings out of a tree and applies them, gathering every fault.
class ExperimentReader
{
public:
    Result<ExperimentConfig> read(const JsonNode& root, Faults duplicates)
    {
        for (Fault& fault : duplicates)
            add(std::move(fault), 0);
        if (root.kind != JsonNode::Kind::Object || !isExperiment(root)) {
            add({FaultCode::NotAnExperiment, "", {}}, root.line);
            return m_faults;
        }
        m_fields = configFields(m_config);
        for (const JsonMember& member : root.members) {
            if (member.key == "format" || member.key == "version")
                continue;
            if (member.key == "changes")
                takeChanges(member.value);
            else
                take(m_settings, member, "", "");
        }
        applySettings();
        checkAll();
        if (!m_faults.empty())
            return sortedFaults();
        return m_config;
    }

private:
    static const JsonNode* member(const JsonNode& object, std::string_view key)
    {
        for (const JsonMember& member : object.members)
            if (member.key == key)
                return &member.value;
        return nullptr;
    }

    /// Whether to go on reading: a file of some other program would only give a flood of unknown keys.
    bool isExperiment(const JsonNode& root)
    {
        const JsonNode* format = member(root, "format");
        const JsonNode* version = member(root, "version");
        if (format == nullptr && version == nullptr)
            return false;
        if (format == nullptr)
            add({FaultCode::NotAnExperiment, "format", {}}, root.line);
        else if (format->kind != JsonNode::Kind::String || format->text != kFormat)
            add({FaultCode::NotAnExperiment, "format", {}}, format->line);
        if (version == nullptr)
            add({FaultCode::MissingKey, "version", {"integer"}}, root.line);
        else if (version->kind != JsonNode::Kind::Number)
            add({FaultCode::WrongType, "version", {version->shown(), "integer"}}, version->line);
        else if (version->number != kVersion)
            add({FaultCode::UnsupportedVersion, "version", {version->shown(), valueText(kVersion)}}, version->line);
        return true;
    }

    /// One key with all that is under it. `prefix` leads the path in messages (recorded changes), `group` is the path
    /// of the object that the key stands in.
    void take(std::vector<PlacedSetting>& settings, const JsonMember& member, const std::string& prefix,
              const std::string& group)
    {
        const std::string path = joinPath(group, member.key);
        // Only a recorded change may name a value by its path; elsewhere the objects are the path.
        const bool mayBePath = !prefix.empty() && group.empty();
        if (member.key.empty() || (!mayBePath && member.key.find('.') != std::string::npos)) {
            add({FaultCode::UnknownKey, prefix + path, {keysIn(m_fields, group), group}}, member.line);
            return;
        }
        const JsonNode& node = member.value;
        if (path == kLayers && prefix.empty()) {
            takeLayers(settings, node);
            return;
        }
        const bool isGroup = !keysIn(m_fields, path).empty();
        if (node.kind == JsonNode::Kind::Object && isGroup) {
            m_lines.emplace(prefix + path, member.line);
            for (const JsonMember& inner : node.members)
                take(settings, inner, prefix, path);
            return;
        }
        const Field* field = findField(m_fields, path);
        if (field == nullptr && isGroup) {
            Fault fault{FaultCode::WrongType, prefix + path, {node.shown(), "object"}};
            if (const Field* kind = kindFieldBeside(m_fields, path + "."); kind != nullptr)
                fault.details.push_back(kind->path);
            add(std::move(fault), node.line);
            return;
        }
        Value value;
        switch (node.kind) {
        case JsonNode::Kind::Boolean:
            value = node.truth;
            break;
        case JsonNode::Kind::Number:
            value = node.number;
            break;
        case JsonNode::Kind::String:
            value = node.text;
            break;
        case JsonNode::Kind::Array:
            if (field == nullptr || field->type == FieldType::Points) { // of another kind, it is known later
                value = takeRows(node, path);
                break;
            }
            [[fallthrough]];
        case JsonNode::Kind::Null:
        case JsonNode::Kind::Object:
            if (field != nullptr) {
                add({FaultCode::WrongType, prefix + path, {node.shown(), std::string(field->typeName())}}, node.line);
                return;
            }
        }
        m_lines.emplace(prefix + path, node.line);
        m_lines.emplace(prefix + shortForm(path), node.line);
        const int line = field == nullptr ? member.line : node.line;
        settings.push_back({{path, value}, node.shown(), line});
    }

    /// One object for each hidden layer.
    void takeLayers(std::vector<PlacedSetting>& settings, const JsonNode& list)
    {
        if (list.kind != JsonNode::Kind::Array) {
            add({FaultCode::WrongType, std::string(kLayers), {list.shown(), "array"}}, list.line);
            return;
        }
        const std::size_t count = std::min(list.members.size(), kMostLayers);
        m_config.network.layers.resize(count);
        m_fields = configFields(m_config);
        m_lines.emplace(kLayers, list.line);
        if (list.members.size() > count)
            add({FaultCode::OutOfRange,
                 std::string(kLayers),
                 {std::to_string(list.members.size()), "0 … " + std::to_string(kMostLayers)}},
                list.line);
        for (std::size_t i = 0; i < count; ++i) {
            const JsonNode& layer = list.members[i].value;
            const std::string path = joinPath(kLayers, std::to_string(i));
            if (layer.kind != JsonNode::Kind::Object)
                add({FaultCode::WrongType, path, {layer.shown(), "object"}}, layer.line);
            else
                for (const JsonMember& inner : layer.members)
                    take(settings, inner, "", path);
        }
    }

    /// Rows of numbers; what is none becomes an empty one, which no list allows.
    NumberRows takeRows(const JsonNode& list, const std::string& path)
    {
        NumberRows rows;
        for (std::size_t at = 0; at < list.members.size(); ++at) {
            const JsonNode& row = list.members[at].value;
            std::optional<std::vector<double>> numbers = rowOf(row);
            m_rows.insert_or_assign(joinPath(path, std::to_string(at)),
                                    WrittenRow{row.line, numbers ? rowText(*numbers) : row.shown()});
            rows.push_back(std::move(numbers).value_or(std::vector<double>()));
        }
        return rows;
    }

    void applySettings()
    {
        const auto isKind = [this](const PlacedSetting& s) {
            const Field* field = findField(m_fields, fullPath(s.setting.key, s.setting.value));
            return field != nullptr && field->isKind;
        };
        std::stable_partition(m_settings.begin(), m_settings.end(), isKind);
        std::vector<std::string> unknownKinds; // groups whose kind was refused: what else they may hold is unknown
        for (const PlacedSetting& placed : m_settings) {
            const bool kind = isKind(placed);
            const Outcome outcome = applySetting(m_config, m_fields, placed.setting);
            if (outcome) {
                if (kind)
                    m_fields = configFields(m_config);
                continue;
            }
            const std::string key = shortForm(placed.setting.key);
            const std::string group = key.substr(0, key.rfind('.'));
            if (kind)
                unknownKinds.push_back(group);
            else if (outcome.faults().front().code == FaultCode::KeyOfAnotherKind &&
                     std::find(unknownKinds.begin(), unknownKinds.end(), group) != unknownKinds.end())
                continue;
            for (const Fault& fault : outcome.faults())
                addPlaced(fault, placed);
        }
    }

    /// A fault of a setting, or of one of the rows of its list.
    void addPlaced(Fault fault, const PlacedSetting& placed)
    {
        const std::string& key = placed.setting.key;
        const std::string row = fault.where.size() > key.size() && fault.where.starts_with(key)
                                    ? fault.where.substr(0, fault.where.find('.', key.size() + 1))
                                    : std::string();
        const auto written = m_rows.find(row);
        if (written != m_rows.end()) {
            fault.line = written->second.line;
            if (fault.where == row)
                fault.details.front() = written->second.shown;
        } else if (fault.code == FaultCode::WrongType || fault.code == FaultCode::OutOfRange) {
            fault.details.front() = placed.written;
        }
        add(std::move(fault), placed.line);
    }

    void takeChanges(const JsonNode& list)
    {
        if (list.kind != JsonNode::Kind::Array) {
            add({FaultCode::WrongType, "changes", {list.shown(), "array"}}, list.line);
            return;
        }
        for (std::size_t i = 0; i < list.members.size(); ++i)
            takeChange(list.members[i].value, "changes." + std::to_string(i));
    }

    void takeChange(const JsonNode& node, const std::string& path)
    {
        Change change;
        // Where the step is at fault, that is said; the earliest step that could stand there brings no second fault.
        change.step = m_config.changes.empty() ? 0 : m_config.changes.back().step;
        if (node.kind != JsonNode::Kind::Object) {
            add({FaultCode::WrongType, path, {node.shown(), "object"}}, node.line);
            return;
        }
        m_lines.emplace(path, node.line);
        for (const JsonMember& inner : node.members)
            if (inner.key != "step" && inner.key != "set")
                add({FaultCode::UnknownKey, joinPath(path, inner.key), {"step, set", path}}, inner.line);
        takeStep(change, node, path + ".step");
        const JsonNode* set = member(node, "set");
        if (set == nullptr)
            add({FaultCode::MissingKey, path + ".set", {"object"}}, node.line);
        else if (set->kind != JsonNode::Kind::Object)
            add({FaultCode::WrongType, path + ".set", {set->shown(), "object"}}, set->line);
        else {
            std::vector<PlacedSetting> settings;
            for (const JsonMember& inner : set->members)
                take(settings, inner, path + ".set.", "");
            for (const PlacedSetting& placed : settings)
                change.set.push_back(placed.setting);
        }
        m_config.changes.push_back(std::move(change));
    }

    void takeStep(Change& change, const JsonNode& node, const std::string& path)
    {
        const JsonNode* step = member(node, "step");
        if (step == nullptr)
            add({FaultCode::MissingKey, path, {"integer"}}, node.line);
        else if (step->kind != JsonNode::Kind::Number || std::trunc(step->number) != step->number)
            add({FaultCode::WrongType, path, {step->shown(), "integer"}}, step->line);
        else if (std::abs(step->number) > kLargestStep)
            add({FaultCode::OutOfRange, path, {step->shown(), "0 … " + std::to_string(kLargestStep)}}, step->line);
        else {
            change.step = static_cast<std::int64_t>(step->number);
            m_lines.emplace(path, step->line);
        }
    }

    void checkAll()
    {
        for (Fault fault : checkConfig(m_config)) {
            // Points that were refused are not missing.
            const auto isRefused = [&](const Fault& told) { return told.where.starts_with(fault.where); };
            if (fault.code == FaultCode::NoSamples && std::any_of(m_faults.begin(), m_faults.end(), isRefused))
                continue;
            const auto line = m_lines.find(fault.where);
            add(std::move(fault), line == m_lines.end() ? 0 : line->second);
        }
    }

    void add(Fault fault, int line)
    {
        if (fault.line == 0)
            fault.line = line;
        if (m_faults.size() < kMostFaults)
            m_faults.push_back(std::move(fault));
    }

    Faults sortedFaults()
    {
        std::stable_sort(m_faults.begin(), m_faults.end(),
                         [](const Fault& a, const Fault& b) { return a.line < b.line; });
        return m_faults;
    }

    ExperimentConfig m_config;
    std::vector<Field> m_fields;
    std::vector<PlacedSetting> m_settings;
    struct WrittenRow {
        int line = 0;
        std::string shown;
    };
    std::map<std::string, WrittenRow, std::less<>> m_rows; ///< of lists of numbers, by path
    std::map<std::string, int, std::less<>> m_lines;       ///< path → line, for faults that are found later
    Faults m_faults;
};

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

/// An object becomes one setting a key, a list of objects one setting a place and key, and rows of numbers are one
/// value.
Outcome flatten(std::vector<Setting>& settings, const std::string& path, const JsonNode& node)
{
    switch (node.kind) {
    case JsonNode::Kind::Object:
        for (const JsonMember& inner : node.members)
            if (Outcome outcome = flatten(settings, joinPath(path, inner.key), inner.value); !outcome)
                return outcome;
        break;
    case JsonNode::Kind::Boolean:
        settings.push_back({path, node.truth});
        break;
    case JsonNode::Kind::Number:
        settings.push_back({path, node.number});
        break;
    case JsonNode::Kind::String:
        settings.push_back({path, node.text});
        break;
    case JsonNode::Kind::Null:
        settings.push_back({path, {}});
        break;
    case JsonNode::Kind::Array: {
        if (!node.members.empty() && node.members.front().value.kind == JsonNode::Kind::Object) {
            for (std::size_t i = 0; i < node.members.size(); ++i)
                if (Outcome outcome = flatten(settings, joinPath(path, std::to_string(i)), node.members[i].value);
                    !outcome)
                    return outcome;
            break;
        }
        NumberRows rows;
        for (const JsonMember& inner : node.members) {
            std::optional<std::vector<double>> row = rowOf(inner.value);
            if (!row)
                return Fault{FaultCode::BadArgument, path, {node.shown(), "KEY=VALUE"}};
            rows.push_back(std::move(*row));
        }
        settings.push_back({path, std::move(rows)});
        break;
    }
    }
    return Done{};
}

} // namespace

Result<ExperimentConfig> parseExperiment(std::string_view text, const std::string& folder)
{
    if (text.size() > kLargestExperimentText)
        return Fault{FaultCode::FileTooLarge, "", {std::to_string(kLargestExperimentText / 1'000'000)}};
    Faults duplicates;
    Result<JsonNode> root = parseJson(text, duplicates);
    if (!root) {
        duplicates.resize(std::min(duplicates.size(), kMostFaults));
        duplicates.insert(duplicates.end(), root.faults().begin(), root.faults().end());
        return duplicates;
    }
    Result<ExperimentConfig> config = ExperimentReader().read(root.value(), std::move(duplicates));
    if (config)
        config.value().data.folder = folder;
    return config;
}

Result<ExperimentConfig> readExperiment(const std::string& path)
{
    const Result<std::string> text = readWholeFile(path, kLargestExperimentText);
    if (!text)
        return text.faults();
    return parseExperiment(text.value(), folderOf(path));
}

nlohmann::ordered_json experimentToJson(const ExperimentConfig& config)
{
    nlohmann::ordered_json json;
    json["format"] = kFormat;
    json["version"] = static_cast<int>(kVersion);
    const std::vector<Field> fields = configFields(config);
    for (const Field& field : fields) {
        const Value value = field.get(config);
        if (!field.used || field.implied || std::holds_alternative<std::monostate>(value))
            continue;
        const std::string group = field.path.substr(0, field.path.rfind('.'));
        const Field* bare = bareField(fields, config, group);
        if (bare == nullptr || bare == &field)
            put(json, bare != nullptr ? group : field.path, value);
    }
    // A layer without anything of its own is an empty object.
    for (std::size_t layer = 0; layer < config.network.layers.size(); ++layer)
        if (nlohmann::ordered_json& own = json["network"]["layers"][layer]; own.is_null())
            own = nlohmann::ordered_json::object();
    json["changes"] = nlohmann::ordered_json::array();
    for (const Change& change : config.changes) {
        nlohmann::ordered_json set = nlohmann::ordered_json::object();
        for (const Setting& setting : change.set)
            set[setting.key] = jsonValue(setting.value);
        json["changes"].push_back({{"step", change.step}, {"set", std::move(set)}});
    }
    return json;
}

namespace
{

/// One entry a line, but rows of numbers on one line each, as a person writes them.
std::string indented(const nlohmann::ordered_json& json, int depth)
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
        text += indented(value, depth + 1);
    }
    text += "\n" + margin.substr(2);
    return json.is_object() ? "{" + text + "}" : "[" + text + "]";
}

} // namespace

std::string experimentToText(const ExperimentConfig& config)
{
    return indented(experimentToJson(config), 0) + "\n";
}

Result<std::vector<Setting>> parseSetting(std::string_view argument)
{
    const auto equals = argument.find('=');
    if (equals == std::string_view::npos || equals == 0)
        return Fault{FaultCode::BadArgument, "--set", {std::string(argument), "KEY=VALUE"}};
    const std::string key(argument.substr(0, equals));
    const std::string_view text = argument.substr(equals + 1);
    std::vector<Setting> settings;
    Faults duplicates;
    const Result<JsonNode> value = parseJson(text, duplicates);
    if (!duplicates.empty())
        return duplicates;
    if (!value)
        return std::vector<Setting>{{key, std::string(text)}};
    const Outcome outcome = flatten(settings, key, value.value());
    if (!outcome)
        return outcome.faults();
    return settings;
}

} // namespace core

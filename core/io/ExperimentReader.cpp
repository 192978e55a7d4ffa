// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/ExperimentReader.h"

#include "core/train/ConfigCheck.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace core
{

namespace
{

constexpr std::string_view kLayers = "network.layers";

/// The value of this key, or null.
const JsonNode* member(const JsonNode& object, std::string_view key)
{
    for (const JsonMember& member : object.members)
        if (member.key == key)
            return &member.value;
    return nullptr;
}

} // namespace

Result<ExperimentConfig> ExperimentReader::read(const JsonNode& root, Faults duplicates)
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

bool ExperimentReader::isExperiment(const JsonNode& root)
{
    const JsonNode* format = member(root, "format");
    const JsonNode* version = member(root, "version");
    if (format == nullptr && version == nullptr)
        return false;
    if (format == nullptr)
        add({FaultCode::NotAnExperiment, "format", {}}, root.line);
    else if (format->kind != JsonNode::Kind::String || format->text != kExperimentFormat)
        add({FaultCode::NotAnExperiment, "format", {}}, format->line);
    if (version == nullptr)
        add({FaultCode::MissingKey, "version", {"integer"}}, root.line);
    else if (version->kind != JsonNode::Kind::Number)
        add({FaultCode::WrongType, "version", {version->shown(), "integer"}}, version->line);
    else if (version->number != kExperimentVersion)
        add({FaultCode::UnsupportedVersion, "version", {version->shown(), valueText(kExperimentVersion)}},
            version->line);
    return true;
}

void ExperimentReader::take(std::vector<PlacedSetting>& settings, const JsonMember& member, const std::string& prefix,
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

void ExperimentReader::takeLayers(std::vector<PlacedSetting>& settings, const JsonNode& list)
{
    if (list.kind != JsonNode::Kind::Array) {
        add({FaultCode::WrongType, std::string(kLayers), {list.shown(), "array"}}, list.line);
        return;
    }
    const std::size_t count = std::min(list.members.size(), kMostLayers);
    m_config.network.layers.resize(count);
    m_fields = configFields(m_config);
    m_lines.emplace(kLayers, list.line);
    m_emptyLayersLine = count == 0 ? list.line : 0;
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

NumberRows ExperimentReader::takeRows(const JsonNode& list, const std::string& path)
{
    NumberRows rows;
    for (std::size_t at = 0; at < list.members.size(); ++at) {
        const JsonNode& row = list.members[at].value;
        std::optional<std::vector<double>> numbers = numbersOf(row);
        m_rows.insert_or_assign(joinPath(path, std::to_string(at)),
                                WrittenRow{row.line, numbers ? rowText(*numbers) : row.shown()});
        rows.push_back(std::move(numbers).value_or(std::vector<double>()));
    }
    return rows;
}

void ExperimentReader::applySettings()
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

void ExperimentReader::addPlaced(Fault fault, const PlacedSetting& placed)
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

void ExperimentReader::takeChanges(const JsonNode& list)
{
    if (list.kind != JsonNode::Kind::Array) {
        add({FaultCode::WrongType, "changes", {list.shown(), "array"}}, list.line);
        return;
    }
    for (std::size_t i = 0; i < list.members.size(); ++i)
        takeChange(list.members[i].value, "changes." + std::to_string(i));
}

void ExperimentReader::takeChange(const JsonNode& node, const std::string& path)
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

void ExperimentReader::takeStep(Change& change, const JsonNode& node, const std::string& path)
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

void ExperimentReader::checkAll()
{
    // To the config an empty list is none.
    if (m_emptyLayersLine > 0 && m_config.network.depth > 0)
        add({FaultCode::DepthFixedByLayers, "network.depth", {std::to_string(m_config.network.depth), "0"}},
            m_emptyLayersLine);
    for (Fault fault : checkConfig(m_config)) {
        // What was refused is not missing.
        const auto isRefused = [&](const Fault& told) { return told.where.starts_with(fault.where); };
        const bool isMissing = fault.code == FaultCode::NoSamples || fault.code == FaultCode::MissingKey;
        if (isMissing && std::any_of(m_faults.begin(), m_faults.end(), isRefused))
            continue;
        const auto line = m_lines.find(fault.where);
        add(std::move(fault), line == m_lines.end() ? 0 : line->second);
    }
}

void ExperimentReader::add(Fault fault, int line)
{
    if (fault.line == 0)
        fault.line = line;
    if (m_faults.size() < kMostFaults)
        m_faults.push_back(std::move(fault));
}

Faults ExperimentReader::sortedFaults()
{
    std::stable_sort(m_faults.begin(), m_faults.end(), [](const Fault& a, const Fault& b) { return a.line < b.line; });
    return m_faults;
}

} // namespace core

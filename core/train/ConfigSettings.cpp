// SPDX-License-Identifier: GPL-3.0-or-later
// The part of ConfigFields that uses the table: finding, setting and comparing.
#include "core/train/ConfigFields.h"

#include <algorithm>

namespace core
{

namespace
{

std::string_view groupOf(std::string_view path)
{
    const auto dot = path.rfind('.');
    return dot == std::string_view::npos ? std::string_view() : path.substr(0, dot);
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
    if (field == nullptr && !setting.key.empty() && !keysIn(fields, setting.key).empty()) {
        Fault fault{FaultCode::WrongType, setting.key, {valueText(setting.value), "object"}};
        if (const Field* kind = kindFieldBeside(fields, setting.key + "."); kind != nullptr)
            fault.details.push_back(kind->path);
        return fault;
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

std::vector<Field> fieldsOfAllKinds()
{
    const std::vector<Field> base = configFields({});
    std::vector<Field> all = base;
    const auto isNew = [&all](const Field& field) {
        return std::none_of(all.begin(), all.end(), [&](const Field& known) { return known.path == field.path; });
    };
    for (const Field& chooser : base) {
        if (!chooser.isKind)
            continue;
        for (const std::string& name : chooser.names) {
            ExperimentConfig other;
            chooser.set(other, name);
            for (const Field& field : configFields(other)) {
                if (!isNew(field))
                    continue;
                const std::string group = std::string(groupOf(field.path)) + '.';
                const auto last = std::find_if(
                    all.rbegin(), all.rend(), [&group](const Field& before) { return before.path.starts_with(group); });
                all.insert(last.base(), field);
            }
        }
    }
    return all;
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

} // namespace core

// SPDX-License-Identifier: GPL-3.0-or-later
// The part of ConfigJson that reads: texts and files of experiments, and single settings as they are typed.
#include "core/io/ConfigJson.h"

#include "core/base/AtomicFile.h"
#include "core/data/DataPath.h"
#include "core/io/ExperimentReader.h"
#include "core/io/JsonTree.h"

#include <algorithm>
#include <optional>

namespace core
{

namespace
{

/// An object becomes one setting a key, a list of objects one setting a place and key, and rows of numbers are one
/// value.
Outcome flatten(std::vector<Setting>& settings, const std::string& path, const JsonNode& node)
{
    switch (node.kind) {
    case JsonNode::Kind::Object:
        if (node.members.empty()) // nothing would be set, and nothing said
            return Fault{FaultCode::BadArgument, path, {node.shown(), "{\"KEY\": VALUE}"}};
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
        // Without any row in it, it is told together with what belongs there.
        const bool hasRows = std::any_of(node.members.begin(), node.members.end(), [](const JsonMember& inner) {
            return inner.value.kind == JsonNode::Kind::Array;
        });
        if (!hasRows) {
            settings.push_back({path, NumberRows(node.members.size())});
            break;
        }
        NumberRows rows;
        for (const JsonMember& inner : node.members) {
            std::optional<std::vector<double>> row = numbersOf(inner.value);
            if (!row)
                return Fault{FaultCode::BadArgument, path, {inner.value.shown(), "[1, 2, 0]"}};
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

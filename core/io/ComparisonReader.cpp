// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/ComparisonReader.h"

#include "core/base/NumberText.h"
#include "core/io/ConfigJson.h"
#include "core/io/ExperimentReader.h"
#include "core/io/SweepCsv.h"
#include "core/train/ConfigCheck.h"
#include "core/train/ConfigFields.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace core
{

namespace
{

constexpr const char* kKeys = "format, version, title, experiment, set, vary, seeds, accuracies, evaluate_every, steps";

bool isWhole(const JsonNode& node, double least, double most)
{
    return node.kind == JsonNode::Kind::Number && std::trunc(node.number) == node.number && node.number >= least &&
           node.number <= most;
}

const JsonNode* memberOf(const JsonNode& object, std::string_view key)
{
    for (const JsonMember& member : object.members)
        if (member.key == key)
            return &member.value;
    return nullptr;
}

/// The node with the head of an experiment file, which it need not have within a comparison.
JsonNode withHead(JsonNode experiment)
{
    if (memberOf(experiment, "format") != nullptr || memberOf(experiment, "version") != nullptr)
        return experiment;
    JsonNode format;
    format.kind = JsonNode::Kind::String;
    format.text = kExperimentFormat;
    JsonNode version;
    version.kind = JsonNode::Kind::Number;
    version.number = kExperimentVersion;
    experiment.members.push_back({"format", experiment.line, format});
    experiment.members.push_back({"version", experiment.line, version});
    return experiment;
}

/// As it would be typed behind "KEY=": words without quotes, where they are no JSON by themselves.
std::string typedText(const JsonNode& node)
{
    if (node.kind == JsonNode::Kind::String && !node.text.empty() &&
        node.text.find_first_of("\r\n") == std::string::npos) {
        Faults duplicates;
        if (!parseJson(node.text, duplicates))
            return node.text;
    }
    return compactText(node);
}

bool isSetting(const Setting& setting, const Fault& fault)
{
    const bool isKey = setting.key == fault.where || fault.where.starts_with(setting.key + '.');
    return isKey && (fault.details.empty() || valueText(setting.value) == fault.details.front());
}

} // namespace

Result<ComparisonPlan> ComparisonReader::read(const JsonNode& root, Faults duplicates, const std::string& folder)
{
    for (Fault& fault : duplicates)
        add(std::move(fault), 0);
    if (memberOf(root, "version") == nullptr)
        add({FaultCode::MissingKey, "version", {"integer"}}, root.line);
    if (memberOf(root, "seeds") == nullptr)
        add({FaultCode::MissingKey, "seeds", {"array"}}, root.line);
    for (const JsonMember& member : root.members)
        take(member);
    if (const JsonNode* count = memberOf(root, "steps")) // after the experiment, wherever it stands
        if (const auto whole = steps(*count, "steps", 0))
            m_plan.experiment.training.steps = *whole;
    m_plan.experiment.data.folder = folder;
    if (m_faults.empty())
        checkCombinations();
    if (m_faults.empty())
        return std::move(m_plan);
    std::stable_sort(m_faults.begin(), m_faults.end(), [](const Fault& a, const Fault& b) { return a.line < b.line; });
    return m_faults;
}

void ComparisonReader::take(const JsonMember& member)
{
    using Take = void (ComparisonReader::*)(const JsonNode&);
    struct Row {
        std::string_view key;
        Take take;
    };
    static constexpr std::array<Row, 7> kRows{{
        {"version", &ComparisonReader::takeVersion},
        {"title", &ComparisonReader::takeTitle},
        {"experiment", &ComparisonReader::takeExperiment},
        {"set", &ComparisonReader::takeSet},
        {"vary", &ComparisonReader::takeVary},
        {"seeds", &ComparisonReader::takeSeeds},
        {"accuracies", &ComparisonReader::takeAccuracies},
    }};
    const auto row = std::find_if(kRows.begin(), kRows.end(), [&](const Row& r) { return r.key == member.key; });
    if (row != kRows.end())
        (this->*row->take)(member.value);
    else if (member.key == "evaluate_every")
        m_plan.options.evaluateEvery = steps(member.value, "evaluate_every", 1);
    else if (member.key != "format" && member.key != "steps")
        add({FaultCode::UnknownKey, member.key, {kKeys, ""}}, member.line);
}

void ComparisonReader::takeVersion(const JsonNode& node)
{
    if (node.kind != JsonNode::Kind::Number)
        add({FaultCode::WrongType, "version", {node.shown(), "integer"}}, node.line);
    else if (node.number != kComparisonVersion)
        add({FaultCode::UnsupportedVersion, "version", {node.shown(), valueText(kComparisonVersion)}}, node.line);
}

void ComparisonReader::takeTitle(const JsonNode& node)
{
    if (node.kind == JsonNode::Kind::String)
        m_plan.title = node.text;
    else
        add({FaultCode::WrongType, "title", {node.shown(), "string"}}, node.line);
}

void ComparisonReader::takeExperiment(const JsonNode& node)
{
    m_experimentLine = node.line;
    if (node.kind != JsonNode::Kind::Object) {
        add({FaultCode::WrongType, "experiment", {node.shown(), "object"}}, node.line);
        return;
    }
    Result<ExperimentConfig> config = ExperimentReader().read(withHead(node), {});
    if (config) {
        m_plan.experiment = std::move(config).value();
        return;
    }
    for (Fault fault : config.faults()) {
        fault.where = joinPath("experiment", fault.where);
        add(std::move(fault), node.line);
    }
}

void ComparisonReader::takeSet(const JsonNode& node)
{
    m_setLine = node.line;
    if (node.kind != JsonNode::Kind::Object) {
        add({FaultCode::WrongType, "set", {node.shown(), "object"}}, node.line);
        return;
    }
    for (const JsonMember& member : node.members)
        if (const std::optional<SweepLevel> value = level(member.key, member.value, joinPath("set", member.key)))
            m_plan.settings.insert(m_plan.settings.end(), value->settings.begin(), value->settings.end());
}

void ComparisonReader::takeVary(const JsonNode& node)
{
    if (node.kind != JsonNode::Kind::Object) {
        add({FaultCode::WrongType, "vary", {node.shown(), "object"}}, node.line);
        return;
    }
    for (const JsonMember& member : node.members)
        takeAxis(member);
    const auto text = [](double number) { return std::to_string(static_cast<std::int64_t>(number)); };
    if (const double count = combinationsOf(m_plan.axes); count > kMostCombinations)
        add({FaultCode::OutOfRange, "vary", {text(std::min(count, 1e18)), "1 … " + text(kMostCombinations)}},
            node.line);
}

void ComparisonReader::takeAxis(const JsonMember& member)
{
    const std::string path = joinPath("vary", member.key);
    const JsonNode& list = member.value;
    if (list.kind != JsonNode::Kind::Array) {
        add({FaultCode::WrongType, path, {list.shown(), "array"}}, list.line);
        return;
    }
    if (list.members.empty()) {
        add({FaultCode::BadArgument, path, {"[]", "[V1, V2, …]"}}, list.line);
        return;
    }
    if (member.key == "seed" || member.key.empty()) {
        add({FaultCode::BadArgument, path, {member.key, "\"seeds\": [A, B]"}}, member.line);
        return;
    }
    SweepAxis axis{member.key, {}};
    AxisLines lines{member.line, {}};
    for (std::size_t i = 0; i < list.members.size(); ++i) {
        const JsonNode& node = list.members[i].value;
        const std::string place = joinPath(path, std::to_string(i));
        std::optional<SweepLevel> value = level(member.key, node, place);
        if (!value)
            continue;
        if (axis.has(value->text)) {
            add({FaultCode::BadArgument, place, {value->text, "[V1, V2, …]"}}, node.line);
            continue;
        }
        axis.levels.push_back(std::move(*value));
        lines.levels.push_back(node.line);
    }
    m_plan.axes.push_back(std::move(axis));
    m_axisLines.push_back(std::move(lines));
}

std::optional<SweepLevel> ComparisonReader::level(const std::string& key, const JsonNode& node, const std::string& path)
{
    Result<SweepLevel> value = parseLevel(key, typedText(node));
    if (value)
        return std::move(value).value();
    for (Fault fault : value.faults()) {
        fault.where = path;
        add(std::move(fault), node.line);
    }
    return std::nullopt;
}

void ComparisonReader::takeSeeds(const JsonNode& node)
{
    const bool isPair = node.kind == JsonNode::Kind::Array && node.members.size() == 2 &&
                        std::all_of(node.members.begin(), node.members.end(),
                                    [](const JsonMember& member) { return isWhole(member.value, 0, kLargestSeed); });
    if (!isPair || node.members[0].value.number > node.members[1].value.number) {
        add({FaultCode::OutOfRange, "seeds", {compactText(node), "[A, B], 0 ≤ A ≤ B < 2^53"}}, node.line);
        return;
    }
    m_plan.seeds = {static_cast<std::int64_t>(node.members[0].value.number),
                    static_cast<std::int64_t>(node.members[1].value.number)};
}

void ComparisonReader::takeAccuracies(const JsonNode& node)
{
    const std::optional<std::vector<double>> numbers = numbersOf(node);
    const auto isAllowed = [](double accuracy) { return accuracy > 0 && accuracy <= 1; };
    if (!numbers || !std::all_of(numbers->begin(), numbers->end(), isAllowed)) {
        add({FaultCode::OutOfRange, "accuracies", {compactText(node), "[A1, A2, …], (0, 1]"}}, node.line);
        return;
    }
    std::vector<double>& accuracies = m_plan.options.accuracies;
    accuracies.clear();
    for (const double accuracy : *numbers)
        if (std::find(accuracies.begin(), accuracies.end(), accuracy) == accuracies.end())
            accuracies.push_back(accuracy);
}

std::optional<std::int64_t> ComparisonReader::steps(const JsonNode& node, const char* key, double least)
{
    if (isWhole(node, least, static_cast<double>(kLargestStep)))
        return static_cast<std::int64_t>(node.number);
    if (node.kind != JsonNode::Kind::Number || std::trunc(node.number) != node.number)
        add({FaultCode::WrongType, key, {node.shown(), "integer"}}, node.line);
    else
        add({FaultCode::OutOfRange, key, {node.shown(), numberText(least) + " … " + std::to_string(kLargestStep)}},
            node.line);
    return std::nullopt;
}

void ComparisonReader::checkCombinations()
{
    std::vector<CombinationFault> faults;
    combine(m_plan.experiment, m_plan.settings, m_plan.axes, faults);
    for (CombinationFault& fault : faults)
        addPlaced(std::move(fault));
}

void ComparisonReader::addPlaced(CombinationFault found)
{
    Fault& fault = found.fault;
    const std::string place = fault.where;
    for (std::size_t axis = 0; axis < m_plan.axes.size(); ++axis) {
        const SweepAxis& varied = m_plan.axes[axis];
        const AxisLines& lines = m_axisLines[axis];
        for (std::size_t i = 0; i < varied.levels.size(); ++i) {
            const std::vector<Setting>& settings = varied.levels[i].settings;
            if (std::any_of(settings.begin(), settings.end(), [&](const Setting& s) { return isSetting(s, fault); })) {
                fault.where = joinPath("vary", place);
                add(std::move(fault), lines.levels[i]);
                return;
            }
        }
        if (place == varied.key || place.starts_with(varied.key + '.')) {
            fault.where = joinPath("vary", place);
            add(std::move(fault), lines.key);
            return;
        }
    }
    const auto isSet = [&](const Setting& setting) { return setting.key == place; };
    const bool inSet = std::any_of(m_plan.settings.begin(), m_plan.settings.end(), isSet);
    fault.where = joinPath(inSet ? "set" : "experiment", place);
    add(std::move(fault), inSet ? m_setLine : m_experimentLine);
}

void ComparisonReader::add(Fault fault, int line)
{
    if (fault.line == 0)
        fault.line = line;
    if (m_faults.size() < kMostFaults)
        m_faults.push_back(std::move(fault));
}

} // namespace core

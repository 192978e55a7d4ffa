// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/ComparisonJson.h"

#include "core/base/NumberText.h"
#include "core/io/ComparisonReader.h"
#include "core/io/ConfigJson.h"
#include "core/train/ConfigCheck.h"
#include "core/train/ConfigFields.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace core
{

namespace
{

std::string quoted(const std::string& text)
{
    return nlohmann::json(text).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

/// A value that is typed, as it stands in a file: what is no JSON by itself is a word.
std::string levelText(const SweepLevel& level)
{
    return nlohmann::json::accept(level.text) ? level.text : quoted(level.text);
}

template <class Items, class Text>
std::string joined(const Items& items, const char* separator, Text text)
{
    std::string all;
    for (const auto& item : items)
        all.append(all.empty() ? "" : separator).append(text(item));
    return all;
}

std::string varyText(const std::vector<SweepAxis>& axes)
{
    return joined(axes, ",\n    ", [](const SweepAxis& axis) {
        return quoted(axis.key) + ": [" + joined(axis.levels, ", ", levelText) + ']';
    });
}

bool isOfComparison(const JsonNode& root)
{
    const auto format = std::find_if(root.members.begin(), root.members.end(),
                                     [](const JsonMember& member) { return member.key == "format"; });
    return format != root.members.end() && format->value.kind == JsonNode::Kind::String &&
           format->value.text == kComparisonFormat;
}

nlohmann::ordered_json experimentOf(const ComparisonPlan& plan)
{
    ExperimentConfig config = plan.experiment;
    config.seed = ExperimentConfig{}.seed; // the seeds take its place
    return givenToJson(config);
}

} // namespace

bool isComparison(std::string_view text)
{
    Faults duplicates;
    const Result<JsonNode> root = parseJson(text, duplicates);
    return root && isOfComparison(root.value());
}

Result<ComparisonPlan> parseComparison(std::string_view text, const std::string& folder)
{
    if (text.size() > kLargestExperimentText)
        return Fault{FaultCode::FileTooLarge, "", {std::to_string(kLargestExperimentText / 1'000'000)}};
    Faults duplicates;
    const Result<JsonNode> root = parseJson(text, duplicates);
    if (!root)
        return root.faults();
    if (!isOfComparison(root.value()))
        return Fault{FaultCode::NotAnExperiment, "format", {}};
    return ComparisonReader().read(root.value(), std::move(duplicates), folder);
}

std::string comparisonToText(const ComparisonPlan& plan)
{
    std::string text = "{\n  \"format\": " + quoted(std::string(kComparisonFormat)) +
                       ",\n  \"version\": " + numberText(kComparisonVersion) + ",\n  \"title\": " + quoted(plan.title) +
                       ",\n  \"experiment\": " + indentedText(experimentOf(plan), 1);
    if (!plan.settings.empty())
        text += ",\n  \"set\": " + indentedText(settingsToJson(plan.settings), 1);
    text += ",\n  \"vary\": {" + (plan.axes.empty() ? "" : "\n    " + varyText(plan.axes) + "\n  ") + '}';
    text += ",\n  \"seeds\": [" + std::to_string(plan.seeds.first) + ", " + std::to_string(plan.seeds.last) + ']';
    text +=
        ",\n  \"accuracies\": [" + joined(plan.options.accuracies, ", ", [](double a) { return numberText(a); }) + ']';
    if (plan.options.evaluateEvery)
        text += ",\n  \"evaluate_every\": " + std::to_string(*plan.options.evaluateEvery);
    return text + "\n}\n";
}

void settle(ComparisonPlan& plan)
{
    Result<ExperimentConfig> whole = withSettings(plan.experiment, plan.settings);
    if (!whole || !checkConfig(whole.value()).empty())
        return;
    plan.experiment = std::move(whole).value();
    plan.settings.clear();
}

} // namespace core

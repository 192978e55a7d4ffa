// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/ConfigFields.h"

#include "core/train/FieldMakers.h"

namespace core
{

namespace
{

void addThresholds(std::vector<Field>& fields, const ThresholdsEntry& entry)
{
    const Range range = entry.isShare ? Range{0, 1} : Range{0, 1e300, true, Scale::Logarithmic, 1e-12, 1e12};
    const std::string prefix = "diagnosis." + std::string(entry.rule);
    const auto thresholds = entry.thresholds;
    fields.push_back(numberField(
        prefix + ".notice", range, [thresholds](auto& c) -> auto& { return (c.diagnosis.*thresholds).notice; }));
    fields.back().hot = true;
    fields.push_back(numberField(
        prefix + ".alarm", range, [thresholds](auto& c) -> auto& { return (c.diagnosis.*thresholds).alarm; }));
    fields.back().hot = true;
}

} // namespace

std::vector<Field> configFields(const ExperimentConfig& config)
{
    std::vector<Field> fields;
    fields.reserve(72);

    Field title;
    title.path = "title";
    title.type = FieldType::Text;
    title.hot = true;
    title.defaultValue = std::string();
    title.get = [](const ExperimentConfig& c) -> Value { return c.title; };
    title.set = [](ExperimentConfig& c, const Value& value) { c.title = std::get<std::string>(value); };
    fields.push_back(std::move(title));

    fields.push_back(numberField(
        "seed", {0, kLargestWhole, true, Scale::Integer}, [](auto& c) -> auto& { return c.seed; }));
    addDataFields(fields, config);
    addNetworkFields(fields, config);
    addTrainingFields(fields, config);
    for (const ThresholdsEntry& entry : kThresholdsEntries)
        addThresholds(fields, entry);
    return fields;
}

} // namespace core

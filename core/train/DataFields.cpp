// SPDX-License-Identifier: GPL-3.0-or-later
// The fields of `data`: what every source has, and what only some have.
#include "core/data/Dataset.h"
#include "core/train/FieldMakers.h"

namespace core
{

namespace
{

constexpr double kLargestColumn = 1e6;
constexpr double kMostPoints = 100000;

/// data.samples or data.noise: in every file, but of use only where the source's row has them, which also knows the
/// slider.
void useAsParameterOf(Field& field, const DataSourceInfo* source, std::string_view name)
{
    field.used = false;
    if (source == nullptr)
        return;
    for (const ParameterInfo& info : source->parameters)
        if (info.name == name) {
            field.used = true;
            field.scale = info.scale;
            field.sliderMinimum = info.sliderMinimum;
            field.sliderMaximum = info.sliderMaximum;
        }
}

/// A text of the config; `names`: those it may be, if not any.
Field textField(std::string path, std::string DataConfig::*text, std::vector<std::string> names = {})
{
    Field field;
    field.path = std::move(path);
    field.type = names.empty() ? FieldType::Text : FieldType::Name;
    field.names = std::move(names);
    field.defaultValue = DataConfig{}.*text;
    field.get = [text](const ExperimentConfig& c) -> Value { return c.data.*text; };
    field.set = [text](ExperimentConfig& c, const Value& value) { c.data.*text = std::get<std::string>(value); };
    return field;
}

Field labelField()
{
    Field label;
    label.path = "data.label";
    label.type = FieldType::Column;
    label.minimum = -kLargestColumn;
    label.maximum = kLargestColumn;
    label.defaultValue = DataConfig{}.label;
    label.get = [](const ExperimentConfig& c) { return c.data.label; };
    label.set = [](ExperimentConfig& c, const Value& value) { c.data.label = value; };
    return label;
}

Field pointsField()
{
    Field points;
    points.path = "data.points";
    points.type = FieldType::Points;
    points.maximum = kMostPoints;
    points.defaultValue = NumberRows();
    points.get = [](const ExperimentConfig& c) -> Value {
        NumberRows rows;
        for (const DrawnPoint& point : c.data.points)
            rows.push_back({point.x, point.y, static_cast<double>(point.label)});
        return rows;
    };
    points.set = [](ExperimentConfig& c, const Value& value) {
        c.data.points.clear();
        c.data.draft.reset();
        for (const std::vector<double>& row : std::get<NumberRows>(value))
            c.data.points.push_back({row[0], row[1], static_cast<int>(row[2])});
    };
    return points;
}

/// The keys that only some sources have.
void addKeysOf(std::vector<Field>& fields, const DataSourceInfo* source)
{
    const auto add = [&](std::string_view key, Field field) {
        if (source != nullptr && source->hasKey(key))
            fields.push_back(std::move(field));
    };
    add("classes", numberField(
                       "data.classes", {2, 10, true, Scale::Integer}, [](auto& c) -> auto& { return c.data.classes; }));
    add("path", textField("data.path", &DataConfig::path));
    add("labels", textField("data.labels", &DataConfig::labels));
    add("label", labelField());
    add("separator", textField("data.separator", &DataConfig::separator, {"auto", "comma", "semicolon", "tab"}));
    add("header", textField("data.header", &DataConfig::header, {"auto", "yes", "no"}));
    add("task", textField("data.task", &DataConfig::task, {"auto", "classification", "regression"}));
    add("points", pointsField());
}

/// Another source keeps what it also has; what only the old one had is forgotten.
void setSource(DataConfig& data, const std::string& id)
{
    data.source = id;
    const DataSourceInfo* row = findRow(dataSourceCatalogue(), id);
    const DataConfig defaults;
    const auto keep = [&](std::string_view key, auto DataConfig::*member) {
        if (row == nullptr || !row->hasKey(key))
            data.*member = defaults.*member;
    };
    keep("classes", &DataConfig::classes);
    keep("path", &DataConfig::path);
    keep("labels", &DataConfig::labels);
    keep("label", &DataConfig::label);
    keep("separator", &DataConfig::separator);
    keep("header", &DataConfig::header);
    keep("task", &DataConfig::task);
    keep("points", &DataConfig::points);
    keep("points", &DataConfig::draft);
    keep("points", &DataConfig::sheet);
}

} // namespace

void addDataFields(std::vector<Field>& fields, const ExperimentConfig& config)
{
    const DataSourceInfo* row = findRow(dataSourceCatalogue(), config.data.source);

    Field source;
    source.path = "data.source";
    source.type = FieldType::Name;
    source.names = idsOf(dataSourceCatalogue());
    source.defaultValue = DataConfig{}.source;
    source.isKind = true;
    source.get = [](const ExperimentConfig& c) -> Value { return c.data.source; };
    source.set = [](ExperimentConfig& c, const Value& value) { setSource(c.data, std::get<std::string>(value)); };
    fields.push_back(std::move(source));

    fields.push_back(numberField(
        "data.samples", {2, 1e7, true, Scale::Integer, 20, 5000}, [](auto& c) -> auto& { return c.data.samples; }));
    useAsParameterOf(fields.back(), row, "samples");
    fields.push_back(numberField(
        "data.noise", {0, kLargestNoise, true, Scale::Linear, 0, 1}, [](auto& c) -> auto& { return c.data.noise; }));
    useAsParameterOf(fields.back(), row, "noise");
    addKeysOf(fields, row);
    fields.push_back(numberField(
        "data.test_fraction", {0, 0.9}, [](auto& c) -> auto& { return c.data.testFraction; }));

    Field standardize;
    standardize.path = "data.standardize";
    standardize.type = FieldType::Boolean;
    standardize.optional = true;
    standardize.defaultValue = row == nullptr || row->standardizeByDefault;
    standardize.get = [](const ExperimentConfig& c) -> Value {
        const DataSourceInfo* info = findRow(dataSourceCatalogue(), c.data.source);
        return c.data.standardize.value_or(info == nullptr || info->standardizeByDefault);
    };
    standardize.set = [](ExperimentConfig& c, const Value& value) {
        const bool* wanted = std::get_if<bool>(&value);
        c.data.standardize = wanted != nullptr ? std::optional(*wanted) : std::nullopt;
    };
    fields.push_back(std::move(standardize));

    Field seed;
    seed.path = "data.seed";
    seed.type = FieldType::Integer;
    seed.maximum = kLargestWhole;
    seed.sliderMaximum = kLargestWhole;
    seed.scale = Scale::Integer;
    seed.optional = true;
    seed.get = [](const ExperimentConfig& c) -> Value {
        return c.data.seed ? Value(static_cast<double>(*c.data.seed)) : Value();
    };
    seed.set = [](ExperimentConfig& c, const Value& value) {
        const double* number = std::get_if<double>(&value);
        c.data.seed = number != nullptr ? std::optional(static_cast<std::int64_t>(*number)) : std::nullopt;
    };
    fields.push_back(std::move(seed));
}

} // namespace core

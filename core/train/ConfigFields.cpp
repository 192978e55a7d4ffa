// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/ConfigFields.h"

#include "core/base/NumberText.h"
#include "core/data/Dataset.h"
#include "core/nn/Activation.h"
#include "core/nn/Initializer.h"
#include "core/nn/Loss.h"
#include "core/nn/Optimizer.h"
#include "core/nn/Schedule.h"
#include "core/nn/layers/Dropout.h"
#include "core/nn/layers/Normalization.h"

#include <algorithm>
#include <cmath>
#include <type_traits>

namespace core
{

namespace
{

constexpr double kLargestWhole = 9007199254740991; // 2^53 − 1: every integer up to it is exact as a JSON number
constexpr double kLargest = 1e9;
constexpr double kLargestColumn = 1e6;
constexpr double kMostPoints = 100000;

struct Range {
    double minimum = 0;
    double maximum = 0;
    bool minimumAllowed = true;
    Scale scale = Scale::Linear;
    double sliderMinimum = minimum;
    double sliderMaximum = maximum;
};

/// `access` finds the number in a config; it is called with const and non-const ones.
template <class Access>
Field numberField(std::string path, const Range& range, Access access)
{
    using Number = std::remove_cvref_t<decltype(access(std::declval<ExperimentConfig&>()))>;
    Field field;
    field.path = std::move(path);
    field.type = std::is_integral_v<Number> ? FieldType::Integer : FieldType::Number;
    field.minimum = range.minimum;
    field.maximum = range.maximum;
    field.minimumAllowed = range.minimumAllowed;
    field.scale = range.scale;
    field.sliderMinimum = range.sliderMinimum;
    field.sliderMaximum = range.sliderMaximum;
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
    field.minimum = info.minimum;
    field.maximum = info.maximum;
    field.minimumAllowed = info.minimumAllowed;
    field.scale = info.scale;
    field.sliderMinimum = info.sliderMinimum;
    field.sliderMaximum = info.sliderMaximum;
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
    const auto keep = [&](std::string_view key, auto DataConfig::*member) {
        if (row == nullptr || !row->hasKey(key))
            data.*member = DataConfig{}.*member;
    };
    keep("classes", &DataConfig::classes);
    keep("path", &DataConfig::path);
    keep("labels", &DataConfig::labels);
    keep("label", &DataConfig::label);
    keep("separator", &DataConfig::separator);
    keep("header", &DataConfig::header);
    keep("task", &DataConfig::task);
    keep("points", &DataConfig::points);
}

void addData(std::vector<Field>& fields, const ExperimentConfig& config)
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

/// The layer of its own, to be written to.
LayerConfig& ownLayer(ExperimentConfig& config, std::size_t index)
{
    std::vector<LayerConfig>& layers = config.network.layers;
    if (layers.size() <= index)
        layers.resize(std::max(static_cast<std::size_t>(config.network.depth), index + 1));
    return layers[index];
}

/// Finds a layer's own value, or to be read the network's where it has none; to be written it gets one of its own.
template <class T>
auto layerAccess(std::size_t index, std::optional<T> LayerConfig::*own, T NetworkConfig::*common)
{
    return [=](auto& config) -> auto&
    {
        if constexpr (std::is_const_v<std::remove_reference_t<decltype(config)>>) {
            const std::vector<LayerConfig>& layers = config.network.layers;
            return index < layers.size() && layers[index].*own ? *(layers[index].*own) : config.network.*common;
        } else {
            std::optional<T>& value = ownLayer(config, index).*own;
            if (!value)
                value = config.network.*common;
            return *value;
        }
    };
}

/// Makes the fields from `first` on those of a layer that may have no value of its own.
template <class T>
void followNetwork(std::vector<Field>& fields, std::size_t first, const ExperimentConfig& config, std::size_t index,
                   std::optional<T> LayerConfig::*own)
{
    ExperimentConfig common = config;
    common.network.layers.clear();
    const std::vector<LayerConfig>& layers = config.network.layers;
    for (auto field = fields.begin() + static_cast<std::ptrdiff_t>(first); field != fields.end(); ++field) {
        field->optional = true;
        field->implied = index >= layers.size() || !(layers[index].*own);
        field->defaultValue = field->get(common);
        field->set = [index, own, set = field->set](ExperimentConfig& c, const Value& value) {
            if (std::holds_alternative<std::monostate>(value))
                (ownLayer(c, index).*own).reset();
            else
                set(c, value);
        };
    }
}

Field residualField(const std::string& path, std::function<std::string&(ExperimentConfig&)> write,
                    std::function<const std::string&(const ExperimentConfig&)> read)
{
    Field field;
    field.path = path;
    field.type = FieldType::Name;
    field.names = {"none", "pre", "post"};
    field.defaultValue = std::string("none");
    field.get = [read = std::move(read)](const ExperimentConfig& c) -> Value { return read(c); };
    field.set = [write = std::move(write)](ExperimentConfig& c, const Value& value) {
        write(c) = std::get<std::string>(value);
    };
    return field;
}

constexpr Range kUnits{1, 4096, true, Scale::Integer, 1, 128};

void addLayer(std::vector<Field>& fields, const ExperimentConfig& config, std::size_t index)
{
    const std::string prefix = std::string(kLayersPrefix) + std::to_string(index) + '.';
    std::size_t first = fields.size();
    fields.push_back(
        numberField(prefix + "units", kUnits, layerAccess(index, &LayerConfig::units, &NetworkConfig::width)));
    followNetwork(fields, first, config, index, &LayerConfig::units);
    first = fields.size();
    addChoice(fields, config, prefix + "activation", activationCatalogue(),
              layerAccess(index, &LayerConfig::activation, &NetworkConfig::activation), true, true);
    followNetwork(fields, first, config, index, &LayerConfig::activation);
    first = fields.size();
    addChoice(fields, config, prefix + "normalization", normalizationCatalogue(),
              layerAccess(index, &LayerConfig::normalization, &NetworkConfig::normalization), false, false);
    followNetwork(fields, first, config, index, &LayerConfig::normalization);
    first = fields.size();
    const auto residual = layerAccess(index, &LayerConfig::residual, &NetworkConfig::residual);
    fields.push_back(residualField(prefix + "residual", residual, residual));
    followNetwork(fields, first, config, index, &LayerConfig::residual);
    first = fields.size();
    addChoice(fields, config, prefix + "dropout", dropoutCatalogue(),
              layerAccess(index, &LayerConfig::dropout, &NetworkConfig::dropout), true, true);
    followNetwork(fields, first, config, index, &LayerConfig::dropout);
}

void addNetwork(std::vector<Field>& fields, const ExperimentConfig& config)
{
    fields.push_back(numberField(
        "network.depth", {0, kMostLayers, true, Scale::Integer, 1, 50},
        [](auto& c) -> auto& { return c.network.depth; }));
    fields.push_back(numberField(
        "network.width", kUnits, [](auto& c) -> auto& { return c.network.width; }));
    addChoice(
        fields, config, "network.activation", activationCatalogue(),
        [](auto& c) -> auto& { return c.network.activation; }, true, true);
    addChoice(
        fields, config, "network.normalization", normalizationCatalogue(),
        [](auto& c) -> auto& { return c.network.normalization; }, false, false);
    const auto residual = [](auto& c) -> auto&
    {
        return c.network.residual;
    };
    fields.push_back(residualField("network.residual", residual, residual));
    addChoice(
        fields, config, "network.dropout", dropoutCatalogue(), [](auto& c) -> auto& { return c.network.dropout; }, true,
        true);
    for (std::size_t index = 0; index < std::min(config.network.layers.size(), kMostLayers); ++index)
        addLayer(fields, config, index);

    // After the layers: what they lose when they are all alike again is compared before.
    Field own;
    own.path = "network.layers";
    own.type = FieldType::Boolean;
    own.hot = true; // by itself it changes nothing
    own.implied = true;
    own.defaultValue = false;
    own.get = [](const ExperimentConfig& c) -> Value { return !c.network.layers.empty(); };
    own.set = [](ExperimentConfig& c, const Value& value) {
        if (!std::get<bool>(value))
            c.network.layers.clear();
        else if (c.network.layers.empty())
            c.network.layers.resize(static_cast<std::size_t>(c.network.depth));
    };
    fields.push_back(std::move(own));
}

void addInitializer(std::vector<Field>& fields, const ExperimentConfig& config)
{
    addChoice(
        fields, config, "initializer", initializerCatalogue(), [](auto& c) -> auto& { return c.initializer.weights; },
        false, false);
    fields.push_back(numberField(
        "initializer.gain", {0, kLargest, true, Scale::Fine, 0, 10},
        [](auto& c) -> auto& { return c.initializer.gain; }));
    fields.push_back(numberField(
        "initializer.bias", {-kLargest, kLargest, true, Scale::Linear, -5, 5},
        [](auto& c) -> auto& { return c.initializer.bias; }));
    fields.push_back(numberField(
        "initializer.bias_std", {0, kLargest, true, Scale::Fine, 0, 5},
        [](auto& c) -> auto& { return c.initializer.biasStd; }));
}

/// A loss that is not chosen is the default of the data's task.
void addLoss(std::vector<Field>& fields, const ExperimentConfig& config)
{
    const std::size_t place = fields.size();
    addChoice(
        fields, config, "loss", lossCatalogue(), [](auto& c) -> auto& { return c.loss; }, false, false);
    Field& kind = fields[place];
    kind.optional = true;
    kind.get = [](const ExperimentConfig& c) -> Value {
        if (!c.loss.kind.empty())
            return c.loss.kind;
        // Where only the file knows its task, it also knows the loss that goes with it.
        const DataSourceInfo* source = findRow(dataSourceCatalogue(), c.data.source);
        const std::optional<bool> classes = source == nullptr ? true : hasClasses(c.data);
        return classes ? Value(std::string(findLoss({}, *classes)->id)) : Value();
    };
    kind.set = [setKind = kind.set](ExperimentConfig& c, const Value& value) {
        setKind(c, std::holds_alternative<std::string>(value) ? value : Value(std::string()));
    };
    ExperimentConfig unset = config;
    unset.loss = {};
    kind.defaultValue = kind.get(unset);
}

/// Gradient and learning rate are looked at anew in every step: all but the kind of the optimizer is hot.
void addOptimizer(std::vector<Field>& fields, const ExperimentConfig& config)
{
    addChoice(
        fields, config, "optimizer", optimizerCatalogue(), [](auto& c) -> auto& { return c.optimizer; }, false, true);
    const std::size_t common = fields.size();
    fields.push_back(numberField(
        "optimizer.clip_norm", {0, kLargest, true, Scale::Fine, 0, 10},
        [](auto& c) -> auto& { return c.optimizer.clipNorm; }));
    fields.push_back(numberField(
        "optimizer.clip_value", {0, kLargest, true, Scale::Fine, 0, 10},
        [](auto& c) -> auto& { return c.optimizer.clipValue; }));
    fields.push_back(numberField(
        "optimizer.l1", {0, kLargest, true, Scale::Fine, 0, 0.1}, [](auto& c) -> auto& { return c.optimizer.l1; }));
    addChoice(
        fields, config, "optimizer.schedule", scheduleCatalogue(),
        [](auto& c) -> auto& { return c.optimizer.schedule; }, true, true);
    fields.push_back(numberField(
        "optimizer.schedule.warmup_steps", {0, kLargest, true, Scale::Integer, 0, 1000},
        [](auto& c) -> auto& { return c.optimizer.warmupSteps; }));
    for (std::size_t at = common; at < fields.size(); ++at)
        fields[at].hot = true;
}

void addTraining(std::vector<Field>& fields)
{
    fields.push_back(numberField(
        "training.batch_size", {1, kLargestWhole, true, Scale::Integer, 1, 512},
        [](auto& c) -> auto& { return c.training.batchSize; }));
    fields.push_back(numberField(
        "training.steps", {0, kLargest, true, Scale::Integer, 0, 100000},
        [](auto& c) -> auto& { return c.training.steps; }));
    fields.push_back(numberField(
        "training.steps_per_second", {0, kLargest, true, Scale::Logarithmic, 1, 10000},
        [](auto& c) -> auto& { return c.training.stepsPerSecond; }));
    fields.push_back(numberField(
        "probe.samples", {1, 1e7, true, Scale::Integer, 16, 4096}, [](auto& c) -> auto& { return c.probeSamples; }));
    for (auto it = fields.end() - 4; it != fields.end(); ++it)
        it->hot = true;
}

void addThresholds(std::vector<Field>& fields, const std::string& rule, Thresholds DiagnosisConfig::*thresholds)
{
    const Range range{0, 1e300, true, Scale::Logarithmic, 1e-12, 1e12};
    fields.push_back(numberField(
        "diagnosis." + rule + ".notice",
        range, [thresholds](auto& c) -> auto& { return (c.diagnosis.*thresholds).notice; }));
    fields.back().hot = true;
    fields.push_back(numberField(
        "diagnosis." + rule + ".alarm",
        range, [thresholds](auto& c) -> auto& { return (c.diagnosis.*thresholds).alarm; }));
    fields.back().hot = true;
}

} // namespace

std::vector<Field> configFields(const ExperimentConfig& config)
{
    std::vector<Field> fields;
    fields.reserve(48);

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
    addData(fields, config);
    addNetwork(fields, config);
    addInitializer(fields, config);
    addLoss(fields, config);
    addOptimizer(fields, config);
    addTraining(fields);
    addThresholds(fields, "vanishing", &DiagnosisConfig::vanishing);
    addThresholds(fields, "exploding", &DiagnosisConfig::exploding);
    return fields;
}

} // namespace core

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/CatalogueJson.h"

#include "app/ComparisonSource.h"
#include "app/Console.h"
#include "app/Resources.h"
#include "core/nn/Activation.h"
#include "core/nn/Initializer.h"
#include "core/nn/Loss.h"
#include "core/nn/Optimizer.h"
#include "core/nn/Residual.h"
#include "core/nn/Schedule.h"
#include "core/nn/layers/Dropout.h"
#include "core/nn/layers/Normalization.h"
#include "core/train/ConfigFields.h"
#include "ui/base/Words.h"

#include <nlohmann/json.hpp>

#include <array>
#include <cmath>

namespace app
{

namespace
{

using Json = nlohmann::ordered_json;

Json numberJson(double value)
{
    return std::trunc(value) == value && std::abs(value) < 1e15 ? Json(static_cast<std::int64_t>(value)) : Json(value);
}

Json valueJson(const core::Value& value)
{
    if (const bool* truth = std::get_if<bool>(&value))
        return *truth;
    if (const double* number = std::get_if<double>(&value))
        return numberJson(*number);
    if (const auto* text = std::get_if<std::string>(&value))
        return *text;
    return std::holds_alternative<core::NumberRows>(value) ? Json::array() : Json();
}

std::string_view scaleName(core::Scale scale)
{
    static constexpr std::array kScales{"linear", "logarithmic", "fine", "integer", "boolean"};
    return kScales.at(static_cast<std::size_t>(scale));
}

/// What an editor, a check and a help text need to know of a setting.
Json fieldJson(const core::Field& field)
{
    Json json{{"name", field.path.substr(field.path.rfind('.') + 1)},
              {"label", ui::englishFieldLabel(field.path).toStdString()},
              {"help", ui::englishFieldHelp(field.path).toStdString()},
              {"type", field.typeName()},
              {"default", field.type == core::FieldType::Layers ? Json::array() : valueJson(field.defaultValue)},
              {"allowed", field.allowed()}};
    if (field.type == core::FieldType::Boolean) {
        json.update({{"min", false}, {"max", true}, {"scale", "boolean"}});
    } else if (field.type == core::FieldType::Number || field.type == core::FieldType::Integer) {
        json.update({{"min", numberJson(field.minimum)},
                     {"min_allowed", field.minimumAllowed},
                     {"max", numberJson(field.maximum)},
                     {"scale", scaleName(field.scale)},
                     {"slider_min", numberJson(field.sliderMinimum)},
                     {"slider_max", numberJson(field.sliderMaximum)}});
    } else if (field.type == core::FieldType::Name) {
        json["names"] = field.names;
    }
    json["hot"] = field.hot;
    return json;
}

/// The fields of an experiment in which `path` is set to `id`.
std::vector<core::Field> fieldsWith(const std::string& path, std::string_view id)
{
    core::ExperimentConfig config;
    const core::Outcome outcome = core::applySetting(config, {path, std::string(id)});
    Q_ASSERT(outcome);
    return core::configFields(config);
}

/// What all rows have, under the path of the field that chooses among them.
template <class Row>
Json rowJson(const Row& row, const std::string& path)
{
    Json parameters = Json::array();
    const std::vector<core::Field> fields = fieldsWith(path, row.id);
    const std::string group = path.substr(0, path.rfind('.') + 1);
    for (const core::ParameterInfo& info : row.parameters)
        parameters.push_back(fieldJson(*core::findField(fields, group + std::string(info.name))));
    return {{"id", row.id},
            {"name", ui::englishKindName(path, row.id).toStdString()},
            {"help", ui::englishKindHelp(path, row.id).toStdString()},
            {"formula", row.formula},
            {"parameters", std::move(parameters)}};
}

/// A catalogue whose rows have nothing else to tell than where they come from and how PyTorch spells them.
template <class Row>
Json catalogueJson(std::span<const Row> rows, const std::string& path)
{
    Json list = Json::array();
    for (const Row& row : rows) {
        Json json = rowJson(row, path);
        json["pytorch"] = row.pytorch;
        json["paper"] = row.paper;
        list.push_back(std::move(json));
    }
    return list;
}

Json listActivations(const core::ResourceReader& /*resources*/)
{
    static constexpr std::array kTails{"none", "both", "left", "right"};
    Json list = Json::array();
    for (const core::ActivationInfo& row : core::activationCatalogue()) {
        Json json = rowJson(row, "network.activation.kind");
        json["derivative"] = row.derivative;
        json["range"] = row.range;
        json["monotone"] = row.monotone;
        json["kinks"] = row.kinks;
        json["vanishing"] = row.vanishing;
        if (row.isTyped)
            json["expression"] = core::kExpressionByDefault;
        json["saturating_tails"] = kTails.at(static_cast<std::size_t>(row.tails));
        json["negative_side_is_weak"] = row.negativeSideIsWeak;
        json["initializer"] = row.initializer;
        json["pytorch"] = row.pytorch;
        json["paper"] = row.paper;
        list.push_back(std::move(json));
    }
    return list;
}

Json listNormalizations(const core::ResourceReader& /*resources*/)
{
    Json list = catalogueJson(core::normalizationCatalogue(), "network.normalization.kind");
    for (std::size_t at = 0; at < list.size(); ++at)
        list[at]["needs_batch"] = core::normalizationCatalogue()[at].needsBatch;
    return list;
}

Json listResiduals(const core::ResourceReader& /*resources*/)
{
    return catalogueJson(core::residualCatalogue(), "network.residual");
}

Json listDropouts(const core::ResourceReader& /*resources*/)
{
    return catalogueJson(core::dropoutCatalogue(), "network.dropout.kind");
}

Json listInitializers(const core::ResourceReader& /*resources*/)
{
    return catalogueJson(core::initializerCatalogue(), "initializer.kind");
}

Json listLosses(const core::ResourceReader& /*resources*/)
{
    Json list = catalogueJson(core::lossCatalogue(), "loss.kind");
    for (std::size_t at = 0; at < list.size(); ++at) {
        const core::LossInfo& row = core::lossCatalogue()[at];
        list[at]["needs_classes"] = row.needsClasses;
        list[at]["needs_two_classes"] = row.needsTwoClasses;
        list[at]["one_output_for_two_classes"] = row.oneOutputForTwoClasses;
    }
    return list;
}

Json listSchedules(const core::ResourceReader& /*resources*/)
{
    Json list = catalogueJson(core::scheduleCatalogue(), "optimizer.schedule.kind");
    const std::vector<core::Field> fields = core::configFields({});
    for (Json& row : list)
        row["parameters"].push_back(fieldJson(*core::findField(fields, "optimizer.schedule.warmup_steps")));
    return list;
}

/// What every optimizer has besides its own parameters stands in each row, so that a row says all that can be set.
Json listOptimizers(const core::ResourceReader& resources)
{
    Json common = Json::array();
    const std::vector<core::Field> fields = core::configFields({});
    for (const char* path : {"optimizer.clip_norm", "optimizer.clip_value", "optimizer.l1"})
        common.push_back(fieldJson(*core::findField(fields, path)));
    const Json schedules = listSchedules(resources);
    Json list = catalogueJson(core::optimizerCatalogue(), "optimizer.kind");
    for (Json& row : list) {
        row["common_parameters"] = common;
        row["schedules"] = schedules;
    }
    return list;
}

Json listDatasets(const core::ResourceReader& /*resources*/)
{
    static constexpr std::array kTasks{"classification", "regression", "as read"};
    Json list = Json::array();
    for (const core::DataSourceInfo& row : core::dataSourceCatalogue()) {
        Json json = rowJson(row, "data.source");
        const std::vector<core::Field> fields = fieldsWith("data.source", row.id);
        json["options"] = Json::array();
        for (const std::string_view key : row.keys)
            json["options"].push_back(fieldJson(*core::findField(fields, "data." + std::string(key))));
        json["task"] = kTasks.at(static_cast<std::size_t>(row.task));
        json["inputs"] = row.inputs > 0 ? Json(row.inputs) : Json();
        json["classes"] = row.classes > 0 || row.task == core::Task::Regression ? Json(row.classes) : Json();
        json["standardize"] = row.standardizeByDefault;
        json["samples"] = row.samples > 0 ? Json(row.samples) : Json();
        json["credit"] = row.credit;
        list.push_back(std::move(json));
    }
    return list;
}

Json listPresets(const core::ResourceReader& resources)
{
    Json list = Json::array();
    for (const QString& name : presetNames()) {
        const auto config = readPreset(name, resources);
        if (config)
            list.push_back({{"id", name.toStdString()},
                            {"name", config.value().title},
                            {"formula", ""},
                            {"parameters", Json::array()}});
        else
            printFaults(config.faults(), name);
    }
    return list;
}

Json listComparisons(const core::ResourceReader& resources)
{
    Json list = Json::array();
    for (const QString& name : comparisonNames()) {
        const auto document = readComparisonPreset(name, resources);
        if (!document) {
            printFaults(document.faults(), name);
            continue;
        }
        const core::ComparisonPlan& plan = document.value().plan;
        const double runs =
            core::combinationsOf(plan.axes) * static_cast<double>(plan.seeds.last - plan.seeds.first + 1);
        Json keys = Json::array();
        for (const core::SweepAxis& axis : plan.axes)
            keys.push_back(axis.key);
        list.push_back({{"id", name.toStdString()},
                        {"name", plan.title},
                        {"formula", ""},
                        {"parameters", Json::array()},
                        {"vary", std::move(keys)},
                        {"runs", static_cast<std::int64_t>(runs)}});
    }
    return list;
}

/// Those of the kinds beside the setting that have it; empty where no kind decides.
Json kindsJson(const std::vector<core::Field>& fields, const std::string& path)
{
    Json kinds = Json::array();
    const core::Field* kind = core::kindFieldBeside(fields, path);
    if (kind == nullptr || kind->path == path)
        return kinds;
    for (const std::string& name : kind->names)
        if (core::findField(fieldsWith(kind->path, name), path) != nullptr)
            kinds.push_back(name);
    return kinds;
}

/// What a layer can have of its own; its kinds bring the same parameters as the network's.
Json layerJson()
{
    core::ExperimentConfig config;
    config.network.layers.resize(1);
    const std::string prefix = std::string(core::kLayersPrefix) + "0.";
    Json items = Json::array();
    for (const core::Field& field : core::configFields(config))
        if (field.path.starts_with(prefix)) {
            items.push_back(fieldJson(field));
            items.back()["name"] = field.path.substr(prefix.size());
        }
    return items;
}

/// Every key that an experiment can have.
Json listSettings(const core::ResourceReader& /*resources*/)
{
    const std::vector<core::Field> common = core::configFields({});
    Json list = Json::array();
    for (const core::Field& field : core::fieldsOfAllKinds()) {
        Json json{{"id", field.path}};
        json.update(fieldJson(field));
        json["name"] = json["label"];
        json["formula"] = "";
        json["parameters"] = Json::array();
        json["kinds"] = kindsJson(common, field.path);
        if (field.type == core::FieldType::Layers)
            json["items"] = layerJson();
        list.push_back(std::move(json));
    }
    return list;
}

constexpr std::array kListings{
    Listing{"activations", listActivations},   Listing{"normalizations", listNormalizations},
    Listing{"residuals", listResiduals},       Listing{"dropouts", listDropouts},
    Listing{"initializers", listInitializers}, Listing{"losses", listLosses},
    Listing{"optimizers", listOptimizers},     Listing{"schedules", listSchedules},
    Listing{"datasets", listDatasets},         Listing{"presets", listPresets},
    Listing{"comparisons", listComparisons},   Listing{"settings", listSettings},
};

} // namespace

std::span<const Listing> listings()
{
    return kListings;
}

} // namespace app

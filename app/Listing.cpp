// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/Listing.h"

#include "app/Console.h"
#include "app/ExperimentSource.h"
#include "app/Resources.h"
#include "core/base/NumberText.h"
#include "core/nn/Activation.h"
#include "core/nn/Initializer.h"
#include "core/nn/Loss.h"
#include "core/nn/Optimizer.h"
#include "core/nn/Schedule.h"
#include "core/train/ConfigCheck.h"
#include "core/train/ConfigFields.h"
#include "ui/base/Words.h"

#include <nlohmann/json.hpp>

#include <QCoreApplication>

#include <array>

namespace app
{

namespace
{

using Json = nlohmann::ordered_json;

Json number(double value)
{
    return std::trunc(value) == value && std::abs(value) < 1e15 ? Json(static_cast<std::int64_t>(value)) : Json(value);
}

std::string_view scaleName(core::Scale scale)
{
    static constexpr std::array kScales{"linear", "logarithmic", "fine", "integer", "boolean"};
    return kScales.at(static_cast<std::size_t>(scale));
}

Json parametersJson(std::span<const core::ParameterInfo> parameters)
{
    Json list = Json::array();
    for (const core::ParameterInfo& info : parameters) {
        const bool boolean = info.scale == core::Scale::Boolean;
        const auto value = [boolean](double v) { return boolean ? Json(v != 0) : number(v); };
        list.push_back({{"name", info.name},
                        {"default", value(info.defaultValue)},
                        {"min", value(info.minimum)},
                        {"max", value(info.maximum)},
                        {"scale", scaleName(info.scale)}});
    }
    return list;
}

/// What all rows have, under the path of the field that chooses among them.
template <class Row>
Json rowJson(const Row& row, std::string_view path)
{
    return {{"id", row.id},
            {"name", ui::englishKindName(path, row.id).toStdString()},
            {"formula", row.formula},
            {"parameters", parametersJson(row.parameters)}};
}

Json listActivations()
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
        json["initializer"] = row.initializer;
        json["pytorch"] = row.pytorch;
        json["paper"] = row.paper;
        list.push_back(std::move(json));
    }
    return list;
}

Json listInitializers()
{
    Json list = Json::array();
    for (const core::InitializerInfo& row : core::initializerCatalogue()) {
        list.push_back(rowJson(row, "initializer.kind"));
        list.back()["paper"] = row.paper;
    }
    return list;
}

/// A number that can be set for every kind, from the table of settings.
Json settingJson(std::string_view path)
{
    const std::vector<core::Field> fields = core::configFields({});
    const core::Field& field = *core::findField(fields, path);
    return {{"name", path.substr(path.rfind('.') + 1)},
            {"default", number(std::get<double>(field.defaultValue))},
            {"min", number(field.minimum)},
            {"max", number(field.maximum)},
            {"scale", scaleName(field.scale)}};
}

Json schedulesJson()
{
    Json list = Json::array();
    for (const core::ScheduleInfo& row : core::scheduleCatalogue()) {
        Json json = rowJson(row, "optimizer.schedule.kind");
        json["parameters"].push_back(settingJson("optimizer.schedule.warmup_steps"));
        json["pytorch"] = row.pytorch;
        json["paper"] = row.paper;
        list.push_back(std::move(json));
    }
    return list;
}

/// What every optimizer has besides its own parameters stands in each row, so that a row says all that can be set.
Json listOptimizers()
{
    const Json common{settingJson("optimizer.clip_norm"), settingJson("optimizer.clip_value"),
                      settingJson("optimizer.l1")};
    const Json schedules = schedulesJson();
    Json list = Json::array();
    for (const core::OptimizerInfo& row : core::optimizerCatalogue()) {
        Json json = rowJson(row, "optimizer.kind");
        json["common_parameters"] = common;
        json["schedules"] = schedules;
        json["pytorch"] = row.pytorch;
        json["paper"] = row.paper;
        list.push_back(std::move(json));
    }
    return list;
}

Json listLosses()
{
    Json list = Json::array();
    for (const core::LossInfo& row : core::lossCatalogue()) {
        list.push_back(rowJson(row, "loss.kind"));
        list.back()["needs_classes"] = row.needsClasses;
        list.back()["needs_two_classes"] = row.needsTwoClasses;
        list.back()["one_output_for_two_classes"] = row.oneOutputForTwoClasses;
        list.back()["pytorch"] = row.pytorch;
        list.back()["paper"] = row.paper;
    }
    return list;
}

/// The keys of a source that are no numbers, as the table of settings has them.
Json optionsJson(const core::DataSourceInfo& row)
{
    core::ExperimentConfig config;
    config.data.source = row.id;
    const std::vector<core::Field> fields = core::configFields(config);
    Json list = Json::array();
    for (const std::string_view key : row.keys) {
        const core::Field* field = core::findField(fields, "data." + std::string(key));
        Json option{{"name", key}, {"type", field->typeName()}, {"allowed", field->allowed()}};
        if (const auto* text = std::get_if<std::string>(&field->defaultValue))
            option["default"] = *text;
        else if (const double* value = std::get_if<double>(&field->defaultValue))
            option["default"] = number(*value);
        else
            option["default"] = Json::array();
        list.push_back(std::move(option));
    }
    return list;
}

Json listDatasets()
{
    Json list = Json::array();
    for (const core::DataSourceInfo& row : core::dataSourceCatalogue()) {
        static constexpr std::array kTasks{"classification", "regression", "as read"};
        Json json = rowJson(row, "data.source");
        json["options"] = optionsJson(row);
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

/// As a table, for people: id, parameters with their defaults, and the formula or title in their language.
QString tableText(const Json& list)
{
    std::vector<std::array<QString, 3>> rows;
    std::array<qsizetype, 2> widths{};
    for (const Json& row : list) {
        QStringList parameters;
        for (const Json& parameter : row["parameters"])
            parameters << QString::fromStdString(parameter["name"].get<std::string>() + "=" +
                                                 parameter["default"].dump());
        const auto formula = row["formula"].get<std::string>();
        rows.push_back(
            {QString::fromStdString(row["id"].get<std::string>()), parameters.join(QLatin1Char(' ')),
             formula.empty() ? ui::experimentTitle(row["name"].get<std::string>()) : ui::catalogueText(formula)});
        for (std::size_t i = 0; i < widths.size(); ++i)
            widths.at(i) = std::max(widths.at(i), rows.back().at(i).size());
    }
    QString text;
    for (const auto& row : rows) {
        QString line = row[0].leftJustified(static_cast<int>(widths[0]) + 2);
        if (widths[1] > 0)
            line += row[1].leftJustified(static_cast<int>(widths[1]) + 2);
        text += (line + row[2]).trimmed() + QLatin1Char('\n');
    }
    return text;
}

/// What is wrong with the file that the experiment learns from, if it does.
core::Faults faultsOfData(const core::ExperimentConfig& config)
{
    if (core::shapeOf(config.data))
        return {};
    const auto data = core::makeDataset(config.data, config.seed, bundledResources());
    return data ? core::checkWithData(config, data.value().shape()) : data.faults();
}

} // namespace

int runList(const Arguments& arguments, const core::ResourceReader& resources)
{
    struct Listing {
        const char* what;
        std::function<Json()> make;
    };
    const std::array<Listing, 6> listings{{{"activations", listActivations},
                                           {"initializers", listInitializers},
                                           {"optimizers", listOptimizers},
                                           {"losses", listLosses},
                                           {"datasets", listDatasets},
                                           {"presets", [&resources] { return listPresets(resources); }}}};
    QStringList names;
    for (const Listing& listing : listings) {
        if (arguments.words.first() == QString::fromUtf8(listing.what)) {
            const Json list = listing.make();
            return printResult(arguments.has("--json") ? QString::fromStdString(list.dump(2)) + QLatin1Char('\n')
                                                       : tableText(list));
        }
        names << QString::fromUtf8(listing.what);
    }
    ArgumentReader reader(arguments);
    reader.bad("list", arguments.words.first(), names.join(QStringLiteral(", ")));
    printFaults(reader.faults());
    return kBadInput;
}

int runCheck(const Arguments& arguments)
{
    const QString file = arguments.words.first();
    const auto config = readExperimentFile(file);
    if (!config) {
        printFaults(config.faults(), file);
        return kBadInput;
    }
    if (const core::Faults faults = faultsOfData(config.value()); !faults.empty()) {
        printFaults(faults);
        return kBadInput;
    }
    return printResult(QCoreApplication::translate("CommandLine", "%1 is a valid experiment.").arg(file) +
                       QLatin1Char('\n'));
}

} // namespace app

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ExperimentSource.h"

#include "app/Resources.h"
#include "core/io/ConfigJson.h"
#include "core/train/ConfigCheck.h"
#include "core/train/ConfigFields.h"

#include <QCoreApplication>
#include <QFile>

namespace app
{

namespace
{

/// Every --set and --steps on top of `config`.
core::Result<core::ExperimentConfig> withOptions(core::ExperimentConfig config, const Arguments& arguments)
{
    core::Faults faults;
    const std::vector<core::Setting> settings = readSettings(arguments, faults);
    core::Result<core::ExperimentConfig> changed = core::withSettings(std::move(config), settings);
    if (!changed)
        faults.insert(faults.end(), changed.faults().begin(), changed.faults().end());

    ArgumentReader reader(arguments);
    const std::optional<qint64> steps = reader.integer("--steps", 0, core::kLargestStep);
    faults.insert(faults.end(), reader.faults().begin(), reader.faults().end());
    if (!faults.empty())
        return faults;
    if (steps)
        changed.value().training.steps = *steps;
    faults = core::checkConfig(changed.value());
    if (!faults.empty())
        return faults;
    return changed;
}

} // namespace

core::Result<core::ExperimentConfig> readExperimentFile(const QString& path)
{
    return core::readExperiment(QFile::encodeName(path).toStdString());
}

core::Result<core::ExperimentConfig> readPreset(const QString& name, const core::ResourceReader& resources)
{
    const QStringList presets = presetNames();
    if (!presets.contains(name))
        return core::Fault{
            core::FaultCode::UnknownPreset, name.toStdString(), {presets.join(QStringLiteral(", ")).toStdString()}};
    const std::string file = "experiments/" + name.toStdString() + ".json";
    const std::optional<std::string> text = resources(file);
    if (!text)
        return core::Fault{core::FaultCode::BrokenResource, file, {}};
    return core::parseExperiment(*text);
}

std::vector<core::Setting> readSettings(const Arguments& arguments, core::Faults& faults)
{
    std::vector<core::Setting> settings;
    for (const QString& argument : arguments.values("--set")) {
        const auto parsed = core::parseSetting(argument.toStdString());
        if (parsed)
            settings.insert(settings.end(), parsed.value().begin(), parsed.value().end());
        else
            faults.insert(faults.end(), parsed.faults().begin(), parsed.faults().end());
    }
    return settings;
}

bool hasOneDocument(const Arguments& arguments, SourceFaults& problem)
{
    if (arguments.has("--preset") != !arguments.words.isEmpty())
        return true;
    const QString expected = QCoreApplication::translate("CommandLine", "either a FILE or --preset NAME");
    problem = {{{core::FaultCode::MissingArgument, arguments.command->name, {expected.toStdString()}}}, {}};
    return false;
}

std::optional<core::ExperimentConfig> loadDocument(const Arguments& arguments, const core::ResourceReader& resources,
                                                   SourceFaults& problem)
{
    if (!hasOneDocument(arguments, problem))
        return std::nullopt;
    const QString file = arguments.words.value(0);
    const bool hasPreset = arguments.has("--preset");
    auto config = hasPreset ? readPreset(arguments.value("--preset"), resources) : readExperimentFile(file);
    if (!config) {
        problem = {config.faults(), hasPreset ? QString() : file};
        return std::nullopt;
    }
    return std::move(config).value();
}

std::optional<core::ExperimentConfig> loadExperiment(const Arguments& arguments, const core::ResourceReader& resources,
                                                     SourceFaults& problem)
{
    std::optional<core::ExperimentConfig> config = loadDocument(arguments, resources, problem);
    if (!config)
        return std::nullopt;
    auto changed = withOptions(std::move(*config), arguments);
    if (!changed) {
        problem = {changed.faults(), {}};
        return std::nullopt;
    }
    return std::move(changed).value();
}

} // namespace app

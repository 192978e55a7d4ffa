// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ComparisonSource.h"

#include "app/Resources.h"
#include "core/base/AtomicFile.h"
#include "core/base/NumberText.h"
#include "core/data/DataPath.h"
#include "core/io/ConfigJson.h"
#include "core/io/SweepCsv.h"
#include "core/train/ConfigCheck.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

#include <algorithm>

namespace app
{

namespace
{

constexpr const char* kStepsKey = "training.steps";

std::string systemPath(const QString& path)
{
    return QFile::encodeName(path).toStdString();
}

core::Result<ComparisonDocument> parseDocument(std::string_view text, const std::string& folder)
{
    if (core::isComparison(text)) {
        core::Result<core::ComparisonPlan> plan = core::parseComparison(text, folder);
        if (!plan)
            return plan.faults();
        return ComparisonDocument{std::move(plan).value(), true};
    }
    core::Result<core::ExperimentConfig> config = core::parseExperiment(text, folder);
    if (!config)
        return config.faults();
    ComparisonDocument document;
    document.plan.experiment = std::move(config).value();
    return document;
}

core::SweepAxis* axisOf(core::ComparisonPlan& plan, const std::string& key)
{
    const auto found =
        std::find_if(plan.axes.begin(), plan.axes.end(), [&](const core::SweepAxis& axis) { return axis.key == key; });
    return found == plan.axes.end() ? nullptr : &*found;
}

void vary(core::ComparisonPlan& plan, const Arguments& arguments, ArgumentReader& reader)
{
    std::vector<std::string> given;
    for (const QString& argument : arguments.values("--vary")) {
        core::Result<core::SweepAxis> axis = core::parseAxis(argument.toStdString());
        if (!axis) {
            reader.add(axis.faults());
            continue;
        }
        const std::string key = axis.value().key;
        if (std::find(given.begin(), given.end(), key) != given.end())
            reader.bad("--vary", argument, translated(QT_TRANSLATE_NOOP("CommandLine", "each key once")));
        given.push_back(key);
        if (core::SweepAxis* known = axisOf(plan, key))
            *known = std::move(axis).value();
        else
            plan.axes.push_back(std::move(axis).value());
    }
    if (axisOf(plan, kStepsKey) != nullptr && arguments.has("--steps"))
        reader.bad("--vary", QString::fromUtf8(kStepsKey),
                   translated(QT_TRANSLATE_NOOP("CommandLine", "not together with --steps")));
}

void readSeeds(core::ComparisonPlan& plan, const Arguments& arguments, ArgumentReader& reader)
{
    const QString text = arguments.value("--seeds");
    const std::optional<NumberPair> seeds = numberPair(text, QStringLiteral(".."));
    if (text.isEmpty())
        reader.missing(QStringLiteral("sweep"), QStringLiteral("--seeds A..B"));
    else if (!seeds)
        reader.bad("--seeds", text, QStringLiteral("A..B, 0 ≤ A ≤ B < 2^53"));
    else
        plan.seeds = {seeds->first, seeds->second};
}

std::vector<double> readAccuracies(const Arguments& arguments, ArgumentReader& reader)
{
    std::vector<double> accuracies;
    for (const QString& text : arguments.value("--accuracy").split(QLatin1Char(','))) {
        const std::optional<double> accuracy = core::numberFromText(text.toStdString());
        if (!accuracy || !(*accuracy > 0 && *accuracy <= 1))
            reader.bad("--accuracy", text, QStringLiteral("(0, 1]"));
        else if (std::find(accuracies.begin(), accuracies.end(), *accuracy) == accuracies.end())
            accuracies.push_back(*accuracy);
    }
    return accuracies;
}

} // namespace

core::Result<ComparisonDocument> readComparisonFile(const QString& path)
{
    const core::Result<std::string> text = core::readWholeFile(systemPath(path), core::kLargestExperimentText);
    if (!text)
        return text.faults();
    return parseDocument(text.value(), core::folderOf(systemPath(path)));
}

core::Result<ComparisonDocument> readComparisonPreset(const QString& name, const core::ResourceReader& resources)
{
    const QStringList comparisons = comparisonNames();
    const QStringList all = comparisons + presetNames();
    if (!all.contains(name))
        return core::Fault{
            core::FaultCode::UnknownPreset, name.toStdString(), {all.join(QStringLiteral(", ")).toStdString()}};
    const std::string folder = comparisons.contains(name) ? "comparisons/" : "experiments/";
    const std::string file = folder + name.toStdString() + ".json";
    const std::optional<std::string> text = resources(file);
    if (!text)
        return core::Fault{core::FaultCode::BrokenResource, file, {}};
    return parseDocument(*text, {});
}

std::optional<ComparisonDocument> loadComparison(const Arguments& arguments, const core::ResourceReader& resources,
                                                 SourceFaults& problem)
{
    if (!hasOneDocument(arguments, problem))
        return std::nullopt;
    const QString file = arguments.words.value(0);
    auto document =
        file.isEmpty() ? readComparisonPreset(arguments.value("--preset"), resources) : readComparisonFile(file);
    if (document)
        return std::move(document).value();
    problem = {document.faults(), file};
    return std::nullopt;
}

core::ComparisonPlan withArguments(ComparisonDocument document, const Arguments& arguments, ArgumentReader& reader)
{
    core::ComparisonPlan plan = std::move(document.plan);
    vary(plan, arguments, reader);
    if (arguments.has("--seeds") || !document.isComparison)
        readSeeds(plan, arguments, reader);
    if (arguments.has("--accuracy"))
        plan.options.accuracies = readAccuracies(arguments, reader);
    if (const auto every = reader.integer("--evaluate-every", 1, core::kLargestStep))
        plan.options.evaluateEvery = *every;
    core::Faults faults;
    const std::vector<core::Setting> settings = readSettings(arguments, faults);
    reader.add(faults);
    plan.settings.insert(plan.settings.end(), settings.begin(), settings.end());
    if (const auto steps = reader.integer("--steps", 0, core::kLargestStep))
        plan.settings.push_back({kStepsKey, static_cast<double>(*steps)});
    return plan;
}

QString pathBeside(const QString& table)
{
    const QFileInfo info(table);
    if (table == QLatin1String("-") || (info.exists() && !info.isFile()))
        return {};
    const QString suffix = QStringLiteral(".csv");
    const QString stem = table.endsWith(suffix, Qt::CaseInsensitive) ? table.chopped(suffix.size()) : table;
    return stem + QStringLiteral(".comparison.json");
}

std::string textBeside(const QString& path, core::ComparisonPlan plan)
{
    core::settle(plan);
    plan.experiment.data = core::movedTo(core::folderOf(systemPath(path)), std::move(plan.experiment.data));
    return core::comparisonToText(plan);
}

core::ComparisonPlan unitedWith(const QString& path, const core::ComparisonPlan& plan)
{
    const core::Result<ComparisonDocument> document = readComparisonFile(path);
    if (!document || !document.value().isComparison || document.value().plan.axes.size() != plan.axes.size())
        return plan;
    core::ComparisonPlan united = document.value().plan;
    for (std::size_t i = 0; i < plan.axes.size(); ++i) {
        if (united.axes[i].key != plan.axes[i].key)
            return plan;
        for (const core::SweepLevel& level : plan.axes[i].levels)
            if (!united.axes[i].has(level.text))
                united.axes[i].levels.push_back(level);
    }
    united.seeds = {std::min(united.seeds.first, plan.seeds.first), std::max(united.seeds.last, plan.seeds.last)};
    // All else must be as it was.
    core::ComparisonPlan same = plan;
    same.title = united.title;
    same.axes = united.axes;
    same.seeds = united.seeds;
    return textBeside(path, same) == textBeside(path, united) ? united : plan;
}

} // namespace app

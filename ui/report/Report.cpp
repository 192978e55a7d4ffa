// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/Report.h"

#include "core/train/ConfigFields.h"
#include "ui/base/NumberText.h"
#include "ui/base/Words.h"
#include "ui/report/ComparisonWords.h"
#include "ui/report/ReportParts.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <set>

namespace ui
{

namespace
{

/// The context of this file's words.
struct ReportWords {
    Q_DECLARE_TR_FUNCTIONS(ui::Report)
};

/// Settings that say nothing about how a run comes out.
bool isAboutShowing(std::string_view path)
{
    static constexpr std::array<std::string_view, 5> kShowing{"title", "training.steps_per_second", "diagnosis.",
                                                              "probe.", core::kLayersPrefix};
    return std::any_of(kShowing.begin(), kShowing.end(),
                       [path](std::string_view shown) { return path.starts_with(shown); });
}

QString fieldValue(const core::Field& field, const core::Value& value)
{
    if (const bool* checked = std::get_if<bool>(&value))
        return *checked ? ReportWords::tr("on") : ReportWords::tr("off");
    if (const std::string* text = std::get_if<std::string>(&value))
        return field.type == core::FieldType::Name ? kindName(field.path, *text) : fromCore(*text);
    return fromCore(core::valueText(value));
}

/// Those of the experiment that were the same in all runs.
std::vector<std::pair<QString, QString>> settingsOf(const core::ExperimentConfig& config,
                                                    const std::vector<std::string>& keys)
{
    // Where a kind is varied, the parameters that the experiment has beside it are of another kind.
    const auto isBeside = [](const std::string& path, const std::string& key) {
        const std::string group = key.ends_with(".kind") ? key.substr(0, key.size() - 4) : key + '.';
        return path == key || path == core::shortForm(key) || path.starts_with(group);
    };
    const auto isVaried = [&](const std::string& path) {
        return path == "seed" ||
               std::any_of(keys.begin(), keys.end(), [&](const std::string& key) { return isBeside(path, key); });
    };
    std::vector<std::pair<QString, QString>> settings;
    for (const core::Field& field : core::configFields(config)) {
        const core::Value value = field.get(config);
        const bool isAbsent = std::holds_alternative<std::monostate>(value);
        if (!field.used || field.implied || isAbsent || isAboutShowing(field.path) || isVaried(field.path))
            continue;
        if (const QString text = fieldValue(field, value); !text.isEmpty())
            settings.emplace_back(fieldLabel(field.path), text);
    }
    return settings;
}

/// "1 to 5", "3", "1, 4, 9".
QString seedsText(const std::set<std::int64_t>& seeds)
{
    constexpr std::size_t kMostListed = 12;
    const std::int64_t first = *seeds.begin();
    const std::int64_t last = *seeds.rbegin();
    if (seeds.size() == 1)
        return QString::number(first);
    if (last - first + 1 == static_cast<std::int64_t>(seeds.size()))
        return ReportWords::tr("%1 to %2").arg(first).arg(last);
    if (seeds.size() > kMostListed)
        return ReportWords::tr("%1 seeds from %2 to %3").arg(seeds.size()).arg(first).arg(last);
    QStringList listed;
    for (const std::int64_t seed : seeds)
        listed << QString::number(seed);
    return listed.join(ReportWords::tr(", "));
}

/// What was varied, and over which seeds: that much the table itself knows.
std::vector<std::pair<QString, QString>> variedSettings(const core::SweepTable& table)
{
    std::vector<std::pair<QString, QString>> settings;
    for (std::size_t key = 0; key < table.keys.size(); ++key) {
        QStringList values;
        for (const core::Contender& contender : table.contenders)
            if (const QString name = valueName(table.keys[key], contender.values[key]); !values.contains(name))
                values << name;
        settings.emplace_back(ReportWords::tr("%1 (varied)").arg(fieldLabel(table.keys[key])),
                              values.join(ReportWords::tr(", ")));
    }
    std::set<std::int64_t> seeds;
    for (const core::Contender& contender : table.contenders)
        for (const auto& [seed, run] : contender.runs)
            seeds.insert(seed);
    settings.emplace_back(ReportWords::tr("Seeds"), seedsText(seeds));
    return settings;
}

QString titleOf(const ReportSource& source)
{
    if (!source.title.isEmpty())
        return experimentTitle(source.title.toStdString());
    QStringList names;
    for (const std::string& key : source.table.keys)
        names << fieldLabel(key);
    return names.isEmpty() ? ReportWords::tr("One experiment, several seeds")
                           : ReportWords::tr("Comparison: %1").arg(listOfNames(names));
}

QString subtitleOf(const ReportSource& source)
{
    std::size_t runs = 0;
    for (const core::Contender& contender : source.table.contenders)
        runs += contender.runs.size();
    QStringList parts;
    if (source.experiment && !source.experiment->title.empty())
        parts << shortTitle(experimentTitle(source.experiment->title));
    if (source.table.contenders.size() > 1)
        parts << ReportWords::tr("%1 contenders").arg(source.table.contenders.size());
    parts << ReportWords::tr("%1 runs").arg(runs);
    parts << source.files.join(ReportWords::tr(", "));
    return parts.join(QStringLiteral("  ·  "));
}

QStringList omissionSentences(const core::SweepTable& table)
{
    QStringList sentences;
    if (table.repeatedRows > 0)
        sentences << ReportWords::tr("Rows that were there twice count once: %1.").arg(table.repeatedRows);
    if (table.halfRows > 0)
        sentences << ReportWords::tr("The last line of a file was cut off, and left out.");
    return sentences;
}

/// Beside the final accuracy or loss.
bool isShown(const core::MeasureInfo& info)
{
    static constexpr std::array<std::string_view, 4> kShown{"generalization_gap", "delta_ratio_start",
                                                            "delta_ratio_end", "gradient_dead_end"};
    return info.ofAccuracy || std::find(kShown.begin(), kShown.end(), info.id) != kShown.end();
}

/// With tests only where the report speaks of them: every pair has one.
core::Comparison compared(const std::vector<core::Contender>& contenders, const core::Measure& measure)
{
    const bool isJudged = measure.info->better != core::Better::Neither && measure.info->id != "gradient_dead_end";
    if (isJudged && contenders.size() <= kMostCompared)
        return core::compare(contenders, measure);
    core::Comparison comparison;
    comparison.measure = measure;
    for (const core::Contender& contender : contenders)
        comparison.summaries.push_back(core::summarize(measure, contender));
    comparison.verdicts.assign(contenders.size(), core::Verdict::NotRanked);
    return comparison;
}

} // namespace

ComparedSweep::ComparedSweep(const core::SweepTable& sweep)
    : table(sweep)
    , groups(groupsOf(sweep))
{
    bool hasMain = false;
    for (const core::Measure& measure : core::measuresOf(table.contenders, table.accuracies.size())) {
        const bool isFinal = measure.info->id.ends_with("_final");
        if ((isFinal && hasMain) || !(isFinal || isShown(*measure.info)))
            continue;
        hasMain = hasMain || isFinal;
        MeasureResult result{measure, isFinal, {}};
        for (const ContenderGroup& group : groups)
            result.byGroup.push_back(compared(group.contenders, measure));
        results.push_back(std::move(result));
    }
}

const MeasureResult* ComparedSweep::find(std::string_view id) const
{
    const auto found = std::find_if(results.begin(), results.end(),
                                    [id](const MeasureResult& result) { return result.measure.info->id == id; });
    return found == results.end() ? nullptr : &*found;
}

const MeasureResult* ComparedSweep::main() const
{
    const auto found = std::find_if(results.begin(), results.end(), [](const auto& result) { return result.isMain; });
    return found == results.end() ? nullptr : &*found;
}

ReportHeadings ReportHeadings::translated()
{
    return {ReportWords::tr("What the runs say"),
            ReportWords::tr("Figures"),
            ReportWords::tr("The numbers"),
            ReportWords::tr("Settings"),
            ReportWords::tr("How the statistics were done"),
            ReportWords::tr("How to reproduce")};
}

Report makeReport(const ReportSource& source)
{
    const ComparedSweep sweep(source.table);
    Report report;
    report.title = titleOf(source);
    report.subtitle = subtitleOf(source);
    report.summary = summarySentences(sweep) + omissionSentences(source.table);
    report.figures = reportFigures(sweep);
    report.tables = reportTables(sweep);
    report.tableNotes = tableNotes(sweep);
    report.settings = variedSettings(source.table);
    if (source.experiment) {
        auto common = settingsOf(*source.experiment, source.table.keys);
        std::move(common.begin(), common.end(), std::back_inserter(report.settings));
        if (!source.experiment->network.layers.empty())
            report.settingsNotes << ReportWords::tr(
                "Layers have settings of their own; the experiment file lists them.");
    } else {
        report.settingsNotes << ReportWords::tr(
            "Of the other settings nothing is known: there is no comparison file beside the table.");
    }
    report.methods = methodSentences(sweep);
    report.commands = source.commands;
    report.version = source.version;
    return report;
}

} // namespace ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/RaceResults.h"

#include "core/io/ComparisonJson.h"
#include "core/io/SweepCsv.h"
#include "ui/base/Words.h"
#include "ui/report/ReportHtml.h"
#include "ui/report/ReportPdf.h"
#include "ui/widgets/FigureExport.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace ui
{

namespace
{

core::ComparisonPlan comparisonOf(const RaceState& race)
{
    core::ComparisonPlan plan;
    plan.title = race.plan.title;
    plan.experiment = race.plan.base;
    plan.settings = race.plan.settings;
    plan.axes = race.plan.axes;
    plan.seeds = {race.plan.firstSeed, race.plan.firstSeed + race.plan.seeds - 1};
    plan.options = race.options;
    return plan;
}

QByteArray tableOf(const RaceState& race)
{
    std::string text = core::sweepHeader(race.plan.axes, race.options);
    for (std::size_t at = 0; at < race.combinations.size(); ++at)
        for (const auto& [seed, row] : race.table.contenders[at].runs)
            if (row)
                text += core::sweepLine({race.combinations[at], seed}, *row);
    return QByteArray::fromStdString(text);
}

Report reportOf(const RaceState& race)
{
    ReportSource source;
    source.table = race.table;
    source.title = fromCore(race.plan.title);
    source.experiment = race.plan.base;
    source.version = QStringLiteral("Actiscope ") + QCoreApplication::applicationVersion();
    return makeReport(source);
}

/// "results.csv" → "results.comparison.json", as `sweep` names it.
QString besides(const QString& path)
{
    const QFileInfo file(path);
    return file.path() + QLatin1Char('/') + file.completeBaseName() + QStringLiteral(".comparison.json");
}

} // namespace

core::Outcome writeRace(const RaceState& race, const QString& path, const QString& language)
{
    const QString suffix = QFileInfo(path).suffix().toLower();
    if (suffix == QLatin1String("pdf")) {
        const QByteArray bytes = reportPdf(reportOf(race), ThemeKind::Light);
        if (bytes.isEmpty())
            return core::Fault{core::FaultCode::Unwritable, path.toStdString(), {"PDF"}};
        return writeFiles({{path, bytes}});
    }
    if (suffix == QLatin1String("html") || suffix == QLatin1String("htm"))
        return writeFiles({{path, reportHtml(reportOf(race), std::nullopt, language)}});
    return writeFiles({{path, tableOf(race)},
                       {besides(path), QByteArray::fromStdString(core::comparisonToText(comparisonOf(race)))}});
}

} // namespace ui

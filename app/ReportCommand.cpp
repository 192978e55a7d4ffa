// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ReportCommand.h"

#include "app/ComparisonBeside.h"
#include "app/Console.h"
#include "app/Language.h"
#include "core/io/SweepTable.h"
#include "ui/report/ReportHtml.h"
#include "ui/report/ReportPdf.h"
#include "ui/widgets/FigureExport.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

#include <algorithm>

namespace app
{

namespace
{

/// What the arguments ask for.
struct ReportRequest {
    QStringList tables;
    QString out;
    bool isPdf = false;
    std::optional<ui::ThemeKind> theme; ///< without one, HTML follows the reader's system
    QString language;
};

ReportRequest readRequest(const Arguments& arguments, ArgumentReader& reader)
{
    ReportRequest request{arguments.words, arguments.value("--out"), false, std::nullopt, {}};
    const QString suffix = QFileInfo(request.out).suffix().toLower();
    request.isPdf = suffix == QLatin1String("pdf");
    if (request.out.isEmpty())
        reader.missing(QStringLiteral("report"), QStringLiteral("--out report.html"));
    else if (!request.isPdf && suffix != QLatin1String("html") && suffix != QLatin1String("htm"))
        reader.bad("--out", request.out,
                   translated(QT_TRANSLATE_NOOP("CommandLine", "a name that ends in .html or .pdf")));
    for (const QString& table : request.tables)
        if (!request.out.isEmpty() && QFileInfo(table).absoluteFilePath() == QFileInfo(request.out).absoluteFilePath())
            reader.bad("--out", request.out,
                       translated(QT_TRANSLATE_NOOP("CommandLine", "another file than the table's")));
    const QString theme = reader.choice("--theme", {QStringLiteral("light"), QStringLiteral("dark")}, {});
    if (!theme.isEmpty())
        request.theme = ui::Theme::kindOf(theme);
    request.language = reader.choice("--language", languageNames(), systemLanguage());
    return request;
}

core::Result<core::SweepTable> readTables(const QStringList& files)
{
    std::vector<std::string> paths;
    for (const QString& file : files)
        paths.push_back(QFile::encodeName(file).toStdString());
    core::Result<core::SweepTable> table = core::readSweepTable(paths);
    if (table && table.value().contenders.empty())
        return core::Fault{
            core::FaultCode::MissingArgument,
            files.first().toStdString(),
            {translated(QT_TRANSLATE_NOOP("CommandLine", "a row for each run, but there is none yet")).toStdString()}};
    return table;
}

/// As a shell takes it: in quotes where it is more than a plain word.
QString quoted(const QString& word)
{
    const auto isPlain = [](QChar letter) {
        return letter.isLetterOrNumber() || QStringLiteral("._-/=,+:").contains(letter);
    };
    if (!word.isEmpty() && std::all_of(word.begin(), word.end(), isPlain))
        return word;
    QString inside = word;
    return QLatin1Char('\'') + inside.replace(QLatin1Char('\''), QStringLiteral("'\\''")) + QLatin1Char('\'');
}

QStringList commandsOf(const ReportRequest& request, const QString& comparison)
{
    QStringList commands;
    if (!comparison.isEmpty())
        commands
            << QStringLiteral("actiscope sweep %1 --out %2").arg(quoted(comparison), quoted(request.tables.first()));
    QStringList report{QStringLiteral("actiscope report")};
    for (const QString& table : request.tables)
        report << quoted(table);
    report << QStringLiteral("--out") << quoted(request.out);
    if (request.theme)
        report << QStringLiteral("--theme") << ui::Theme::of(*request.theme).id();
    commands << report.join(QLatin1Char(' '));
    return commands;
}

QByteArray reportBytes(const ReportRequest& request, const ui::Report& report)
{
    if (request.isPdf)
        return ui::reportPdf(report, request.theme.value_or(ui::ThemeKind::Light));
    return ui::reportHtml(report, request.theme, request.language);
}

} // namespace

int runReport(const Arguments& arguments)
{
    ArgumentReader reader(arguments);
    const ReportRequest request = readRequest(arguments, reader);
    if (!reader.faults().empty()) {
        printFaults(reader.faults());
        return kBadInput;
    }
    core::Result<core::SweepTable> table = readTables(request.tables);
    if (!table) {
        printFaults(table.faults());
        return kBadInput;
    }
    if (const core::Outcome outcome = ui::checkWritable({request.out}); !outcome) {
        printFaults(outcome.faults());
        return kFault;
    }
    const auto comparison = comparisonBeside(request.tables.first(), table.value().keys);
    ui::ReportSource source{std::move(table).value(), {}, {}, {}, {}, QStringLiteral("Actiscope " ACTISCOPE_VERSION)};
    for (const QString& file : request.tables)
        source.files << QFileInfo(file).fileName();
    if (comparison) {
        source.title = QString::fromStdString(comparison->title);
        source.experiment = comparison->experiment;
    }
    source.commands = commandsOf(request, comparison ? comparison->path : QString());
    const QByteArray bytes = reportBytes(request, ui::makeReport(source));
    const core::Outcome outcome = bytes.isEmpty()
                                      ? core::Fault{core::FaultCode::Unwritable, request.out.toStdString(), {"PDF"}}
                                      : ui::writeFiles({{request.out, bytes}});
    if (outcome)
        return kDone;
    printFaults(outcome.faults());
    return kFault;
}

} // namespace app

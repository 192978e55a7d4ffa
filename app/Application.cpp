// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/Application.h"

#include "app/CommandLine.h"
#include "app/Console.h"
#include "app/Curve.h"
#include "app/ExperimentSource.h"
#include "app/ExportCode.h"
#include "app/Language.h"
#include "app/Listing.h"
#include "app/ReportCommand.h"
#include "app/Resources.h"
#include "app/RunCommand.h"
#include "app/SweepCommand.h"
#include "app/TheoryCommand.h"
#include "app/Window.h"
#include "core/nn/kernels/Kernels.h"
#include "ui/base/Theme.h"

#include <QApplication>

#include <clocale>
#include <cstring>
#include <langinfo.h>
#include <memory>

namespace app
{

namespace
{

int runHeadless(const Arguments& arguments)
{
    const core::ResourceReader resources = bundledResources();
    const QString command = QString::fromUtf8(arguments.command->name);
    if (command == QLatin1String("run"))
        return runCommand(arguments, resources);
    if (command == QLatin1String("curve"))
        return runCurve(arguments);
    if (command == QLatin1String("theory"))
        return runTheory(arguments, resources);
    if (command == QLatin1String("sweep"))
        return runSweep(arguments, resources);
    if (command == QLatin1String("report"))
        return runReport(arguments);
    if (command == QLatin1String("export-code"))
        return runExportCode(arguments, resources);
    if (command == QLatin1String("list"))
        return runList(arguments, resources);
    return runCheck(arguments);
}

/// The second line says which kernels compute here, and which others could.
QString versionText()
{
    QStringList names;
    for (const core::Kernels* path : core::availableKernels())
        names << QString::fromUtf8(path->name.data(), static_cast<qsizetype>(path->name.size()));
    const std::string_view chosen = core::kernels().name;
    return QStringLiteral("actiscope " ACTISCOPE_VERSION "\nkernels: %1 (ACTISCOPE_KERNELS: %2)\n")
        .arg(QString::fromUtf8(chosen.data(), static_cast<qsizetype>(chosen.size())), names.join(QStringLiteral(", ")));
}

int answer(const core::Result<Arguments>& arguments)
{
    if (!arguments) {
        printFaults(arguments.faults());
        printMessage(QCoreApplication::translate("CommandLine", "\"actiscope --help\" tells what there is."));
        return kBadInput;
    }
    if (arguments.value().version)
        return printResult(versionText());
    const CommandRow& command = *arguments.value().command;
    return printResult(*command.name == '\0' ? helpText() : helpText(command));
}

/// A system on which nobody has chosen a locale has one without UTF-8, and Qt would complain of that on every start.
void preferUtf8()
{
    std::setlocale(LC_CTYPE, "");
    if (std::strcmp(nl_langinfo(CODESET), "UTF-8") == 0)
        return;
    // The language stays the one asked for, even where the system has no such locale.
    if (const QByteArray all = qgetenv("LC_ALL"); !all.isEmpty())
        qputenv("LC_MESSAGES", all);
    qunsetenv("LC_ALL");
    qputenv("LC_CTYPE", "C.UTF-8");
}

QStringList typedArguments(int argc, char** argv)
{
    QStringList typed;
    for (int i = 1; i < argc; ++i)
        typed << QString::fromLocal8Bit(argv[i]);
    return typed;
}

} // namespace

int runApplication(int argc, char** argv)
{
    preferUtf8();
    // Arguments come in the encoding of the system, numbers are always written with a point.
    const QStringList typed = typedArguments(argc, argv);
    core::Result<Arguments> parsed = parseArguments(typed);
    const bool isWindow = parsed && *parsed.value().command->name == '\0';
    const bool onlyAnswer = !parsed || parsed.value().help || parsed.value().version;
    if (isWindow && !onlyAnswer)
        return runWindow(argc, argv, parsed.value());

    // Figures need fonts and painters, which need a QApplication, which needs no display offscreen.
    const bool isReport = parsed && qstrcmp(parsed.value().command->name, "report") == 0;
    const bool draws = !onlyAnswer && (isReport || parsed.value().has("--figures"));
    if (draws)
        qputenv("QT_QPA_PLATFORM", "offscreen");
    // What Qt has to say about an environment without a window system is of no use to anybody.
    const QtMessageHandler usual = qInstallMessageHandler([](QtMsgType, const QMessageLogContext&, const QString&) {});
    const auto application = draws ? std::unique_ptr<QCoreApplication>(std::make_unique<QApplication>(argc, argv))
                                   : std::make_unique<QCoreApplication>(argc, argv);
    qInstallMessageHandler(usual);
    if (draws)
        ui::loadFonts();
    Language language;
    if (const QString sentence = language.choose(parsed ? parsed.value().value("--language") : QString());
        !sentence.isEmpty())
        printMessage(sentence);
    if (!parsed)
        parsed = parseArguments(typed); // again, now that there are words for what is wrong
    if (onlyAnswer)
        return answer(parsed);
    return runHeadless(parsed.value());
}

} // namespace app

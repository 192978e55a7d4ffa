// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/Window.h"

#include "app/Console.h"
#include "app/ExperimentSource.h"
#include "app/Language.h"
#include "app/Resources.h"
#include "ui/MainWindow.h"
#include "ui/base/ComparisonEntry.h"
#include "ui/base/Theme.h"
#include "ui/widgets/MessageBar.h"

#include <QApplication>
#include <QFileInfo>
#include <QIcon>
#include <QScreen>
#include <QTimer>

#include <cstdlib>

namespace app
{

namespace
{

const QString kFirstPreset = QStringLiteral("vanishing-sigmoid");

/// Qt ends the program when it finds no display; before that it says so here, in several lines for experts.
void tellMissingDisplay(QtMsgType type, const QMessageLogContext&, const QString&)
{
    if (type != QtFatalMsg)
        return;
    printMessage(
        translatedEarly("Application",
                        QT_TRANSLATE_NOOP("Application",
                                          "There is no display to open a window on. Without one, run: "
                                          "actiscope run --preset %1 --figures DIR   (more: actiscope --help)"))
            .arg(kFirstPreset));
    std::_Exit(kFault);
}

/// Tells what is wrong, without a window.
int refuse(int argc, char** argv, const QString& wanted, const core::Faults& ofArguments, const core::Faults& ofFile,
           const QString& file)
{
    const QCoreApplication application(argc, argv); // words need one
    Language language;
    language.choose(wanted);
    printFaults(ofArguments);
    printFaults(ofFile, file);
    return kBadInput;
}

} // namespace

int runWindow(int argc, char** argv, const Arguments& arguments)
{
    const core::ResourceReader resources = bundledResources();
    const QString file = arguments.words.value(0);
    const bool compares = ui::isComparisonFile(file); // which is raced beside what was open the last time
    const bool opens = !compares && !file.isEmpty();
    auto config = opens ? readExperimentFile(file) : readPreset(kFirstPreset, resources);
    core::Faults faults = config ? core::Faults{} : config.faults();
    if (compares)
        if (const auto comparison = ui::readComparisonFile(file); !comparison)
            faults = comparison.faults();
    ArgumentReader reader(arguments);
    const QString wanted = reader.choice("--language", languageNames(), {});
    if (!faults.empty() || !reader.faults().empty())
        return refuse(argc, argv, wanted, reader.faults(), faults, file);

    const QtMessageHandler usual = qInstallMessageHandler(tellMissingDisplay);
    QApplication application(argc, argv);
    qInstallMessageHandler(usual);
    QCoreApplication::setApplicationName(QStringLiteral("Actiscope"));
    QGuiApplication::setDesktopFileName(QStringLiteral("io.github.actiscope.Actiscope"));
    QCoreApplication::setApplicationVersion(QStringLiteral(ACTISCOPE_VERSION));
    Language language;
    const QString sentence = language.choose(wanted);

    QApplication::setStyle(QStringLiteral("Fusion"));
    ui::loadFonts();
    QApplication::setFont(ui::themeFont());
    QApplication::setWindowIcon(QIcon(QStringLiteral(":/icons/actiscope.svg")));

    ui::MainWindow window({resources, presetNames(), ui::Preferences::usualFile(), ui::Recovery::usualFolder(),
                           language.offered(), !wanted.isEmpty(), comparisonNames()},
                          {std::move(config).value(), opens ? QFileInfo(file).absoluteFilePath() : QString()});
    // Where no window manager keeps it on the screen, it would stick out of a small one.
    window.resize(window.size().boundedTo(window.screen()->availableSize()));
    window.show();
    if (!sentence.isEmpty())
        window.messageBar().showMessage(sentence);
    if (compares) // with a dialog, once the window stands
        QTimer::singleShot(0, &window, [&] { window.openFile(QFileInfo(file).absoluteFilePath()); });
    return QApplication::exec();
}

} // namespace app

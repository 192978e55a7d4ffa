// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/RunCommand.h"

#include "app/Console.h"
#include "app/ExperimentSource.h"
#include "app/HeadlessRunner.h"
#include "app/Language.h"
#include "ui/panels/Figures.h"
#include "ui/widgets/FigureExport.h"

#include <QCoreApplication>
#include <QDir>
#include <QSize>
#include <QTemporaryFile>

#include <algorithm>
#include <array>

namespace app
{

namespace
{

constexpr std::int64_t kRecordsByDefault = 200;
constexpr std::array kFigureOptions{"--formats", "--size", "--dpi", "--theme"};

/// What the options say about figures.
struct FigureRequest {
    QString folder;
    ui::FigureOptions options;
};

QSize figureSize(const Arguments& arguments, ArgumentReader& reader)
{
    constexpr int kLeast = 200;
    constexpr int kMost = 10000;
    if (!arguments.has("--size"))
        return ui::FigureOptions{}.size;
    const QString text = arguments.value("--size");
    const QStringList parts = text.toLower().split(QLatin1Char('x'));
    bool widthIsNumber = false;
    bool heightIsNumber = false;
    const QSize size(parts.value(0).toInt(&widthIsNumber), parts.value(1).toInt(&heightIsNumber));
    const auto fits = [](int length) { return length >= kLeast && length <= kMost; };
    if (parts.size() != 2 || !widthIsNumber || !heightIsNumber || !fits(size.width()) || !fits(size.height()))
        reader.bad("--size", text,
                   translated(QT_TRANSLATE_NOOP("CommandLine", "WxH, each %1 … %2")).arg(kLeast).arg(kMost));
    return size;
}

std::optional<FigureRequest> figureRequest(const Arguments& arguments, ArgumentReader& reader)
{
    if (!arguments.has("--figures")) {
        for (const char* option : kFigureOptions)
            if (arguments.has(option))
                reader.bad(option, arguments.value(option),
                           translated(QT_TRANSLATE_NOOP("CommandLine", "only together with --figures DIR")));
        return std::nullopt;
    }
    FigureRequest request;
    request.folder = arguments.value("--figures");
    if (request.folder.isEmpty())
        reader.missing(QStringLiteral("--figures"), QStringLiteral("DIR"));
    const QStringList formats{QStringLiteral("png"), QStringLiteral("svg"), QStringLiteral("pdf")};
    request.options.formats = reader.choices("--formats", formats, formats.mid(0, 1));
    request.options.size = figureSize(arguments, reader);
    request.options.dpi = static_cast<int>(reader.integer("--dpi", 24, 2400).value_or(request.options.dpi));
    const QString dark = QStringLiteral("dark");
    const bool isDark = reader.choice("--theme", {QStringLiteral("light"), dark}, {}) == dark;
    request.options.theme = isDark ? ui::ThemeKind::Dark : ui::ThemeKind::Light;

    constexpr double kMostPixels = 200e6; // a picture that fits into memory and into programs
    const double scale = static_cast<double>(request.options.dpi) / ui::kScreenDpi;
    if (reader.faults().empty() &&
        request.options.size.width() * scale * request.options.size.height() * scale > kMostPixels)
        reader.bad("--dpi", QString::number(request.options.dpi),
                   translated(QT_TRANSLATE_NOOP("CommandLine", "at most 200 million pixels in a picture")));
    return request;
}

/// The folder is made if need be; whether files can be made in it is found out now, not after the training.
core::Outcome prepareFolder(const QString& folder)
{
    if (!QDir().mkpath(folder))
        return core::Fault{core::FaultCode::Unwritable,
                           folder.toStdString(),
                           {translated(QT_TRANSLATE_NOOP("CommandLine", "no such folder can be made")).toStdString()}};
    QTemporaryFile probe(folder + QStringLiteral("/actiscope-XXXXXX"));
    if (!probe.open())
        return core::Fault{core::FaultCode::Unwritable, folder.toStdString(), {probe.errorString().toStdString()}};
    return core::Done{};
}

} // namespace

int runCommand(const Arguments& arguments, const core::ResourceReader& resources)
{
    ArgumentReader reader(arguments);
    const std::optional<FigureRequest> figures = figureRequest(arguments, reader);
    const std::optional<qint64> recordEvery = reader.integer("--record-every", 1, 1'000'000'000);
    reader.choice("--language", languageNames(), {});
    if (arguments.has("--metrics") && arguments.value("--metrics").isEmpty())
        reader.missing(QStringLiteral("--metrics"), QStringLiteral("PATH|-"));
    reader.keepDocument("--metrics");
    printFaults(reader.faults());

    SourceFaults problem;
    const std::optional<core::ExperimentConfig> config = loadExperiment(arguments, resources, problem);
    printFaults(problem.faults, problem.document);
    if (!config || !reader.faults().empty())
        return kBadInput;

    RunOptions options;
    options.config = *config;
    options.recordEvery = recordEvery.value_or(
        std::max<std::int64_t>(1, (config->training.steps + kRecordsByDefault - 1) / kRecordsByDefault));
    options.metrics = arguments.value("--metrics");
    options.quiet = arguments.has("--quiet");
    if (figures) {
        if (const core::Outcome outcome = prepareFolder(figures->folder); !outcome) {
            printFaults(outcome.faults());
            return kFault;
        }
        options.draw = [figures](const ui::FrameData& frame) {
            return ui::writeFigures(frame, figures->options, figures->folder);
        };
    }
    catchSignals();
    return HeadlessRunner(std::move(options), resources).run();
}

} // namespace app

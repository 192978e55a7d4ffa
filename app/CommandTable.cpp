// SPDX-License-Identifier: GPL-3.0-or-later
// The rows of the command line: what there is, and its help.
#include "app/CommandLine.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace app
{

namespace
{

constexpr OptionRow kPreset{
    "--preset", "NAME", false,
    QT_TRANSLATE_NOOP("CommandLine", "take a bundled experiment instead of a file; \"list presets\" names them")};
constexpr OptionRow kSet{
    "--set", "KEY=VALUE", true,
    QT_TRANSLATE_NOOP("CommandLine",
                      "change a value of the experiment, e.g. network.depth=20; may be given several times")};

constexpr std::array kWindowOptions{
    OptionRow{"--language", "NAME", false,
              QT_TRANSLATE_NOOP("CommandLine",
                                "language of the window: en or zh_CN; default: the one chosen last, or the system's")},
};

constexpr OptionRow kSteps{"--steps", "N", false,
                           QT_TRANSLATE_NOOP("CommandLine", "make N steps instead of the number in the experiment")};

constexpr std::array kRunOptions{
    kPreset,
    kSet,
    kSteps,
    OptionRow{"--record-every", "K", false,
              QT_TRANSLATE_NOOP("CommandLine", "record steps 0, K, 2K, … and the last; default: 200 records in all")},
    OptionRow{"--metrics", "PATH|-", false,
              QT_TRANSLATE_NOOP("CommandLine", "write every recorded step as a JSON line; - is standard output")},
    OptionRow{"--figures", "DIR", false,
              QT_TRANSLATE_NOOP("CommandLine", "draw every card and the dashboard of the last step into this folder")},
    OptionRow{"--formats", "LIST", false,
              QT_TRANSLATE_NOOP("CommandLine", "formats of the figures: png, svg, pdf; default: png")},
    OptionRow{"--size", "WxH", false,
              QT_TRANSLATE_NOOP("CommandLine", "size of a figure in pixels at 96 dpi; default: 960x600")},
    OptionRow{"--dpi", "N", false, QT_TRANSLATE_NOOP("CommandLine", "resolution of PNG figures; default: 192")},
    OptionRow{"--theme", "THEME", false,
              QT_TRANSLATE_NOOP("CommandLine", "colors of the figures: light or dark; default: light")},
    OptionRow{"--language", "NAME", false,
              QT_TRANSLATE_NOOP("CommandLine", "language of figures and messages: en or zh_CN; default: the system's")},
    OptionRow{"--quiet", nullptr, false,
              QT_TRANSLATE_NOOP("CommandLine", "no progress and no closing sentence; faults are always told")},
};

constexpr std::array kCurveOptions{
    OptionRow{"--param", "K=V", true,
              QT_TRANSLATE_NOOP("CommandLine", "a parameter of the activation, e.g. negative_slope=0.2")},
    OptionRow{"--expression", "F", false,
              QT_TRANSLATE_NOOP("CommandLine", "the formula of the activation “custom”, e.g. \"x * sigmoid(a*x)\"")},
    OptionRow{"--from", "A", false, QT_TRANSLATE_NOOP("CommandLine", "first x")},
    OptionRow{"--to", "B", false, QT_TRANSLATE_NOOP("CommandLine", "last x")},
    OptionRow{"--points", "N", false, QT_TRANSLATE_NOOP("CommandLine", "number of x, both ends included")},
    OptionRow{"--at", "X1,X2,…", false, QT_TRANSLATE_NOOP("CommandLine", "these x instead of a range")},
};

constexpr std::array kTheoryOptions{kPreset, kSet};

constexpr std::array kSweepOptions{
    OptionRow{"--preset", "NAME", false,
              QT_TRANSLATE_NOOP("CommandLine",
                                "take a bundled comparison or experiment instead of a file; \"list comparisons\" and "
                                "\"list presets\" name them")},
    kSet,
    OptionRow{"--vary", "KEY=V1,V2,…", true,
              QT_TRANSLATE_NOOP("CommandLine",
                                "run with each of these values; several keys are combined; takes the place of a "
                                "comparison's values for it")},
    OptionRow{"--seeds", "A..B", false,
              QT_TRANSLATE_NOOP("CommandLine", "run each combination with every seed from A to B; default: the seeds "
                                               "of the comparison")},
    kSteps,
    OptionRow{"--accuracy", "LIST", false,
              QT_TRANSLATE_NOOP("CommandLine", "tell when the test set (else the training set) reached these; default: "
                                               "those of the comparison, else 0.95")},
    OptionRow{
        "--evaluate-every", "K", false,
        QT_TRANSLATE_NOOP("CommandLine", "evaluate at steps 0, K, 2K, … and at the last; default: once an epoch")},
    OptionRow{"--jobs", "N", false,
              QT_TRANSLATE_NOOP("CommandLine", "train N networks at a time; default: one a processor core")},
    OptionRow{"--shard", "I/N", false,
              QT_TRANSLATE_NOOP("CommandLine", "only part I of N, for several machines; the parts' files can be "
                                               "concatenated")},
    OptionRow{"--resume", nullptr, false,
              QT_TRANSLATE_NOOP("CommandLine", "keep the rows that the file has, and add those that are missing")},
    OptionRow{"--out", "PATH.csv", false,
              QT_TRANSLATE_NOOP("CommandLine", "the table, one row a run; - is standard output")},
    OptionRow{"--quiet", nullptr, false,
              QT_TRANSLATE_NOOP("CommandLine", "no progress and no closing sentence; faults are always told")},
};

constexpr std::array kReportOptions{
    OptionRow{"--out", "PATH", false,
              QT_TRANSLATE_NOOP("CommandLine", "the report: one file that needs no other, PATH.html or PATH.pdf")},
    OptionRow{"--theme", "THEME", false,
              QT_TRANSLATE_NOOP("CommandLine", "its colors: light or dark; default: light, and dark in a browser whose "
                                               "system is")},
    OptionRow{"--language", "NAME", false,
              QT_TRANSLATE_NOOP("CommandLine", "its language: en or zh_CN; default: the system's")},
};

constexpr std::array kExportOptions{
    kPreset,
    kSet,
    OptionRow{"--framework", "NAME", false, QT_TRANSLATE_NOOP("CommandLine", "what the code is for: pytorch")},
    OptionRow{
        "--with-state", nullptr, false,
        QT_TRANSLATE_NOOP("CommandLine",
                          "save data, initial weights and batch order, too, so that the script repeats these losses")},
    OptionRow{"--out", "PATH", false,
              QT_TRANSLATE_NOOP("CommandLine", "the script; what it loads goes into a folder beside it")},
};

constexpr std::array kListOptions{
    OptionRow{"--json", nullptr, false,
              QT_TRANSLATE_NOOP("CommandLine", "as JSON, with formulas, parameters and their ranges")},
};

constexpr std::array<CommandRow, 9> kCommands{{
    {"", "[FILE]", 0, 1, kWindowOptions,
     QT_TRANSLATE_NOOP("CommandLine",
                       "Open the window, with the experiment or the comparison in FILE if one is given.")},
    {"run", "[FILE]", 0, 1, kRunOptions,
     QT_TRANSLATE_NOOP(
         "CommandLine",
         "Train without a window: the experiment in FILE, or a preset. Prints a summary, or writes JSON lines.")},
    {"curve", "ACTIVATION", 1, 1, kCurveOptions,
     QT_TRANSLATE_NOOP(
         "CommandLine",
         "Print an activation and its derivative as CSV, computed as training computes them. Give --from, --to and "
         "--points, or --at.")},
    {"theory", "[FILE]", 0, 1, kTheoryOptions,
     QT_TRANSLATE_NOOP("CommandLine",
                       "Print as JSON what mean-field theory predicts for the network in FILE, or in a preset, before "
                       "its first step.")},
    {"sweep", "[FILE]", 0, 1, kSweepOptions,
     QT_TRANSLATE_NOOP(
         "CommandLine",
         "Train the experiment in FILE, or a preset, again and again, with other values and other seeds, and write a\n"
         "table (CSV) of what came out. FILE may be a comparison, which names the values and the seeds. Beside "
         "PATH.csv\n"
         "PATH.comparison.json is written, the comparison that makes this table again.")},
    {"report", "RESULTS.csv…", 1, 1000, kReportOptions,
     QT_TRANSLATE_NOOP(
         "CommandLine",
         "Make a report of what a sweep has found: what its tables support, in sentences, figures and numbers.")},
    {"export-code", "[FILE]", 0, 1, kExportOptions,
     QT_TRANSLATE_NOOP(
         "CommandLine",
         "Write the experiment in FILE, or a preset, as a Python script that trains the same network with PyTorch.")},
    {"list", "WHAT", 1, 1, kListOptions,
     QT_TRANSLATE_NOOP("CommandLine",
                       "Name what there is. WHAT: activations, normalizations, residuals, dropouts, initializers,\n"
                       "losses, optimizers, schedules, datasets, presets, comparisons or settings.")},
    {"check",
     "FILE",
     1,
     1,
     {},
     QT_TRANSLATE_NOOP("CommandLine", "Check the file of an experiment or a comparison and tell every fault in it.")},
}};

constexpr std::array kGeneralOptions{
    OptionRow{"--help, -h", nullptr, false,
              QT_TRANSLATE_NOOP("CommandLine", "this text; after a command: only its part of it")},
    OptionRow{"--version", nullptr, false,
              QT_TRANSLATE_NOOP("CommandLine", "the version of the program, and which kernels it computes with")},
};

QString usage(const CommandRow& command)
{
    QStringList parts{QStringLiteral("actiscope")};
    for (const char* part : {command.name, command.words})
        if (*part != '\0')
            parts << QString::fromUtf8(part);
    if (!command.options.empty())
        parts << translated(QT_TRANSLATE_NOOP("CommandLine", "[options]"));
    return parts.join(QLatin1Char(' '));
}

QString optionLine(const QString& left, const QString& right)
{
    constexpr int kLeftColumn = 26;
    return QStringLiteral("  ") + left.leftJustified(kLeftColumn) + QLatin1Char(' ') + right + QLatin1Char('\n');
}

} // namespace

std::span<const CommandRow> commandTable()
{
    return kCommands;
}

std::span<const OptionRow> generalOptions()
{
    return kGeneralOptions;
}

const CommandRow* findCommand(const QString& name)
{
    const auto found = std::find_if(kCommands.begin(), kCommands.end(),
                                    [&](const CommandRow& row) { return name == QString::fromUtf8(row.name); });
    return found == kCommands.end() ? nullptr : &*found;
}

QString helpText(const CommandRow& command)
{
    const QString indent = QStringLiteral("\n    ");
    QString text =
        usage(command) + indent + translated(command.help).replace(QLatin1Char('\n'), indent) + QLatin1Char('\n');
    for (const OptionRow& option : command.options) {
        QString left = QString::fromUtf8(option.name);
        if (option.value != nullptr)
            left += QLatin1Char(' ') + QString::fromUtf8(option.value);
        text += optionLine(left, translated(option.help));
    }
    return text;
}

QString helpText()
{
    QString text =
        translated(QT_TRANSLATE_NOOP("CommandLine", "Actiscope, a desktop microscope for activation functions.")) +
        QStringLiteral("\n\n");
    for (const CommandRow& command : kCommands)
        text += helpText(command) + QLatin1Char('\n');
    for (const OptionRow& option : kGeneralOptions)
        text += optionLine(QString::fromUtf8(option.name), translated(option.help));
    return text + QLatin1Char('\n') + closingLines().join(QLatin1Char('\n')) + QLatin1Char('\n');
}

QStringList closingLines()
{
    return translated(QT_TRANSLATE_NOOP(
                          "CommandLine",
                          "A KEY is a path into the experiment file (optimizer.learning_rate); a VALUE is JSON or a "
                          "word.\nResults go to standard output or the files named, all else to standard error.\n"
                          "Exit codes: 0 done, 1 fault (a file cannot be written …), 2 bad arguments or file, "
                          "3 the run diverged, 130 or 143 stopped by a signal."))
        .split(QLatin1Char('\n'));
}

} // namespace app

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

#define HELP(text) QT_TRANSLATE_NOOP("CommandLine", text)

constexpr OptionRow kPreset{"--preset", "NAME", false,
                            HELP("take a bundled experiment instead of a file; \"list presets\" names them")};
constexpr OptionRow kSet{"--set", "KEY=VALUE", true,
                         HELP("change a value of the experiment, e.g. network.depth=20; may be given several times")};

constexpr std::array kRunOptions{
    kPreset,
    kSet,
    OptionRow{"--steps", "N", false, HELP("make N steps instead of the number in the experiment")},
    OptionRow{"--record-every", "K", false, HELP("record steps 0, K, 2K, … and the last; default: 200 records in all")},
    OptionRow{"--metrics", "PATH|-", false, HELP("write every recorded step as a JSON line; - is standard output")},
    OptionRow{"--figures", "DIR", false, HELP("draw every card and the dashboard of the last step into this folder")},
    OptionRow{"--formats", "LIST", false, HELP("formats of the figures: png, svg, pdf; default: png")},
    OptionRow{"--size", "WxH", false, HELP("size of a figure in pixels at 96 dpi; default: 960x600")},
    OptionRow{"--dpi", "N", false, HELP("resolution of PNG figures; default: 192")},
    OptionRow{"--theme", "THEME", false, HELP("colors of the figures: light or dark; default: light")},
    OptionRow{"--language", "NAME", false, HELP("language of figures and messages; default: the system's")},
    OptionRow{"--quiet", nullptr, false, HELP("no progress and no closing sentence; faults are always told")},
};

constexpr std::array kCurveOptions{
    OptionRow{"--param", "K=V", true, HELP("a parameter of the activation, e.g. negative_slope=0.2")},
    OptionRow{"--from", "A", false, HELP("first x")},
    OptionRow{"--to", "B", false, HELP("last x")},
    OptionRow{"--points", "N", false, HELP("number of x, both ends included")},
    OptionRow{"--at", "X1,X2,…", false, HELP("these x instead of a range")},
};

constexpr std::array kListOptions{
    OptionRow{"--json", nullptr, false, HELP("as JSON, with formulas, parameters and their ranges")},
};

constexpr std::array<CommandRow, 5> kCommands{{
    {"", "[FILE]", 0, 1, {}, HELP("Open the window, with the experiment in FILE if one is given.")},
    {"run", "[FILE]", 0, 1, kRunOptions,
     HELP("Train without a window: the experiment in FILE, or a preset. Prints a summary, or writes JSON lines.")},
    {"curve", "ACTIVATION", 1, 1, kCurveOptions,
     HELP("Print an activation and its derivative as CSV, computed as training computes them. Give --from, --to and "
          "--points, or --at.")},
    {"list", "WHAT", 1, 1, kListOptions,
     HELP("Name what there is. WHAT: activations, initializers, optimizers, losses, datasets or presets.")},
    {"check", "FILE", 1, 1, {}, HELP("Check an experiment file and tell every fault in it.")},
}};

QString translated(const char* text)
{
    return QCoreApplication::translate("CommandLine", text);
}

QString usage(const CommandRow& command)
{
    QStringList parts{QStringLiteral("actiscope")};
    for (const char* part : {command.name, command.words})
        if (*part != '\0')
            parts << QString::fromUtf8(part);
    if (!command.options.empty())
        parts << translated(HELP("[options]"));
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

const CommandRow* findCommand(const QString& name)
{
    const auto found = std::find_if(kCommands.begin(), kCommands.end(),
                                    [&](const CommandRow& row) { return name == QString::fromUtf8(row.name); });
    return found == kCommands.end() ? nullptr : &*found;
}

QString helpText(const CommandRow& command)
{
    QString text = usage(command) + QStringLiteral("\n    ") + translated(command.help) + QLatin1Char('\n');
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
        translated(HELP("Actiscope, a desktop microscope for activation functions.")) + QStringLiteral("\n\n");
    for (const CommandRow& command : kCommands)
        text += helpText(command) + QLatin1Char('\n');
    text +=
        optionLine(QStringLiteral("--help, -h"), translated(HELP("this text; after a command: only its part of it")));
    text += optionLine(QStringLiteral("--version"), translated(HELP("the version of the program")));
    text += QLatin1Char('\n') +
            translated(HELP("A KEY is a path into the experiment file (optimizer.learning_rate); a VALUE is JSON or a "
                            "word.\nResults go to standard output or the files named, all else to standard error.\n"
                            "Exit codes: 0 done, 1 fault (a file cannot be written …), 2 bad arguments or file, "
                            "3 the run diverged, 130 or 143 stopped by a signal."));
    return text + QLatin1Char('\n');
}

} // namespace app

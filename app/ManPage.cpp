// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ManPage.h"

#include "app/CommandLine.h"
#include "app/Resources.h"
#include "core/train/ConfigFields.h"
#include "ui/base/Words.h"

#include <QStringList>

namespace app
{

namespace
{

/// Text as roff shows it literally. What is not ASCII is named by its number: pages are read in any encoding.
QString escaped(const QString& text)
{
    QString roff;
    for (const char32_t character : text.toUcs4()) {
        switch (character) {
        case U'\\':
            roff += QStringLiteral("\\(rs");
            break;
        case U'-':
            roff += QStringLiteral("\\-");
            break;
        case U'\'':
            roff += QStringLiteral("\\(aq");
            break;
        case U'`':
            roff += QStringLiteral("\\(ga");
            break;
        case U'^':
            roff += QStringLiteral("\\(ha");
            break;
        case U'~':
            roff += QStringLiteral("\\(ti");
            break;
        default:
            if (character < 0x80)
                roff += QChar(static_cast<ushort>(character));
            else
                roff += QStringLiteral("\\[u%1]").arg(QString::number(character, 16).toUpper(), 4, QLatin1Char('0'));
        }
    }
    // A line that begins with a point would be a command.
    return roff.startsWith(QLatin1Char('.')) ? QStringLiteral("\\&") + roff : roff;
}

QString escaped(const char* text)
{
    return escaped(QString::fromUtf8(text));
}

QString bold(const QString& text)
{
    return QStringLiteral("\\fB%1\\fR").arg(escaped(text));
}

QString italic(const QString& text)
{
    return QStringLiteral("\\fI%1\\fR").arg(escaped(text));
}

QString section(const char* title)
{
    return QStringLiteral(".SH %1\n").arg(escaped(title));
}

QString paragraph(const QString& text)
{
    return QStringLiteral(".PP\n%1\n").arg(escaped(text));
}

/// A term and what it means, indented below it.
QString entry(const QString& term, const QString& meaning)
{
    return QStringLiteral(".TP\n%1\n%2\n").arg(term, escaped(meaning));
}

QString optionTerm(const OptionRow& option)
{
    QString term = bold(QString::fromUtf8(option.name));
    if (option.value != nullptr)
        term += QLatin1Char(' ') + italic(QString::fromUtf8(option.value));
    return term;
}

/// "actiscope run [FILE]", with the program and the command in bold.
QString commandTerm(const CommandRow& command)
{
    const QString name = QString::fromUtf8(command.name);
    QString term = bold(name.isEmpty() ? QStringLiteral("actiscope") : QStringLiteral("actiscope ") + name);
    if (*command.words != '\0')
        term += QLatin1Char(' ') + italic(QString::fromUtf8(command.words));
    return term;
}

QString synopsis()
{
    QString roff = section("SYNOPSIS");
    bool first = true;
    for (const CommandRow& command : commandTable()) {
        roff += first ? QString() : QStringLiteral(".br\n");
        first = false;
        roff += commandTerm(command) + QLatin1Char('\n');
        for (const OptionRow& option : command.options)
            roff += QStringLiteral("[%1]%2\n")
                        .arg(optionTerm(option), option.repeatable ? QStringLiteral("\\|.\\|.\\|.\\&") : QString());
    }
    return roff;
}

QString description()
{
    return section("DESCRIPTION") +
           paragraph(QStringLiteral(
               "Actiscope trains small neural networks and shows, while they train, the activation curve and its "
               "derivative, where the data falls on that curve, the distribution of every layer, and the gradient on "
               "its way back through the layers.")) +
           paragraph(QStringLiteral(
               "Without a command it opens a window. Its commands do the same work without one, and need no display. "
               "The same experiment with the same seed gives the same numbers either way, to the last bit on the same "
               "kind of machine.")) +
           paragraph(closingLines().value(1));
}

QString commands()
{
    QString roff = section("COMMANDS");
    for (const CommandRow& command : commandTable()) {
        roff += QStringLiteral(".SS %1\n").arg(commandTerm(command)) + escaped(command.help) + QLatin1Char('\n');
        for (const OptionRow& option : command.options)
            roff += entry(optionTerm(option), QString::fromUtf8(option.help));
    }
    roff += section("OPTIONS OF EVERY COMMAND");
    for (const OptionRow& option : generalOptions())
        roff += entry(optionTerm(option), QString::fromUtf8(option.help));
    return roff;
}

QString keysAndValues()
{
    QString roff = section("KEYS AND VALUES") + paragraph(closingLines().value(0)) +
                   paragraph(QStringLiteral(
                       "An experiment is a JSON file in which every key has a default. A kind brings keys of its own; "
                       "those marked \"at any time\" may also change while the network trains. \"actiscope list\" "
                       "tells the parameters and formulas of every kind."));
    for (const core::Field& field : core::fieldsOfAllKinds()) {
        QStringList facts{ui::fromCore(field.typeName())};
        const QString allowed = ui::fromCore(field.allowed());
        if (!allowed.isEmpty())
            facts << allowed;
        const bool hasDefault = !std::holds_alternative<std::monostate>(field.defaultValue);
        if (hasDefault && field.type != core::FieldType::Layers)
            facts << QStringLiteral("default: ") + ui::fromCore(core::valueText(field.defaultValue));
        if (field.hot)
            facts << QStringLiteral("at any time");
        roff += entry(bold(ui::fromCore(field.path)), facts.join(QStringLiteral("; ")) + QLatin1Char('.'));
        if (ui::hasFieldWords(field.path))
            roff += QStringLiteral(".br\n") + escaped(ui::fieldHelp(field.path)) + QLatin1Char('\n');
    }
    return roff;
}

QString files()
{
    return section("FILES") +
           entry(italic(QStringLiteral("*.actiscope")) + QStringLiteral(", ") + italic(QStringLiteral("*.json")),
                 QStringLiteral("An experiment. \"actiscope check\" tells every fault in one; \"actiscope run FILE "
                                "--metrics -\" prints it with all defaults filled in on its first line.")) +
           entry(
               italic(QStringLiteral("~/.config/Actiscope/window.ini")),
               QStringLiteral("What the window remembers: its looks, its language, recent files. It may be deleted; a "
                              "damaged one is set aside as window.ini.broken.")) +
           entry(italic(QStringLiteral("~/.local/share/Actiscope/unsaved")),
                 QStringLiteral("What was not saved when the program ended unexpectedly; the next start opens it.")) +
           entry(italic(QStringLiteral("*.comparison.json")),
                 QStringLiteral(
                     "A comparison: an experiment, what varies in it, and seeds. \"actiscope sweep\" leaves one "
                     "beside each of its tables, and makes the table again from it.")) +
           paragraph(QStringLiteral("Bundled with the program are the experiments ") +
                     presetNames().join(QStringLiteral(", ")) +
                     QStringLiteral(", and for \"actiscope sweep\" the comparisons ") +
                     comparisonNames().join(QStringLiteral(", ")) + QStringLiteral(" (see --preset)."));
}

QString example(const char* command, const char* meaning)
{
    return QStringLiteral(".PP\n%1\n.PP\n.RS 4\n.EX\n%2\n.EE\n.RE\n").arg(escaped(meaning), escaped(command));
}

QString examples()
{
    return section("EXAMPLES") +
           example("actiscope run --preset vanishing-sigmoid --set network.depth=20 --metrics -",
                   "See how much of the gradient twenty sigmoid layers leave:") +
           example("actiscope run --preset digits --steps 1500 --metrics out.jsonl --figures figs",
                   "Train on handwritten digits, and keep the numbers and the figures:") +
           example(
               "actiscope sweep --preset digits --vary network.activation.kind=relu,tanh --seeds 1..5 --out table.csv",
               "Compare two activations over five seeds:") +
           example("actiscope sweep --preset classics-on-digits --out classics.csv",
                   "Ten activations on handwritten digits, each with two optimizers and five seeds:") +
           example("actiscope curve leaky_relu --param negative_slope=0.2 --at -1,0,2",
                   "An activation and its derivative at three points:") +
           example("actiscope list activations --json", "Every activation with its formula and parameters:") +
           example("actiscope check my-experiment.actiscope", "Is this file an experiment?");
}

} // namespace

QString manPage()
{
    return QStringLiteral(".\\\" SPDX-License-Identifier: GPL-3.0-or-later\n"
                          ".\\\" Made from the program's own tables while it was built.\n"
                          ".TH ACTISCOPE 1 \"\" \"Actiscope %1\" \"User Commands\"\n"
                          ".nh\n.ad l\n")
               .arg(escaped(ACTISCOPE_VERSION)) +
           section("NAME") + QStringLiteral("actiscope \\- a desktop microscope for activation functions\n") +
           synopsis() + description() + commands() + keysAndValues() + section("EXIT STATUS") +
           paragraph(closingLines().value(2)) + files() + examples() + section("SEE ALSO") +
           paragraph(QStringLiteral("Glorot and Bengio (2010), Understanding the difficulty of training deep "
                                    "feedforward neural networks. He, Zhang, Ren and Sun (2015), Delving deep into "
                                    "rectifiers.")) +
           QStringLiteral(".PP\n\\fBjq\\fR(1) reads the lines that \\fB\\-\\-metrics\\fR writes.\n") +
           section("COPYRIGHT") +
           paragraph(QStringLiteral("Copyright 2026 The Actiscope authors. Free software under the GNU General Public "
                                    "License, version 3 or later. What you make with it is yours."));
}

} // namespace app

// SPDX-License-Identifier: GPL-3.0-or-later
// The command line as a table: commands, their options and their help. It is looked at before any QApplication exists,
// and the manual page is made from it. Values are checked where they are used, with ArgumentReader, which gathers every
// fault.
#pragma once

#include "core/base/Result.h"

#include <QMap>
#include <QString>
#include <QStringList>

#include <functional>
#include <optional>
#include <span>

namespace app
{

/// What the program answers to its caller.
enum ExitCode { kDone = 0, kFault = 1, kBadInput = 2, kDiverged = 3 };

/// A text that is marked for translation in the context "CommandLine", in the user's language.
QString translated(const char* text);

struct OptionRow {
    const char* name;  ///< "--steps"
    const char* value; ///< "N"; nullptr for a switch
    bool repeatable;
    const char* help; ///< for translated()
};

struct CommandRow {
    const char* name;  ///< "" for the window
    const char* words; ///< "FILE", "[FILE]"; "" for none
    int leastWords;
    int mostWords;
    std::span<const OptionRow> options;
    const char* help;
};

std::span<const CommandRow> commandTable();
/// Those that every command has.
std::span<const OptionRow> generalOptions();
const CommandRow* findCommand(const QString& name);

/// What was typed, by the table.
struct Arguments {
    const CommandRow* command = nullptr;
    bool help = false;
    bool version = false;
    QStringList words;
    QMap<QString, QStringList> options;

    [[nodiscard]] bool has(const char* option) const;
    /// The last value given, or an empty text.
    [[nodiscard]] QString value(const char* option) const;
    [[nodiscard]] QStringList values(const char* option) const;
};

/// `typed` is without the program's name. A value may begin with one minus ("--at -1,0,2"); "--" ends the options.
/// Faults: BadArgument, MissingArgument.
core::Result<Arguments> parseArguments(const QStringList& typed);

/// Help on everything, or on one command.
QString helpText();
QString helpText(const CommandRow& command);
/// What the help closes with, a line each: keys and values, where results go, exit codes.
QStringList closingLines();

/// A pair of whole numbers, such as the seeds 1..5 and the shard 2/4; the second is not less than the first.
struct NumberPair {
    std::int64_t first = 1;
    std::int64_t second = 1;
};

/// The two numbers around `separator`, each from 0 to 2^53 − 1; or nothing.
std::optional<NumberPair> numberPair(const QString& text, const QString& separator);

/// Reads values of options; every fault is gathered.
class ArgumentReader
{
public:
    explicit ArgumentReader(const Arguments& arguments)
        : m_arguments(arguments)
    {
    }

    std::optional<qint64> integer(const char* option, qint64 least, qint64 most);
    std::optional<double> number(const char* option);
    QString choice(const char* option, const QStringList& allowed, const QString& otherwise);
    QStringList choices(const char* option, const QStringList& allowed, const QStringList& otherwise);

    void bad(const char* option, const QString& value, const QString& expected);
    /// An output must not take the place of the experiment that is read.
    void keepDocument(const char* option);
    void missing(const QString& where, const QString& expected);
    void add(const core::Faults& faults);
    [[nodiscard]] const core::Faults& faults() const { return m_faults; }

private:
    const Arguments& m_arguments;
    core::Faults m_faults;
};

} // namespace app

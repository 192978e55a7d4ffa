// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/CommandLine.h"

#include "core/base/NumberText.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>
#include <array>
#include <cmath>

namespace app
{

namespace
{

using core::Fault;
using core::FaultCode;

Fault badArgument(const QString& where, const QString& value, const QString& expected)
{
    return {FaultCode::BadArgument, where.toStdString(), {value.toStdString(), expected.toStdString()}};
}

Fault missingArgument(const QString& where, const QString& expected)
{
    return {FaultCode::MissingArgument, where.toStdString(), {expected.toStdString()}};
}

QString optionNames(const CommandRow& command)
{
    QStringList names;
    for (const OptionRow& option : command.options)
        names << QString::fromUtf8(option.name);
    names << QStringLiteral("--help");
    return names.join(QStringLiteral(", "));
}

const OptionRow* findOption(const CommandRow& command, const QString& name)
{
    const auto found = std::find_if(command.options.begin(), command.options.end(),
                                    [&](const OptionRow& row) { return name == QString::fromUtf8(row.name); });
    return found == command.options.end() ? nullptr : &*found;
}

/// Goes through the words after the command.
class Parser
{
public:
    Parser(const CommandRow& command, QStringList rest)
        : m_rest(std::move(rest))
    {
        m_arguments.command = &command;
    }

    core::Result<Arguments> parse()
    {
        bool onlyWords = false;
        while (m_next < m_rest.size()) {
            const QString typed = m_rest[m_next++];
            if (onlyWords || !typed.startsWith(QLatin1Char('-')) || typed == QLatin1String("-"))
                m_arguments.words << typed;
            else if (typed == QLatin1String("--"))
                onlyWords = true;
            else if (typed == QLatin1String("--help") || typed == QLatin1String("-h"))
                m_arguments.help = true;
            else if (typed == QLatin1String("--version"))
                m_arguments.version = true;
            else
                takeOption(typed);
        }
        if (m_arguments.help || m_arguments.version)
            return m_arguments; // who asks for help need not have got all the rest right
        checkWords();
        if (!m_faults.empty())
            return m_faults;
        return m_arguments;
    }

private:
    void takeOption(const QString& typed)
    {
        const auto equals = typed.indexOf(QLatin1Char('='));
        const QString name = typed.left(equals < 0 ? typed.size() : equals);
        const OptionRow* option = findOption(*m_arguments.command, name);
        if (option == nullptr) {
            m_faults.push_back(badArgument({}, name, optionNames(*m_arguments.command)));
            return;
        }
        QString value;
        if (equals >= 0)
            value = typed.mid(equals + 1);
        if (option->value == nullptr) {
            if (equals >= 0)
                m_faults.push_back(badArgument(name, value, translated(QT_TRANSLATE_NOOP("CommandLine", "no value"))));
        } else if (equals < 0) {
            const bool isThere = m_next < m_rest.size() && !m_rest[m_next].startsWith(QLatin1String("--"));
            if (!isThere) {
                m_faults.push_back(missingArgument(name, QString::fromUtf8(option->value)));
                return;
            }
            value = m_rest[m_next++];
        }
        QStringList& values = m_arguments.options[name];
        if (!values.isEmpty() && !option->repeatable)
            m_faults.push_back(
                badArgument(name, value, translated(QT_TRANSLATE_NOOP("CommandLine", "this option only once"))));
        values << value;
    }

    void checkWords()
    {
        const CommandRow& command = *m_arguments.command;
        const QString name = command.name[0] != '\0' ? QString::fromUtf8(command.name) : QStringLiteral("actiscope");
        if (m_arguments.words.size() < command.leastWords)
            m_faults.push_back(missingArgument(name, QString::fromUtf8(command.words)));
        if (m_arguments.words.size() > command.mostWords)
            m_faults.push_back(badArgument(name, m_arguments.words.at(command.mostWords),
                                           translated(QT_TRANSLATE_NOOP("CommandLine", "only one name"))));
    }

    Arguments m_arguments;
    QStringList m_rest;
    qsizetype m_next = 0;
    core::Faults m_faults;
};

} // namespace

QString translated(const char* text)
{
    return QCoreApplication::translate("CommandLine", text);
}

bool Arguments::has(const char* option) const
{
    return options.contains(QString::fromUtf8(option));
}

QString Arguments::value(const char* option) const
{
    const QStringList all = values(option);
    return all.isEmpty() ? QString() : all.last();
}

QStringList Arguments::values(const char* option) const
{
    return options.value(QString::fromUtf8(option));
}

core::Result<Arguments> parseArguments(const QStringList& typed)
{
    const QString first = typed.value(0);
    if (const CommandRow* command = first.isEmpty() ? nullptr : findCommand(first))
        return Parser(*command, typed.mid(1)).parse();
    const bool isWord = !typed.isEmpty() && !first.startsWith(QLatin1Char('-'));
    if (isWord && !QFileInfo::exists(first)) {
        QStringList expected{translated(QT_TRANSLATE_NOOP("CommandLine", "an experiment file"))};
        for (const CommandRow& row : commandTable())
            if (row.name[0] != '\0')
                expected << QString::fromUtf8(row.name);
        return badArgument({}, first, expected.join(QStringLiteral(", ")));
    }
    return Parser(*findCommand(QString()), typed).parse();
}

std::optional<NumberPair> numberPair(const QString& text, const QString& separator)
{
    constexpr double kLargest = 9007199254740991.0; // 2^53 − 1
    const QStringList parts = text.split(separator);
    if (parts.size() != 2)
        return std::nullopt;
    std::array<std::int64_t, 2> numbers{};
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        const std::optional<double> number = core::numberFromText(parts.at(static_cast<int>(i)).toStdString());
        if (!number || !(*number >= 0 && *number <= kLargest) || std::trunc(*number) != *number)
            return std::nullopt;
        numbers.at(i) = static_cast<std::int64_t>(*number);
    }
    return numbers[0] <= numbers[1] ? std::optional(NumberPair{numbers[0], numbers[1]}) : std::nullopt;
}

std::optional<qint64> ArgumentReader::integer(const char* option, qint64 least, qint64 most)
{
    if (!m_arguments.has(option))
        return std::nullopt;
    const QString text = m_arguments.value(option);
    const std::optional<double> value = core::numberFromText(text.toStdString());
    if (!value || std::trunc(*value) != *value || *value < static_cast<double>(least) ||
        *value > static_cast<double>(most)) {
        bad(option, text, QStringLiteral("%1 … %2").arg(least).arg(most));
        return std::nullopt;
    }
    return static_cast<qint64>(*value);
}

std::optional<double> ArgumentReader::number(const char* option)
{
    if (!m_arguments.has(option))
        return std::nullopt;
    const QString text = m_arguments.value(option);
    const std::optional<double> value = core::numberFromText(text.toStdString());
    if (!value || !std::isfinite(*value)) {
        bad(option, text, translated(QT_TRANSLATE_NOOP("CommandLine", "a number")));
        return std::nullopt;
    }
    return value;
}

QString ArgumentReader::choice(const char* option, const QStringList& allowed, const QString& otherwise)
{
    if (!m_arguments.has(option))
        return otherwise;
    QString text = m_arguments.value(option);
    if (!allowed.contains(text))
        bad(option, text, allowed.join(QStringLiteral(", ")));
    return text;
}

QStringList ArgumentReader::choices(const char* option, const QStringList& allowed, const QStringList& otherwise)
{
    if (!m_arguments.has(option))
        return otherwise;
    QStringList chosen;
    for (const QString& text : m_arguments.value(option).split(QLatin1Char(','))) {
        if (!allowed.contains(text))
            bad(option, text, allowed.join(QStringLiteral(", ")));
        else if (!chosen.contains(text))
            chosen << text;
    }
    return chosen;
}

void ArgumentReader::bad(const char* option, const QString& value, const QString& expected)
{
    m_faults.push_back(badArgument(QString::fromUtf8(option), value, expected));
}

void ArgumentReader::keepDocument(const char* option)
{
    const QString path = m_arguments.value(option);
    if (!m_arguments.words.isEmpty() && !path.isEmpty() && QFileInfo(m_arguments.words.first()) == QFileInfo(path))
        bad(option, path, QCoreApplication::translate("CommandLine", "another file than the experiment's"));
}

void ArgumentReader::missing(const QString& where, const QString& expected)
{
    m_faults.push_back(missingArgument(where, expected));
}

void ArgumentReader::add(const core::Faults& faults)
{
    m_faults.insert(m_faults.end(), faults.begin(), faults.end());
}

} // namespace app

// SPDX-License-Identifier: GPL-3.0-or-later
// What the sentences of FaultWords are put together from. Used by FaultWords and DataFaultWords only.
#pragma once

#include "core/base/Result.h"

#include <QCoreApplication>
#include <QString>
#include <QStringList>

namespace ui
{

/// The context of all their words.
struct FaultWords {
    Q_DECLARE_TR_FUNCTIONS(ui::FaultWords)
};

/// Text from a file as it may be shown: no control characters, and not endless.
QString shownText(const std::string& text);

/// A fault's parts, ready to be put into a sentence.
class FaultParts
{
public:
    explicit FaultParts(const core::Fault& fault)
        : m_fault(fault)
    {
    }
    [[nodiscard]] QString where() const { return shownText(m_fault.where); }
    /// The last part of a path: "dept" of "network.dept".
    [[nodiscard]] QString key() const { return where().section(QLatin1Char('.'), -1); }
    [[nodiscard]] bool has(std::size_t index) const
    {
        return index < m_fault.details.size() && !m_fault.details[index].empty();
    }
    [[nodiscard]] const std::string& raw(std::size_t index) const
    {
        static const std::string none;
        return index < m_fault.details.size() ? m_fault.details[index] : none;
    }
    [[nodiscard]] QString detail(std::size_t index) const { return shownText(raw(index)); }
    [[nodiscard]] QStringList details() const
    {
        QStringList result;
        for (const std::string& text : m_fault.details)
            result << shownText(text);
        return result;
    }
    /// The detail without the quotes of a string.
    [[nodiscard]] QString unquoted(std::size_t index) const
    {
        const QString text = detail(index);
        const QLatin1Char quote('"');
        const bool quoted = text.size() >= 2 && text.startsWith(quote) && text.endsWith(quote);
        return quoted ? text.mid(1, text.size() - 2) : text;
    }

private:
    const core::Fault& m_fault;
};

/// The sentence with the name that was probably meant, if one of the comma-separated `names` is alike.
QString withGuess(const QString& sentence, const QString& typed, const QString& names);

/// The sentence for a fault of data that was read from a file; empty for any other.
QString dataFaultText(core::FaultCode code, const FaultParts& parts);

} // namespace ui

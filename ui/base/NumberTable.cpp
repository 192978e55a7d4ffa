// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/NumberTable.h"

#include "core/base/NumberText.h"

#include <algorithm>
#include <utility>

namespace ui
{

namespace
{

QString quoted(QString field)
{
    const auto needsQuotes = [](QChar letter) {
        return letter == QLatin1Char(',') || letter == QLatin1Char('"') || letter == QLatin1Char('\n') ||
               letter == QLatin1Char('\r');
    };
    if (std::none_of(field.cbegin(), field.cend(), needsQuotes))
        return field;
    return QLatin1Char('"') + field.replace(QLatin1Char('"'), QLatin1String("\"\"")) + QLatin1Char('"');
}

QString withoutTabs(QString field)
{
    for (const char letter : {'\t', '\n', '\r'})
        field.replace(QLatin1Char(letter), QLatin1Char(' '));
    return field;
}

/// All fields of the table, its names first, each made fit by `fit` and put between the marks of the format.
template <class Fit>
QString joined(const NumberTable& table, Fit fit, const QString& between, const QString& lineEnd)
{
    QString text;
    const auto addLine = [&](auto field) {
        for (qsizetype column = 0; column < table.columns().size(); ++column) {
            if (column > 0)
                text += between;
            text += fit(field(column));
        }
        text += lineEnd;
    };
    addLine([&](qsizetype column) { return table.columns()[column]; });
    for (std::size_t row = 0; row < table.rows().size(); ++row)
        addLine([&](qsizetype column) { return table.text(row, column); });
    return text;
}

} // namespace

NumberCell::NumberCell(double value)
    : m_text(QString::fromStdString(core::numberText(value)))
{
}

NumberCell::NumberCell(float value)
    : m_text(QString::fromStdString(core::numberText(value)))
{
}

NumberCell::NumberCell(std::int64_t value)
    : m_text(QString::number(value))
{
}

void NumberTable::addRow(Row row)
{
    Q_ASSERT(static_cast<qsizetype>(row.size()) == m_columns.size());
    m_rows.push_back(std::move(row));
}

void NumberTable::addRows(const QString& name, const NumberTable& other)
{
    for (const QString& column : other.m_columns)
        if (!m_columns.contains(column))
            m_columns << column;
    for (Row& row : m_rows)
        row.resize(static_cast<std::size_t>(m_columns.size()));
    for (const Row& cells : other.m_rows) {
        Row row(static_cast<std::size_t>(m_columns.size()));
        row.front() = name;
        for (std::size_t at = 0; at < cells.size(); ++at)
            row[static_cast<std::size_t>(m_columns.indexOf(other.m_columns[static_cast<qsizetype>(at)]))] = cells[at];
        addRow(std::move(row));
    }
}

const QString& NumberTable::text(std::size_t row, qsizetype column) const
{
    return m_rows[row][static_cast<std::size_t>(column)].text();
}

QByteArray NumberTable::toCsv() const
{
    return joined(*this, quoted, QStringLiteral(","), QStringLiteral("\r\n")).toUtf8();
}

QString NumberTable::toTabSeparated() const
{
    return joined(*this, withoutTabs, QStringLiteral("\t"), QStringLiteral("\n"));
}

QString NumberTable::toHtml() const
{
    const auto escaped = [](const QString& field) { return field.toHtmlEscaped(); };
    const QString lineEnd = QStringLiteral("</td></tr>\n<tr><td>");
    QString cells = joined(*this, escaped, QStringLiteral("</td><td>"), lineEnd);
    cells.chop(QStringLiteral("<tr><td>").size());
    return QStringLiteral("<meta charset=\"utf-8\">\n<table>\n<tr><td>") + cells + QStringLiteral("</table>\n");
}

} // namespace ui

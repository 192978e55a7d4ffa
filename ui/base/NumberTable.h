// SPDX-License-Identifier: GPL-3.0-or-later
// Numbers in rows and columns, as a file or a spreadsheet takes them: exact, with a decimal point in every language.
// Panels make one of what they show; the export and the clipboard write it. A plain value, for any thread.
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

namespace ui
{

/// Nothing, a number or a text, as it will be written: with as few digits as bring back the same double or float;
/// "nan", "inf", "-inf".
class NumberCell
{
public:
    NumberCell() = default;
    NumberCell(double value);
    NumberCell(float value);
    NumberCell(std::int64_t value);
    NumberCell(QString text)
        : m_text(std::move(text))
    {
    }
    NumberCell(const std::optional<double>& value)
        : NumberCell(value ? NumberCell(*value) : NumberCell())
    {
    }

    [[nodiscard]] const QString& text() const { return m_text; }

private:
    QString m_text;
};

class NumberTable
{
public:
    using Row = std::vector<NumberCell>;

    NumberTable() = default;
    /// The names of the columns are ids for programs, the same in every language.
    explicit NumberTable(QStringList columns)
        : m_columns(std::move(columns))
    {
    }

    /// As many cells as there are columns.
    void addRow(Row row);
    /// The rows of another table, each with this name in the first column. Its columns go to those of the same name;
    /// what this table does not have yet comes last.
    void addRows(const QString& name, const NumberTable& other);

    [[nodiscard]] const QStringList& columns() const { return m_columns; }
    [[nodiscard]] const std::vector<Row>& rows() const { return m_rows; }
    [[nodiscard]] const QString& text(std::size_t row, qsizetype column) const;

    /// RFC 4180, in UTF-8: a line of names, then the rows.
    [[nodiscard]] QByteArray toCsv() const;
    [[nodiscard]] QString toTabSeparated() const;
    [[nodiscard]] QString toHtml() const;

private:
    QStringList m_columns;
    std::vector<Row> m_rows;
};

} // namespace ui

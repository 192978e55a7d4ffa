// SPDX-License-Identifier: GPL-3.0-or-later
// Takes a table in a text file apart: one row of cells at a time, whatever the length of the file, as RFC 4180 and
// spreadsheets write it. It does not know what the cells mean: that is CsvReader's business. One thread.
#pragma once

#include "core/base/Result.h"

#include <cstdio>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace core
{

class CsvParser
{
public:
    /// Opens the file and finds out its separator. Faults: Unreadable.
    static Result<CsvParser> open(const std::string& path);

    /// Comma, semicolon or tab: the one that stands equally often in each of the first lines.
    [[nodiscard]] char separator() const { return m_separator; }
    /// Before the first row.
    void setSeparator(char separator) { m_separator = separator; }

    /// The next row that is not blank; false at the end and where a fault makes going on useless.
    bool next();
    /// Unreadable, NotText or OpenQuote, once next() is false because of it.
    [[nodiscard]] const std::optional<Fault>& fault() const { return m_fault; }

    // The row; valid until the next one.
    [[nodiscard]] std::size_t size() const { return m_ends.size(); }
    /// Without its quotes, and without the blanks around it.
    [[nodiscard]] std::string_view cell(std::size_t at) const;
    /// Where the row begins, from 1.
    [[nodiscard]] int line() const { return m_line; }

private:
    CsvParser() = default;
    bool fill();
    void findSeparator();
    bool readRow();
    bool readQuoted();
    void endCell() { m_ends.push_back(m_cells.size()); }
    void endLine();
    bool isText();
    void fail(FaultCode code, std::vector<std::string> details = {});

    struct Close {
        void operator()(std::FILE* file) const { std::fclose(file); }
    };
    std::unique_ptr<std::FILE, Close> m_file;
    std::string m_path;
    std::vector<char> m_buffer;
    const char* m_at = nullptr; ///< what comes next in the buffer
    const char* m_end = nullptr;
    char m_separator = ',';
    std::string m_cells; ///< the row's cells, one after the other
    std::vector<std::size_t> m_ends;
    int m_line = 0;
    int m_nextLine = 1;
    bool m_afterReturn = false; ///< a line feed here belongs to the carriage return before it
    std::optional<Fault> m_fault;
};

/// Whether the bytes are text in UTF-8, without zero bytes.
bool isUtf8(std::string_view text);

} // namespace core

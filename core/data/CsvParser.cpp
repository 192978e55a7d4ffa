// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/CsvParser.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <limits>
#include <system_error>
#include <utility>

namespace core
{

namespace
{

constexpr std::size_t kBuffer = 1U << 18U;
constexpr std::size_t kLongestRow = 1U << 24U; // a quote that is never closed must not swallow a whole file
constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

/// How often each candidate stands outside of quotes in the first lines of a text.
struct SeparatorCounts {
    static constexpr std::array<char, 3> kCandidates{'\t', ';', ','};
    std::vector<std::array<int, 3>> lines;
};

SeparatorCounts countSeparators(std::string_view text)
{
    constexpr std::size_t kLines = 20;
    SeparatorCounts counts;
    std::array<int, 3> line{};
    bool quoted = false;
    bool blank = true;
    for (const char c : text) {
        if (c == '"')
            quoted = !quoted;
        if (!quoted && (c == '\n' || c == '\r')) {
            if (!blank)
                counts.lines.push_back(line);
            line = {};
            blank = true;
            if (counts.lines.size() == kLines)
                break;
            continue;
        }
        blank = blank && (c == ' ' || c == '\t');
        for (std::size_t i = 0; !quoted && i < line.size(); ++i)
            line.at(i) += c == SeparatorCounts::kCandidates.at(i) ? 1 : 0;
    }
    if (counts.lines.empty())
        counts.lines.push_back(line); // a single line, or the beginning of a very long one
    return counts;
}

bool isBlank(char c)
{
    return c == ' ' || c == '\t';
}

} // namespace

bool isUtf8(std::string_view text)
{
    for (std::size_t at = 0; at < text.size();) {
        const auto byte = static_cast<unsigned char>(text[at]);
        const std::size_t more = byte < 0x80 ? 0 : byte < 0xE0 ? 1 : byte < 0xF0 ? 2 : 3;
        if (byte == 0 || byte > 0xF4 || (byte >= 0x80 && byte < 0xC2) || at + more >= text.size())
            return false;
        for (std::size_t i = 1; i <= more; ++i)
            if ((static_cast<unsigned char>(text[at + i]) & 0xC0U) != 0x80U)
                return false;
        const auto second = more > 0 ? static_cast<unsigned char>(text[at + 1]) : 0U;
        const bool tooLong = (byte == 0xE0 && second < 0xA0) || (byte == 0xF0 && second < 0x90);
        const bool noCharacter = (byte == 0xED && second > 0x9F) || (byte == 0xF4 && second > 0x8F);
        if (tooLong || noCharacter)
            return false;
        at += more + 1;
    }
    return true;
}

Result<CsvParser> CsvParser::open(const std::string& path)
{
    CsvParser parser;
    parser.m_path = path;
    parser.m_file.reset(std::fopen(path.c_str(), "rbe"));
    if (!parser.m_file)
        return Fault{FaultCode::Unreadable, path, {std::generic_category().message(errno)}};
    parser.m_buffer.resize(kBuffer);
    parser.fill();
    if (parser.m_fault)
        return *parser.m_fault;
    const std::string_view text(parser.m_at, static_cast<std::size_t>(parser.m_end - parser.m_at));
    if (text.starts_with(kByteOrderMark))
        parser.m_at += kByteOrderMark.size();
    parser.findSeparator();
    return parser;
}

bool CsvParser::fill()
{
    const std::size_t count = std::fread(m_buffer.data(), 1, m_buffer.size(), m_file.get());
    if (count < m_buffer.size() && std::ferror(m_file.get()) != 0)
        m_fault = Fault{FaultCode::Unreadable, m_path, {std::generic_category().message(errno)}};
    m_at = m_buffer.data();
    m_end = m_at + count;
    return count > 0 && !m_fault;
}

void CsvParser::findSeparator()
{
    const SeparatorCounts counts = countSeparators({m_at, static_cast<std::size_t>(m_end - m_at)});
    const auto first = counts.lines.front();
    std::size_t most = 2;
    // A comma comes last: beside the others it is part of a number or of a text.
    for (std::size_t i = 0; i < first.size(); ++i) {
        const bool steady = std::all_of(counts.lines.begin(), counts.lines.end(),
                                        [&](const auto& line) { return line.at(i) == first.at(i); });
        if (first.at(i) > 0 && steady) {
            m_separator = SeparatorCounts::kCandidates.at(i);
            return;
        }
        if (first.at(i) > first.at(most))
            most = i;
    }
    m_separator = SeparatorCounts::kCandidates.at(most);
}

void CsvParser::fail(FaultCode code, std::vector<std::string> details)
{
    m_fault = Fault{code, m_path, std::move(details), m_line, 0};
}

bool CsvParser::next()
{
    while (readRow())
        if (size() > 1 || !cell(0).empty())
            return isText();
    return false;
}

void CsvParser::endLine()
{
    endCell();
    if (m_nextLine < std::numeric_limits<int>::max())
        ++m_nextLine;
}

bool CsvParser::readRow()
{
    m_cells.clear();
    m_ends.clear();
    m_line = m_nextLine;
    bool atStart = true; // of a cell
    for (;;) {
        if (m_at == m_end && !fill()) {
            if (m_fault || (m_cells.empty() && m_ends.empty()))
                return false;
            endCell();
            return true;
        }
        if (std::exchange(m_afterReturn, false) && *m_at == '\n') {
            ++m_at;
            continue;
        }
        if (atStart && *m_at == '"') {
            ++m_at;
            atStart = false;
            if (!readQuoted())
                return false;
            continue;
        }
        const char* stop = m_at;
        while (stop != m_end && *stop != m_separator && *stop != '\n' && *stop != '\r')
            ++stop;
        m_cells.append(m_at, stop);
        atStart = atStart && stop == m_at;
        m_at = stop;
        if (m_cells.size() > kLongestRow) {
            fail(FaultCode::NotText);
            return false;
        }
        if (m_at == m_end)
            continue;
        const char end = *m_at++;
        if (end != m_separator) {
            m_afterReturn = end == '\r';
            endLine();
            return true;
        }
        endCell();
        atStart = true;
    }
}

bool CsvParser::readQuoted()
{
    const int line = m_nextLine;
    const auto neverEnds = [&] {
        if (!m_fault)
            fail(FaultCode::OpenQuote);
        m_fault->line = line;
        m_fault->column = static_cast<int>(m_ends.size()) + 1;
        return false;
    };
    for (;;) {
        if (m_at == m_end && !fill())
            return neverEnds();
        const char* stop = m_at;
        while (stop != m_end && *stop != '"')
            ++stop;
        m_nextLine += static_cast<int>(std::count(m_at, stop, '\n'));
        m_cells.append(m_at, stop);
        m_at = stop;
        if (m_cells.size() > kLongestRow)
            return neverEnds();
        if (m_at == m_end)
            continue;
        ++m_at;
        if (m_at == m_end && !fill())
            return !m_fault; // the quote was the last sign of the file
        if (*m_at != '"')
            return true;
        m_cells += *m_at++;
    }
}

bool CsvParser::isText()
{
    const auto isPlain = [](char c) { return static_cast<unsigned char>(c - 1) < 0x7F; };
    if (std::all_of(m_cells.begin(), m_cells.end(), isPlain))
        return true;
    std::size_t from = 0;
    for (const std::size_t end : m_ends) {
        if (!isUtf8(std::string_view(m_cells).substr(from, end - from))) {
            fail(FaultCode::NotText);
            return false;
        }
        from = end;
    }
    return true;
}

std::string_view CsvParser::cell(std::size_t at) const
{
    const std::size_t from = at == 0 ? 0 : m_ends[at - 1];
    std::string_view text = std::string_view(m_cells).substr(from, m_ends[at] - from);
    while (!text.empty() && isBlank(text.front()))
        text.remove_prefix(1);
    while (!text.empty() && isBlank(text.back()))
        text.remove_suffix(1);
    return text;
}

} // namespace core

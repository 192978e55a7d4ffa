// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/SweepTable.h"

#include "core/base/NumberText.h"
#include "core/data/CsvParser.h"
#include "core/io/ResultWriter.h"

#include <algorithm>
#include <cmath>
#include <fstream>
#include <limits>
#include <map>
#include <optional>

namespace core
{

namespace
{

constexpr std::string_view kSeed = "seed";
constexpr std::string_view kStepsTo = "steps_to_";
constexpr std::string_view kExpectedHeader = "…,seed,status,steps,train_loss_final,…";
constexpr std::string_view kExpectedStatus = "done, diverged, stopped, training";
constexpr double kLargestCount = 9007199254740992.0; // 2^53

/// The line that a file ends in without a line break, counted from 1; 0 if it ends in one.
int unfinishedLine(const std::string& path)
{
    std::ifstream file(path, std::ios::binary);
    std::vector<char> buffer(1U << 16U);
    int line = 1;
    char last = '\n';
    while (file.read(buffer.data(), static_cast<std::streamsize>(buffer.size())) || file.gcount() > 0) {
        const auto end = buffer.begin() + file.gcount();
        line += static_cast<int>(std::count(buffer.begin(), end, '\n'));
        last = *(end - 1);
    }
    return last == '\n' ? 0 : line;
}

/// Takes the files in, one after the other.
class TableReader
{
public:
    Outcome read(const std::string& path);
    SweepTable table() && { return std::move(m_table); }

private:
    using Cells = std::vector<std::string>;

    Outcome readHeader(const std::string& path, const Cells& cells);
    Outcome readRow(const Cells& cells);
    SweepRow rowOf(const Cells& cells);
    void readSet(const Cells& cells, const std::string& name, SetResult& set);

    [[nodiscard]] std::optional<std::size_t> column(std::string_view name) const;
    [[nodiscard]] std::optional<std::string_view> cell(const Cells& cells, std::string_view name) const;
    /// Absent where there is no such column or nothing in it; else a number, or a fault.
    std::optional<double> number(const Cells& cells, std::string_view name);
    std::optional<std::int64_t> wholeNumber(const Cells& cells, std::string_view name);
    std::int64_t neededWhole(const Cells& cells, std::string_view name);
    RunStatus statusOf(const Cells& cells);
    void fail(FaultCode code, std::vector<std::string> details, std::string_view name);

    SweepTable m_table;
    bool m_hasHeader = false;
    std::vector<std::string> m_header; ///< of the file that is being read
    std::map<std::string, std::size_t, std::less<>> m_columns;
    std::vector<std::string> m_accuracies; ///< as the first header writes them
    std::map<std::vector<std::string>, std::size_t> m_places;
    std::string m_path;
    int m_line = 0;
    std::optional<Fault> m_fault; ///< the first one of the row
};

Outcome TableReader::read(const std::string& path)
{
    Result<CsvParser> opened = CsvParser::open(path);
    if (!opened)
        return opened.faults();
    CsvParser& parser = opened.value();
    const int unfinished = unfinishedLine(path);
    m_path = path;
    m_header.clear();
    Cells cells;
    while (parser.next()) {
        m_line = parser.line();
        cells.clear();
        for (std::size_t at = 0; at < parser.size(); ++at)
            cells.emplace_back(parser.cell(at));
        if (m_header.empty()) {
            if (Outcome outcome = readHeader(path, cells); !outcome)
                return outcome;
            continue;
        }
        if (cells == m_header)
            continue;
        if (m_line == unfinished && cells.size() < m_header.size()) {
            ++m_table.halfRows;
            break;
        }
        if (Outcome outcome = readRow(cells); !outcome)
            return outcome;
    }
    if (const std::optional<Fault>& fault = parser.fault()) {
        // A line may break off within its quotes, or in the midst of a letter.
        const bool isHalf = unfinished > 1 && fault->line == unfinished && fault->code != FaultCode::Unreadable;
        if (!isHalf)
            return *fault;
        ++m_table.halfRows;
    }
    if (m_header.empty())
        return Fault{FaultCode::BadArgument, path, {"", std::string(kExpectedHeader)}};
    return Done{};
}

Outcome TableReader::readHeader(const std::string& path, const Cells& cells)
{
    const auto bad = [&](std::string found, std::string expected) {
        return Fault{FaultCode::BadArgument, path, {std::move(found), std::move(expected)}};
    };
    const auto joined = [](const std::vector<std::string>& parts) {
        std::string text;
        for (const std::string& part : parts)
            text += (text.empty() ? "" : ",") + part;
        return text;
    };
    m_header = cells;
    m_columns.clear();
    for (std::size_t at = 0; at < cells.size(); ++at)
        m_columns.try_emplace(cells[at], at);
    for (const std::string_view needed :
         {kSeed, std::string_view("status"), std::string_view("steps"), std::string_view("train_loss_final")})
        if (!column(needed))
            return bad(joined(cells), std::string(kExpectedHeader));
    const std::vector<std::string> keys(cells.begin(), cells.begin() + static_cast<std::ptrdiff_t>(*column(kSeed)));
    std::vector<std::string> accuracies;
    for (const std::string& name : cells)
        if (name.starts_with(kStepsTo) && numberFromText(name.substr(kStepsTo.size())))
            accuracies.push_back(name.substr(kStepsTo.size()));
    if (m_hasHeader && (keys != m_table.keys || accuracies != m_accuracies)) {
        const auto told = [&](const std::vector<std::string>& names, const std::vector<std::string>& limits) {
            std::string text = joined(names) + (names.empty() ? "" : ",") + "seed";
            for (const std::string& limit : limits)
                text += "," + std::string(kStepsTo) + limit;
            return text;
        };
        return bad(told(keys, accuracies), told(m_table.keys, m_accuracies));
    }
    if (m_hasHeader)
        return Done{};
    m_hasHeader = true;
    m_table.keys = keys;
    m_accuracies = accuracies;
    for (const std::string& accuracy : accuracies)
        m_table.accuracies.push_back(*numberFromText(accuracy));
    return Done{};
}

Outcome TableReader::readRow(const Cells& cells)
{
    if (cells.size() != m_header.size())
        return Fault{
            FaultCode::UnevenRow, m_path, {std::to_string(cells.size()), std::to_string(m_header.size())}, m_line};
    m_fault.reset();
    const std::int64_t seed = neededWhole(cells, kSeed);
    SweepRow row = rowOf(cells);
    if (m_fault)
        return *m_fault;
    std::vector<std::string> values(cells.begin(), cells.begin() + static_cast<std::ptrdiff_t>(m_table.keys.size()));
    const auto [place, isNew] = m_places.try_emplace(values, m_table.contenders.size());
    if (isNew)
        m_table.contenders.push_back({std::move(values), {}});
    const bool isNewSeed = m_table.contenders[place->second].runs.try_emplace(seed, std::move(row)).second;
    m_table.repeatedRows += isNewSeed ? 0 : 1;
    return Done{};
}

SweepRow TableReader::rowOf(const Cells& cells)
{
    SweepRow row;
    row.status = statusOf(cells);
    row.steps = neededWhole(cells, "steps");
    readSet(cells, "train", row.train);
    if (const auto loss = cell(cells, "test_loss_final"); loss && !loss->empty())
        readSet(cells, "test", row.test.emplace());
    for (const std::string& accuracy : m_accuracies)
        row.stepsTo.push_back(wholeNumber(cells, std::string(kStepsTo) + accuracy));
    const auto readMoment = [&](ProbeResult& moment, const std::string& name) {
        moment.deltaRatio = number(cells, "delta_ratio" + name);
        moment.gradientDead = number(cells, "gradient_dead" + name);
        moment.allNegative = number(cells, "all_negative" + name);
        moment.saturated = number(cells, "saturated" + name);
    };
    readMoment(row.start, "_start");
    readMoment(row.end, "_end");
    row.wallSeconds = number(cells, "wall_seconds").value_or(std::numeric_limits<double>::quiet_NaN());
    return row;
}

void TableReader::readSet(const Cells& cells, const std::string& name, SetResult& set)
{
    const auto loss = [&](const char* which) {
        return number(cells, name + which).value_or(std::numeric_limits<double>::quiet_NaN());
    };
    set.lossFinal = loss("_loss_final");
    set.lossBest = loss("_loss_best");
    set.accuracyFinal = number(cells, name + "_accuracy_final");
    set.accuracyBest = number(cells, name + "_accuracy_best");
}

std::optional<std::size_t> TableReader::column(std::string_view name) const
{
    const auto found = m_columns.find(name);
    return found == m_columns.end() ? std::nullopt : std::optional(found->second);
}

std::optional<std::string_view> TableReader::cell(const Cells& cells, std::string_view name) const
{
    const std::optional<std::size_t> at = column(name);
    return at ? std::optional<std::string_view>(cells[*at]) : std::nullopt;
}

std::optional<double> TableReader::number(const Cells& cells, std::string_view name)
{
    const auto text = cell(cells, name);
    if (!text || text->empty())
        return std::nullopt;
    const std::optional<double> value = numberFromText(*text);
    if (!value)
        fail(FaultCode::CellNoNumber, {std::string(*text), std::string(name)}, name);
    return value;
}

std::optional<std::int64_t> TableReader::wholeNumber(const Cells& cells, std::string_view name)
{
    const std::optional<double> value = number(cells, name);
    if (!value)
        return std::nullopt;
    if (!(*value >= 0 && *value <= kLargestCount && std::trunc(*value) == *value)) {
        fail(FaultCode::CellNotFinite, {std::string(*cell(cells, name)), std::string(name)}, name);
        return std::nullopt;
    }
    return static_cast<std::int64_t>(*value);
}

std::int64_t TableReader::neededWhole(const Cells& cells, std::string_view name)
{
    const std::optional<std::int64_t> value = wholeNumber(cells, name);
    if (!value && !m_fault)
        fail(FaultCode::MissingCell, {std::string(name)}, name);
    return value.value_or(0);
}

RunStatus TableReader::statusOf(const Cells& cells)
{
    const std::string_view text = cell(cells, "status").value_or(std::string_view());
    for (const RunStatus status : {RunStatus::Training, RunStatus::Done, RunStatus::Diverged, RunStatus::Stopped})
        if (text == statusId(status))
            return status;
    fail(FaultCode::BadArgument, {std::string(text), std::string(kExpectedStatus)}, "status");
    return RunStatus::Stopped;
}

void TableReader::fail(FaultCode code, std::vector<std::string> details, std::string_view name)
{
    if (!m_fault)
        m_fault = Fault{code, m_path, std::move(details), m_line, static_cast<int>(column(name).value_or(0)) + 1};
}

} // namespace

Result<SweepTable> readSweepTable(std::span<const std::string> paths)
{
    TableReader reader;
    for (const std::string& path : paths)
        if (const Outcome outcome = reader.read(path); !outcome)
            return outcome.faults();
    return std::move(reader).table();
}

} // namespace core

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/SweepCsv.h"

#include "core/base/AtomicFile.h"
#include "core/base/NumberText.h"
#include "core/io/ConfigJson.h"
#include "core/io/JsonTree.h"
#include "core/io/ResultWriter.h"

#include <algorithm>
#include <cmath>
#include <filesystem>

namespace core
{

namespace
{

constexpr std::size_t kLargestFile = 4'000'000'000;

/// The parts of a list between its commas.
std::vector<std::string_view> splitValues(std::string_view list)
{
    std::vector<std::string_view> values;
    int depth = 0;
    bool quoted = false;
    std::size_t begin = 0;
    for (std::size_t i = 0; i < list.size(); ++i) {
        const char c = list[i];
        if (quoted) {
            if (c == '\\')
                ++i;
            quoted = c != '"';
        } else if (c == '"') {
            quoted = true;
        } else if (c == '(' || c == '[' || c == '{') {
            ++depth;
        } else if (c == ')' || c == ']' || c == '}') {
            --depth;
        } else if (c == ',' && depth <= 0) {
            values.push_back(list.substr(begin, i - begin));
            begin = i + 1;
        }
    }
    values.push_back(list.substr(begin));
    return values;
}

/// One row in the making.
class CsvRow
{
public:
    void put(std::string_view text)
    {
        startCell();
        const bool isPlain = text.find_first_of(",\"; \t") == std::string_view::npos;
        if (isPlain) {
            m_text.append(text);
            return;
        }
        m_text += '"';
        for (const char c : text)
            m_text.append(c == '"' ? 2 : 1, c);
        m_text += '"';
    }
    void put(std::int64_t number) { put(std::to_string(number)); }
    void put(double number) { put(numberText(number)); }
    template <class Number>
    void put(const std::optional<Number>& number)
    {
        if (number)
            put(*number);
        else
            put(std::string_view());
    }
    std::string line() && { return std::move(m_text) + '\n'; }

private:
    void startCell()
    {
        if (m_begun)
            m_text += ',';
        m_begun = true;
    }

    std::string m_text;
    bool m_begun = false;
};

void putSet(CsvRow& row, const std::optional<SetResult>& set)
{
    row.put(set ? std::optional(set->lossFinal) : std::nullopt);
    row.put(set ? std::optional(set->lossBest) : std::nullopt);
    row.put(set ? set->accuracyFinal : std::nullopt);
    row.put(set ? set->accuracyBest : std::nullopt);
}

/// The cells of a line that CsvRow has written.
std::vector<std::string> cellsOfLine(std::string_view line)
{
    std::vector<std::string> cells(1);
    bool quoted = false;
    for (std::size_t i = 0; i < line.size(); ++i) {
        const bool isDoubled = quoted && line.substr(i, 2) == "\"\"";
        if (line[i] == '"' && !isDoubled)
            quoted = !quoted;
        else if (line[i] == ',' && !quoted)
            cells.emplace_back();
        else
            cells.back() += line[i];
        i += isDoubled ? 1 : 0;
    }
    return cells;
}

} // namespace

Result<SweepAxis> parseAxis(std::string_view argument)
{
    const auto bad = [](std::string_view value, const char* expected) {
        return Fault{FaultCode::BadArgument, "--vary", {std::string(value), expected}};
    };
    const auto equals = argument.find('=');
    if (equals == std::string_view::npos || equals == 0 || argument.find_first_of("\r\n") != std::string_view::npos)
        return bad(argument, "KEY=V1,V2,…");
    SweepAxis axis{std::string(argument.substr(0, equals)), {}};
    if (axis.key == "seed")
        return bad(argument, "--seeds A..B");
    Faults faults;
    for (const std::string_view text : splitValues(argument.substr(equals + 1))) {
        Result<SweepLevel> level = parseLevel(axis.key, text);
        if (!level) {
            faults.insert(faults.end(), level.faults().begin(), level.faults().end());
            continue;
        }
        if (text.empty() || axis.has(level.value().text)) {
            faults.push_back(bad(argument, "KEY=V1,V2,…"));
            break;
        }
        axis.levels.push_back(std::move(level).value());
    }
    if (!faults.empty())
        return faults;
    return axis;
}

Result<SweepLevel> parseLevel(const std::string& key, std::string_view text)
{
    Result<std::vector<Setting>> settings = parseSetting(key + '=' + std::string(text));
    if (!settings)
        return settings.faults();
    Faults duplicates;
    const Result<JsonNode> node = parseJson(text, duplicates);
    const bool isNested = node && !node.value().members.empty();
    return SweepLevel{isNested ? compactText(node.value()) : std::string(text), std::move(settings).value()};
}

std::string sweepHeader(std::span<const SweepAxis> axes, const SweepOptions& options)
{
    CsvRow row;
    for (const SweepAxis& axis : axes)
        row.put(axis.key);
    for (const char* name : {"seed", "status", "steps"})
        row.put(name);
    for (const char* set : {"train", "test"})
        for (const char* quantity : {"_loss_final", "_loss_best", "_accuracy_final", "_accuracy_best"})
            row.put(std::string(set) + quantity);
    for (const double accuracy : options.accuracies)
        row.put("steps_to_" + numberText(accuracy));
    for (const char* quantity : {"delta_ratio", "gradient_dead", "all_negative", "saturated"})
        for (const char* moment : {"_start", "_end"})
            row.put(std::string(quantity) + moment);
    row.put("wall_seconds");
    return std::move(row).line();
}

std::string sweepLine(const SweepCell& cell, const SweepRow& result)
{
    CsvRow row;
    for (const std::string& name : rowNameOf(cell))
        row.put(name);
    row.put(statusId(result.status));
    row.put(result.steps);
    putSet(row, result.train);
    putSet(row, result.test);
    for (const std::optional<std::int64_t>& steps : result.stepsTo)
        row.put(steps);
    for (const auto quantity :
         {&ProbeResult::deltaRatio, &ProbeResult::gradientDead, &ProbeResult::allNegative, &ProbeResult::saturated})
        for (const ProbeResult* moment : {&result.start, &result.end})
            row.put(moment->*quantity);
    row.put(std::round(result.wallSeconds * 1e6) / 1e6);
    return std::move(row).line();
}

SweepRowName rowNameOf(const SweepCell& cell)
{
    SweepRowName name = cell.combination->values;
    name.push_back(std::to_string(cell.seed));
    return name;
}

Result<SweptFile> readSweptFile(const std::string& path, const std::string& header)
{
    SweptFile file;
    std::error_code error;
    if (!std::filesystem::exists(path, error))
        return file;
    const Result<std::string> text = readWholeFile(path, kLargestFile);
    if (!text)
        return text.faults();
    const std::vector<std::string> columns = cellsOfLine(std::string_view(header).substr(0, header.size() - 1));
    const auto names =
        static_cast<std::size_t>(std::find(columns.begin(), columns.end(), "seed") - columns.begin()) + 1;
    std::string_view rest = text.value();
    int number = 0;
    for (auto end = rest.find('\n'); end != std::string_view::npos; end = rest.find('\n')) {
        const std::string_view line = rest.substr(0, end + 1);
        rest.remove_prefix(line.size());
        file.bytes += static_cast<std::int64_t>(line.size());
        ++number;
        if (line == header) // once, or before each of several shards
            continue;
        if (number == 1)
            return Fault{FaultCode::BadArgument, "--out", {path, header.substr(0, header.size() - 1)}};
        std::vector<std::string> cells = cellsOfLine(line.substr(0, end));
        if (cells.size() != columns.size())
            return Fault{
                FaultCode::UnevenRow, path, {std::to_string(cells.size()), std::to_string(columns.size())}, number};
        std::optional<std::int64_t> steps;
        if (cells[names] == statusId(RunStatus::Done))
            steps = static_cast<std::int64_t>(numberFromText(cells[names + 1]).value_or(-1));
        cells.resize(names);
        file.rows[std::move(cells)] = steps;
    }
    return file;
}

} // namespace core

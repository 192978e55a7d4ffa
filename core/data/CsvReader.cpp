// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/CsvReader.h"

#include "core/base/NumberText.h"
#include "core/data/CsvLabels.h"
#include "core/data/CsvParser.h"
#include "core/data/DataPath.h"
#include "core/data/ToyDatasets.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace core
{

namespace
{

char wantedSeparator(const std::string& name, char found)
{
    return name == "comma" ? ',' : name == "semicolon" ? ';' : name == "tab" ? '\t' : found;
}

std::vector<std::string> cellsOf(const CsvParser& row)
{
    std::vector<std::string> cells;
    for (std::size_t at = 0; at < row.size(); ++at)
        cells.emplace_back(row.cell(at));
    return cells;
}

std::string joined(const std::vector<std::string>& names)
{
    constexpr std::size_t kLongest = 300;
    std::string text;
    for (const std::string& name : names) {
        text.append(text.empty() ? "" : ", ").append(name);
        if (text.size() > kLongest)
            return text + ", …";
    }
    return text;
}

/// The column to be learned, or why there is none.
Result<std::size_t> findLabel(const Value& wanted, const std::vector<std::string>& firstRow, bool mayBeNamed,
                              const std::string& path)
{
    const auto columns = static_cast<double>(firstRow.size());
    if (const double* number = std::get_if<double>(&wanted)) {
        const double column = *number < 0 ? *number + columns : *number;
        if (column >= 0 && column < columns)
            return static_cast<std::size_t>(column);
        return Fault{FaultCode::UnknownColumn, path, {numberText(*number), "0 … " + numberText(columns - 1)}};
    }
    const auto& name = std::get<std::string>(wanted);
    const auto found = std::find(firstRow.begin(), firstRow.end(), name);
    if (mayBeNamed && found != firstRow.end())
        return static_cast<std::size_t>(found - firstRow.begin());
    return Fault{FaultCode::UnknownColumn,
                 path,
                 {"\"" + name + "\"", mayBeNamed ? joined(firstRow) : "0 … " + numberText(columns - 1)}};
}

/// What the first row, which `parser` has just read, says about the table.
Result<CsvLayout> layoutOf(const CsvParser& parser, const DataConfig& config, const std::string& path)
{
    const std::vector<std::string> first = cellsOf(parser);
    CsvLayout layout;
    layout.separator = parser.separator();
    layout.columns = first.size();
    if (layout.columns < 2)
        return Fault{FaultCode::NoFeature, path, {}, parser.line()};
    const Result<std::size_t> label = findLabel(config.label, first, config.header != "no", path);
    if (!label)
        return label.faults();
    layout.label = label.value();
    layout.hasHeader = config.header == "yes" || std::holds_alternative<std::string>(config.label);
    if (config.header == "auto")
        for (std::size_t at = 0; at < first.size(); ++at)
            if (at != layout.label && !numberFromText(first[at]))
                layout.hasHeader = true;
    if (layout.hasHeader)
        layout.names = first;
    return layout;
}

/// Takes the rows of a table and makes samples of them.
class CsvCollector
{
public:
    CsvCollector(const CsvLayout& layout, const DataConfig& config, std::string path)
        : m_layout(layout)
        , m_path(std::move(path))
        , m_features(static_cast<Index>(layout.columns) - 1)
        , m_rowsInBlock(std::max<Index>(1, kBlock / m_features))
        , m_labels(config.task)
    {
    }

    /// False where going on is useless.
    bool take(const CsvParser& row)
    {
        ++m_rows;
        if (row.size() != m_layout.columns) {
            add({FaultCode::UnevenRow,
                 m_path,
                 {std::to_string(row.size()), std::to_string(m_layout.columns)},
                 row.line(),
                 static_cast<int>(std::min(row.size(), m_layout.columns)) + (row.size() > m_layout.columns ? 1 : 0)});
            return true;
        }
        if (static_cast<std::size_t>(m_rows * (m_features + 1)) > kMostNumbers) {
            m_faults = {{FaultCode::TooMuchData, m_path, {std::to_string(kMostNumbers / 1'000'000)}, row.line()}};
            return false;
        }
        if (m_blocks.empty() || m_blocks.back().size() == m_blocks.back().capacity()) {
            m_blocks.emplace_back();
            m_blocks.back().reserve(static_cast<std::size_t>(m_rowsInBlock * m_features));
        }
        for (std::size_t at = 0; at < row.size(); ++at) {
            if (at != m_layout.label)
                m_blocks.back().push_back(number(row, at));
            else if (std::optional<Fault> fault = m_labels.take(row.cell(at), row.line()))
                addCell(std::move(*fault), row.line(), at);
        }
        return true;
    }

    Result<RawSamples> finish()
    {
        RawSamples raw;
        const bool isWhole = m_faults.empty();
        for (Fault& fault : m_labels.finish(raw)) {
            // What is true of the rows that are right says nothing of the whole file.
            const bool isOfCell = fault.line > 0;
            if (isWhole || isOfCell)
                addCell(std::move(fault), fault.line, m_layout.label);
        }
        if (m_rows == 0)
            return Fault{FaultCode::NoSamples, m_path, {}};
        if (!m_faults.empty())
            return allFaults();
        for (std::size_t at = 0; at < m_layout.names.size(); ++at)
            if (at != m_layout.label)
                raw.featureNames.push_back(m_layout.names[at]);
        fill(raw.inputs);
        return raw;
    }

private:
    static constexpr Index kBlock = 1 << 18; // numbers

    Scalar number(const CsvParser& row, std::size_t at)
    {
        const std::string_view text = row.cell(at);
        FaultCode fault{};
        const std::optional<Scalar> value = cellNumber(text, fault);
        if (value)
            return *value;
        addCell({fault, "", {}}, row.line(), at, text);
        return 0;
    }

    void addCell(Fault fault, int line, std::size_t column, std::string_view text = {})
    {
        const bool ofWholeFile = fault.code == FaultCode::OneClass || fault.code == FaultCode::TooManyClasses;
        fault.where = m_path;
        fault.line = ofWholeFile ? 0 : line;
        fault.column = ofWholeFile ? 0 : static_cast<int>(column) + 1;
        const std::string name = column < m_layout.names.size() ? m_layout.names[column] : std::string();
        if (fault.code == FaultCode::MissingCell)
            fault.details = {name};
        else if (!ofWholeFile)
            fault.details = {fault.details.empty() ? std::string(text) : fault.details.front(), name};
        add(std::move(fault));
    }

    void add(Fault fault)
    {
        if (m_faults.size() < kMostDataFaults)
            m_faults.push_back(std::move(fault));
        else
            ++m_untold;
    }

    Faults allFaults()
    {
        std::stable_sort(m_faults.begin(), m_faults.end(),
                         [](const Fault& a, const Fault& b) { return a.line < b.line; });
        if (m_untold > 0)
            m_faults.push_back({FaultCode::MoreFaults, m_path, {std::to_string(m_untold)}});
        return m_faults;
    }

    /// Block by block, each given back as soon as it is done, so that the numbers are hardly ever there twice.
    void fill(Matrix& inputs)
    {
        inputs.resize(m_features, m_rows);
        Index from = 0;
        for (std::vector<Scalar>& block : m_blocks) {
            const Index rows = static_cast<Index>(block.size()) / m_features;
            inputs.middleCols(from, rows) = ConstMatrixView(block.data(), rows, m_features).transpose();
            from += rows;
            block = std::vector<Scalar>(); // with an empty list it would keep its room
        }
    }

    const CsvLayout& m_layout;
    std::string m_path;
    Index m_features;
    Index m_rowsInBlock;
    Index m_rows = 0;
    std::vector<std::vector<Scalar>> m_blocks; ///< sample after sample
    CsvLabels m_labels;
    Faults m_faults;
    std::int64_t m_untold = 0;
};

/// Opens the table and reads its first row. Where that is a header, the parser stands behind it; else on it.
Result<CsvParser> openTable(const DataConfig& config, const std::string& path, CsvLayout& layout)
{
    Result<CsvParser> opened = CsvParser::open(path);
    if (!opened)
        return opened.faults();
    CsvParser& parser = opened.value();
    parser.setSeparator(wantedSeparator(config.separator, parser.separator()));
    if (!parser.next())
        return parser.fault().value_or(Fault{FaultCode::NoSamples, path, {}});
    Result<CsvLayout> found = layoutOf(parser, config, path);
    if (!found)
        return found.faults();
    layout = std::move(found).value();
    return opened;
}

} // namespace

std::optional<Scalar> cellNumber(std::string_view text, FaultCode& fault)
{
    const std::optional<double> value = numberFromText(text);
    const bool fits = value && std::abs(*value) <= static_cast<double>(std::numeric_limits<float>::max());
    if (fits)
        return static_cast<Scalar>(*value);
    // Also what a double cannot hold is not read as a number.
    fault = text.empty()                                                      ? FaultCode::MissingCell
            : value || text.find_first_not_of("+-0123456789.eE") == text.npos ? FaultCode::CellNotFinite
                                                                              : FaultCode::CellNoNumber;
    return std::nullopt;
}

Result<RawSamples> readCsv(const DataConfig& config)
{
    const std::string path = resolvedPath(config, config.path);
    CsvLayout layout;
    Result<CsvParser> opened = openTable(config, path, layout);
    if (!opened)
        return opened.faults();
    CsvParser& parser = opened.value();
    CsvCollector collector(layout, config, path);
    if (!layout.hasHeader)
        collector.take(parser);
    while (parser.next())
        if (!collector.take(parser))
            break;
    if (parser.fault())
        return *parser.fault();
    return collector.finish();
}

Result<CsvSummary> summarizeCsv(const DataConfig& config)
{
    const Result<RawSamples> read = readCsv(config);
    if (!read)
        return read.faults();
    const RawSamples& raw = read.value();
    return CsvSummary{raw.inputs.cols(), static_cast<int>(raw.inputs.rows()), raw.classNames};
}

Result<CsvPreview> previewCsv(const DataConfig& config, std::size_t mostRows)
{
    CsvPreview preview;
    Result<CsvParser> opened = openTable(config, resolvedPath(config, config.path), preview.layout);
    if (!opened)
        return opened.faults();
    CsvParser& parser = opened.value();
    const auto take = [&] {
        preview.rows.push_back(cellsOf(parser));
        preview.lines.push_back(parser.line());
    };
    if (!preview.layout.hasHeader)
        take();
    while (preview.rows.size() < mostRows && parser.next())
        take();
    return preview;
}

} // namespace core

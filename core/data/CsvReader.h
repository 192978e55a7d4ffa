// SPDX-License-Identifier: GPL-3.0-or-later
// Tables of one's own: what the cells of a text file mean, and the samples they hold. Used by the catalogue of data
// sources on the trainer's thread, and by the import dialog for a look at the first rows.
#pragma once

#include "core/base/Result.h"
#include "core/config/ExperimentConfig.h"

#include <string>
#include <vector>

namespace core
{

class CsvParser;
struct RawSamples;

/// How a table is laid out, as its first row and the config have it.
struct CsvLayout {
    char separator = ',';
    bool hasHeader = false;
    std::size_t columns = 0;
    std::size_t label = 0;          ///< the column to be learned, from 0
    std::vector<std::string> names; ///< of the columns; empty without a header
};

/// The beginning of a table.
struct CsvPreview {
    CsvLayout layout;
    std::vector<std::vector<std::string>> rows; ///< as they stand in the file, the header left out
    std::vector<int> lines;                     ///< where each row begins
};

/// All samples of `config.path`. Reads the file once, keeping little more than its numbers. Every fault has its line
/// and its column (of cells); at most kMostDataFaults are told, and how many more there are.
/// Faults: those of CsvParser, NoSamples, UnevenRow, MissingCell, CellNoNumber, CellNotFinite, UnknownColumn,
/// NoFeature, OneClass, TooManyClasses, TooMuchData, MoreFaults.
Result<RawSamples> readCsv(const DataConfig& config);

/// The layout and the first rows, whatever is wrong with their cells.
/// Faults: those of CsvParser, NoSamples, UnknownColumn, NoFeature.
Result<CsvPreview> previewCsv(const DataConfig& config, std::size_t mostRows);

/// What a whole table holds.
struct CsvSummary {
    std::int64_t samples = 0;
    int features = 0;
    std::vector<std::string> classNames; ///< empty for regression
};

/// Reads all of it. Faults: those of readCsv.
Result<CsvSummary> summarizeCsv(const DataConfig& config);

inline constexpr std::size_t kMostDataFaults = 10;
/// More different labels are no classes.
inline constexpr std::size_t kMostClasses = 1000;
/// Integers up to so many different ones are classes where nothing else is said.
inline constexpr std::size_t kMostGuessedClasses = 20;
/// As floats, made and split, they fill the memory that an experiment may have.
inline constexpr std::size_t kMostNumbers = 500'000'000;

} // namespace core

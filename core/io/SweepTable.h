// SPDX-License-Identifier: GPL-3.0-or-later
// Reads back the table that a sweep has written: what was varied, and the runs of every combination. One table may lie
// in several files (shards), or in one into which they were concatenated. Used by the command `report`, on one thread.
#pragma once

#include "core/analysis/RunComparison.h"
#include "core/base/Result.h"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace core
{

struct SweepTable {
    std::vector<std::string> keys;     ///< that were varied
    std::vector<double> accuracies;    ///< what SweepRow::stepsTo counts the steps to
    std::vector<Contender> contenders; ///< in the order of the file; values as they were given to the sweep
    std::int64_t repeatedRows = 0;     ///< left out: the combination and the seed were there before
    std::int64_t halfRows = 0;         ///< left out: the last line of a file, if the sweep was killed in it
};

/// Columns are known by their names: those before `seed` are the varied keys, and what this program does not know is
/// passed over. Absent cells are absent numbers; headers in the midst of a file are those of further shards. All files
/// vary the same keys and count the steps to the same accuracies. A table without a row has no contender. Faults:
/// Unreadable, NotText, OpenQuote; BadArgument (where: the file; details: its header or cell, what is expected) for
/// what is no sweep's table, another sweep's, or an unknown status; UnevenRow, MissingCell, CellNoNumber.
Result<SweepTable> readSweepTable(std::span<const std::string> paths);

} // namespace core

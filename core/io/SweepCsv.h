// SPDX-License-Identifier: GPL-3.0-or-later
// The text of a sweep: the values of `--vary` on the way in, a CSV file with one row a run on the way out, and what
// such a file already holds when a sweep is resumed. Used by the command `sweep`.
#pragma once

#include "core/base/Result.h"
#include "core/train/Sweep.h"
#include "core/train/SweepPlan.h"

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace core
{

/// "KEY=V1,V2,…" of the command line: each value is JSON if it parses, else a string. Commas within brackets, braces,
/// parentheses and quotes separate nothing. Faults: BadArgument with the place "--vary"; that a value fits its key is
/// found out by combine().
Result<SweepAxis> parseAxis(std::string_view argument);

/// One value of a varied key as it is typed. Objects and lists are kept without spaces, so that equal ones have one
/// text. Faults: those of parseSetting.
Result<SweepLevel> parseLevel(const std::string& key, std::string_view text);

/// The first line, and the line of one run; each ends in a line break. Numbers are the shortest that read back the
/// same, non-finite ones nan, inf and -inf, absent ones empty. Cells are quoted as RFC 4180 has it.
std::string sweepHeader(std::span<const SweepAxis> axes, const SweepOptions& options);
std::string sweepLine(const SweepCell& cell, const SweepRow& row);

/// What tells the rows of a sweep apart: the varied values and the seed, as text.
using SweepRowName = std::vector<std::string>;
SweepRowName rowNameOf(const SweepCell& cell);

/// What an earlier sweep has left behind.
struct SweptFile {
    std::int64_t bytes = 0; ///< of whole lines; what follows is half a line
    /// Its rows, and the steps of those that made all of theirs.
    std::map<SweepRowName, std::optional<std::int64_t>> rows;
};

/// Nothing, if there is no such file. Faults: Unreadable, FileTooLarge, BadArgument ("--out") for the file of another
/// sweep, UnevenRow.
Result<SweptFile> readSweptFile(const std::string& path, const std::string& header);

} // namespace core

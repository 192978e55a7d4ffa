// SPDX-License-Identifier: GPL-3.0-or-later
// The column of a table that is to be learned: gathers its cells, and decides at the end whether they are classes or
// numbers. Used by CsvReader only.
#pragma once

#include "core/base/Result.h"
#include "core/base/Types.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace core
{

struct RawSamples;

class CsvLabels
{
public:
    /// `task`: auto, classification or regression.
    explicit CsvLabels(const std::string& task);

    /// One cell; its fault if it can be no label whatever the task turns out to be.
    std::optional<Fault> take(std::string_view text, int line);

    /// Labels and class names, or targets. The faults of cells have their line, and the cell's text as first detail.
    Faults finish(RawSamples& raw);

private:
    void keepClass(std::string_view text);
    void keepNumber(std::string_view text, int line);
    [[nodiscard]] bool areClasses() const;
    void nameClasses(RawSamples& raw) const;

    bool m_mayBeClasses;
    bool m_mayBeNumbers;
    std::unordered_map<std::string, int> m_ids; ///< of the different cells, in the order of their appearance
    std::vector<int> m_classes;                 ///< the id of each cell, while there are few enough
    std::vector<Scalar> m_numbers;
    bool m_tooMany = false;
    bool m_areWhole = true; ///< all numbers
    std::int64_t m_taken = 0;
    std::int64_t m_texts = 0; ///< cells that are no numbers
    Faults m_noNumbers;       ///< the first of them, in case that they should be numbers
};

/// The number in a cell, or nothing and why: MissingCell, CellNoNumber, CellNotFinite.
std::optional<Scalar> cellNumber(std::string_view text, FaultCode& fault);

} // namespace core

// SPDX-License-Identifier: GPL-3.0-or-later
// A file or standard output that grows by whole lines, each handed to the system at once, so that who follows it sees
// every record and a killed program leaves whole lines. Used by the command line for results, on one thread.
#pragma once

#include "core/base/Result.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace core
{

class LineFile
{
public:
    /// Empties or makes the file; "-" is standard output. Faults: Unwritable with the system's reason.
    static Result<LineFile> open(const std::string& path);

    /// Goes on with a file after its first `bytes`; what it has beyond is dropped. Faults: as open().
    static Result<LineFile> goOn(const std::string& path, std::int64_t bytes);

    LineFile(LineFile&& other) noexcept;
    LineFile& operator=(LineFile&&) = delete;
    LineFile(const LineFile&) = delete;
    LineFile& operator=(const LineFile&) = delete;
    ~LineFile();

    /// Writes the text, which ends in a line break. Faults: Unwritable; see also readerLeft().
    Outcome write(std::string_view text);
    /// Whether the last fault was that nobody reads on: reason to end, none to complain.
    [[nodiscard]] bool readerLeft() const { return m_readerLeft; }

private:
    LineFile(std::string name, int descriptor, bool owned)
        : m_name(std::move(name))
        , m_descriptor(descriptor)
        , m_owned(owned)
    {
    }

    std::string m_name;
    int m_descriptor;
    bool m_owned;
    bool m_readerLeft = false;
};

} // namespace core

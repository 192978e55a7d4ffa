// SPDX-License-Identifier: GPL-3.0-or-later
// The command `sweep` at work: hands the runs to a SweepPool and writes their rows in the order of the list, each as
// soon as those before it are written. Used by SweepCommand, on the main thread.
#pragma once

#include "app/Console.h"
#include "core/base/Result.h"
#include "core/io/LineFile.h"
#include "core/train/Sweep.h"

#include <QString>

#include <map>
#include <memory>
#include <optional>
#include <vector>

namespace app
{

/// A file that tells how the table came about.
struct Description {
    std::string path;
    std::string text;
};

struct SweepJob {
    std::vector<core::SweepAxis> axes;
    std::vector<core::SweepCell> cells; ///< without those that are in the file already
    core::SweepOptions options;
    std::shared_ptr<core::DatasetCache> datasets;
    int jobs = 1;
    QString out;                            ///< file, "-" for standard output
    std::int64_t bytes = 0;                 ///< of the file that are kept; 0: it is begun anew
    std::optional<Description> description; ///< written before the first run
    bool quiet = false;
};

class SweepRunner
{
public:
    explicit SweepRunner(SweepJob job)
        : m_job(std::move(job))
    {
    }

    /// Returns the program's exit code.
    int run();

private:
    bool begin();
    void train();
    void arrive(core::SweepPool::Finished finished);
    void writeNext();
    void write(const std::string& line);
    void showProgress(const core::SweepPool& pool, ProgressBar& progress) const;
    [[nodiscard]] int finish() const;
    [[nodiscard]] std::int64_t countedRuns() const { return m_written + m_failed; }

    SweepJob m_job;
    std::optional<core::LineFile> m_output;
    std::map<std::size_t, core::Result<core::SweepRow>> m_waiting; ///< for those before them
    std::size_t m_next = 0;                                        ///< cell to be written
    std::int64_t m_written = 0;
    std::int64_t m_diverged = 0;
    std::int64_t m_failed = 0;
    std::chrono::steady_clock::time_point m_begin;
    std::optional<core::Fault> m_fault; ///< of writing
};

} // namespace app

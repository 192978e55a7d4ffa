// SPDX-License-Identifier: GPL-3.0-or-later
// The command `run`: one experiment from its first step to its last without a window, with results as JSON lines, a
// summary and figures. Same config, same seed: the same bytes. Used by Application, on the main thread.
#pragma once

#include "core/analysis/Diagnosis.h"
#include "core/base/Result.h"
#include "core/config/ExperimentConfig.h"
#include "core/data/Dataset.h"
#include "core/io/LineFile.h"
#include "core/train/TrainingRun.h"
#include "ui/base/FrameData.h"

#include <QString>

#include <functional>
#include <optional>

namespace app
{

struct RunOptions {
    core::ExperimentConfig config;
    std::int64_t recordEvery = 1;
    QString metrics; ///< file, "-" for standard output, empty for the summary alone
    bool quiet = false;
    /// Draws the figures of the last step; empty if none are wanted.
    std::function<core::Outcome(const ui::FrameData&)> draw;
};

class HeadlessRunner
{
public:
    HeadlessRunner(RunOptions options, core::ResourceReader resources)
        : m_options(std::move(options))
        , m_resources(std::move(resources))
    {
    }

    /// Returns the program's exit code. Outputs are opened before training starts.
    int run();

private:
    int begin();
    void predict();
    void train();
    void record();
    void write(const std::string& line);
    int finish();
    int drawFigures();
    void tellEnd() const;

    RunOptions m_options;
    core::ResourceReader m_resources;
    std::optional<core::LineFile> m_output;
    std::unique_ptr<core::TrainingRun> m_run;
    core::Snapshot m_snapshot;
    core::Diagnosis m_diagnosis;
    core::History m_history;
    core::SnapshotHistory m_moments; ///< for figures
    std::shared_ptr<const core::Prediction> m_prediction;
    std::int64_t m_recordedStep = -1;
    std::optional<core::Fault> m_fault; ///< of writing
};

} // namespace app

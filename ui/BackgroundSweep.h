// SPDX-License-Identifier: GPL-3.0-or-later
// Many runs on all cores while the window stays live: they stand back behind the trainer and the drawing, and their
// rows come in as they end. Owned by Race and PhaseMap, on the GUI thread, which no run ever blocks.
#pragma once

#include "core/train/Sweep.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <memory>
#include <optional>
#include <vector>

namespace ui
{

class BackgroundSweep : public QObject
{
    Q_OBJECT

public:
    explicit BackgroundSweep(core::ResourceReader resources, QObject* parent = nullptr);

    /// Trains these cells, in their order, instead of those that are under way.
    void begin(std::vector<core::SweepCell> cells, core::SweepOptions options);
    /// What has ended by now stays.
    void cancel();

    [[nodiscard]] bool isRunning() const { return m_pool != nullptr; }
    [[nodiscard]] const std::vector<core::SweepCell>& cells() const { return m_cells; }
    /// By cell; nothing where it has not ended. Faults: of its data, or TrainerFailed.
    [[nodiscard]] const std::vector<std::optional<core::Result<core::SweepRow>>>& rows() const { return m_rows; }
    [[nodiscard]] std::size_t ended() const { return m_ended; }
    /// For whoever needs to know the data of these runs.
    [[nodiscard]] const std::shared_ptr<core::DatasetCache>& datasets() const { return m_datasets; }
    /// Of the work, 0 … 1.
    [[nodiscard]] double progress() const;
    /// As long as it takes if it goes on as until now; nothing before that can be said.
    [[nodiscard]] std::optional<double> remainingSeconds() const;

signals:
    /// Rows have come, or progress is another.
    void advanced();
    /// All cells have ended, or it was cancelled.
    void finished();

private:
    void poll();
    void setAside();
    void forgetEnded();

    std::shared_ptr<core::DatasetCache> m_datasets;
    std::vector<core::SweepCell> m_cells;
    std::vector<std::optional<core::Result<core::SweepRow>>> m_rows;
    std::size_t m_ended = 0;
    double m_progress = 0; ///< at the end
    QElapsedTimer m_since;
    QTimer m_timer;
    std::unique_ptr<core::SweepPool> m_pool;
    std::vector<std::unique_ptr<core::SweepPool>> m_stopped; ///< their last steps may take long, and hold nobody up
};

} // namespace ui

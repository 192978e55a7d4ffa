// SPDX-License-Identifier: GPL-3.0-or-later
// What becomes of a network for every pair of values of two keys, trained on all cores behind the run that is watched:
// a coarse picture at once, which gets finer. Owned by Session, on the GUI thread.
#pragma once

#include "ui/BackgroundSweep.h"
#include "ui/PhasePlanner.h"
#include "ui/base/PhaseMapState.h"

#include <QObject>
#include <QTimer>

#include <memory>
#include <optional>
#include <vector>

namespace ui
{

class PhaseMap : public QObject
{
    Q_OBJECT

public:
    explicit PhaseMap(core::ResourceReader resources, QObject* parent = nullptr);

    /// Begins it in place of any other. What cannot be run is told by state().faults.
    void begin(PhaseWish wish);
    /// What has ended by now stays.
    void cancel();
    /// Looks at another page; those that there are not are the first or the last.
    void setPage(int page);
    /// nullptr: none was begun.
    [[nodiscard]] const PhaseMapState* state() const { return m_state ? &*m_state : nullptr; }

signals:
    /// state() is another.
    void changed();

private:
    void pollPlanner();
    void startRuns(std::vector<core::PhaseRun> runs);
    void collect();
    void finish();
    void setPlannerAside();
    void tell();

    std::optional<PhaseMapState> m_state;
    std::vector<std::size_t> m_places; ///< of the cells of the sweep
    std::vector<bool> m_collected;     ///< by cell
    std::unique_ptr<PhasePlanner> m_planner;
    std::vector<std::unique_ptr<PhasePlanner>> m_stopped; ///< their last integral holds nobody up
    QTimer m_timer;
    BackgroundSweep m_sweep;
};

} // namespace ui

// SPDX-License-Identifier: GPL-3.0-or-later
// The same experiment with other activations (or other values of any key), each with several seeds, raced on all cores
// behind the run that is watched. Results come in as they end; what they support is judged on a thread of its own.
// Owned by Session, on the GUI thread.
#pragma once

#include "ui/BackgroundSweep.h"
#include "ui/base/RaceState.h"

#include <QElapsedTimer>
#include <QObject>
#include <QThreadPool>

#include <vector>

namespace ui
{

class Race : public QObject
{
    Q_OBJECT

public:
    explicit Race(core::ResourceReader resources, QObject* parent = nullptr);
    ~Race() override;

    /// Every contender with every seed, all checked; faults tell of the first that cannot be run.
    static core::Result<core::Combinations> contenders(const RacePlan& plan);

    /// Begins it in place of any other. On faults everything stays as it was.
    core::Outcome begin(RacePlan plan);
    /// What has ended by now stays.
    void cancel();
    /// nullptr: none was begun.
    [[nodiscard]] const RaceState* state() const { return m_state ? &*m_state : nullptr; }

signals:
    /// state() is another.
    void changed();

private:
    void advance();
    void collect();
    void judge();
    void takeOver(const std::shared_ptr<const JudgedRace>& judged, const core::Combinations& race);
    void finish();

    std::optional<RaceState> m_state;
    std::size_t m_judged = 0; ///< runs that had ended when it was last judged
    bool m_isJudging = false;
    std::vector<bool> m_collected; ///< by cell
    QElapsedTimer m_sinceCollected;
    BackgroundSweep m_sweep;
    QThreadPool m_pool; ///< of one thread
};

} // namespace ui

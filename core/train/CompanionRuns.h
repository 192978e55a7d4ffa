// SPDX-License-Identifier: GPL-3.0-or-later
// The runs beside the one that is watched: each makes its step when that one has made its own, with the same samples. A
// run that diverges stops, and the others go on. Used by TrainerLoop, on its thread.
#pragma once

#include "core/train/Lineup.h"
#include "core/train/RecordOutlet.h"
#include "core/train/TrainingRun.h"

#include <cstdint>
#include <memory>
#include <vector>

namespace core
{

struct CompanionSnapshot {
    std::uint32_t id = 0; ///< of the Companion
    Snapshot snapshot;    ///< of the same step as all others, or of that at which it has diverged
};

/// All runs at one moment.
struct Instant {
    Snapshot first; ///< the run that is watched
    std::vector<CompanionSnapshot> companions;
};

class CompanionRuns
{
public:
    explicit CompanionRuns(SpscQueue<StepRecord>& records)
        : m_records(records)
    {
    }

    /// New runs of these, which checkWithData() has found to be right, from the data that all have in common.
    void build(const std::vector<Companion>& companions, const std::shared_ptr<const Dataset>& data,
               std::uint64_t generation);
    void clear() { m_lanes.clear(); }
    /// Whether one that has diverged is to be another: it has nothing left that a hot change could act on.
    [[nodiscard]] bool revives(const std::vector<Companion>& companions) const;
    /// Takes over hot changes. Who is not among these any more has gone.
    void apply(const std::vector<Companion>& companions);

    void keepNextUpdate();
    void step();
    /// One snapshot of each, but for `generation`, `status` and `takenAt`; throws Interrupted as TrainingRun does.
    void observe(std::vector<CompanionSnapshot>& snapshots, const ObserveOptions& options);
    /// Tells the histories what has been observed.
    void pushEvaluations(const std::vector<CompanionSnapshot>& snapshots);

    void offerPending();
    [[nodiscard]] bool hasPending() const;

private:
    struct Lane {
        std::uint32_t id;
        std::unique_ptr<TrainingRun> run;
        RecordOutlet outlet;
    };

    SpscQueue<StepRecord>& m_records;
    std::vector<Lane> m_lanes;
    std::uint64_t m_generation = 0;
};

} // namespace core

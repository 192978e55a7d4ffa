// SPDX-License-Identifier: GPL-3.0-or-later
// The past of the run that is watched: the moments that are kept of it, and which of them is looked at in place of the
// newest one. Used by Session on the GUI thread.
#pragma once

#include "core/analysis/Diagnosis.h"
#include "core/probe/Snapshot.h"
#include "core/train/SnapshotHistory.h"

#include <cstdint>
#include <vector>

namespace ui
{

class LookingBack
{
public:
    struct Present {
        const core::Snapshot& newest;
        const core::DataConfig& data; ///< the same in the whole run, and what has been drawn since
    };

    /// Keeps the newest moment if it is its turn; whether it is.
    bool keep(const core::Snapshot& newest);
    /// The moments that can be looked at again.
    [[nodiscard]] const core::SnapshotHistory& moments() const { return m_moments; }

    /// The moment that is looked at; null: the newest, whatever it will be.
    [[nodiscard]] const core::Snapshot* viewed() const { return m_isPast ? &m_viewed : nullptr; }
    /// What that moment shows by itself.
    [[nodiscard]] const std::vector<core::Finding>& findings() const { return m_findings; }

    // Each says whether another moment is looked at now.
    /// The kept moment nearest to this step; there must be one.
    bool viewStep(std::int64_t step, const Present& now);
    /// The kept moment so many places later (or earlier, if negative); later than the newest is now.
    bool viewNeighbour(int places, const Present& now);
    bool returnToLive();

private:
    bool view(const core::Snapshot& moment, const Present& now);

    core::SnapshotHistory m_moments;
    std::size_t m_sinceKept = 0; ///< snapshots seen since a moment was kept, and this one
    core::Snapshot m_viewed;     ///< a copy, so that thinning cannot take it away while it is looked at
    std::vector<core::Finding> m_findings;
    bool m_isPast = false; ///< m_viewed is looked at
};

} // namespace ui

// SPDX-License-Identifier: GPL-3.0-or-later
// A span of a run's moments, one after the other, each with the past that was known at it: what an animation shows.
// Holds copies, so that training may go on meanwhile. Used by the export, on the GUI thread.
#pragma once

#include "ui/base/Moment.h"

#include <cstdint>
#include <memory>
#include <vector>

namespace ui
{

class Film
{
public:
    /// The earlier moments from step to step, and the present one if it lies between them. Without any, the present.
    Film(std::shared_ptr<const Moment> present, const EarlierMoments& earlier, std::int64_t firstStep,
         std::int64_t lastStep);

    /// At least one.
    [[nodiscard]] std::size_t count() const { return m_snapshots.size() + (m_endsInPresent ? 1 : 0); }
    /// Valid until the next call. Cheapest in ascending order.
    [[nodiscard]] FrameData frame(std::size_t at);

private:
    void rewind();
    void learnUntil(std::int64_t step);

    std::shared_ptr<const Moment> m_present;
    std::vector<core::Snapshot> m_snapshots; ///< the earlier moments
    bool m_endsInPresent = false;
    std::vector<core::Finding> m_findings; ///< of the moment shown last
    core::History m_known;                 ///< the records until the moment shown last …
    std::size_t m_records = 0;
    std::size_t m_evaluations = 0; ///< … so many of the present's
    std::int64_t m_shownStep = -1;
};

} // namespace ui

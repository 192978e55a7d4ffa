// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/LookingBack.h"

#include <algorithm>
#include <utility>

namespace ui
{

namespace
{

constexpr std::size_t kKeptBytesAFrame = 1'000'000; // which takes well below a third of a millisecond to copy

} // namespace

bool LookingBack::keep(const core::Snapshot& newest)
{
    // Of large snapshots only some are kept, so that copying them never holds up a frame for long on average.
    ++m_sinceKept;
    const bool isFirst = m_moments.generation() != newest.generation;
    if (!isFirst && core::bytesOf(newest) > m_sinceKept * kKeptBytesAFrame)
        return false;
    m_moments.add(newest);
    m_sinceKept = 0;
    return true;
}

bool LookingBack::view(const core::Snapshot& moment, const Present& now)
{
    if (moment.step == now.newest.step)
        return returnToLive();
    const bool isAnother = !m_isPast || m_viewed.step != moment.step;
    m_viewed = moment;
    m_findings = core::findingsOf(m_viewed);
    m_viewed.config.data = now.data;
    m_isPast = true;
    return isAnother;
}

bool LookingBack::viewStep(std::int64_t step, const Present& now)
{
    return view(m_moments.at(m_moments.indexNear(step)), now);
}

bool LookingBack::viewNeighbour(int places, const Present& now)
{
    const auto kept = static_cast<std::int64_t>(m_moments.size());
    if (kept == 0 || (!m_isPast && places >= 0))
        return false;
    // Now is one place after the newest kept moment, if that is not the same.
    const bool nowIsKept = m_moments.step(m_moments.size() - 1) == now.newest.step;
    const auto here = m_isPast    ? static_cast<std::int64_t>(m_moments.indexNear(m_viewed.step))
                      : nowIsKept ? kept - 1
                                  : kept;
    const std::int64_t index = std::max<std::int64_t>(here + places, 0);
    return index >= kept ? returnToLive() : view(m_moments.at(static_cast<std::size_t>(index)), now);
}

bool LookingBack::returnToLive()
{
    return std::exchange(m_isPast, false);
}

} // namespace ui

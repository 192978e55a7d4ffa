// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/Checkpoint.h"

#include <algorithm>
#include <cassert>
#include <iterator>

namespace core
{

void CheckpointRow::add(Checkpoint checkpoint)
{
    assert(wants(checkpoint.step) && (m_row.empty() ? checkpoint.step == 0 : checkpoint.step > m_row.back().step));
    const std::size_t most = std::clamp(m_bytes / checkpoint.bytes(), kLeast, kMost);
    m_row.push_back(std::move(checkpoint));
    while (m_row.size() > most) {
        m_stride *= 2;
        std::erase_if(m_row, [this](const Checkpoint& kept) { return !wants(kept.step); });
    }
}

const Checkpoint& CheckpointRow::notAfter(std::int64_t step) const
{
    const auto after = std::upper_bound(m_row.begin(), m_row.end(), step,
                                        [](std::int64_t wanted, const Checkpoint& c) { return wanted < c.step; });
    assert(after != m_row.begin());
    return *std::prev(after);
}

} // namespace core

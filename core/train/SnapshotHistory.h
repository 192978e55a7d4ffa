// SPDX-License-Identifier: GPL-3.0-or-later
// The moments of one run that can be looked at again: whole snapshots in bounded memory, thinned with age. Filled by
// Session from the snapshots it fetches, read when one drags along the timeline. Lives on one thread.
#pragma once

#include "core/probe/Snapshot.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

namespace core
{

/// The memory that belongs to this snapshot alone, with the reserve of its vectors; what it shares with others of its
/// run (start, changes, data) is not counted.
std::size_t bytesOf(const Snapshot& snapshot);

/// Kept moments in the order of steps. The first and the newest always stay. Where there are too many, the one goes
/// whose going leaves the smallest hole; holes are measured half in steps, so that every place of a timeline has its
/// moments, and half in the logarithm of age, so that the last few moments lie closer together the nearer they are to
/// now. So no hole that thinning has torn is ever wider than about 2 % of the run, or 16 % of its age and a thousandth
/// of the run. Moments before and after a change of a setting count for more.
///
/// A run of 8 × 32 units keeps 256 moments; where snapshots are large, as many as the bytes allow, but always two.
/// A copy costs little: it shares its moments with what it was copied from.
class SnapshotHistory
{
public:
    static constexpr std::size_t kMaxMoments = 256;
    static constexpr std::size_t kMaxBytes = 48'000'000;

    explicit SnapshotHistory(std::size_t maxMoments = kMaxMoments, std::size_t maxBytes = kMaxBytes);

    /// Keeps a copy. One of the newest step replaces it (a finer picture of the same moment), one of a newer generation
    /// clears the past first, one from before the newest is ignored. Allocates nothing once warm.
    void add(const Snapshot& snapshot);
    void clear();

    [[nodiscard]] std::uint64_t generation() const { return m_generation; }
    [[nodiscard]] std::size_t size() const { return m_moments.size(); }
    [[nodiscard]] bool empty() const { return m_moments.empty(); }
    /// Valid until the next call of add or clear.
    [[nodiscard]] const Snapshot& at(std::size_t index) const { return *m_moments[index].snapshot; }
    [[nodiscard]] std::int64_t step(std::size_t index) const { return at(index).step; }
    /// The moment nearest to a step, the earlier one of two; there must be one.
    [[nodiscard]] std::size_t indexNear(std::int64_t step) const;
    /// All memory that is held, also that for the next moment.
    [[nodiscard]] std::size_t bytes() const { return m_bytes; }

private:
    struct Moment {
        std::shared_ptr<Snapshot> snapshot; ///< shared with copies of this past: never written to while it is
        std::size_t bytes = 0;
        std::size_t changes = 0; ///< made before it
        bool atChange = false;   ///< the last before a change or the first after one
    };

    void fill(Moment& moment, const Snapshot& snapshot);
    void push(const Snapshot& snapshot);
    void markChange();
    void shareChanges();
    void drop(std::size_t index);
    [[nodiscard]] std::size_t leastMissed() const;

    std::size_t m_maxMoments;
    std::size_t m_maxBytes;
    std::uint64_t m_generation = 0;
    std::vector<Moment> m_moments;
    Moment m_spare; ///< the memory of a dropped moment, for the next one
    std::size_t m_bytes = 0;
    std::size_t m_atChange = 0; ///< how many moments are
};

} // namespace core

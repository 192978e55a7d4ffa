// SPDX-License-Identifier: GPL-3.0-or-later
// The end of the queue of step records that one run writes to. While the queue is full, what it has to tell is merged
// into one record that waits, so that nothing is missing from its history. Lives on the trainer's thread.
#pragma once

#include "core/base/SpscQueue.h"
#include "core/train/History.h"

#include <cstdint>

namespace core
{

class RecordOutlet
{
public:
    explicit RecordOutlet(SpscQueue<StepRecord>& queue, std::uint32_t run = 0)
        : m_queue(&queue)
        , m_run(run)
    {
    }

    /// Hands a record over, or keeps it with those that found no room either.
    void push(const StepRecord& record, std::uint64_t generation)
    {
        if (m_waits && m_pending.generation == generation)
            m_pending.merge(record);
        else
            m_pending = record;
        m_pending.run = m_run;
        m_pending.generation = generation;
        m_waits = true;
        offer();
    }
    /// Tries again with what has found no room.
    void offer()
    {
        if (m_waits)
            m_waits = !m_queue->push(m_pending);
    }
    [[nodiscard]] bool waits() const { return m_waits; }

private:
    SpscQueue<StepRecord>* m_queue;
    std::uint32_t m_run;
    StepRecord m_pending; ///< swapped with what the queue gives back, so that its memory goes round
    bool m_waits = false;
};

} // namespace core

// SPDX-License-Identifier: GPL-3.0-or-later
// The part of TrainingRun that keeps a moment of the run, and goes back to it.
#include "core/train/TrainingRun.h"

#include <cassert>

namespace core
{

std::vector<VectorView> TrainingRun::memory()
{
    std::vector<VectorView> parts = m_network.memory();
    for (const VectorView& part : m_descent.memory())
        parts.push_back(part);
    return parts;
}

Checkpoint TrainingRun::checkpoint()
{
    Checkpoint made{m_steps,          m_config,     m_nextChange,      m_epochBefore,
                    m_epochCountedTo, m_divergence, m_batches.order(), {}};
    const std::vector<VectorView> parts = memory();
    Index size = 0;
    for (const VectorView& part : parts)
        size += part.size();
    made.memory.resize(size);
    Index at = 0;
    for (const VectorView& part : parts) {
        made.memory.segment(at, part.size()) = part;
        at += part.size();
    }
    return made;
}

void TrainingRun::restore(const Checkpoint& checkpoint)
{
    takeOver(checkpoint.config);
    m_steps = checkpoint.step;
    m_nextChange = checkpoint.nextChange;
    m_epochBefore = checkpoint.epochBefore;
    m_epochCountedTo = checkpoint.epochCountedTo;
    m_divergence = checkpoint.divergence;
    m_updateStep = -1; // no checkpoint has it
    m_batches.setOrder(checkpoint.order);
    // After the config, which may have set learned slopes back to their beginning.
    Index at = 0;
    for (VectorView& part : memory()) {
        part = checkpoint.memory.segment(at, part.size());
        at += part.size();
    }
    assert(at == checkpoint.memory.size());
}

} // namespace core

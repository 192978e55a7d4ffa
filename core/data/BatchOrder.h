// SPDX-License-Identifier: GPL-3.0-or-later
// Which samples make up each mini-batch: every epoch is a fresh seeded permutation of the training set, and a short
// last batch is dropped. Used by TrainingRun.
#pragma once

#include "core/base/Rng.h"
#include "core/base/Types.h"

#include <algorithm>
#include <numeric>
#include <span>
#include <vector>

namespace core
{

class BatchOrder
{
public:
    BatchOrder(Index samples, std::int64_t seed)
        : m_rng(seed, Purpose::Shuffle)
        , m_order(static_cast<std::size_t>(samples))
        , m_next(m_order.size())
    {
        std::iota(m_order.begin(), m_order.end(), Index(0));
    }

    /// The sample indices of the next mini-batch; a batch larger than the set is the set. Valid until the next call.
    std::span<const Index> next(std::int64_t batchSize)
    {
        const std::size_t size = std::min(static_cast<std::size_t>(batchSize), m_order.size());
        if (m_next + size > m_order.size()) {
            m_rng.shuffle(std::span(m_order));
            m_next = 0;
        }
        m_next += size;
        m_size = size;
        return batch();
    }

    /// The mini-batch that came last.
    [[nodiscard]] std::span<const Index> batch() const { return std::span(m_order).subspan(m_next - m_size, m_size); }
    [[nodiscard]] std::size_t samples() const { return m_order.size(); }

private:
    Rng m_rng;
    std::vector<Index> m_order;
    std::size_t m_next;
    std::size_t m_size = 0; ///< of the last mini-batch
};

} // namespace core

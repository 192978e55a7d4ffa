// SPDX-License-Identifier: GPL-3.0-or-later
// A bounded queue between one producing and one consuming thread, without locks. Elements are swapped in and out, so
// that their memory goes round and nothing is allocated once warm.
#pragma once

#include <atomic>
#include <cstddef>
#include <utility>
#include <vector>

namespace core
{

template <class T>
class SpscQueue
{
public:
    explicit SpscQueue(std::size_t capacity)
        : m_slots(capacity + 1)
    {
    }

    /// Producer: swaps `value` in; false, and `value` as it was, if the queue is full.
    bool push(T& value)
    {
        const std::size_t tail = m_tail.load(std::memory_order_relaxed);
        const std::size_t next = after(tail);
        if (next == m_head.load(std::memory_order_acquire))
            return false;
        std::swap(m_slots[tail], value);
        m_tail.store(next, std::memory_order_release);
        return true;
    }

    /// Consumer: swaps the oldest element out; false if the queue is empty.
    bool pop(T& value)
    {
        const std::size_t head = m_head.load(std::memory_order_relaxed);
        if (head == m_tail.load(std::memory_order_acquire))
            return false;
        std::swap(m_slots[head], value);
        m_head.store(after(head), std::memory_order_release);
        return true;
    }

private:
    [[nodiscard]] std::size_t after(std::size_t index) const { return index + 1 == m_slots.size() ? 0 : index + 1; }

    std::vector<T> m_slots;
    std::atomic<std::size_t> m_head{0};
    std::atomic<std::size_t> m_tail{0};
};

} // namespace core

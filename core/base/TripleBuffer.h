// SPDX-License-Identifier: GPL-3.0-or-later
// Hands the newest value from one thread to another without locks and without copying: the writer fills one of three
// buffers and publishes it, the reader fetches the newest. Values nobody fetched in time are overwritten. One writer,
// one reader.
#pragma once

#include <array>
#include <atomic>

namespace core
{

template <class T>
class TripleBuffer
{
public:
    /// Writer: the buffer to fill. It holds some older value, so that its memory can be reused.
    T& back() { return m_buffers[m_back]; }

    /// Writer: makes the back buffer the newest value, and takes another as the back buffer.
    void publish() { m_back = m_middle.exchange(m_back | kFresh, std::memory_order_acq_rel) & kIndex; }

    /// Writer: whether the value published last has been fetched.
    bool fetched() const { return !(m_middle.load(std::memory_order_relaxed) & kFresh); }

    /// Reader: takes the newest value if there is one that was not fetched before.
    bool fetch()
    {
        if (!(m_middle.load(std::memory_order_relaxed) & kFresh))
            return false;
        m_front = m_middle.exchange(m_front, std::memory_order_acq_rel) & kIndex;
        return true;
    }

    /// Reader: the value fetched last.
    const T& front() const { return m_buffers[m_front]; }

private:
    static constexpr unsigned kIndex = 3;
    static constexpr unsigned kFresh = 4;

    std::array<T, 3> m_buffers{};
    unsigned m_back = 0;
    unsigned m_front = 2;
    std::atomic<unsigned> m_middle{1};
};

} // namespace core

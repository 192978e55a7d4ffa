// SPDX-License-Identifier: GPL-3.0-or-later
// While one lives, its thread takes numbers below the normal range of a float (1.2e-38) as 0. Many processors are a
// hundred times as slow with them, and a network that has learned all, or whose units have died, is full of them. They
// change no weight, whose own rounding is larger; what is measured in every step ends there, too. Used by TrainingRun
// in a step and nowhere else: probe and evaluation compute every number that a float can hold.
#pragma once

#if defined(__SSE__)
#include <xmmintrin.h>
#endif

namespace core
{

class SubnormalsAsZero
{
public:
    SubnormalsAsZero(const SubnormalsAsZero&) = delete;
    SubnormalsAsZero& operator=(const SubnormalsAsZero&) = delete;
#if defined(__SSE__)
    SubnormalsAsZero()
    {
        _mm_setcsr(m_before | kFlushResults | kFlushOperands);
    }
    ~SubnormalsAsZero()
    {
        _mm_setcsr(m_before);
    }

private:
    static constexpr unsigned kFlushResults = 0x8000;
    static constexpr unsigned kFlushOperands = 0x0040;
    const unsigned m_before = _mm_getcsr();
#else
    SubnormalsAsZero() = default;
    ~SubnormalsAsZero() = default;
#endif
};

} // namespace core

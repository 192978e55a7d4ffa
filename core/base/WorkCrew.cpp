// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/WorkCrew.h"

#include "core/base/SubnormalsAsZero.h"

namespace core
{

WorkCrew::WorkCrew()
    : m_helper([this] { help(); })
{
}

WorkCrew::~WorkCrew()
{
    m_left.store(kGoHome, std::memory_order_release);
    m_left.notify_one();
    m_helper.join();
}

void WorkCrew::shareCalls(int parts, Call call, const void* work)
{
    m_call = call;
    m_work = work;
    m_helped.store(0, std::memory_order_relaxed);
    m_left.store(parts, std::memory_order_release);
    m_left.notify_one();
    const int own = doParts();
    // Waiting for an atomic looks a few times, for a microsecond or two, and then sleeps: the core is free for others,
    // and for a helper that others keep from it.
    int helped = 0;
    while ((helped = m_helped.load(std::memory_order_acquire)) < parts - own)
        m_helped.wait(helped, std::memory_order_acquire);
}

/// Takes parts as long as there are any; tells how many it has done. To have taken one means that the work is not over:
/// nobody writes m_call and m_work before that is told.
int WorkCrew::doParts()
{
    int done = 0;
    int left = m_left.load(std::memory_order_relaxed);
    while (left > 0) {
        if (!m_left.compare_exchange_weak(left, left - 1, std::memory_order_acquire, std::memory_order_relaxed))
            continue;
        m_call(m_work, left - 1);
        ++done;
        left = m_left.load(std::memory_order_relaxed);
    }
    return done;
}

void WorkCrew::help()
{
    const SubnormalsAsZero fromHereOn;
    for (;;) {
        m_left.wait(0, std::memory_order_acquire);
        if (m_left.load(std::memory_order_acquire) == kGoHome)
            return;
        if (const int done = doParts(); done > 0) {
            m_helped.fetch_add(done, std::memory_order_release);
            m_helped.notify_one();
        }
    }
}

} // namespace core

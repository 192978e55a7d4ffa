// SPDX-License-Identifier: GPL-3.0-or-later
// Lets a thread that works for a long time stand back behind those that draw and train. Used by SweepPool.
#pragma once

#if defined(__linux__)
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>
#endif

namespace core
{

/// The thread that calls gets the processor when nobody else of the program wants it; where a system has nothing of the
/// kind, nothing changes. There is no way back.
inline void giveWayToOtherThreads()
{
#if defined(__linux__)
    constexpr int kNicest = 19;
    // Against POSIX, Linux keeps the priority of each thread (setpriority(2), "C library/kernel differences").
    setpriority(PRIO_PROCESS, static_cast<id_t>(syscall(SYS_gettid)), kNicest);
#endif
}

} // namespace core

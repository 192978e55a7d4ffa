// SPDX-License-Identifier: GPL-3.0-or-later
// A second thread that helps with work that comes in parts. Whoever is free takes the next part, so that a helper that
// the system has not let run yet costs nothing, and none of them has a share of its own. Which of the two does a part
// must not matter to the numbers. Used by TrainingRun in its steps, from the thread that makes them.
#pragma once

#include <atomic>
#include <thread>

namespace core
{

class WorkCrew
{
public:
    WorkCrew();
    ~WorkCrew();
    WorkCrew(const WorkCrew&) = delete;
    WorkCrew& operator=(const WorkCrew&) = delete;

    /// Calls work(0) … work(parts − 1) once each, in any order, and returns when all are done. The work must not throw.
    /// On the helper's thread numbers below the normal range are 0, as they are in a step.
    template <class Work>
    void share(int parts, const Work& work)
    {
        shareCalls(
            parts, [](const void* all, int part) noexcept { (*static_cast<const Work*>(all))(part); }, &work);
    }

private:
    using Call = void (*)(const void* work, int part) noexcept;

    void shareCalls(int parts, Call call, const void* work);
    int doParts();
    void help();

    // Written while all parts are done; read by who has taken one.
    Call m_call = nullptr;
    const void* m_work = nullptr;

    static constexpr int kGoHome = -1;
    std::atomic<int> m_left = 0;   ///< parts that nobody has taken yet, or kGoHome
    std::atomic<int> m_helped = 0; ///< parts that the helper has done
    std::thread m_helper;          ///< last: starts when all else stands
};

} // namespace core

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/PhasePlanner.h"

#include "core/base/ThreadPriority.h"

namespace ui
{

PhasePlanner::PhasePlanner(core::PhasePlan plan, std::shared_ptr<core::DatasetCache> datasets)
    : m_plan(std::move(plan))
    , m_datasets(std::move(datasets))
    , m_thread([this](const std::stop_token& stop) { work(stop); })
{
}

std::optional<PhasePlanner::Runs> PhasePlanner::takeRuns()
{
    const std::lock_guard lock(m_mutex);
    return std::exchange(m_runs, std::nullopt);
}

std::vector<PhasePlanner::PageTheory> PhasePlanner::takeTheory()
{
    const std::lock_guard lock(m_mutex);
    return std::exchange(m_theory, {});
}

void PhasePlanner::work(const std::stop_token& stop)
{
    std::vector<core::CombinationFault> found;
    const std::vector<core::PhaseRun> runs = core::runsOf(m_plan, found);
    core::Faults faults;
    for (core::CombinationFault& fault : found)
        faults.push_back(std::move(fault.fault));
    {
        const std::lock_guard lock(m_mutex);
        m_runs = faults.empty() ? Runs(runs) : Runs(std::move(faults));
    }
    // Only then: those who wait for the plan wait for nothing else.
    core::giveWayToOtherThreads();
    for (std::size_t page = 0; !runs.empty() && page < m_plan.pageCount() && !stop.stop_requested(); ++page) {
        auto theory =
            std::make_shared<const core::PhaseTheory>(core::phaseTheory(m_plan, runs, page, *m_datasets, stop));
        const std::lock_guard lock(m_mutex);
        m_theory.emplace_back(page, std::move(theory));
    }
    m_ended.store(true, std::memory_order_release);
}

} // namespace ui

// SPDX-License-Identifier: GPL-3.0-or-later
// The part of a phase map that would hold up the window: checking hundreds of experiments, and working out what theory
// says of them. Done on a thread of its own that gives way to all others. Used by PhaseMap on the GUI thread, which
// polls.
#pragma once

#include "core/analysis/PhaseTheory.h"
#include "core/base/Result.h"
#include "core/train/DatasetCache.h"
#include "core/train/PhasePlan.h"

#include <atomic>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

namespace ui
{

class PhasePlanner
{
public:
    using Runs = core::Result<std::vector<core::PhaseRun>>;
    using PageTheory = std::pair<std::size_t, std::shared_ptr<const core::PhaseTheory>>;

    /// Begins at once.
    PhasePlanner(core::PhasePlan plan, std::shared_ptr<core::DatasetCache> datasets);

    /// What is to be run, once; nothing before it is known, and afterwards.
    std::optional<Runs> takeRuns();
    /// The pages that theory is done with since the last call.
    std::vector<PageTheory> takeTheory();
    /// It ends soon, and nobody has to wait for that.
    void stop() { m_thread.request_stop(); }
    [[nodiscard]] bool hasEnded() const { return m_ended.load(std::memory_order_acquire); }

private:
    void work(const std::stop_token& stop);

    core::PhasePlan m_plan;
    std::shared_ptr<core::DatasetCache> m_datasets;
    std::mutex m_mutex; ///< of what follows
    std::optional<Runs> m_runs;
    std::vector<PageTheory> m_theory;
    std::atomic<bool> m_ended{false};
    std::jthread m_thread; // last: starts when all else stands
};

} // namespace ui

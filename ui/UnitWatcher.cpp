// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/UnitWatcher.h"

#include "core/analysis/BornDead.h"
#include "core/train/Autopsy.h"

#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
#include <utility>

namespace ui
{

/// One autopsy and its thread.
struct UnitWatcher::Job {
    explicit Job(core::AutopsyOrder order, std::shared_ptr<const core::Dataset> data)
        : thread([this, wanted = std::move(order), samples = std::move(data)](const std::stop_token& stop) {
            try {
                make(wanted, samples, stop);
            } catch (const std::exception&) {
                tell([](AutopsyReport& told) { told.state = AutopsyReport::State::Failed; });
            }
            hasEnded = true;
        })
    {
    }

    void make(const core::AutopsyOrder& order, const std::shared_ptr<const core::Dataset>& data,
              const std::stop_token& stop)
    {
        const core::AutopsyWatch watch{stop,
                                       [this](double share) { progress.store(share, std::memory_order_relaxed); }};
        core::Autopsy autopsy(order, data);
        const std::optional<core::AutopsyFinding> finding = autopsy.find(watch);
        if (!finding)
            return;
        tell([&](AutopsyReport& told) {
            told.finding = finding;
            told.bornDead = core::bornDead(order.experiment);
            for (core::Counterfactual& question : autopsy.counterfactuals())
                told.trials.push_back({std::move(question), std::nullopt});
        });
        const std::size_t trials = report.trials.size(); // nobody else adds any
        for (std::size_t at = 0; at < trials; ++at) {
            if (report.trials[at].question.isAsItWas)
                continue;
            const std::optional<core::CounterfactualAnswer> answer = autopsy.answer(report.trials[at].question, watch);
            if (!answer)
                return;
            tell([&](AutopsyReport& told) { told.trials[at].answer = answer; });
        }
        tell([](AutopsyReport& told) { told.state = AutopsyReport::State::Done; });
    }

    template <class Change>
    void tell(const Change& change)
    {
        const std::lock_guard lock(mutex);
        change(report);
        progress = 0;
        isNew = true;
    }

    std::atomic<double> progress{0};
    std::atomic<bool> hasEnded{false};
    std::mutex mutex;
    AutopsyReport report; ///< written by the thread under the mutex
    bool isNew = true;
    std::jthread thread; // last: begins when all else stands, and ends first
};

UnitWatcher::UnitWatcher() = default;
UnitWatcher::~UnitWatcher() = default;

void UnitWatcher::changed()
{
    if (m_watch)
        m_watch->revision = ++m_revision;
}

void UnitWatcher::watch(std::optional<core::UnitPlace> place)
{
    if (place == (m_watch ? std::optional(m_watch->place) : std::nullopt))
        return;
    cancelAutopsy();
    m_watch.reset();
    if (place)
        m_watch.emplace().place = *place;
    changed();
}

void UnitWatcher::take(const core::Snapshot& snapshot)
{
    if (!m_watch)
        return;
    if (std::exchange(m_generation, snapshot.generation) != snapshot.generation) {
        cancelAutopsy();
        m_watch->autopsy.reset();
        m_watch->seen.clear();
        changed();
    }
    if (!snapshot.unit || snapshot.unit->place != m_watch->place)
        return;
    std::vector<UnitWatch::Seen>& seen = m_watch->seen;
    const UnitWatch::Seen now{snapshot.step, snapshot.unit->bias, snapshot.unit->gradientNorm};
    if (!seen.empty() && seen.back().step == now.step)
        seen.back() = now;
    else
        seen.push_back(now);
    if (seen.size() > UnitWatch::kMostSeen) {
        std::size_t at = 0;
        std::erase_if(seen, [&at](const UnitWatch::Seen&) { return at++ % 2 == 1; });
    }
    changed();
}

void UnitWatcher::startAutopsy(const core::Snapshot& snapshot)
{
    std::shared_ptr<const core::Dataset> data = snapshot.dataset.lock();
    if (!m_watch || m_isWanted || !data || !snapshot.start || !snapshot.changes)
        return;
    core::AutopsyOrder order{*snapshot.start, snapshot.step, m_watch->place};
    order.experiment.changes = *snapshot.changes;
    m_generation = snapshot.generation;
    m_watch->autopsy.emplace();
    m_jobs.push_back(std::make_unique<Job>(std::move(order), std::move(data)));
    m_isWanted = true;
    changed();
}

void UnitWatcher::cancelAutopsy()
{
    if (!std::exchange(m_isWanted, false))
        return;
    m_jobs.back()->thread.request_stop();
    m_watch->autopsy.reset();
    changed();
}

bool UnitWatcher::poll()
{
    bool isNew = false;
    if (m_isWanted) {
        Job& job = *m_jobs.back();
        AutopsyReport& shown = *m_watch->autopsy;
        const std::lock_guard lock(job.mutex);
        if (std::exchange(job.isNew, false)) {
            shown = job.report;
            isNew = true;
        }
        const double progress = job.progress.load(std::memory_order_relaxed);
        isNew = isNew || progress != shown.progress;
        shown.progress = progress;
        m_isWanted = shown.state == AutopsyReport::State::Running;
    }
    // A thread that has ended is joined without waiting.
    m_jobs.remove_if(
        [this](const std::unique_ptr<Job>& job) { return job->hasEnded && !(m_isWanted && job == m_jobs.back()); });
    if (isNew)
        changed();
    return isNew;
}

} // namespace ui

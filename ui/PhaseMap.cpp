// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/PhaseMap.h"

#include "core/train/ConfigCheck.h"

#include <algorithm>
#include <utility>

namespace ui
{

namespace
{

constexpr int kMapPollMilliseconds = 8; ///< the first runs begin within a frame

} // namespace

PhaseMap::PhaseMap(core::ResourceReader resources, QObject* parent)
    : QObject(parent)
    , m_sweep(std::move(resources))
{
    m_timer.setInterval(kMapPollMilliseconds);
    connect(&m_timer, &QTimer::timeout, this, &PhaseMap::pollPlanner);
    connect(&m_sweep, &BackgroundSweep::advanced, this, &PhaseMap::collect);
    connect(&m_sweep, &BackgroundSweep::finished, this, &PhaseMap::finish);
}

void PhaseMap::begin(PhaseWish wish)
{
    setPlannerAside();
    m_sweep.cancel();
    const std::uint64_t revision = m_state ? m_state->revision : 0;
    PhaseMapState& state = m_state.emplace();
    state.revision = revision;
    state.plan = std::move(wish.plan);
    state.goal = wish.goal;
    state.records.resize(state.plan.size());
    state.theory.resize(state.plan.pageCount());
    state.running = true;
    m_planner = std::make_unique<PhasePlanner>(state.plan, m_sweep.datasets());
    m_timer.start();
    tell();
}

void PhaseMap::cancel()
{
    if (!m_state || !m_state->running)
        return;
    if (m_sweep.isRunning()) {
        m_sweep.cancel();
        return;
    }
    setPlannerAside(); // it was still being planned
    finish();
}

void PhaseMap::setPage(int page)
{
    if (!m_state)
        return;
    const auto last = static_cast<int>(m_state->plan.pageCount()) - 1;
    m_state->page = static_cast<std::size_t>(std::clamp(page, 0, last));
    tell();
}

void PhaseMap::pollPlanner()
{
    std::erase_if(m_stopped, [](const auto& planner) { return planner->hasEnded(); });
    if (!m_planner) {
        if (m_stopped.empty())
            m_timer.stop();
        return;
    }
    const bool hasEnded = m_planner->hasEnded(); // asked first: nothing is put down after it
    if (std::optional<PhasePlanner::Runs> runs = m_planner->takeRuns()) {
        if (*runs) {
            startRuns(std::move(*runs).value());
        } else {
            m_state->faults = runs->faults();
            finish();
        }
    }
    const std::vector<PhasePlanner::PageTheory> theory = m_planner->takeTheory();
    for (const auto& [page, lines] : theory)
        m_state->theory[page] = lines;
    if (!theory.empty())
        tell();
    if (hasEnded)
        m_planner.reset();
}

void PhaseMap::startRuns(std::vector<core::PhaseRun> runs)
{
    m_state->networks.resize(m_state->plan.size());
    std::vector<core::SweepCell> cells;
    m_places.clear();
    for (core::PhaseRun& run : runs) {
        m_state->networks[run.place] = run.cell.combination;
        m_places.push_back(run.place);
        cells.push_back(std::move(run.cell));
    }
    m_collected.assign(cells.size(), false);
    core::SweepOptions options;
    options.accuracies.clear();
    options.evaluateEvery = core::kLargestStep; // only the first and the last step are looked at
    m_sweep.begin(std::move(cells), options);
    tell();
}

void PhaseMap::collect()
{
    PhaseMapState& state = *m_state;
    for (std::size_t cell = 0; cell < m_collected.size(); ++cell) {
        const auto& row = m_sweep.rows()[cell];
        if (m_collected[cell] || !row)
            continue;
        m_collected[cell] = true;
        ++state.ended;
        const std::size_t place = m_places[cell];
        if (*row)
            state.records[place] =
                PhaseRecord{row->value(), core::outcomeOf(row->value(), state.networks[place]->config, state.goal)};
        else if (state.failed++ == 0)
            state.faults = row->faults();
    }
    state.progress = m_sweep.progress();
    state.remainingSeconds = m_sweep.remainingSeconds();
    tell();
}

void PhaseMap::finish()
{
    if (!m_state->running)
        return;
    m_state->running = false;
    m_state->remainingSeconds.reset();
    tell();
}

void PhaseMap::setPlannerAside()
{
    if (!m_planner)
        return;
    m_planner->stop();
    m_stopped.push_back(std::move(m_planner));
}

void PhaseMap::tell()
{
    ++m_state->revision;
    emit changed();
}

} // namespace ui

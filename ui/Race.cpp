// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/Race.h"
#include "ui/report/JudgedRace.h"

#include <algorithm>
#include <utility>

namespace ui
{

namespace
{

constexpr std::int64_t kCoursePoints = 60; ///< of every course
constexpr std::int64_t kProbed = 6;        ///< one of so many points looks into the network, too
/// Runs that end meanwhile come in together: each time, all that is known of the race is drawn and judged anew.
constexpr int kCollectMilliseconds = 500;

/// One run of each contender before the second of any: so the picture is whole early, and only gets sharper.
std::vector<core::SweepCell> cellsBySeed(const core::Combinations& combinations, const RacePlan& plan)
{
    std::vector<core::SweepCell> cells;
    for (std::int64_t seed = plan.firstSeed; seed < plan.firstSeed + plan.seeds; ++seed)
        for (const auto& combination : combinations)
            cells.push_back({combination, seed});
    return cells;
}

core::SweepOptions optionsOf(const RacePlan& plan)
{
    core::SweepOptions options;
    options.accuracies = {plan.accuracy};
    options.evaluateEvery = std::max<std::int64_t>(1, (plan.base.training.steps + kCoursePoints - 1) / kCoursePoints);
    options.probeEvery = kProbed * *options.evaluateEvery;
    return options;
}

} // namespace

Race::Race(core::ResourceReader resources, QObject* parent)
    : QObject(parent)
    , m_sweep(std::move(resources))
{
    m_pool.setMaxThreadCount(1);
    connect(&m_sweep, &BackgroundSweep::advanced, this, &Race::advance);
    connect(&m_sweep, &BackgroundSweep::finished, this, &Race::finish);
}

Race::~Race()
{
    m_pool.waitForDone();
}

core::Result<core::Combinations> Race::contenders(const RacePlan& plan)
{
    std::vector<core::CombinationFault> faults;
    core::Combinations combinations = core::combine(plan.base, plan.settings, plan.axes, faults);
    if (faults.empty())
        return combinations;
    core::Faults all;
    for (const core::CombinationFault& fault : faults)
        all.push_back(fault.fault);
    return all;
}

core::Outcome Race::begin(RacePlan plan)
{
    plan.base.changes.clear();
    core::Result<core::Combinations> combinations = contenders(plan);
    if (!combinations)
        return combinations.faults();
    const std::uint64_t revision = m_state ? m_state->revision : 0;
    const std::uint64_t rows = m_state ? m_state->rows : 0;
    RaceState& state = m_state.emplace();
    state.combinations = std::move(combinations).value();
    for (const core::SweepAxis& axis : plan.axes)
        state.table.keys.push_back(axis.key);
    state.table.accuracies = {plan.accuracy};
    for (const auto& combination : state.combinations) {
        core::Contender& contender = state.table.contenders.emplace_back();
        contender.values = combination->values;
        for (std::int64_t seed = plan.firstSeed; seed < plan.firstSeed + plan.seeds; ++seed)
            contender.runs.emplace(seed, std::nullopt);
    }
    std::vector<core::SweepCell> cells = cellsBySeed(state.combinations, plan);
    state.runs = cells.size();
    state.running = true;
    state.revision = revision + 1;
    state.rows = rows + 1;
    m_collected.assign(cells.size(), false);
    m_judged = 0;
    state.options = optionsOf(plan);
    state.plan = std::move(plan);
    m_sweep.begin(std::move(cells), state.options);
    emit changed();
    return core::Done{};
}

void Race::cancel()
{
    m_sweep.cancel();
}

void Race::advance()
{
    m_state->progress = m_sweep.progress();
    m_state->remainingSeconds = m_sweep.remainingSeconds();
    ++m_state->revision;
    if (m_state->ended == 0 || m_sinceCollected.hasExpired(kCollectMilliseconds))
        collect();
    emit changed();
}

void Race::collect()
{
    RaceState& state = *m_state;
    const std::size_t before = state.ended;
    m_sinceCollected.start();
    for (std::size_t cell = 0; cell < m_collected.size(); ++cell) {
        const auto& row = m_sweep.rows()[cell];
        if (m_collected[cell] || !row)
            continue;
        m_collected[cell] = true;
        ++state.ended;
        if (*row) {
            const std::size_t contender = cell % state.combinations.size();
            state.table.contenders[contender].runs[m_sweep.cells()[cell].seed] = row->value();
        } else if (state.failed++ == 0) {
            state.faults = row->faults();
        }
    }
    if (state.ended == before)
        return;
    ++state.rows;
    judge();
}

/// Tests of many pairs may take longer than a frame.
void Race::judge()
{
    if (m_isJudging || m_judged == m_state->ended)
        return;
    m_judged = m_state->ended;
    m_isJudging = true;
    m_pool.start([this, table = m_state->table, race = m_state->combinations] {
        auto judged = std::make_shared<const JudgedRace>(table);
        QMetaObject::invokeMethod(
            this, [this, judged, race] { takeOver(judged, race); }, Qt::QueuedConnection);
    });
}

void Race::takeOver(const std::shared_ptr<const JudgedRace>& judged, const core::Combinations& race)
{
    m_isJudging = false;
    if (m_state->combinations == race) { // else another has begun meanwhile
        m_state->judged = judged;
        ++m_state->revision;
        ++m_state->rows;
    }
    judge();
    emit changed();
}

void Race::finish()
{
    collect();
    m_state->progress = m_sweep.progress();
    m_state->running = false;
    m_state->remainingSeconds.reset();
    ++m_state->revision;
    emit changed();
}

} // namespace ui

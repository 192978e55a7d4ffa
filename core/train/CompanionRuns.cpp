// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/CompanionRuns.h"

#include "core/train/ConfigFields.h"

#include <algorithm>
#include <utility>

namespace core
{

namespace
{

const Companion* findCompanion(const std::vector<Companion>& companions, std::uint32_t id)
{
    const auto found =
        std::find_if(companions.begin(), companions.end(), [=](const Companion& each) { return each.id == id; });
    return found == companions.end() ? nullptr : &*found;
}

} // namespace

void CompanionRuns::build(const std::vector<Companion>& companions, const std::shared_ptr<const Dataset>& data,
                          std::uint64_t generation)
{
    clear();
    m_generation = generation;
    for (const Companion& companion : companions) {
        auto run = std::make_unique<TrainingRun>(companion.config, data);
        run->setSecondCore(SecondCoreUse::WhereQuicker);
        m_lanes.push_back({companion.id, std::move(run), RecordOutlet(m_records, companion.id)});
    }
}

bool CompanionRuns::revives(const std::vector<Companion>& companions) const
{
    return std::any_of(m_lanes.begin(), m_lanes.end(), [&](const Lane& lane) {
        const Companion* next = findCompanion(companions, lane.id);
        return next && lane.run->divergence() && !recordedDifferences(lane.run->config(), next->config).empty();
    });
}

void CompanionRuns::apply(const std::vector<Companion>& companions)
{
    std::erase_if(m_lanes, [&](const Lane& lane) { return findCompanion(companions, lane.id) == nullptr; });
    for (Lane& lane : m_lanes)
        lane.run->apply(findCompanion(companions, lane.id)->config);
}

void CompanionRuns::keepNextUpdate()
{
    for (Lane& lane : m_lanes)
        lane.run->keepNextUpdate();
}

void CompanionRuns::step()
{
    for (Lane& lane : m_lanes) {
        if (lane.run->divergence())
            continue;
        lane.run->step();
        lane.outlet.push(lane.run->lastRecord(), m_generation);
    }
}

void CompanionRuns::observe(std::vector<CompanionSnapshot>& snapshots, const ObserveOptions& options)
{
    snapshots.resize(m_lanes.size());
    for (std::size_t i = 0; i < m_lanes.size(); ++i) {
        snapshots[i].id = m_lanes[i].id;
        m_lanes[i].run->observe(snapshots[i].snapshot, options);
    }
}

void CompanionRuns::pushEvaluations(const std::vector<CompanionSnapshot>& snapshots)
{
    for (std::size_t i = 0; i < m_lanes.size(); ++i)
        m_lanes[i].outlet.push(evaluationRecord(snapshots[i].snapshot), m_generation);
}

void CompanionRuns::offerPending()
{
    for (Lane& lane : m_lanes)
        lane.outlet.offer();
}

bool CompanionRuns::hasPending() const
{
    return std::any_of(m_lanes.begin(), m_lanes.end(), [](const Lane& lane) { return lane.outlet.waits(); });
}

} // namespace core

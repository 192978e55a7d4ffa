// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/CostChart.h"

#include "ui/base/CostState.h"
#include "ui/base/RaceState.h"
#include "ui/base/Words.h"
#include "ui/report/ComparisonWords.h"
#include "ui/report/JudgedRace.h"

#include <algorithm>
#include <set>

namespace ui
{

namespace
{

std::set<std::string> presentActivations(const core::NetworkConfig& network)
{
    std::set<std::string> ids;
    for (std::size_t layer = 0; layer < static_cast<std::size_t>(network.depth); ++layer)
        ids.insert(network.activationOf(layer).kind);
    return ids;
}

/// The place of the activation among what the race varies.
std::optional<std::size_t> placeOfActivation(const RaceState* race)
{
    if (!race)
        return std::nullopt;
    const auto& keys = race->table.keys;
    const auto found = std::find(keys.begin(), keys.end(), kActivationKind);
    return found == keys.end() ? std::nullopt : std::optional(static_cast<std::size_t>(found - keys.begin()));
}

std::set<std::string> racedActivations(const RaceState* race)
{
    std::set<std::string> ids;
    if (const auto place = placeOfActivation(race))
        for (const core::Contender& contender : race->table.contenders)
            ids.insert(contender.values[*place]);
    return ids;
}

const core::ActivationCost* costOf(const CostState& costs, const std::string& id)
{
    const auto found = std::find_if(costs.costs.begin(), costs.costs.end(),
                                    [&](const core::ActivationCost& cost) { return cost.activation.kind == id; });
    return found == costs.costs.end() ? nullptr : &*found;
}

} // namespace

QString CostRow::markedName() const
{
    switch (mark) {
    case CostMark::Present:
        return QStringLiteral("▸ %1").arg(name);
    case CostMark::Raced:
        return QStringLiteral("• %1").arg(name);
    case CostMark::None:
        break;
    }
    return name;
}

std::vector<CostRow> costRows(const FrameData& frame)
{
    std::vector<CostRow> rows;
    if (!frame.costs)
        return rows;
    const std::set<std::string> present = presentActivations(frame.config.network);
    const std::set<std::string> raced = racedActivations(frame.race);
    for (const core::ActivationCost& cost : frame.costs->costs) {
        const std::string& id = cost.activation.kind;
        const CostMark mark = present.count(id) > 0 ? CostMark::Present
                              : raced.count(id) > 0 ? CostMark::Raced
                                                    : CostMark::None;
        rows.push_back({id, kindName(kActivationKind, id), cost.forward, cost.backward, cost.step, mark});
    }
    std::stable_sort(rows.begin(), rows.end(),
                     [](const CostRow& a, const CostRow& b) { return a.total() < b.total(); });
    return rows;
}

std::vector<CostRow> fittingRows(const std::vector<CostRow>& rows, std::size_t most)
{
    if (rows.size() <= most)
        return rows;
    std::vector<bool> isTaken(rows.size(), false);
    std::size_t left = most;
    const auto take = [&](std::size_t at) {
        if (left == 0 || isTaken[at])
            return;
        isTaken[at] = true;
        --left;
    };
    for (const CostMark mark : {CostMark::Present, CostMark::Raced})
        for (std::size_t at = 0; at < rows.size(); ++at)
            if (rows[at].mark == mark)
                take(at);
    std::vector<std::size_t> others;
    for (std::size_t at = 0; at < rows.size(); ++at)
        if (!isTaken[at])
            others.push_back(at);
    // The first and the last of the others among them, unless there is room for one only.
    const std::size_t places = left;
    for (std::size_t place = 0; place < places; ++place)
        take(others[places == 1 ? 0 : place * (others.size() - 1) / (places - 1)]);
    std::vector<CostRow> fitting;
    for (std::size_t at = 0; at < rows.size(); ++at)
        if (isTaken[at])
            fitting.push_back(rows[at]);
    return fitting;
}

bool racesActivations(const FrameData& frame)
{
    return placeOfActivation(frame.race).has_value();
}

std::optional<CostScatter> costScatter(const FrameData& frame)
{
    const auto place = placeOfActivation(frame.race);
    if (!frame.costs || frame.costs->costs.empty() || !place || !frame.race->judged)
        return std::nullopt;
    const JudgedRace& judged = *frame.race->judged;
    const MeasureResult* result = judged.sweep.main();
    if (!result)
        return std::nullopt;
    const core::Measure& measure = result->measure;
    const auto shown = [&](const std::optional<double>& value) {
        return value ? std::optional(shownValue(*measure.info, *value)) : std::nullopt;
    };
    const std::set<std::string> present = presentActivations(frame.config.network);
    CostScatter scatter{measure, measureAxis(measure, judged.table.accuracies), {}};
    for (const core::Contender& contender : judged.table.contenders) {
        const std::string& id = contender.values[*place];
        const core::ActivationCost* cost = costOf(*frame.costs, id);
        const core::Summary summary = core::summarize(measure, contender);
        if (!cost || summary.count + summary.worst == 0)
            continue;
        scatter.points.push_back({contenderName(judged.table.keys, contender.values), cost->step,
                                  shown(summary.lowerQuartile), shown(summary.median), shown(summary.upperQuartile),
                                  present.count(id) > 0, &contender});
    }
    return scatter;
}

} // namespace ui

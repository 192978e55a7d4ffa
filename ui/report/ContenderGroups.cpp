// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/ContenderGroups.h"

#include "ui/report/ComparisonWords.h"

#include <algorithm>
#include <map>

namespace ui
{

namespace
{

constexpr std::size_t kMostGroups = 8;
constexpr std::size_t kFewestNumbers = 3;

std::vector<std::string> levelsOf(const core::SweepTable& table, std::size_t key)
{
    std::vector<std::string> levels;
    for (const core::Contender& contender : table.contenders)
        if (std::find(levels.begin(), levels.end(), contender.values[key]) == levels.end())
            levels.push_back(contender.values[key]);
    return levels;
}

bool areNumbers(const std::vector<std::string>& levels)
{
    return std::all_of(levels.begin(), levels.end(),
                       [](const std::string& text) { return valueNumber(text).has_value(); });
}

/// The keys that have more than one value.
std::vector<std::size_t> variedKeys(const core::SweepTable& table)
{
    std::vector<std::size_t> varied;
    for (std::size_t key = 0; key < table.keys.size(); ++key)
        if (levelsOf(table, key).size() > 1)
            varied.push_back(key);
    return varied;
}

std::optional<std::size_t> groupKey(const core::SweepTable& table, const std::vector<std::size_t>& varied)
{
    if (varied.size() < 2)
        return std::nullopt;
    std::vector<std::size_t> candidates{varied[1], varied[0]};
    const bool firstIsNumber = areNumbers(levelsOf(table, varied[0]));
    if (varied.size() == 2 && firstIsNumber && !areNumbers(levelsOf(table, varied[1])))
        std::swap(candidates[0], candidates[1]);
    for (const std::size_t key : candidates)
        if (levelsOf(table, key).size() <= kMostGroups)
            return key;
    return std::nullopt;
}

/// The keys or values at the places `wanted`.
std::vector<std::string> only(const std::vector<std::string>& all, const std::vector<std::size_t>& wanted)
{
    std::vector<std::string> some;
    for (const std::size_t at : wanted)
        some.push_back(all[at]);
    return some;
}

} // namespace

std::vector<ContenderGroup> groupsOf(const core::SweepTable& table)
{
    std::vector<std::size_t> named = variedKeys(table);
    const std::optional<std::size_t> key = groupKey(table, named);
    if (key)
        named.erase(std::find(named.begin(), named.end(), *key));
    else if (named.empty()) // a single contender still has its values
        for (std::size_t at = 0; at < table.keys.size(); ++at)
            named.push_back(at);
    std::vector<ContenderGroup> groups;
    std::map<std::string, std::size_t> places;
    for (const core::Contender& contender : table.contenders) {
        const std::string level = key ? contender.values[*key] : std::string();
        const auto [place, isNew] = places.try_emplace(level, groups.size());
        if (isNew)
            groups.push_back({key ? titledValue(table.keys[*key], level) : QString(), {}, {}});
        groups[place->second].contenders.push_back(contender);
        groups[place->second].names << contenderName(only(table.keys, named), only(contender.values, named));
    }
    return groups;
}

std::optional<std::size_t> numberKey(const core::SweepTable& table)
{
    std::optional<std::size_t> best;
    std::size_t most = kFewestNumbers - 1;
    for (const std::size_t key : variedKeys(table))
        if (const auto levels = levelsOf(table, key); levels.size() > most && areNumbers(levels)) {
            best = key;
            most = levels.size();
        }
    return best;
}

std::vector<ContenderSeries> seriesOf(const core::SweepTable& table, std::size_t numberKey)
{
    std::vector<std::size_t> others = variedKeys(table);
    others.erase(std::remove(others.begin(), others.end(), numberKey), others.end());
    std::vector<ContenderSeries> series;
    std::map<std::vector<std::string>, std::size_t> places;
    for (const core::Contender& contender : table.contenders) {
        const std::vector<std::string> values = only(contender.values, others);
        const auto [place, isNew] = places.try_emplace(values, series.size());
        if (isNew)
            series.push_back({others.empty() ? QString() : contenderName(only(table.keys, others), values), {}});
        series[place->second].points.push_back({valueNumber(contender.values[numberKey]).value_or(0), &contender});
    }
    for (ContenderSeries& one : series)
        std::stable_sort(one.points.begin(), one.points.end(),
                         [](const auto& a, const auto& b) { return a.number < b.number; });
    return series;
}

} // namespace ui

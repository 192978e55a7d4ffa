// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/Lineup.h"

#include "core/train/ConfigFields.h"

#include <algorithm>
#include <array>

namespace core
{

namespace
{

constexpr std::array<std::string_view, 4> kOwnGroups{"network", "initializer", "loss", "optimizer"};

Faults sharedKeys(const std::vector<Setting>& settings)
{
    Faults faults;
    for (const Setting& setting : settings)
        if (!mayDiffer(setting.key))
            faults.push_back({FaultCode::UnknownKey, setting.key, {"network, initializer, loss, optimizer"}});
    return faults;
}

} // namespace

bool mayDiffer(std::string_view key)
{
    return std::any_of(kOwnGroups.begin(), kOwnGroups.end(), [&](std::string_view group) {
        return key.substr(0, group.size()) == group && (key.size() == group.size() || key[group.size()] == '.');
    });
}

Result<ExperimentConfig> companionOf(const ExperimentConfig& first, const std::vector<Setting>& settings)
{
    if (Faults faults = sharedKeys(settings); !faults.empty())
        return faults;
    ExperimentConfig begun = first;
    begun.changes.clear();
    Result<ExperimentConfig> companion = withSettings(std::move(begun), settings);
    if (!companion)
        return companion;
    if (Faults faults = checkConfig(companion.value()); !faults.empty())
        return faults;
    return companion;
}

Effect effectOfChange(const Lineup& from, const Lineup& to)
{
    Effect all = effectOfChange(from.first, to.first);
    for (const Companion& companion : to.companions) {
        const auto before = std::find_if(from.companions.begin(), from.companions.end(),
                                         [&](const Companion& each) { return each.id == companion.id; });
        const bool isNew = before == from.companions.end();
        all = std::max(all, isNew ? Effect::Rebuild : effectOfChange(before->config, companion.config));
    }
    const bool hasGone = from.companions.size() != to.companions.size();
    return std::max(all, hasGone ? Effect::Hot : Effect::None);
}

Faults checkWithData(const Lineup& lineup, const DataShape& data)
{
    Faults faults = checkWithData(lineup.first, data);
    double bytes = memoryNeeded(lineup.first, data);
    for (const Companion& companion : lineup.companions) {
        if (faults.empty())
            faults = checkWithData(companion.config, data);
        bytes += memoryNeeded(companion.config, data);
    }
    return faults.empty() ? checkMemory(bytes, "network") : faults;
}

} // namespace core

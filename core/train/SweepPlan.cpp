// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/SweepPlan.h"

#include "core/train/ConfigCheck.h"
#include "core/train/ConfigFields.h"

#include <algorithm>

namespace core
{

namespace
{

bool isAlike(const Fault& a, const Fault& b)
{
    return a.code == b.code && a.where == b.where && a.details == b.details;
}

/// Gathers the faults of all combinations, each of them once.
class FaultCollector
{
public:
    explicit FaultCollector(std::span<const SweepAxis> axes)
        : m_axes(axes)
    {
    }

    void add(const SweepCombination& combination, const Faults& faults)
    {
        ++m_combinations;
        for (const Fault& fault : faults) {
            const auto known =
                std::find_if(m_found.begin(), m_found.end(), [&](const Found& f) { return isAlike(f.fault, fault); });
            if (known != m_found.end())
                ++known->times;
            else
                m_found.push_back({fault, nameOf(combination, m_axes), 1});
        }
    }

    [[nodiscard]] std::vector<CombinationFault> faults() const
    {
        std::vector<CombinationFault> faults;
        for (const Found& found : m_found) {
            const bool isOfAll = found.times == m_combinations;
            faults.push_back({isOfAll || namesVaried(found.fault) ? std::string() : found.combination, found.fault});
        }
        return faults;
    }

private:
    struct Found {
        Fault fault;
        std::string combination;
        std::size_t times = 0;
    };

    [[nodiscard]] bool namesVaried(const Fault& fault) const
    {
        return std::any_of(m_axes.begin(), m_axes.end(), [&](const SweepAxis& axis) {
            return fault.where == axis.key || fault.where.starts_with(axis.key + '.');
        });
    }

    std::span<const SweepAxis> m_axes;
    std::vector<Found> m_found;
    std::size_t m_combinations = 0;
};

/// Goes to the next choice of levels; false after the last one.
bool advance(std::vector<std::size_t>& levels, std::span<const SweepAxis> axes)
{
    for (std::size_t axis = axes.size(); axis-- > 0;) {
        if (++levels[axis] < axes[axis].levels.size())
            return true;
        levels[axis] = 0;
    }
    return false;
}

} // namespace

bool SweepAxis::has(std::string_view text) const
{
    return std::any_of(levels.begin(), levels.end(), [text](const SweepLevel& level) { return level.text == text; });
}

double combinationsOf(std::span<const SweepAxis> axes)
{
    double combinations = 1;
    for (const SweepAxis& axis : axes)
        combinations *= static_cast<double>(axis.levels.size());
    return combinations;
}

Combinations combine(const ExperimentConfig& base, const std::vector<Setting>& settings,
                     std::span<const SweepAxis> axes, std::vector<CombinationFault>& faults)
{
    Combinations combinations;
    FaultCollector collector(axes);
    std::vector<std::size_t> levels(axes.size(), 0);
    do {
        SweepCombination combination;
        std::vector<Setting> all = settings;
        for (std::size_t axis = 0; axis < axes.size(); ++axis) {
            const SweepLevel& level = axes[axis].levels[levels[axis]];
            combination.values.push_back(level.text);
            all.insert(all.end(), level.settings.begin(), level.settings.end());
        }
        Result<ExperimentConfig> config = withSettings(base, all);
        collector.add(combination, config ? checkConfig(config.value()) : config.faults());
        if (!config)
            continue;
        combination.config = std::move(config).value();
        combinations.push_back(std::make_shared<const SweepCombination>(std::move(combination)));
    } while (advance(levels, axes));
    faults = collector.faults();
    return faults.empty() ? combinations : Combinations();
}

std::vector<CombinationFault> checkData(const Combinations& combinations, std::span<const SweepAxis> axes,
                                        std::int64_t seed, DatasetCache& datasets)
{
    FaultCollector collector(axes);
    for (const auto& combination : combinations) {
        const ExperimentConfig& config = combination->config;
        if (shapeOf(config.data))
            continue;
        const Result<std::shared_ptr<const Dataset>> data = datasets.get(config.data, seed);
        collector.add(*combination, data ? checkWithData(config, data.value()->shape()) : data.faults());
    }
    return collector.faults();
}

std::vector<SweepCell> cellsOf(const Combinations& combinations, std::int64_t firstSeed, std::int64_t lastSeed)
{
    std::vector<SweepCell> cells;
    for (const auto& combination : combinations)
        for (std::int64_t seed = firstSeed; seed <= lastSeed; ++seed)
            cells.push_back({combination, seed});
    return cells;
}

std::vector<SweepCell> shardOf(const std::vector<SweepCell>& cells, std::int64_t index, std::int64_t count)
{
    std::vector<SweepCell> shard;
    for (std::size_t i = 0; i < cells.size(); ++i)
        if (static_cast<std::int64_t>(i) % count == index - 1)
            shard.push_back(cells[i]);
    return shard;
}

ExperimentConfig configOf(const SweepCell& cell)
{
    ExperimentConfig config = cell.combination->config;
    config.seed = cell.seed;
    return config;
}

std::string nameOf(const SweepCombination& combination, std::span<const SweepAxis> axes)
{
    std::string name;
    for (std::size_t axis = 0; axis < axes.size(); ++axis)
        name.append(name.empty() ? "" : ", ").append(axes[axis].key).append("=").append(combination.values[axis]);
    return name;
}

} // namespace core

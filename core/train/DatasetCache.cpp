// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/DatasetCache.h"

#include <algorithm>

namespace core
{

namespace
{

std::size_t bytesOf(const Dataset& data)
{
    Index numbers = 0;
    for (const Samples* samples : {&data.train, &data.test})
        numbers += samples->inputs.size() + samples->targets.size() + static_cast<Index>(samples->labels.size());
    return static_cast<std::size_t>(numbers) * sizeof(Scalar);
}

} // namespace

Result<std::shared_ptr<const Dataset>> DatasetCache::get(const DataConfig& config, std::int64_t seed)
{
    const std::shared_ptr<Slot> slot = slotOf(config, config.seed.value_or(seed));
    const std::lock_guard making(slot->making);
    if (!slot->made) {
        Result<Dataset> data = makeDataset(slot->config, slot->seed, m_resources);
        if (!data)
            return slot->made.emplace(data.faults());
        slot->made.emplace(std::make_shared<const Dataset>(std::move(data).value()));
        keep(*slot, bytesOf(*slot->made->value()));
    }
    return *slot->made;
}

std::shared_ptr<DatasetCache::Slot> DatasetCache::slotOf(const DataConfig& config, std::int64_t seed)
{
    const std::lock_guard lock(m_mutex);
    const auto found = std::find_if(m_slots.begin(), m_slots.end(), [&](const std::shared_ptr<Slot>& slot) {
        return slot->seed == seed && slot->config == config;
    });
    if (found != m_slots.end()) {
        m_slots.splice(m_slots.begin(), m_slots, found);
    } else {
        m_slots.push_front(std::make_shared<Slot>());
        m_slots.front()->config = config;
        m_slots.front()->seed = seed;
    }
    return m_slots.front();
}

void DatasetCache::keep(Slot& slot, std::size_t bytes)
{
    const std::lock_guard lock(m_mutex);
    slot.bytes = bytes;
    std::size_t sum = 0;
    for (const auto& each : m_slots)
        sum += each->bytes;
    for (auto each = m_slots.end(); sum > m_limit && each != m_slots.begin();) {
        --each;
        if (each->get() == &slot || (*each)->bytes == 0)
            continue;
        sum -= (*each)->bytes;
        each = m_slots.erase(each); // runs that have it keep it alive
    }
}

} // namespace core

// SPDX-License-Identifier: GPL-3.0-or-later
// Data sets that many runs share: each is made once for all runs that agree on its config and seed, on the thread that
// asks first. Used by SweepPool, from any thread.
#pragma once

#include "core/data/Dataset.h"

#include <cstddef>
#include <list>
#include <memory>
#include <mutex>

namespace core
{

class DatasetCache
{
public:
    /// Sets that were not asked for lately are let go as soon as all of them have more than `limit` bytes.
    explicit DatasetCache(ResourceReader resources, std::size_t limit = kLimit)
        : m_resources(std::move(resources))
        , m_limit(limit)
    {
    }

    /// As makeDataset(), with its faults. Who asks for a set that is being made waits for it.
    Result<std::shared_ptr<const Dataset>> get(const DataConfig& config, std::int64_t seed);

private:
    static constexpr std::size_t kLimit = 1'000'000'000;

    struct Slot {
        DataConfig config;
        std::int64_t seed = 0;
        std::mutex making;
        std::optional<Result<std::shared_ptr<const Dataset>>> made; ///< under `making`
        std::size_t bytes = 0;                                      ///< under m_mutex
    };

    std::shared_ptr<Slot> slotOf(const DataConfig& config, std::int64_t seed);
    void keep(Slot& slot, std::size_t bytes);

    ResourceReader m_resources;
    std::size_t m_limit;
    std::mutex m_mutex;
    std::list<std::shared_ptr<Slot>> m_slots; ///< the one asked for last comes first
};

} // namespace core

// SPDX-License-Identifier: GPL-3.0-or-later
// Where a training run stands after a step: everything that its future depends on, as a plain value. Made and taken
// back by TrainingRun; kept by whoever replays a run, on the thread that does so.
#pragma once

#include "core/config/ExperimentConfig.h"
#include "core/data/BatchOrder.h"
#include "core/probe/Snapshot.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace core
{

struct Checkpoint {
    std::int64_t step = 0;
    ExperimentConfig config;    ///< in force, without its changes
    std::size_t nextChange = 0; ///< how many of the recorded changes have been made
    double epochBefore = 0;
    std::int64_t epochCountedTo = 0;
    std::optional<Divergence> divergence;
    BatchOrder order;
    Vector memory; ///< parameters, running statistics and the optimizer's state, one after the other

    [[nodiscard]] std::size_t bytes() const
    {
        return sizeof(Checkpoint) + order.samples() * sizeof(Index) +
               static_cast<std::size_t>(memory.size()) * sizeof(Scalar) +
               config.data.points.size() * sizeof(DrawnPoint);
    }
};

/// Checkpoints of one run in the order of its steps, of bounded memory: where they become too many, every second one
/// goes, so that they stay evenly spread. The first always stays.
class CheckpointRow
{
public:
    static constexpr std::size_t kMost = 128;
    static constexpr std::size_t kLeast = 4; ///< however large they are

    explicit CheckpointRow(std::size_t bytes = 32'000'000)
        : m_bytes(bytes)
    {
    }

    /// Whether the checkpoint of this step has a place in the row.
    [[nodiscard]] bool wants(std::int64_t step) const { return step % m_stride == 0; }
    /// Of a step that is wanted, after those of earlier ones; the first is that of step 0.
    void add(Checkpoint checkpoint);
    [[nodiscard]] std::size_t size() const { return m_row.size(); }
    [[nodiscard]] const Checkpoint& at(std::size_t index) const { return m_row[index]; }
    /// The last one that is not after this step.
    [[nodiscard]] const Checkpoint& notAfter(std::int64_t step) const;

private:
    std::size_t m_bytes;
    std::int64_t m_stride = 1;
    std::vector<Checkpoint> m_row;
};

} // namespace core

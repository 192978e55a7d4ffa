// SPDX-License-Identifier: GPL-3.0-or-later
// Mini-batches of the training set, in the order of BatchOrder. Used by TrainingRun; keeps its memory.
#pragma once

#include "core/base/Types.h"
#include "core/data/BatchOrder.h"

#include <cstdint>

namespace core
{

class BatchSource
{
public:
    /// Both are features × samples, and must outlive this.
    BatchSource(const SampleMatrix& inputs, const Matrix& targets, std::int64_t seed);

    /// Picks the next mini-batch.
    void next(std::int64_t batchSize);
    /// Where in the order of the samples it stands: all that the mini-batches to come depend on.
    [[nodiscard]] const BatchOrder& order() const { return m_order; }
    void setOrder(const BatchOrder& order) { m_order = order; }
    [[nodiscard]] const Matrix& inputs() const { return m_batchInputs; }
    [[nodiscard]] const Matrix& targets() const { return m_batchTargets; }

private:
    const SampleMatrix& m_inputs;
    const Matrix& m_targets;
    BatchOrder m_order;
    Matrix m_batchInputs;
    Matrix m_batchTargets;
};

} // namespace core

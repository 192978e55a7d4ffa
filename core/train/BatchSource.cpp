// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/BatchSource.h"

#include "core/nn/kernels/Kernels.h"

namespace core
{

BatchSource::BatchSource(const SampleMatrix& inputs, const Matrix& targets, std::int64_t seed)
    : m_inputs(inputs)
    , m_targets(targets)
    , m_order(inputs.cols(), seed)
{
}

void BatchSource::next(std::int64_t batchSize)
{
    const std::span<const Index> batch = m_order.next(batchSize);
    const auto size = static_cast<Index>(batch.size());
    m_batchInputs.resize(m_inputs.rows(), size);
    kernels().gather(m_inputs.data(), m_inputs.rows(), batch.data(), size, m_batchInputs.data());
    m_batchTargets.resize(m_targets.rows(), size);
    for (Index row = 0; row < m_targets.rows(); ++row) {
        const Scalar* from = m_targets.data() + row * m_targets.cols();
        Scalar* to = m_batchTargets.data() + row * size;
        for (Index i = 0; i < size; ++i)
            to[i] = from[batch[static_cast<std::size_t>(i)]];
    }
}

} // namespace core

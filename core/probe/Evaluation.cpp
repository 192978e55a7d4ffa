// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/probe/Evaluation.h"

#include <algorithm>

namespace core
{

Score Evaluator::evaluate(const Network& network, const Samples& samples, const Matrix& targets, Index limit,
                          std::vector<int>* answers)
{
    const Index count = std::min(limit, samples.size());
    Score score;
    score.samples = count;
    score.subsampled = count < samples.size();
    if (answers)
        answers->clear();
    double lossSum = 0;
    Index right = 0;
    for (Index from = 0; from < count; from += kChunk) {
        const Index size = std::min(kChunk, count - from);
        m_inputs = samples.inputs.middleCols(from, size);
        m_targets = targets.middleCols(from, size);
        const Matrix& output = network.answer(m_inputs, m_pass);
        lossSum += m_loss.evaluate(output, m_targets, nullptr);
        for (Index i = 0; m_classes > 0 && i < size; ++i) {
            const int answer = answeredClass(output, i);
            right += answer == samples.labels[static_cast<std::size_t>(from + i)] ? 1 : 0;
            if (answers)
                answers->push_back(answer);
        }
    }
    score.loss = lossSum / static_cast<double>(count);
    if (m_classes > 0)
        score.accuracy = static_cast<double>(right) / static_cast<double>(count);
    return score;
}

} // namespace core

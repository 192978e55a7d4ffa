// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/probe/Evaluation.h"

#include <algorithm>

namespace core
{

Score Evaluator::evaluate(const Network& network, const Samples& samples, const Matrix& targets, Index limit,
                          std::vector<int>* answers, const Interrupt& interrupt)
{
    const Index count = std::min(limit, samples.size());
    Score score;
    score.samples = count;
    score.subsampled = count < samples.size();
    if (answers)
        answers->clear();
    double lossSum = 0;
    Index right = 0;
    m_occurs.assign(static_cast<std::size_t>(m_classes), false);
    m_answered.assign(static_cast<std::size_t>(m_classes), false);
    for (Index from = 0; from < count; from += kChunk) {
        const Index size = std::min(kChunk, count - from);
        m_inputs = samples.inputs.middleCols(from, size);
        m_targets = targets.middleCols(from, size);
        const Matrix& output = network.answer(m_inputs, m_pass, interrupt);
        lossSum += m_loss.evaluate(output, m_targets, nullptr);
        for (Index i = 0; m_classes > 0 && i < size; ++i) {
            const int answer = answeredClass(output, i);
            const int label = samples.labels[static_cast<std::size_t>(from + i)];
            right += answer == label ? 1 : 0;
            m_occurs[static_cast<std::size_t>(label)] = true;
            m_answered[static_cast<std::size_t>(answer)] = true;
            if (answers)
                answers->push_back(answer);
        }
    }
    score.loss = lossSum / static_cast<double>(count);
    countClasses(score);
    if (m_classes > 0)
        score.accuracy = static_cast<double>(right) / static_cast<double>(count);
    return score;
}

void Evaluator::countClasses(Score& score) const
{
    for (std::size_t label = 0; label < m_occurs.size(); ++label) {
        score.classes += m_occurs[label] ? 1 : 0;
        if (!m_occurs[label] || m_answered[label])
            continue;
        ++score.neverAnswered;
        if (score.firstNeverAnswered < 0)
            score.firstNeverAnswered = static_cast<int>(label);
    }
}

} // namespace core

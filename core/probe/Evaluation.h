// SPDX-License-Identifier: GPL-3.0-or-later
// Loss and accuracy of a network over a set of samples, in evaluation mode and in chunks of bounded size. Used by
// TrainingRun.
#pragma once

#include "core/data/Dataset.h"
#include "core/nn/Loss.h"
#include "core/nn/Network.h"
#include "core/probe/Snapshot.h"

#include <utility>
#include <vector>

namespace core
{

class Evaluator
{
public:
    static constexpr Index kChunk = 2048;

    explicit Evaluator(LossFunction loss, int classes)
        : m_loss(std::move(loss))
        , m_classes(classes)
    {
    }

    /// The score of the first `limit` samples. `targets` are lossTargets() of the samples. Where `answers` is given, it
    /// receives the class answered for each sample taken. Throws Interrupted as the network's passes do.
    Score evaluate(const Network& network, const Samples& samples, const Matrix& targets, Index limit,
                   std::vector<int>* answers = nullptr, const Interrupt& interrupt = {});

private:
    void countClasses(Score& score) const;

    LossFunction m_loss;
    int m_classes;
    NetworkPass m_pass;
    Matrix m_inputs;
    Matrix m_targets;
    std::vector<bool> m_occurs;   ///< by class: some sample is of it
    std::vector<bool> m_answered; ///< by class: it is the answer to some sample
};

} // namespace core

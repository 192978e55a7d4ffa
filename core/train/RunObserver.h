// SPDX-License-Identifier: GPL-3.0-or-later
// What an observation reads off a network and changes nothing of: the probe, a unit from near, the last update, the
// scores of both sets, and the picture of the answers. Used by TrainingRun on its thread.
#pragma once

#include "core/base/Interrupt.h"
#include "core/data/Dataset.h"
#include "core/nn/Loss.h"
#include "core/nn/Network.h"
#include "core/probe/DecisionMapper.h"
#include "core/probe/Evaluation.h"
#include "core/probe/Probe.h"
#include "core/probe/Statistics.h"

#include <cstdint>
#include <limits>
#include <optional>
#include <vector>

namespace core
{

/// How much an observation may cost.
struct ObserveOptions {
    Index evaluationSamples = std::numeric_limits<Index>::max(); ///< of each set
    int decisionResolution = 160;                                ///< cells along each axis of the decision map
    std::optional<UnitPlace> unit{}; ///< to be looked at from near; one that the network does not have is left out
    bool distributions = true;       ///< false: those of hidden layers stay as they were in the snapshot
    Interrupt interrupt{};           ///< asked before each layer and each block of samples
};

/// Of the training set, and of the test set if there is one.
struct Scores {
    Score train;
    std::optional<Score> test;
};

class RunObserver
{
public:
    /// The data and the targets, which are lossTargets() of the training set, must outlive this.
    RunObserver(const Dataset& data, const Matrix& trainTargets, LossFunction loss, std::int64_t probeSamples);

    void setProbeSamples(std::int64_t samples) { m_probe = Probe(m_data, m_loss, samples); }

    /// Fills the part of the snapshot that these tell. `update` is what the last step has added to the parameters;
    /// null: that is not known. Throws Interrupted where options.interrupt is raised.
    void observe(const Network& network, const NetworkConfig& config, const Vector* update,
                 const ObserveOptions& options, Snapshot& snapshot);
    /// Loss and accuracy over the first `samples` of both sets.
    Scores evaluate(const Network& network, Index samples, const Interrupt& interrupt);

private:
    void observeUnit(const Network& network, const std::optional<UnitPlace>& place, Snapshot& snapshot);
    void describeUpdate(const Network& network, const Vector* update, const Interrupt& interrupt, Snapshot& snapshot);
    void countConfusion(DecisionMap& map) const;

    const Dataset& m_data;
    const Matrix& m_trainTargets;
    Matrix m_testTargets;
    LossFunction m_loss;
    double m_baselineLoss;
    Probe m_probe;
    Evaluator m_trainEvaluator; ///< each with memory of its own, as the sets are of different sizes
    Evaluator m_testEvaluator;
    DecisionMapper m_decision;
    Describer m_describer;
    std::vector<int> m_answers; ///< classes answered on the test set, or the training set if there is none
};

} // namespace core

// SPDX-License-Identifier: GPL-3.0-or-later
// Reads a network over the probe set: distributions, gradients, units, and the factors of each gain. It never disturbs
// the network: it has its own pass, draws no random number, and leaves running statistics alone. Used by TrainingRun.
#pragma once

#include "core/data/Dataset.h"
#include "core/nn/Loss.h"
#include "core/nn/Network.h"
#include "core/probe/Snapshot.h"
#include "core/probe/Statistics.h"

namespace core
{

/// The mean of x² over the samples of the probe set and their features.
double meanInputSquare(const Dataset& data, std::int64_t probeSamples);

class Probe
{
public:
    /// The probe set is the whole training set up to `samples`, else its first `samples`: the split has put the set
    /// into a seeded random order.
    Probe(const Dataset& data, LossFunction loss, std::int64_t samples);

    /// Fills layers (but for updateRatio), output, deltaRatio, probeSamples and inputSquare. Back-propagated is the sum
    /// over the probe set of the per-sample losses. Without distributions, which take most of the time, the
    /// Distributions of hidden layers stay as they were. Throws Interrupted as the network's passes do.
    void read(const Network& network, const NetworkConfig& config, Snapshot& snapshot, bool distributions = true,
              const Interrupt& interrupt = {});

    /// One unit of the network that was read last, which must be one of its units.
    void readUnit(const Network& network, UnitPlace place, UnitDetail& unit);

private:
    void readExcitations(const HiddenPass& pass, UnitDetail& unit) const;
    void readLayer(const Network& network, std::size_t index, LayerStatistics& layer);
    void readDistributions(const Network& network, std::size_t index, LayerStatistics& layer);
    void readUnits(const HiddenPass& pass, bool negativeSideIsWeak, LayerStatistics& layer);
    void readFactors(const Network& network, Snapshot& snapshot) const;

    /// Root mean squares of a hidden layer's gradients, times 2^exponent.
    struct GradientRms {
        double du = 0;
        double delta = 0;
        double da = 0;
    };

    LossFunction m_loss;
    Standardization m_inputScaling;
    Matrix m_inputs;
    double m_inputSquare;
    Matrix m_targets;
    NetworkPass m_pass;
    std::vector<GradientRms> m_rms;
    Describer m_describer;
};

} // namespace core

// SPDX-License-Identifier: GPL-3.0-or-later
// Draws what a network answers over its input space: a map for two inputs, a curve for one. Used by TrainingRun.
#pragma once

#include "core/data/Dataset.h"
#include "core/nn/Loss.h"
#include "core/nn/Network.h"
#include "core/probe/Snapshot.h"

namespace core
{

class DecisionMapper
{
public:
    /// `data` and `loss` must outlive the mapper.
    DecisionMapper(const Dataset& data, const LossInfo& loss);

    /// Fills the map (resolution × resolution) or the curve; leaves the confusion alone. With more than two inputs
    /// there is neither. Throws Interrupted as the network's passes do.
    void draw(const Network& network, int resolution, DecisionMap& map, const Interrupt& interrupt = {});

private:
    void drawMap(const Network& network, int resolution, DecisionMap& map, const Interrupt& interrupt);
    void drawCurve(const Network& network, DecisionMap& map, const Interrupt& interrupt);

    const Dataset* m_data;
    const LossInfo* m_loss;
    double m_xMin = 0, m_xMax = 1, m_yMin = 0, m_yMax = 1;
    NetworkPass m_pass;
    Matrix m_inputs;
};

} // namespace core

// SPDX-License-Identifier: GPL-3.0-or-later
// Which units still pass a gradient, over the probe set: the question of the Probe, without all its other answers, so
// that it can be asked after every step. Reads a network and never disturbs it. Used by Autopsy on its thread.
#pragma once

#include "core/data/Dataset.h"
#include "core/nn/Network.h"

#include <cstdint>
#include <vector>

namespace core
{

class Liveness
{
public:
    /// The probe set is that of a Probe with as many samples.
    Liveness(const Dataset& data, std::int64_t samples);

    /// Whether f′(z) = 0 on every probe sample; layer and unit count from 0.
    bool isDead(const Network& network, std::size_t layer, Index unit);
    /// z of the unit that was asked about last, on every probe sample.
    [[nodiscard]] const std::vector<float>& z() const { return m_z; }
    /// How many units of all hidden layers are not dead.
    int aliveUnits(const Network& network);

private:
    void passTo(const Network& network, std::size_t layer);

    Matrix m_inputs;
    NetworkPass m_pass;
    std::vector<float> m_z;
};

} // namespace core

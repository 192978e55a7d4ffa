// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/probe/Liveness.h"

#include <algorithm>

namespace core
{

namespace
{

bool isDeadRow(const HiddenPass& pass, Index unit)
{
    return (pass.activate.saved.row(unit).array() == Scalar(0)).all(); // f′(z)
}

} // namespace

Liveness::Liveness(const Dataset& data, std::int64_t samples)
    : m_inputs(data.train.inputs.leftCols(std::min(static_cast<Index>(samples), data.train.size())))
{
}

void Liveness::passTo(const Network& network, std::size_t layer)
{
    m_pass.hidden.resize(network.depth());
    for (std::size_t l = 0; l <= layer; ++l)
        network.forwardHidden(l, l == 0 ? m_inputs : m_pass.hidden[l - 1].h(), Mode::Probe, m_pass.hidden[l]);
}

bool Liveness::isDead(const Network& network, std::size_t layer, Index unit)
{
    passTo(network, layer);
    const HiddenPass& pass = m_pass.hidden[layer];
    m_z.resize(static_cast<std::size_t>(m_inputs.cols()));
    for (Index sample = 0; sample < m_inputs.cols(); ++sample)
        m_z[static_cast<std::size_t>(sample)] = static_cast<float>(pass.z()(unit, sample));
    return isDeadRow(pass, unit);
}

int Liveness::aliveUnits(const Network& network)
{
    int alive = 0;
    if (network.depth() > 0)
        passTo(network, network.depth() - 1);
    for (const HiddenPass& pass : m_pass.hidden)
        for (Index unit = 0; unit < pass.z().rows(); ++unit)
            alive += isDeadRow(pass, unit) ? 0 : 1;
    return alive;
}

} // namespace core

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nn/Descent.h"

#include "core/nn/SharedKernels.h"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace core
{

namespace
{

const OptimizerInfo& rowOf(const OptimizerConfig& config)
{
    const OptimizerInfo* info = findRow(optimizerCatalogue(), config.kind);
    assert(info);
    return *info;
}

} // namespace

Descent::Descent(const OptimizerConfig& config, Index parameterCount)
    : m_optimizer(rowOf(config).make(parameterCount))
    , m_schedule(config)
{
    configure(config);
}

void Descent::configure(const OptimizerConfig& config)
{
    m_optimizer->configure(config);
    m_schedule = RateSchedule(config);
    m_rate = learningRate(config);
    m_clipNorm = config.clipNorm;
    m_clipValue = config.clipValue;
    m_l1 = config.l1;
}

double Descent::rateAt(std::int64_t stepsBefore) const
{
    return m_rate * m_schedule.factorAt(stepsBefore);
}

bool Descent::step(VectorView parameters, VectorView gradient, std::int64_t stepsBefore, UpdateMeter* meter,
                   WorkCrew* crew)
{
    prepare({parameters.data(), parameters.size()}, gradient);
    const double rate = rateAt(stepsBefore);
    const auto move = [&](Index first, Index count, UpdateSquares* squares) {
        return m_optimizer->step(first, {parameters.data() + first, count}, {gradient.data() + first, count}, rate,
                                 stepsBefore, squares);
    };
    const auto moveAll = [&](Index first, Index count, UpdateSquares* squares) {
        return moveInParts(first, count, squares, crew, move);
    };
    return meter ? meter->measure(parameters.size(), moveAll) : moveAll(0, parameters.size(), nullptr);
}

void Descent::prepare(ConstVectorView parameters, VectorView gradient) const
{
    if (m_l1 > 0)
        gradient += static_cast<Scalar>(m_l1) * parameters.cwiseSign();
    if (m_clipNorm > 0) {
        // In double: squares of floats neither overflow nor vanish there.
        constexpr double kTiny = 1e-6; // PyTorch's
        const double norm = std::sqrt(gradient.cast<double>().squaredNorm());
        const double factor = m_clipNorm / (norm + kTiny);
        if (!(factor >= 1))
            gradient *= static_cast<Scalar>(factor);
    }
    if (m_clipValue > 0) {
        const auto limit = static_cast<Scalar>(m_clipValue);
        gradient = gradient.unaryExpr([limit](Scalar value) { return std::clamp(value, -limit, limit); });
    }
}

} // namespace core

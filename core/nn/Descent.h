// SPDX-License-Identifier: GPL-3.0-or-later
// One update of a network's parameters from beginning to end. In this order, as PyTorch's users write it:
//   1. the L1 penalty, which is a part of the loss: l1 · sign(w) is added to the gradient of every parameter,
//   2. clipping by norm (torch.nn.utils.clip_grad_norm_), then by value (clip_grad_value_),
//   3. the optimizer's step with the learning rate that the schedule gives; weight decay belongs to it.
// Used by TrainingRun on its thread.
#pragma once

#include "core/nn/Optimizer.h"
#include "core/nn/Schedule.h"
#include "core/nn/UpdateMeter.h"

#include <cstdint>
#include <memory>

namespace core
{

class Descent
{
public:
    /// Allocates the optimizer's state. The config must be one that ConfigCheck accepts.
    Descent(const OptimizerConfig& config, Index parameterCount);

    /// Takes over what may change while running: all but the kind of the optimizer.
    void configure(const OptimizerConfig& config);

    /// Moves `parameters` down the gradient of the mean loss, which is penalised and clipped in place. `stepsBefore`:
    /// updates made so far; `meter`, unless it is null, measures the step, and `crew` helps with it; neither changes
    /// anything of it. False if a parameter is no longer finite.
    bool step(VectorView parameters, VectorView gradient, std::int64_t stepsBefore, UpdateMeter* meter = nullptr,
              WorkCrew* crew = nullptr);

    /// All that the optimizer remembers of the steps it has made.
    [[nodiscard]] std::vector<VectorView> memory() { return m_optimizer->memory(); }

    /// The learning rate of the update that `stepsBefore` updates come before.
    [[nodiscard]] double rateAt(std::int64_t stepsBefore) const;

private:
    void prepare(ConstVectorView parameters, VectorView gradient) const;

    std::unique_ptr<Optimizer> m_optimizer;
    RateSchedule m_schedule;
    double m_rate = 0;
    double m_clipNorm = 0;
    double m_clipValue = 0;
    double m_l1 = 0;
};

} // namespace core

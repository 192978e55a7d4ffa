// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/CostMeter.h"

#include "core/nn/kernels/Kernels.h"

#include <new>
#include <stop_token>
#include <utility>

namespace ui
{

namespace
{

/// A run of its own needs memory for its own: where that is not to be had, the costs stand without it.
std::optional<core::StepCost> stepOf(const core::ExperimentConfig& experiment,
                                     const std::shared_ptr<const core::Dataset>& data, const std::stop_token& stop)
{
    if (!data)
        return std::nullopt;
    try {
        return core::measureStep(experiment, data, stop);
    } catch (const std::bad_alloc&) {
        return std::nullopt;
    }
}

} // namespace

void CostMeter::begin(const core::ExperimentConfig& experiment, std::shared_ptr<const core::Dataset> data)
{
    if (!m_state)
        m_state.emplace();
    if (m_state->running)
        return;
    m_state->running = true;
    ++m_state->revision;
    m_thread = std::jthread([this, experiment, data = std::move(data)](const std::stop_token& stop) {
        std::vector<core::ActivationCost> costs =
            core::measureActivations(core::costedActivations(experiment.network), stop);
        const std::optional<core::StepCost> step = stepOf(experiment, data, stop);
        if (stop.stop_requested())
            return;
        QMetaObject::invokeMethod(
            this, [this, costs = std::move(costs), step] { takeOver(costs, step); }, Qt::QueuedConnection);
    });
    emit changed();
}

void CostMeter::takeOver(std::vector<core::ActivationCost> costs, const std::optional<core::StepCost>& step)
{
    m_state->running = false;
    m_state->kernels = core::kernels().name;
    m_state->costs = std::move(costs);
    m_state->step = step;
    ++m_state->revision;
    emit changed();
}

} // namespace ui

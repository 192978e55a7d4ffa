// SPDX-License-Identifier: GPL-3.0-or-later
// Measures on a thread of its own what activations cost, when somebody asks for it, and keeps the answer as long as the
// window is open. Owned by Session, on the GUI thread, which never waits for more than one row of the catalogue.
#pragma once

#include "ui/base/CostState.h"

#include <QObject>

#include <memory>
#include <optional>
#include <thread>

namespace ui
{

class CostMeter : public QObject
{
    Q_OBJECT

public:
    explicit CostMeter(QObject* parent = nullptr)
        : QObject(parent)
    {
    }

    /// Begins, unless it is at it. The experiment is one that can be run; its steps are timed where its data is at
    /// hand.
    void begin(const core::ExperimentConfig& experiment, std::shared_ptr<const core::Dataset> data);
    /// nullptr: nothing was ever asked.
    [[nodiscard]] const CostState* state() const { return m_state ? &*m_state : nullptr; }

signals:
    /// state() is another.
    void changed();

private:
    void takeOver(std::vector<core::ActivationCost> costs, const std::optional<core::StepCost>& step);

    std::optional<CostState> m_state;
    std::jthread m_thread; // last: it ends before anything else goes
};

} // namespace ui

// SPDX-License-Identifier: GPL-3.0-or-later
// Whether a second core is used for a step: where the network is wide, and steps are quicker with it. They are not
// while something else wants that core. The numbers are the same either way. Used by TrainingRun on its thread.
#pragma once

#include "core/base/QuickerWay.h"
#include "core/base/WorkCrew.h"
#include "core/nn/Network.h"

#include <chrono>
#include <memory>

namespace core
{

/// When a second core is used for the steps of a wide network.
enum class SecondCoreUse {
    Never,        ///< where other networks are trained on the other cores
    WhereQuicker, ///< what is found out while training
    Always,
};

class SecondCore
{
public:
    void setUse(SecondCoreUse use);

    /// Who helps with the step that begins, or nobody.
    WorkCrew* beginStep(const Network& network, Index batch);
    void endStep();

private:
    bool callCrew();

    using Clock = std::chrono::steady_clock;

    SecondCoreUse m_use = SecondCoreUse::Never;
    std::unique_ptr<WorkCrew> m_crew; ///< from the first wide step on
    QuickerWay m_way;                 ///< alone, or with help
    Clock::time_point m_begin;
    bool m_isTimed = false; ///< the step under way
};

} // namespace core

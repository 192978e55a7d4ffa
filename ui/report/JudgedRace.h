// SPDX-License-Identifier: GPL-3.0-or-later
// A race with what its runs support. Made by Race on a thread of its own, read by RacePanel and CostPanel.
#pragma once

#include "core/io/SweepTable.h"
#include "ui/report/ReportParts.h"

#include <utility>

namespace ui
{

/// A race at one moment, and what its runs support. Made as a whole, and never changed.
struct JudgedRace {
    explicit JudgedRace(core::SweepTable runs)
        : table(std::move(runs))
        , sweep(table)
    {
    }
    JudgedRace(const JudgedRace&) = delete;
    JudgedRace& operator=(const JudgedRace&) = delete;

    core::SweepTable table;
    ComparedSweep sweep;
};

} // namespace ui

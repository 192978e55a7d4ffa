// SPDX-License-Identifier: GPL-3.0-or-later
// What an autopsy has found, in the user's language: the verdict, how it came, and what would have saved the unit. Used
// by AutopsyPicture and UnitsPanel.
#pragma once

#include "ui/base/UnitWatch.h"

#include <QCoreApplication>
#include <QString>
#include <QStringList>

namespace ui
{

class AutopsyWords
{
    Q_DECLARE_TR_FUNCTIONS(ui::AutopsyWords)

public:
    /// "It died at step 214." …
    [[nodiscard]] static QString verdict(const AutopsyReport& report);
    /// How it came, in sentences.
    [[nodiscard]] static QStringList story(const AutopsyReport& report);
    /// "Leaky ReLU, slope 0.01, from step 213 on".
    [[nodiscard]] static QString trial(const core::Counterfactual& question);
    /// "alive; 128 of 128 units alive" …; `isRunning`: the answer is being found.
    [[nodiscard]] static QString answer(const AutopsyReport::Trial& trial, bool isRunning);
    /// The place of the trial whose answer is being found; −1: of none.
    [[nodiscard]] static int runningTrial(const AutopsyReport& report);

private:
    [[nodiscard]] static QStringList storyOfDeath(const core::Death& death);
};

} // namespace ui

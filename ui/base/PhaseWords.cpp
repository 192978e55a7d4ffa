// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/PhaseWords.h"

#include "ui/base/NumberText.h"
#include "ui/base/Words.h"

#include <QCoreApplication>

namespace ui
{

namespace
{

/// The context of this file's words.
struct PhaseWords {
    Q_DECLARE_TR_FUNCTIONS(ui::PhaseWords)
};

QString axisValueName(const core::PhaseAxis& axis, std::size_t index)
{
    return QStringLiteral("%1 %2").arg(fieldLabel(axis.key), readableNumber(axis.values[index], 5));
}

} // namespace

QString outcomeName(core::RunOutcome outcome)
{
    switch (outcome) {
    case core::RunOutcome::Learned:
        return PhaseWords::tr("learned");
    case core::RunOutcome::Slow:
        return PhaseWords::tr("slow");
    case core::RunOutcome::Vanished:
        return PhaseWords::tr("vanished");
    case core::RunOutcome::Exploded:
        return PhaseWords::tr("exploded");
    case core::RunOutcome::Died:
        break;
    }
    return PhaseWords::tr("died");
}

QString outcomeRule(core::RunOutcome outcome, const core::LearningGoal& goal, const core::DiagnosisConfig& thresholds)
{
    switch (outcome) {
    case core::RunOutcome::Learned:
        return PhaseWords::tr("learned: at the last step the accuracy of the training set is at least %1; without "
                              "classes, its loss is at most %2 of that of answering 0 to everything.")
            .arg(percentText(goal.accuracy), percentText(goal.lossShare));
    case core::RunOutcome::Slow:
        return PhaseWords::tr("slow: none of the others. It may need more steps, or another learning rate.");
    case core::RunOutcome::Vanished:
        return PhaseWords::tr("vanished: not learned, and the delta ratio is below %1 before the first step, or after "
                              "the last one.")
            .arg(readableNumber(thresholds.vanishing.alarm));
    case core::RunOutcome::Exploded:
        return PhaseWords::tr("exploded: a number is no longer finite; or not learned, and the delta ratio is above "
                              "%1 before the first step, or after the last one.")
            .arg(readableNumber(thresholds.exploding.alarm));
    case core::RunOutcome::Died:
        break;
    }
    return PhaseWords::tr("died: not learned, and at the last step at least %1 of the units of a layer are "
                          "gradient-dead, or 25 points more than before the first one.")
        .arg(percentText(thresholds.dead.alarm));
}

QString theoryLineName(core::TheoryLine::Kind kind, const std::vector<double>& levels)
{
    if (kind == core::TheoryLine::Kind::Critical)
        return PhaseWords::tr("theory: χ = 1");
    QStringList numbers;
    for (const double level : levels)
        numbers << readableNumber(level);
    return PhaseWords::tr("theory: delta ratio %1").arg(numbers.join(PhaseWords::tr(", ")));
}

QString phasePlaceName(const core::PhasePlan& plan, std::size_t place)
{
    const std::size_t row = place / plan.columns() % plan.rows();
    QString name =
        PhaseWords::tr("%1, %2").arg(axisValueName(plan.across, place % plan.columns()), axisValueName(plan.up, row));
    if (plan.pages)
        name = PhaseWords::tr("%1, %2").arg(name, axisValueName(*plan.pages, place / plan.columns() / plan.rows()));
    return name;
}

QString phaseAxesName(const core::PhasePlan& plan)
{
    return QStringLiteral("%1 × %2").arg(fieldLabel(plan.across.key), fieldLabel(plan.up.key));
}

} // namespace ui

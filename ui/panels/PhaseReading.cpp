// SPDX-License-Identifier: GPL-3.0-or-later
// The part of PhasePanel that says what is seen: numbers at a cell, the same in a sentence, the table, and what it all
// means.
#include "ui/base/NumberText.h"
#include "ui/base/PhaseWords.h"
#include "ui/base/TheoryWords.h"
#include "ui/base/Words.h"
#include "ui/panels/Explanation.h"
#include "ui/panels/PanelTables.h"
#include "ui/panels/PhaseMarks.h"
#include "ui/panels/PhasePanel.h"
#include "ui/widgets/PlotView.h"

namespace ui
{

Readout PhasePanel::readoutOf(std::size_t place) const
{
    Readout readout{phasePlaceName(m_map.plan, place), {}};
    if (!m_map.isKnown(place)) {
        readout.rows.push_back({tr("its run has not ended yet"), {}});
        return readout;
    }
    const PhaseRecord& record = *m_map.records[place];
    const core::SweepRow& row = record.row;
    readout.rows.push_back({tr("outcome"), outcomeName(record.outcome), outcomeColor(record.outcome, theme())});
    if (row.train.accuracyFinal)
        readout.rows.push_back({tr("training accuracy"), percentText(*row.train.accuracyFinal)});
    if (row.test && row.test->accuracyFinal)
        readout.rows.push_back({tr("test accuracy"), percentText(*row.test->accuracyFinal)});
    readout.rows.push_back({tr("training loss"), readableNumber(row.train.lossFinal)});
    readout.rows.push_back({tr("delta ratio, start"), readableNumber(row.start.deltaRatio)});
    readout.rows.push_back({tr("delta ratio, end"), readableNumber(row.end.deltaRatio)});
    if (row.end.gradientDead)
        readout.rows.push_back({tr("gradient-dead"), percentText(*row.end.gradientDead)});
    if (row.status == core::RunStatus::Diverged)
        readout.rows.push_back({tr("diverged at step"), countText(row.steps)});
    return readout;
}

void PhasePanel::read(const QPoint& cell, const QPointF& place)
{
    Crosshair crosshair;
    crosshair.rects = {m_plot->axisRect()};
    crosshair.place = place;
    crosshair.readout = readoutOf(placeOf(cell));
    setReading(crosshair.readout);
    m_plot->setCrosshair(std::move(crosshair));
}

Pointer PhasePanel::readAt(QWidget* /*picture*/, const QPointF& place)
{
    if (const std::optional<QPoint> cell = cellUnder(place))
        read(*cell, place);
    return {};
}

void PhasePanel::readFor(const Pointer& /*pointer*/) {}

void PhasePanel::stopReading()
{
    Panel::stopReading();
    if (m_cursor && hasFocus() && m_map.revision != 0)
        read(*m_cursor, m_marks->cellAt(m_cursor->x(), m_cursor->y()).center());
}

QString PhasePanel::describeFrame(const FrameData& frame) const
{
    if (!frame.phases || m_map.revision == 0)
        return frame.phases ? m_plot->message() : tr("no map has been made yet.");
    QStringList parts;
    const std::array<int, 5> found = counts();
    for (std::size_t outcome = 0; outcome < found.size(); ++outcome)
        if (found[outcome] > 0)
            parts
                << QStringLiteral("%1 %2").arg(found[outcome]).arg(outcomeName(static_cast<core::RunOutcome>(outcome)));
    QString text = tr("%1, %2 of %3 runs have ended: %4.")
                       .arg(phaseAxesName(m_map.plan))
                       .arg(m_map.ended)
                       .arg(m_map.plan.size())
                       .arg(parts.join(tr(", ")));
    if (!m_cursor)
        return text;
    const std::size_t place = placeOf(*m_cursor);
    const QString cell = phasePlaceName(m_map.plan, place);
    return joinedSentences({text, m_map.isKnown(place)
                                      ? tr("%1: %2.").arg(cell, outcomeName(m_map.records[place]->outcome))
                                      : tr("%1: its run has not ended yet.").arg(cell)});
}

NumberTable PhasePanel::table(const FrameData& frame) const
{
    return phaseTable(frame);
}

QString PhasePanel::explanation(const FrameData& frame) const
{
    Explanation text;
    text.say(help());
    const core::LearningGoal goal = frame.phases ? frame.phases->goal : core::LearningGoal();
    const core::DiagnosisConfig& thresholds = frame.phases ? frame.phases->plan.base.diagnosis : frame.config.diagnosis;
    text.heading(tr("The outcomes"));
    QStringList rules;
    for (const core::RunOutcomeInfo& info : core::runOutcomes())
        rules << outcomeRule(info.outcome, goal, thresholds);
    text.list(rules);
    text.say(tr("Where several hold: a run that has diverged has exploded; then learned, died, vanished and exploded "
                "are asked in this order, what was so before the first step before what is so after the last. The "
                "thresholds are those of the diagnosis."));
    text.heading(tr("The formulas"));
    text.formula(QStringLiteral("χ = σ<sub>w</sub>² E <i>f</i> ′(<i>z</i>)² = 1 &nbsp;&nbsp; δ<sub>1</sub> / "
                                "δ<sub><i>L</i></sub> = ∏ χ<sub><i>l</i></sub><sup>½</sup>"));
    text.say(tr("The first is the critical line. The other lines are where the delta ratio that theory predicts for "
                "the depth at hand crosses the diagnosis's thresholds."));
    if (frame.phases)
        if (const core::PhaseTheory* theory = frame.phases->theory[frame.phases->page].get())
            for (const core::TheoryReason reason : theory->reasons)
                text.say(theoryReasonText(reason));
    text.healthy({tr("Networks learn in a band along the critical line; the deeper they are, the narrower it is."),
                  tr("One seed is one draw: where outcomes are mixed like pepper and salt, luck decides. Flip through "
                     "seeds to see it.")});
    text.published({tr("Schoenholz, Gilmer, Ganguli, Sohl-Dickstein: Deep Information Propagation (2017)"),
                    tr("Glorot, Bengio: Understanding the Difficulty of Training Deep Feedforward Neural Networks "
                       "(2010)")});
    return text.html();
}

} // namespace ui

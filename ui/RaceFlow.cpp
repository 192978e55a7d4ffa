// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/RaceFlow.h"

#include "ui/EditHistory.h"
#include "ui/Session.h"
#include "ui/base/FaultWords.h"
#include "ui/base/Words.h"
#include "ui/dialogs/RaceDialog.h"

namespace ui
{

RaceFlow::RaceFlow(Session& session, EditHistory& history, QWidget& window)
    : QObject(&window)
    , m_session(session)
    , m_history(history)
    , m_window(window)
{
}

void RaceFlow::open()
{
    RacePlan proposal = m_last.value_or(RacePlan{});
    proposal.base = m_session.config();
    RaceDialog dialog(proposal, &m_window);
    if (dialog.exec() != QDialog::Accepted)
        return;
    core::Result<RacePlan> plan = dialog.plan();
    if (!plan)
        return; // it would not have let anybody accept it
    m_last = plan.value();
    if (const core::Outcome outcome = m_session.race().begin(std::move(plan).value()); !outcome) {
        emit failed(joinedSentences(faultTexts(outcome.faults())));
        return;
    }
    emit begun();
}

void RaceFlow::cancel()
{
    m_session.race().cancel();
}

void RaceFlow::watch(const core::ExperimentConfig& config, const QString& name)
{
    m_history.record(name, [&] { m_session.change(config); });
    m_session.restart(); // what can be changed hot would go on from where the other stands
}

} // namespace ui

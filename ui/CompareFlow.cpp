// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/CompareFlow.h"

#include "ui/EditHistory.h"
#include "ui/Session.h"
#include "ui/base/FaultWords.h"
#include "ui/base/Words.h"
#include "ui/controls/ContenderBar.h"
#include "ui/dialogs/CompareDialog.h"

namespace ui
{

CompareFlow::CompareFlow(Session& session, EditHistory& history, QWidget& window)
    : QObject(&window)
    , m_session(session)
    , m_history(history)
    , m_window(window)
{
    connect(&m_session, &Session::contendersChanged, this, &CompareFlow::showContenders);
    // Numbers can be read four times a second.
    connect(&m_session, &Session::stateChanged, this, &CompareFlow::showNumbers);
    connect(&m_session, &Session::momentChanged, this, &CompareFlow::showNumbers);
    connect(&m_session, &Session::contenderRefused, this,
            [this](const core::Faults& faults) { emit failed(joinedSentences(faultTexts(faults))); });
}

void CompareFlow::setBar(ContenderBar* bar)
{
    m_bar = bar;
    connect(m_bar, &ContenderBar::addWanted, this, &CompareFlow::open);
    connect(m_bar, &ContenderBar::edited, &m_history, &EditHistory::editContender);
    connect(m_bar, &ContenderBar::editingFinished, &m_history, &EditHistory::endGesture);
    connect(m_bar, &ContenderBar::editingFinished, this, &CompareFlow::showContenders);
    connect(m_bar, &ContenderBar::removed, &m_history, &EditHistory::removeContender);
    showContenders();
}

void CompareFlow::open()
{
    const std::size_t room = core::Lineup::kMostCompanions - m_session.contenders().entries().size();
    CompareDialog dialog(m_session.config(), room, &m_window);
    if (dialog.exec() != QDialog::Accepted)
        return;
    for (const std::vector<core::Setting>& settings : dialog.contenders())
        m_history.addContender(settings);
}

void CompareFlow::showContenders()
{
    if (!m_session.snapshot())
        return;
    QStringList faults;
    for (const Contenders::Entry& entry : m_session.contenders().entries())
        faults << joinedSentences(faultTexts(entry.faults));
    m_bar->showContenders(m_session.frame(), faults);
}

void CompareFlow::showNumbers()
{
    if (m_session.snapshot())
        m_bar->showNumbers(m_session.frame());
}

} // namespace ui

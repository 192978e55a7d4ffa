// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/CureTrial.h"

#include "core/train/ConfigCheck.h"
#include "core/train/ConfigFields.h"
#include "ui/EditHistory.h"
#include "ui/Session.h"
#include "ui/base/FaultWords.h"
#include "ui/base/FindingWords.h"
#include "ui/base/Words.h"
#include "ui/widgets/TrialBar.h"

namespace ui
{

namespace
{

constexpr int kPauseMilliseconds = 250;

} // namespace

CureTrial::CureTrial(Session& session, EditHistory& history, QObject* parent)
    : QObject(parent)
    , m_session(session)
    , m_history(history)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(kPauseMilliseconds);
    connect(&m_pause, &QTimer::timeout, this, &CureTrial::tell);
    connect(&m_session, &Session::trialChanged, this, &CureTrial::follow);
}

void CureTrial::setBar(TrialBar* bar)
{
    m_bar = bar;
    connect(m_bar, &TrialBar::adopted, this, &CureTrial::adopt);
    connect(m_bar, &TrialBar::stopped, &m_session, &Session::endTrial);
    tell();
}

void CureTrial::begin(const core::Cure& cure, const QString& name)
{
    core::Result<core::ExperimentConfig> cured = core::withSettings(m_session.config(), cure.settings);
    if (!cured || !core::checkConfig(cured.value()).empty())
        return; // the experiment has been changed since the cure was offered
    m_name = name;
    m_label = cureLabel(cure);
    m_pause.stop();
    m_session.tryOut(std::move(cured).value());
}

void CureTrial::follow()
{
    if (!m_session.trial() || !m_pause.isActive())
        tell();
}

void CureTrial::tell()
{
    const Trial* trial = m_session.trial();
    if (!trial) {
        m_bar->hide();
        return;
    }
    m_pause.start();
    if (const core::Faults faults = trial->faults(); !faults.empty())
        m_bar->showFault(m_label, joinedSentences(faultTexts(faults)));
    else
        m_bar->show(m_label, compareRuns(m_session.history(), trial->history()), trial->hasEnded());
}

void CureTrial::adopt()
{
    if (!m_session.trial())
        return;
    const core::ExperimentConfig cured = m_session.trial()->config();
    const bool hasEnded = m_session.snapshot() && m_session.snapshot()->status != core::RunStatus::Training;
    m_history.record(m_name, [&] { m_session.change(cured); });
    if (hasEnded)
        m_session.setPlaying(true);
}

} // namespace ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/RaceFlow.h"

#include "ui/EditHistory.h"
#include "ui/RaceResults.h"
#include "ui/Session.h"
#include "ui/base/FaultWords.h"
#include "ui/base/Words.h"
#include "ui/dialogs/FileDialogs.h"
#include "ui/dialogs/RaceDialog.h"

#include <QComboBox>
#include <QDir>
#include <QFileInfo>

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
    ask(false);
}

void RaceFlow::openFile(const QString& path)
{
    core::Result<ComparisonEntry> read = readComparisonFile(path);
    if (!read) {
        emit failed(faultTexts(read.faults(), QFileInfo(path).fileName()).join(QLatin1Char('\n')));
        return;
    }
    m_opened = std::move(read).value();
    ask(true);
}

void RaceFlow::ask(bool beginsWithLast)
{
    RacePlan proposal = m_last.value_or(RacePlan{});
    proposal.base = m_session.config();
    std::vector<ComparisonEntry> offered = m_ready;
    if (m_opened)
        offered.push_back(*m_opened);
    RaceDialog dialog(proposal, offered, &m_window);
    if (beginsWithLast)
        dialog.comparisons().setCurrentIndex(dialog.comparisons().count() - 1);
    if (dialog.exec() != QDialog::Accepted)
        return;
    core::Result<RacePlan> plan = dialog.plan();
    if (!plan)
        return; // it would not have let anybody accept it
    if (plan.value().title.empty())
        m_last = plan.value();
    if (const core::Outcome outcome = m_session.race().begin(std::move(plan).value()); !outcome) {
        emit failed(joinedSentences(faultTexts(outcome.faults())));
        return;
    }
    emit begun();
}

void RaceFlow::save(const QString& language)
{
    const RaceState* race = m_session.race().state();
    if (!race || race->ended == race->failed) {
        emit failed(tr("There are no results yet: begin a race first."));
        return;
    }
    const QString folder = m_folder.isEmpty() ? QDir::homePath() : m_folder;
    const QString path = askWhereToSaveRace(&m_window, folder + QStringLiteral("/race"));
    if (path.isEmpty())
        return;
    m_folder = QFileInfo(path).absolutePath();
    if (const core::Outcome outcome = writeRace(*race, path, language); !outcome)
        emit failed(joinedSentences(faultTexts(outcome.faults())));
    else
        emit saved(tr("Saved as %1").arg(path));
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

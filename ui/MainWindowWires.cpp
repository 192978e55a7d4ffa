// SPDX-License-Identifier: GPL-3.0-or-later
// The part of MainWindow that says who hears whom.
#include "ui/CodeExport.h"
#include "ui/CompareFlow.h"
#include "ui/CureTrial.h"
#include "ui/DataImport.h"
#include "ui/DocumentFlow.h"
#include "ui/Exporter.h"
#include "ui/MainWindow.h"
#include "ui/PhaseFlow.h"
#include "ui/RaceFlow.h"
#include "ui/Session.h"
#include "ui/base/FaultWords.h"
#include "ui/base/Words.h"
#include "ui/controls/RunBar.h"
#include "ui/controls/Sidebar.h"
#include "ui/controls/StatusLine.h"
#include "ui/panels/Dashboard.h"
#include "ui/panels/PanelCatalogue.h"
#include "ui/widgets/DiagnosisStrip.h"
#include "ui/widgets/MessageBar.h"
#include "ui/widgets/Timeline.h"

#include <utility>

namespace ui
{

namespace
{

constexpr int kMessageMilliseconds = 6000;

} // namespace

void MainWindow::connectBar()
{
    connect(m_bar, &RunBar::presetChosen, m_flow, &DocumentFlow::openPreset);
    connect(m_bar, &RunBar::playToggled, m_session, [this] { m_session->setPlaying(!m_session->playing()); });
    connect(m_bar, &RunBar::stepWanted, m_session, &Session::step);
    connect(m_bar, &RunBar::restartWanted, m_session, &Session::restart);
    connect(m_bar, &RunBar::newSeedWanted, m_history, &EditHistory::newSeed);
    connect(m_bar, &RunBar::paceEdited, m_history, [this](double stepsPerSecond) {
        m_history->edit({"training.steps_per_second", stepsPerSecond});
    });
    connect(m_bar, &RunBar::paceEditingFinished, m_history, &EditHistory::endGesture);
    connect(m_bar, &RunBar::compareWanted, m_compare, &CompareFlow::open);
    connect(m_bar, &RunBar::themeToggled, this, [this] { setTheme(Theme::after(m_theme)); });
    connect(m_bar, &RunBar::exportWanted, m_exporter, [this](int card) { m_exporter->open(card); });
}

void MainWindow::connectSession()
{
    connect(m_session, &Session::frameChanged, this, &MainWindow::showFrame);
    connect(m_session, &Session::configChanged, this, &MainWindow::showConfig);
    connect(m_session, &Session::stateChanged, this, &MainWindow::showRun);
    connect(m_session, &Session::momentChanged, this, &MainWindow::showMoment);
    // Words can be followed four times a second, and cost nothing while a slider is dragged.
    connect(m_session, &Session::stateChanged, this, &MainWindow::showFindings);
    connect(m_session, &Session::momentChanged, this, &MainWindow::showFindings);
    connect(m_session, &Session::editRefused, this, [this](const std::string& key, const core::Faults& faults) {
        if (!m_sidebar->showFaults(key, faults))
            m_message->showMessage(faultTexts(faults).join(QLatin1Char('\n')));
    });
    connect(m_session, &Session::trainerFaulted, this, [this](const core::Faults& faults) {
        m_message->showMessage(tr("Training had to stop. %1 Change a setting or press Restart to try again.")
                                   .arg(joinedSentences(faultTexts(faults))));
    });
}

void MainWindow::connectFlow()
{
    connect(m_document, &Document::changed, this, &MainWindow::showName);
    connect(m_document, &Document::fileUsed, this, &MainWindow::fillRecentFiles);
    connect(m_flow, &DocumentFlow::failed, this, [this](const QString& message) {
        m_message->showMessage(message);
        showName();
    });
    connect(m_import, &DataImport::failed, this, [this](const QString& message) { m_message->showMessage(message); });
    connect(m_compare, &CompareFlow::failed, this, [this](const QString& message) { m_message->showMessage(message); });
    connect(m_flow, &DocumentFlow::comparisonChosen, m_race, &RaceFlow::openFile);
    connect(m_race, &RaceFlow::failed, this, [this](const QString& message) { m_message->showMessage(message); });
    connect(m_race, &RaceFlow::saved, this,
            [this](const QString& message) { statusBar()->showMessage(message, kMessageMilliseconds); });
    connect(m_race, &RaceFlow::begun, this, [this] { m_dashboard->bringIntoSight(cardOf("race")); });
    connect(m_phases, &PhaseFlow::begun, this, [this] { m_dashboard->bringIntoSight(cardOf("phases")); });
    connect(m_code, &CodeExport::failed, this, [this](const QString& message) { m_message->showMessage(message); });
    connect(m_code, &CodeExport::finished, this,
            [this](const QString& message) { m_status->showMessage(message, kMessageMilliseconds); });
    connect(m_flow, &DocumentFlow::opened, this, [this] { m_message->clear(); });
    connect(m_flow, &DocumentFlow::saved, this, [this](const QString& path) {
        m_message->clear();
        m_status->showMessage(tr("Saved as %1").arg(path), kMessageMilliseconds);
    });
    QUndoStack* stack = &m_history->stack();
    connect(stack, &QUndoStack::indexChanged, this, &MainWindow::showUndo);
}

void MainWindow::edit(const core::Setting& setting)
{
    // Data from a file begins with the file. Asked for inside of the list, the question would come while it is open.
    if (setting == core::Setting{"data.source", std::string("csv")})
        QMetaObject::invokeMethod(m_import, &DataImport::open, Qt::QueuedConnection);
    else if (setting == core::Setting{"data.source", std::string("idx")})
        QMetaObject::invokeMethod(m_import, &DataImport::openPictures, Qt::QueuedConnection);
    else
        m_history->edit(setting);
}

void MainWindow::connectParts()
{
    connect(m_sidebar, &Sidebar::edited, this, &MainWindow::edit);
    connect(m_sidebar, &Sidebar::editingFinished, m_history, &EditHistory::endGesture);
    // A control that was refused shows what holds as soon as the hand has left it.
    connect(m_sidebar, &Sidebar::editingFinished, this, [this] { m_sidebar->showConfig(m_session->config()); });
    connect(m_dashboard, &Dashboard::layerPicked, m_session, &Session::selectLayer);
    connect(m_dashboard, &Dashboard::edited, m_history,
            qOverload<const core::Setting&, const QString&>(&EditHistory::edit));
    connect(m_dashboard, &Dashboard::unitWatched, m_session, &Session::watchUnit);
    connect(m_dashboard, &Dashboard::autopsyWanted, m_session, &Session::startAutopsy);
    connect(m_dashboard, &Dashboard::autopsyCancelled, m_session, &Session::cancelAutopsy);
    connect(m_dashboard, &Dashboard::editingFinished, m_history, &EditHistory::endGesture);
    connect(m_dashboard, &Dashboard::raceWanted, m_race, &RaceFlow::open);
    connect(m_dashboard, &Dashboard::raceCancelled, m_race, &RaceFlow::cancel);
    connect(m_dashboard, &Dashboard::phaseMapWanted, m_phases, &PhaseFlow::open);
    connect(m_dashboard, &Dashboard::phaseMapCancelled, m_phases, &PhaseFlow::cancel);
    connect(m_dashboard, &Dashboard::phasePageWanted, m_phases, &PhaseFlow::setPage);
    connect(m_dashboard, &Dashboard::costsWanted, m_session, &Session::measureCosts);
    connect(m_dashboard, &Dashboard::experimentWanted, m_race, &RaceFlow::watch);
    connect(m_sidebar, &Sidebar::layerPicked, m_session, &Session::selectLayer);
    connect(m_dashboard, &Dashboard::exportRequested, m_exporter, &Exporter::open);
    connect(m_dashboard, &Dashboard::copyPictureRequested, m_exporter, &Exporter::copyPicture);
    connect(m_dashboard, &Dashboard::copyTableRequested, m_exporter, &Exporter::copyTable);
    connect(m_dashboard, &Dashboard::frameNeeded, this, &MainWindow::showFrame);
    connect(m_diagnosis, &DiagnosisStrip::cureWanted, m_trial, &CureTrial::begin);
    connect(m_diagnosis, &DiagnosisStrip::frameNeeded, this, &MainWindow::showFindings);
    connect(m_invitation, &MessageBar::closed, this, [this] { inviteToFirstSteps(false); });
}

void MainWindow::showFindings()
{
    if (m_session->snapshot())
        m_diagnosis->show(m_session->frame());
}

void MainWindow::connectTimeline()
{
    connect(m_timeline, &Timeline::scrubbed, m_session, &Session::viewStep);
    connect(m_timeline, &Timeline::neighbourWanted, m_session, &Session::viewNeighbour);
    connect(m_timeline, &Timeline::liveWanted, m_session, &Session::returnToLive);
}

void MainWindow::makeExporter()
{
    ExporterSource source;
    source.frame = [this] { return m_session->snapshot() ? std::optional(m_session->frame()) : std::nullopt; };
    source.view = [this] { return m_dashboard->view(); };
    source.cardTitles = [this] { return cardTitles(); };
    source.earlier.steps = [this] {
        const core::SnapshotHistory& moments = m_session->moments();
        std::vector<std::int64_t> steps(moments.size());
        for (std::size_t at = 0; at < steps.size(); ++at)
            steps[at] = moments.step(at);
        return steps;
    };
    source.earlier.at = [this](std::size_t index) { return m_session->moments().at(index); };
    m_exporter = new Exporter(std::move(source), this);
    connect(m_exporter, &Exporter::finished, this,
            [this](const QString& message) { statusBar()->showMessage(message, kMessageMilliseconds); });
}

} // namespace ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/MainWindow.h"

#include "core/io/ConfigJson.h"
#include "ui/CodeExport.h"
#include "ui/CompareFlow.h"
#include "ui/CureTrial.h"
#include "ui/DataImport.h"
#include "ui/DocumentFlow.h"
#include "ui/Exporter.h"
#include "ui/PhaseFlow.h"
#include "ui/RaceFlow.h"
#include "ui/Session.h"
#include "ui/base/FaultWords.h"
#include "ui/base/Words.h"
#include "ui/controls/ContenderBar.h"
#include "ui/controls/RunBar.h"
#include "ui/controls/Sidebar.h"
#include "ui/controls/StatusLine.h"
#include "ui/panels/Dashboard.h"
#include "ui/widgets/DiagnosisStrip.h"
#include "ui/widgets/MessageBar.h"
#include "ui/widgets/Timeline.h"
#include "ui/widgets/TrialBar.h"

#include <QApplication>
#include <QCloseEvent>
#include <QKeyEvent>
#include <QMimeData>
#include <QTimer>
#include <QUrl>

#include <utility>

namespace ui
{

namespace
{

constexpr QSize kFirstWindowSize{1440, 900};
constexpr QSize kSmallestWindowSize{960, 600};
constexpr double kWindowTextSize = 13;

const QString kTheme = QStringLiteral("theme");
const QString kLanguage = QStringLiteral("language");
const QString kFirstStepsClosed = QStringLiteral("first_steps_closed");

QString droppedFile(const QMimeData& data)
{
    const QList<QUrl> urls = data.urls();
    return urls.size() == 1 ? urls.front().toLocalFile() : QString();
}

} // namespace

MainWindow::MainWindow(WindowSetup setup, WindowStart start, QWidget* parent)
    : QMainWindow(parent)
    , m_setup(std::move(setup))
    , m_preferences(m_setup.preferencesFile)
    , m_memory(m_preferences)
    , m_session(new Session(m_setup.resources, this))
    , m_history(new EditHistory(*m_session, this))
    , m_document(new Document(*m_session, *m_history, m_presets, m_setup.recoveryFolder, this))
    , m_flow(new DocumentFlow(*m_document, m_preferences, *this))
    , m_import(new DataImport(*m_session, *m_history, m_preferences, *this))
    , m_code(new CodeExport(*m_session, m_setup.resources, m_preferences, *this))
    , m_trial(new CureTrial(*m_session, *m_history, this))
    , m_compare(new CompareFlow(*m_session, *m_history, *this))
    , m_race(new RaceFlow(*m_session, *m_history, *this))
    , m_phases(new PhaseFlow(*m_session, *this))
{
    useRememberedLanguage();
    const QString theme = m_preferences.text(kTheme);
    m_theme = theme.isEmpty() ? Theme::ofSystem() : Theme::kindOf(theme);
    setMinimumSize(kSmallestWindowSize);
    resize(kFirstWindowSize);
    setAcceptDrops(true);
    m_presets = readPresets(m_setup.resources, m_setup.presets);
    makeExporter();
    makeParts();
    connectSession();
    connectFlow();
    m_memory.restore(*this, *m_dashboard, *m_sidebar);
    if (!m_preferences.setAside().isEmpty())
        m_message->showMessage(tr("The file with the window's settings was damaged and has been set aside as %1. "
                                  "Everything begins with its defaults.")
                                   .arg(m_preferences.setAside()));
    m_flow->begin(std::move(start.config), start.file);
    showInvitation();
}

MainWindow::~MainWindow()
{
    hide(); // An editor loses the focus and finishes: the window must still be whole to hear it.
}

void MainWindow::useRememberedLanguage()
{
    const QString remembered = m_preferences.text(kLanguage);
    if (m_setup.languageIsGiven || remembered.isEmpty() || !m_setup.languages.choose)
        return;
    m_setup.languages.choose(remembered); // what cannot be shown here any more gives way to what is shown already
}

QStringList MainWindow::cardTitles() const
{
    QStringList titles;
    for (int card = 0; card < m_dashboard->cardCount(); ++card)
        titles << m_dashboard->panel(card).title();
    return titles;
}

void MainWindow::setTheme(ThemeKind kind)
{
    if (std::exchange(m_theme, kind) != kind)
        m_preferences.set(kTheme, Theme::of(kind).id());
    const Theme& theme = Theme::of(kind);
    QApplication::setFont(themeFont(theme.scaled(kWindowTextSize)));
    QApplication::setPalette(theme.palette());
    qApp->setStyleSheet(theme.styleSheet());
    m_sidebar->setTheme(theme);
    m_bar->setTheme(theme);
    m_diagnosis->setTheme(theme);
    m_trialBar->setTheme(theme);
    m_contenderBar->setTheme(theme);
    m_dashboard->setTheme(theme);
    m_timeline->setTheme(theme);
    m_actions->showTheme(kind);
}

void MainWindow::setLanguage(const QString& id)
{
    if (const QString reason = m_setup.languages.choose(id); !reason.isEmpty()) {
        m_message->showMessage(reason);
        fillLanguages(); // the one that holds is the one that is ticked
        return;
    }
    m_preferences.set(kLanguage, id);
    remakeParts();
}

void MainWindow::showName()
{
    const QString name = m_document->name();
    m_status->setExperiment(name, m_document->varied());
    const PresetEntry* preset = m_document->preset();
    m_bar->showPreset(preset ? preset->name : std::string());
    setWindowModified(m_document->modified());
    const QString shown = name.isEmpty() ? tr("New experiment") : name;
    setWindowTitle(tr("%1 – Actiscope").arg(shown + QStringLiteral("[*]")));
    setWindowFilePath(m_document->path());
}

void MainWindow::showFrame()
{
    if (!m_session->snapshot())
        return;
    m_dashboard->show(m_session->frame());
    m_timeline->show(m_session->frame());
    m_sidebar->showLayer(m_session->frame().selectedLayer);
    // While playing, the numbers change four times a second, so that they can be read.
    if (!m_session->playing())
        showRun();
}

void MainWindow::showConfig()
{
    const core::ExperimentConfig& config = m_session->config();
    m_sidebar->clearFaults();
    m_sidebar->showConfig(config);
    m_bar->showPace(config.training.stepsPerSecond);
    showName();
    showRun();
}

void MainWindow::showRun()
{
    m_bar->showPlaying(m_session->playing());
    m_actions->action(Command::Live)->setEnabled(!m_session->isLive());
    if (m_session->isLive())
        m_status->showRun(m_session->snapshot(), m_session->playing(), m_session->stepsPerSecond());
    else
        m_status->showMoment(m_session->frame().snapshot.step, m_session->snapshot()->step, m_session->playing());
}

void MainWindow::showMoment()
{
    // The finger is followed at once; the cards follow with the next frame.
    m_timeline->show(m_session->frame());
    showRun();
}

void MainWindow::inviteToFirstSteps(bool invited)
{
    m_preferences.set(kFirstStepsClosed, !invited);
    showInvitation();
}

void MainWindow::showInvitation()
{
    m_invitation->showMessage(
        m_preferences.isSet(kFirstStepsClosed)
            ? QString()
            : tr("Welcome! Eight sigmoid layers are training here, and hardly learn: on its way back the gradient "
                 "vanishes. Drag “Depth” at the left down to 2 and watch it come back. Then set it to 8 again, and "
                 "change the activation from Sigmoid to ReLU."));
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    if (!m_flow->mayGo()) {
        event->ignore();
        return;
    }
    m_flow->rememberLast();
    m_memory.keep(*this, *m_dashboard, *m_sidebar);
    QMainWindow::closeEvent(event);
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event)
{
    if (!droppedFile(*event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event)
{
    event->acceptProposedAction();
    // Asking inside of a drop would hold up the program that it comes from.
    QTimer::singleShot(0, this, [this, path = droppedFile(*event->mimeData())] { openFile(path); });
}

void MainWindow::openFile(const QString& path)
{
    if (DataImport::isDataFile(path))
        m_import->openFile(path);
    else
        m_flow->openFile(path);
}

void MainWindow::keyPressEvent(QKeyEvent* event)
{
    // Only what no control has wanted for itself comes here: Space on a check box still is the check box's.
    if (!m_actions->triggerByKey(*event))
        QMainWindow::keyPressEvent(event);
}

} // namespace ui

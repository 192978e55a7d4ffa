// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/MainWindow.h"

#include "core/io/ConfigJson.h"
#include "core/train/ConfigCheck.h"
#include "ui/Session.h"
#include "ui/base/FaultWords.h"
#include "ui/base/Words.h"
#include "ui/controls/Sidebar.h"
#include "ui/controls/StatusLine.h"
#include "ui/panels/Dashboard.h"
#include "ui/widgets/MessageBar.h"

#include <QApplication>
#include <QKeyEvent>
#include <QPalette>
#include <QShortcut>
#include <QVBoxLayout>

namespace ui
{

namespace
{

constexpr QSize kFirstSize{1440, 900};
constexpr QSize kSmallestSize{960, 600};

std::vector<PresetEntry> readPresets(const core::ResourceReader& resources, const QStringList& names)
{
    std::vector<PresetEntry> presets;
    for (const QString& name : names) {
        const auto text = resources("experiments/" + name.toStdString() + ".json");
        const auto config = core::parseExperiment(text.value_or(std::string()));
        if (config)
            presets.push_back({name.toStdString(), fromCore(config.value().title)});
    }
    return presets;
}

} // namespace

MainWindow::MainWindow(core::ResourceReader resources, const QStringList& presets, core::ExperimentConfig start,
                       QWidget* parent)
    : QMainWindow(parent)
    , m_presets(readPresets(resources, presets))
    , m_session(new Session(std::move(resources), this))
    , m_dashboard(new Dashboard(this))
    , m_sidebar(new Sidebar(this))
    , m_message(new MessageBar(this))
    , m_status(new StatusLine(this))
{
    layOut(cardTitles());
    connectBar();
    connectSession();
    connectParts();
    const bool darkSystem = QApplication::palette().color(QPalette::Window).lightness() < 128;
    setTheme(darkSystem ? ThemeKind::Dark : ThemeKind::Light);
    m_opened = start;
    m_session->open(std::move(start));
    showPresetOf(m_opened);
}

MainWindow::~MainWindow() = default;

void MainWindow::layOut(const QStringList& cardTitles)
{
    m_bar = new RunBar(m_presets, cardTitles, this);
    addToolBar(Qt::TopToolBarArea, m_bar);
    auto* middle = new QWidget(this);
    auto* row = new QHBoxLayout(middle);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_sidebar);
    auto* column = new QVBoxLayout;
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_message);
    column->addWidget(m_dashboard, 1);
    row->addLayout(column, 1);
    setCentralWidget(middle);
    setStatusBar(m_status);
    // At first no button has the focus, so that the window's own keys work.
    m_dashboard->setFocusPolicy(Qt::ClickFocus);
    m_dashboard->setFocus();
    setMinimumSize(kSmallestSize);
    resize(kFirstSize);
}

QStringList MainWindow::cardTitles() const
{
    QStringList titles;
    for (int card = 0; card < m_dashboard->cardCount(); ++card)
        titles << m_dashboard->panel(card).title();
    return titles;
}

void MainWindow::connectBar()
{
    connect(m_bar, &RunBar::presetChosen, this, &MainWindow::openPreset);
    connect(m_bar, &RunBar::playToggled, this, [this] { m_session->setPlaying(!m_session->playing()); });
    connect(m_bar, &RunBar::stepWanted, m_session, &Session::step);
    connect(m_bar, &RunBar::restartWanted, m_session, &Session::restart);
    connect(m_bar, &RunBar::newSeedWanted, m_session, &Session::newSeed);
    connect(m_bar, &RunBar::paceEdited, this, [this](double stepsPerSecond) {
        m_session->edit({"training.steps_per_second", stepsPerSecond});
    });
    connect(m_bar, &RunBar::themeToggled, this,
            [this] { setTheme(m_theme == ThemeKind::Light ? ThemeKind::Dark : ThemeKind::Light); });
    connect(m_bar, &RunBar::exportWanted, this, [this](int card) { exportFigure(card); });
}

void MainWindow::connectSession()
{
    connect(m_session, &Session::frameChanged, this, &MainWindow::showFrame);
    connect(m_session, &Session::configChanged, this, &MainWindow::showConfig);
    connect(m_session, &Session::stateChanged, this, &MainWindow::showRun);
    connect(m_session, &Session::editRefused, this, [this](const std::string& key, const core::Faults& faults) {
        if (!m_sidebar->showFaults(key, faults))
            m_message->showMessage(faultTexts(faults).join(QLatin1Char('\n')));
    });
    connect(m_session, &Session::trainerFaulted, this, [this](const core::Faults& faults) {
        m_message->showMessage(tr("Training had to stop. %1 Change a setting or press Restart to try again.")
                                   .arg(faultTexts(faults).join(QLatin1Char(' '))));
    });
}

void MainWindow::connectParts()
{
    connect(m_sidebar, &Sidebar::edited, m_session, &Session::edit);
    // A control that was refused shows what holds as soon as the hand has left it.
    connect(m_sidebar, &Sidebar::editingFinished, this, [this] { m_sidebar->showConfig(m_session->config()); });
    connect(m_dashboard, &Dashboard::layerPicked, m_session, &Session::selectLayer);
    connect(m_dashboard, &Dashboard::exportRequested, this, &MainWindow::exportFigure);
    connect(m_dashboard, &Dashboard::frameNeeded, this, &MainWindow::showFrame);
    auto* exportKey = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_E), this);
    connect(exportKey, &QShortcut::activated, this, [this] { exportFigure(m_lastExport.card); });
    auto* fullScreenKey = new QShortcut(QKeySequence(Qt::Key_F11), this);
    connect(fullScreenKey, &QShortcut::activated, this, &MainWindow::toggleFullScreen);
}

void MainWindow::setTheme(ThemeKind kind)
{
    m_theme = kind;
    const Theme& theme = Theme::of(kind);
    QApplication::setPalette(theme.palette());
    qApp->setStyleSheet(theme.styleSheet());
    m_bar->setTheme(theme);
    m_dashboard->setTheme(theme);
}

void MainWindow::openPreset(const std::string& name)
{
    m_message->clear();
    const core::Outcome outcome = m_session->openPreset(name);
    if (outcome) {
        m_opened = m_session->config();
        showExperimentName();
        showRun();
    } else {
        m_message->showMessage(faultTexts(outcome.faults()).join(QLatin1Char('\n')));
    }
    m_bar->showPreset(name);
}

void MainWindow::showPresetOf(const core::ExperimentConfig& config)
{
    for (const PresetEntry& preset : m_presets)
        if (preset.title == fromCore(config.title))
            m_bar->showPreset(preset.name);
}

void MainWindow::showExperimentName()
{
    const auto compared = [](core::ExperimentConfig config) {
        config.training.stepsPerSecond = 0; // another pace makes no other experiment
        return config;
    };
    const QString title = fromCore(m_opened.title);
    m_status->setExperiment(title, !(compared(m_session->config()) == compared(m_opened)));
    setWindowTitle(title.isEmpty() ? tr("Actiscope") : tr("%1 – Actiscope").arg(title));
}

void MainWindow::showFrame()
{
    if (!m_session->snapshot())
        return;
    m_dashboard->show(m_session->frame());
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
    showExperimentName();
    showRun();
}

void MainWindow::showRun()
{
    m_bar->showPlaying(m_session->playing());
    m_status->showRun(m_session->snapshot(), m_session->playing(), m_session->stepsPerSecond());
}

void MainWindow::toggleFullScreen()
{
    setWindowState(windowState() ^ Qt::WindowFullScreen);
}

void MainWindow::exportFigure(int card, const QString& format)
{
    if (!m_session->snapshot())
        return;
    ExportRequest proposal = m_lastExport;
    proposal.card = card;
    proposal.options.view = m_dashboard->view();
    if (!format.isEmpty())
        proposal.options.formats = {format};
    ExportDialog dialog(cardTitles(), proposal, this);
    connect(&dialog, &ExportDialog::saveWanted, this, [this, &dialog] { saveFigure(dialog); });
    dialog.exec();
}

void MainWindow::saveFigure(ExportDialog& dialog)
{
    const ExportRequest request = dialog.request();
    const core::Outcome outcome = writeFigure(m_session->frame(), request.card, request.options, request.path);
    if (!outcome) {
        dialog.showMessage(faultTexts(outcome.faults()).join(QLatin1Char('\n')));
        return;
    }
    m_lastExport = request;
    dialog.accept();
    m_status->showMessage(tr("Saved as %1").arg(request.path), 6000);
}

void MainWindow::keyPressEvent(QKeyEvent* event)
{
    // Only what no control has wanted for itself comes here: Space on a check box still is the check box's.
    if (event->modifiers() == Qt::NoModifier && event->key() == Qt::Key_Space)
        m_session->setPlaying(!m_session->playing());
    else if (event->modifiers() == Qt::NoModifier && event->key() == Qt::Key_Right)
        m_session->step();
    else if (event->modifiers() == Qt::NoModifier && event->key() == Qt::Key_R)
        m_session->restart();
    else
        QMainWindow::keyPressEvent(event);
}

} // namespace ui

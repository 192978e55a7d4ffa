// SPDX-License-Identifier: GPL-3.0-or-later
// The part of MainWindow that has to do with menus: what each action sets going.
#include "ui/CodeExport.h"
#include "ui/CompareFlow.h"
#include "ui/DataImport.h"
#include "ui/DocumentFlow.h"
#include "ui/Exporter.h"
#include "ui/MainWindow.h"
#include "ui/PhaseFlow.h"
#include "ui/RaceFlow.h"
#include "ui/Session.h"
#include "ui/dialogs/ShortcutSheet.h"
#include "ui/panels/Dashboard.h"
#include "ui/widgets/MessageBar.h"

#include <QActionGroup>
#include <QApplication>
#include <QFileInfo>
#include <QMenu>
#include <QMessageBox>

#include <utility>

namespace ui
{

void MainWindow::connectActions()
{
    const auto on = [this](Command command, auto&& slot) {
        connect(m_actions->action(command), &QAction::triggered, this, slot);
    };
    on(Command::NewFile, [this] { m_flow->makeNew(); });
    on(Command::OpenFile, [this] { m_flow->open(); });
    on(Command::Save, [this] { m_flow->save(); });
    on(Command::SaveAs, [this] { m_flow->saveAs(); });
    on(Command::ImportData, [this] { m_import->open(); });
    on(Command::Export, [this] { m_exporter->openAgain(); });
    on(Command::ExportCode, [this] { m_code->open(m_document->name()); });
    on(Command::Quit, [this] { close(); });
    on(Command::Undo, [this] { m_history->stack().undo(); });
    on(Command::Redo, [this] { m_history->stack().redo(); });
    on(Command::CopyPicture, [this] { m_exporter->copyPicture(m_dashboard->currentCard()); });
    on(Command::CopyTable, [this] { m_exporter->copyTable(m_dashboard->currentCard()); });
    on(Command::DrawPoints, [this] { m_dashboard->startDrawing(); });
    on(Command::Play, [this] { m_session->setPlaying(!m_session->playing()); });
    on(Command::Step, [this] { m_session->isLive() ? m_session->step() : m_session->viewNeighbour(1); });
    on(Command::Restart, [this] { m_session->restart(); });
    on(Command::NewSeed, [this] { m_history->newSeed(); });
    on(Command::EarlierMoment, [this] { m_session->viewNeighbour(-1); });
    on(Command::FirstMoment, [this] { m_session->viewFirst(); });
    on(Command::Live, [this] { m_session->returnToLive(); });
    on(Command::CompareWith, [this] { m_compare->open(); });
    on(Command::Race, [this] { m_race->open(); });
    on(Command::CancelRace, [this] { m_race->cancel(); });
    on(Command::SaveRace,
       [this] { m_race->save(m_setup.languages.current ? m_setup.languages.current() : QStringLiteral("en")); });
    on(Command::PhaseMap, [this] { m_phases->open(); });
    on(Command::CancelPhaseMap, [this] { m_phases->cancel(); });
    on(Command::AllCards, [this] { m_dashboard->setMaximizedCard(-1); });
    on(Command::FreezeAxes, [this](bool frozen) { m_dashboard->setFrozen(frozen); });
    connect(m_dashboard, &Dashboard::frozenChanged, this,
            [this] { m_actions->action(Command::FreezeAxes)->setChecked(m_dashboard->isFrozen()); });
    on(Command::FullScreen, [this] { toggleFullScreen(); });
    on(Command::FirstSteps, [this] { inviteToFirstSteps(true); });
    on(Command::Shortcuts, [this] { ShortcutSheet(m_actions->shortcuts(), this).exec(); });
    on(Command::About, [this] { showAbout(); });
    for (int card = 0; card < m_dashboard->cardCount(); ++card)
        connect(m_actions->cardAction(card), &QAction::triggered, this,
                [this, card] { m_dashboard->setMaximizedCard(m_dashboard->maximizedCard() == card ? -1 : card); });
    connect(m_actions, &Actions::themeChosen, this, &MainWindow::setTheme);
    showUndo();
}

void MainWindow::showUndo()
{
    const QUndoStack& stack = m_history->stack();
    const auto show = [](QAction* action, bool possible, const QString& plain, const QString& named,
                         const QString& name) {
        action->setEnabled(possible);
        action->setText(possible && !name.isEmpty() ? named.arg(name) : plain);
    };
    show(m_actions->action(Command::Undo), stack.canUndo(), tr("&Undo"), tr("&Undo “%1”"), stack.undoText());
    show(m_actions->action(Command::Redo), stack.canRedo(), tr("&Redo"), tr("&Redo “%1”"), stack.redoText());
}

void MainWindow::fillRecentFiles()
{
    QMenu* menu = m_actions->submenu(Submenu::RecentFiles);
    menu->clear();
    const QStringList files = m_preferences.recentFiles();
    for (const QString& path : files) {
        QAction* action = menu->addAction(QFileInfo(path).fileName());
        action->setToolTip(path);
        connect(action, &QAction::triggered, this, [this, path] { m_flow->openFile(path); });
    }
    menu->setToolTipsVisible(true);
    menu->setEnabled(!files.isEmpty());
    if (files.isEmpty())
        return;
    menu->addSeparator();
    connect(menu->addAction(tr("Forget these files")), &QAction::triggered, this, [this] {
        m_preferences.clearRecentFiles();
        fillRecentFiles();
    });
}

void MainWindow::fillLanguages()
{
    QMenu* menu = m_actions->submenu(Submenu::Language);
    menu->clear();
    menu->menuAction()->setVisible(m_setup.languages.entries.size() > 1);
    const QString current = m_setup.languages.current ? m_setup.languages.current() : QString();
    auto* group = new QActionGroup(menu);
    for (const LanguageEntry& language : m_setup.languages.entries) {
        QAction* action = menu->addAction(language.name);
        action->setCheckable(true);
        action->setChecked(language.id == current);
        group->addAction(action);
        // The menu itself is made anew in the new language: not while it is still open.
        connect(
            action, &QAction::triggered, this, [this, id = language.id] { setLanguage(id); }, Qt::QueuedConnection);
    }
}

void MainWindow::toggleFullScreen()
{
    setWindowState(windowState() ^ Qt::WindowFullScreen);
}

void MainWindow::showAbout()
{
    QMessageBox::about(
        this, tr("About Actiscope"),
        tr("<h3>Actiscope %1</h3><p>A desktop microscope for activation functions.</p>"
           "<p>Free software under the GNU General Public License, version 3 or later. What you make with it "
           "(figures, reports, code) is yours.</p>"
           "<p>The data sets are under CC BY 4.0, the typeface Inter under the SIL Open Font License 1.1.</p>")
            .arg(QApplication::applicationVersion()));
}

} // namespace ui

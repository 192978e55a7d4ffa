// SPDX-License-Identifier: GPL-3.0-or-later
// The part of MainWindow that makes its parts and lays them out, also anew in another language.
#include "ui/CompareFlow.h"
#include "ui/CureTrial.h"
#include "ui/MainWindow.h"
#include "ui/RaceFlow.h"
#include "ui/controls/Actions.h"
#include "ui/controls/ContenderBar.h"
#include "ui/controls/RunBar.h"
#include "ui/controls/Sidebar.h"
#include "ui/controls/StatusLine.h"
#include "ui/panels/Dashboard.h"
#include "ui/widgets/DiagnosisStrip.h"
#include "ui/widgets/MessageBar.h"
#include "ui/widgets/Timeline.h"
#include "ui/widgets/TrialBar.h"

#include <QMenuBar>
#include <QVBoxLayout>

#include <utility>

namespace ui
{

void MainWindow::makeParts()
{
    m_dashboard = new Dashboard;
    m_sidebar = new Sidebar;
    m_message = new MessageBar(MessageBar::Kind::Fault);
    m_invitation = new MessageBar(MessageBar::Kind::Invitation);
    m_diagnosis = new DiagnosisStrip;
    m_trialBar = new TrialBar;
    m_trial->setBar(m_trialBar);
    m_contenderBar = new ContenderBar;
    m_compare->setBar(m_contenderBar);
    m_status = new StatusLine;
    m_timeline = new Timeline;
    m_race->offer(readComparisons(m_setup.resources, m_setup.comparisons));
    m_bar = new RunBar(m_presets, cardTitles());
    auto* menus = new QMenuBar;
    m_actions = new Actions(*menus, cardTitles(), menus);
    setMenuBar(menus);
    layOut();
    connectBar();
    connectParts();
    connectTimeline();
    connectActions();
    fillLanguages();
    fillRecentFiles();
    setTheme(m_theme);
}

void MainWindow::layOut()
{
    addToolBar(Qt::TopToolBarArea, m_bar);
    auto* middle = new QWidget;
    auto* row = new QHBoxLayout(middle);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_sidebar);
    auto* column = new QVBoxLayout;
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto* messages = new QVBoxLayout;
    messages->setContentsMargins(8, 0, 8, 0);
    messages->setSpacing(8);
    messages->addWidget(m_message);
    messages->addWidget(m_invitation);
    messages->addWidget(m_diagnosis);
    messages->addWidget(m_trialBar);
    messages->addWidget(m_contenderBar);
    column->addLayout(messages);
    column->addWidget(m_dashboard, 1);
    column->addWidget(m_timeline);
    row->addLayout(column, 1);
    setCentralWidget(middle);
    setStatusBar(m_status);
    // At first no button has the focus, so that the window's own keys work.
    m_dashboard->setFocusPolicy(Qt::ClickFocus);
    m_dashboard->setFocus();
}

void MainWindow::remakeParts()
{
    const QByteArrayList arrangement = m_dashboard->arrangement();
    const DashboardView view = m_dashboard->view();
    const QString folding = m_sidebar->folding();
    const int maximized = m_dashboard->maximizedCard();
    removeToolBar(m_bar);
    delete std::exchange(m_bar, nullptr);
    m_presets = readPresets(m_setup.resources, m_setup.presets);
    makeParts(); // the others are replaced, and deleted by the window
    m_dashboard->setArrangement(arrangement);
    m_dashboard->setView(view);
    m_dashboard->setMaximizedCard(maximized);
    m_sidebar->setFolding(folding);
    showConfig();
    showUndo();
    showInvitation();
    showFrame();
}

} // namespace ui

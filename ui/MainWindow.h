// SPDX-License-Identifier: GPL-3.0-or-later
// The window: menus, toolbar, sidebar, cards and status line, and the wires between them and the session. Nothing is
// computed, drawn or worded here that one of its parts could do. The parts read their words when they are made; another
// language makes them anew, while session, document and history go on. Made by app, lives on the GUI thread.
#pragma once

#include "core/analysis/Cures.h"
#include "core/config/ExperimentConfig.h"
#include "core/data/Dataset.h"
#include "ui/Document.h"
#include "ui/EditHistory.h"
#include "ui/WindowMemory.h"
#include "ui/base/Languages.h"
#include "ui/base/Preferences.h"
#include "ui/base/Theme.h"
#include "ui/controls/Actions.h"

#include <QMainWindow>
#include <QStringList>

#include <string>
#include <vector>

namespace ui
{

class CodeExport;
class CompareFlow;
class ContenderBar;
class CureTrial;
class Dashboard;
class DataImport;
class DiagnosisStrip;
class DocumentFlow;
class Exporter;
class MessageBar;
class PhaseFlow;
class RaceFlow;
class RunBar;
class Session;
class Sidebar;
class StatusLine;
class Timeline;
class TrialBar;

/// What the program hands down to its window.
struct WindowSetup {
    core::ResourceReader resources;
    QStringList presets;       ///< the names of the bundled experiments, which `resources` brings
    QString preferencesFile{}; ///< empty: nothing is remembered
    QString recoveryFolder{};  ///< empty: nothing survives a crash
    Languages languages{};
    bool languageIsGiven = false; ///< for this time, whatever was chosen the last time
    QStringList comparisons{};    ///< the names of the bundled ones, which `resources` brings
};

/// What the window begins with.
struct WindowStart {
    core::ExperimentConfig config;
    QString file{}; ///< that it was read from; empty: anything left or opened the last time comes before it
};

class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    MainWindow(WindowSetup setup, WindowStart start, QWidget* parent = nullptr);
    ~MainWindow() override;

    [[nodiscard]] Session& session() const { return *m_session; }
    [[nodiscard]] Document& document() const { return *m_document; }
    [[nodiscard]] DocumentFlow& documentFlow() const { return *m_flow; }
    [[nodiscard]] DataImport& dataImport() const { return *m_import; }
    [[nodiscard]] CodeExport& codeExport() const { return *m_code; }
    [[nodiscard]] EditHistory& history() const { return *m_history; }
    [[nodiscard]] Actions& actions() const { return *m_actions; }
    [[nodiscard]] Sidebar& sidebar() const { return *m_sidebar; }
    [[nodiscard]] Dashboard& dashboard() const { return *m_dashboard; }
    [[nodiscard]] RunBar& runBar() const { return *m_bar; }
    [[nodiscard]] StatusLine& statusLine() const { return *m_status; }
    [[nodiscard]] Timeline& timeline() const { return *m_timeline; }
    [[nodiscard]] MessageBar& messageBar() const { return *m_message; }
    [[nodiscard]] Exporter& exporter() const { return *m_exporter; }
    [[nodiscard]] DiagnosisStrip& diagnosis() const { return *m_diagnosis; }
    [[nodiscard]] TrialBar& trialBar() const { return *m_trialBar; }
    [[nodiscard]] ContenderBar& contenderBar() const { return *m_contenderBar; }
    [[nodiscard]] MessageBar& invitation() const { return *m_invitation; }
    void setTheme(ThemeKind kind);
    [[nodiscard]] ThemeKind theme() const { return m_theme; }
    void setLanguage(const QString& id);
    /// An experiment, a comparison or data, whichever it is.
    void openFile(const QString& path);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void closeEvent(QCloseEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void useRememberedLanguage();
    void makeExporter();
    void makeParts();
    void remakeParts();
    void layOut();
    void connectBar();
    void connectSession();
    void connectParts();
    void connectFlow();
    void connectTimeline();
    void connectActions();
    void edit(const core::Setting& setting);
    void fillLanguages();
    void fillRecentFiles();
    void showFrame();
    void showConfig();
    void showRun();
    void showMoment();
    void showFindings();
    void showName();
    void showUndo();
    void inviteToFirstSteps(bool invited);
    void showInvitation();
    void showAbout();
    void toggleFullScreen();
    [[nodiscard]] QStringList cardTitles() const;

    WindowSetup m_setup;
    Preferences m_preferences;
    WindowMemory m_memory;
    std::vector<PresetEntry> m_presets;
    ThemeKind m_theme = ThemeKind::Light;

    Session* m_session;
    EditHistory* m_history;
    Document* m_document;
    DocumentFlow* m_flow;
    DataImport* m_import;
    CodeExport* m_code;
    CureTrial* m_trial;
    CompareFlow* m_compare;
    RaceFlow* m_race;
    PhaseFlow* m_phases;
    Exporter* m_exporter = nullptr;

    // Made anew with every language:
    Actions* m_actions = nullptr;
    Dashboard* m_dashboard = nullptr;
    Sidebar* m_sidebar = nullptr;
    RunBar* m_bar = nullptr;
    MessageBar* m_message = nullptr;
    MessageBar* m_invitation = nullptr;
    DiagnosisStrip* m_diagnosis = nullptr;
    TrialBar* m_trialBar = nullptr;
    ContenderBar* m_contenderBar = nullptr;
    StatusLine* m_status = nullptr;
    Timeline* m_timeline = nullptr;
};

} // namespace ui

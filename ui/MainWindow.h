// SPDX-License-Identifier: GPL-3.0-or-later
// The window: toolbar, sidebar, cards and status line, and the wires between them and the session. Nothing is computed,
// drawn or worded here that one of its parts could do. Made by app, lives on the GUI thread.
#pragma once

#include "core/config/ExperimentConfig.h"
#include "core/data/Dataset.h"
#include "ui/base/Theme.h"
#include "ui/controls/RunBar.h"
#include "ui/dialogs/ExportDialog.h"

#include <QMainWindow>
#include <QStringList>

#include <string>
#include <vector>

namespace ui
{

class Dashboard;
class MessageBar;
class Session;
class Sidebar;
class StatusLine;

class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    /// Begins to train `start` at once. `presets` are the names of the bundled experiments, which `resources` brings.
    MainWindow(core::ResourceReader resources, const QStringList& presets, core::ExperimentConfig start,
               QWidget* parent = nullptr);
    ~MainWindow() override;

    [[nodiscard]] Session& session() const { return *m_session; }
    [[nodiscard]] Sidebar& sidebar() const { return *m_sidebar; }
    [[nodiscard]] Dashboard& dashboard() const { return *m_dashboard; }
    [[nodiscard]] RunBar& runBar() const { return *m_bar; }
    [[nodiscard]] StatusLine& statusLine() const { return *m_status; }
    [[nodiscard]] MessageBar& messageBar() const { return *m_message; }
    void setTheme(ThemeKind kind);

public slots:
    void openPreset(const std::string& name);
    /// Opens the export dialog; `format` is "png", "svg", "pdf" or empty: as the last time.
    void exportFigure(int card, const QString& format = QString());

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void layOut(const QStringList& cardTitles);
    void connectBar();
    void connectSession();
    void connectParts();
    void showFrame();
    void showConfig();
    void showRun();
    void showExperimentName();
    void showPresetOf(const core::ExperimentConfig& config);
    void saveFigure(ExportDialog& dialog);
    void toggleFullScreen();
    [[nodiscard]] QStringList cardTitles() const;

    std::vector<PresetEntry> m_presets;
    core::ExperimentConfig m_opened; ///< the experiment as it was opened, to tell whether it has been varied
    ThemeKind m_theme = ThemeKind::Light;
    ExportRequest m_lastExport;

    Session* m_session;
    Dashboard* m_dashboard;
    Sidebar* m_sidebar;
    RunBar* m_bar = nullptr;
    MessageBar* m_message;
    StatusLine* m_status;
};

} // namespace ui

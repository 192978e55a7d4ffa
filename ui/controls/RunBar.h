// SPDX-License-Identifier: GPL-3.0-or-later
// The toolbar: which experiment, play and pause, one step, again, another seed, how fast, the theme, and export. Emits
// what the user wants and shows what it is told. Used by MainWindow, on the GUI thread.
#pragma once

#include "ui/base/PresetEntry.h"
#include "ui/base/Theme.h"

#include <QStringList>
#include <QToolBar>

#include <string>
#include <vector>

class QComboBox;
class QToolButton;

namespace ui
{

class PaceSlider;

class RunBar : public QToolBar
{
    Q_OBJECT

public:
    RunBar(const std::vector<PresetEntry>& presets, const QStringList& cardTitles, QWidget* parent = nullptr);

    void showPreset(const std::string& name);
    void showPlaying(bool playing);
    void showPace(double stepsPerSecond);
    void setTheme(const Theme& theme);

signals:
    void presetChosen(const std::string& name);
    void playToggled();
    void stepWanted();
    void restartWanted();
    void newSeedWanted();
    void paceEdited(double stepsPerSecond);
    void paceEditingFinished();
    /// Another run is to go on beside this one.
    void compareWanted();
    void themeToggled();
    /// The card with this number, −1: the whole dashboard, −2: all cards in files of their own.
    void exportWanted(int card);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    QToolButton* addButton(const QString& name, const QString& text, const QString& help);
    void addExportMenu(const QStringList& cardTitles);
    void fitPlayButton();
    void fitWidth();

    std::vector<PresetEntry> m_presets;
    QComboBox* m_preset;
    QToolButton* m_play;
    QToolButton* m_step;
    QToolButton* m_restart;
    QToolButton* m_newSeed;
    PaceSlider* m_pace;
    QToolButton* m_compare;
    QToolButton* m_theme;
    QToolButton* m_export = nullptr;
    bool m_playing = false;
    QColor m_iconColor;
    QColor m_playIconColor;
};

} // namespace ui

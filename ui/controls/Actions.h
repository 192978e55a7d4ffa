// SPDX-License-Identifier: GPL-3.0-or-later
// Everything that can be commanded, as one table: its words, its menu, its keys. Menus, keys and the sheet of shortcuts
// are made from it. It does nothing itself: MainWindow connects each action. GUI thread.
#pragma once

#include "ui/base/ShortcutLine.h"
#include "ui/base/Theme.h"

#include <QAction>
#include <QList>
#include <QObject>
#include <QStringList>

#include <map>
#include <vector>

class QKeyEvent;
class QMenu;
class QMenuBar;

namespace ui
{

enum class Command {
    NewFile,
    OpenFile,
    Save,
    SaveAs,
    ImportData,
    Export,
    ExportCode,
    Quit,
    Undo,
    Redo,
    CopyPicture,
    CopyTable,
    DrawPoints,
    Play,
    Step,
    Restart,
    NewSeed,
    EarlierMoment,
    FirstMoment,
    Live,
    CompareWith,
    Race,
    CancelRace,
    SaveRace,
    PhaseMap,
    CancelPhaseMap,
    AllCards,
    FreezeAxes,
    FullScreen,
    FirstSteps,
    Shortcuts,
    About,
};

/// The submenus that are filled while the program runs.
enum class Submenu { RecentFiles, Card, Theme, Language };

class Actions : public QObject
{
    Q_OBJECT

public:
    Actions(QMenuBar& bar, const QStringList& cardTitles, QObject* parent = nullptr);

    [[nodiscard]] QAction* action(Command command) const { return m_actions.at(command); }
    [[nodiscard]] QMenu* submenu(Submenu submenu) const { return m_submenus.at(submenu); }
    /// Maximizes this card (from 0), or brings all back.
    [[nodiscard]] QAction* cardAction(int card) const { return m_cards.at(card); }

    /// Keys without Ctrl belong to the control that has the focus; only what none has wanted comes here. Returns
    /// whether there is an action for it.
    bool triggerByKey(const QKeyEvent& event) const;

    [[nodiscard]] std::vector<ShortcutLine> shortcuts() const;
    void showTheme(ThemeKind kind);

signals:
    void themeChosen(ui::ThemeKind kind);

private:
    struct Keyed {
        QAction* action;
        QKeySequence key;
    };
    void addRows(QMenuBar& bar);
    void addCards(const QStringList& titles);
    void addThemes();
    [[nodiscard]] QString keysText(const QAction& action) const;
    void addKeys(QAction* action, const char* keys);

    std::map<Command, QAction*> m_actions;
    std::map<Submenu, QMenu*> m_submenus;
    QList<QAction*> m_cards;
    QList<QAction*> m_themes; ///< in the order of ThemeKind
    QList<QMenu*> m_menus;
    QList<Keyed> m_plainKeys;
};

} // namespace ui

// SPDX-License-Identifier: GPL-3.0-or-later
// Where everything in the window stood, from one day to the next: size, room of the cards, their switches, folded
// sections. Used by MainWindow, on the GUI thread.
#pragma once

class QMainWindow;

namespace ui
{

class Dashboard;
class Preferences;
class Sidebar;

class WindowMemory
{
public:
    explicit WindowMemory(Preferences& preferences)
        : m_preferences(preferences)
    {
    }

    void keep(const QMainWindow& window, const Dashboard& dashboard, const Sidebar& sidebar);
    /// What was never kept, or is of another version, stays as it is.
    void restore(QMainWindow& window, Dashboard& dashboard, Sidebar& sidebar) const;

private:
    Preferences& m_preferences;
};

} // namespace ui

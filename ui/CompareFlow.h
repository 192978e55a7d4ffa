// SPDX-License-Identifier: GPL-3.0-or-later
// From the wish to see two runs side by side to runs that go on together: asks what to compare with, keeps the bar of
// the contenders, and brings their edits to the history, so that they can be undone. Used by MainWindow, on the GUI
// thread.
#pragma once

#include <QObject>
#include <QString>

class QWidget;

namespace ui
{

class ContenderBar;
class EditHistory;
class Session;

class CompareFlow : public QObject
{
    Q_OBJECT

public:
    CompareFlow(Session& session, EditHistory& history, QWidget& window);

    /// Where they are told; the bar may be replaced.
    void setBar(ContenderBar* bar);
    /// Asks, and begins.
    void open();

signals:
    void failed(const QString& message);

private:
    void showContenders();
    void showNumbers();

    Session& m_session;
    EditHistory& m_history;
    QWidget& m_window;
    ContenderBar* m_bar = nullptr;
};

} // namespace ui

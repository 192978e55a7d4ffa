// SPDX-License-Identifier: GPL-3.0-or-later
// From the wish for a phase map to one that fills. Used by MainWindow, on the GUI thread.
#pragma once

#include "ui/dialogs/PhaseMapDialog.h"

#include <QObject>

#include <optional>

class QWidget;

namespace ui
{

class Session;

class PhaseFlow : public QObject
{
    Q_OBJECT

public:
    PhaseFlow(Session& session, QWidget& window);

    /// Asks what it is to be made of, and begins.
    void open();
    void cancel();
    void setPage(int page);

signals:
    /// It is to be seen.
    void begun();

private:
    Session& m_session;
    QWidget& m_window;
    std::optional<PhaseQuestion> m_last; ///< what was answered last: the next map probably is like it
};

} // namespace ui

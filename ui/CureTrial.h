// SPDX-License-Identifier: GPL-3.0-or-later
// From the wish for a cure to the cured experiment: it is tried out beside the run first, the bar tells how it does,
// and only taking it over changes the experiment, as one step that can be undone. Used by MainWindow, on the GUI
// thread.
#pragma once

#include "core/analysis/Cures.h"

#include <QObject>
#include <QString>
#include <QTimer>

namespace ui
{

class EditHistory;
class Session;
class TrialBar;

class CureTrial : public QObject
{
    Q_OBJECT

public:
    CureTrial(Session& session, EditHistory& history, QObject* parent = nullptr);

    /// Where it is told; the bar may be replaced.
    void setBar(TrialBar* bar);
    /// `name`: of the change.
    void begin(const core::Cure& cure, const QString& name);

private:
    void follow();
    void tell();
    void adopt();

    Session& m_session;
    EditHistory& m_history;
    TrialBar* m_bar = nullptr;
    QString m_name;  ///< of the change
    QString m_label; ///< of the cure
    QTimer m_pause;  ///< running: the numbers stay for a while, so that they can be read
};

} // namespace ui

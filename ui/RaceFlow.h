// SPDX-License-Identifier: GPL-3.0-or-later
// From the wish to compare to a race that runs, and from its results back to the experiment that is watched. Used by
// MainWindow, on the GUI thread.
#pragma once

#include "ui/report/RaceState.h"

#include <QObject>

#include <optional>

class QWidget;

namespace ui
{

class EditHistory;
class Session;

class RaceFlow : public QObject
{
    Q_OBJECT

public:
    RaceFlow(Session& session, EditHistory& history, QWidget& window);

    /// Asks who is to race, and begins.
    void open();
    void cancel();
    /// The experiment of a contender becomes the one that is watched, from its first step, and can be undone in one.
    void watch(const core::ExperimentConfig& config, const QString& name);

signals:
    /// It is to be seen.
    void begun();
    void failed(const QString& message);

private:
    Session& m_session;
    EditHistory& m_history;
    QWidget& m_window;
    std::optional<RacePlan> m_last; ///< what was raced last: the next one probably is like it
};

} // namespace ui

// SPDX-License-Identifier: GPL-3.0-or-later
// From the wish to compare to a race that runs, and from its results back to the experiment that is watched. Used by
// MainWindow, on the GUI thread.
#pragma once

#include "core/data/Dataset.h"
#include "ui/base/ComparisonEntry.h"
#include "ui/base/RaceState.h"

#include <QObject>

#include <QStringList>

#include <optional>
#include <vector>

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

    /// The bundled comparisons; titles in the language that is spoken now.
    void offer(std::vector<ComparisonEntry> comparisons) { m_ready = std::move(comparisons); }
    /// Asks who is to race, and begins.
    void open();
    /// The same, beginning with the comparison in a file, which then is offered among the ready ones.
    void openFile(const QString& path);
    /// Asks where, and writes what has come in: a table, or a report in this language.
    void save(const QString& language);
    void cancel();
    /// The experiment of a contender becomes the one that is watched, from its first step, and can be undone in one.
    void watch(const core::ExperimentConfig& config, const QString& name);

signals:
    /// It is to be seen.
    void begun();
    void failed(const QString& message);
    void saved(const QString& message);

private:
    /// Offers the last of the ready comparisons first, or the experiment in the window.
    void ask(bool beginsWithLast);

    Session& m_session;
    EditHistory& m_history;
    QWidget& m_window;
    std::vector<ComparisonEntry> m_ready;
    std::optional<ComparisonEntry> m_opened; ///< the last one that came from a file
    QString m_folder;                        ///< into which was saved last
    std::optional<RacePlan> m_last;          ///< what was raced last: the next one probably is like it
};

} // namespace ui

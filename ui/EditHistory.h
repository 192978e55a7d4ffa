// SPDX-License-Identifier: GPL-3.0-or-later
// Undo and redo of everything that is set in the experiment and in those beside it. Stands between the controls and the
// session: an edit goes through to the session, and what it has changed is remembered; a drag is one step. Used by
// MainWindow, on the GUI thread.
#pragma once

#include "core/config/ExperimentConfig.h"

#include <QObject>
#include <QUndoStack>

#include <functional>
#include <vector>

namespace ui
{

class Session;

class EditHistory : public QObject
{
    Q_OBJECT

public:
    explicit EditHistory(Session& session, QObject* parent = nullptr);
    ~EditHistory() override;

    [[nodiscard]] QUndoStack& stack() { return m_stack; }
    /// Remembers what `change` does to the session's experiment, under this name.
    void record(const QString& name, const std::function<void()>& change);

public slots:
    /// Sets one value. Edits of the same setting until endGesture() are one step.
    void edit(const core::Setting& setting);
    /// The same, called by this name.
    void edit(const core::Setting& setting, const QString& name);
    /// The hand has left the control: the next edit is a step of its own.
    void endGesture() { ++m_gesture; }
    void newSeed();
    void addContender(const std::vector<core::Setting>& settings);
    /// Edits of the same setting until endGesture() are one step, as those of the experiment that is watched.
    void editContender(int index, const core::Setting& setting);
    void removeContender(int index);

private:
    void recordAs(const QString& name, const std::string& key, const std::function<void()>& change);

    Session& m_session;
    QUndoStack m_stack;
    int m_gesture = 0;
};

} // namespace ui

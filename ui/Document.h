// SPDX-License-Identifier: GPL-3.0-or-later
// The experiment as a document: which file it is, whether it has been changed since, opening, saving, and the copy that
// survives a crash. Asks nobody anything: that is the business of ui/dialogs/FileDialogs. Used by MainWindow, on the
// GUI thread.
#pragma once

#include "core/base/Result.h"
#include "core/config/ExperimentConfig.h"
#include "ui/Recovery.h"
#include "ui/base/PresetEntry.h"

#include <QObject>
#include <QString>
#include <QTimer>

#include <vector>

namespace ui
{

class EditHistory;
class Session;

class Document : public QObject
{
    Q_OBJECT

public:
    Document(Session& session, EditHistory& history, const std::vector<PresetEntry>& presets,
             const QString& recoveryFolder, QObject* parent = nullptr);

    /// Empty: not a file yet.
    [[nodiscard]] const QString& path() const { return m_path; }
    /// The name of the file, or the experiment's title; may be empty.
    [[nodiscard]] QString name() const;
    /// Something would be lost if the program ended now.
    [[nodiscard]] bool modified() const;
    /// The settings are not those that the experiment was opened with, whatever the pace.
    [[nodiscard]] bool varied() const;
    /// The preset that this is, or a variation of; nullptr for a file or an experiment of one's own.
    [[nodiscard]] const PresetEntry* preset() const;
    /// By name; nullptr if there is none.
    [[nodiscard]] const PresetEntry* findPreset(const std::string& name) const;
    /// It belongs to a file, also where that was never saved again.
    [[nodiscard]] bool isFile() const { return !m_path.isEmpty() || m_recovered; }

    /// An experiment with all settings at their defaults.
    void makeNew();
    /// `path`: the file that it came from, empty for none.
    void open(core::ExperimentConfig config, const QString& path);
    /// On faults all stays as it was.
    core::Outcome openFile(const QString& path);
    /// A step that can be undone, unless a file was open.
    void openPreset(const PresetEntry& preset);
    /// Writes the experiment with all changes made while running, so that it can be replayed.
    core::Outcome saveAs(const QString& path);

    /// Takes over what a program that was killed has left; true if there was something.
    bool recover();
    /// The user does not want what has not been saved.
    void giveUpChanges() { m_recovery.forget(); }
    void keepForRecovery();

signals:
    /// Name, path or state is another one.
    void changed();
    /// From now on the experiment is this file.
    void fileUsed(const QString& path);

private:
    void startOver(const QString& path);
    [[nodiscard]] const core::ExperimentConfig& origin() const;

    Session& m_session;
    EditHistory& m_history;
    const std::vector<PresetEntry>& m_presets;
    Recovery m_recovery;
    QTimer m_keepTimer;
    QString m_path;
    core::ExperimentConfig m_opened; ///< as it was opened or saved
    bool m_recovered = false;        ///< nothing of it is saved
};

} // namespace ui

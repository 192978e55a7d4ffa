// SPDX-License-Identifier: GPL-3.0-or-later
// Keeps what is not saved, for the case that the program or the machine ends without asking: a copy beside a lock that
// says whose it is. The next start takes over what nobody holds any more. Written on a thread of its own, so that a
// slow disk stops no frame. Used by Document, on the GUI thread.
#pragma once

#include <QObject>
#include <QString>
#include <QThreadPool>

#include <memory>
#include <optional>
#include <string>

class QLockFile;

namespace ui
{

class Recovery : public QObject
{
    Q_OBJECT

public:
    /// An unsaved experiment.
    struct Rescued {
        QString path; ///< of the file that it belongs to; empty if it has none
        std::string experiment;
    };

    /// An empty folder: keeps nothing.
    explicit Recovery(QString folder, QObject* parent = nullptr);
    ~Recovery() override;

    static QString usualFolder();

    /// What an earlier program left behind, the newest if there are several; each is told once, and removed.
    std::optional<Rescued> rescue();
    void keep(const Rescued& unsaved);
    /// All is saved, or was given up by the user.
    void forget();
    /// Waits until what was kept is on the disk.
    void finish() { m_pool.waitForDone(); }

private:
    QString m_folder;
    QString m_file;
    std::unique_ptr<QLockFile> m_lock; ///< held while m_file may exist
    QThreadPool m_pool;
    std::string m_kept;
};

} // namespace ui

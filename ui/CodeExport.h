// SPDX-License-Identifier: GPL-3.0-or-later
// Writes the experiment as a PyTorch script: asks where to, and lets a worker thread do it, as data is made and some
// steps are trained for it. Used by MainWindow, on the GUI thread.
#pragma once

#include "core/base/Result.h"
#include "core/data/Dataset.h"

#include <QObject>
#include <QPointer>
#include <QString>
#include <QThreadPool>

#include <atomic>
#include <functional>
#include <memory>

class QProgressDialog;
class QWidget;

namespace ui
{

class Preferences;
class Session;

class CodeExport : public QObject
{
    Q_OBJECT

public:
    CodeExport(Session& session, core::ResourceReader resources, Preferences& preferences, QWidget& window);
    ~CodeExport() override;

    [[nodiscard]] bool isBusy() const { return m_wanted != nullptr; }

public slots:
    /// Asks where to; `name` is the experiment's, and becomes the script's.
    void open(const QString& name);
    void write(const QString& path);

signals:
    /// The sentence says what was saved where.
    void finished(const QString& message);
    void failed(const QString& message);

private:
    void end(const core::Outcome& outcome, const QString& path);
    void cancel();

    Session& m_session;
    core::ResourceReader m_resources;
    Preferences& m_preferences;
    QWidget& m_window;
    QPointer<QProgressDialog> m_progress;
    std::shared_ptr<std::atomic<bool>> m_wanted; ///< of the work under way
    QThreadPool m_pool;                          // last: its thread ends before anything else goes
};

} // namespace ui

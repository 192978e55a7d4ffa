// SPDX-License-Identifier: GPL-3.0-or-later
// Makes files of many drawings without holding up the window: each is drawn on the GUI thread in a turn of the event
// loop of its own, then encoded on a worker thread, in order. The files are written at the end: all of them, or none.
// Used by the export dialog, on the GUI thread.
#pragma once

#include "ui/widgets/FigureExport.h"

#include <QObject>
#include <QStringList>
#include <QThreadPool>
#include <QTimer>

#include <atomic>
#include <functional>
#include <vector>

namespace ui
{

class ExportJob : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ExportJob)

public:
    /// The files that a step has made, or why it could not.
    using Encoded = core::Result<std::vector<FileBytes>>;
    /// Runs on the worker, after those of all earlier steps.
    using Encode = std::function<Encoded()>;
    /// Runs on the GUI thread: draws, and hands over how to go on; nothing where there is more to be drawn first.
    using Step = std::function<Encode()>;

    /// `paths`: the files that there will be, so that a place where none can be is known before the work.
    ExportJob(std::vector<Step> steps, QStringList paths, QObject* parent = nullptr);
    ~ExportJob() override;

    void start();
    /// No file will be written, and no signal comes any more. Deletes the job as soon as its worker has noticed.
    void abandon();

signals:
    /// So many of so many steps are done.
    void progressed(int done, int all);
    /// Once, at the end. The job can be deleted.
    void finished(const core::Outcome& outcome);
    /// From the worker.
    void encoded(const Encoded& files, QPrivateSignal);
    void written(const core::Outcome& outcome, QPrivateSignal);

private:
    void drawNext();
    void take(const Encoded& files);
    void write();
    void end(const core::Outcome& outcome);

    std::vector<Step> m_steps;
    QStringList m_paths;
    std::vector<FileBytes> m_files;
    std::size_t m_drawn = 0;
    std::size_t m_encoded = 0;
    bool m_ended = false;
    QTimer m_timer;
    std::atomic<bool> m_cancelled = false;
    QThreadPool m_pool; // last: its thread ends before anything else goes
};

} // namespace ui

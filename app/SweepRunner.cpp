// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/SweepRunner.h"

#include "app/CommandLine.h"
#include "core/base/AtomicFile.h"
#include "core/io/SweepCsv.h"
#include "ui/base/Words.h"

#include <QCoreApplication>
#include <QFile>

namespace app
{

namespace
{

constexpr std::chrono::milliseconds kPatience(50); // after which signals and the clock are looked at

/// The context of this file's words.
struct SweepWords {
    Q_DECLARE_TR_FUNCTIONS(app::SweepWords)
};

} // namespace

int SweepRunner::run()
{
    if (!begin())
        return finish();
    train();
    return finish();
}

bool SweepRunner::begin()
{
    m_begin = std::chrono::steady_clock::now();
    const std::string path = QFile::encodeName(m_job.out).toStdString();
    auto output = m_job.bytes > 0 ? core::LineFile::goOn(path, m_job.bytes) : core::LineFile::open(path);
    if (!output) {
        m_fault = output.faults().front();
        return false;
    }
    m_output.emplace(std::move(output).value());
    if (m_job.description)
        if (const auto outcome = core::writeWholeFile(m_job.description->path, m_job.description->text); !outcome)
            m_fault = outcome.faults().front();
    if (!m_fault && m_job.bytes == 0)
        write(core::sweepHeader(m_job.axes, m_job.options));
    return !m_fault;
}

void SweepRunner::train()
{
    ProgressBar progress(!m_job.quiet, 0);
    core::SweepPool pool(m_job.cells, m_job.options, m_job.datasets, m_job.jobs);
    while (!pool.isOver()) {
        for (core::SweepPool::Finished& finished : pool.take(kPatience)) {
            if (!finished.row)
                progress.clear();
            arrive(std::move(finished));
        }
        while (m_waiting.contains(m_next))
            writeNext();
        if (caughtSignal() != 0 || m_fault)
            pool.stop();
        showProgress(pool, progress);
    }
    while (!m_waiting.empty()) { // of a sweep that was stopped: those before them will not come
        m_next = m_waiting.begin()->first;
        writeNext();
    }
}

void SweepRunner::arrive(core::SweepPool::Finished finished)
{
    if (!finished.row) {
        const core::SweepCell& cell = m_job.cells[finished.cell];
        QStringList name{QStringLiteral("seed=%1").arg(cell.seed)};
        if (!m_job.axes.empty())
            name.prepend(QString::fromStdString(core::nameOf(*cell.combination, m_job.axes)));
        printFaults(finished.row.faults(), name.join(QStringLiteral(", ")));
        ++m_failed;
    }
    m_waiting.emplace(finished.cell, std::move(finished.row));
}

void SweepRunner::writeNext()
{
    const auto row = m_waiting.extract(m_next);
    const core::SweepCell& cell = m_job.cells[m_next++];
    if (!row.mapped() || m_fault)
        return;
    write(core::sweepLine(cell, row.mapped().value()));
    if (m_fault)
        return;
    ++m_written;
    if (row.mapped().value().status == core::RunStatus::Diverged)
        ++m_diverged;
}

void SweepRunner::write(const std::string& line)
{
    if (const core::Outcome outcome = m_output->write(line); !outcome)
        m_fault = outcome.faults().front();
}

void SweepRunner::showProgress(const core::SweepPool& pool, ProgressBar& progress) const
{
    const std::int64_t all = static_cast<std::int64_t>(m_job.cells.size());
    const std::int64_t done = countedRuns() + static_cast<std::int64_t>(m_waiting.size());
    const double share = pool.stepsInAll() > 0
                             ? static_cast<double>(pool.stepsMade()) / static_cast<double>(pool.stepsInAll())
                             : static_cast<double>(done) / static_cast<double>(all);
    const double elapsed = std::chrono::duration<double>(std::chrono::steady_clock::now() - m_begin).count();
    progress.showRuns(done, all, std::min(share, 1.0), elapsed * (1 - share) / share);
}

int SweepRunner::finish() const
{
    if (m_fault) {
        if (m_output && m_output->readerLeft())
            return kDone;
        printFaults({*m_fault});
        return kFault;
    }
    const auto all = static_cast<std::int64_t>(m_job.cells.size());
    const bool isStopped = countedRuns() < all;
    if (!m_job.quiet) {
        QStringList sentences{SweepWords::tr("%1 of %2 runs done.").arg(m_written).arg(all)};
        if (m_diverged > 0)
            sentences << SweepWords::tr("Diverged: %1.").arg(m_diverged);
        if (m_written < all)
            sentences << SweepWords::tr("The same command with --resume adds those that are missing.");
        printMessage(ui::joinedSentences(sentences));
    }
    if (isStopped)
        return kSignalExit + caughtSignal();
    return m_failed > 0 ? kFault : kDone;
}

} // namespace app

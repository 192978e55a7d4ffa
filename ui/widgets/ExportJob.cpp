// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/ExportJob.h"

#include <exception>
#include <utility>

namespace ui
{

namespace
{

constexpr std::size_t kMostWaiting = 3; ///< drawn pictures take memory

/// What nobody has foreseen, such as no memory left, is a fault of this export and not the end of the program.
ExportJob::Encoded encodeSafely(const ExportJob::Encode& encode, const QString& path)
{
    try {
        return encode ? encode() : std::vector<FileBytes>();
    } catch (const std::exception& exception) {
        return core::Fault{core::FaultCode::Unwritable, path.toStdString(), {exception.what()}, 0, 0};
    }
}

} // namespace

ExportJob::ExportJob(std::vector<Step> steps, QStringList paths, QObject* parent)
    : QObject(parent)
    , m_steps(std::move(steps))
    , m_paths(std::move(paths))
{
    m_pool.setMaxThreadCount(1); // one after the other
    m_timer.setInterval(0);
    connect(&m_timer, &QTimer::timeout, this, &ExportJob::drawNext);
    connect(this, &ExportJob::encoded, this, &ExportJob::take, Qt::QueuedConnection);
    const auto endUnlessEnded = [this](const core::Outcome& outcome) {
        if (!m_ended)
            end(outcome);
    };
    connect(this, &ExportJob::written, this, endUnlessEnded, Qt::QueuedConnection);
}

ExportJob::~ExportJob()
{
    m_cancelled = true;
    m_pool.waitForDone();
}

void ExportJob::start()
{
    const core::Outcome outcome = checkWritable(m_paths);
    if (!outcome)
        end(outcome);
    else if (m_steps.empty())
        write();
    else
        m_timer.start();
}

void ExportJob::abandon()
{
    m_cancelled = true;
    m_ended = true;
    m_timer.stop();
    // After all that the worker still has to do; waiting here would hold up the window.
    m_pool.start([this] { deleteLater(); });
}

void ExportJob::drawNext()
{
    if (m_drawn == m_steps.size() || m_drawn - m_encoded >= kMostWaiting) {
        m_timer.stop(); // until one is encoded
        return;
    }
    Encode encode = m_steps[m_drawn]();
    m_steps[m_drawn] = {};
    ++m_drawn;
    m_pool.start([this, encode = std::move(encode), path = m_paths.value(0)] {
        if (m_cancelled)
            return;
        emit encoded(encodeSafely(encode, path), QPrivateSignal());
    });
}

void ExportJob::take(const Encoded& files)
{
    if (m_ended)
        return;
    if (!files) {
        end(files.faults());
        return;
    }
    m_files.insert(m_files.end(), files.value().begin(), files.value().end());
    ++m_encoded;
    emit progressed(static_cast<int>(m_encoded), static_cast<int>(m_steps.size()));
    if (m_ended)
        return;
    if (m_encoded == m_steps.size())
        write();
    else
        m_timer.start();
}

void ExportJob::write()
{
    m_pool.start([this] { emit written(writeFiles(m_files, &m_cancelled), QPrivateSignal()); });
}

void ExportJob::end(const core::Outcome& outcome)
{
    m_timer.stop();
    m_cancelled = true;
    m_ended = true;
    emit finished(outcome);
}

} // namespace ui

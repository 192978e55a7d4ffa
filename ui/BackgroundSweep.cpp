// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/BackgroundSweep.h"

#include <algorithm>
#include <thread>
#include <utility>

namespace ui
{

namespace
{

constexpr int kSweepPollMilliseconds = 40;
constexpr double kEnoughToTell = 0.02; ///< of the work: before, nothing can be said of the time that is left

} // namespace

BackgroundSweep::BackgroundSweep(core::ResourceReader resources, QObject* parent)
    : QObject(parent)
    , m_datasets(std::make_shared<core::DatasetCache>(std::move(resources)))
{
    m_timer.setInterval(kSweepPollMilliseconds);
    connect(&m_timer, &QTimer::timeout, this, &BackgroundSweep::poll);
}

void BackgroundSweep::begin(std::vector<core::SweepCell> cells, core::SweepOptions options)
{
    setAside();
    m_cells = std::move(cells);
    m_rows.assign(m_cells.size(), std::nullopt);
    m_ended = 0;
    m_progress = 0;
    options.inBackground = true;
    const int cores = static_cast<int>(std::max(1U, std::thread::hardware_concurrency()));
    m_pool = std::make_unique<core::SweepPool>(m_cells, std::move(options), m_datasets, cores);
    m_since.start();
    m_timer.start();
}

void BackgroundSweep::cancel()
{
    if (!isRunning())
        return;
    m_progress = progress();
    setAside();
    emit finished();
}

double BackgroundSweep::progress() const
{
    if (!m_pool)
        return m_progress;
    const auto steps = static_cast<double>(m_pool->stepsMade());
    const auto inAll = static_cast<double>(m_pool->stepsInAll());
    if (inAll > 0)
        return std::min(steps / inAll, 1.0);
    return m_cells.empty() ? 1 : static_cast<double>(m_ended) / static_cast<double>(m_cells.size());
}

std::optional<double> BackgroundSweep::remainingSeconds() const
{
    const double done = progress();
    if (!m_pool || done < kEnoughToTell)
        return std::nullopt;
    constexpr double kMilliseconds = 1000;
    return static_cast<double>(m_since.elapsed()) / kMilliseconds * (1 - done) / done;
}

void BackgroundSweep::poll()
{
    forgetEnded();
    if (!m_pool)
        return;
    for (core::SweepPool::Finished& finished : m_pool->take(std::chrono::milliseconds(0))) {
        m_rows[finished.cell] = std::move(finished.row);
        ++m_ended;
    }
    if (m_pool->isOver()) {
        m_pool.reset();
        m_progress = 1;
        emit advanced();
        emit finished();
        return;
    }
    emit advanced();
}

void BackgroundSweep::setAside()
{
    if (!m_pool)
        return;
    m_pool->stop();
    m_stopped.push_back(std::move(m_pool));
    forgetEnded();
}

void BackgroundSweep::forgetEnded()
{
    std::erase_if(m_stopped, [](const std::unique_ptr<core::SweepPool>& pool) {
        pool->take(std::chrono::milliseconds(0));
        return pool->isOver();
    });
    if (!m_pool && m_stopped.empty())
        m_timer.stop();
}

} // namespace ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/Predictor.h"

#include <chrono>
#include <utility>

namespace ui
{

namespace
{

constexpr int kRest = 2; ///< times as long as it has worked: at most a third of a core

} // namespace

Predictor::Predictor()
    : m_thread([this] { work(); })
{
}

Predictor::~Predictor()
{
    {
        const std::lock_guard lock(m_mutex);
        m_quit = true;
    }
    m_wake.notify_one();
    m_thread.join();
}

void Predictor::ask(const core::ExperimentConfig& config, const core::DataShape& shape, double inputSquare)
{
    Question question{config.network, config.initializer, config.loss, shape, inputSquare};
    if (m_asked == question)
        return;
    m_asked = question;
    {
        const std::lock_guard lock(m_mutex);
        m_waiting = std::move(question);
    }
    m_wake.notify_one();
}

bool Predictor::poll()
{
    const std::lock_guard lock(m_mutex);
    if (!m_ready)
        return false;
    m_answer = std::exchange(m_ready, nullptr);
    return true;
}

void Predictor::work()
{
    std::shared_ptr<const core::Prediction> before;
    std::unique_lock lock(m_mutex);
    while (true) {
        m_wake.wait(lock, [this] { return m_quit || m_waiting; });
        if (m_quit)
            return;
        const Question question = *std::exchange(m_waiting, std::nullopt);
        lock.unlock();
        const auto begin = std::chrono::steady_clock::now();
        core::ExperimentConfig config;
        config.network = question.network;
        config.initializer = question.initializer;
        config.loss = question.loss;
        before = std::make_shared<const core::Prediction>(
            core::predict(config, question.shape, question.inputSquare, before.get()));
        const auto taken = std::chrono::steady_clock::now() - begin;
        lock.lock();
        m_ready = before;
        // While a slider is dragged, the trainer and the window need the cores more.
        m_wake.wait_for(lock, kRest * taken, [this] { return m_quit; });
    }
}

} // namespace ui

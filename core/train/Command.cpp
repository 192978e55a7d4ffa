// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/Command.h"

#include <chrono>
#include <utility>

namespace core
{

bool Commands::endObservation(bool takesLong, bool ofTheBeginning) const
{
    if (quit)
        return true;
    const bool goesOn = play || steps > 0;
    return takesLong && (apply || restart || watch || (goesOn && !ofTheBeginning));
}

template <class Edit>
void Mailbox::post(Edit edit)
{
    {
        const std::lock_guard lock(m_mutex);
        edit(m_commands);
    }
    m_filled.notify_one();
}

void Mailbox::postApply(ExperimentConfig config, std::vector<Companion> companions)
{
    post([&](Commands& commands) { commands.apply = Lineup{std::move(config), std::move(companions)}; });
}

void Mailbox::postBegin(ExperimentConfig config)
{
    post([&](Commands& commands) {
        commands.apply = Lineup{std::move(config), {}};
        commands.restart = true;
    });
}

void Mailbox::postPlay(bool playing)
{
    post([=](Commands& commands) { commands.play = playing; });
}

void Mailbox::postStep()
{
    post([](Commands& commands) { ++commands.steps; });
}

void Mailbox::postWatch(std::optional<UnitPlace> unit)
{
    post([=](Commands& commands) { commands.watch = unit; });
}

void Mailbox::postRestart()
{
    post([](Commands& commands) { commands.restart = true; });
}

void Mailbox::postQuit()
{
    post([](Commands& commands) { commands.quit = true; });
}

Commands Mailbox::take()
{
    const std::lock_guard lock(m_mutex);
    return std::exchange(m_commands, {});
}

void Mailbox::wait(double seconds)
{
    std::unique_lock lock(m_mutex);
    const auto filled = [this] { return !m_commands.empty(); };
    if (seconds < 0)
        m_filled.wait(lock, filled);
    else
        m_filled.wait_for(lock, std::chrono::duration<double>(seconds), filled);
}

bool Mailbox::endsObservation(bool takesLong, bool ofTheBeginning) const
{
    const std::lock_guard lock(m_mutex);
    return m_commands.endObservation(takesLong, ofTheBeginning);
}

} // namespace core

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/Trainer.h"

#include "core/train/TrainerLoop.h"

namespace core
{

Trainer::Trainer(ResourceReader resources)
    : m_thread([this, reader = std::move(resources)] { TrainerLoop(reader, m_channel).run(); })
{
}

Trainer::~Trainer()
{
    m_channel.mailbox.postQuit();
    m_thread.join();
}

void Trainer::apply(ExperimentConfig config, std::vector<Companion> companions)
{
    m_channel.mailbox.postApply(std::move(config), std::move(companions));
}

void Trainer::begin(ExperimentConfig config)
{
    m_channel.mailbox.postBegin(std::move(config));
}

void Trainer::setPlaying(bool playing)
{
    m_channel.mailbox.postPlay(playing);
}

void Trainer::step()
{
    m_channel.mailbox.postStep();
}

void Trainer::restart()
{
    m_channel.mailbox.postRestart();
}

void Trainer::watchUnit(std::optional<UnitPlace> unit)
{
    m_channel.mailbox.postWatch(unit);
}

const Snapshot* Trainer::fetchSnapshot()
{
    return m_channel.snapshots.fetch() ? &m_channel.snapshots.front().first : nullptr;
}

bool Trainer::fetchRecord(StepRecord& record)
{
    return m_channel.records.pop(record);
}

Faults Trainer::faults() const
{
    const std::lock_guard lock(m_channel.faultMutex);
    return m_channel.faults;
}

} // namespace core

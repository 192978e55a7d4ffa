// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/SecondCore.h"

#include "core/nn/SharedKernels.h"

#include <system_error>
#include <thread>

namespace core
{

namespace
{

bool isWide(const Network& network, Index batch)
{
    const auto isWideLayer = [batch](const Dense& dense) {
        return isWorthSharing(dense.weights().rows, dense.weights().columns, batch);
    };
    for (std::size_t l = 0; l < network.depth(); ++l)
        if (isWideLayer(*network.hidden(l).dense))
            return true;
    return isWideLayer(network.output());
}

} // namespace

void SecondCore::setUse(SecondCoreUse use)
{
    const bool isAlone = std::thread::hardware_concurrency() == 1;
    m_use = use == SecondCoreUse::WhereQuicker && isAlone ? SecondCoreUse::Never : use;
    if (m_use == SecondCoreUse::Never)
        m_crew.reset();
}

WorkCrew* SecondCore::beginStep(const Network& network, Index batch)
{
    m_isTimed = false;
    if (m_use == SecondCoreUse::Never || !isWide(network, batch) || !callCrew())
        return nullptr;
    if (m_use == SecondCoreUse::Always)
        return m_crew.get();
    m_isTimed = true;
    m_begin = Clock::now();
    return m_way.second() ? m_crew.get() : nullptr;
}

bool SecondCore::callCrew()
{
    if (m_crew)
        return true;
    try {
        m_crew = std::make_unique<WorkCrew>();
    } catch (const std::system_error&) { // the system has no thread to give: it goes without
        m_use = SecondCoreUse::Never;
    }
    return m_crew != nullptr;
}

void SecondCore::endStep()
{
    if (m_isTimed)
        m_way.took(std::chrono::duration<double>(Clock::now() - m_begin).count());
}

} // namespace core

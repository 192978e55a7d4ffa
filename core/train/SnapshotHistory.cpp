// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/SnapshotHistory.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace core
{

namespace
{

/// Age is measured in thousandths of the run: what is younger is as good as now.
constexpr double kAgeScale = 1000;
/// How much larger the hole may be that the going of a moment at a change would leave.
constexpr double kChangeWeight = 4;
/// At most this share of the moments counts for more: a slider that is dragged for long must not displace all others.
constexpr std::size_t kChangeShare = 4;

/// The place of an age (0 = now, 1 = the run's beginning) on the scale on which moments lie evenly, 0 … 1.
double place(double age)
{
    return (age + std::log1p(kAgeScale * age) / std::log1p(kAgeScale)) / 2;
}

template <class T>
std::size_t heapOf(const std::vector<T>& values)
{
    return values.capacity() * sizeof(T);
}

std::size_t heapOf(const std::string& text)
{
    return text.capacity() > std::string().capacity() ? text.capacity() + 1 : 0;
}

std::size_t heapOf(const Choice& choice)
{
    // Colour, three pointers and the pair: what a node of a red-black tree holds.
    constexpr std::size_t kNode = 4 * sizeof(void*) + sizeof(std::pair<const std::string, double>);
    std::size_t bytes = heapOf(choice.kind) + heapOf(choice.expression) + choice.parameters.size() * kNode;
    for (const auto& [name, value] : choice.parameters)
        bytes += heapOf(name);
    return bytes;
}

std::size_t heapOf(const NetworkConfig& network)
{
    std::size_t bytes = heapOf(network.activation) + heapOf(network.normalization) + heapOf(network.dropout) +
                        heapOf(network.residual) + network.layers.capacity() * sizeof(LayerConfig);
    for (const LayerConfig& layer : network.layers)
        for (const std::optional<Choice>* own : {&layer.activation, &layer.normalization, &layer.dropout})
            bytes += *own ? heapOf(**own) : 0;
    return bytes;
}

std::size_t heapOf(const ExperimentConfig& config)
{
    return heapOf(config.title) + heapOf(config.data.source) + heapOf(config.network) +
           heapOf(config.initializer.weights) + heapOf(config.loss) + heapOf(config.optimizer) +
           heapOf(config.optimizer.schedule) + heapOf(config.changes);
}

std::size_t changesBefore(const Snapshot& snapshot)
{
    if (!snapshot.changes)
        return 0;
    const auto end = std::lower_bound(snapshot.changes->begin(), snapshot.changes->end(), snapshot.step,
                                      [](const Change& change, std::int64_t step) { return change.step < step; });
    return static_cast<std::size_t>(end - snapshot.changes->begin());
}

} // namespace

std::size_t bytesOf(const Snapshot& snapshot)
{
    std::size_t bytes = sizeof(Snapshot) + heapOf(snapshot.config) + heapOf(snapshot.layers);
    for (const LayerStatistics& layer : snapshot.layers)
        bytes += heapOf(layer.activation) + heapOf(layer.activationChoice) + heapOf(layer.unitStatistics);
    if (const std::optional<UnitDetail>& unit = snapshot.unit)
        bytes += heapOf(unit->incoming) + heapOf(unit->outgoing) + heapOf(unit->excitations) + heapOf(unit->inputs);
    const DecisionMap& map = snapshot.decision;
    return bytes + heapOf(map.answer) + heapOf(map.confidence) + heapOf(map.curveX) + heapOf(map.curveY) +
           heapOf(map.confusion) + heapOf(map.thumbnailAnswers);
}

SnapshotHistory::SnapshotHistory(std::size_t maxMoments, std::size_t maxBytes)
    : m_maxMoments(std::max<std::size_t>(maxMoments, 2))
    , m_maxBytes(maxBytes)
{
    m_moments.reserve(m_maxMoments + 1);
}

void SnapshotHistory::clear()
{
    while (!m_moments.empty())
        drop(m_moments.size() - 1);
}

void SnapshotHistory::add(const Snapshot& snapshot)
{
    if (snapshot.generation < m_generation)
        return;
    if (snapshot.generation > m_generation) {
        clear();
        m_generation = snapshot.generation;
    }
    if (!empty() && snapshot.step < m_moments.back().snapshot->step)
        return;
    if (!empty() && snapshot.step == m_moments.back().snapshot->step)
        fill(m_moments.back(), snapshot);
    else
        push(snapshot);
    shareChanges();
    while (size() > 2 && (size() > m_maxMoments || m_bytes > m_maxBytes))
        drop(leastMissed());
}

void SnapshotHistory::fill(Moment& moment, const Snapshot& snapshot)
{
    if (!moment.snapshot || moment.snapshot.use_count() > 1)
        moment.snapshot = std::make_shared<Snapshot>(snapshot);
    else
        *moment.snapshot = snapshot;
    m_bytes -= moment.bytes;
    moment.bytes = bytesOf(*moment.snapshot);
    m_bytes += moment.bytes;
    moment.changes = changesBefore(snapshot);
}

void SnapshotHistory::push(const Snapshot& snapshot)
{
    Moment moment = std::exchange(m_spare, {});
    moment.atChange = false;
    fill(moment, snapshot);
    m_moments.push_back(std::move(moment));
    markChange();
}

void SnapshotHistory::markChange()
{
    if (size() < 2 || m_moments[size() - 2].changes == m_moments.back().changes)
        return;
    for (Moment* moment : {&m_moments[size() - 2], &m_moments.back()})
        if (!moment->atChange && m_atChange < m_maxMoments / kChangeShare) {
            moment->atChange = true;
            ++m_atChange;
        }
}

void SnapshotHistory::shareChanges()
{
    // Every list of changes holds those before it. With the newest alone, a slider that is dragged for long leaves one
    // list behind instead of hundreds, and every moment can be replayed from it as well.
    const auto& newest = m_moments.back().snapshot->changes;
    for (std::size_t i = size() - 1; i-- > 0 && m_moments[i].snapshot->changes != newest;)
        m_moments[i].snapshot->changes = newest;
}

void SnapshotHistory::drop(std::size_t index)
{
    Moment& moment = m_moments[index];
    m_atChange -= moment.atChange ? 1 : 0;
    if (m_spare.snapshot)
        m_bytes -= moment.bytes;
    else
        m_spare = std::move(moment);
    m_moments.erase(m_moments.begin() + static_cast<std::ptrdiff_t>(index));
}

std::size_t SnapshotHistory::leastMissed() const
{
    const auto now = static_cast<double>(step(size() - 1));
    const double span = now - static_cast<double>(step(0));
    const auto placeOf = [&](std::size_t index) { return place((now - static_cast<double>(step(index))) / span); };
    std::size_t least = 1;
    double smallest = kChangeWeight;
    double before = placeOf(0);
    double own = placeOf(1);
    for (std::size_t i = 1; i + 1 < size(); ++i) {
        const double after = placeOf(i + 1);
        const double hole = (before - after) * (m_moments[i].atChange ? kChangeWeight : 1);
        if (hole < smallest) {
            smallest = hole;
            least = i;
        }
        before = std::exchange(own, after);
    }
    return least;
}

std::size_t SnapshotHistory::indexNear(std::int64_t step) const
{
    const auto after =
        std::lower_bound(m_moments.begin(), m_moments.end(), step,
                         [](const Moment& moment, std::int64_t value) { return moment.snapshot->step < value; });
    const auto index = static_cast<std::size_t>(after - m_moments.begin());
    if (index == size())
        return size() - 1;
    const bool earlierIsNearer = index > 0 && step - this->step(index - 1) <= this->step(index) - step;
    return earlierIsNearer ? index - 1 : index;
}

} // namespace core

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/Film.h"

#include <utility>

namespace ui
{

Film::Film(std::shared_ptr<const Moment> present, const EarlierMoments& earlier, std::int64_t firstStep,
           std::int64_t lastStep)
    : m_present(std::move(present))
{
    const std::int64_t now = m_present->snapshot.step;
    const std::vector<std::int64_t> steps = earlier.steps ? earlier.steps() : std::vector<std::int64_t>();
    for (std::size_t at = 0; at < steps.size(); ++at)
        if (steps[at] >= firstStep && steps[at] <= lastStep && steps[at] < now)
            m_snapshots.push_back(earlier.at(at));
    m_endsInPresent = m_snapshots.empty() || (now >= firstStep && now <= lastStep);
}

FrameData Film::frame(std::size_t at)
{
    if (at >= m_snapshots.size())
        return m_present->frame();
    const core::Snapshot& snapshot = m_snapshots[at];
    if (snapshot.step < m_shownStep)
        rewind();
    learnUntil(snapshot.step);
    m_shownStep = snapshot.step;
    m_findings = core::findingsOf(snapshot);
    FrameData shown{snapshot, m_known, snapshot.config, m_present->selectedLayer};
    shown.watch = m_present->watch ? &*m_present->watch : nullptr;
    shown.findings = m_findings;
    return shown;
}

void Film::rewind()
{
    m_known.clear();
    m_records = 0;
    m_evaluations = 0;
}

void Film::learnUntil(std::int64_t step)
{
    const auto& records = m_present->history.records();
    while (m_records < records.size() && records[m_records].lastStep <= step) {
        core::StepRecord record = records[m_records++];
        record.evaluation.reset(); // those that are kept come below
        m_known.add(record);
    }
    const auto& evaluations = m_present->history.evaluations();
    while (m_evaluations < evaluations.size() && evaluations[m_evaluations].step <= step) {
        core::StepRecord record;
        record.generation = m_present->history.generation();
        record.firstStep = evaluations[m_evaluations].step + 1;
        record.lastStep = evaluations[m_evaluations].step;
        record.evaluation = evaluations[m_evaluations++];
        m_known.add(record);
    }
}

} // namespace ui

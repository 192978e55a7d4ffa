// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/History.h"

#include <algorithm>
#include <cmath>

namespace core
{

namespace
{

/// A number that is not known (NaN: 0/0, or a step that diverged before it) takes no part in the mean.
void mergeMeans(std::vector<float>& own, const std::vector<float>& later, float ownWeight, float laterWeight)
{
    const float all = ownWeight + laterWeight;
    for (std::size_t i = 0; i < own.size() && i < later.size(); ++i) {
        if (std::isnan(own[i]))
            own[i] = later[i];
        else if (!std::isnan(later[i]))
            own[i] = (own[i] * ownWeight + later[i] * laterWeight) / all;
    }
}

} // namespace

void StepRecord::merge(const StepRecord& later)
{
    const std::optional<EvaluationRecord> newest = later.evaluation ? later.evaluation : evaluation;
    if (steps() <= 0)
        *this = later;
    else if (later.steps() > 0)
        mergeSteps(later);
    evaluation = newest;
}

void StepRecord::mergeSteps(const StepRecord& later)
{
    const auto ownWeight = static_cast<float>(steps());
    const auto laterWeight = static_cast<float>(later.steps());
    mergeMeans(deltaRms, later.deltaRms, ownWeight, laterWeight);
    mergeMeans(weightGradNorm, later.weightGradNorm, ownWeight, laterWeight);
    mergeMeans(updateRatio, later.updateRatio, ownWeight, laterWeight);
    batchLoss.mean = (batchLoss.mean * ownWeight + later.batchLoss.mean * laterWeight) / (ownWeight + laterWeight);
    batchLoss.min = std::min(batchLoss.min, later.batchLoss.min);
    batchLoss.max = std::max(batchLoss.max, later.batchLoss.max);
    lastStep = later.lastStep;
}

void History::clear()
{
    m_records.clear();
    m_evaluations.clear();
    m_stepsPerRecord = 1;
    ++m_revision;
}

bool History::takes(std::uint64_t generation)
{
    if (generation < m_generation)
        return false;
    if (generation > m_generation) {
        clear();
        m_generation = generation;
    }
    ++m_revision;
    return true;
}

void History::add(const StepRecord& record)
{
    if (!takes(record.generation))
        return;
    if (record.evaluation)
        addEvaluation(*record.evaluation);
    if (record.steps() <= 0)
        return; // an evaluation before the first step
    if (!m_records.empty() && m_records.back().steps() < m_stepsPerRecord)
        m_records.back().merge(record);
    else
        m_records.push_back(record);
    if (m_records.size() >= kCapacity)
        halveRecords();
}

void History::addEvaluation(const EvaluationRecord& evaluation)
{
    if (!m_evaluations.empty() && m_evaluations.back().step == evaluation.step)
        m_evaluations.back() = evaluation;
    else
        m_evaluations.push_back(evaluation);
    if (m_evaluations.size() < kCapacity)
        return;
    // Every second one goes; the newest stays.
    std::size_t kept = 0;
    for (std::size_t i = 1; i < m_evaluations.size(); i += 2)
        m_evaluations[kept++] = m_evaluations[i];
    m_evaluations.resize(kept);
}

void History::halveRecords()
{
    std::size_t kept = 0;
    for (std::size_t i = 0; i + 1 < m_records.size(); i += 2) {
        m_records[i].merge(m_records[i + 1]);
        if (kept != i)
            std::swap(m_records[kept], m_records[i]);
        ++kept;
    }
    m_records.resize(kept);
    m_stepsPerRecord *= 2;
}

} // namespace core

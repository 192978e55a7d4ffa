// SPDX-License-Identifier: GPL-3.0-or-later
// The past of one run: loss, gradients and update ratios by step, in bounded memory. Filled by Session (window) or the
// headless runner from the trainer's step records, read by panels. Lives on one thread.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

namespace core
{

/// Smallest, largest and mean of a quantity over some steps.
struct Band {
    float min = 0;
    float max = 0;
    float mean = 0;
};

/// Loss and accuracy of an evaluation, NaN where there is none.
struct EvaluationRecord {
    std::int64_t step = 0;
    float trainLoss = 0;
    float testLoss = 0;
    float trainAccuracy = 0;
    float testAccuracy = 0;
};

/// Batch statistics of the steps firstStep … lastStep (usually one; none if lastStep < firstStep: just an evaluation).
/// The vectors are by layer, hidden layers first, the output layer last; over several steps they hold the mean.
struct StepRecord {
    std::uint64_t generation = 0;
    std::int64_t firstStep = 0;
    std::int64_t lastStep = 0;
    Band batchLoss;
    std::uint32_t run = 0; ///< whose steps: 0: of the run that is watched; else the id of a Companion beside it
    std::vector<float> deltaRms;
    std::vector<float> weightGradNorm;
    std::vector<float> updateRatio;
    std::optional<EvaluationRecord> evaluation; ///< the newest in these steps

    [[nodiscard]] std::int64_t steps() const { return lastStep - firstStep + 1; }
    /// Takes in `later`, which follows this record directly and has as many layers.
    void merge(const StepRecord& later);

private:
    void mergeSteps(const StepRecord& later);
};

/// The records in order of steps. When kCapacity is reached, neighbours are merged two by two, so that the whole run
/// stays visible at half the resolution.
class History
{
public:
    static constexpr std::size_t kCapacity = 1024; ///< even, so that halving leaves no single record

    /// Adds a record; one of a newer generation clears the past first, one of an older generation is ignored.
    void add(const StepRecord& record);
    void clear();

    [[nodiscard]] std::uint64_t generation() const { return m_generation; }
    [[nodiscard]] const std::vector<StepRecord>& records() const { return m_records; }
    [[nodiscard]] const std::vector<EvaluationRecord>& evaluations() const { return m_evaluations; }
    [[nodiscard]] std::int64_t lastStep() const { return m_records.empty() ? 0 : m_records.back().lastStep; }
    /// Grows with every change, so that a panel can tell whether there is something new.
    [[nodiscard]] std::uint64_t revision() const { return m_revision; }

private:
    /// Whether a record of this generation belongs here; a newer generation clears the past.
    bool takes(std::uint64_t generation);
    void addEvaluation(const EvaluationRecord& evaluation);
    void halveRecords();

    std::uint64_t m_generation = 0;
    std::uint64_t m_revision = 0;
    std::int64_t m_stepsPerRecord = 1;
    std::vector<StepRecord> m_records;
    std::vector<EvaluationRecord> m_evaluations;
};

} // namespace core

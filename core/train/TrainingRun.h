// SPDX-License-Identifier: GPL-3.0-or-later
// One experiment on one thread: makes steps, takes over hot changes, and fills snapshots when asked. The window's
// Trainer and the headless runner drive it. Same config, same seed: the same bits, whatever is observed and when.
#pragma once

#include "core/base/Result.h"
#include "core/config/ExperimentConfig.h"
#include "core/data/Dataset.h"
#include "core/nn/Descent.h"
#include "core/nn/Loss.h"
#include "core/nn/Network.h"
#include "core/probe/BatchHistograms.h"
#include "core/train/BatchSource.h"
#include "core/train/Checkpoint.h"
#include "core/train/History.h"
#include "core/train/RunObserver.h"
#include "core/train/SecondCore.h"

#include <limits>
#include <memory>
#include <optional>

namespace core
{

/// What is measured in every step, over its mini-batch.
enum class BatchStatistics {
    Off,        ///< the loss only; the vectors of lastRecord() are not looked after
    Scalars,    ///< everything in StepRecord
    Histograms, ///< and batchHistograms()
};

class TrainingRun
{
public:
    /// Both take a config that checkConfig() has found to be right, the second one also checkWithData(). The data may
    /// be shared by runs that agree on it.
    static Result<std::unique_ptr<TrainingRun>> create(const ExperimentConfig& config, const ResourceReader& resources);
    TrainingRun(const ExperimentConfig& config, std::shared_ptr<const Dataset> data);

    /// Scalars unless something else is said. What is measured changes nothing of what is learned.
    void setBatchStatistics(BatchStatistics statistics) { m_statistics = statistics; }

    /// Never unless something else is said.
    void setSecondCore(SecondCoreUse use) { m_secondCore.setUse(use); }

    /// The update of the next step is kept, so that an observation right after it tells how ΔW is distributed.
    void keepNextUpdate() { m_keepsUpdate = true; }
    /// Whether an observation at this moment can tell it.
    [[nodiscard]] bool knowsUpdate() const { return m_updateStep == m_steps; }
    /// One mini-batch update, after the recorded changes that are due. Does nothing once diverged.
    void step();
    /// Takes over hot changes and records them; the config's effectOfChange() must not be Rebuild. Its own `changes`
    /// are not looked at.
    void apply(const ExperimentConfig& config);
    /// Takes over the recorded changes that are due, as the next step would before it begins.
    void takeDueChanges();
    /// All that the steps to come depend on, so that they can be made again.
    [[nodiscard]] Checkpoint checkpoint();
    /// Goes on from there, to the same bits. The checkpoint is one of an experiment that is the same up to its step.
    /// What was measured of the last step, lastRecord() among it, is not brought back.
    void restore(const Checkpoint& checkpoint);
    /// Fills the snapshot but for `generation` and `status` beyond training, done and diverged. Throws Interrupted
    /// where options.interrupt is raised: the run is as it was, and what the snapshot holds is of no use.
    void observe(Snapshot& snapshot, const ObserveOptions& options = {});

    /// Loss and accuracy over the first `samples` of both sets, as an observation tells them; it can be interrupted
    /// likewise.
    Scores evaluate(Index samples = std::numeric_limits<Index>::max(), const Interrupt& interrupt = {})
    {
        return m_observer.evaluate(m_network, samples, interrupt);
    }

    /// The settings in force, without the changes that led to them.
    [[nodiscard]] const ExperimentConfig& config() const { return m_config; }
    [[nodiscard]] std::int64_t stepsMade() const { return m_steps; }
    [[nodiscard]] RunStatus status() const;
    [[nodiscard]] const std::optional<Divergence>& divergence() const { return m_divergence; }
    /// Batch statistics of the last step (generation 0).
    [[nodiscard]] const StepRecord& lastRecord() const { return m_record; }
    /// Those of the last step that was finite up to the output, where they are asked for.
    [[nodiscard]] const BatchHistograms& batchHistograms() const { return m_histograms; }
    /// Of the last step: the samples of its mini-batch, and the gradient as the optimizer was given it, penalised and
    /// clipped.
    [[nodiscard]] std::span<const Index> batch() const { return m_batches.order().batch(); }
    [[nodiscard]] const Vector& gradient() const { return m_pass.gradient; }
    /// The learning rate of the next update, as the schedule gives it.
    [[nodiscard]] double learningRate() const { return m_descent.rateAt(m_steps); }
    [[nodiscard]] const Network& network() const { return m_network; }
    [[nodiscard]] const Dataset& data() const { return *m_data; }

private:
    void takeOver(ExperimentConfig config);
    [[nodiscard]] std::vector<VectorView> memory();
    /// False, and the divergence noted, if something is not finite.
    bool passForward();
    bool passBackward();
    bool update();
    void recordGradients();
    void recordUpdate();
    void diverge(std::size_t layer, Quantity quantity);
    [[nodiscard]] std::size_t layerOfParameter(Index position) const;
    [[nodiscard]] const Dense& dense(std::size_t layer) const;
    [[nodiscard]] double epoch() const;

    std::shared_ptr<const ExperimentConfig> m_start;
    ExperimentConfig m_config; ///< in force; without its changes
    /// The changes of the config and those made since, in the order of steps. Shared with snapshots, so never edited in
    /// place.
    std::shared_ptr<const std::vector<Change>> m_changes;
    std::shared_ptr<const Dataset> m_data;
    LossFunction m_loss;
    Matrix m_trainTargets;
    Network m_network;
    Descent m_descent;
    UpdateMeter m_meter;
    BatchSource m_batches;
    RunObserver m_observer;

    BatchStatistics m_statistics = BatchStatistics::Scalars;
    std::int64_t m_steps = 0;
    double m_epochBefore = 0; ///< epochs made up to m_epochCountedTo, with batches of other sizes
    std::int64_t m_epochCountedTo = 0;
    std::size_t m_nextChange = 0;
    std::optional<Divergence> m_divergence;
    StepRecord m_record;
    BatchHistograms m_histograms;
    double m_batchLoss = 0; ///< of the last step; may be finite where a float of the record is not

    bool m_keepsUpdate = false;
    std::int64_t m_updateStep = -1; ///< the step that m_update is of
    Vector m_update;                ///< of all parameters; before that step is over, what they were

    NetworkPass m_pass;
    SecondCore m_secondCore;
};

/// Scores as a record of them; what there is none of is NaN.
EvaluationRecord evaluationOf(std::int64_t step, const Score& train, const std::optional<Score>& test);

/// The scores of a snapshot as a record without steps, for History.
StepRecord evaluationRecord(const Snapshot& snapshot);

} // namespace core

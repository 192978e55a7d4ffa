// SPDX-License-Identifier: GPL-3.0-or-later
// Why a unit is dead: the run is made again, bit for bit, and the unit is looked at after every step, backwards from
// the end, until the update is found with which it died. What would have saved it is tried, not guessed: each
// counterfactual is a run of its own. Used by the window on a thread of its own; knows no other.
#pragma once

#include "core/data/Dataset.h"
#include "core/probe/Liveness.h"
#include "core/train/Checkpoint.h"
#include "core/train/TrainingRun.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <stop_token>
#include <vector>

namespace core
{

/// Which unit of which run. The experiment is one from which the run can be replayed, with the changes made since.
struct AutopsyOrder {
    ExperimentConfig experiment;
    std::int64_t step = 0; ///< up to which the run is looked at
    int layer = 1;         ///< from 1
    int unit = 0;          ///< from 0
};

/// A unit is dead where f′(z) = 0 on every probe sample, as the Probe has it.
enum class Fate {
    Alive,         ///< at the last step
    DeadFromStart, ///< at every step since step 0
    Died,          ///< at a step, and dead ever since
};

/// The beginning of the last unbroken dead stretch.
struct Death {
    std::int64_t step = 0; ///< updates made when the unit was dead
    /// Changed settings, another activation for one, killed it before any update: what follows of that update is 0 and
    /// empty.
    bool byChange = false;
    std::vector<Setting> changed; ///< settings that came into force just before
    std::vector<float> zBefore;   ///< of the unit on every probe sample, before the update …
    std::vector<float> zAfter;    ///< … and after it
    double biasBefore = 0;
    double biasAfter = 0;
    double learningRate = 0;         ///< of that update, as the schedule gave it
    double unitGradientNorm = 0;     ///< of the unit's incoming weights, over the mini-batch, as the optimizer had it
    double gradientNorm = 0;         ///< of all parameters, likewise
    std::vector<Index> batchSamples; ///< of the training set
};

struct AutopsyFinding {
    Fate fate = Fate::Alive;
    std::optional<Death> death; ///< of Fate::Died
    std::int64_t step = 0;      ///< the last step looked at: the one asked for, or where the run diverged
    int aliveUnits = 0;         ///< at the last step, of all hidden layers
    int units = 0;
    std::optional<Divergence> divergence;
};

/// What may save a unit.
enum class Cure {
    NegativeSlope, ///< leaky_relu with slope 0.01 in place of the unit's activation, from the death on
    HalfRate,      ///< half the learning rate, from the death on
    HeNormal,      ///< weights drawn by he_normal
    ZeroBias,      ///< biases that begin at 0
};

/// A run that never was.
struct Counterfactual {
    Cure cure = Cure::NegativeSlope;
    std::int64_t fromStep = 0;   ///< where it parts from the run that was
    bool isAsItWas = false;      ///< the run that was had this already: there is nothing to be tried
    ExperimentConfig experiment; ///< which can be run again by anybody
};

struct CounterfactualAnswer {
    bool unitAlive = false; ///< at the step at which the autopsy ends
    int aliveUnits = 0;
    int units = 0;
    std::optional<Divergence> divergence;
    Vector parameters; ///< at the end, with the changes that are due then
};

/// How to stop it, and who wants to know how far it is.
struct AutopsyWatch {
    std::stop_token stop{};
    /// Called after every step with a share from 0 to 1, so it must be quick.
    std::function<void(double share)> progress = [](double) {};
};

class Autopsy
{
public:
    /// The experiment is one that checkConfig and checkWithData accept, and that has this unit.
    Autopsy(AutopsyOrder order, std::shared_ptr<const Dataset> data);

    /// To be asked once, before anything else. Nothing if it was stopped.
    std::optional<AutopsyFinding> find(const AutopsyWatch& watch = {});
    /// What can be tried, in the order of Cure; nothing of a unit that is alive.
    [[nodiscard]] std::vector<Counterfactual> counterfactuals() const;
    /// Tries it. Nothing if it was stopped.
    [[nodiscard]] std::optional<CounterfactualAnswer> answer(const Counterfactual& question,
                                                             const AutopsyWatch& watch = {}) const;

private:
    [[nodiscard]] bool isDead();
    bool replay(const AutopsyWatch& watch);
    /// The last step at which the unit was alive, −1 if there was none; nothing if it was stopped.
    std::optional<std::int64_t> lastAliveStep(const AutopsyWatch& watch);
    void stepTo(std::int64_t step);
    /// The run stands at the last step at which the unit was alive.
    Death examine();
    /// From here on: what the counterfactuals begin with.
    void part();
    [[nodiscard]] ExperimentConfig changedFromDeath(Cure cure) const;

    AutopsyOrder m_order;
    std::shared_ptr<const Dataset> m_data;
    std::unique_ptr<TrainingRun> m_run;
    std::optional<Liveness> m_liveness;
    CheckpointRow m_checkpoints;
    std::size_t m_layer;
    Index m_unit;
    std::int64_t m_last = 0;             ///< the last step looked at
    std::optional<Checkpoint> m_parting; ///< before the death; none of a unit that is alive
    ExperimentConfig m_inForce;          ///< in that update
};

} // namespace core

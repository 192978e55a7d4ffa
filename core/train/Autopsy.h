// SPDX-License-Identifier: GPL-3.0-or-later
// Why a unit is dead: the run is made again, bit for bit, and the unit is looked at after every step, backwards from
// the end, until the update is found with which it died. What would have saved it is tried, not guessed: each
// counterfactual is a run of its own. Used by the window on a thread of its own; knows no other.
#pragma once

#include "core/data/Dataset.h"
#include "core/probe/Liveness.h"
#include "core/train/AutopsyFinding.h"
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
    /// What can be tried, in the order of Remedy; nothing of a unit that is alive.
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
    [[nodiscard]] ExperimentConfig changedFromDeath(Remedy remedy) const;

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

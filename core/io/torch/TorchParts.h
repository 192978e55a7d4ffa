// SPDX-License-Identifier: GPL-3.0-or-later
// The parts of an experiment as PyTorch code, each a text of top-level Python definitions. Used by TorchExport, which
// puts them together.
#pragma once

#include "core/config/ExperimentConfig.h"
#include "core/data/Dataset.h"

#include <string>
#include <vector>

namespace core
{

/// The settings from one recorded change to the next.
struct Stage {
    std::int64_t firstStep = 0; ///< updates that come before the first one with these settings
    ExperimentConfig config;
};

/// What is to be written as code.
struct TorchPlan {
    std::vector<Stage> stages; ///< at least one; the first begins at 0
    DataShape shape;
    Index outputs = 0;
    std::size_t trainSamples = 0;
    std::size_t testSamples = 0;
    std::string dataFolder; ///< its name; empty: the script makes everything itself
    bool withState = false; ///< initial parameters, order of samples and losses lie in that folder

    [[nodiscard]] const ExperimentConfig& config() const { return stages.front().config; }
    /// Whether a setting, as a function of the config, is another one in some stage.
    template <class Get>
    [[nodiscard]] bool changes(Get get) const
    {
        for (const Stage& stage : stages)
            if (get(stage.config) != get(config()))
                return true;
        return false;
    }
};

/// train_inputs, train_labels … : made, or loaded.
std::string pythonData(const TorchPlan& plan);

/// build_model(), with the classes that PyTorch does not have.
std::string pythonModel(const TorchPlan& plan);
/// initialize(model).
std::string pythonInitialization(const TorchPlan& plan);
/// What becomes other layers in this stage, as statements on `model` and `optimizer`; empty if nothing does.
std::string pythonLayerChanges(const TorchPlan& plan, std::size_t stage);
/// Whether something in the model is random in every step, which PyTorch draws in its own way.
bool drawsWhileTraining(const TorchPlan& plan);

/// The numbers of training that may change while it runs, as constants.
std::string pythonDials(const TorchPlan& plan);
/// Targets, loss, learning rate, changes, order of samples.
std::string pythonTraining(const TorchPlan& plan);
/// main().
std::string pythonMain(const TorchPlan& plan);

} // namespace core

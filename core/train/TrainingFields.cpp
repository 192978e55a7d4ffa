// SPDX-License-Identifier: GPL-3.0-or-later
// The fields that say how the network is trained: its initial weights, the loss, the optimizer, and for how long.
#include "core/data/Dataset.h"
#include "core/nn/Initializer.h"
#include "core/nn/Loss.h"
#include "core/nn/Optimizer.h"
#include "core/nn/Schedule.h"
#include "core/train/FieldMakers.h"

namespace core
{

namespace
{

void addInitializer(std::vector<Field>& fields, const ExperimentConfig& config)
{
    addChoice(
        fields, config, "initializer", initializerCatalogue(), [](auto& c) -> auto& { return c.initializer.weights; },
        false, false);
    fields.push_back(numberField(
        "initializer.gain", {0, kLargest, true, Scale::Fine, 0, 10},
        [](auto& c) -> auto& { return c.initializer.gain; }));
    fields.push_back(numberField(
        "initializer.bias", {-kLargest, kLargest, true, Scale::Linear, -5, 5},
        [](auto& c) -> auto& { return c.initializer.bias; }));
    fields.push_back(numberField(
        "initializer.bias_std", {0, kLargest, true, Scale::Fine, 0, 5},
        [](auto& c) -> auto& { return c.initializer.biasStd; }));
}

/// A loss that is not chosen is the default of the data's task.
void addLoss(std::vector<Field>& fields, const ExperimentConfig& config)
{
    const std::size_t place = fields.size();
    addChoice(
        fields, config, "loss", lossCatalogue(), [](auto& c) -> auto& { return c.loss; }, false, false);
    Field& kind = fields[place];
    kind.optional = true;
    kind.get = [](const ExperimentConfig& c) -> Value {
        if (!c.loss.kind.empty())
            return c.loss.kind;
        // Where only the file knows its task, it also knows the loss that goes with it.
        const DataSourceInfo* source = findRow(dataSourceCatalogue(), c.data.source);
        const std::optional<bool> classes = source == nullptr ? true : hasClasses(c.data);
        return classes ? Value(std::string(findLoss({}, *classes)->id)) : Value();
    };
    kind.set = [setKind = kind.set](ExperimentConfig& c, const Value& value) {
        setKind(c, std::holds_alternative<std::string>(value) ? value : Value(std::string()));
    };
    ExperimentConfig unset = config;
    unset.loss = {};
    kind.defaultValue = kind.get(unset);
}

/// Gradient and learning rate are looked at anew in every step: all but the kind of the optimizer is hot.
void addOptimizer(std::vector<Field>& fields, const ExperimentConfig& config)
{
    addChoice(
        fields, config, "optimizer", optimizerCatalogue(), [](auto& c) -> auto& { return c.optimizer; }, false, true);
    const std::size_t common = fields.size();
    fields.push_back(numberField(
        "optimizer.clip_norm", {0, kLargest, true, Scale::Fine, 0, 10},
        [](auto& c) -> auto& { return c.optimizer.clipNorm; }));
    fields.push_back(numberField(
        "optimizer.clip_value", {0, kLargest, true, Scale::Fine, 0, 10},
        [](auto& c) -> auto& { return c.optimizer.clipValue; }));
    fields.push_back(numberField(
        "optimizer.l1", {0, kLargest, true, Scale::Fine, 0, 0.1}, [](auto& c) -> auto& { return c.optimizer.l1; }));
    addChoice(
        fields, config, "optimizer.schedule", scheduleCatalogue(),
        [](auto& c) -> auto& { return c.optimizer.schedule; }, true, true);
    fields.push_back(numberField(
        "optimizer.schedule.warmup_steps", {0, kLargest, true, Scale::Integer, 0, 1000},
        [](auto& c) -> auto& { return c.optimizer.warmupSteps; }));
    for (std::size_t at = common; at < fields.size(); ++at)
        fields[at].hot = true;
}

void addDuration(std::vector<Field>& fields)
{
    fields.push_back(numberField(
        "training.batch_size", {1, kLargestWhole, true, Scale::Integer, 1, 512},
        [](auto& c) -> auto& { return c.training.batchSize; }));
    fields.push_back(numberField(
        "training.steps", {0, kLargest, true, Scale::Integer, 0, 100000},
        [](auto& c) -> auto& { return c.training.steps; }));
    fields.push_back(numberField(
        "training.steps_per_second", {0, kLargest, true, Scale::Logarithmic, 1, 10000},
        [](auto& c) -> auto& { return c.training.stepsPerSecond; }));
    fields.push_back(numberField(
        "probe.samples", {1, 1e7, true, Scale::Integer, 16, 4096}, [](auto& c) -> auto& { return c.probeSamples; }));
    for (auto it = fields.end() - 4; it != fields.end(); ++it)
        it->hot = true;
}

} // namespace

void addTrainingFields(std::vector<Field>& fields, const ExperimentConfig& config)
{
    addInitializer(fields, config);
    addLoss(fields, config);
    addOptimizer(fields, config);
    addDuration(fields);
}

} // namespace core

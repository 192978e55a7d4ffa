// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/TorchExport.h"

#include "core/base/AtomicFile.h"
#include "core/data/BatchOrder.h"
#include "core/io/Npy.h"
#include "core/io/torch/PythonText.h"
#include "core/io/torch/TorchParts.h"
#include "core/train/ConfigCheck.h"
#include "core/train/ConfigFields.h"
#include "core/train/TrainingRun.h"

#include <algorithm>
#include <cassert>
#include <filesystem>
#include <memory>

namespace core
{

namespace
{

using File = TorchExport::File;

/// More than a run that anybody waits for; 64 MB.
constexpr std::size_t kMostOrderedSamples = std::size_t(1) << 24;

std::filesystem::path dataFolderOf(const std::filesystem::path& script)
{
    return script.parent_path() / (script.stem().string() + "_data");
}

std::vector<Stage> stagesOf(const ExperimentConfig& config)
{
    std::vector<Stage> stages{{0, config}};
    for (const Change& change : config.changes) {
        Result<ExperimentConfig> changed = withSettings(stages.back().config, change.set);
        assert(changed); // ConfigCheck's promise
        if (change.step == stages.back().firstStep)
            stages.back().config = std::move(changed).value();
        else
            stages.push_back({change.step, std::move(changed).value()});
    }
    return stages;
}

void addSamples(std::vector<File>& files, const std::string& part, const Samples& samples)
{
    if (samples.size() == 0)
        return;
    files.push_back({part + "_inputs.npy", npyBytes(Matrix(samples.inputs))});
    const std::vector<std::int64_t> labels(samples.labels.begin(), samples.labels.end());
    if (labels.empty())
        files.push_back({part + "_targets.npy", npyBytes(samples.targets)});
    else
        files.push_back({part + "_labels.npy", npyBytes(labels)});
}

/// In the order in which PyTorch has them: weights, biases, those of the normalisation, learned slopes; layer by layer.
Vector initialParameters(const Network& network)
{
    std::vector<Scalar> values;
    const auto add = [&](Index first, Index end) {
        const auto all = network.parameters().segment(first, end - first);
        values.insert(values.end(), all.begin(), all.end());
    };
    for (std::size_t l = 0; l < network.depth(); ++l) {
        const HiddenLayer& layer = network.hidden(l);
        const ParameterSlot& slopes = layer.activate->slopes();
        // The slot has a place for each unit; PyTorch has those that are learned.
        add(layer.dense->weights().offset, slopes.offset + layer.activate->learnedSlopes());
    }
    add(network.output().weights().offset, network.output().biases().end());
    return Eigen::Map<const Vector>(values.data(), static_cast<Index>(values.size()));
}

std::size_t stageAt(const std::vector<Stage>& stages, std::int64_t step)
{
    std::size_t stage = 0;
    while (stage + 1 < stages.size() && stages[stage + 1].firstStep <= step)
        ++stage;
    return stage;
}

/// How many permutations the steps of the experiment use up.
std::size_t epochsOf(const std::vector<Stage>& stages, std::size_t samples)
{
    const std::size_t most = std::max<std::size_t>(1, kMostOrderedSamples / samples);
    const std::int64_t steps = stages.front().config.training.steps;
    std::size_t epochs = 0;
    std::size_t next = samples;
    for (std::int64_t step = 0; step < steps && epochs < most; ++step) {
        const auto batch = static_cast<std::size_t>(stages[stageAt(stages, step)].config.training.batchSize);
        const std::size_t size = std::min(batch, samples);
        if (next + size > samples) {
            ++epochs;
            next = 0;
        }
        next += size;
    }
    return epochs;
}

/// A row an epoch.
File batchOrder(const TorchPlan& plan)
{
    const std::size_t epochs = std::max<std::size_t>(1, epochsOf(plan.stages, plan.trainSamples));
    BatchOrder order(static_cast<Index>(plan.trainSamples), plan.config().seed);
    std::vector<std::int32_t> samples;
    samples.reserve(epochs * plan.trainSamples);
    for (std::size_t epoch = 0; epoch < epochs; ++epoch)
        for (const Index sample : order.next(static_cast<std::int64_t>(plan.trainSamples)))
            samples.push_back(static_cast<std::int32_t>(sample));
    return {"batch_order.npy", npyBytes(samples, epochs)};
}

File referenceLosses(TrainingRun& run, const std::function<bool()>& goesOn)
{
    std::vector<double> losses;
    while (goesOn() && run.status() == RunStatus::Training && run.stepsMade() < kReferenceSteps) {
        run.step();
        losses.push_back(static_cast<double>(run.lastRecord().batchLoss.mean));
    }
    return {"losses.npy", npyBytes(losses)};
}

/// A title, which may hold anything, as one line of a comment or of a text in three quotes.
std::string oneLine(std::string_view text)
{
    std::string line;
    for (const char letter : text) {
        if (letter == '\n' || letter == '\r')
            line += ' ';
        else if (letter == '"' || letter == '\\')
            line.append("\\").append(1, letter);
        else if (static_cast<unsigned char>(letter) >= ' ')
            line += letter;
    }
    return line.empty() ? "An experiment without a title" : line;
}

std::string docstring(const TorchPlan& plan, const TorchOptions& options)
{
    std::string text = "\"\"\"" + oneLine(plan.config().title) + "\n\nThe experiment as PyTorch code, written by " +
                       options.generator + ". Run it with Python 3 and PyTorch 1.13 or later:\n\n    python3 " +
                       oneLine(std::filesystem::path(options.path).filename().string()) +
                       " [--steps N] [--losses FILE.csv]\n";
    if (!plan.dataFolder.empty() && plan.withState)
        text += "\nData, initial parameters and the order of the mini-batches are Actiscope's own; they lie in the "
                "folder\n" +
                oneLine(plan.dataFolder) + ", which belongs beside this file.\n";
    else if (!plan.dataFolder.empty())
        text += "\nThe data lies in the folder " + oneLine(plan.dataFolder) + ", which belongs beside this file.\n";
    if (!plan.withState)
        text += "\nPyTorch draws its own random numbers, so the losses are like Actiscope's, not the same. A script "
                "that is\n"
                "written with the state reproduces them.\n";
    if (plan.withState && drawsWhileTraining(plan))
        text += "\nDropout and random slopes are drawn by PyTorch, so the losses are like Actiscope's, not the same.\n";
    return text + "\"\"\"\n";
}

std::string imports(const std::string& body)
{
    std::string code = "import argparse\nimport csv\n";
    code += "import math\n"; // main() has it
    if (body.find("DATA /") != std::string::npos)
        code += "from pathlib import Path\n\nimport numpy as np\n";
    else
        code += "\n";
    return code + "import torch\nfrom torch import nn\n\n";
}

std::string constants(const TorchPlan& plan)
{
    const ExperimentConfig& config = plan.config();
    std::string code = "SEED = " + std::to_string(config.seed) + "\n";
    code += "STEPS = " + std::to_string(config.training.steps) + "\n";
    code += pythonDials(plan);
    if (!plan.dataFolder.empty())
        code += "DATA = Path(__file__).with_name(" + pythonString(plan.dataFolder) + ")\n";
    return code + "\n\n";
}

std::string scriptOf(const TorchPlan& plan, const TorchOptions& options)
{
    const std::string body =
        pythonData(plan) + pythonModel(plan) + pythonInitialization(plan) + pythonTraining(plan) + pythonMain(plan);
    return "# SPDX-License-Identifier: MIT-0\n" + docstring(plan, options) + imports(body) + constants(plan) + body;
}

} // namespace

Result<TorchExport> exportTorch(const ExperimentConfig& config, const ResourceReader& resources,
                                const TorchOptions& options)
{
    Result<std::unique_ptr<TrainingRun>> made = TrainingRun::create(config, resources);
    if (!made)
        return made.faults();
    TrainingRun& run = *made.value();
    const Dataset& data = run.data();

    TorchPlan plan;
    plan.stages = stagesOf(config);
    plan.shape = data.shape();
    plan.outputs = run.network().output().biases().size();
    plan.trainSamples = static_cast<std::size_t>(data.train.size());
    plan.testSamples = static_cast<std::size_t>(data.test.size());
    plan.withState = options.withState;
    const bool isMade = findRow(dataSourceCatalogue(), config.data.source)->generate != nullptr;
    if (!isMade || options.withState)
        plan.dataFolder = dataFolderOf(options.path).filename().string();

    TorchExport result{scriptOf(plan, options), {}};
    if (plan.dataFolder.empty())
        return result;
    addSamples(result.files, "train", data.train);
    addSamples(result.files, "test", data.test);
    if (options.withState) {
        result.files.push_back({"initial_parameters.npy", npyBytes(initialParameters(run.network()))});
        result.files.push_back(batchOrder(plan));
        result.files.push_back(referenceLosses(run, options.goesOn));
    }
    return result;
}

Outcome writeTorchExport(const TorchExport& made, const std::string& path)
{
    const std::filesystem::path folder = dataFolderOf(path);
    if (!made.files.empty()) {
        std::error_code error;
        std::filesystem::create_directory(folder, error);
        if (error)
            return Fault{FaultCode::Unwritable, folder.string(), {error.message()}};
    }
    for (const File& file : made.files)
        if (const Outcome written = writeWholeFile((folder / file.name).string(), file.bytes); !written)
            return written;
    return writeWholeFile(path, made.script);
}

} // namespace core

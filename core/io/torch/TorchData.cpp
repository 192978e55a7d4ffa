// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/torch/PythonText.h"
#include "core/io/torch/TorchParts.h"

#include <cassert>

namespace core
{

namespace
{

constexpr std::string_view kLoad = R"(def load(name):
    return torch.from_numpy(np.load(DATA / f"{name}.npy"))


)";

/// "labels" of classes, "targets" of a regression.
std::string answersOf(const TorchPlan& plan)
{
    return plan.shape.classification ? "labels" : "targets";
}

std::string loadedData(const TorchPlan& plan, const DataSourceInfo& info)
{
    const std::string answers = answersOf(plan);
    std::string code(kLoad);
    if (!info.credit.empty())
        code += "# " + std::string(info.credit) + "\n";
    code += "# Already divided and scaled; a row a sample.\n";
    for (const char* part : {"train", "test"})
        if (std::string_view(part) == "train" || plan.testSamples > 0)
            for (const std::string& name : {std::string("inputs"), answers})
                code.append(part).append("_").append(name).append(" = load(\"").append(part).append("_").append(name) +=
                    "\")\n";
    return code + "\n\n";
}

std::string madeData(const TorchPlan& plan, const DataSourceInfo& info)
{
    const DataConfig& config = plan.config().data;
    const std::string answers = answersOf(plan);
    std::string names;
    std::string arguments;
    for (const ParameterInfo& parameter : info.parameters) {
        const double value = parameter.name == "samples"   ? static_cast<double>(config.samples)
                             : parameter.name == "classes" ? static_cast<double>(config.classes)
                                                           : config.noise;
        names.append(names.empty() ? "" : ", ").append(parameter.name);
        arguments.append(arguments.empty() ? "" : ", ").append(parameter.name).append("=").append(pythonNumber(value));
    }
    std::string code = "def make_data(" + names + "):\n    \"\"\"" + std::string(info.formula) + "\"\"\"\n" +
                       indented(info.python, 4) + "\n\n";
    if (config.standardize.value_or(info.standardizeByDefault))
        code += "def standardized(values, train):\n"
                "    \"\"\"Mean 0 and standard deviation 1 over the training part; what is constant becomes 0.\"\"\"\n"
                "    std, mean = torch.std_mean(values[train], dim=0, unbiased=False)\n"
                "    return (values - mean) / torch.where(std > 0, std, torch.ones_like(std))\n\n\n";
    const std::string seed = config.seed ? std::to_string(*config.seed) : std::string("SEED");
    code += "torch.manual_seed(" + seed + ")\ninputs, " + answers + " = make_data(" + arguments + ")\n";
    code += "order = torch.randperm(len(inputs))\n";
    const std::string first = std::to_string(plan.testSamples);
    code += plan.testSamples > 0 ? "test, train = order[:" + first + "], order[" + first + ":]\n" : "train = order\n";
    if (config.standardize.value_or(info.standardizeByDefault)) {
        code += "inputs = standardized(inputs, train)\n";
        if (!plan.shape.classification)
            code += "targets = standardized(targets, train)\n";
    }
    for (const char* part : {"train", "test"})
        if (std::string_view(part) == "train" || plan.testSamples > 0)
            code.append(part)
                .append("_inputs, ")
                .append(part)
                .append("_")
                .append(answers)
                .append(" = inputs[")
                .append(part) += "], " + answers + "[" + part + "]\n";
    return code + "\n\n";
}

} // namespace

std::string pythonData(const TorchPlan& plan)
{
    const DataSourceInfo* info = findRow(dataSourceCatalogue(), plan.config().data.source);
    assert(info);
    return plan.dataFolder.empty() ? madeData(plan, *info) : loadedData(plan, *info);
}

} // namespace core

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/torch/PythonText.h"
#include "core/io/torch/TorchParts.h"
#include "core/nn/Activation.h"
#include "core/nn/Expression.h"
#include "core/nn/ExpressionPython.h"
#include "core/nn/Initializer.h"
#include "core/nn/layers/Dropout.h"
#include "core/nn/layers/Normalization.h"

#include <algorithm>
#include <cassert>

namespace core
{

namespace
{

constexpr std::string_view kElementwise = R"(class Elementwise(nn.Module):
    """An activation that PyTorch has no module for."""

    def __init__(self, function):
        super().__init__()
        self.function = function

    def forward(self, z):
        return self.function(z)


)";

constexpr std::string_view kRmsNorm = R"(class RMSNorm(nn.Module):
    """z = weight * u / sqrt(mean of u² + eps), over the units of each sample."""

    def __init__(self, units, eps):
        super().__init__()
        self.weight = nn.Parameter(torch.ones(units))
        self.eps = eps

    def forward(self, u):
        return self.weight * u * torch.rsqrt(u.square().mean(dim=1, keepdim=True) + self.eps)


)";

/// "torch.nn.Tanh()" as it is called where "from torch import nn" stands.
std::string shortName(std::string_view spelling)
{
    constexpr std::string_view kModule = "torch.";
    if (spelling.starts_with("torch.nn."))
        spelling.remove_prefix(kModule.size());
    return std::string(spelling);
}

std::string typedActivation(const ActivationInfo& info, const Choice& choice)
{
    const Result<Expression> expression = Expression::parse(expressionOf(choice));
    assert(expression); // ConfigCheck's promise
    const std::vector<double> values = parameterValues(info.parameters, choice.parameters);
    std::string arguments = "x";
    for (std::size_t i = 0; i < values.size(); ++i)
        if (expression.value().uses(i))
            arguments.append(", ").append(info.parameters[i].name).append("=").append(pythonNumber(values[i]));
    return "Elementwise(lambda " + arguments + ": " + toPython(expression.value()) + ")";
}

std::string activation(const Choice& choice, std::int64_t units)
{
    const ActivationInfo* info = findRow(activationCatalogue(), choice.kind);
    assert(info);
    if (info->isTyped)
        return typedActivation(*info, choice);
    const std::vector<double> numbers = parameterValues(info->parameters, choice.parameters);
    PythonValues values = pythonValues(info->parameters, choice);
    if (info->slopeIsLearned)
        values["slopes"] = numbers[1] != 0 ? std::to_string(units) : "1";
    if (info->slopeIsRandom && numbers[0] > numbers[1]) // PyTorch insists on the order
        std::swap(values[std::string(info->parameters[0].name)], values[std::string(info->parameters[1].name)]);
    // Bounds that cross are refused by PyTorch's module, but not by its function.
    const bool crosses = choice.kind == "hard_tanh" && !(numbers[0] < numbers[1]);
    const std::string_view spelling = crosses ? "torch.clamp(z, min_val, max_val)" : info->pytorch;
    const std::string code = withValues(spelling, values);
    return code.starts_with("torch.nn.") ? shortName(code) : "Elementwise(lambda z: " + code + ")";
}

std::string normalization(const Choice& choice, std::int64_t units)
{
    const NormalizationInfo* info = findRow(normalizationCatalogue(), choice.kind);
    assert(info);
    if (!info->make)
        return {};
    PythonValues values = pythonValues(info->parameters, choice);
    values["units"] = std::to_string(units);
    const std::string code = shortName(withValues(info->pytorch, values));
    return choice.kind == "rms" ? code.substr(code.find('.') + 1) : code; // young in PyTorch: the script has its own
}

bool drops(const Choice& choice)
{
    const auto rate = choice.parameters.find("rate");
    return rate != choice.parameters.end() && rate->second > 0;
}

std::string dropout(const Choice& choice)
{
    const DropoutInfo* info = findRow(dropoutCatalogue(), choice.kind);
    assert(info);
    return shortName(withValues(info->pytorch, pythonValues(info->parameters, choice)));
}

/// Which parts the hidden layers of an experiment have.
struct Parts {
    bool normalization = false;
    bool dropout = false;
    bool skipBefore = false;
    bool skipBehind = false;
    bool elementwise = false;
    bool rmsNorm = false;
};

std::string skipOf(const NetworkConfig& network, std::size_t layer, std::int64_t inputs)
{
    return inputs == network.unitsOf(layer) ? network.residualOf(layer) : "none";
}

std::int64_t inputsOf(const TorchPlan& plan, std::size_t layer)
{
    return layer == 0 ? plan.shape.inputs : plan.config().network.unitsOf(layer - 1);
}

std::size_t depthOf(const TorchPlan& plan)
{
    return static_cast<std::size_t>(plan.config().network.depth);
}

Parts partsOf(const TorchPlan& plan)
{
    Parts parts;
    for (const Stage& stage : plan.stages) {
        const NetworkConfig& network = stage.config.network;
        for (std::size_t l = 0; l < depthOf(plan); ++l) {
            const std::string skip = skipOf(network, l, inputsOf(plan, l));
            parts.normalization |= network.normalizationOf(l).kind != "none";
            parts.rmsNorm |= network.normalizationOf(l).kind == "rms";
            parts.dropout |= drops(network.dropoutOf(l));
            parts.skipBefore |= skip == "pre";
            parts.skipBehind |= skip == "post";
            parts.elementwise |= activation(network.activationOf(l), 1).starts_with("Elementwise");
        }
    }
    return parts;
}

/// The class of a hidden layer, with the parts that occur and no others.
std::string hiddenClass(const Parts& parts)
{
    std::string formula = parts.normalization ? "u = W h + b, z = norm(u)" : "z = W h + b";
    formula += parts.skipBefore ? ", plus h where the layer has a skip before" : "";
    formula += "; a = f(z)";
    formula += parts.dropout ? ", with dropout" : "";
    formula += parts.skipBehind ? ", plus h where the layer has a skip behind" : "";
    std::string arguments = "inputs, units, activation";
    std::string members = "self.linear = nn.Linear(inputs, units)\n";
    std::string z = "self.linear(h)";
    std::string a = "self.activation(z)";
    if (parts.normalization) {
        arguments += ", normalization=None";
        members += "self.normalization = normalization or nn.Identity()\n";
        z = "self.normalization(" + z + ")";
    }
    // Learned slopes stand behind the normalisation, as in Actiscope.
    members += "self.activation = activation\n";
    if (parts.dropout) {
        arguments += ", dropout=None";
        members += "self.dropout = dropout or nn.Identity()\n";
        a = "self.dropout(" + a + ")";
    }
    if (parts.skipBefore || parts.skipBehind) {
        arguments += ", skip=None";
        members += "self.skip = skip\n";
    }
    std::string body = "z = " + z + "\n";
    if (parts.skipBefore)
        body += "if self.skip == \"pre\":\n    z = z + h\n";
    body += parts.skipBehind ? "a = " + a + "\nreturn a + h if self.skip == \"post\" else a\n" : "return " + a + "\n";
    return "class HiddenLayer(nn.Module):\n    \"\"\"" + formula + ".\"\"\"\n\n    def __init__(self, " + arguments +
           "):\n        super().__init__()\n" + indented(members, 8) + "\n    def forward(self, h):\n" +
           indented(body, 8) + "\n\n";
}

std::string hiddenLayer(const TorchPlan& plan, std::size_t l)
{
    const NetworkConfig& network = plan.config().network;
    const std::int64_t inputs = inputsOf(plan, l);
    const std::int64_t units = network.unitsOf(l);
    std::string code = "HiddenLayer(" + std::to_string(inputs) + ", " + std::to_string(units) + ", " +
                       activation(network.activationOf(l), units);
    if (const std::string norm = normalization(network.normalizationOf(l), units); !norm.empty())
        code += ", normalization=" + norm;
    if (drops(network.dropoutOf(l)))
        code += ", dropout=" + dropout(network.dropoutOf(l));
    if (const std::string skip = skipOf(network, l, inputs); skip != "none")
        code += ", skip=\"" + skip + "\"";
    return code + ")";
}

/// Calls `put`(first, count) for each run of equal texts.
template <class Put>
void forEachRun(const std::vector<std::string>& texts, Put put)
{
    for (std::size_t first = 0; first < texts.size();) {
        std::size_t end = first + 1;
        while (end < texts.size() && texts[end] == texts[first])
            ++end;
        put(first, end - first);
        first = end;
    }
}

/// Initialisers that PyTorch has no function for.
constexpr std::string_view kAsymmetric = R"(def randomized_asymmetric_(weight, bias, gain):
    """One entry of each row of [W b], at a random place, is positive for sure (Lu et al., 2019)."""
    units, fan_in = weight.shape
    std = gain * 0.6007 / fan_in**0.5
    rows = torch.randn(units, fan_in + 1) * std
    place = torch.randint(fan_in + 1, (units,))
    rows[torch.arange(units), place] = gain * torch.rand(units).sqrt()  # Beta(2, 1)
    weight.copy_(rows[:, :fan_in])
    bias.add_(rows[:, fan_in])


)";

constexpr std::string_view kUnitVariance = R"(@torch.no_grad()
def scale_to_unit_variance(model, h, gain):
    """LSUV: layer by layer, W is scaled until W h + b has the standard deviation `gain` on the data."""
    model.train()  # batch normalization looks at these samples
    for module in model.modules():
        if isinstance(module, (nn.Dropout, nn.AlphaDropout, nn.RReLU)):
            module.eval()
    for layer in model:
        linear = layer if isinstance(layer, nn.Linear) else layer.linear
        for _ in range(10):  # the biases' share does not scale, so one turn may not be enough
            std = linear(h).std(unbiased=False)
            if not std.isfinite() or std == 0 or abs(std - gain) <= 1e-3 * gain:
                break
            linear.weight.mul_(gain / std)
        h = layer(h)
    for module in model.modules():
        if isinstance(module, nn.BatchNorm1d):
            module.reset_running_stats()


)";

constexpr std::string_view kLoadParameters = R"(def initialize(model):
    """The initial parameters are those of Actiscope, in the order of model.parameters()."""
    values = torch.from_numpy(np.load(DATA / "initial_parameters.npy"))
    nn.utils.vector_to_parameters(values, model.parameters())


)";

} // namespace

std::string pythonModel(const TorchPlan& plan)
{
    const Parts parts = partsOf(plan);
    std::string code(parts.elementwise ? kElementwise : std::string_view());
    code += std::string(parts.rmsNorm ? kRmsNorm : std::string_view());
    if (depthOf(plan) > 0)
        code += hiddenClass(parts);
    code += "def build_model():\n    return nn.Sequential(\n";
    std::vector<std::string> layers;
    for (std::size_t l = 0; l < depthOf(plan); ++l)
        layers.push_back(hiddenLayer(plan, l));
    forEachRun(layers, [&](std::size_t first, std::size_t count) {
        code += "        ";
        code += count == 1 ? layers[first] : "*(" + layers[first] + " for _ in range(" + std::to_string(count) + "))";
        code += ",\n";
    });
    code += "        nn.Linear(" + std::to_string(inputsOf(plan, depthOf(plan))) + ", " + std::to_string(plan.outputs) +
            "),\n    )\n\n\n";
    return code;
}

std::string pythonInitialization(const TorchPlan& plan)
{
    if (plan.withState)
        return std::string(kLoadParameters);
    const InitializerConfig& config = plan.config().initializer;
    const InitializerInfo* info = findRow(initializerCatalogue(), config.weights.kind);
    assert(info);
    PythonValues values = pythonValues(info->parameters, config.weights);
    const double gain = info->isRandom && !info->scaledByData ? config.gain : 1;
    values["gain"] = pythonNumber(gain);
    const bool asymmetric = info->pytorch.starts_with("randomized_asymmetric_");
    std::string code;
    if (asymmetric)
        code += kAsymmetric;
    if (info->scaledByData)
        code += kUnitVariance;
    const std::string bias = config.biasStd == 0 ? "nn.init.constant_(bias, " + pythonNumber(config.bias) + ")"
                                                 : "nn.init.normal_(bias, " + pythonNumber(config.bias) + ", " +
                                                       pythonNumber(config.biasStd) + ")";
    const bool looksAtInputs = info->pytorch.find("fan_in") != std::string_view::npos;
    code += "@torch.no_grad()\ndef initialize(model):\n"
            "    for linear in [module for module in model.modules() if isinstance(module, nn.Linear)]:\n"
            "        weight, bias = linear.weight, linear.bias\n";
    if (looksAtInputs)
        code += "        fan_in = linear.in_features\n";
    code +=
        "        " + bias + "\n        " + withValues(info->pytorch, values) + "\n    nn.init.zeros_(model[-1].bias)\n";
    if (info->scaledByData)
        code += "    scale_to_unit_variance(model, train_inputs[:1024], " + pythonNumber(config.gain) + ")\n";
    return code + "\n\n";
}

std::string pythonLayerChanges(const TorchPlan& plan, std::size_t stage)
{
    const NetworkConfig& before = plan.stages[stage - 1].config.network;
    const NetworkConfig& now = plan.stages[stage].config.network;
    std::vector<std::string> statements(depthOf(plan));
    for (std::size_t l = 0; l < depthOf(plan); ++l) {
        const ActivationInfo* info = findRow(activationCatalogue(), now.activationOf(l).kind);
        if (now.activationOf(l) != before.activationOf(l)) {
            statements[l] = "layer.activation = " + activation(now.activationOf(l), now.unitsOf(l)) + "\n";
            if (info->slopeIsLearned)
                statements[l] += "optimizer.add_param_group({\"params\": layer.activation.parameters()})\n";
        }
        if (now.dropoutOf(l) != before.dropoutOf(l))
            statements[l] +=
                "layer.dropout = " + (drops(now.dropoutOf(l)) ? dropout(now.dropoutOf(l)) : "nn.Identity()") + "\n";
    }
    std::string code;
    forEachRun(statements, [&](std::size_t first, std::size_t count) {
        if (!statements[first].empty())
            code += "for layer in model[" + std::to_string(first) + ":" + std::to_string(first + count) + "]:\n" +
                    indented(statements[first], 4);
    });
    return code;
}

bool drawsWhileTraining(const TorchPlan& plan)
{
    for (const Stage& stage : plan.stages)
        for (std::size_t l = 0; l < depthOf(plan); ++l) {
            const NetworkConfig& network = stage.config.network;
            if (drops(network.dropoutOf(l)) ||
                findRow(activationCatalogue(), network.activationOf(l).kind)->slopeIsRandom)
                return true;
        }
    return false;
}

} // namespace core

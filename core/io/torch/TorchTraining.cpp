// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/torch/PythonText.h"
#include "core/io/torch/TorchParts.h"
#include "core/nn/Loss.h"
#include "core/nn/Optimizer.h"
#include "core/nn/Schedule.h"

#include <array>
#include <cassert>

namespace core
{

namespace
{

// What may change while it runs and is neither the model's nor the optimizer's.
struct Dial {
    const char* name;
    double (*value)(const ExperimentConfig& config);
};
constexpr Dial kBatchSize{"BATCH_SIZE",
                          [](const ExperimentConfig& c) { return static_cast<double>(c.training.batchSize); }};
constexpr Dial kL1{"L1", [](const ExperimentConfig& c) { return c.optimizer.l1; }};
constexpr Dial kClipNorm{"CLIP_NORM", [](const ExperimentConfig& c) { return c.optimizer.clipNorm; }};
constexpr Dial kClipValue{"CLIP_VALUE", [](const ExperimentConfig& c) { return c.optimizer.clipValue; }};
constexpr std::array kDials{kBatchSize, kL1, kClipNorm, kClipValue};

/// Whether the dial is above 0 in some stage.
bool isUsed(const TorchPlan& plan, const Dial& dial)
{
    return plan.changes(dial.value) || dial.value(plan.config()) > 0;
}

/// `statement`, under a condition where the dial comes and goes.
std::string whereUsed(const TorchPlan& plan, const Dial& dial, const std::string& statement)
{
    if (!isUsed(plan, dial))
        return {};
    return plan.changes(dial.value) ? "if " + std::string(dial.name) + " > 0:\n" + indented(statement, 4) : statement;
}

const LossInfo& lossOf(const TorchPlan& plan)
{
    const LossInfo* info = findLoss(plan.config().loss, plan.shape.classification);
    assert(info);
    return *info;
}

bool keepsLabels(const TorchPlan& plan)
{
    return plan.shape.classification;
}

/// What the loss compares the output with, made from the classes.
std::string targets(const TorchPlan& plan, const std::string& part)
{
    const std::string labels = part + "_labels";
    std::string made;
    if (plan.outputs == 1)
        made = lossOf(plan).logistic ? labels + ".float()[:, None]" : "2 * " + labels + ".float()[:, None] - 1";
    else if (lossOf(plan).oneOutputForTwoClasses)
        made = "nn.functional.one_hot(" + labels + ", " + std::to_string(plan.outputs) + ").float()";
    else
        made = labels;
    return part + "_targets = " + made + "\n";
}

std::string loss(const TorchPlan& plan)
{
    constexpr std::string_view kModule = "torch.nn.";
    const LossInfo& info = lossOf(plan);
    Choice choice = plan.config().loss;
    const std::string spelling = withValues(info.pytorch, pythonValues(info.parameters, choice));
    if (spelling.starts_with(kModule))
        return "loss_function = nn." + spelling.substr(kModule.size()) + "\n\n\n";
    return "\n\ndef loss_function(output, target):\n    return " + spelling + "\n\n\n";
}

/// The arguments of the optimizer's constructor.
std::string optimizerArguments(const OptimizerConfig& config)
{
    const OptimizerInfo* info = findRow(optimizerCatalogue(), config.kind);
    assert(info);
    PythonValues values = pythonValues(info->parameters, config);
    if (values.contains("nesterov") && values["momentum"] == "0") // without momentum it does nothing, and is refused
        values["nesterov"] = "False";
    constexpr std::string_view kFirst = "(parameters, ";
    const std::string_view arguments = info->pytorch.substr(info->pytorch.find(kFirst) + kFirst.size());
    return withValues(arguments.substr(0, arguments.rfind(')')), values);
}

std::string optimizer(const TorchPlan& plan)
{
    const OptimizerInfo* info = findRow(optimizerCatalogue(), plan.config().optimizer.kind);
    const std::string name(info->pytorch.substr(0, info->pytorch.find('(')));
    return "optimizer = " + name + "(model.parameters(), " + optimizerArguments(plan.config().optimizer) + ")\n";
}

bool ratesVary(const TorchPlan& plan)
{
    for (const Stage& stage : plan.stages)
        if (!isConstantRate(stage.config.optimizer))
            return true;
    return false;
}

std::string rate(const OptimizerConfig& config)
{
    std::string code = pythonNumber(learningRate(config));
    if (config.warmupSteps > 1)
        code += " * min(1, (step + 1) / " + std::to_string(config.warmupSteps) + ")";
    const ScheduleInfo* info = findRow(scheduleCatalogue(), config.schedule.kind);
    assert(info);
    if (!info->formula.empty())
        code += " * " + withValues(info->python, pythonValues(info->parameters, config.schedule));
    return code;
}

std::string learningRates(const TorchPlan& plan)
{
    if (!ratesVary(plan))
        return {};
    std::string code = "def learning_rate(step):\n"
                       "    \"\"\"Of the update that `step` updates come before.\"\"\"\n";
    for (std::size_t i = 0; i < plan.stages.size(); ++i) {
        const std::string value = "return " + rate(plan.stages[i].config.optimizer) + "\n";
        const bool isLast = i + 1 == plan.stages.size();
        code += isLast ? "    " + value
                       : "    if step < " + std::to_string(plan.stages[i + 1].firstStep) + ":\n        " + value;
    }
    return code + "\n\n";
}

/// The changes of one stage, as statements.
std::string changesOf(const TorchPlan& plan, std::size_t stage)
{
    const ExperimentConfig& before = plan.stages[stage - 1].config;
    const ExperimentConfig& now = plan.stages[stage].config;
    std::string code;
    for (const Dial& dial : kDials)
        if (dial.value(now) != dial.value(before))
            code.append(dial.name).append(" = ").append(pythonNumber(dial.value(now))) += "\n";
    if (optimizerArguments(now.optimizer) != optimizerArguments(before.optimizer))
        code += "for group in optimizer.param_groups:\n    group.update(" + optimizerArguments(now.optimizer) + ")\n";
    return code + pythonLayerChanges(plan, stage);
}

std::string changes(const TorchPlan& plan)
{
    std::string globals;
    for (const Dial& dial : kDials)
        if (plan.changes(dial.value))
            globals.append(globals.empty() ? "    global " : ", ").append(dial.name);
    std::string code;
    for (std::size_t i = 1; i < plan.stages.size(); ++i)
        if (const std::string statements = changesOf(plan, i); !statements.empty())
            code += "    if step == " + std::to_string(plan.stages[i].firstStep) + ":\n" + indented(statements, 8);
    if (code.empty())
        return {};
    return "def change_settings(step, model, optimizer):\n"
           "    \"\"\"What was changed while it ran, once `step` updates were made.\"\"\"\n" +
           (globals.empty() ? "" : globals + "\n") + code + "\n\n";
}

constexpr std::string_view kBatches = R"(class Batches:
    """Every epoch is a fresh permutation of the samples; a short last batch is dropped."""

    def __init__(self, samples):
        self.samples = samples
        self.next = samples

    def take(self, size):
        size = min(size, self.samples)
        if self.next + size > self.samples:
            self.order = torch.randperm(self.samples)
            self.next = 0
        self.next += size
        return self.order[self.next - size : self.next]


)";

constexpr std::string_view kSavedBatches = R"(class Batches:
    """The mini-batches of Actiscope: each row of batch_order.npy is the order of the samples in one epoch."""

    def __init__(self, samples):
        self.samples = samples
        self.next = samples
        self.epochs = iter(np.load(DATA / "batch_order.npy"))

    def take(self, size):
        size = min(size, self.samples)
        if self.next + size > self.samples:
            epoch = next(self.epochs, None)
            # Beyond the epochs that were saved PyTorch shuffles.
            self.order = torch.randperm(self.samples) if epoch is None else torch.from_numpy(epoch).long()
            self.next = 0
        self.next += size
        return self.order[self.next - size : self.next]


)";

constexpr std::string_view kEvaluateStart = R"(@torch.no_grad()
def evaluate(model, inputs, targets)";

} // namespace

std::string pythonDials(const TorchPlan& plan)
{
    std::string code;
    for (const Dial& dial : kDials)
        if (isUsed(plan, dial))
            code.append(dial.name).append(" = ").append(pythonNumber(dial.value(plan.config()))) += "\n";
    return code;
}

std::string pythonTraining(const TorchPlan& plan)
{
    std::string code;
    if (keepsLabels(plan)) {
        code += targets(plan, "train");
        if (plan.testSamples > 0)
            code += targets(plan, "test");
    }
    code += loss(plan);
    code += learningRates(plan);
    code += changes(plan);
    code += plan.withState ? kSavedBatches : kBatches;
    code += kEvaluateStart;
    code += keepsLabels(plan) ? ", labels):\n" : "):\n";
    code += "    model.eval()\n"
            "    output = torch.cat([model(part) for part in inputs.split(8192)])\n"
            "    model.train()\n"
            "    text = f\"loss {loss_function(output, targets).item():.6g}\"\n";
    if (keepsLabels(plan)) {
        code +=
            plan.outputs == 1 ? "    answers = (output[:, 0] > 0).long()\n" : "    answers = output.argmax(dim=1)\n";
        code += "    return text + f\", accuracy {(answers == labels).float().mean().item():.4f}\"\n\n\n";
    } else {
        code += "    return text\n\n\n";
    }
    return code;
}

std::string pythonMain(const TorchPlan& plan)
{
    std::string step;
    if (const std::string made = changes(plan); !made.empty())
        step += "change_settings(step - 1, model, optimizer)\n";
    if (ratesVary(plan))
        step += "for group in optimizer.param_groups:\n    group[\"lr\"] = learning_rate(step - 1)\n";
    step += "batch = batches.take(BATCH_SIZE)\n"
            "loss = loss_function(model(train_inputs[batch]), train_targets[batch])\n"
            "losses.append(loss.item())\n"
            "if not math.isfinite(losses[-1]):\n"
            "    print(f\"step {step}: the loss is {losses[-1]}; training ends here\")\n"
            "    break\n"
            "optimizer.zero_grad()\n";
    step += isUsed(plan, kL1)
                ? "(loss + L1 * sum(parameter.abs().sum() for parameter in model.parameters())).backward()\n"
                : "loss.backward()\n";
    step += whereUsed(plan, kClipNorm, "nn.utils.clip_grad_norm_(model.parameters(), CLIP_NORM)\n");
    step += whereUsed(plan, kClipValue, "nn.utils.clip_grad_value_(model.parameters(), CLIP_VALUE)\n");
    step += "optimizer.step()\n"
            "if step % report_every == 0 or step == options.steps:\n"
            "    print(f\"step {step}: loss {losses[-1]:.6g}\")\n";

    const std::string labels = keepsLabels(plan) ? ", train_labels" : "";
    std::string code = "def main():\n"
                       "    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])\n"
                       "    parser.add_argument(\"--steps\", type=int, default=STEPS)\n"
                       "    parser.add_argument(\"--losses\", help=\"write the loss of every mini-batch into this CSV "
                       "file\")\n"
                       "    options = parser.parse_args()\n"
                       "    report_every = max(1, options.steps // 20)\n\n"
                       "    torch.manual_seed(SEED)\n"
                       "    model = build_model()\n"
                       "    initialize(model)\n" +
                       indented(optimizer(plan), 4) +
                       "    batches = Batches(len(train_inputs))\n"
                       "    losses = []\n"
                       "    for step in range(1, options.steps + 1):\n" +
                       indented(step, 8) + "    print(\"train:\", evaluate(model, train_inputs, train_targets" +
                       labels + "))\n";
    if (plan.testSamples > 0)
        code += "    print(\"test:\", evaluate(model, test_inputs, test_targets" +
                std::string(keepsLabels(plan) ? ", test_labels" : "") + "))\n";
    if (plan.withState)
        code += "    reference = np.load(DATA / \"losses.npy\")[: len(losses)]\n"
                "    difference = np.abs(losses[: len(reference)] - reference) / np.maximum(0.1, reference)\n"
                "    print(f\"largest difference from Actiscope's loss in the first {len(reference)} steps: \"\n"
                "          f\"{difference.max(initial=0):.2g} of max(0.1, loss)\")\n";
    code += "    if options.losses:\n"
            "        with open(options.losses, \"w\", newline=\"\") as file:\n"
            "            writer = csv.writer(file)\n"
            "            writer.writerow([\"step\", \"loss\"])\n"
            "            writer.writerows(enumerate(losses, start=1))\n";
    return code + "\n\nif __name__ == \"__main__\":\n    main()\n";
}

} // namespace core

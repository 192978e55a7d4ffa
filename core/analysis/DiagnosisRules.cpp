// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/DiagnosisRules.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace core
{

namespace
{

using Readings = std::vector<RuleReading>;

/// Share of the loss of knowing nothing below which something has been learned.
constexpr double kLearnedShare = 0.7;

void readDivergence(const Snapshot& snapshot, const RunMemory& /*memory*/, Readings& readings)
{
    if (snapshot.divergence)
        readings.push_back({snapshot.divergence->layer, static_cast<double>(snapshot.divergence->step)});
}

/// A ratio of 0 is no gradient at all; so is 0/0, where the output still has some to give.
std::optional<double> deltaRatio(const Snapshot& snapshot)
{
    if (snapshot.layers.empty())
        return std::nullopt;
    if (!snapshot.deltaRatio)
        return snapshot.output.deltaRms > 0 ? std::optional(0.0) : std::nullopt;
    return snapshot.deltaRatio;
}

void readDeltaRatio(const Snapshot& snapshot, const RunMemory& /*memory*/, Readings& readings)
{
    if (const std::optional<double> ratio = deltaRatio(snapshot))
        readings.push_back({0, *ratio});
}

void readDead(const Snapshot& snapshot, const RunMemory& memory, Readings& readings)
{
    for (std::size_t l = 0; l < snapshot.layers.size(); ++l) {
        const LayerStatistics& layer = snapshot.layers[l];
        if (!layer.hasDerivative)
            continue; // as for a step: there is no gradient that its units could have lost
        RuleReading reading{layer.index, layer.gradientDeadFraction};
        if (l < memory.deadAtStart.size()) {
            reading.alarm = std::min(snapshot.config.diagnosis.dead.alarm, memory.deadAtStart[l] + kDeadGrowth);
            reading.more.push_back({"at_start", memory.deadAtStart[l]});
        }
        readings.push_back(std::move(reading));
    }
}

void readAsleep(const Snapshot& snapshot, const RunMemory& /*memory*/, Readings& readings)
{
    for (const LayerStatistics& layer : snapshot.layers) {
        const auto asleep = std::count_if(layer.unitStatistics.begin(), layer.unitStatistics.end(),
                                          [](const UnitStatistics& unit) { return unit.state == UnitState::Asleep; });
        readings.push_back({layer.index, static_cast<double>(asleep) / std::max(layer.units, 1)});
    }
}

void readSaturated(const Snapshot& snapshot, const RunMemory& /*memory*/, Readings& readings)
{
    for (const LayerStatistics& layer : snapshot.layers)
        readings.push_back({layer.index, layer.saturatedFraction});
}

void readCollapsed(const Snapshot& snapshot, const RunMemory& /*memory*/, Readings& readings)
{
    for (const LayerStatistics& layer : snapshot.layers)
        readings.push_back({layer.index,
                            std::min(layer.zStdOverSamples, layer.aStdOverSamples),
                            {{"z_std", layer.zStdOverSamples}, {"a_std", layer.aStdOverSamples}}});
}

/// Of all layers and the output, in rising order.
std::vector<double> updateRatios(const Snapshot& snapshot)
{
    std::vector<double> ratios;
    for (const LayerStatistics& layer : snapshot.layers)
        if (layer.updateRatio)
            ratios.push_back(*layer.updateRatio);
    if (snapshot.output.updateRatio)
        ratios.push_back(*snapshot.output.updateRatio);
    std::sort(ratios.begin(), ratios.end());
    return ratios;
}

void readPlateau(const Snapshot& snapshot, const RunMemory& memory, Readings& readings)
{
    if (hasLearned(snapshot))
        return;
    RuleReading reading{0, static_cast<double>(snapshot.step - memory.lowestLossStep)};
    reading.more = {{"loss", snapshot.train.loss}, {"baseline_loss", snapshot.baselineLoss}};
    if (const std::vector<double> ratios = updateRatios(snapshot); !ratios.empty())
        reading.more.push_back({"update_ratio", ratios.back()});
    readings.push_back(std::move(reading));
}

/// The layer in the middle: a single one may be still young, or far behind.
void readMiddleUpdate(const Snapshot& snapshot, const RunMemory& /*memory*/, Readings& readings)
{
    const std::vector<double> ratios = updateRatios(snapshot);
    if (!ratios.empty())
        readings.push_back({0, ratios[ratios.size() / 2], {{"learning_rate", snapshot.learningRate}}});
}

/// The layer that moves most, as long as there is something left to be learned. Without any gradient it is not for the
/// learning rate that nothing moves.
void readLargestUpdate(const Snapshot& snapshot, const RunMemory& /*memory*/, Readings& readings)
{
    const std::vector<double> ratios = updateRatios(snapshot);
    if (!ratios.empty() && ratios.back() > 0 && !hasLearned(snapshot) && deltaRatio(snapshot) != 0.0)
        readings.push_back({0, ratios.back(), {{"learning_rate", snapshot.learningRate}}});
}

/// How the weights were drawn matters no more once the network has learned.
void readInitialization(const Snapshot& snapshot, const RunMemory& memory, Readings& readings)
{
    if (memory.zAtStart.empty() || hasLearned(snapshot))
        return;
    const double first = memory.zAtStart.front();
    RuleReading worst{0, 1};
    for (std::size_t l = 1; l < memory.zAtStart.size(); ++l) {
        const double change = memory.zAtStart[l] / first;
        const double factor = change == 0 ? std::numeric_limits<double>::infinity() : std::max(change, 1 / change);
        if (factor > worst.value)
            worst = {static_cast<int>(l) + 1, factor, {{"z_std_first", first}, {"z_std_layer", memory.zAtStart[l]}}};
    }
    if (worst.layer > 0)
        readings.push_back(std::move(worst));
}

void readOverfitting(const Snapshot& snapshot, const RunMemory& /*memory*/, Readings& readings)
{
    if (!snapshot.test || !hasLearned(snapshot))
        return;
    readings.push_back({0,
                        (snapshot.test->loss - snapshot.train.loss) / snapshot.baselineLoss,
                        {{"train_loss", snapshot.train.loss}, {"test_loss", snapshot.test->loss}}});
}

bool isLinear(const Choice& activation, const std::optional<double>& learnedSlope)
{
    if (activation.kind == "identity" || learnedSlope == 1.0)
        return true;
    const auto slope = activation.parameters.find("negative_slope");
    return activation.kind == "leaky_relu" && slope != activation.parameters.end() && slope->second == 1;
}

void readUselessDepth(const Snapshot& snapshot, const RunMemory& /*memory*/, Readings& readings)
{
    for (std::size_t l = 0; l < snapshot.layers.size(); ++l) {
        const LayerStatistics& layer = snapshot.layers[l];
        const std::string& normalization = snapshot.config.network.normalizationOf(l).kind;
        if (!isLinear(layer.activationChoice, layer.learnedSlope) ||
            (normalization != "none" && normalization != "batch"))
            return;
    }
    if (snapshot.layers.size() > 1)
        readings.push_back({0, static_cast<double>(snapshot.layers.size())});
}

void readClasses(const Snapshot& snapshot, const RunMemory& /*memory*/, Readings& readings)
{
    const Score& score = snapshot.train;
    if (snapshot.step < kSettleSteps || score.classes == 0)
        return;
    readings.push_back({0,
                        static_cast<double>(score.neverAnswered) / score.classes,
                        {{"missing", static_cast<double>(score.neverAnswered)},
                         {"classes", static_cast<double>(score.classes)},
                         {"first_missing", static_cast<double>(score.firstNeverAnswered)}}});
}

constexpr std::array kRules{
    DiagnosisRule{.id = "diverged",
                  .formula = "z, loss, delta or a parameter is not finite",
                  .reads = "diverged",
                  .read = readDivergence,
                  .cures = {"lower_learning_rate", "usual_initializer", "clip_norm"}},
    DiagnosisRule{.id = "vanishing",
                  .formula = "delta_ratio = rms delta of layer 1 / rms delta of layer L",
                  .reads = "delta_ratio",
                  .direction = Direction::Below,
                  .thresholds = &DiagnosisConfig::vanishing,
                  .read = readDeltaRatio,
                  .cures = {"rectify", "batch_normalization", "shallower", "usual_initializer"}},
    DiagnosisRule{.id = "exploding",
                  .formula = "delta_ratio = rms delta of layer 1 / rms delta of layer L",
                  .reads = "delta_ratio",
                  .thresholds = &DiagnosisConfig::exploding,
                  .read = readDeltaRatio,
                  .cures = {"usual_initializer", "batch_normalization", "shallower"}},
    DiagnosisRule{.id = "dead",
                  .formula = "units with f′(z) = 0 on every sample / units",
                  .reads = "layers.gradient_dead_fraction",
                  .direction = Direction::AtLeast,
                  .thresholds = &DiagnosisConfig::dead,
                  .read = readDead,
                  .cures = {"usual_initializer", "leak", "slower_descent"}},
    DiagnosisRule{.id = "collapsed",
                  .formula = "rms over units of the std over samples, the smaller one of z and a",
                  .reads = "layers.z, layers.a",
                  .direction = Direction::Below,
                  .thresholds = &DiagnosisConfig::collapsed,
                  .read = readCollapsed,
                  .cures = {"rectify", "batch_normalization", "usual_initializer", "leak"}},
    DiagnosisRule{.id = "saturated",
                  .formula = "(sample, unit) pairs with z in a saturating tail / pairs",
                  .reads = "layers.saturated_fraction",
                  .direction = Direction::AtLeast,
                  .thresholds = &DiagnosisConfig::saturated,
                  .read = readSaturated,
                  .cures = {"rectify", "usual_initializer", "batch_normalization"}},
    DiagnosisRule{.id = "asleep",
                  .formula = "units with z ≤ 0 on every sample and a weak negative side / units",
                  .reads = "layers.all_negative_fraction",
                  .direction = Direction::AtLeast,
                  .thresholds = &DiagnosisConfig::asleep,
                  .read = readAsleep,
                  .cures = {"usual_initializer", "batch_normalization", "slower_descent"}},
    DiagnosisRule{.id = "learning_rate_high",
                  .formula = "rms(ΔW) / rms(W) of the last update, the middle one of all layers",
                  .reads = "layers.update_ratio, output.update_ratio",
                  .thresholds = &DiagnosisConfig::learningRateHigh,
                  .atOnce = false,
                  .read = readMiddleUpdate,
                  .cures = {"fitting_learning_rate"}},
    DiagnosisRule{.id = "learning_rate_low",
                  .formula = "rms(ΔW) / rms(W) of the last update, the largest one of all layers",
                  .reads = "layers.update_ratio, output.update_ratio",
                  .direction = Direction::Below,
                  .thresholds = &DiagnosisConfig::learningRateLow,
                  .atOnce = false,
                  .read = readLargestUpdate,
                  .cures = {"fitting_learning_rate", "adam"}},
    DiagnosisRule{.id = "plateau",
                  .formula = "steps since the training loss last fell by 1 %",
                  .reads = "train.loss",
                  .direction = Direction::AtLeast,
                  .thresholds = &DiagnosisConfig::plateau,
                  .read = readPlateau,
                  .cures = {"rectify", "batch_normalization", "usual_initializer", "fitting_learning_rate"}},
    DiagnosisRule{.id = "classes_never_predicted",
                  .formula = "classes that are the answer to no training sample / classes",
                  .reads = "train",
                  .direction = Direction::AtLeast,
                  .thresholds = &DiagnosisConfig::classesNeverPredicted,
                  .atOnce = false,
                  .read = readClasses,
                  .cures = {"rectify", "batch_normalization", "usual_initializer"}},
    DiagnosisRule{.id = "poor_initialization",
                  .formula = "max over layers of std z of layer 1 / std z of the layer, or its inverse, at step 0",
                  .reads = "layers.z",
                  .thresholds = &DiagnosisConfig::poorInitialization,
                  .read = readInitialization,
                  .cures = {"usual_initializer", "rectify", "batch_normalization"}},
    DiagnosisRule{.id = "overfitting",
                  .formula = "(test loss − training loss) / loss of answering 0 to everything",
                  .reads = "train.loss, test.loss",
                  .thresholds = &DiagnosisConfig::overfitting,
                  .read = readOverfitting,
                  .cures = {"smaller", "weight_decay", "dropout"}},
    DiagnosisRule{.id = "useless_depth",
                  .formula = "depth of a network without any non-linearity, above 1",
                  .reads = "layers.activation",
                  .severity = Severity::Notice,
                  .read = readUselessDepth,
                  .cures = {"rectify", "shallower"}},
};

} // namespace

std::span<const DiagnosisRule> diagnosisRules()
{
    return kRules;
}

bool hasLearned(const Snapshot& snapshot)
{
    return snapshot.train.loss < kLearnedShare * snapshot.baselineLoss;
}

} // namespace core

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/ConfigCheck.h"

#include "core/base/NumberText.h"
#include "core/base/Types.h"
#include "core/data/Dataset.h"
#include "core/nn/Loss.h"
#include "core/nn/Optimizer.h"
#include "core/nn/layers/Normalization.h"
#include "core/train/ConfigFields.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <limits>
#include <map>
#include <utility>

namespace core
{

namespace
{

constexpr double kChunk = 2048; // samples that evaluation and decision map take at a time

/// Sizes that follow from a config whose single values are right.
struct Sizes {
    double samples = 0;
    double trainSamples = 0;
    double inputs = 0;
    double outputs = 0;
};

Sizes sizesOf(const ExperimentConfig& config, const DataShape& data)
{
    Sizes sizes;
    sizes.samples = static_cast<double>(data.samples);
    sizes.trainSamples = sizes.samples - std::round(sizes.samples * config.data.testFraction);
    sizes.inputs = static_cast<double>(data.inputs);
    if (const LossInfo* loss = findLoss(config.loss, data.classification); loss != nullptr)
        sizes.outputs = static_cast<double>(outputCount(*loss, data.classes));
    return sizes;
}

/// Of one hidden layer.
const NormalizationInfo& normalizationOf(const NetworkConfig& network, std::size_t layer)
{
    return *findRow(normalizationCatalogue(), network.normalizationOf(layer).kind);
}

bool needsBatch(const NetworkConfig& network)
{
    for (std::size_t layer = 0; layer < static_cast<std::size_t>(network.depth); ++layer)
        if (normalizationOf(network, layer).needsBatch)
            return true;
    return false;
}

/// `prefix` leads the path where it is a recorded change that brings the fault.
void checkBatch(Faults& faults, const ExperimentConfig& config, const DataShape& data, const std::string& prefix)
{
    // A batch larger than the training set is the set.
    const double batch = std::min(static_cast<double>(config.training.batchSize), sizesOf(config, data).trainSamples);
    if (batch < 2 && needsBatch(config.network))
        faults.push_back({FaultCode::BatchTooSmall, prefix + "training.batch_size", {valueText(batch), "2"}});
}

void joinTo(Faults& faults, Faults more)
{
    std::move(more.begin(), more.end(), std::back_inserter(faults));
}

void checkLoss(Faults& faults, const ExperimentConfig& config, int classes)
{
    const LossInfo& loss = *findLoss(config.loss, classes > 0);
    if (fitsClasses(loss, classes))
        return;
    const std::string id(loss.id);
    if (classes == 0)
        faults.push_back({FaultCode::LossNeedsClasses, "loss", {id, fittingLosses(classes)}});
    else
        faults.push_back({FaultCode::LossIsBinary, "loss", {id, std::to_string(classes), fittingLosses(classes)}});
}

void checkCombinations(Faults& faults, const ExperimentConfig& config, const DataShape& data)
{
    const Sizes sizes = sizesOf(config, data);
    if (sizes.trainSamples < 1)
        faults.push_back({FaultCode::NoTrainingSample,
                          "data.test_fraction",
                          {valueText(sizes.samples), valueText(config.data.testFraction)}});
    else
        checkBatch(faults, config, data, "");

    checkLoss(faults, config, data.classes);
    joinTo(faults, checkMemory(memoryNeeded(config, data), "network"));
}

/// A file that is to be read must be named; whether it can be read is found out by reading it.
void checkDataKeys(Faults& faults, const DataConfig& data)
{
    const DataSourceInfo& source = *findRow(dataSourceCatalogue(), data.source);
    if (source.hasKey("path") && data.path.empty())
        faults.push_back({FaultCode::MissingKey, "data.path", {"string"}});
    if (source.hasKey("labels") && data.labels.empty())
        faults.push_back({FaultCode::MissingKey, "data.labels", {"string"}});
    if (!source.hasKey("points"))
        return;
    const auto isOther = [&](const DrawnPoint& point) { return point.label != data.points.front().label; };
    if (data.points.empty())
        faults.push_back({FaultCode::NoSamples, "data.points", {}});
    else if (std::none_of(data.points.begin(), data.points.end(), isOther))
        faults.push_back({FaultCode::OneClass, "data.points", {std::to_string(data.points.front().label)}});
}

/// Numbers that a network keeps.
struct NetworkSizes {
    double parameters = 0;
    double perSample = 0;   ///< of a pass forth and back
    double perAnswer = 0;   ///< and of one that only answers, sample by sample
    double mostUnits = 0;   ///< of a layer
    double mostWeights = 0; ///< of a hidden layer
};

NetworkSizes networkSizesOf(const NetworkConfig& network, const Sizes& sizes)
{
    NetworkSizes all;
    all.perSample = sizes.inputs + 4 * sizes.outputs;
    all.perAnswer = sizes.inputs + 2 * sizes.outputs;
    all.mostUnits = sizes.outputs;
    std::map<double, int> layersOf; // by their units
    double fanIn = sizes.inputs;
    for (std::size_t layer = 0; layer < static_cast<std::size_t>(network.depth); ++layer) {
        const auto units = static_cast<double>(network.unitsOf(layer));
        const NormalizationInfo& normalization = normalizationOf(network, layer);
        // With the biases and a learned slope a unit.
        all.parameters += (fanIn + 2 + static_cast<double>(normalization.parametersPerUnit)) * units;
        // z, a and their gradients; with a normalisation also u, its gradient and what the way back needs; the same of
        // dropout; and the sum where there is a skip.
        const bool isNormalized = normalization.make != nullptr;
        const double sum = network.residualOf(layer) == "post" ? 1 : 0;
        const double dropped = network.dropoutOf(layer).parameters.empty() ? 0 : 3;
        all.perSample += ((isNormalized ? 7 : 4) + dropped + sum) * units;
        // Two layers of a width lend their memory to all others. There is no way back, and no dropout.
        if (++layersOf[units] <= 2)
            all.perAnswer += ((isNormalized ? 4 : 2) + sum) * units;
        all.mostUnits = std::max(all.mostUnits, units);
        all.mostWeights = std::max(all.mostWeights, fanIn * units);
        fanIn = units;
    }
    all.parameters += (fanIn + 1) * sizes.outputs;
    return all;
}

/// Without the file, the data counts for nothing …
DataShape shapeOrNothing(const DataConfig& data)
{
    return shapeOf(data).value_or(DataShape{hasClasses(data).value_or(true), 0, 0, 0});
}

/// … or is as long as can be.
DataShape shapeOrEndless(const DataConfig& data)
{
    return shapeOf(data).value_or(DataShape{true, 0, 0, std::numeric_limits<std::int64_t>::max()});
}

/// Follows the recorded changes one by one: what each may set depends on the kinds that those before it chose.
class ChangeChecker
{
public:
    ChangeChecker(Faults& faults, const ExperimentConfig& config)
        : m_faults(faults)
        , m_config(config)
        , m_fields(configFields(config))
        , m_endless(shapeOrEndless(config.data))
    {
        m_config.changes.clear();
    }

    void check(const Change& change, const std::string& path)
    {
        if (change.step < m_earliest || change.step > kLargestStep)
            m_faults.push_back(
                {FaultCode::OutOfRange,
                 path + ".step",
                 {std::to_string(change.step), std::to_string(m_earliest) + " … " + std::to_string(kLargestStep)}});
        m_earliest = std::max(m_earliest, change.step);
        for (const Setting& setting : kindsFirst(change.set, m_fields))
            set(setting, path + ".set.");
    }

private:
    void set(const Setting& setting, const std::string& prefix)
    {
        const Outcome outcome = applySetting(m_config, m_fields, setting);
        if (!outcome) {
            Fault fault = outcome.faults().front();
            fault.where = prefix + fault.where;
            m_faults.push_back(std::move(fault));
            return;
        }
        if (findField(m_fields, setting.key) == nullptr)
            m_fields = configFields(m_config); // it was the first setting of a single layer
        const Field& field = *findField(m_fields, fullPath(setting.key, setting.value));
        if (!field.hot)
            m_faults.push_back({FaultCode::NotHot, prefix + setting.key, {}});
        else if (field.isKind)
            m_fields = configFields(m_config);
        else if (field.path == "training.batch_size" || field.path == "probe.samples") {
            checkBatch(m_faults, m_config, m_endless, prefix);
            joinTo(m_faults, checkMemory(memoryNeeded(m_config, shapeOrNothing(m_config.data)), prefix + setting.key));
        }
    }

    Faults& m_faults;
    ExperimentConfig m_config; ///< in force before the change that is looked at
    std::vector<Field> m_fields;
    DataShape m_endless;
    std::int64_t m_earliest = 0;
};

} // namespace

Faults checkConfig(const ExperimentConfig& config)
{
    Faults faults;
    for (const Field& field : configFields(config)) {
        const Outcome outcome = field.check(field.get(config));
        if (!outcome)
            faults.push_back(outcome.faults().front());
    }
    if (!faults.empty())
        return faults; // what follows computes with these values
    const auto listed = static_cast<std::int64_t>(config.network.layers.size());
    if (listed > 0 && listed != config.network.depth)
        return {{FaultCode::DepthFixedByLayers,
                 "network.depth",
                 {std::to_string(config.network.depth), std::to_string(listed)}}};
    checkDataKeys(faults, config.data);
    if (!faults.empty())
        return faults;
    if (const std::optional<DataShape> data = shapeOf(config.data))
        checkCombinations(faults, config, *data);
    else {
        checkBatch(faults, config, shapeOrEndless(config.data), "");
        joinTo(faults, checkMemory(memoryNeeded(config, shapeOrNothing(config.data)), "network"));
    }
    ChangeChecker checker(faults, config);
    for (std::size_t i = 0; i < config.changes.size(); ++i)
        checker.check(config.changes[i], "changes." + std::to_string(i));
    return faults;
}

Faults checkWithData(const ExperimentConfig& config, const DataShape& data)
{
    Faults faults;
    checkCombinations(faults, config, data);
    return faults;
}

Effect effectOfChange(const ExperimentConfig& from, const ExperimentConfig& to)
{
    const std::vector<Setting> settings = differences(from, to);
    const std::vector<Field> fields = fieldsOfEither(from, to);
    const bool hot =
        std::all_of(settings.begin(), settings.end(), [&](const Setting& s) { return findField(fields, s.key)->hot; });
    if (!hot)
        return Effect::Rebuild;
    return settings.empty() && from.changes == to.changes ? Effect::None : Effect::Hot;
}

Faults checkMemory(double bytes, const std::string& path)
{
    if (bytes <= kMemoryLimit)
        return {};
    const auto gigabytes = [](double value) { return numberText(std::ceil(value / 1e8) / 10); };
    return {{FaultCode::TooMuchMemory, path, {gigabytes(bytes), gigabytes(kMemoryLimit)}}};
}

double memoryNeeded(const ExperimentConfig& config)
{
    return memoryNeeded(config, shapeOrNothing(config.data));
}

double memoryNeeded(const ExperimentConfig& config, const DataShape& shape)
{
    const Sizes sizes = sizesOf(config, shape);
    const NetworkSizes network = networkSizesOf(config.network, sizes);
    const OptimizerInfo* optimizer = findRow(optimizerCatalogue(), config.optimizer.kind);
    // Values, the update of a step that is observed, the gradients of step and probe, state.
    const double copies = 4 + (optimizer != nullptr ? optimizer->stateCopies : 0);

    const auto batch = std::min(static_cast<double>(config.training.batchSize), sizes.trainSamples);
    const auto probe = std::min(static_cast<double>(config.probeSamples), sizes.trainSamples);
    const double passes = (batch + probe) * network.perSample;
    // Both sets and the map are answered a chunk at a time.
    const double answered =
        std::min(kChunk, sizes.trainSamples) + std::min(kChunk, sizes.samples - sizes.trainSamples) + kChunk;
    // The quantiles of many values take half a value's room and a copy of each, and of deltas their logarithms, too.
    // What describes the probe keeps that for the largest layer, and so does what describes the update.
    const double described = 1.5 * (std::max(network.mostUnits * probe, network.mostWeights) + network.mostWeights) +
                             network.mostUnits * probe;

    const double data = 2 * sizes.samples * (sizes.inputs + sizes.outputs); // as made, and split
    return sizeof(float) * (network.parameters * copies + passes + answered * network.perAnswer + described + data);
}

} // namespace core

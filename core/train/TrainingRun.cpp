// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/TrainingRun.h"

#include "core/base/Finite.h"
#include "core/base/SubnormalsAsZero.h"
#include "core/nn/NetworkBuilder.h"
#include "core/nn/kernels/Kernels.h"
#include "core/train/ConfigCheck.h"
#include "core/train/ConfigFields.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <utility>

namespace core
{

namespace
{

std::vector<ParameterSlot> weightsOf(const Network& network)
{
    std::vector<ParameterSlot> weights;
    for (std::size_t l = 0; l < network.depth(); ++l)
        weights.push_back(network.hidden(l).dense->weights());
    weights.push_back(network.output().weights());
    return weights;
}

} // namespace

EvaluationRecord evaluationOf(std::int64_t step, const Score& train, const std::optional<Score>& test)
{
    const auto number = [](const std::optional<double>& value) {
        return static_cast<float>(value.value_or(std::numeric_limits<double>::quiet_NaN()));
    };
    EvaluationRecord evaluation;
    evaluation.step = step;
    evaluation.trainLoss = static_cast<float>(train.loss);
    evaluation.trainAccuracy = number(train.accuracy);
    evaluation.testLoss = number(test ? std::optional(test->loss) : std::nullopt);
    evaluation.testAccuracy = number(test ? test->accuracy : std::nullopt);
    return evaluation;
}

StepRecord evaluationRecord(const Snapshot& snapshot)
{
    StepRecord record;
    record.generation = snapshot.generation;
    record.firstStep = snapshot.step + 1;
    record.lastStep = snapshot.step;
    record.evaluation = evaluationOf(snapshot.step, snapshot.train, snapshot.test);
    return record;
}

Result<std::unique_ptr<TrainingRun>> TrainingRun::create(const ExperimentConfig& config,
                                                         const ResourceReader& resources)
{
    Result<Dataset> data = makeDataset(config.data, config.seed, resources);
    if (!data)
        return data.faults();
    if (const Faults faults = checkWithData(config, data.value().shape()); !faults.empty())
        return faults;
    return std::make_unique<TrainingRun>(config, std::make_shared<const Dataset>(std::move(data).value()));
}

TrainingRun::TrainingRun(const ExperimentConfig& config, std::shared_ptr<const Dataset> data)
    : m_start(std::make_shared<const ExperimentConfig>(config))
    , m_config(config)
    , m_changes(std::make_shared<const std::vector<Change>>(config.changes))
    , m_data(std::move(data))
    , m_loss(config.loss, m_data->classification)
    , m_trainTargets(lossTargets(m_loss.info(), m_data->train, m_data->classes))
    , m_network(
          buildNetwork(config, m_data->inputs(), outputCount(m_loss.info(), m_data->classes), m_data->train.inputs))
    , m_descent(config.optimizer, m_network.parameters().size())
    , m_meter(weightsOf(m_network))
    , m_batches(m_data->train.inputs, m_trainTargets, config.seed)
    , m_observer(*m_data, m_trainTargets, m_loss, config.probeSamples)
{
    m_config.changes.clear();
    m_pass.keepsDeltas = false;
    const std::size_t layers = m_network.depth() + 1;
    m_record.deltaRms.resize(layers);
    m_record.weightGradNorm.resize(layers);
    m_record.updateRatio.resize(layers);
}

RunStatus TrainingRun::status() const
{
    if (m_divergence)
        return RunStatus::Diverged;
    return m_steps >= m_config.training.steps ? RunStatus::Done : RunStatus::Training;
}

const Dense& TrainingRun::dense(std::size_t layer) const
{
    return layer < m_network.depth() ? *m_network.hidden(layer).dense : m_network.output();
}

double TrainingRun::epoch() const
{
    const std::int64_t samples = m_data->train.size();
    const std::int64_t stepsPerEpoch = samples / std::min(m_config.training.batchSize, samples);
    return m_epochBefore + static_cast<double>(m_steps - m_epochCountedTo) / static_cast<double>(stepsPerEpoch);
}

void TrainingRun::diverge(std::size_t layer, Quantity quantity)
{
    m_divergence = Divergence{m_steps, static_cast<int>(layer) + 1, quantity};
}

void TrainingRun::apply(const ExperimentConfig& config)
{
    std::vector<Setting> set = recordedDifferences(m_config, config);
    if (!set.empty()) {
        auto changes = std::make_shared<std::vector<Change>>(*m_changes);
        const bool sameStep = m_nextChange > 0 && changes->at(m_nextChange - 1).step == m_steps;
        if (sameStep) {
            std::vector<Setting>& own = changes->at(m_nextChange - 1).set;
            own.insert(own.end(), set.begin(), set.end());
        } else {
            changes->insert(changes->begin() + static_cast<std::ptrdiff_t>(m_nextChange),
                            Change{m_steps, std::move(set)});
            ++m_nextChange;
        }
        m_changes = std::move(changes);
    }
    takeOver(config);
}

void TrainingRun::takeOver(ExperimentConfig config)
{
    // Epochs made so far were counted in batches of the old size.
    m_epochBefore = epoch();
    m_epochCountedTo = m_steps;
    if (config.probeSamples != m_config.probeSamples)
        m_observer.setProbeSamples(config.probeSamples);
    m_config = std::move(config);
    m_config.changes.clear(); // they are in m_changes
    m_descent.configure(m_config.optimizer);
    // Layers that are alike share one function: a typed one is read and looked at once.
    std::optional<ActivationFunction> function;
    const Choice* made = nullptr;
    for (std::size_t l = 0; l < m_network.depth(); ++l) {
        const Choice& choice = m_config.network.activationOf(l);
        if (made == nullptr || *made != choice)
            function.emplace(choice);
        made = &choice;
        m_network.configure(l, *function, m_config.network.dropoutOf(l));
    }
}

void TrainingRun::takeDueChanges()
{
    while (m_nextChange < m_changes->size() && m_changes->at(m_nextChange).step <= m_steps) {
        Result<ExperimentConfig> changed = withSettings(m_config, m_changes->at(m_nextChange).set);
        assert(changed); // ConfigCheck's promise
        ++m_nextChange;
        takeOver(std::move(changed).value());
    }
}

void TrainingRun::step()
{
    if (m_divergence)
        return;
    takeDueChanges();
    const SubnormalsAsZero fromHereOn;
    m_pass.crew = m_secondCore.beginStep(m_network, m_config.training.batchSize);
    m_batches.next(m_config.training.batchSize);
    ++m_steps;
    m_record.firstStep = m_record.lastStep = m_steps;
    m_record.evaluation.reset();
    // What a step that diverges does not come to stays unknown, instead of that of the step before.
    if (m_statistics != BatchStatistics::Off)
        for (std::vector<float>* values : {&m_record.deltaRms, &m_record.weightGradNorm, &m_record.updateRatio})
            std::fill(values->begin(), values->end(), std::numeric_limits<float>::quiet_NaN());
    const bool finite = passForward() && passBackward() && update();
    if (finite)
        m_network.learnStatistics(m_pass);
    m_secondCore.endStep();
}

bool TrainingRun::passForward()
{
    m_network.forward(m_batches.inputs(), {Mode::Training, static_cast<std::uint64_t>(m_steps)}, m_pass);
    const double batch = static_cast<double>(m_batches.inputs().cols());
    m_batchLoss = m_loss.evaluate(m_pass.output.output, m_batches.targets(), &m_pass.output.dOutput) / batch;
    const auto shown = static_cast<float>(m_batchLoss);
    m_record.batchLoss = {shown, shown, shown};
    for (std::size_t l = 0; l < m_network.depth(); ++l)
        if (!m_pass.hidden[l].zIsFinite) {
            diverge(l, Quantity::Z);
            return false;
        }
    if (!m_pass.output.finite) {
        diverge(m_network.depth(), Quantity::Z);
        return false;
    }
    if (!std::isfinite(m_batchLoss)) {
        diverge(m_network.depth(), Quantity::Loss);
        return false;
    }
    m_pass.output.dOutput /= static_cast<Scalar>(batch);
    if (m_statistics == BatchStatistics::Histograms)
        m_histograms.take(m_pass);
    return true;
}

bool TrainingRun::passBackward()
{
    if (!isFinite(m_pass.output.dOutput)) {
        diverge(m_network.depth(), Quantity::Delta);
        return false;
    }
    m_pass.measures = m_statistics != BatchStatistics::Off;
    m_network.backward(m_batches.inputs(), m_pass);
    for (std::size_t l = m_network.depth(); l-- > 0;)
        if (!m_pass.hidden[l].activate.gradientFinite) {
            diverge(l, Quantity::Delta);
            return false;
        }
    if (m_statistics != BatchStatistics::Off)
        recordGradients();
    return true;
}

void TrainingRun::recordGradients()
{
    // delta is that of the sum of the per-sample losses, as in the probe; the gradient is that of their mean.
    const auto batch = static_cast<float>(m_batches.inputs().cols());
    for (std::size_t l = 0; l <= m_network.depth(); ++l) {
        const bool isOutput = l == m_network.depth();
        const ParameterSlot& weights = dense(l).weights();
        const auto deltas = static_cast<double>(weights.rows * m_batches.inputs().cols());
        const double deltaRms =
            isOutput ? rootMeanSquare(m_pass.output.dOutput) : std::sqrt(m_pass.hidden[l].deltaSquares() / deltas);
        m_record.deltaRms[l] = static_cast<float>(deltaRms) * batch;
        const double squares = kernels().sumOfSquares(m_pass.gradient.data() + weights.offset, weights.size());
        m_record.weightGradNorm[l] = static_cast<float>(std::sqrt(squares));
    }
}

bool TrainingRun::update()
{
    Vector& parameters = m_network.parameters();
    const bool isRecorded = m_statistics != BatchStatistics::Off;
    const bool isKept = std::exchange(m_keepsUpdate, false);
    if (isKept)
        m_update = parameters;
    // This step is counted already; its gradient has been measured and may be clipped in place.
    if (!m_descent.step({parameters.data(), parameters.size()}, {m_pass.gradient.data(), m_pass.gradient.size()},
                        m_steps - 1, isRecorded ? &m_meter : nullptr, m_pass.crew)) {
        Index position = 0;
        while (std::isfinite(parameters[position]))
            ++position;
        diverge(layerOfParameter(position), Quantity::Parameter);
        return false;
    }
    if (isRecorded)
        recordUpdate();
    if (isKept) {
        m_update = parameters - m_update;
        m_updateStep = m_steps;
    }
    return true;
}

void TrainingRun::recordUpdate()
{
    for (std::size_t l = 0; l <= m_network.depth(); ++l) {
        const UpdateSquares& squares = m_meter.squares(l);
        const double missing = std::numeric_limits<double>::quiet_NaN();
        m_record.updateRatio[l] =
            static_cast<float>(ratio(std::sqrt(squares.change), std::sqrt(squares.after)).value_or(missing));
    }
}

std::size_t TrainingRun::layerOfParameter(Index position) const
{
    std::size_t layer = 0;
    while (layer < m_network.depth() && m_network.hidden(layer).activate->slopes().end() <= position)
        ++layer;
    return layer;
}

void TrainingRun::observe(Snapshot& snapshot, const ObserveOptions& options)
{
    snapshot.config = m_config;
    snapshot.start = m_start;
    snapshot.changes = m_changes;
    snapshot.step = m_steps;
    snapshot.epoch = epoch();
    snapshot.status = status();
    snapshot.divergence = m_divergence;
    snapshot.data = m_data->preview;
    snapshot.learningRate = learningRate();
    snapshot.batchLoss = m_steps > 0 ? std::optional<double>(m_batchLoss) : std::nullopt;

    snapshot.dataset = m_data;

    m_observer.observe(m_network, m_config.network, knowsUpdate() ? &m_update : nullptr, options, snapshot);
    const auto updateRatio = [&](std::size_t layer) -> std::optional<double> {
        const float value = m_record.updateRatio[layer];
        return m_steps > 0 && !std::isnan(value) ? std::optional<double>(value) : std::nullopt;
    };
    for (std::size_t l = 0; l < m_network.depth(); ++l)
        snapshot.layers[l].updateRatio = updateRatio(l);
    snapshot.output.updateRatio = updateRatio(m_network.depth());
}

} // namespace core

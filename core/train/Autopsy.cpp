// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/Autopsy.h"

#include "core/train/ConfigCheck.h"
#include "core/train/ConfigFields.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace core
{

namespace
{

constexpr std::string_view kLearningRateKey = "optimizer.learning_rate";

int unitsOf(const Network& network)
{
    Index units = 0;
    for (std::size_t l = 0; l < network.depth(); ++l)
        units += network.hidden(l).dense->biases().size();
    return static_cast<int>(units);
}

/// Every layer that is activated as the unit's layer is.
void takeSlope(NetworkConfig& network, std::size_t layer)
{
    const std::string kind = network.activationOf(layer).kind;
    const Choice leaky{"leaky_relu", {{"negative_slope", 0.01}}};
    if (network.activation.kind == kind)
        network.activation = leaky;
    for (LayerConfig& own : network.layers)
        if (own.activation && own.activation->kind == kind)
            own.activation = leaky;
}

/// What is changed later on must not undo the remedy.
void keepCured(Remedy remedy, std::vector<Setting>& later)
{
    if (remedy == Remedy::NegativeSlope)
        std::erase_if(later, [](const Setting& set) { return set.key.find("activation") != std::string::npos; });
    for (Setting& set : later)
        if (double* rate = std::get_if<double>(&set.value);
            remedy == Remedy::HalfRate && set.key == kLearningRateKey && rate)
            *rate /= 2;
}

} // namespace

Autopsy::Autopsy(AutopsyOrder order, std::shared_ptr<const Dataset> data)
    : m_order(std::move(order))
    , m_data(std::move(data))
    , m_layer(static_cast<std::size_t>(m_order.place.layer - 1))
    , m_unit(m_order.place.unit)
{
}

bool Autopsy::isDead()
{
    return m_liveness->isDead(m_run->network(), m_layer, m_unit);
}

std::optional<AutopsyFinding> Autopsy::find(const AutopsyWatch& watch)
{
    if (!replay(watch))
        return std::nullopt;
    AutopsyFinding finding;
    finding.step = m_last;
    finding.divergence = m_run->divergence();
    const Checkpoint end = m_run->checkpoint();
    m_run->takeDueChanges();
    m_liveness.emplace(*m_data, m_run->config().probeSamples);
    finding.units = unitsOf(m_run->network());
    finding.aliveUnits = m_liveness->aliveUnits(m_run->network());
    if (!isDead())
        return finding;
    m_run->restore(end);
    const std::optional<std::int64_t> alive = isDead() ? lastAliveStep(watch) : std::optional(m_last);
    if (!alive)
        return std::nullopt;
    finding.fate = *alive < 0 ? Fate::DeadFromStart : Fate::Died;
    stepTo(std::max<std::int64_t>(*alive, 0));
    if (finding.fate == Fate::Died)
        finding.death = examine();
    else
        part();
    watch.progress(1);
    return finding;
}

bool Autopsy::replay(const AutopsyWatch& watch)
{
    m_run = std::make_unique<TrainingRun>(m_order.experiment, m_data);
    m_run->setBatchStatistics(BatchStatistics::Off);
    m_checkpoints.add(m_run->checkpoint());
    while (m_run->stepsMade() < m_order.step && !m_run->divergence()) {
        if (watch.stop.stop_requested())
            return false;
        m_run->step();
        if (m_checkpoints.wants(m_run->stepsMade()))
            m_checkpoints.add(m_run->checkpoint());
        watch.progress(0.5 * static_cast<double>(m_run->stepsMade()) / static_cast<double>(m_order.step));
    }
    m_last = m_run->stepsMade();
    return true;
}

std::optional<std::int64_t> Autopsy::lastAliveStep(const AutopsyWatch& watch)
{
    std::int64_t deadFrom = m_last;
    for (std::size_t index = m_checkpoints.size(); index-- > 0 && deadFrom > 0;) {
        if (m_checkpoints.at(index).step >= deadFrom)
            continue;
        m_run->restore(m_checkpoints.at(index));
        const std::int64_t first = m_run->stepsMade();
        std::int64_t alive = isDead() ? -1 : first;
        while (m_run->stepsMade() + 1 < deadFrom) {
            if (watch.stop.stop_requested())
                return std::nullopt;
            m_run->step();
            if (!isDead())
                alive = m_run->stepsMade();
            const auto done = static_cast<double>(m_last - deadFrom + m_run->stepsMade() - first);
            watch.progress(0.5 + 0.5 * done / static_cast<double>(m_last));
        }
        if (alive >= 0)
            return alive;
        deadFrom = first;
    }
    return -1;
}

void Autopsy::stepTo(std::int64_t step)
{
    m_run->restore(m_checkpoints.notAfter(step));
    while (m_run->stepsMade() < step)
        m_run->step();
}

void Autopsy::part()
{
    m_parting = m_run->checkpoint();
    m_run->takeDueChanges();
    m_inForce = m_run->config();
}

Death Autopsy::examine()
{
    const Dense& dense = *m_run->network().hidden(m_layer).dense;
    const auto bias = [&] {
        return static_cast<double>(m_run->network().parameters()[dense.biases().offset + m_unit]);
    };
    Death death;
    const std::int64_t before = m_run->stepsMade();
    for (const Change& change : m_order.experiment.changes)
        if (change.step == before)
            death.changed.insert(death.changed.end(), change.set.begin(), change.set.end());
    part();
    death.step = before;
    death.byChange = isDead();
    death.zBefore = death.zAfter = m_liveness->z();
    death.biasBefore = death.biasAfter = bias();
    if (death.byChange)
        return death;
    death.learningRate = m_run->learningRate();
    m_run->step();
    death.step = before + 1;
    (void)isDead();
    death.zAfter = m_liveness->z();
    death.biasAfter = bias();
    const Vector& gradient = m_run->gradient();
    const ParameterSlot& weights = dense.weights();
    death.unitGradientNorm = norm({gradient.data() + weights.offset + m_unit * weights.columns, weights.columns});
    death.gradientNorm = norm({gradient.data(), gradient.size()});
    death.batchSamples.assign(m_run->batch().begin(), m_run->batch().end());
    return death;
}

ExperimentConfig Autopsy::changedFromDeath(Remedy remedy) const
{
    ExperimentConfig cured = m_inForce;
    if (remedy == Remedy::NegativeSlope)
        takeSlope(cured.network, m_layer);
    else
        cured.optimizer.parameters.insert_or_assign("learning_rate", learningRate(cured.optimizer) / 2);
    const std::vector<Setting> set = recordedDifferences(m_inForce, cured);

    ExperimentConfig experiment = m_order.experiment;
    std::vector<Change>& changes = experiment.changes;
    auto own = std::find_if(changes.begin(), changes.end(),
                            [this](const Change& change) { return change.step >= m_parting->step; });
    if (own == changes.end() || own->step > m_parting->step)
        own = changes.insert(own, Change{m_parting->step, {}});
    own->set.insert(own->set.end(), set.begin(), set.end());
    for (auto later = own + 1; later != changes.end(); ++later)
        keepCured(remedy, later->set);
    std::erase_if(changes, [](const Change& change) { return change.set.empty(); });
    return experiment;
}

std::vector<Counterfactual> Autopsy::counterfactuals() const
{
    if (!m_parting)
        return {};
    std::vector<Counterfactual> all;
    for (const Remedy remedy : {Remedy::NegativeSlope, Remedy::HalfRate})
        all.push_back({remedy, m_parting->step, false, changedFromDeath(remedy)});
    for (const Remedy remedy : {Remedy::HeNormal, Remedy::ZeroBias}) {
        ExperimentConfig experiment = m_order.experiment;
        InitializerConfig& initializer = experiment.initializer;
        if (remedy == Remedy::HeNormal) {
            initializer.weights = {"he_normal", {}};
            initializer.gain = 1;
        } else {
            initializer.bias = initializer.biasStd = 0;
        }
        all.push_back({remedy, 0, false, std::move(experiment)});
    }
    for (Counterfactual& one : all)
        one.isAsItWas = one.experiment == m_order.experiment;
    std::erase_if(all, [](const Counterfactual& one) { return !checkConfig(one.experiment).empty(); });
    return all;
}

std::optional<CounterfactualAnswer> Autopsy::answer(const Counterfactual& question, const AutopsyWatch& watch) const
{
    TrainingRun run(question.experiment, m_data);
    run.setBatchStatistics(BatchStatistics::Off);
    if (question.fromStep > 0)
        run.restore(*m_parting);
    while (run.stepsMade() < m_last && !run.divergence()) {
        if (watch.stop.stop_requested())
            return std::nullopt;
        run.step();
        watch.progress(static_cast<double>(run.stepsMade() - question.fromStep) /
                       static_cast<double>(m_last - question.fromStep));
    }
    run.takeDueChanges();
    Liveness liveness(*m_data, run.config().probeSamples);
    CounterfactualAnswer answer;
    answer.unitAlive = !liveness.isDead(run.network(), m_layer, m_unit);
    answer.aliveUnits = liveness.aliveUnits(run.network());
    answer.units = unitsOf(run.network());
    answer.divergence = run.divergence();
    answer.parameters.assign(run.network().parameters().begin(), run.network().parameters().end());
    return answer;
}

} // namespace core

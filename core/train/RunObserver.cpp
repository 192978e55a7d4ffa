// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/RunObserver.h"

#include <algorithm>
#include <utility>

namespace core
{

namespace
{

/// Mean loss of a network that answers 0 to everything, over at most 2,048 samples: they are in random order.
double lossOfZeros(const LossFunction& loss, const Matrix& targets, Index outputs)
{
    constexpr Index kEnough = 2048;
    const Matrix some = targets.leftCols(std::min(kEnough, targets.cols()));
    return loss.evaluate(Matrix::Zero(outputs, some.cols()), some, nullptr) / static_cast<double>(some.cols());
}

} // namespace

RunObserver::RunObserver(const Dataset& data, const Matrix& trainTargets, LossFunction loss, std::int64_t probeSamples)
    : m_data(data)
    , m_trainTargets(trainTargets)
    , m_testTargets(lossTargets(loss.info(), data.test, data.classes))
    , m_loss(std::move(loss))
    , m_baselineLoss(lossOfZeros(m_loss, trainTargets, outputCount(m_loss.info(), data.classes)))
    , m_probe(data, m_loss, probeSamples)
    , m_trainEvaluator(m_loss, data.classes)
    , m_testEvaluator(m_loss, data.classes)
    , m_decision(data, m_loss.info())
{
}

void RunObserver::observe(const Network& network, const NetworkConfig& config, const Vector* update,
                          const ObserveOptions& options, Snapshot& snapshot)
{
    m_probe.read(network, config, snapshot, options.distributions, options.interrupt);
    observeUnit(network, options.unit, snapshot);
    describeUpdate(network, update, options.interrupt, snapshot);

    const Scores scores = evaluate(network, options.evaluationSamples, options.interrupt);
    snapshot.train = scores.train;
    snapshot.test = scores.test;
    snapshot.baselineLoss = m_baselineLoss;
    m_decision.draw(network, options.decisionResolution, snapshot.decision, options.interrupt);
    const bool isPicture = m_data.inputs() != 2 && m_data.classification;
    if (isPicture)
        countConfusion(snapshot.decision);
}

Scores RunObserver::evaluate(const Network& network, Index samples, const Interrupt& interrupt)
{
    const bool hasTest = m_data.test.size() > 0;
    m_answers.clear();
    Scores scores;
    scores.train = m_trainEvaluator.evaluate(network, m_data.train, m_trainTargets, samples,
                                             hasTest ? nullptr : &m_answers, interrupt);
    if (hasTest)
        scores.test = m_testEvaluator.evaluate(network, m_data.test, m_testTargets, samples, &m_answers, interrupt);
    return scores;
}

void RunObserver::describeUpdate(const Network& network, const Vector* update, const Interrupt& interrupt,
                                 Snapshot& snapshot)
{
    for (std::size_t l = 0; l < network.depth(); ++l) {
        std::optional<Distribution>& described = snapshot.layers[l].update;
        if (update == nullptr) {
            described.reset();
            continue;
        }
        interrupt.check();
        if (!described)
            described.emplace();
        const auto changes = network.hidden(l).dense->weights().vector(*update);
        m_describer.describe({changes.data(), static_cast<std::size_t>(changes.size())}, *described);
    }
}

void RunObserver::observeUnit(const Network& network, const std::optional<UnitPlace>& place, Snapshot& snapshot)
{
    const bool exists = place && place->layer >= 1 && place->layer <= static_cast<int>(network.depth()) &&
                        place->unit >= 0 &&
                        place->unit < snapshot.layers[static_cast<std::size_t>(place->layer - 1)].units;
    if (!exists) {
        snapshot.unit.reset();
        return;
    }
    if (!snapshot.unit)
        snapshot.unit.emplace();
    m_probe.readUnit(network, *place, *snapshot.unit);
}

void RunObserver::countConfusion(DecisionMap& map) const
{
    const bool hasTest = m_data.test.size() > 0;
    const std::vector<int>& labels = hasTest ? m_data.test.labels : m_data.train.labels;
    const auto classes = static_cast<std::size_t>(m_data.classes);
    map.confusionOfTest = hasTest;
    map.confusion.assign(classes * classes, 0);
    for (std::size_t i = 0; i < m_answers.size(); ++i)
        ++map.confusion[static_cast<std::size_t>(labels[i]) * classes + static_cast<std::size_t>(m_answers[i])];
    const std::size_t thumbnails = std::min(m_data.preview->thumbnails.size(), m_answers.size());
    map.thumbnailAnswers.assign(m_answers.begin(), m_answers.begin() + static_cast<std::ptrdiff_t>(thumbnails));
}

} // namespace core

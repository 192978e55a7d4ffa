// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/Session.h"

#include "core/data/DrawnPoints.h"
#include "core/train/ConfigCheck.h"
#include "core/train/ConfigFields.h"

#include <QRandomGenerator>

#include <algorithm>
#include <utility>

namespace ui
{

namespace
{

constexpr int kFrameMilliseconds = 16;
constexpr int kSpeedMilliseconds = 250;
constexpr int kLargestNewSeed = 9999; // short enough to be read out in class

/// A sheet without points cannot be learned from: what is seen now becomes the first of them.
void beginDrawing(core::DataConfig& data, const core::Snapshot* present)
{
    if (present && present->data)
        data.points = core::pointsFrom(*present->data);
    data.sheet = core::Sheet{};
    if (data.points.empty())
        data.points = core::examplePoints();
    else if (const core::DecisionMap& map = present->decision; map.xMax > map.xMin && map.yMax > map.yMin)
        data.sheet = {map.xMin, map.xMax, map.yMin, map.yMax}; // nothing moves on the screen
}

/// Takes over what has been drawn, as soon as it can be learned from.
void takeDraft(core::ExperimentConfig& config)
{
    if (!config.data.draft)
        return;
    core::ExperimentConfig drawn = config;
    drawn.data.points = *std::exchange(drawn.data.draft, std::nullopt);
    if (core::checkConfig(drawn).empty())
        config = std::move(drawn);
}

/// The data of this moment's run, where a run of `config` would make the same; else null.
std::shared_ptr<const core::Dataset> sharedData(const core::Snapshot* present, const core::ExperimentConfig& config)
{
    const auto seedOf = [](const core::ExperimentConfig& each) { return each.data.seed.value_or(each.seed); };
    const bool isSame = present && present->config.data == config.data && seedOf(present->config) == seedOf(config);
    return isSame ? present->dataset.lock() : nullptr;
}

} // namespace

Session::Session(core::ResourceReader resources, QObject* parent)
    : QObject(parent)
    , m_resources(std::move(resources))
    , m_race(m_resources)
    , m_phases(m_resources)
    , m_trainer(m_resources)
{
    connect(&m_race, &Race::changed, this, [this] { m_editedSinceFrame = true; });
    connect(&m_phases, &PhaseMap::changed, this, [this] { m_editedSinceFrame = true; });
    connect(&m_costs, &CostMeter::changed, this, [this] { m_editedSinceFrame = true; });
    m_timer.setTimerType(Qt::PreciseTimer);
    m_timer.setInterval(kFrameMilliseconds);
    connect(&m_timer, &QTimer::timeout, this, &Session::tick);
    m_timer.start();
    m_measuredSince.start();
}

void Session::open(core::ExperimentConfig config)
{
    endTrial();
    m_openedAfter = m_snapshot ? m_snapshot->generation : 0;
    m_replayed = 0;
    m_watcher.cancelAutopsy();
    m_config = std::move(config);
    m_contenders.set({}, m_config); // they belong to the experiment that was there
    m_trainer.begin(m_config);
    setPlaying(true);
    m_editedSinceFrame = true;
    emit configChanged();
    emit contendersChanged();
}

core::ExperimentConfig Session::recordedExperiment() const
{
    if (!m_snapshot)
        return m_config;
    // What was edited a moment ago may not have come back in a snapshot yet.
    const core::Effect pending = core::effectOfChange(m_snapshot->config, m_config);
    std::vector<core::Setting> unseen = core::recordedDifferences(m_snapshot->config, m_config);
    if (pending == core::Effect::Rebuild || (m_snapshot->divergence && !unseen.empty()))
        return m_config;
    core::ExperimentConfig experiment = *m_snapshot->start;
    experiment.changes = *m_snapshot->changes;
    const bool inOrder = experiment.changes.empty() || experiment.changes.back().step <= m_snapshot->step;
    if (!unseen.empty() && inOrder)
        experiment.changes.push_back({m_snapshot->step, std::move(unseen)});
    experiment.title = m_config.title;
    experiment.training.stepsPerSecond = m_config.training.stepsPerSecond;
    return experiment;
}

FrameData Session::frame() const
{
    const core::Snapshot* viewed = m_past.viewed();
    const core::Snapshot& snapshot = viewed ? *viewed : *m_snapshot;
    const core::ExperimentConfig& config = viewed ? viewed->config : m_config;
    const int layers = static_cast<int>(snapshot.layers.size());
    const auto cursor = viewed ? std::optional(viewed->step) : std::nullopt;
    FrameData frame{snapshot, m_history, config, std::clamp(m_selectedLayer, std::min(1, layers), layers), cursor};
    frame.moments = &m_past.moments();
    frame.prediction = m_predictor.answer();
    frame.trial = m_trial ? &m_trial->history() : nullptr;
    frame.watch = m_watcher.current();
    frame.race = m_race.state();
    frame.phases = m_phases.state();
    frame.contenders = m_contenders.shown(cursor);
    frame.costs = m_costs.state();
    frame.findings = viewed ? m_past.findings() : m_diagnosis.findings();
    return frame;
}

void Session::edit(const core::Setting& setting)
{
    core::ExperimentConfig next = m_config;
    const core::Outcome outcome = core::applySetting(next, setting);
    // The window adds and takes away layers at the end of the list.
    if (setting.key == "network.depth" && !next.network.layers.empty())
        next.network.layers.resize(static_cast<std::size_t>(next.network.depth));
    if (setting.key == "data.source" && next.data.source == "drawn" && next.data.points.empty())
        beginDrawing(next.data, m_snapshot);
    const bool draws = outcome && setting.key == "data.points";
    if (draws)
        next.data.sheet = core::sheetOf(m_config.data);
    core::Faults faults = outcome ? core::checkConfig(next) : outcome.faults();
    if ((setting.key == "data.source" || draws) && !faults.empty() && !next.loss.kind.empty()) {
        // The loss was chosen for other data: take the one that fits these.
        next.loss = {};
        faults = core::checkConfig(next);
    }
    if (!faults.empty() && draws) {
        keepDraft(std::move(next.data.points));
        return;
    }
    if (!faults.empty()) {
        emit editRefused(setting.key, faults);
        return;
    }
    takeDraft(next);
    change(std::move(next));
}

void Session::keepDraft(std::vector<core::DrawnPoint> points)
{
    core::ExperimentConfig next = m_config;
    next.data.draft = std::move(points);
    change(std::move(next));
}

void Session::change(core::ExperimentConfig next)
{
    change(std::move(next), m_contenders.specs());
}

void Session::change(core::ExperimentConfig next, const ContenderSpecs& contenders)
{
    const core::Lineup before = lineup();
    const bool areOthers = contenders != m_contenders.specs();
    m_contenders.set(contenders, next);
    const core::Effect effect = core::effectOfChange(before, {next, m_contenders.companions()});
    const bool diverged = m_snapshot && m_snapshot->status == core::RunStatus::Diverged;
    if (effect == core::Effect::Rebuild || (effect == core::Effect::Hot && diverged)) {
        next.changes.clear();
    }
    const bool isDrawn = next.data.draft != m_config.data.draft;
    // The pace is no part of the run.
    if (effect == core::Effect::Rebuild || !core::recordedDifferences(m_config, next).empty()) {
        m_watcher.cancelAutopsy();
        endTrial();
    }
    m_config = std::move(next);
    if (effect != core::Effect::None || isDrawn)
        returnToLive();
    if (effect != core::Effect::None)
        applyAll();
    // Nobody has paused a run that has come to its end: what begins anew is to be seen learning.
    if (effect == core::Effect::Rebuild && m_snapshot && m_snapshot->status == core::RunStatus::Done)
        setPlaying(true);
    m_editedSinceFrame = true;
    emit configChanged();
    if (areOthers || !m_contenders.entries().empty())
        emit contendersChanged();
}

void Session::addContender(const std::vector<core::Setting>& settings)
{
    if (const core::Result<ContenderSpecs> all = m_contenders.with(settings, m_config); all)
        change(m_config, all.value());
    else
        emit contenderRefused(all.faults());
}

void Session::editContender(int index, const core::Setting& setting)
{
    const auto at = static_cast<std::size_t>(index);
    if (const core::Result<ContenderSpecs> all = m_contenders.edited(at, setting, m_config); all)
        change(m_config, all.value());
    else
        emit contenderRefused(all.faults());
}

void Session::removeContender(int index)
{
    change(m_config, m_contenders.without(static_cast<std::size_t>(index)));
}

void Session::setPlaying(bool playing)
{
    if (playing)
        returnToLive();
    m_playing = playing;
    m_trainer.setPlaying(playing);
    emit stateChanged();
}

void Session::step()
{
    returnToLive();
    if (m_playing)
        setPlaying(false);
    m_trainer.step();
}

void Session::restart()
{
    returnToLive();
    endTrial();
    m_watcher.cancelAutopsy();
    m_config.changes.clear();
    applyAll();
    m_trainer.restart();
    setPlaying(m_playing);
}

void Session::newSeed()
{
    std::int64_t seed = m_config.seed;
    while (seed == m_config.seed)
        seed = QRandomGenerator::global()->bounded(1, kLargestNewSeed + 1);
    edit({"seed", static_cast<double>(seed)});
}

void Session::selectLayer(int layer)
{
    m_selectedLayer = std::max(layer, 1);
    m_editedSinceFrame = true;
}

void Session::tryOut(core::ExperimentConfig config)
{
    endTrial();
    std::shared_ptr<const core::Dataset> data = sharedData(m_snapshot, config);
    m_trial = std::make_unique<Trial>(m_resources, std::move(config), currentStep(), std::move(data));
    m_editedSinceFrame = true;
    emit trialChanged();
}

void Session::endTrial()
{
    if (!m_trial)
        return;
    m_trial->stop();
    m_endingTrials.push_back(std::move(m_trial));
    m_editedSinceFrame = true;
    emit trialChanged();
}

void Session::watchUnit(std::optional<core::UnitPlace> unit)
{
    m_watcher.watch(unit);
    m_trainer.watchUnit(unit);
    m_editedSinceFrame = true;
}

void Session::startAutopsy()
{
    if (m_snapshot)
        m_watcher.startAutopsy(isLive() ? *m_snapshot : *m_past.viewed());
    m_editedSinceFrame = true;
}

void Session::cancelAutopsy()
{
    m_watcher.cancelAutopsy();
    m_editedSinceFrame = true;
}

void Session::measureCosts()
{
    const core::Snapshot* run = m_snapshot;
    m_costs.begin(run ? run->config : m_config, run ? run->dataset.lock() : nullptr);
}

void Session::tick()
{
    const core::Snapshot* newest = m_trainer.fetchSnapshot();
    if (newest)
        takeSnapshot(*newest);
    const bool drained = drainRecords();
    std::erase_if(m_endingTrials, [](const auto& trial) { return trial->hasEnded(); });
    const bool tried = m_trial && m_trial->tick();
    if (tried)
        emit trialChanged();
    const bool found = m_watcher.poll();
    watchState(newest != nullptr);
    measureSpeed();
    askForPrediction();
    if (m_predictor.poll())
        m_editedSinceFrame = true;
    if (m_snapshot && (newest || drained || tried || found || m_editedSinceFrame)) {
        m_editedSinceFrame = false;
        emit frameChanged(frame());
    }
}

void Session::askForPrediction()
{
    if (!m_snapshot || !m_snapshot->data)
        return;
    const core::DataPreview& data = *m_snapshot->data;
    const core::DataShape shape{data.classification, data.inputs, data.classes, data.trainSamples + data.testSamples};
    m_predictor.ask(m_config, shape, m_snapshot->inputSquare);
}

void Session::takeSnapshot(const core::Snapshot& snapshot)
{
    if (m_snapshot && snapshot.generation != m_history.generation())
        m_history.clear();
    m_snapshot = &snapshot;
    m_contenders.take(m_trainer.companionSnapshots(), snapshot.generation);
    m_watcher.take(snapshot);
    m_diagnosis.watch(snapshot);
    if (m_past.keep(snapshot))
        m_contenders.keep();
    if (!isLive() && m_past.viewed()->generation != snapshot.generation)
        returnToLive();
    followReplay();
}

void Session::viewStep(qint64 step)
{
    tellMoment(m_snapshot && m_past.viewStep(step, {*m_snapshot, m_config.data}));
}

void Session::viewNeighbour(int places)
{
    tellMoment(m_snapshot && m_past.viewNeighbour(places, {*m_snapshot, m_config.data}));
}

void Session::viewFirst()
{
    viewStep(0);
}

void Session::returnToLive()
{
    tellMoment(m_past.returnToLive());
}

void Session::tellMoment(bool isAnother)
{
    if (!isAnother)
        return;
    m_editedSinceFrame = true;
    emit momentChanged();
}

bool Session::drainRecords()
{
    bool added = false;
    while (m_snapshot && (m_recordWaits || m_trainer.fetchRecord(m_record))) {
        // A frame never shows the past of one network with the present of another.
        m_recordWaits = m_record.generation > m_snapshot->generation;
        if (m_recordWaits)
            break;
        if (m_record.generation != m_snapshot->generation)
            continue;
        if (m_record.run == 0)
            m_history.add(m_record);
        else
            m_contenders.add(m_record);
        added = true;
    }
    return added;
}

void Session::followReplay()
{
    const bool isThatRun = m_snapshot->generation > m_openedAfter && m_snapshot->start->changes == m_config.changes;
    if (!isThatRun)
        return;
    bool followed = false;
    for (; m_replayed < m_config.changes.size() && m_config.changes[m_replayed].step <= m_snapshot->step;
         ++m_replayed) {
        core::Result<core::ExperimentConfig> next = core::withSettings(m_config, m_config.changes[m_replayed].set);
        if (next)
            m_config = std::move(next).value();
        followed = true;
    }
    if (followed)
        emit configChanged();
}

void Session::watchState(bool newSnapshot)
{
    const core::TrainerState before = std::exchange(m_state, m_trainer.state());
    const bool hasStopped = before == core::TrainerState::Playing && m_state != core::TrainerState::Playing;
    const bool atItsEnd = newSnapshot && m_snapshot->status != core::RunStatus::Training;
    if (m_playing && m_state != core::TrainerState::Playing && (hasStopped || atItsEnd)) {
        m_playing = false;
        emit stateChanged();
    }
    if (!m_playing && m_state == core::TrainerState::Playing && before == core::TrainerState::Paused) {
        // A run that had diverged while playing plays again after the edit that cures it.
        m_playing = true;
        emit stateChanged();
    }
    if (m_state == core::TrainerState::Faulted && before != core::TrainerState::Faulted)
        emit trainerFaulted(m_trainer.faults());
}

void Session::measureSpeed()
{
    const qint64 milliseconds = m_measuredSince.elapsed();
    if (milliseconds < kSpeedMilliseconds)
        return;
    const std::int64_t step = m_trainer.currentStep();
    // A rebuild starts counting at 0 again.
    const std::int64_t made = step >= m_measuredStep ? step - m_measuredStep : step;
    const double speed = static_cast<double>(made) * 1000.0 / static_cast<double>(milliseconds);
    // Halfway to the newest: calm enough to be read, and right again within a second.
    m_stepsPerSecond = m_stepsPerSecond > 0 && made > 0 ? (m_stepsPerSecond + speed) / 2 : speed;
    m_measuredStep = step;
    m_measuredSince.restart();
    emit stateChanged();
}

} // namespace ui

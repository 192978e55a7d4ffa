// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/Session.h"

#include "core/base/AtomicFile.h"
#include "core/io/ConfigJson.h"
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

} // namespace

Session::Session(core::ResourceReader resources, QObject* parent)
    : QObject(parent)
    , m_resources(resources)
    , m_trainer(std::move(resources))
{
    m_timer.setTimerType(Qt::PreciseTimer);
    m_timer.setInterval(kFrameMilliseconds);
    connect(&m_timer, &QTimer::timeout, this, &Session::tick);
    m_timer.start();
    m_measuredSince.start();
}

void Session::open(core::ExperimentConfig config)
{
    const bool isBuilt = !m_isOpen || core::effectOfChange(m_config, config) == core::Effect::Rebuild;
    m_isOpen = true;
    m_openedAfter = m_snapshot ? m_snapshot->generation : 0;
    m_replayed = 0;
    m_config = std::move(config);
    m_trainer.apply(m_config);
    // What is opened begins at its beginning, also where it differs from the running experiment in hot settings only.
    if (!isBuilt)
        m_trainer.restart();
    setPlaying(true);
    m_editedSinceFrame = true;
    emit configChanged();
}

core::Outcome Session::openText(const std::string& text)
{
    core::Result<core::ExperimentConfig> parsed = core::parseExperiment(text);
    if (!parsed)
        return parsed.faults();
    open(parsed.value());
    return core::Done{};
}

core::Outcome Session::openPreset(std::string_view name)
{
    const std::string file = "experiments/" + std::string(name) + ".json";
    const std::optional<std::string> text = m_resources(file);
    if (!text)
        return core::Fault{core::FaultCode::BrokenResource, file, {}};
    return openText(*text);
}

core::Outcome Session::openFile(const QString& path)
{
    const core::Result<std::string> text = core::readWholeFile(path.toStdString(), core::kLargestExperimentText);
    return text ? openText(text.value()) : core::Outcome(text.faults());
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
    const int layers = static_cast<int>(m_snapshot->layers.size());
    return {*m_snapshot, m_history, m_config, std::clamp(m_selectedLayer, std::min(1, layers), layers)};
}

void Session::edit(const core::Setting& setting)
{
    core::ExperimentConfig next = m_config;
    const core::Outcome outcome = core::applySetting(next, setting);
    core::Faults faults = outcome ? core::checkConfig(next) : outcome.faults();
    if (setting.key == "data.source" && !faults.empty() && !next.loss.empty()) {
        // The loss was chosen for other data: take the one that fits these.
        next.loss.clear();
        faults = core::checkConfig(next);
    }
    if (!faults.empty()) {
        emit editRefused(setting.key, faults);
        return;
    }
    change(std::move(next));
}

void Session::change(core::ExperimentConfig next)
{
    const core::Effect effect = core::effectOfChange(m_config, next);
    const bool diverged = m_snapshot && m_snapshot->status == core::RunStatus::Diverged;
    if (effect == core::Effect::Rebuild || (effect == core::Effect::Hot && diverged)) {
        next.changes.clear();
    }
    m_config = std::move(next);
    if (effect != core::Effect::None)
        m_trainer.apply(m_config);
    m_editedSinceFrame = true;
    emit configChanged();
}

void Session::setPlaying(bool playing)
{
    m_playing = playing;
    m_trainer.setPlaying(playing);
    emit stateChanged();
}

void Session::step()
{
    if (m_playing)
        setPlaying(false);
    m_trainer.step();
}

void Session::restart()
{
    m_config.changes.clear();
    m_trainer.apply(m_config);
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
    m_selectedLayer = layer;
    m_editedSinceFrame = true;
}

void Session::tick()
{
    const core::Snapshot* newest = m_trainer.fetchSnapshot();
    if (newest) {
        if (m_snapshot && newest->generation != m_history.generation())
            m_history.clear();
        m_snapshot = newest;
        followReplay();
    }
    const bool drained = drainRecords();
    watchState(newest != nullptr);
    measureSpeed();
    if (m_snapshot && (newest || drained || m_editedSinceFrame)) {
        m_editedSinceFrame = false;
        emit frameChanged(frame());
    }
}

bool Session::drainRecords()
{
    bool added = false;
    while (m_snapshot && (m_recordWaits || m_trainer.fetchRecord(m_record))) {
        // A frame never shows the past of one network with the present of another.
        m_recordWaits = m_record.generation > m_snapshot->generation;
        if (m_recordWaits)
            break;
        if (m_record.generation == m_snapshot->generation) {
            m_history.add(m_record);
            added = true;
        }
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

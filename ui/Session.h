// SPDX-License-Identifier: GPL-3.0-or-later
// The only bridge between core and the window's parts: owns the trainer, the one experiment that is edited and the past
// of its run. Edits go down as whole configs, snapshots come up as frames, sixty times a second at most. It draws,
// saves and translates nothing. Used by MainWindow, on the GUI thread.
#pragma once

#include "core/analysis/Diagnosis.h"
#include "core/base/Result.h"
#include "core/config/ExperimentConfig.h"
#include "core/train/History.h"
#include "core/train/Trainer.h"
#include "ui/Contenders.h"
#include "ui/CostMeter.h"
#include "ui/LookingBack.h"
#include "ui/PhaseMap.h"
#include "ui/Predictor.h"
#include "ui/Race.h"
#include "ui/Trial.h"
#include "ui/UnitWatcher.h"
#include "ui/base/FrameData.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <memory>
#include <string_view>
#include <vector>

namespace ui
{

class Session : public QObject
{
    Q_OBJECT

public:
    explicit Session(core::ResourceReader resources, QObject* parent = nullptr);

    /// Builds and plays this experiment, which must be one that checkConfig accepts.
    void open(core::ExperimentConfig config);

    /// The experiment as it is being edited, always one that can be run.
    [[nodiscard]] const core::ExperimentConfig& config() const { return m_config; }
    /// The experiment from which the run can be replayed: as it was when the run began, with the changes made since.
    [[nodiscard]] core::ExperimentConfig recordedExperiment() const;
    /// What the user wants; the trainer follows within a step.
    [[nodiscard]] bool playing() const { return m_playing; }
    /// Updates that the trainer has made by now; the snapshot may be a little behind.
    [[nodiscard]] std::int64_t currentStep() const { return m_trainer.currentStep(); }
    [[nodiscard]] double stepsPerSecond() const { return m_stepsPerSecond; }
    /// The newest moment of the run; nullptr before the first has come. Valid until the next event.
    [[nodiscard]] const core::Snapshot* snapshot() const { return m_snapshot; }
    /// The moment that is looked at: the newest, or an earlier one of the same run. Valid until the next event.
    [[nodiscard]] FrameData frame() const;
    /// The past of the run that is watched.
    [[nodiscard]] const core::History& history() const { return m_history; }
    /// The runs beside the one that is watched, at the same step of the same data.
    [[nodiscard]] const Contenders& contenders() const { return m_contenders; }
    /// Many runs of this experiment with other settings, behind the one that is watched.
    [[nodiscard]] Race& race() { return m_race; }
    /// What becomes of this experiment for every pair of values of two settings.
    [[nodiscard]] PhaseMap& phases() { return m_phases; }
    /// What activations cost on this machine.
    [[nodiscard]] CostMeter& costs() { return m_costs; }
    /// The run that is tried out beside this one; null: none.
    [[nodiscard]] const Trial* trial() const { return m_trial.get(); }
    /// The moments that can be looked at again.
    [[nodiscard]] const core::SnapshotHistory& moments() const { return m_past.moments(); }
    /// Whether the newest moment is looked at, whatever it will be.
    [[nodiscard]] bool isLive() const { return m_past.viewed() == nullptr; }

public slots:
    /// Merges one setting into the experiment: hot where possible, else a rebuild that keeps playing.
    void edit(const core::Setting& setting);
    /// Makes this the experiment, which must be one that checkConfig accepts: hot where possible, else a rebuild.
    void change(core::ExperimentConfig next);
    /// The same with these contenders beside it.
    void change(core::ExperimentConfig next, const ContenderSpecs& contenders);
    /// Trains the experiment with these settings beside the one that is watched; both begin anew, to be at the same
    /// step.
    void addContender(const std::vector<core::Setting>& settings);
    /// Sets one value of a contender: hot where possible, else all begin anew.
    void editContender(int index, const core::Setting& setting);
    void removeContender(int index);
    void setPlaying(bool playing);
    /// Pauses, and makes one mini-batch update.
    void step();
    /// Begins again from the same seed, with the values that hold now.
    void restart();
    void newSeed();
    void selectLayer(int layer);

    /// Trains this experiment beside the one that is watched, from its first step; it must be one that checkConfig
    /// accepts. An edit, or whatever begins a new run, ends it.
    void tryOut(core::ExperimentConfig config);
    void endTrial();
    /// Looks at a unit from near, which records nothing and changes nothing of the run; none: no longer.
    void watchUnit(std::optional<core::UnitPlace> unit);
    /// Finds out why the watched unit is dead at the moment that is looked at; frames tell what is known so far. An
    /// edit and whatever begins a new run end it.
    void startAutopsy();
    void cancelAutopsy();
    /// Measures what activations cost, and a step of the experiment that is watched; frames tell.
    void measureCosts();

    // Looking back: training goes on meanwhile if it was playing. An edit, a step, Play and whatever begins a new run
    // return to now.
    /// Looks at the kept moment nearest to this step.
    void viewStep(qint64 step);
    /// Looks at the kept moment so many places later (or earlier, if negative); later than the newest is now.
    void viewNeighbour(int places);
    void viewFirst();
    void returnToLive();

signals:
    /// There is something new to show. The frame is valid during the call.
    void frameChanged(const ui::FrameData& frame);
    /// config() is another one.
    void configChanged();
    /// Another moment is looked at, by the user's wish; frameChanged follows within a frame.
    void momentChanged();
    /// The change of this setting cannot be made; config() is as before.
    void editRefused(const std::string& key, const core::Faults& faults);
    /// There is no such contender; all is as before.
    void contenderRefused(const core::Faults& faults);
    /// contenders() are others, or another of their settings holds.
    void contendersChanged();
    /// trial() has begun, gone on or ended.
    void trialChanged();
    /// playing() or the speed is another one.
    void stateChanged();
    /// The trainer has met something that it cannot go on from; an edit or a restart tries again.
    void trainerFaulted(const core::Faults& faults);

private:
    /// Points that cannot be learned from yet wait for those to come; the run goes on with the ones before.
    void keepDraft(std::vector<core::DrawnPoint> points);
    /// What the trainer is to run.
    [[nodiscard]] core::Lineup lineup() const { return {m_config, m_contenders.companions()}; }
    void applyAll() { m_trainer.apply(m_config, m_contenders.companions()); }
    void tick();
    void takeSnapshot(const core::Snapshot& snapshot);
    void tellMoment(bool isAnother);
    bool drainRecords();
    void watchState(bool newSnapshot);
    /// Takes over what the run has just replayed from its file, so that the next edit does not undo it.
    void followReplay();
    void measureSpeed();
    void askForPrediction();

    core::ExperimentConfig m_config;
    std::uint64_t m_openedAfter = 0; ///< the generation that was seen when the experiment was opened
    core::History m_history;
    LookingBack m_past;
    Contenders m_contenders;
    core::Diagnosis m_diagnosis; ///< of the newest moments
    core::StepRecord m_record;   ///< reused, so that draining allocates nothing
    bool m_recordWaits = false;  ///< m_record is of a network whose first snapshot has not come yet
    const core::Snapshot* m_snapshot = nullptr;
    core::TrainerState m_state = core::TrainerState::Paused;
    UnitWatcher m_watcher;
    std::size_t m_replayed = 0; ///< changes of the file that the run has already made
    int m_selectedLayer = 1;
    bool m_playing = false;
    bool m_editedSinceFrame = false;
    double m_stepsPerSecond = 0;
    std::int64_t m_measuredStep = 0;
    QElapsedTimer m_measuredSince;
    QTimer m_timer;
    Predictor m_predictor;
    core::ResourceReader m_resources;
    Race m_race;
    PhaseMap m_phases;
    CostMeter m_costs;
    std::unique_ptr<Trial> m_trial;
    std::vector<std::unique_ptr<Trial>> m_endingTrials; ///< their last step may take long, and holds nobody up
    core::Trainer m_trainer;                            // last: its thread ends before anything else goes
};

} // namespace ui

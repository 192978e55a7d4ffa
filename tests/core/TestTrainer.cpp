// SPDX-License-Identifier: GPL-3.0-or-later
// The training thread, asked as the window asks it. Nothing here depends on how long anything takes.
#include "core/io/ResultWriter.h"
#include "core/train/Trainer.h"
#include "core/train/TrainerLoop.h"
#include "core/train/TrainingRun.h"
#include "tests/core/Goldens.h"

#include <QTest>

#include <atomic>
#include <chrono>
#include <cmath>
#include <cstdint>
#include <functional>
#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

using namespace core;

namespace
{

ExperimentConfig small(std::int64_t steps = 100)
{
    ExperimentConfig config;
    config.data.samples = 60;
    config.network.depth = 2;
    config.network.width = 4;
    config.network.activation = {"tanh", {}};
    config.training.batchSize = 8;
    config.training.steps = steps;
    return config;
}

constexpr std::int64_t kForEver = 1'000'000'000;

/// What the window does every 16 ms.
struct Watcher {
    explicit Watcher(Trainer& watched)
        : trainer(&watched)
    {
    }

    void drain()
    {
        StepRecord record;
        while (trainer->fetchRecord(record)) {
            history.add(record);
            records.push_back(record);
        }
        if (const Snapshot* newest = trainer->fetchSnapshot())
            snapshot = *newest;
    }
    bool drained(const std::function<bool()>& condition)
    {
        drain();
        return condition();
    }
    /// The first step that is missing or told twice in the records of a generation, or 0.
    [[nodiscard]] std::int64_t firstHole(std::uint64_t generation, std::int64_t lastStep) const
    {
        std::int64_t next = 1;
        for (const StepRecord& record : records) {
            if (record.generation != generation || record.steps() <= 0)
                continue;
            if (record.firstStep != next)
                return next;
            next = record.lastStep + 1;
        }
        return next == lastStep + 1 ? 0 : next;
    }

    Trainer* trainer;
    Snapshot snapshot;
    std::vector<StepRecord> records;
    History history;
};

#define TRY_DRAINED(watcher, ...) QTRY_VERIFY_WITH_TIMEOUT((watcher).drained([&] { return __VA_ARGS__; }), 60000)

bool sameLayers(const Snapshot& left, const Snapshot& right)
{
    for (std::size_t l = 0; l < left.layers.size(); ++l)
        if (left.layers[l].z.mean != right.layers[l].z.mean || left.layers[l].weightRms != right.layers[l].weightRms)
            return false;
    return left.layers.size() == right.layers.size() && left.step == right.step;
}

/// A run that is watched closely, after so many steps.
struct Watched {
    explicit Watched(const ExperimentConfig& config, int steps)
        : run(std::move(TrainingRun::create(config, goldens::resource)).value())
    {
        options.unit = UnitPlace{1, 2};
        options.evaluationSamples = 40;
        options.decisionResolution = 64; // in two blocks
        for (int step = 0; step < steps; ++step)
            advance();
    }

    void advance()
    {
        run->keepNextUpdate();
        run->step();
    }
    /// How often it is asked whether it is to go on; the answer is no from question `last` on, unless that is 0.
    int observe(int last = 0)
    {
        int asked = 0;
        options.interrupt = Interrupt([&asked, last] { return ++asked == last; });
        try {
            run->observe(snapshot, options);
        } catch (const Interrupted&) {
            wasGivenUp = true;
        }
        return asked;
    }

    std::unique_ptr<TrainingRun> run;
    ObserveOptions options;
    Snapshot snapshot;
    bool wasGivenUp = false;
};

} // namespace

class TestTrainer : public QObject
{
    Q_OBJECT

private slots:
    void showsTheStart();
    void showsTheStartHoweverLateOneLooks();
    void playsToTheEndAndTheSameBits();
    void playsOnAfterTheEnd();
    void pauseAndSingleSteps();
    void restartBeginsAgain();
    void aRebuildKeepsPlaying();
    void aRebuildKeepsPausing();
    void aHotChangeActs();
    void newestApplyWins();
    void snapshotTellsHowToReplay();
    void recordsHaveNoHoles_data();
    void recordsHaveNoHoles();
    void nothingIsLostWhenTheQueueWasFull();
    void pacing();
    void divergencePausesAndARebuildPlaysOn();
    void stepsAfterDivergence();
    void aFaultIsSurvived();
    void aFaultTakesNoHotChange();
    void anExceptionIsSurvived();
    void anObservationGivenUpLeavesNoTrace_data();
    void anObservationGivenUpLeavesNoTrace();
    void whatEndsAnObservation_data();
    void whatEndsAnObservation();
    void nothingIsPublishedOfAnObservationGivenUp();
    void quitWhileBusy();
    void quitAtOnce();
};

void TestTrainer::showsTheStart()
{
    const auto before = std::chrono::steady_clock::now();
    Trainer trainer(goldens::noResource);
    Watcher watcher(trainer);
    trainer.apply(small());
    TRY_DRAINED(watcher, watcher.snapshot.generation == 1 && !watcher.history.evaluations().empty());
    QCOMPARE(watcher.snapshot.step, std::int64_t(0));
    QCOMPARE(watcher.snapshot.status, RunStatus::Training);
    QCOMPARE(watcher.snapshot.config, small());
    QCOMPARE(trainer.state(), TrainerState::Paused);
    QCOMPARE(trainer.currentStep(), std::int64_t(0));
    QVERIFY(watcher.history.records().empty());
    QVERIFY(trainer.faults().empty());
    QVERIFY(watcher.snapshot.takenAt > before && watcher.snapshot.takenAt < std::chrono::steady_clock::now());
}

void TestTrainer::showsTheStartHoweverLateOneLooks()
{
    Trainer trainer(goldens::noResource);
    trainer.apply(small(kForEver));
    trainer.setPlaying(true);
    Watcher watcher(trainer);
    QTRY_VERIFY(trainer.currentStep() > 500);
    watcher.drain();
    QCOMPARE(watcher.snapshot.generation, std::uint64_t(1));
    QCOMPARE(watcher.snapshot.step, 0);
    // From then on the newest wins.
    TRY_DRAINED(watcher, watcher.snapshot.step > 500);
}

void TestTrainer::playsToTheEndAndTheSameBits()
{
    Trainer trainer(goldens::noResource);
    Watcher watcher(trainer);
    trainer.apply(small());
    trainer.setPlaying(true);
    TRY_DRAINED(watcher, watcher.snapshot.step == 100 && watcher.history.lastStep() == 100);
    QTRY_COMPARE(trainer.state(), TrainerState::Paused);
    QCOMPARE(trainer.currentStep(), std::int64_t(100));
    QCOMPARE(watcher.snapshot.status, RunStatus::Done);
    QCOMPARE(watcher.firstHole(1, 100), std::int64_t(0));
    // The thread, its timing and its observations leave no trace in the numbers.
    const auto run = TrainingRun::create(small(), goldens::noResource);
    for (int step = 0; step < 100; ++step)
        run.value()->step();
    Snapshot expected;
    run.value()->observe(expected);
    QVERIFY(sameLayers(watcher.snapshot, expected));
    QCOMPARE(watcher.snapshot.train.loss, expected.train.loss);
}

void TestTrainer::playsOnAfterTheEnd()
{
    Trainer trainer(goldens::noResource);
    Watcher watcher(trainer);
    trainer.apply(small());
    trainer.setPlaying(true);
    TRY_DRAINED(watcher, watcher.snapshot.step == 100 && trainer.state() == TrainerState::Paused);
    trainer.setPlaying(true);
    TRY_DRAINED(watcher, watcher.snapshot.step == 200 && watcher.history.lastStep() == 200);
    QCOMPARE(watcher.firstHole(1, 200), std::int64_t(0));
}

void TestTrainer::pauseAndSingleSteps()
{
    Trainer trainer(goldens::noResource);
    Watcher watcher(trainer);
    trainer.apply(small(kForEver));
    trainer.setPlaying(true);
    QTRY_VERIFY(trainer.state() == TrainerState::Playing && trainer.currentStep() > 10);
    trainer.setPlaying(false);
    QTRY_COMPARE(trainer.state(), TrainerState::Paused);
    const std::int64_t at = trainer.currentStep();
    for (int step = 0; step < 7; ++step)
        trainer.step();
    TRY_DRAINED(watcher, watcher.snapshot.step == at + 7 && watcher.records.back().lastStep == at + 7);
    QCOMPARE(trainer.currentStep(), at + 7);
    QCOMPARE(trainer.state(), TrainerState::Paused);
    QCOMPARE(watcher.firstHole(1, at + 7), std::int64_t(0));
}

void TestTrainer::restartBeginsAgain()
{
    Trainer trainer(goldens::noResource);
    Watcher watcher(trainer);
    trainer.apply(small());
    TRY_DRAINED(watcher, watcher.snapshot.generation == 1);
    const Snapshot start = watcher.snapshot;
    trainer.setPlaying(true);
    TRY_DRAINED(watcher, watcher.snapshot.step == 100 && trainer.state() == TrainerState::Paused);
    trainer.restart();
    TRY_DRAINED(watcher, watcher.snapshot.generation == 2);
    QCOMPARE(watcher.snapshot.step, std::int64_t(0));
    QVERIFY(sameLayers(watcher.snapshot, start));
    QCOMPARE(trainer.state(), TrainerState::Paused);
}

void TestTrainer::aRebuildKeepsPlaying()
{
    Trainer trainer(goldens::noResource);
    Watcher watcher(trainer);
    ExperimentConfig config = small(kForEver);
    trainer.apply(config);
    trainer.setPlaying(true);
    for (int depth = 1; depth <= 10; ++depth) {
        TRY_DRAINED(watcher, watcher.snapshot.step > 3);
        config.network.depth = depth * 3 % 11;
        trainer.apply(config);
        TRY_DRAINED(watcher, watcher.snapshot.config == config && watcher.snapshot.step > 0);
        QCOMPARE(trainer.state(), TrainerState::Playing);
        QCOMPARE(watcher.snapshot.layers.size(), std::size_t(config.network.depth));
        QCOMPARE(watcher.snapshot.generation, std::uint64_t(depth + 1));
        QVERIFY(watcher.history.generation() <= watcher.snapshot.generation);
    }
}

void TestTrainer::aRebuildKeepsPausing()
{
    Trainer trainer(goldens::noResource);
    Watcher watcher(trainer);
    ExperimentConfig config = small();
    trainer.apply(config);
    config.network.width = 5;
    trainer.apply(config);
    TRY_DRAINED(watcher, watcher.snapshot.config == config);
    QCOMPARE(trainer.state(), TrainerState::Paused);
    QCOMPARE(trainer.currentStep(), std::int64_t(0));
}

void TestTrainer::aHotChangeActs()
{
    Trainer trainer(goldens::noResource);
    Watcher watcher(trainer);
    ExperimentConfig config = small(kForEver);
    trainer.apply(config);
    trainer.setPlaying(true);
    TRY_DRAINED(watcher, watcher.snapshot.step > 5);
    const std::int64_t before = watcher.snapshot.step;
    config.network.activation = {"leaky_relu", {{"negative_slope", 0.3}}};
    config.optimizer.parameters["learning_rate"] = 0.02;
    trainer.apply(config);
    TRY_DRAINED(watcher, watcher.snapshot.config == config);
    QCOMPARE(watcher.snapshot.generation, std::uint64_t(1)); // the same network
    QVERIFY(watcher.snapshot.step >= before);
    QCOMPARE(watcher.snapshot.layers[0].activation, "leaky_relu");
    trainer.setPlaying(false);
    QTRY_COMPARE(trainer.state(), TrainerState::Paused);
    const std::int64_t end = trainer.currentStep();
    TRY_DRAINED(watcher, watcher.snapshot.step == end && watcher.snapshot.changes->size() == 1);

    // What it recorded, replayed, is this run.
    ExperimentConfig again = small(kForEver);
    again.changes = *watcher.snapshot.changes;
    const auto run = TrainingRun::create(again, goldens::noResource);
    for (std::int64_t step = 0; step < end; ++step)
        run.value()->step();
    Snapshot expected;
    run.value()->observe(expected);
    QVERIFY(sameLayers(watcher.snapshot, expected));
}

void TestTrainer::newestApplyWins()
{
    Trainer trainer(goldens::noResource);
    Watcher watcher(trainer);
    ExperimentConfig config = small(kForEver);
    trainer.setPlaying(true);
    for (int width = 1; width <= 60; ++width) {
        config.network.width = width;
        trainer.apply(config);
    }
    TRY_DRAINED(watcher, watcher.snapshot.config.network.width == 60);
    QVERIFY(watcher.snapshot.generation <= 60);
}

void TestTrainer::snapshotTellsHowToReplay()
{
    Trainer trainer(goldens::noResource);
    Watcher watcher(trainer);
    ExperimentConfig config = small();
    trainer.apply(config);
    TRY_DRAINED(watcher, watcher.snapshot.generation == 1);
    trainer.step();
    trainer.step();
    TRY_DRAINED(watcher, watcher.snapshot.step == 2);
    config.training.batchSize = 4;
    trainer.apply(config);
    TRY_DRAINED(watcher, watcher.snapshot.config == config);
    QCOMPARE(*watcher.snapshot.start, small());
    QCOMPARE(*watcher.snapshot.changes, (std::vector<Change>{{2, {{"training.batch_size", 4.0}}}}));
    config.seed = 7;
    trainer.apply(config);
    TRY_DRAINED(watcher, watcher.snapshot.generation == 2);
    QCOMPARE(*watcher.snapshot.start, config);
    QVERIFY(watcher.snapshot.changes->empty());
}

void TestTrainer::recordsHaveNoHoles_data()
{
    QTest::addColumn<int>("steps");
    QTest::addColumn<bool>("drainsMeanwhile");
    QTest::newRow("few") << 50 << true;
    QTest::newRow("more than the queue holds, drained") << 9000 << true;
    QTest::newRow("more than the queue holds, not drained") << 9000 << false;
}

void TestTrainer::recordsHaveNoHoles()
{
    QFETCH(int, steps);
    QFETCH(bool, drainsMeanwhile);
    Trainer trainer(goldens::noResource);
    Watcher watcher(trainer);
    ExperimentConfig config = small(steps);
    config.network.depth = 1;
    trainer.apply(config);
    trainer.setPlaying(true);
    if (!drainsMeanwhile)
        QTRY_VERIFY_WITH_TIMEOUT(trainer.currentStep() == steps && trainer.state() == TrainerState::Paused, 60000);
    // Paused at its end, it still hands over what had found no room.
    TRY_DRAINED(watcher, watcher.history.lastStep() == steps);
    QCOMPARE(watcher.firstHole(1, steps), std::int64_t(0));
    std::int64_t next = 1;
    for (const StepRecord& record : watcher.history.records()) {
        QCOMPARE(record.firstStep, next);
        QVERIFY(std::isfinite(record.batchLoss.mean) && record.batchLoss.min <= record.batchLoss.max);
        next = record.lastStep + 1;
    }
    TRY_DRAINED(watcher, !watcher.history.evaluations().empty() && watcher.history.evaluations().back().step == steps);
}

void TestTrainer::nothingIsLostWhenTheQueueWasFull()
{
    Trainer trainer(goldens::noResource);
    Watcher watcher(trainer);
    ExperimentConfig config = small(kForEver);
    config.network.depth = 1;
    trainer.apply(config);
    trainer.setPlaying(true);
    QTRY_VERIFY_WITH_TIMEOUT(trainer.currentStep() > 6000, 60000);
    TRY_DRAINED(watcher, watcher.history.lastStep() > 8000);
    trainer.setPlaying(false);
    QTRY_COMPARE(trainer.state(), TrainerState::Paused);
    const std::int64_t end = trainer.currentStep();
    TRY_DRAINED(watcher, watcher.history.lastStep() == end);
    QCOMPARE(watcher.firstHole(1, end), std::int64_t(0));
}

void TestTrainer::pacing()
{
    Trainer trainer(goldens::noResource);
    Watcher watcher(trainer);
    ExperimentConfig config = small();
    config.training.stepsPerSecond = 0.01; // the first step at once, the next in a hundred seconds
    trainer.apply(config);
    trainer.setPlaying(true);
    TRY_DRAINED(watcher, watcher.snapshot.step == 1);
    QCOMPARE(trainer.state(), TrainerState::Playing);
    trainer.step(); // is not kept waiting
    TRY_DRAINED(watcher, watcher.snapshot.step == 2);
    config.training.stepsPerSecond = 0; // nor is a new pace
    trainer.apply(config);
    TRY_DRAINED(watcher, watcher.snapshot.step == 100);
}

void TestTrainer::divergencePausesAndARebuildPlaysOn()
{
    Trainer trainer(goldens::noResource);
    Watcher watcher(trainer);
    ExperimentConfig config = small(kForEver);
    config.network.activation = {"relu", {}};
    config.optimizer.parameters["learning_rate"] = 1e6;
    trainer.apply(config);
    trainer.setPlaying(true);
    TRY_DRAINED(watcher, watcher.snapshot.status == RunStatus::Diverged);
    QTRY_COMPARE(trainer.state(), TrainerState::Paused);
    QVERIFY(watcher.snapshot.divergence);
    QCOMPARE(watcher.snapshot.divergence->step, watcher.snapshot.step);
    TRY_DRAINED(watcher, watcher.history.lastStep() == watcher.snapshot.step);
    config.optimizer.parameters["learning_rate"] = 0.1; // the cure needs no other key to be pressed
    trainer.apply(config);
    TRY_DRAINED(watcher, watcher.snapshot.generation == 2 && watcher.snapshot.step > 5);
    QCOMPARE(trainer.state(), TrainerState::Playing);
    QVERIFY(!watcher.snapshot.divergence);
}

void TestTrainer::stepsAfterDivergence()
{
    Trainer trainer(goldens::noResource);
    Watcher watcher(trainer);
    ExperimentConfig config = small(kForEver);
    config.network.activation = {"relu", {}};
    config.optimizer.parameters["learning_rate"] = 1e6;
    trainer.apply(config);
    trainer.setPlaying(true);
    TRY_DRAINED(watcher, watcher.snapshot.status == RunStatus::Diverged);
    const std::int64_t end = watcher.snapshot.step;
    for (int step = 0; step < 5; ++step)
        trainer.step();
    trainer.setPlaying(true);
    trainer.restart();
    TRY_DRAINED(watcher, watcher.snapshot.generation == 2);
    QCOMPARE(watcher.firstHole(1, end), std::int64_t(0)); // nothing was told twice
}

void TestTrainer::aFaultIsSurvived()
{
    Trainer trainer(goldens::noResource);
    Watcher watcher(trainer);
    ExperimentConfig broken = small();
    broken.data.source = "digits";
    trainer.setPlaying(true);
    trainer.apply(broken);
    QTRY_COMPARE(trainer.state(), TrainerState::Faulted);
    QCOMPARE(trainer.faults().size(), std::size_t(1));
    QCOMPARE(trainer.faults().front().code, FaultCode::BrokenResource);
    QCOMPARE(trainer.faults().front().where, "datasets/digits.csv.gz");
    trainer.setPlaying(true); // there is nothing to play
    trainer.step();
    trainer.apply(small());
    TRY_DRAINED(watcher, watcher.snapshot.generation == 1);
    QTRY_VERIFY(trainer.state() != TrainerState::Faulted);
    QVERIFY(trainer.faults().empty());
    trainer.setPlaying(true);
    // Whether the first wish to play came with the repaired experiment or before it is a matter of luck: then it goes
    // on for as long again.
    TRY_DRAINED(watcher, watcher.snapshot.step >= 100);
}

void TestTrainer::aFaultTakesNoHotChange()
{
    // After moons were running and digits could not be read, a change of the rate must not be taken by the moons.
    Trainer trainer(goldens::noResource);
    Watcher watcher(trainer);
    ExperimentConfig config = small(kForEver);
    trainer.apply(config);
    trainer.setPlaying(true);
    TRY_DRAINED(watcher, watcher.snapshot.step > 0);
    config.data.source = "digits";
    trainer.apply(config);
    QTRY_COMPARE(trainer.state(), TrainerState::Faulted);
    config.optimizer.parameters["learning_rate"] = 0.01;
    trainer.apply(config);
    trainer.setPlaying(true);
    QTest::qWait(50); // long enough in most cases; where it is not, there is less to see, but nothing to fail
    QCOMPARE(trainer.state(), TrainerState::Faulted);
    config.data.source = "circles";
    trainer.apply(config);
    TRY_DRAINED(watcher, watcher.snapshot.config.data.source == "circles");
    QCOMPARE(watcher.snapshot.generation, std::uint64_t(2));
}

void TestTrainer::anExceptionIsSurvived()
{
    std::atomic<bool> broken = true;
    Trainer trainer([&](std::string_view name) {
        if (broken)
            throw std::runtime_error("the disk is on fire");
        return goldens::resource(name);
    });
    Watcher watcher(trainer);
    ExperimentConfig config = small(20);
    config.data.source = "digits";
    trainer.apply(config);
    QTRY_COMPARE(trainer.state(), TrainerState::Faulted);
    QCOMPARE(trainer.faults().front().code, FaultCode::TrainerFailed);
    QCOMPARE(trainer.faults().front().details.front(), "the disk is on fire");
    broken = false;
    trainer.restart();
    TRY_DRAINED(watcher, watcher.snapshot.config == config);
    trainer.setPlaying(true);
    TRY_DRAINED(watcher, watcher.snapshot.step == 20);
}

void TestTrainer::anObservationGivenUpLeavesNoTrace_data()
{
    QTest::addColumn<QString>("source");
    QTest::addColumn<QString>("normalization");
    QTest::newRow("map") << "moons"
                         << "none";
    QTest::newRow("curve") << "sine_wave"
                           << "none";
    QTest::newRow("confusion") << "digits"
                               << "batch";
}

void TestTrainer::anObservationGivenUpLeavesNoTrace()
{
    QFETCH(QString, source);
    QFETCH(QString, normalization);
    ExperimentConfig config = small();
    config.data.source = source.toStdString();
    config.network.depth = 5;
    config.network.normalization.kind = normalization.toStdString();
    Watched calm(config, 3);
    const int questions = calm.observe();
    QVERIFY(!calm.wasGivenUp);
    // Every layer forth and back, and its update; forth again for both sets, and for what is drawn.
    const int drawn = source == "moons" ? 2 : source == "sine_wave" ? 1 : 0;
    QCOMPARE(questions, 5 * (3 + 2 + drawn));

    Watched disturbed(config, 3);
    for (int last = 1; last <= questions; ++last) {
        disturbed.wasGivenUp = false;
        QCOMPARE(disturbed.observe(last), last);
        QVERIFY(disturbed.wasGivenUp);
        QVERIFY(disturbed.run->checkpoint().memory == calm.run->checkpoint().memory);
        // The next one is whole, also in the snapshot that was left half filled.
        if (last % 5 == 0)
            disturbed.observe();
    }
    disturbed.observe();
    QCOMPARE(stepLine(disturbed.snapshot, {}), stepLine(calm.snapshot, {}));
    for (std::size_t l = 0; l < 5; ++l) {
        QCOMPARE(disturbed.snapshot.layers[l].delta.histogram.counts, calm.snapshot.layers[l].delta.histogram.counts);
        QCOMPARE(disturbed.snapshot.layers[l].update->histogram.counts,
                 calm.snapshot.layers[l].update->histogram.counts);
    }
    QCOMPARE(disturbed.snapshot.decision.answer, calm.snapshot.decision.answer);
    QCOMPARE(disturbed.snapshot.decision.curveY, calm.snapshot.decision.curveY);
    QCOMPARE(disturbed.snapshot.decision.confusion, calm.snapshot.decision.confusion);
    QCOMPARE(disturbed.snapshot.unit->gradientNorm, calm.snapshot.unit->gradientNorm);
    for (Watched* watched : {&calm, &disturbed})
        watched->advance();
    QVERIFY(disturbed.run->checkpoint().memory == calm.run->checkpoint().memory);
}

void TestTrainer::whatEndsAnObservation_data()
{
    QTest::addColumn<int>("order");
    QTest::addColumn<bool>("atOnce");
    QTest::addColumn<bool>("afterAWhile");
    QTest::addColumn<bool>("evenTheFirst");
    QTest::newRow("nothing") << 0 << false << false << false;
    QTest::newRow("quit") << 1 << true << true << true;
    QTest::newRow("apply") << 2 << false << true << true;
    QTest::newRow("restart") << 3 << false << true << true;
    QTest::newRow("pause") << 4 << false << true << false;
    QTest::newRow("step") << 5 << false << true << false;
    QTest::newRow("watch no unit") << 6 << false << true << true;
}

void TestTrainer::whatEndsAnObservation()
{
    QFETCH(int, order);
    Mailbox mailbox;
    const std::vector<std::function<void()>> posts{[] {},
                                                   [&] { mailbox.postQuit(); },
                                                   [&] { mailbox.postApply(small()); },
                                                   [&] { mailbox.postRestart(); },
                                                   [&] { mailbox.postPlay(false); },
                                                   [&] { mailbox.postStep(); },
                                                   [&] { mailbox.postWatch(std::nullopt); }};
    posts.at(static_cast<std::size_t>(order))();
    QTEST(mailbox.endsObservation(false, false), "atOnce");
    QTEST(mailbox.endsObservation(false, true), "atOnce");
    QTEST(mailbox.endsObservation(true, false), "afterAWhile");
    QTEST(mailbox.endsObservation(true, true), "evenTheFirst");
    (void)mailbox.take();
    QVERIFY(!mailbox.endsObservation(true, false));
}

void TestTrainer::nothingIsPublishedOfAnObservationGivenUp()
{
    // The order to end comes while the run is being built: its first moment is looked at by then.
    TrainerChannel channel;
    ExperimentConfig config = small();
    config.data.source = "digits";
    channel.mailbox.postApply(config);
    channel.mailbox.postPlay(true);
    bool isBuilt = false;
    const ResourceReader reader = [&](std::string_view name) {
        isBuilt = true;
        channel.mailbox.postQuit();
        return goldens::resource(name);
    };
    TrainerLoop(reader, channel).run();
    QVERIFY(isBuilt);
    QCOMPARE(channel.state.load(), TrainerState::Playing); // and would have gone on
    QVERIFY(!channel.snapshots.fetch());
    StepRecord record;
    QVERIFY(!channel.records.pop(record));
    QCOMPARE(channel.step.load(), std::int64_t(0));
}

void TestTrainer::quitWhileBusy()
{
    for (int round = 0; round < 20; ++round) {
        Trainer trainer(goldens::noResource);
        ExperimentConfig config = small(kForEver);
        config.network.depth = 10;
        trainer.apply(config);
        trainer.setPlaying(true);
        if (round % 2 == 0)
            QTRY_VERIFY(trainer.currentStep() > 0);
        if (round % 3 == 0)
            trainer.restart();
    }
}

void TestTrainer::quitAtOnce()
{
    const Trainer trainer(goldens::noResource);
    QCOMPARE(trainer.state(), TrainerState::Paused);
}

QTEST_GUILESS_MAIN(TestTrainer)
#include "TestTrainer.moc"

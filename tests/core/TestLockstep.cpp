// SPDX-License-Identifier: GPL-3.0-or-later
// Runs side by side on the training thread: each to the bit what it would be alone, all at the same step. Nothing here
// depends on how long anything takes.
#include "core/train/Lineup.h"
#include "core/train/Trainer.h"
#include "core/train/TrainingRun.h"
#include "tests/core/Goldens.h"
#include "tests/core/SmallRun.h"

#include <QTest>

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <vector>

using namespace core;

namespace
{

constexpr std::int64_t kForEver = 1'000'000'000;

ExperimentConfig first(std::int64_t steps)
{
    ExperimentConfig config = smallrun::small();
    config.training.steps = steps;
    return config;
}

Companion companion(std::uint32_t id, const ExperimentConfig& beside, const std::vector<Setting>& settings)
{
    return {id, companionOf(beside, settings).value()};
}

std::vector<Setting> activation(const std::string& kind)
{
    return {{"network.activation.kind", kind}};
}

/// What the window does every 16 ms, with every run.
struct Watcher {
    explicit Watcher(Trainer& watched)
        : trainer(&watched)
    {
    }

    bool drained(const std::function<bool()>& condition)
    {
        StepRecord record;
        while (trainer->fetchRecord(record)) {
            told[{record.run, record.generation}].push_back(record);
            histories[record.run].add(record);
        }
        if (const Snapshot* newest = trainer->fetchSnapshot()) {
            snapshot = *newest;
            companions.assign(trainer->companionSnapshots().begin(), trainer->companionSnapshots().end());
            for (const CompanionSnapshot& each : companions)
                apart = apart || each.snapshot.generation != snapshot.generation ||
                        (each.snapshot.step != snapshot.step && !each.snapshot.divergence) ||
                        each.snapshot.takenAt != snapshot.takenAt;
        }
        return condition();
    }
    /// The first step of a run that is missing or told twice, or 0 if none is up to `last`.
    std::int64_t firstHole(std::uint32_t run, std::uint64_t generation, std::int64_t last)
    {
        std::int64_t next = 1;
        for (const StepRecord& record : told[{run, generation}]) {
            if (record.steps() <= 0)
                continue;
            if (record.firstStep != next)
                return next;
            next = record.lastStep + 1;
        }
        return next == last + 1 ? 0 : next;
    }

    Trainer* trainer;
    Snapshot snapshot;
    std::vector<CompanionSnapshot> companions;
    bool apart = false; ///< some publication was not of one moment
    std::map<std::pair<std::uint32_t, std::uint64_t>, std::vector<StepRecord>> told;
    std::map<std::uint32_t, History> histories;
};

#define TRY_DRAINED(watcher, ...) QTRY_VERIFY_WITH_TIMEOUT((watcher).drained([&] { return __VA_ARGS__; }), 60000)

/// The same moment of a run that is alone.
Snapshot alone(const ExperimentConfig& config, std::int64_t steps, int resolution = 16)
{
    const auto run = smallrun::runOf(config);
    smallrun::makeSteps(*run, static_cast<int>(steps));
    Snapshot snapshot;
    ObserveOptions options;
    options.decisionResolution = resolution;
    run->observe(snapshot, options);
    return snapshot;
}

bool sameRun(const Snapshot& left, const Snapshot& right)
{
    if (left.layers.size() != right.layers.size() || left.step != right.step || left.train.loss != right.train.loss ||
        left.test->loss != right.test->loss || left.deltaRatio != right.deltaRatio)
        return false;
    for (std::size_t l = 0; l < left.layers.size(); ++l)
        if (left.layers[l].z.mean != right.layers[l].z.mean || left.layers[l].weightRms != right.layers[l].weightRms)
            return false;
    return true;
}

} // namespace

class TestLockstep : public QObject
{
    Q_OBJECT

private slots:
    void whatMayDiffer();
    void whatIsRefused();
    void whatAChangeNeeds();
    void eachIsWhatItWouldBeAlone();
    void theyStartTogether();
    void recordsHaveNoHoles();
    void aNewOneBeginsAllAnew();
    void oneThatGoesLeavesTheOthersAsTheyAre();
    void aHotChangeOfOneIsHot();
    void aRebuildOfOneRebuildsAll();
    void oneThatDivergesStopsAlone();
    void aCureOfOneThatDivergedBeginsAllAnew();
    void theFirstThatDivergesStopsAll();
    void whatTheDataRefusesIsTold();
    void togetherTheyNeedTheMemoryOfAll();
};

void TestLockstep::whatMayDiffer()
{
    for (const char* key : {"network.activation.negative_slope", "network.depth", "network.layers.0.units",
                            "initializer.gain", "optimizer.learning_rate", "loss"})
        QVERIFY2(mayDiffer(key), key);
    for (const char* key : {"seed", "data.source", "training.batch_size", "training.steps", "probe.samples", "title",
                            "networks", "lossless.kind"})
        QVERIFY2(!mayDiffer(key), key);
}

void TestLockstep::whatIsRefused()
{
    ExperimentConfig config = first(10);
    config.changes = {{3, {{"optimizer.learning_rate", 0.5}}}};
    const Result<ExperimentConfig> good = companionOf(config, activation("relu"));
    QVERIFY(good);
    QCOMPARE(good.value().network.activation.kind, "relu");
    QVERIFY(good.value().changes.empty());
    QCOMPARE(good.value().seed, config.seed);

    const auto refusal = [&](const Setting& setting) {
        const Result<ExperimentConfig> bad = companionOf(config, {setting});
        return bad ? std::string() : bad.faults().front().where;
    };
    QCOMPARE(refusal({"seed", 3.0}), "seed");
    QCOMPARE(refusal({"training.batch_size", 4.0}), "training.batch_size");
    QCOMPARE(refusal({"network.depth", -1.0}), "network.depth");
    QCOMPARE(refusal({"network.activation.kind", std::string("nonsense")}), "network.activation.kind");
    QCOMPARE(refusal({"network.width", 100000.0}).substr(0, 7), "network");
}

void TestLockstep::whatAChangeNeeds()
{
    const ExperimentConfig config = first(10);
    const Lineup one{config, {companion(1, config, activation("relu"))}};
    QCOMPARE(effectOfChange(one, one), Effect::None);
    QCOMPARE(effectOfChange(Lineup{config, {}}, one), Effect::Rebuild);
    QCOMPARE(effectOfChange(one, Lineup{config, {}}), Effect::Hot);
    QCOMPARE(effectOfChange(one, Lineup{config, {companion(1, config, activation("elu"))}}), Effect::Hot);
    QCOMPARE(effectOfChange(one, Lineup{config, {companion(2, config, activation("relu"))}}), Effect::Rebuild);
    QCOMPARE(effectOfChange(one, Lineup{config, {companion(1, config, {{"network.depth", 2.0}})}}), Effect::Rebuild);
    ExperimentConfig other = config;
    other.seed = 5;
    QCOMPARE(effectOfChange(one, Lineup{other, one.companions}), Effect::Rebuild);
}

void TestLockstep::eachIsWhatItWouldBeAlone()
{
    constexpr std::int64_t kSteps = 80;
    const ExperimentConfig config = first(kSteps);
    const std::vector<Companion> beside{
        companion(1, config, activation("relu")),
        companion(2, config, {{"network.depth", 1.0}, {"optimizer.kind", std::string("adam")}}),
        companion(3, config, {{"network.dropout.rate", 0.3}})};
    Trainer trainer(goldens::noResource);
    Watcher watcher(trainer);
    trainer.apply(config, beside);
    trainer.setPlaying(true);
    TRY_DRAINED(watcher, watcher.snapshot.step == kSteps && trainer.state() == TrainerState::Paused);
    QVERIFY(!watcher.apart);
    QVERIFY(sameRun(watcher.snapshot, alone(config, kSteps)));
    QCOMPARE(watcher.companions.size(), beside.size());
    for (std::size_t i = 0; i < beside.size(); ++i) {
        QCOMPARE(watcher.companions[i].id, beside[i].id);
        QCOMPARE(watcher.companions[i].snapshot.status, RunStatus::Done);
        QCOMPARE(watcher.companions[i].snapshot.config, beside[i].config);
        const int resolution = watcher.snapshot.decision.resolution;
        const Snapshot expected = alone(beside[i].config, kSteps, resolution);
        QVERIFY(sameRun(watcher.companions[i].snapshot, expected));
        // Each has a picture of its own answers, as fine as that of the first.
        QVERIFY(resolution > 0);
        QCOMPARE(watcher.companions[i].snapshot.decision.resolution, resolution);
        QCOMPARE(watcher.companions[i].snapshot.decision.answer, expected.decision.answer);
    }
}

void TestLockstep::theyStartTogether()
{
    const ExperimentConfig config = first(kForEver);
    Trainer trainer(goldens::noResource);
    Watcher watcher(trainer);
    trainer.apply(config, {companion(1, config, activation("relu"))});
    TRY_DRAINED(watcher, watcher.companions.size() == 1);
    QCOMPARE(watcher.snapshot.step, 0);
    QCOMPARE(watcher.companions[0].snapshot.step, 0);
    QCOMPARE(watcher.companions[0].snapshot.status, RunStatus::Training);
    trainer.step();
    trainer.step();
    TRY_DRAINED(watcher, watcher.snapshot.step == 2);
    QCOMPARE(watcher.companions[0].snapshot.step, 2);
    QVERIFY(!watcher.apart);
    QVERIFY(watcher.companions[0].snapshot.layers[0].update); // the last update is kept of each
}

void TestLockstep::recordsHaveNoHoles()
{
    // More than the queue holds, and nobody listens meanwhile.
    constexpr std::int64_t kSteps = 5000;
    ExperimentConfig config = first(kSteps);
    config.network.depth = 1;
    Trainer trainer(goldens::noResource);
    Watcher watcher(trainer);
    trainer.apply(config, {companion(4, config, activation("relu")), companion(9, config, activation("elu"))});
    trainer.setPlaying(true);
    QTRY_VERIFY_WITH_TIMEOUT(trainer.currentStep() == kSteps && trainer.state() == TrainerState::Paused, 60000);
    for (const std::uint32_t run : {0U, 4U, 9U}) {
        TRY_DRAINED(watcher, watcher.histories[run].lastStep() == kSteps);
        QCOMPARE(watcher.firstHole(run, 1, kSteps), 0);
        TRY_DRAINED(watcher, watcher.histories[run].evaluations().back().step == kSteps);
    }
    // Each has its own past.
    QVERIFY(watcher.histories[4].records().back().batchLoss.mean !=
            watcher.histories[9].records().back().batchLoss.mean);
}

void TestLockstep::aNewOneBeginsAllAnew()
{
    const ExperimentConfig config = first(60);
    Trainer trainer(goldens::noResource);
    Watcher watcher(trainer);
    trainer.apply(config);
    trainer.setPlaying(true);
    TRY_DRAINED(watcher, watcher.snapshot.step == 60 && trainer.state() == TrainerState::Paused);
    QVERIFY(watcher.companions.empty());
    trainer.apply(config, {companion(1, config, activation("relu"))});
    TRY_DRAINED(watcher, watcher.snapshot.generation == 2);
    QCOMPARE(watcher.snapshot.step, 0);
    trainer.setPlaying(true);
    TRY_DRAINED(watcher, watcher.snapshot.step == 60 && watcher.companions.size() == 1);
    QVERIFY(sameRun(watcher.snapshot, alone(config, 60)));
}

void TestLockstep::oneThatGoesLeavesTheOthersAsTheyAre()
{
    const ExperimentConfig config = first(kForEver);
    const Companion relu = companion(1, config, activation("relu"));
    const Companion elu = companion(2, config, activation("elu"));
    Trainer trainer(goldens::noResource);
    Watcher watcher(trainer);
    trainer.apply(config, {relu, elu});
    for (int step = 0; step < 5; ++step)
        trainer.step();
    TRY_DRAINED(watcher, watcher.snapshot.step == 5);
    trainer.apply(config, {elu});
    TRY_DRAINED(watcher, watcher.companions.size() == 1);
    for (int step = 0; step < 5; ++step)
        trainer.step();
    TRY_DRAINED(watcher, watcher.snapshot.step == 10);
    QCOMPARE(watcher.snapshot.generation, 1U);
    QCOMPARE(watcher.companions[0].id, 2U);
    QVERIFY(sameRun(watcher.companions[0].snapshot, alone(elu.config, 10)));
    TRY_DRAINED(watcher, watcher.histories[2].lastStep() == 10);
    QCOMPARE(watcher.firstHole(2, 1, 10), 0);
    QCOMPARE(watcher.firstHole(1, 1, 5), 0);
    // What has gone comes back as another, with everybody at the start.
    trainer.apply(config, {companion(3, config, activation("relu")), elu});
    TRY_DRAINED(watcher, watcher.companions.size() == 2);
    QCOMPARE(watcher.snapshot.generation, 2U);
    QCOMPARE(watcher.snapshot.step, 0);
}

void TestLockstep::aHotChangeOfOneIsHot()
{
    const ExperimentConfig config = first(kForEver);
    Trainer trainer(goldens::noResource);
    Watcher watcher(trainer);
    trainer.apply(config, {companion(1, config, activation("leaky_relu"))});
    for (int step = 0; step < 4; ++step)
        trainer.step();
    TRY_DRAINED(watcher, watcher.snapshot.step == 4);
    const Setting slope{"network.activation.negative_slope", 0.4};
    const Companion steeper = companion(1, config, {{"network.activation.kind", std::string("leaky_relu")}, slope});
    trainer.apply(config, {steeper});
    for (int step = 0; step < 4; ++step)
        trainer.step();
    TRY_DRAINED(watcher, watcher.snapshot.step == 8);
    QCOMPARE(watcher.snapshot.generation, 1U);
    QVERIFY(sameRun(watcher.snapshot, alone(config, 8))); // knows nothing of it
    QVERIFY(watcher.snapshot.changes->empty());
    ExperimentConfig replayed = companionOf(config, activation("leaky_relu")).value();
    replayed.changes = {{4, {slope}}};
    QVERIFY(sameRun(watcher.companions[0].snapshot, alone(replayed, 8)));
}

void TestLockstep::aRebuildOfOneRebuildsAll()
{
    const ExperimentConfig config = first(kForEver);
    Trainer trainer(goldens::noResource);
    Watcher watcher(trainer);
    trainer.apply(config, {companion(1, config, activation("relu"))});
    trainer.step();
    TRY_DRAINED(watcher, watcher.snapshot.step == 1);
    trainer.apply(config, {companion(1, config, {{"network.width", 3.0}})});
    TRY_DRAINED(watcher, watcher.snapshot.generation == 2);
    QCOMPARE(watcher.snapshot.step, 0);
    QCOMPARE(watcher.companions[0].snapshot.layers[0].units, 3);
    QVERIFY(!watcher.apart);
    trainer.restart();
    TRY_DRAINED(watcher, watcher.snapshot.generation == 3);
    QCOMPARE(watcher.companions.size(), std::size_t(1));
    QVERIFY(!watcher.apart);
}

const std::vector<Setting> kTooFast{{"network.activation.kind", std::string("relu")}, {"optimizer.learning_rate", 1e6}};

void TestLockstep::oneThatDivergesStopsAlone()
{
    const ExperimentConfig config = first(100);
    Trainer trainer(goldens::noResource);
    Watcher watcher(trainer);
    trainer.apply(config, {companion(1, config, kTooFast), companion(2, config, activation("elu"))});
    trainer.setPlaying(true);
    TRY_DRAINED(watcher, watcher.snapshot.step == 100 && trainer.state() == TrainerState::Paused);
    QVERIFY(!watcher.apart);
    const Snapshot& lost = watcher.companions[0].snapshot;
    QCOMPARE(lost.status, RunStatus::Diverged);
    QVERIFY(lost.divergence->step < 100);
    QCOMPARE(lost.step, lost.divergence->step);
    QCOMPARE(watcher.companions[1].snapshot.status, RunStatus::Done);
    QCOMPARE(watcher.companions[1].snapshot.step, 100);
    TRY_DRAINED(watcher, watcher.histories[1].lastStep() == lost.step && watcher.histories[2].lastStep() == 100);
    QCOMPARE(watcher.firstHole(1, 1, lost.step), 0); // and nothing is told twice

    // A change of the run that is watched does not mean the one that has stopped.
    ExperimentConfig slower = config;
    slower.optimizer.parameters["learning_rate"] = 0.01;
    trainer.apply(slower, {companion(1, slower, activation("relu")), companion(2, slower, activation("elu"))});
    TRY_DRAINED(watcher, watcher.snapshot.config == slower);
    QCOMPARE(watcher.snapshot.generation, 1U);
    QCOMPARE(watcher.companions[0].snapshot.status, RunStatus::Diverged);
}

void TestLockstep::aCureOfOneThatDivergedBeginsAllAnew()
{
    const ExperimentConfig config = first(40);
    Trainer trainer(goldens::noResource);
    Watcher watcher(trainer);
    trainer.apply(config, {companion(1, config, kTooFast)});
    trainer.setPlaying(true);
    TRY_DRAINED(watcher, watcher.snapshot.step == 40 && trainer.state() == TrainerState::Paused);
    QCOMPARE(watcher.companions[0].snapshot.status, RunStatus::Diverged);
    trainer.apply(config, {companion(1, config, activation("relu"))});
    TRY_DRAINED(watcher, watcher.snapshot.generation == 2);
    QCOMPARE(watcher.snapshot.step, 0);
    QCOMPARE(watcher.companions[0].snapshot.status, RunStatus::Training);
}

void TestLockstep::theFirstThatDivergesStopsAll()
{
    ExperimentConfig config = companionOf(first(kForEver), kTooFast).value();
    Trainer trainer(goldens::noResource);
    Watcher watcher(trainer);
    trainer.apply(config, {companion(1, config, {{"optimizer.learning_rate", 0.01}})});
    trainer.setPlaying(true);
    TRY_DRAINED(watcher, watcher.snapshot.status == RunStatus::Diverged);
    QTRY_COMPARE(trainer.state(), TrainerState::Paused);
    QCOMPARE(watcher.companions[0].snapshot.step, watcher.snapshot.step);
    QCOMPARE(watcher.companions[0].snapshot.status, RunStatus::Training);
}

void TestLockstep::whatTheDataRefusesIsTold()
{
    // How many classes a table has is known when it has been read.
    ExperimentConfig config = first(20);
    config.data.source = "csv";
    config.data.path = ACTISCOPE_RESOURCES "/datasets/iris.csv";
    const Companion binary = companion(1, config, {{"loss", std::string("binary_cross_entropy")}});
    Trainer trainer(goldens::noResource);
    Watcher watcher(trainer);
    trainer.apply(config, {binary});
    QTRY_COMPARE(trainer.state(), TrainerState::Faulted);
    QCOMPARE(trainer.faults().front().code, FaultCode::LossIsBinary);
    trainer.apply(config);
    TRY_DRAINED(watcher, watcher.snapshot.generation == 1);
    QVERIFY(trainer.faults().empty());
    QVERIFY(watcher.companions.empty());
}

void TestLockstep::togetherTheyNeedTheMemoryOfAll()
{
    ExperimentConfig config = first(20);
    config.network.depth = 10;
    config.network.width = 4096;
    const DataShape shape{true, 2, 2, 1000};
    const double alone = memoryNeeded(config, shape);
    QVERIFY(alone < kMemoryLimit && 2 * alone > kMemoryLimit);
    QVERIFY(checkWithData(Lineup{config, {}}, shape).empty());
    const Faults faults = checkWithData(Lineup{config, {companion(1, config, activation("tanh"))}}, shape);
    QCOMPARE(faults.size(), std::size_t(1));
    QCOMPARE(faults.front().code, FaultCode::TooMuchMemory);
    // A small one beside it fits.
    QVERIFY(checkWithData(Lineup{config, {companion(1, config, {{"network.width", 16.0}})}}, shape).empty());
}

QTEST_GUILESS_MAIN(TestLockstep)
#include "TestLockstep.moc"

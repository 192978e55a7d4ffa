// SPDX-License-Identifier: GPL-3.0-or-later
// The bridge between trainer and window, with a real trainer. Nothing here depends on wall time: every test waits for
// what has to come, and for nothing else.
#include "core/train/ConfigCheck.h"
#include "core/train/ConfigFields.h"
#include "core/train/TrainingRun.h"
#include "tests/ShippedResources.h"
#include "ui/Session.h"

#include <QSignalSpy>
#include <QTest>

using core::ExperimentConfig;
using shipped::readResource;
using ui::FrameData;
using ui::Session;

namespace
{

ExperimentConfig smallExperiment()
{
    ExperimentConfig config;
    config.data.samples = 200;
    config.network.depth = 3;
    config.network.width = 8;
    config.training.steps = 1'000'000'000;
    return config;
}

/// Counts frames and keeps what the last one told.
struct Watcher {
    explicit Watcher(Session& session)
    {
        QObject::connect(&session, &Session::frameChanged, &session, [this](const FrameData& frame) {
            ++frames;
            step = frame.snapshot.step;
            generation = frame.snapshot.generation;
            depth = frame.snapshot.config.network.depth;
            selectedLayer = frame.selectedLayer;
            config = frame.config;
            consistent =
                consistent && (frame.history.records().empty() ||
                               frame.history.records().back().deltaRms.size() == frame.snapshot.layers.size() ||
                               frame.history.records().back().deltaRms.size() == frame.snapshot.layers.size() + 1);
            historySteps = frame.history.lastStep();
        });
    }
    int frames = 0;
    std::int64_t step = -1;
    std::uint64_t generation = 0;
    std::int64_t depth = 0;
    int selectedLayer = -1;
    std::int64_t historySteps = 0;
    bool consistent = true;
    ExperimentConfig config;
};

} // namespace

class TestSession : public QObject
{
    Q_OBJECT

private slots:
    void opensPlaying();
    void pausesAndSteps();
    void hotChangeKeepsTheRun();
    void rebuildKeepsPlaying();
    void depthDraggedNeverStalls();
    void refusedEditChangesNothing_data();
    void refusedEditChangesNothing();
    void lossFollowsTheData();
    void changesAreRecorded();
    void recordedRunReplaysExactly();
    void rebuildAndRestartForgetChanges();
    void restartBeginsAgain();
    void newSeedIsAnotherOne();
    void selectedLayerStaysInTheNetwork();
    void opensFromTheBeginning();
    void curveFollowsWhilePaused();
    void goesOnAfterTheLastStep();
    void divergenceStopsAndAnEditCuresIt();
    void replayedChangesAreTakenOver();
    void looksBack();
    void looksBackFromMomentToMoment();
    void whatReturnsToLive_data();
    void whatReturnsToLive();
    void endsWhileTraining();
};

void TestSession::opensPlaying()
{
    Session session(readResource);
    Watcher watcher(session);
    session.open(smallExperiment());
    QVERIFY(session.playing());
    QTRY_VERIFY(watcher.step > 20);
    QVERIFY(watcher.historySteps > 0);
    QCOMPARE(watcher.depth, 3);
    QVERIFY(watcher.consistent);
}

void TestSession::pausesAndSteps()
{
    Session session(readResource);
    Watcher watcher(session);
    session.open(smallExperiment());
    session.setPlaying(false);
    QTRY_VERIFY(watcher.frames > 0);
    const std::int64_t before = watcher.step;
    session.step();
    session.step();
    session.step();
    QTRY_VERIFY(watcher.step >= before + 3);
    QVERIFY(watcher.step <= before + 4); // one may have been under way when the pause was asked for
    QVERIFY(!session.playing());
    // Step while playing pauses first.
    session.setPlaying(true);
    QTRY_VERIFY(watcher.step > before + 10);
    session.step();
    QVERIFY(!session.playing());
}

void TestSession::hotChangeKeepsTheRun()
{
    Session session(readResource);
    Watcher watcher(session);
    session.open(smallExperiment());
    QTRY_VERIFY(watcher.step > 10);
    const std::uint64_t generation = watcher.generation;
    const std::int64_t step = watcher.step;
    session.edit({"optimizer.learning_rate", 0.02});
    session.edit({"network.activation.kind", std::string("tanh")});
    QTRY_VERIFY(session.snapshot()->config.network.activation.kind == "tanh");
    QTRY_VERIFY(watcher.step > step + 10);
    QCOMPARE(watcher.generation, generation);
    QVERIFY(session.playing());
}

void TestSession::rebuildKeepsPlaying()
{
    Session session(readResource);
    Watcher watcher(session);
    session.open(smallExperiment());
    QTRY_VERIFY(watcher.step > 10);
    const std::uint64_t generation = watcher.generation;
    session.edit({"network.depth", 5.0});
    QTRY_COMPARE(watcher.depth, 5);
    QVERIFY(watcher.generation > generation);
    QTRY_VERIFY(watcher.step > 10);
    QVERIFY(session.playing());
    QVERIFY(watcher.consistent);
}

void TestSession::depthDraggedNeverStalls()
{
    Session session(readResource);
    Watcher watcher(session);
    session.open(smallExperiment());
    QTRY_VERIFY(watcher.step > 0);
    for (int depth = 2; depth <= 30; ++depth) {
        const int frames = watcher.frames;
        session.edit({"network.depth", static_cast<double>(depth)});
        QTRY_VERIFY(watcher.frames > frames);
        QCOMPARE(watcher.config.network.depth, depth); // the frame speaks of the newest config at once
    }
    QTRY_COMPARE(watcher.depth, 30);
    QTRY_VERIFY(watcher.step > 10);
    QVERIFY(watcher.consistent);
}

void TestSession::refusedEditChangesNothing_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<double>("value");
    QTest::newRow("depth −1") << QStringLiteral("network.depth") << -1.0;
    QTest::newRow("depth 1e9") << QStringLiteral("network.depth") << 1e9;
    QTest::newRow("rate 0") << QStringLiteral("optimizer.learning_rate") << 0.0;
    QTest::newRow("no such key") << QStringLiteral("network.dept") << 3.0;
    QTest::newRow("all for the test") << QStringLiteral("data.test_fraction") << 1.0;
}

void TestSession::refusedEditChangesNothing()
{
    QFETCH(QString, key);
    QFETCH(double, value);
    Session session(readResource);
    Watcher watcher(session);
    session.open(smallExperiment());
    QTRY_VERIFY(watcher.step > 0);
    int refusals = 0;
    std::string refusedKey;
    connect(&session, &Session::editRefused, this, [&](const std::string& refused, const core::Faults& faults) {
        refusals += faults.empty() ? 0 : 1;
        refusedKey = refused;
    });
    const ExperimentConfig before = session.config();
    session.edit({key.toStdString(), value});
    QCOMPARE(refusals, 1);
    QCOMPARE(QString::fromStdString(refusedKey), key);
    QVERIFY(session.config() == before);
    const std::int64_t step = watcher.step;
    QTRY_VERIFY(watcher.step > step);
}

void TestSession::lossFollowsTheData()
{
    Session session(readResource);
    Watcher watcher(session);
    ExperimentConfig config = smallExperiment();
    config.loss = {"cross_entropy", {}};
    session.open(config);
    session.edit({"data.source", std::string("sine_wave")});
    QCOMPARE(QString::fromStdString(session.config().data.source), QStringLiteral("sine_wave"));
    QVERIFY(session.config().loss.kind.empty());
    QTRY_VERIFY(session.snapshot() && session.snapshot()->config.data.source == "sine_wave");
}

void TestSession::changesAreRecorded()
{
    Session session(readResource);
    Watcher watcher(session);
    session.open(smallExperiment());
    QTRY_VERIFY(watcher.step > 5);
    session.edit({"optimizer.learning_rate", 0.5});
    session.edit({"optimizer.learning_rate", 0.5});                        // the same again is no change
    QCOMPARE(session.recordedExperiment().changes.size(), std::size_t(1)); // also before the run has come to it
    QTRY_VERIFY(!session.snapshot()->changes->empty());
    const std::int64_t applied = session.snapshot()->changes->front().step;
    QTRY_VERIFY(watcher.step > applied);
    session.edit({"network.activation.negative_slope", 0.3});
    session.edit({"training.steps_per_second", 100.0}); // how it is watched is no part of the run
    QTRY_COMPARE(session.recordedExperiment().changes.size(), std::size_t(2));

    const ExperimentConfig recorded = session.recordedExperiment();
    QVERIFY(core::checkConfig(recorded).empty());
    QVERIFY(recorded.changes[0].step > 5);
    QVERIFY(recorded.changes[1].step > recorded.changes[0].step);
    QVERIFY(recorded.changes[0].set == std::vector<core::Setting>({{"optimizer.learning_rate", 0.5}}));
    QVERIFY(recorded.changes[1].set == std::vector<core::Setting>({{"network.activation.negative_slope", 0.3}}));
    // It begins as the run began, not as it is now.
    const ExperimentConfig start = smallExperiment();
    QVERIFY(recorded.optimizer == start.optimizer);
    QVERIFY(recorded.network == start.network);
}

void TestSession::recordedRunReplaysExactly()
{
    Session session(readResource);
    Watcher watcher(session);
    session.open(smallExperiment());
    for (const double slope : {0.05, 0.3, 0.8}) {
        const std::int64_t step = watcher.step;
        session.edit({"network.activation.negative_slope", slope});
        session.edit({"optimizer.learning_rate", slope / 20});
        QTRY_VERIFY(watcher.step > step + 20);
    }
    session.setPlaying(false);
    session.step(); // made while paused, so that nothing moves once it has come
    QTRY_VERIFY(session.snapshot()->config.network.activation.parameters.at("negative_slope") == 0.8);
    QTRY_VERIFY(session.snapshot()->step == session.currentStep());
    QTRY_VERIFY(session.snapshot()->step == session.currentStep());
    const auto run = core::TrainingRun::create(session.recordedExperiment(), readResource);
    QVERIFY(run);
    while (run.value()->stepsMade() < session.snapshot()->step)
        run.value()->step();
    core::Snapshot replayed;
    run.value()->observe(replayed);
    QCOMPARE(replayed.train.loss, session.snapshot()->train.loss);
    QCOMPARE(replayed.layers[0].deltaRms, session.snapshot()->layers[0].deltaRms);
    QCOMPARE(replayed.layers[2].weightRms, session.snapshot()->layers[2].weightRms);
}

void TestSession::rebuildAndRestartForgetChanges()
{
    Session session(readResource);
    Watcher watcher(session);
    session.open(smallExperiment());
    QTRY_VERIFY(watcher.step > 5);
    session.edit({"optimizer.learning_rate", 0.5});
    QTRY_VERIFY(!session.recordedExperiment().changes.empty());
    session.edit({"network.width", 9.0});
    QTRY_VERIFY(session.recordedExperiment().changes.empty());
    QTRY_VERIFY(session.snapshot()->config.network.width == 9 && watcher.step > 5);
    session.edit({"optimizer.learning_rate", 0.25});
    QTRY_VERIFY(!session.recordedExperiment().changes.empty());
    session.restart();
    QTRY_VERIFY(session.recordedExperiment().changes.empty());
    const auto fields = core::configFields(session.recordedExperiment());
    QVERIFY(core::findField(fields, "optimizer.learning_rate")->get(session.recordedExperiment()) == core::Value(0.25));
}

void TestSession::restartBeginsAgain()
{
    Session session(readResource);
    Watcher watcher(session);
    session.open(smallExperiment());
    QTRY_VERIFY(watcher.step > 50);
    session.setPlaying(false);
    const std::uint64_t generation = watcher.generation;
    session.restart();
    QTRY_VERIFY(watcher.generation > generation);
    QCOMPARE(watcher.step, 0);
    QCOMPARE(session.config().seed, smallExperiment().seed);
    QVERIFY(!session.playing());
}

void TestSession::newSeedIsAnotherOne()
{
    Session session(readResource);
    Watcher watcher(session);
    session.open(smallExperiment());
    for (int i = 0; i < 20; ++i) {
        const std::int64_t before = session.config().seed;
        session.newSeed();
        QVERIFY(session.config().seed != before);
    }
    QVERIFY(session.playing());
    QTRY_VERIFY(session.snapshot() && session.snapshot()->config.seed == session.config().seed);
}

void TestSession::selectedLayerStaysInTheNetwork()
{
    Session session(readResource);
    Watcher watcher(session);
    session.open(smallExperiment());
    QTRY_VERIFY(watcher.step > 0);
    session.selectLayer(3);
    QTRY_COMPARE(watcher.selectedLayer, 3);
    session.edit({"network.depth", 2.0});
    QTRY_COMPARE(watcher.selectedLayer, 2);
    session.edit({"network.depth", 0.0});
    QTRY_COMPARE(watcher.selectedLayer, 0);
    session.edit({"network.depth", 4.0});
    QTRY_COMPARE(watcher.selectedLayer, 3);
}

void TestSession::opensFromTheBeginning()
{
    Session session(readResource);
    session.open(smallExperiment());
    for (int round = 0; round < 5; ++round) {
        QTRY_VERIFY(session.snapshot() && session.snapshot()->step > 5);
        const std::uint64_t generation = session.snapshot()->generation;
        // The trainer may hear of both at once, and finds what it trains already.
        session.edit({"network.depth", 7.0});
        session.open(smallExperiment());
        QTRY_VERIFY(session.snapshot()->generation > generation && session.snapshot()->step > 5);
    }
}

void TestSession::curveFollowsWhilePaused()
{
    Session session(readResource);
    Watcher watcher(session);
    session.open(smallExperiment());
    session.setPlaying(false);
    QTRY_VERIFY(watcher.frames > 0);
    for (int i = 1; i <= 20; ++i) {
        const int frames = watcher.frames;
        session.edit({"network.activation.negative_slope", i / 20.0});
        QTRY_VERIFY(watcher.frames > frames);
        QCOMPARE(watcher.config.network.activation.parameters.at("negative_slope"), i / 20.0);
    }
}

void TestSession::goesOnAfterTheLastStep()
{
    Session session(readResource);
    Watcher watcher(session);
    ExperimentConfig config = smallExperiment();
    config.training.steps = 30;
    session.open(config);
    QTRY_COMPARE(watcher.step, 30);
    QTRY_VERIFY(!session.playing());
    QVERIFY(session.snapshot()->status == core::RunStatus::Done);
    session.setPlaying(true);
    QTRY_COMPARE(watcher.step, 60);
    QTRY_VERIFY(!session.playing());
}

void TestSession::divergenceStopsAndAnEditCuresIt()
{
    Session session(readResource);
    Watcher watcher(session);
    ExperimentConfig config = smallExperiment();
    config.network.activation = {"relu", {}};
    config.optimizer.parameters["learning_rate"] = 1e6;
    session.open(config);
    QTRY_VERIFY(session.snapshot() && session.snapshot()->status == core::RunStatus::Diverged);
    QTRY_VERIFY(!session.playing());
    session.edit({"optimizer.learning_rate", 0.1});
    QTRY_VERIFY(session.snapshot()->status == core::RunStatus::Training && session.snapshot()->step > 10);
    QTRY_VERIFY(session.playing());
    QVERIFY(session.recordedExperiment().changes.empty());
}

void TestSession::replayedChangesAreTakenOver()
{
    Session session(readResource);
    Watcher watcher(session);
    ExperimentConfig config = smallExperiment();
    config.changes = {{10, {{"optimizer.learning_rate", 0.03}}},
                      {20, {{"network.activation.kind", std::string("tanh")}}}};
    int newSettings = 0;
    session.open(config);
    connect(&session, &Session::configChanged, this, [&] { ++newSettings; });
    QTRY_VERIFY(watcher.step > 30);
    QVERIFY(newSettings >= 1);
    QCOMPARE(session.config().optimizer.parameters.at("learning_rate"), 0.03);
    QCOMPARE(QString::fromStdString(session.config().network.activation.kind), QStringLiteral("tanh"));
    // An edit must not undo what was replayed.
    session.edit({"optimizer.momentum", 0.5});
    QTRY_COMPARE(session.snapshot()->config.optimizer.parameters.count("momentum"), std::size_t(1));
    QCOMPARE(QString::fromStdString(session.snapshot()->config.network.activation.kind), QStringLiteral("tanh"));
    QVERIFY(core::checkConfig(session.recordedExperiment()).empty());
}

void TestSession::looksBack()
{
    Session session(readResource);
    Watcher watcher(session);
    QSignalSpy moved(&session, &Session::momentChanged);
    session.viewStep(5); // there is nothing yet
    session.viewNeighbour(-1);
    QVERIFY(session.isLive());
    session.open(smallExperiment());
    QTRY_VERIFY(session.moments().size() > 10);
    QCOMPARE(session.moments().step(0), 0); // the beginning, however late the window was
    QCOMPARE(moved.count(), 0);
    const std::int64_t wanted = session.moments().step(3);
    session.viewStep(wanted);
    QCOMPARE(moved.count(), 1);
    QVERIFY(!session.isLive());
    QCOMPARE(session.frame().snapshot.step, wanted);
    QVERIFY(session.frame().cursor == wanted);
    QVERIFY(&session.frame().config == &session.frame().snapshot.config);
    // The same frame goes the same way as that of now, while training goes on.
    QTRY_COMPARE(watcher.step, wanted);
    const std::int64_t last = watcher.historySteps;
    QTRY_VERIFY(watcher.historySteps > last + 20);
    QCOMPARE(watcher.step, wanted);
    QVERIFY(session.snapshot()->step > wanted);
    session.viewStep(wanted);
    QCOMPARE(moved.count(), 1);
    session.returnToLive();
    QCOMPARE(moved.count(), 2);
    QVERIFY(!session.frame().cursor);
    QTRY_VERIFY(watcher.step > last);
    session.viewStep(1'000'000'000); // the newest there is
    QVERIFY(session.frame().snapshot.step <= session.snapshot()->step);
}

void TestSession::looksBackFromMomentToMoment()
{
    Session session(readResource);
    session.open(smallExperiment());
    QTRY_VERIFY(session.moments().size() > 10);
    session.setPlaying(false);
    QTRY_VERIFY(session.snapshot()->step == session.currentStep());
    QTRY_VERIFY(session.snapshot()->step == session.currentStep());
    const core::SnapshotHistory& moments = session.moments();
    session.viewNeighbour(1);
    QVERIFY(session.isLive());
    for (std::size_t index = moments.size() - 1; index-- > 0;) {
        session.viewNeighbour(-1);
        QCOMPARE(session.frame().snapshot.step, moments.step(index));
    }
    session.viewNeighbour(-1);
    QCOMPARE(session.frame().snapshot.step, moments.step(0));
    for (std::size_t index = 1; index + 1 < moments.size(); ++index) {
        session.viewNeighbour(1);
        QCOMPARE(session.frame().snapshot.step, moments.step(index));
    }
    session.viewNeighbour(1);
    QVERIFY(session.isLive());
    session.viewNeighbour(-3);
    QCOMPARE(session.frame().snapshot.step, moments.step(moments.size() - 4));
    session.viewFirst();
    QCOMPARE(session.frame().snapshot.step, moments.step(0));
    session.viewNeighbour(100'000);
    QVERIFY(session.isLive());
}

void TestSession::whatReturnsToLive_data()
{
    using Deed = void (*)(Session&);
    QTest::addColumn<Deed>("deed");
    QTest::addColumn<bool>("returns");
    const auto add = [](const char* name, Deed deed, bool returns) { QTest::newRow(name) << deed << returns; };
    add(
        "hot edit",
        [](Session& session) {
            session.edit({"optimizer.learning_rate", 0.02});
        },
        true);
    add(
        "rebuild",
        [](Session& session) {
            session.edit({"network.depth", 4.0});
        },
        true);
    add(
        "restart", [](Session& session) { session.restart(); }, true);
    add(
        "new seed", [](Session& session) { session.newSeed(); }, true);
    add(
        "open", [](Session& session) { session.open(smallExperiment()); }, true);
    add(
        "play", [](Session& session) { session.setPlaying(true); }, true);
    add(
        "step", [](Session& session) { session.step(); }, true);
    add(
        "pause", [](Session& session) { session.setPlaying(false); }, false);
    add(
        "layer", [](Session& session) { session.selectLayer(2); }, false);
    add(
        "refused edit",
        [](Session& session) {
            session.edit({"network.depth", -1.0});
        },
        false);
    add(
        "no change",
        [](Session& session) {
            session.edit({"network.depth", 3.0});
        },
        false);
}

void TestSession::whatReturnsToLive()
{
    using Deed = void (*)(Session&);
    QFETCH(Deed, deed);
    QFETCH(bool, returns);
    Session session(readResource);
    Watcher watcher(session);
    session.open(smallExperiment());
    QTRY_VERIFY(session.moments().size() > 10);
    session.viewStep(session.moments().step(2));
    QVERIFY(!session.isLive());
    deed(session);
    QCOMPARE(session.isLive(), returns);
    for (int layer : {1, 2, 3}) {
        const int frames = watcher.frames;
        session.selectLayer(layer); // asks for a frame, also of a paused run
        QTRY_VERIFY(watcher.frames > frames);
    }
    QCOMPARE(session.isLive(), returns);
    QVERIFY(watcher.consistent);
}

void TestSession::endsWhileTraining()
{
    // Also while a network is being built, and without ever having been opened.
    for (int i = 0; i < 5; ++i) {
        Session session(readResource);
        if (i > 0)
            session.open(smallExperiment());
        if (i > 2)
            QTest::qWait(10 * i);
    }
}

QTEST_GUILESS_MAIN(TestSession)
#include "TestSession.moc"

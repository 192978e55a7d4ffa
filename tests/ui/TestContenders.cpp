// SPDX-License-Identifier: GPL-3.0-or-later
// Runs side by side as the session has them: what differs, what follows, what is refused, and how it is undone.
#include "core/train/ConfigFields.h"
#include "core/train/TrainingRun.h"
#include "tests/ShippedResources.h"
#include "ui/EditHistory.h"
#include "ui/Session.h"
#include "ui/base/ContenderLook.h"
#include "ui/base/Moment.h"

#include <QSignalSpy>
#include <QTest>

using core::ExperimentConfig;
using core::Setting;
using ui::EditHistory;
using ui::Session;

namespace
{

constexpr int kPatience = 120000; ///< milliseconds: sanitizers are slow
constexpr std::int64_t kForEver = 1'000'000'000;

const Setting kTanh{"network.activation.kind", std::string("tanh")};
const Setting kFullSpeed{"training.steps_per_second", 0.0};
const Setting kLeaky{"network.activation.kind", std::string("leaky_relu")};

Setting slope(double value)
{
    return {"network.activation.negative_slope", value};
}

ExperimentConfig small(std::int64_t steps)
{
    ExperimentConfig config;
    config.data.samples = 200;
    config.network.depth = 3;
    config.network.width = 8;
    config.training.steps = steps;
    return config;
}

/// The same, which waits after its first step until it is told kFullSpeed: else it may have ended before the last
/// contender comes.
ExperimentConfig waiting(std::int64_t steps)
{
    ExperimentConfig config = small(steps);
    config.training.stepsPerSecond = 0.01;
    return config;
}

const ui::Contenders::Entry& entry(const Session& session, std::size_t index)
{
    return session.contenders().entries().at(index);
}

core::Snapshot alone(const ExperimentConfig& config)
{
    auto run = std::move(core::TrainingRun::create(config, shipped::readResource)).value();
    while (run->status() == core::RunStatus::Training)
        run->step();
    core::Snapshot snapshot;
    run->observe(snapshot);
    return snapshot;
}

} // namespace

class TestContenders : public QObject
{
    Q_OBJECT

private slots:
    void theyTrainTogether();
    void theRunThatIsWatchedBeginsAnew();
    void whatIsComparedStays();
    void whatIsNotComparedFollows();
    void editsAreHot();
    void anotherKindBringsItsOwnParameters();
    void layersOfTheirOwnGiveWay();
    void whatIsRefused();
    void whatCannotRunWaits();
    void anotherExperimentEndsThem();
    void earlierMoments();
    void allCanBeUndone();
    void aMomentKeepsThem();
    void labelsTellWhatDiffers();
};

void TestContenders::theyTrainTogether()
{
    Session session(shipped::readResource);
    session.open(waiting(150));
    session.addContender({kTanh});
    session.addContender({{"network.depth", 1.0}});
    session.edit(kFullSpeed);
    bool together = true;
    connect(&session, &Session::frameChanged, this, [&](const ui::FrameData& frame) {
        for (const ui::Contender& contender : frame.contenders)
            together = together && (!contender.snapshot || contender.snapshot->step == frame.snapshot.step);
    });
    QTRY_VERIFY_WITH_TIMEOUT(session.snapshot() && session.snapshot()->step == 150 && entry(session, 1).newest,
                             kPatience);
    QVERIFY(together);
    const ui::FrameData frame = session.frame();
    QCOMPARE(frame.contenders.size(), std::size_t(2));
    QCOMPARE(frame.snapshot.train.loss, alone(small(150)).train.loss);
    for (const ui::Contender& contender : frame.contenders) {
        const core::Snapshot expected = alone(*contender.config);
        QCOMPARE(contender.snapshot->train.loss, expected.train.loss);
        QCOMPARE(contender.snapshot->deltaRatio, expected.deltaRatio);
        QTRY_COMPARE_WITH_TIMEOUT(contender.history->lastStep(), 150, kPatience);
        QCOMPARE(contender.history->records().front().firstStep, 1);
        QTRY_COMPARE_WITH_TIMEOUT(contender.history->evaluations().back().step, 150, kPatience);
    }
    QCOMPARE(frame.contenders[0].config->network.activation.kind, "tanh");
    QCOMPARE(frame.contenders[1].config->network.depth, 1);
    QVERIFY(frame.contenders[0].place != frame.contenders[1].place);
}

void TestContenders::theRunThatIsWatchedBeginsAnew()
{
    Session session(shipped::readResource);
    session.open(small(kForEver));
    session.edit({"optimizer.learning_rate", 0.02});
    QTRY_VERIFY_WITH_TIMEOUT(session.snapshot() && session.snapshot()->step > 5, kPatience);
    const std::uint64_t before = session.snapshot()->generation;
    session.addContender({kTanh});
    QTRY_VERIFY_WITH_TIMEOUT(session.snapshot()->generation > before && entry(session, 0).newest, kPatience);
    QVERIFY(session.playing());
    QVERIFY(session.recordedExperiment().changes.empty());
    QCOMPARE(session.history().generation(), entry(session, 0).newest->generation);
    // One that goes leaves the others where they are.
    const std::uint64_t with = session.snapshot()->generation;
    const std::int64_t step = session.snapshot()->step;
    session.removeContender(0);
    QVERIFY(session.frame().contenders.empty());
    QTRY_VERIFY_WITH_TIMEOUT(session.snapshot()->step > step + 5, kPatience);
    QCOMPARE(session.snapshot()->generation, with);
}

void TestContenders::whatIsComparedStays()
{
    Session session(shipped::readResource);
    session.open(small(kForEver));
    session.edit(kLeaky);
    session.edit(slope(0.2));
    session.addContender({kLeaky});
    session.edit(slope(0.5));
    QCOMPARE(session.config().network.activation.parameters.at("negative_slope"), 0.5);
    QCOMPARE(entry(session, 0).config.network.activation.parameters.at("negative_slope"), 0.2);
}

void TestContenders::whatIsNotComparedFollows()
{
    Session session(shipped::readResource);
    session.open(small(kForEver));
    session.addContender({kTanh});
    session.edit({"network.depth", 5.0});
    session.edit({"seed", 7.0});
    session.edit({"optimizer.learning_rate", 0.3});
    const ExperimentConfig& config = entry(session, 0).config;
    QCOMPARE(config.network.depth, 5);
    QCOMPARE(config.seed, 7);
    QCOMPARE(core::differences(session.config(), config), std::vector<Setting>{kTanh});
    QTRY_VERIFY_WITH_TIMEOUT(entry(session, 0).newest && entry(session, 0).newest->config == config, kPatience);
}

void TestContenders::editsAreHot()
{
    Session session(shipped::readResource);
    session.open(small(kForEver));
    session.addContender({kLeaky, slope(0.1)});
    QTRY_VERIFY_WITH_TIMEOUT(entry(session, 0).newest && session.snapshot()->step > 5, kPatience);
    const std::uint64_t generation = session.snapshot()->generation;
    session.editContender(0, slope(0.4));
    QTRY_COMPARE_WITH_TIMEOUT(entry(session, 0).newest->config.network.activation.parameters.at("negative_slope"), 0.4,
                              kPatience);
    QCOMPARE(session.snapshot()->generation, generation);
    QVERIFY(session.snapshot()->changes->empty());
    session.editContender(0, {"network.width", 5.0});
    QTRY_VERIFY_WITH_TIMEOUT(session.snapshot()->generation == generation + 1, kPatience);
    QCOMPARE(entry(session, 0).newest->layers.at(0).units, 5);
    QCOMPARE(session.snapshot()->layers.at(0).units, 8);
}

void TestContenders::anotherKindBringsItsOwnParameters()
{
    Session session(shipped::readResource);
    session.open(small(kForEver));
    session.addContender({kLeaky, slope(0.4)});
    session.editContender(0, {"network.activation.kind", std::string("elu")});
    QVERIFY(entry(session, 0).faults.empty());
    QCOMPARE(entry(session, 0).config.network.activation.kind, "elu");
    for (const Setting& setting : entry(session, 0).spec.settings)
        QVERIFY(setting.key != slope(0).key);
    session.editContender(0, {"network.activation.alpha", 0.3});
    QCOMPARE(entry(session, 0).config.network.activation.parameters.at("alpha"), 0.3);
}

void TestContenders::layersOfTheirOwnGiveWay()
{
    ExperimentConfig config = small(kForEver);
    config.network.layers.resize(3);
    config.network.layers[1].activation = core::Choice{"sigmoid", {}};
    config.network.layers[1].units = 4;
    Session session(shipped::readResource);
    session.open(config);
    session.addContender({kTanh});
    const core::NetworkConfig& network = entry(session, 0).config.network;
    QCOMPARE(network.activationOf(1).kind, "tanh");
    QCOMPARE(network.unitsOf(1), 4);
}

void TestContenders::whatIsRefused()
{
    Session session(shipped::readResource);
    session.open(small(kForEver));
    QSignalSpy refused(&session, &Session::contenderRefused);
    session.addContender({{"seed", 3.0}});
    session.addContender({{"data.samples", 50.0}});
    session.addContender({{"training.batch_size", 4.0}});
    QCOMPARE(refused.count(), 3);
    QVERIFY(session.contenders().entries().empty());
    for (int at = 0; at < 3; ++at)
        session.addContender({{"network.depth", 1.0 + at}});
    QCOMPARE(refused.count(), 3);
    session.addContender({kTanh});
    QCOMPARE(refused.count(), 4);
    QCOMPARE(session.contenders().entries().size(), std::size_t(3));
    session.editContender(1, {"network.depth", -4.0});
    QCOMPARE(refused.count(), 5);
    QCOMPARE(entry(session, 1).config.network.depth, 2);
}

void TestContenders::whatCannotRunWaits()
{
    // A loss of two classes has nothing to say of three.
    Session session(shipped::readResource);
    session.open(small(kForEver));
    session.addContender({{"loss", std::string("binary_cross_entropy")}});
    QCOMPARE(session.contenders().companions().size(), std::size_t(1));
    session.edit({"data.source", std::string("gaussians")});
    QCOMPARE(session.config().data.source, "gaussians");
    QCOMPARE(entry(session, 0).faults.front().code, core::FaultCode::LossIsBinary);
    QVERIFY(session.contenders().companions().empty());
    QTRY_VERIFY_WITH_TIMEOUT(session.snapshot() && session.snapshot()->config.data.source == "gaussians", kPatience);
    QVERIFY(!session.frame().contenders[0].snapshot);
    session.edit({"data.source", std::string("moons")});
    QVERIFY(entry(session, 0).faults.empty());
    QTRY_VERIFY_WITH_TIMEOUT(entry(session, 0).newest, kPatience);
}

void TestContenders::anotherExperimentEndsThem()
{
    Session session(shipped::readResource);
    session.open(small(kForEver));
    session.addContender({kTanh});
    QSignalSpy changed(&session, &Session::contendersChanged);
    session.open(small(30));
    QVERIFY(session.contenders().entries().empty());
    QCOMPARE(changed.count(), 1);
}

void TestContenders::earlierMoments()
{
    Session session(shipped::readResource);
    session.open(waiting(200));
    session.addContender({kTanh});
    session.edit(kFullSpeed);
    QTRY_VERIFY_WITH_TIMEOUT(session.snapshot() && session.snapshot()->step == 200 && entry(session, 0).newest,
                             kPatience);
    session.viewFirst();
    QCOMPARE(session.frame().snapshot.step, 0);
    const core::Snapshot* first = session.frame().contenders[0].snapshot;
    QVERIFY(first);
    QCOMPARE(first->step, 0);
    QCOMPARE(first->layers.at(0).activation, "tanh");
    session.returnToLive();
    QCOMPARE(session.frame().contenders[0].snapshot->step, 200);
}

void TestContenders::allCanBeUndone()
{
    Session session(shipped::readResource);
    EditHistory history(session);
    session.open(small(kForEver));
    history.addContender({kLeaky, slope(0.1)});
    const ui::ContenderSpecs one = session.contenders().specs();
    for (const double value : {0.2, 0.3, 0.4})
        history.editContender(0, slope(value));
    history.endGesture();
    const ui::ContenderSpecs dragged = session.contenders().specs();
    history.edit({"network.depth", 4.0});
    history.removeContender(0);
    QCOMPARE(history.stack().count(), 4); // the drag is one
    QVERIFY(session.contenders().specs().empty());
    history.stack().undo();
    QVERIFY(session.contenders().specs() == dragged);
    QCOMPARE(entry(session, 0).config.network.depth, 4);
    history.stack().undo();
    QCOMPARE(entry(session, 0).config.network.depth, 3);
    history.stack().undo();
    QVERIFY(session.contenders().specs() == one);
    history.stack().undo();
    QVERIFY(session.contenders().specs().empty());
    history.stack().redo();
    QVERIFY(session.contenders().specs() == one);
    QTRY_VERIFY_WITH_TIMEOUT(entry(session, 0).newest && entry(session, 0).history.lastStep() > 5, kPatience);
    QCOMPARE(entry(session, 0).history.records().front().firstStep, 1);
}

void TestContenders::aMomentKeepsThem()
{
    Session session(shipped::readResource);
    session.open(waiting(60));
    session.addContender({kTanh});
    session.edit(kFullSpeed);
    QTRY_VERIFY_WITH_TIMEOUT(session.snapshot() && session.snapshot()->step == 60 && entry(session, 0).newest,
                             kPatience);
    const double loss = entry(session, 0).newest->train.loss;
    const ui::Moment kept = ui::Moment::of(session.frame());
    const ui::Moment copy = kept;
    session.removeContender(0);
    QCOMPARE(copy.frame().contenders.size(), std::size_t(1));
    const ui::Contender& contender = copy.frame().contenders[0];
    QCOMPARE(contender.snapshot->train.loss, loss);
    QCOMPARE(contender.config->network.activation.kind, "tanh");
    QVERIFY(!contender.history->evaluations().empty());
    QVERIFY(ui::Moment::of(session.frame()).frame().contenders.empty());
}

void TestContenders::labelsTellWhatDiffers()
{
    QCOMPARE(ui::contenderLabel({kTanh}), QStringLiteral("Tanh"));
    QCOMPARE(ui::contenderLabel({kLeaky, slope(0.25)}), QStringLiteral("Leaky ReLU (0.25)"));
    QCOMPARE(ui::contenderLabel({{"network.depth", 12.0}}), QStringLiteral("Depth 12"));
}

QTEST_MAIN(TestContenders)
#include "TestContenders.moc"

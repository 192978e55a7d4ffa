// SPDX-License-Identifier: GPL-3.0-or-later
// What the session works out beside the run that is watched: a trial with other settings, and what theory says.
#include "core/train/TrainingRun.h"
#include "tests/ShippedResources.h"
#include "tests/ui/MadeUpRun.h"
#include "ui/Session.h"
#include "ui/panels/LossPanel.h"
#include "ui/widgets/PlotView.h"

#include <QTest>

#include <atomic>

using core::ExperimentConfig;
using ui::Session;

namespace
{

constexpr int kPatience = 120000; ///< milliseconds: sanitizers are slow

/// Sigmoid layers that hardly learn.
ExperimentConfig hopeless()
{
    ExperimentConfig config;
    config.data.samples = 200;
    config.network.depth = 6;
    config.network.width = 8;
    config.network.activation.kind = "sigmoid";
    config.initializer.weights.kind = "xavier_normal";
    config.training.steps = 300;
    return config;
}

ExperimentConfig cured()
{
    ExperimentConfig config = hopeless();
    config.network.activation.kind = "relu";
    config.initializer.weights.kind = "he_normal";
    return config;
}

} // namespace

class TestTrial : public QObject
{
    Q_OBJECT

private slots:
    void trialIsAPlainRun();
    void trialGoesAsFarAsTheRun();
    void trialSharesTheDataOfTheRun();
    void trialChangesNothingOfTheRun();
    void editsEndTheTrial();
    void runsAreComparedAtTheSameStep();
    void lossCardShowsTheTrial();
    void theoryComesWithTheFrame();
};

void TestTrial::trialIsAPlainRun()
{
    Session session(shipped::readResource);
    session.open(hopeless());
    QTRY_VERIFY_WITH_TIMEOUT(session.snapshot(), kPatience);
    session.tryOut(cured());
    QVERIFY(session.trial());
    QTRY_VERIFY_WITH_TIMEOUT(session.trial()->hasEnded(), kPatience);
    auto run = std::move(core::TrainingRun::create(cured(), shipped::readResource)).value();
    while (run->status() == core::RunStatus::Training)
        run->step();
    core::Snapshot expected;
    run->observe(expected);
    const core::Snapshot& snapshot = *session.trial()->end();
    QCOMPARE(snapshot.step, 300);
    QCOMPARE(snapshot.train.loss, expected.train.loss);
    QCOMPARE(snapshot.deltaRatio, expected.deltaRatio);
}

void TestTrial::trialGoesAsFarAsTheRun()
{
    Session session(shipped::readResource);
    ExperimentConfig config = hopeless();
    session.open(config);
    QTRY_VERIFY_WITH_TIMEOUT(session.snapshot() && session.snapshot()->status == core::RunStatus::Done, kPatience);
    session.step(); // past the end
    QTRY_COMPARE_WITH_TIMEOUT(session.snapshot()->step, 301, kPatience);
    session.tryOut(cured());
    QTRY_VERIFY_WITH_TIMEOUT(session.trial()->hasEnded(), kPatience);
    QVERIFY(session.trial()->end()->step >= 301);
}

void TestTrial::trialSharesTheDataOfTheRun()
{
    std::atomic<int> readings = 0;
    Session session([&](std::string_view name) {
        ++readings;
        return shipped::readResource(name);
    });
    ExperimentConfig config = hopeless();
    config.data.source = "digits";
    config.training.steps = 5;
    session.open(config);
    QTRY_VERIFY_WITH_TIMEOUT(session.snapshot() && session.snapshot()->step == 5, kPatience);
    const int once = readings;
    QVERIFY(once > 0);
    const auto scoreOfTrial = [&](const ExperimentConfig& tried) {
        session.tryOut(tried);
        return QTest::qWaitFor([&] { return session.trial()->hasEnded(); }, kPatience) && session.trial()->end()
                   ? session.trial()->end()->train.loss
                   : -1;
    };
    QCOMPARE(scoreOfTrial(config), session.snapshot()->train.loss);
    QCOMPARE(readings.load(), once);
    // Another split is made anew.
    config.data.testFraction = 0.5;
    QVERIFY(scoreOfTrial(config) > 0);
    QCOMPARE(readings.load(), 2 * once);
    config.data.testFraction = hopeless().data.testFraction;
    config.seed = 2;
    QVERIFY(scoreOfTrial(config) > 0);
    QCOMPARE(readings.load(), 3 * once);
}

void TestTrial::trialChangesNothingOfTheRun()
{
    Session session(shipped::readResource);
    session.open(hopeless());
    QTRY_VERIFY_WITH_TIMEOUT(session.snapshot(), kPatience);
    session.tryOut(cured());
    QTRY_VERIFY_WITH_TIMEOUT(session.snapshot()->status == core::RunStatus::Done, kPatience);
    auto run = std::move(core::TrainingRun::create(hopeless(), shipped::readResource)).value();
    while (run->status() == core::RunStatus::Training)
        run->step();
    core::Snapshot expected;
    run->observe(expected);
    QCOMPARE(session.snapshot()->train.loss, expected.train.loss);
    QVERIFY(session.config() == hopeless());
}

void TestTrial::editsEndTheTrial()
{
    Session session(shipped::readResource);
    session.open(hopeless());
    QTRY_VERIFY_WITH_TIMEOUT(session.snapshot(), kPatience);
    session.tryOut(cured());
    session.edit({"optimizer.learning_rate", 0.2});
    QVERIFY(!session.trial());
    session.tryOut(cured());
    session.restart();
    QVERIFY(!session.trial());
    session.tryOut(cured());
    session.open(cured());
    QVERIFY(!session.trial());
}

void TestTrial::runsAreComparedAtTheSameStep()
{
    const auto at = [](std::int64_t step, float loss) {
        core::StepRecord record;
        record.firstStep = step + 1;
        record.lastStep = step;
        record.evaluation = core::EvaluationRecord{step, loss, loss, 0.5F, std::numeric_limits<float>::quiet_NaN()};
        return record;
    };
    core::History own;
    core::History trial;
    QVERIFY(!ui::compareRuns(own, trial));
    for (const std::int64_t step : {0, 100, 200, 300})
        own.add(at(step, 1 - static_cast<float>(step) / 1000));
    trial.add(at(0, 1));
    trial.add(at(150, 0.25F));
    const auto score = ui::compareRuns(own, trial);
    QVERIFY(score);
    QCOMPARE(score->own.step, 150);
    QCOMPARE(score->own.loss, static_cast<double>(0.9F)); // of step 100
    QCOMPARE(score->trial.loss, 0.25);
    QCOMPARE(score->trial.accuracy, std::optional(0.5));
    own = {};
    own.add(at(0, 1));
    QCOMPARE(ui::compareRuns(own, trial)->trial.loss, 1.0);
    QCOMPARE(ui::compareRuns(own, trial)->last.step, 150);
}

void TestTrial::lossCardShowsTheTrial()
{
    madeup::Run run = madeup::moons(4, 16);
    ui::LossPanel panel;
    panel.resize(420, 330);
    const auto legend = [&] { return panel.findChild<ui::PlotView*>()->legend->itemCount(); };
    panel.show(run.frame());
    const int before = legend();
    ui::FrameData frame = run.frame();
    frame.trial = &run.history;
    panel.show(frame);
    QCOMPARE(legend(), before + 1);
    panel.show(run.frame());
    QCOMPARE(legend(), before);
}

void TestTrial::theoryComesWithTheFrame()
{
    Session session(shipped::readResource);
    session.open(hopeless());
    QTRY_VERIFY_WITH_TIMEOUT(session.snapshot() && session.frame().prediction, kPatience);
    auto run = std::move(core::TrainingRun::create(hopeless(), shipped::readResource)).value();
    const core::Theory expected =
        core::meanField(hopeless(), run->data().shape(), core::meanInputSquare(run->data(), hopeless().probeSamples));
    QCOMPARE(session.frame().prediction->theory.deltaRatio, expected.deltaRatio);
    QVERIFY(session.frame().prediction->map);
    session.edit({"initializer.gain", 2.0});
    QTRY_VERIFY_WITH_TIMEOUT(session.frame().prediction->theory.deltaRatio != expected.deltaRatio, kPatience);
}

QTEST_MAIN(TestTrial)
#include "TestTrial.moc"

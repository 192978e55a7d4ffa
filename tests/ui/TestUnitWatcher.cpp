// SPDX-License-Identifier: GPL-3.0-or-later
// The thread that makes autopsies, and what comes back from it. There is no widget here, so that the thread sanitizer
// can judge it.
#include "core/analysis/BornDead.h"
#include "core/train/Autopsy.h"
#include "core/train/TrainingRun.h"
#include "tests/ShippedResources.h"
#include "ui/UnitWatcher.h"

#include <QTest>

#include <memory>
#include <optional>
#include <vector>

using core::UnitPlace;
using ui::AutopsyReport;
using ui::UnitWatcher;

namespace
{

constexpr int kPatience = 120000; ///< milliseconds: sanitizers are slow
constexpr int kSteps = 120;

/// A moment of a run whose ReLUs die of too high a learning rate.
struct Moment {
    Moment()
    {
        core::ExperimentConfig config;
        config.data.samples = 200;
        config.network.depth = 3;
        config.network.width = 16;
        config.network.activation.kind = "relu";
        config.optimizer = {{"adam", {{"learning_rate", 0.1}}}};
        run = std::move(core::TrainingRun::create(config, shipped::readResource)).value();
        for (int step = 0; step < kSteps; ++step)
            run->step();
        run->observe(snapshot);
        snapshot.generation = 1;
    }

    [[nodiscard]] std::vector<UnitPlace> deadUnits() const
    {
        std::vector<UnitPlace> places;
        for (const core::LayerStatistics& layer : snapshot.layers)
            for (int unit = 0; unit < layer.units; ++unit)
                if (layer.unitStatistics[static_cast<std::size_t>(unit)].state == core::UnitState::GradientDead)
                    places.push_back({layer.index, unit});
        return places;
    }

    std::unique_ptr<core::TrainingRun> run;
    core::Snapshot snapshot;
};

const AutopsyReport* reportOf(const UnitWatcher& watcher)
{
    return watcher.current() && watcher.current()->autopsy ? &*watcher.current()->autopsy : nullptr;
}

bool ends(UnitWatcher& watcher)
{
    return QTest::qWaitFor(
        [&] {
            watcher.poll();
            return reportOf(watcher) && reportOf(watcher)->state != AutopsyReport::State::Running;
        },
        kPatience);
}

} // namespace

class TestUnitWatcher : public QObject
{
    Q_OBJECT

private slots:
    void tellsWhatTheAutopsyFinds();
    void theLastOneWantedIsToldOf();
    void oneThatIsCancelledTellsNothing();
    void endsInTheMiddle();
    void aRunThatIsOverHasNone();

private:
    Moment m_moment;
};

void TestUnitWatcher::tellsWhatTheAutopsyFinds()
{
    const UnitPlace place = m_moment.deadUnits().at(0);
    UnitWatcher watcher;
    watcher.watch(place);
    watcher.startAutopsy(m_moment.snapshot);
    QVERIFY(ends(watcher));
    const AutopsyReport& report = *reportOf(watcher);
    QVERIFY(report.state == AutopsyReport::State::Done);

    core::Autopsy autopsy({*m_moment.snapshot.start, kSteps, place}, m_moment.snapshot.dataset.lock());
    const std::optional<core::AutopsyFinding> finding = autopsy.find();
    QCOMPARE(report.finding->fate, finding->fate);
    QCOMPARE(report.finding->death.has_value(), finding->death.has_value());
    if (finding->death)
        QCOMPARE(report.finding->death->step, finding->death->step);
    QCOMPARE(report.finding->aliveUnits, finding->aliveUnits);
    QCOMPARE(report.trials.size(), autopsy.counterfactuals().size());
    for (const AutopsyReport::Trial& trial : report.trials) {
        QCOMPARE(trial.answer.has_value(), !trial.question.isAsItWas);
        if (trial.answer)
            QCOMPARE(trial.answer->parameters, autopsy.answer(trial.question)->parameters);
    }
    QCOMPARE(report.bornDead.probability, core::bornDead(*m_moment.snapshot.start).probability);
}

void TestUnitWatcher::theLastOneWantedIsToldOf()
{
    const std::vector<UnitPlace> dead = m_moment.deadUnits();
    QVERIFY(dead.size() > 4);
    UnitWatcher watcher;
    // Those before are on their way out, each on its thread.
    for (std::size_t at = 0; at < 5; ++at) {
        watcher.watch(dead[at]);
        watcher.startAutopsy(m_moment.snapshot);
        watcher.poll();
    }
    QVERIFY(ends(watcher));
    core::Autopsy last({*m_moment.snapshot.start, kSteps, dead[4]}, m_moment.snapshot.dataset.lock());
    const std::optional<core::AutopsyFinding> finding = last.find();
    QCOMPARE(watcher.current()->place, dead[4]);
    QCOMPARE(reportOf(watcher)->finding->fate, finding->fate);
    QCOMPARE(reportOf(watcher)->finding->death ? reportOf(watcher)->finding->death->step : 0,
             finding->death ? finding->death->step : 0);
}

void TestUnitWatcher::oneThatIsCancelledTellsNothing()
{
    UnitWatcher watcher;
    watcher.watch(m_moment.deadUnits().at(0));
    watcher.startAutopsy(m_moment.snapshot);
    QVERIFY(reportOf(watcher));
    watcher.cancelAutopsy();
    for (int frame = 0; frame < 20; ++frame) {
        QVERIFY(!watcher.poll());
        QVERIFY(!reportOf(watcher));
        QTest::qWait(1);
    }
}

void TestUnitWatcher::endsInTheMiddle()
{
    UnitWatcher watcher;
    watcher.watch(m_moment.deadUnits().at(0));
    watcher.startAutopsy(m_moment.snapshot);
    QVERIFY(QTest::qWaitFor([&] { return watcher.poll(); }, kPatience));
}

void TestUnitWatcher::aRunThatIsOverHasNone()
{
    Moment moment;
    UnitWatcher watcher;
    watcher.watch(moment.deadUnits().at(0));
    moment.run.reset();
    watcher.startAutopsy(moment.snapshot);
    QVERIFY(!reportOf(watcher));
}

QTEST_GUILESS_MAIN(TestUnitWatcher)
#include "TestUnitWatcher.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
// A unit from near, as a person comes to it: by mouse and keyboard, and on to its autopsy.
#include "core/train/ConfigCheck.h"
#include "core/train/TrainingRun.h"
#include "tests/ShippedResources.h"
#include "tests/ui/HandOnCard.h"
#include "ui/Session.h"
#include "ui/panels/AutopsyWords.h"
#include "ui/panels/UnitBar.h"
#include "ui/panels/UnitsPanel.h"

#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

#include <algorithm>
#include <functional>
#include <optional>

using namespace ui;
using core::UnitPlace;

Q_DECLARE_METATYPE(std::optional<core::UnitPlace>)

namespace
{

using Watched = std::optional<UnitPlace>;

const Theme& light()
{
    return Theme::of(ThemeKind::Light);
}

/// Where ReLUs die of too high a learning rate.
core::ExperimentConfig highRate(std::int64_t steps)
{
    core::ExperimentConfig config;
    config.network.depth = 4;
    config.network.width = 32;
    config.network.activation.kind = "relu";
    config.optimizer = {{"adam", {{"learning_rate", 0.1}}}};
    config.training.steps = steps;
    return config;
}

/// A panel and the session behind it, wired as in the window.
struct Wired {
    explicit Wired(const core::ExperimentConfig& config)
        : session(shipped::readResource)
    {
        panel.resize(420, 330);
        static_cast<QWidget&>(panel).show();
        QObject::connect(&panel, &Panel::unitWatched, &session, &Session::watchUnit);
        QObject::connect(&panel, &Panel::autopsyWanted, &session, &Session::startAutopsy);
        QObject::connect(&panel, &Panel::autopsyCancelled, &session, &Session::cancelAutopsy);
        QObject::connect(&panel, &Panel::layerPicked, &session, &Session::selectLayer);
        QObject::connect(&panel, &Panel::viewChanged, &panel, [this] { show(); });
        QObject::connect(&session, &Session::frameChanged, &panel,
                         [this](const FrameData& frame) { panel.show(frame); });
        session.open(config);
    }
    void show()
    {
        if (session.snapshot())
            panel.show(session.frame());
    }
    [[nodiscard]] bool isAt(std::int64_t step) const
    {
        return session.snapshot() && session.snapshot()->step == step &&
               session.snapshot()->status == core::RunStatus::Done;
    }
    /// The first unit in this state, or none.
    [[nodiscard]] Watched unitThatIs(core::UnitState state) const
    {
        for (const core::LayerStatistics& layer : session.snapshot()->layers)
            for (std::size_t unit = 0; unit < layer.unitStatistics.size(); ++unit)
                if (layer.unitStatistics[unit].state == state)
                    return UnitPlace{layer.index, static_cast<int>(unit)};
        return std::nullopt;
    }
    [[nodiscard]] UnitBar& bar() const { return *panel.findChild<UnitBar*>(); }
    [[nodiscard]] QPushButton& button() const { return *panel.findChild<QPushButton*>(); }
    [[nodiscard]] const AutopsyReport* report() const
    {
        const UnitWatch* watch = session.frame().watch;
        return watch && watch->autopsy ? &*watch->autopsy : nullptr;
    }

    Session session;
    UnitsPanel panel;
};

/// A made-up unit with everything that can be seen of one.
core::UnitDetail detailOf(const UnitPlace& place, int inputs)
{
    core::UnitDetail detail;
    detail.place = place;
    detail.z = madeup::normal(-0.4, 0.6);
    for (int at = 0; at < inputs; ++at)
        detail.incoming.push_back(static_cast<float>(std::sin(at * 1.3)));
    for (int at = 0; at < 32; ++at)
        detail.outgoing.push_back(static_cast<float>(std::cos(at * 0.7)));
    detail.bias = 0.125;
    detail.gradientNorm = 0.031;
    for (int at = 0; at < 9; ++at) {
        detail.excitations.push_back({at * 11, 2.0F - 0.1F * static_cast<float>(at)});
        for (int input = 0; input < inputs; ++input)
            detail.inputs.push_back(static_cast<float>((input + at) % 5) / 4);
    }
    return detail;
}

} // namespace

class TestUnitCloseUp : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        qRegisterMetaType<std::optional<core::UnitPlace>>();
        loadFonts();
    }

    void aClickPicksLayerAndUnit()
    {
        UnitsPanel panel;
        hand::show(panel, madeup::moons(4, 16));
        QSignalSpy picked(&panel, &Panel::layerPicked);
        QSignalSpy watched(&panel, &Panel::unitWatched);
        QWidget* picture = hand::pictureOf(panel);
        const auto placeOf = [&](const UnitPlace& wanted) {
            for (int y = 0; y < picture->height(); ++y)
                for (int x = 0; x < picture->width(); ++x)
                    if (panel.grid().unitAt(QPoint(x, y), QRectF(picture->rect()), 11) == Watched(wanted))
                        return QPoint(x + 3, y + 3);
            return QPoint();
        };
        const QPoint place = placeOf({2, 5});
        QTest::mouseClick(picture, Qt::LeftButton, {}, place);
        QCOMPARE(picked.takeFirst().at(0).toInt(), 2);
        QCOMPARE(watched.takeFirst().at(0).value<Watched>(), Watched(UnitPlace{2, 5}));
        // The number of the row picks its layer alone.
        QTest::mouseClick(picture, Qt::LeftButton, {}, QPoint(4, placeOf({3, 0}).y()));
        QCOMPARE(picked.takeFirst().at(0).toInt(), 3);
        QVERIFY(watched.isEmpty());
    }

    void keysWalkOverTheUnits()
    {
        Wired wired(highRate(20));
        QTRY_VERIFY(wired.isAt(20));
        QTRY_COMPARE(wired.panel.grid().total(), 128);
        const auto watched = [&] { return wired.session.frame().watch; };
        const auto press = [&](Qt::Key key) { QTest::keyClick(&wired.panel, key); };
        press(Qt::Key_Return);
        QTRY_COMPARE(wired.panel.sight(), UnitsPanel::Sight::Unit);
        QCOMPARE(watched()->place, (UnitPlace{1, 0}));
        press(Qt::Key_Left); // there is none
        press(Qt::Key_Right);
        press(Qt::Key_Right);
        QCOMPARE(watched()->place, (UnitPlace{1, 2}));
        press(Qt::Key_Down);
        QCOMPARE(watched()->place, (UnitPlace{2, 2}));
        QCOMPARE(wired.session.frame().selectedLayer, 2);
        QTRY_VERIFY(wired.session.snapshot()->unit && wired.session.snapshot()->unit->place == (UnitPlace{2, 2}));
        QTRY_VERIFY(wired.panel.subtitle().startsWith(QStringLiteral("layer 2, unit 3:")));
        QVERIFY(wired.panel.sentence().startsWith(QStringLiteral("layer 2, unit 3:")));
        press(Qt::Key_Escape);
        QVERIFY(!watched());
        QTRY_COMPARE(wired.panel.sight(), UnitsPanel::Sight::Grid);
        QVERIFY(!wired.bar().isVisible());
        press(Qt::Key_Return); // back to where one was
        QCOMPARE(watched()->place, (UnitPlace{2, 2}));
        QTRY_COMPARE(wired.panel.sight(), UnitsPanel::Sight::Unit);
        press(Qt::Key_Backspace);
        QVERIFY(!watched());
        // Looking is no part of the experiment.
        QVERIFY(wired.session.recordedExperiment().changes.empty());
    }

    void everythingIsDrawn_data()
    {
        QTest::addColumn<bool>("digits");
        QTest::newRow("moons") << false;
        QTest::newRow("digits") << true;
    }

    void everythingIsDrawn()
    {
        QFETCH(bool, digits);
        madeup::Run run = digits ? madeup::digits() : madeup::moons(4, 32, {"tanh", {}});
        UnitWatch watch;
        watch.place = {1, 3};
        watch.seen = {{0, 0.1, 0.03}, {10, 0.12, 0.02}, {20, 0.125, 0.031}};
        run.snapshot.unit = detailOf(watch.place, digits ? 64 : 2);
        UnitsPanel panel;
        panel.resize(420, 330);
        static_cast<QWidget&>(panel).show();
        FrameData frame = run.frame();
        frame.watch = &watch;
        panel.show(frame);
        const QImage image = hand::pictureOf(panel)->grab().toImage();
        const auto ink = [&image](const QColor& color) {
            int count = 0;
            for (int y = 0; y < image.height(); ++y)
                for (int x = 0; x < image.width(); ++x) {
                    const QColor at = image.pixelColor(x, y);
                    const int distance = std::abs(at.red() - color.red()) + std::abs(at.green() - color.green()) +
                                         std::abs(at.blue() - color.blue());
                    count += distance < 40 ? 1 : 0;
                }
            return count;
        };
        QVERIFY(ink(light().series[0]) > 30); // f
        QVERIFY(ink(light().series[1]) > 30); // f′ and the gradient
        QVERIFY(ink(light().series[2]) > 10); // bias
        const core::UnitState state = run.snapshot.layers[0].unitStatistics[3].state;
        QVERIFY(ink(UnitGrid::stateColor(state, light())) > 200); // the bars of z
        QVERIFY(ink(QColor::fromRgb(light().diverging(1))) > 3);  // a large weight
        // Weights and samples are told where one points.
        QSet<QString> told;
        for (int y = 0; y < image.height(); y += 4)
            for (int x = 0; x < image.width(); x += 4) {
                hand::point(*hand::pictureOf(panel), QPointF(x, y));
                told.insert(panel.reading().heading.section(QLatin1Char(' '), 0, 1));
            }
        QVERIFY(told.contains(QStringLiteral("from input")));
        QVERIFY(told.contains(QStringLiteral("to unit")));
        QCOMPARE(told.contains(QStringLiteral("sample no.")), digits);
    }

    void autopsyFromTheButton()
    {
        Wired wired(highRate(300));
        QTRY_VERIFY_WITH_TIMEOUT(wired.isAt(300), 60000);
        const Watched alive = wired.unitThatIs(core::UnitState::Alive);
        const Watched dead = wired.unitThatIs(core::UnitState::GradientDead);
        QVERIFY(alive && dead);
        wired.session.watchUnit(alive);
        QTRY_COMPARE(wired.panel.sight(), UnitsPanel::Sight::Unit);
        QCOMPARE(wired.bar().offer(), UnitBar::Offer::Nothing);

        wired.session.watchUnit(dead);
        QTRY_COMPARE(wired.bar().offer(), UnitBar::Offer::Autopsy);
        QVERIFY(wired.button().isVisible());
        QTest::mouseClick(&wired.button(), Qt::LeftButton);
        QTRY_COMPARE(wired.panel.sight(), UnitsPanel::Sight::Autopsy);
        QTRY_VERIFY_WITH_TIMEOUT(wired.report() && wired.report()->state == AutopsyReport::State::Done, 60000);
        QTRY_COMPARE(wired.bar().offer(), UnitBar::Offer::ShowUnit);
        const AutopsyReport& report = *wired.report();
        QVERIFY(report.finding->fate != core::Fate::Alive);
        QCOMPARE(report.finding->step, std::int64_t(300));
        QCOMPARE(report.trials.size(), std::size_t(4));
        for (const AutopsyReport::Trial& trial : report.trials)
            QCOMPARE(trial.answer.has_value(), !trial.question.isAsItWas);
        QVERIFY(report.trials[0].answer->unitAlive); // a leaky unit is never dead
        QVERIFY(report.bornDead.probability.has_value());
        QVERIFY2(wired.panel.sentence().contains(QStringLiteral("Leaky ReLU")), qPrintable(wired.panel.sentence()));
        // To the unit and back.
        QTest::mouseClick(&wired.button(), Qt::LeftButton);
        QTRY_COMPARE(wired.panel.sight(), UnitsPanel::Sight::Unit);
        QTest::keyClick(&wired.panel, Qt::Key_Return);
        QTRY_COMPARE(wired.panel.sight(), UnitsPanel::Sight::Autopsy);
        // The next unit has none.
        QTest::keyClick(&wired.panel, dead->unit > 0 ? Qt::Key_Left : Qt::Key_Right);
        QTRY_COMPARE(wired.panel.sight(), UnitsPanel::Sight::Unit);
    }

    void aUnitDeadFromTheStartTellsHowLikelyThatIs()
    {
        const auto told = [](const std::function<void(core::ExperimentConfig&)>& edit) {
            core::ExperimentConfig config = highRate(0);
            config.network.width = 3;
            edit(config);
            AutopsyReport report;
            report.finding.emplace().fate = core::Fate::DeadFromStart;
            report.bornDead = core::bornDead(config);
            return AutopsyWords::story(report).join(QLatin1Char(' '));
        };
        // 1 − (1 − 2^−3)^4
        const QString number = told([](auto&) {});
        QVERIFY2(number.contains(QStringLiteral("0.41")), qPrintable(number));
        QStringList reasons{number};
        reasons << told([](auto& c) { c.network.activation.kind = "tanh"; });
        QVERIFY2(reasons.back().contains(QStringLiteral("ReLU only")), qPrintable(reasons.back()));
        reasons << told([](auto& c) { c.network.normalization.kind = "batch"; });
        reasons << told([](auto& c) { c.network.residual = "post"; });
        reasons << told([](auto& c) { c.initializer.weights.kind = "zeros"; });
        reasons << told([](auto& c) { c.initializer.bias = 0.1; });
        QCOMPARE(reasons.removeDuplicates(), 0);
        for (const QString& reason : reasons)
            QVERIFY2(reason.contains(QStringLiteral("born dead")), qPrintable(reason));
    }

    void agreesWithAnAutopsyOfItsOwn()
    {
        Wired wired(highRate(200));
        QTRY_VERIFY_WITH_TIMEOUT(wired.isAt(200), 60000);
        const Watched dead = wired.unitThatIs(core::UnitState::GradientDead);
        QVERIFY(dead);
        const auto run = core::TrainingRun::create(wired.session.recordedExperiment(), shipped::readResource);
        std::int64_t since = -1;
        core::Snapshot snapshot;
        for (std::int64_t step = 0; step <= 200; ++step) {
            if (step > 0)
                run.value()->step();
            run.value()->observe(snapshot, {1, 2});
            const bool isDead = snapshot.layers[static_cast<std::size_t>(dead->layer - 1)]
                                    .unitStatistics[static_cast<std::size_t>(dead->unit)]
                                    .state == core::UnitState::GradientDead;
            since = !isDead ? -1 : since < 0 ? step : since;
        }
        wired.session.watchUnit(dead);
        wired.session.startAutopsy();
        QTRY_VERIFY_WITH_TIMEOUT(wired.report() && wired.report()->finding, 60000);
        QCOMPARE(wired.report()->finding->death ? wired.report()->finding->death->step : 0, since);
    }

    void anEditOrARestartEndsIt_data()
    {
        QTest::addColumn<int>("how");
        QTest::newRow("button") << 0;
        QTest::newRow("edit") << 1;
        QTest::newRow("rebuild") << 2;
        QTest::newRow("restart") << 3;
        QTest::newRow("another unit") << 4;
    }

    void anEditOrARestartEndsIt()
    {
        QFETCH(int, how);
        Wired wired(highRate(300));
        QTRY_VERIFY_WITH_TIMEOUT(wired.isAt(300), 60000);
        wired.session.watchUnit(wired.unitThatIs(core::UnitState::GradientDead));
        QTRY_COMPARE(wired.bar().offer(), UnitBar::Offer::Autopsy);
        wired.session.startAutopsy();
        QVERIFY(wired.report());
        if (how == 0)
            emit wired.panel.autopsyCancelled();
        else if (how == 1)
            wired.session.edit({"optimizer.learning_rate", 0.01});
        else if (how == 2)
            wired.session.edit({"network.width", 16.0});
        else if (how == 3)
            wired.session.restart();
        else
            wired.session.watchUnit(UnitPlace{4, 31});
        QVERIFY(!wired.report());
        // Nothing comes of it later.
        for (int frame = 0; frame < 20; ++frame) {
            QTest::qWait(5);
            QVERIFY(!wired.report());
        }
    }

    void aUnitThatIsGoneIsNotShown()
    {
        Wired wired(highRate(20));
        QTRY_VERIFY(wired.isAt(20));
        wired.session.watchUnit(UnitPlace{4, 30});
        QTRY_COMPARE(wired.panel.sight(), UnitsPanel::Sight::Unit);
        wired.session.edit({"network.width", 16.0});
        QTRY_COMPARE(wired.panel.sight(), UnitsPanel::Sight::Grid);
        wired.session.edit({"network.width", 32.0});
        QTRY_COMPARE(wired.panel.sight(), UnitsPanel::Sight::Unit);
    }

    void thePastIsBounded()
    {
        UnitWatcher watcher;
        watcher.watch(UnitPlace{1, 0});
        core::Snapshot snapshot;
        snapshot.generation = 1;
        snapshot.unit.emplace().place = {1, 0};
        for (snapshot.step = 0; snapshot.step < 5000; ++snapshot.step) {
            snapshot.unit->bias = static_cast<double>(snapshot.step);
            watcher.take(snapshot);
            QVERIFY(watcher.current()->seen.size() <= UnitWatch::kMostSeen);
        }
        QCOMPARE(watcher.current()->seen.front().step, std::int64_t(0));
        QCOMPARE(watcher.current()->seen.back().bias, 4999.0);
        QVERIFY(watcher.current()->seen.size() > UnitWatch::kMostSeen / 3);
        snapshot.generation = 2; // another network
        watcher.take(snapshot);
        QCOMPARE(watcher.current()->seen.size(), std::size_t(1));
    }
};

QTEST_MAIN(TestUnitCloseUp)
#include "TestUnitCloseUp.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
// Looking back, through the whole window as a person does it, with a trainer that trains. Nothing here depends on wall
// time.
#include "tests/ui/OpenWindow.h"
#include "ui/base/NumberText.h"
#include "ui/controls/StatusLine.h"
#include "ui/panels/Dashboard.h"
#include "ui/panels/Figures.h"
#include "ui/panels/GradientPanel.h"
#include "ui/panels/LossPanel.h"
#include "ui/widgets/PlotView.h"
#include "ui/widgets/Timeline.h"

#include <QLineEdit>

#include <map>

using namespace ui;

namespace
{

core::ExperimentConfig smallExperiment()
{
    core::ExperimentConfig config;
    config.data.samples = 200;
    config.network.depth = 3;
    config.network.width = 8;
    config.training.steps = 1'000'000'000;
    config.optimizer.parameters["learning_rate"] = 0.05;
    return config;
}

/// A window in which a small network has trained for a while.
struct Open {
    explicit Open(bool playing = true)
        : window({opened::readResource, {}}, {smallExperiment()})
    {
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        QTRY_VERIFY(session().moments().size() > 25);
        if (!playing)
            pause();
    }
    void pause()
    {
        QTest::mouseClick(window.runBar().findChild<QToolButton*>(QStringLiteral("play")), Qt::LeftButton);
        QVERIFY(!session().playing());
        QTRY_VERIFY(session().snapshot()->step == session().currentStep() && timeline().lastStep() == step());
    }
    [[nodiscard]] Session& session() const { return window.session(); }
    [[nodiscard]] Timeline& timeline() const { return window.timeline(); }
    [[nodiscard]] std::int64_t step() const { return session().frame().snapshot.step; }
    [[nodiscard]] QString sentence() const { return window.statusLine().sentence(); }
    [[nodiscard]] QPoint at(double share) const
    {
        const double x = share * static_cast<double>(timeline().lastStep());
        return {static_cast<int>(timeline().xOf(std::llround(x))), timeline().height() / 2};
    }
    /// Whether the cards show the moment that is looked at: two of them tell its numbers.
    [[nodiscard]] bool cardsShowIt() const
    {
        const core::Snapshot& moment = session().frame().snapshot;
        const auto* loss = window.findChild<LossPanel*>();
        return loss->subtitle().contains(readableNumber(moment.train.loss)) &&
               window.findChild<GradientPanel*>()->banner().deltaRatio == moment.deltaRatio;
    }

    MainWindow window;
};

/// Whether a plot over steps shows the line of the moment that is looked at.
bool hasCursor(const PlotView& plot, const Timeline& timeline)
{
    for (int item = 0; item < plot.itemCount(); ++item)
        if (const auto* line = qobject_cast<QCPItemLine*>(plot.item(item)))
            if (line->visible() && line->start->key() == static_cast<double>(timeline.step()))
                return true;
    return false;
}

} // namespace

class TestScrubbing : public QObject
{
    Q_OBJECT

private slots:
    void dragShowsEarlierMoments();
    void trainingGoesOnBehindIt();
    void endReturnsToNow();
    void arrowsGoFromMomentToMoment();
    void editReturnsToNow();
    void restartWhileScrubbing();
    void rebuildWhileScrubbing();
    void exportIsOfTheMoment();
    void onlyTheHistoryIsDrawnAnew();
};

void TestScrubbing::dragShowsEarlierMoments()
{
    Open open(false);
    const std::int64_t newest = open.session().snapshot()->step;
    QTest::mousePress(&open.timeline(), Qt::LeftButton, {}, open.at(0.8));
    std::int64_t before = newest;
    for (const double share : {0.7, 0.5, 0.3, 0.1}) {
        QTest::mouseMove(&open.timeline(), open.at(share));
        QVERIFY(open.step() < before);
        before = open.step();
        QCOMPARE(open.timeline().step(), before); // the cursor follows at once
        QTRY_VERIFY(open.cardsShowIt());
        QVERIFY(!open.session().isLive());
        QVERIFY(hasCursor(open.window.findChild<LossPanel*>()->plot(), open.timeline()));
        QVERIFY(hasCursor(open.window.findChild<GradientPanel*>()->linePlot(), open.timeline()));
    }
    QVERIFY2(open.sentence().startsWith(QStringLiteral("Looking at step %1 of").arg(countText(before))),
             qPrintable(open.sentence()));
    QTest::mouseMove(&open.timeline(), open.at(0.6));
    QVERIFY(open.step() > before);
    QTRY_VERIFY(open.cardsShowIt());
    QTest::mouseRelease(&open.timeline(), Qt::LeftButton, {}, open.at(0.6));
    QCOMPARE(open.session().snapshot()->step, newest);
    QCOMPARE(open.session().currentStep(), newest);
}

void TestScrubbing::trainingGoesOnBehindIt()
{
    Open open;
    QTest::mouseClick(&open.timeline(), Qt::LeftButton, {}, open.at(0.3));
    QVERIFY(!open.session().isLive());
    const std::int64_t step = open.step();
    const double loss = open.session().frame().snapshot.train.loss;
    const std::int64_t last = open.timeline().lastStep();
    QTRY_VERIFY(open.timeline().lastStep() > 2 * last); // by then thinning has taken many moments away
    QVERIFY(open.session().playing());
    QCOMPARE(open.step(), step);
    QCOMPARE(open.session().frame().snapshot.train.loss, loss);
    QVERIFY(open.cardsShowIt());
    QVERIFY(open.session().snapshot()->step > last);
    QTRY_VERIFY2(open.sentence().contains(QStringLiteral("training goes on")), qPrintable(open.sentence()));
}

void TestScrubbing::endReturnsToNow()
{
    Open open(false);
    QTest::mouseClick(&open.timeline(), Qt::LeftButton, {}, open.at(0.4));
    QVERIFY(!open.session().isLive());
    QTest::keyClick(&open.timeline(), Qt::Key_End);
    QVERIFY(open.session().isLive());
    QVERIFY(open.timeline().isLive());
    QCOMPARE(open.step(), open.session().currentStep());
    QTRY_VERIFY(open.cardsShowIt());
    QVERIFY(open.sentence().startsWith(QStringLiteral("Paused")));
    // The button does the same, and so does the menu's key from anywhere in the window.
    QTest::mouseClick(&open.timeline(), Qt::LeftButton, {}, open.at(0.4));
    QTest::mouseClick(&open.timeline().liveButton(), Qt::LeftButton);
    QVERIFY(open.session().isLive());
    open.window.dashboard().setFocus();
    QTest::keyClick(&open.window.dashboard(), Qt::Key_Home);
    QCOMPARE(open.step(), open.session().moments().step(0));
    QTest::keyClick(&open.window.dashboard(), Qt::Key_End);
    QVERIFY(open.session().isLive());
}

void TestScrubbing::arrowsGoFromMomentToMoment()
{
    Open open(false);
    const core::SnapshotHistory& moments = open.session().moments();
    const std::int64_t newest = open.step();
    open.window.dashboard().setFocus();
    const auto press = [&](Qt::Key key) { QTest::keyClick(&open.window.dashboard(), key); };
    for (std::size_t back = 2; back <= 5; ++back) {
        press(Qt::Key_Left);
        QCOMPARE(open.step(), moments.step(moments.size() - back));
    }
    for (std::size_t back = 4; back >= 2; --back) {
        press(Qt::Key_Right);
        QCOMPARE(open.step(), moments.step(moments.size() - back));
    }
    press(Qt::Key_Right);
    QVERIFY(open.session().isLive());
    QCOMPARE(open.session().currentStep(), newest);
    press(Qt::Key_Right); // after the newest moment comes the next step
    QTRY_COMPARE(open.step(), newest + 1);
    QVERIFY(open.session().isLive());
    // Ten at once, on the timeline itself.
    open.timeline().setFocus();
    const std::size_t count = moments.size();
    QTest::keyClick(&open.timeline(), Qt::Key_PageDown);
    QCOMPARE(open.step(), moments.step(count - 11));
    for (int i = 0; i < 30; ++i)
        QTest::keyClick(&open.timeline(), Qt::Key_PageDown);
    QCOMPARE(open.step(), moments.step(0));
}

void TestScrubbing::editReturnsToNow()
{
    Open open;
    QTest::mouseClick(&open.timeline(), Qt::LeftButton, {}, open.at(0.3));
    QVERIFY(!open.session().isLive());
    auto* editor = qobject_cast<NumberEditor*>(open.window.sidebar().editor("optimizer.learning_rate"));
    QLineEdit* edit = editor->parameterSlider()->edit();
    edit->setFocus();
    edit->selectAll();
    QTest::keyClicks(edit, QStringLiteral("0.015"));
    QTest::keyClick(edit, Qt::Key_Return);
    QVERIFY(open.session().isLive());
    QTRY_COMPARE(open.session().snapshot()->config.optimizer.parameters.at("learning_rate"), 0.015);
    // The change is marked where the run was, not where it was looked at.
    const auto changes = open.session().snapshot()->changes;
    QCOMPARE(changes->size(), std::size_t(1));
    const double place = open.timeline().xOf(changes->front().step);
    QTRY_VERIFY2(open.timeline().hintAt(open.timeline().xOf(changes->front().step)).contains(QStringLiteral("0.015")),
                 qPrintable(open.timeline().hintAt(place)));
}

void TestScrubbing::restartWhileScrubbing()
{
    Open open;
    const std::uint64_t generation = open.session().snapshot()->generation;
    QTest::mousePress(&open.timeline(), Qt::LeftButton, {}, open.at(0.3));
    open.session().restart();
    QVERIFY(open.session().isLive());
    // The finger is still down: whatever it points at belongs to the run that is shown.
    for (int x = 100; x < 600; x += 20) {
        QTest::mouseMove(&open.timeline(), QPoint(x, 20));
        const FrameData frame = open.session().frame();
        QVERIFY(frame.cursor.has_value() != open.session().isLive());
        QCOMPARE(frame.snapshot.generation, open.session().snapshot()->generation);
        QTest::qWait(1);
    }
    QTest::mouseRelease(&open.timeline(), Qt::LeftButton, {}, QPoint(600, 20));
    QTRY_VERIFY(open.session().frame().snapshot.generation > generation);
    QTRY_VERIFY(open.session().moments().generation() > generation);
}

void TestScrubbing::rebuildWhileScrubbing()
{
    Open open;
    QTest::mouseClick(&open.timeline(), Qt::LeftButton, {}, open.at(0.5));
    open.session().edit({"network.depth", 5.0});
    QVERIFY(open.session().isLive());
    QTRY_COMPARE(open.session().frame().snapshot.layers.size(), std::size_t(5));
    QTRY_VERIFY(open.session().moments().size() > 5);
    open.session().viewFirst();
    QCOMPARE(open.step(), open.session().moments().step(0));
    QCOMPARE(open.session().frame().snapshot.layers.size(), std::size_t(5));
    QTRY_VERIFY(open.cardsShowIt());
}

void TestScrubbing::exportIsOfTheMoment()
{
    Open open;
    QTest::mouseClick(&open.timeline(), Qt::LeftButton, {}, open.at(0.4));
    const std::int64_t step = open.step();
    QVERIFY(step < open.session().snapshot()->step);
    QVERIFY2(figureCaption(open.session().frame()).endsWith(QStringLiteral("step ") + countText(step)),
             qPrintable(figureCaption(open.session().frame())));
}

void TestScrubbing::onlyTheHistoryIsDrawnAnew()
{
    Open open;
    QTest::mouseClick(&open.timeline(), Qt::LeftButton, {}, open.at(0.4));
    QTRY_VERIFY(open.cardsShowIt());
    std::map<QString, int> replots;
    for (auto* plot : open.window.findChildren<PlotView*>())
        for (QWidget* panel = plot; panel; panel = panel->parentWidget())
            if (auto* owner = qobject_cast<Panel*>(panel))
                connect(plot, &QCustomPlot::beforeReplot, this, [&replots, owner] { ++replots[owner->title()]; });
    const std::int64_t last = open.timeline().lastStep();
    QTRY_VERIFY(replots[QStringLiteral("Loss")] > 5 && open.timeline().lastStep() > last);
    replots.clear(); // what was still under way when looking back began is done by now
    QTRY_VERIFY(replots[QStringLiteral("Loss")] > 5 && replots[QStringLiteral("Gradient flow")] > 2);
    QStringList drawn;
    for (const auto& [title, count] : replots)
        drawn << title;
    QCOMPARE(drawn, QStringList({QStringLiteral("Gradient flow"), QStringLiteral("Loss")}));
}

QTEST_MAIN(TestScrubbing)
#include "TestScrubbing.moc"

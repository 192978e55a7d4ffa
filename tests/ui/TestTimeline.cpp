// SPDX-License-Identifier: GPL-3.0-or-later
// The timeline by itself: shown a run that never was, used with mouse and keyboard, and its picture looked at.
#include "tests/ui/MadeUpRun.h"
#include "ui/widgets/Timeline.h"

#include <QAccessible>
#include <QApplication>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace ui;

namespace
{

constexpr int kSteps = 2000;

/// A timeline that has been shown a run of 2,000 steps in which the learning rate was changed twice.
struct Shown {
    explicit Shown(std::optional<std::int64_t> cursor = {}, ThemeKind theme = ThemeKind::Light)
        : run(madeup::moons(4, 16, {"tanh", {}}, 1, kSteps))
    {
        run.snapshot.changes = std::make_shared<const std::vector<core::Change>>(std::vector<core::Change>{
            {500, {{"optimizer.learning_rate", 0.01}}},
            {1500, {{"network.activation.kind", std::string("relu")}, {"optimizer.learning_rate", 0.3}}},
            {90'000, {{"optimizer.learning_rate", 0.5}}}, // the file has it in store
        });
        timeline.setStyleSheet(Theme::of(theme).styleSheet());
        timeline.setTheme(Theme::of(theme));
        timeline.resize(1000, timeline.height());
        static_cast<QWidget&>(timeline).show();
        look(cursor);
    }
    void look(std::optional<std::int64_t> cursor)
    {
        core::Snapshot moment = run.snapshot;
        moment.step = cursor.value_or(kSteps);
        timeline.show(FrameData{moment, run.history, run.config, 1, cursor});
    }
    [[nodiscard]] QPoint at(std::int64_t step, int y = 20) const
    {
        return {static_cast<int>(std::lround(timeline.xOf(step))), y};
    }

    madeup::Run run;
    Timeline timeline;
};

int ink(const QImage& image, const QColor& color, const QRect& area, int tolerance = 60)
{
    int count = 0;
    for (int y = area.top(); y <= area.bottom(); ++y)
        for (int x = area.left(); x <= area.right(); ++x) {
            const QColor pixel = image.pixelColor(x, y);
            const int distance = std::abs(pixel.red() - color.red()) + std::abs(pixel.green() - color.green()) +
                                 std::abs(pixel.blue() - color.blue());
            count += distance < tolerance ? 1 : 0;
        }
    return count;
}

} // namespace

class TestTimeline : public QObject
{
    Q_OBJECT

private slots:
    void saysSoWhileThereIsNothing();
    void picture_data();
    void picture();
    void marksAreWhereSettingsWereChanged();
    void pressAndDragScrub();
    void theEndIsNow();
    void keys_data();
    void keys();
    void windowKeepsItsKeys();
    void hints();
    void screenReaders();
    void largerLetters();
    void stepsDoNotMoveTheTrack();
};

void TestTimeline::saysSoWhileThereIsNothing()
{
    Timeline timeline;
    timeline.resize(900, timeline.height());
    const QImage image = timeline.grab().toImage();
    QVERIFY(ink(image, Theme::of(ThemeKind::Light).mutedText, image.rect()) > 100);
    QSignalSpy scrubbed(&timeline, &Timeline::scrubbed);
    QTest::mouseClick(&timeline, Qt::LeftButton, {}, QPoint(300, 20));
    QTest::keyClick(&timeline, Qt::Key_Home);
    QCOMPARE(scrubbed.count(), 0);
    QVERIFY(timeline.hintAt(300).isEmpty());
    QVERIFY(!timeline.liveButton().isEnabled());
}

void TestTimeline::picture_data()
{
    QTest::addColumn<int>("theme");
    QTest::newRow("light") << static_cast<int>(ThemeKind::Light);
    QTest::newRow("dark") << static_cast<int>(ThemeKind::Dark);
    QTest::newRow("projector") << static_cast<int>(ThemeKind::Projector);
}

void TestTimeline::picture()
{
    QFETCH(int, theme);
    const auto kind = static_cast<ThemeKind>(theme);
    const QColor line = Theme::of(kind).series[0];
    Shown shown({}, kind);
    const auto part = [&](std::int64_t from, std::int64_t to) {
        // Above the groove, so that only the loss is counted.
        const QPoint first = shown.at(from, 0);
        return QRect(first, QPoint(shown.at(to, 0).x(), static_cast<int>(shown.timeline.height() * 0.74)));
    };
    constexpr int kThinLine = 100; // hardly a pixel of it has its full colour
    const auto lineIn = [&](const QImage& image, std::int64_t from, std::int64_t to) {
        return ink(image, line, part(from, to), kThinLine);
    };
    const QImage live = shown.timeline.grab().toImage();
    QVERIFY2(lineIn(live, 10, 1000) > 60, qPrintable(QString::number(lineIn(live, 10, 1000))));
    QVERIFY2(lineIn(live, 1100, 1990) > 60, qPrintable(QString::number(lineIn(live, 1100, 1990))));
    // After the cursor the loss stands back.
    shown.look(1000);
    const QImage past = shown.timeline.grab().toImage();
    QVERIFY2(lineIn(past, 10, 980) > 60, qPrintable(QString::number(lineIn(past, 10, 980))));
    QVERIFY2(lineIn(past, 1350, 1990) < 20, qPrintable(QString::number(lineIn(past, 1350, 1990))));
    const QPoint cursor = shown.at(1000, shown.timeline.height() / 2);
    const QRect around(cursor - QPoint(2, 6), cursor + QPoint(2, 6));
    QVERIFY(ink(past, Theme::of(kind).text, around) >= 12);
    QVERIFY(ink(live, Theme::of(kind).text, around) < 3);
}

void TestTimeline::marksAreWhereSettingsWereChanged()
{
    Shown shown;
    const QImage image = shown.timeline.grab().toImage();
    const QColor mark = Theme::of(ThemeKind::Light).notice;
    const auto inkAt = [&](std::int64_t step) {
        return ink(image, mark, QRect(shown.at(step, 0) - QPoint(5, 0), QSize(11, 12)));
    };
    QVERIFY(inkAt(500) > 10);
    QVERIFY(inkAt(1500) > 10);
    QCOMPARE(inkAt(1000), 0);
    QCOMPARE(ink(image, mark, QRect(0, 0, image.width(), 12)), inkAt(500) + inkAt(1500));
}

void TestTimeline::pressAndDragScrub()
{
    Shown shown;
    QSignalSpy scrubbed(&shown.timeline, &Timeline::scrubbed);
    QTest::mousePress(&shown.timeline, Qt::LeftButton, {}, shown.at(400));
    QCOMPARE(scrubbed.count(), 1);
    QVERIFY(std::abs(scrubbed.last().at(0).toLongLong() - 400) <= 2);
    for (const int step : {600, 900, 300}) {
        QTest::mouseMove(&shown.timeline, shown.at(step));
        QVERIFY(std::abs(scrubbed.last().at(0).toLongLong() - step) <= 2);
    }
    QTest::mouseMove(&shown.timeline, QPoint(-50, 20));
    QCOMPARE(scrubbed.last().at(0).toLongLong(), 0);
    QTest::mouseRelease(&shown.timeline, Qt::LeftButton, {}, shown.at(300));
    const auto count = scrubbed.count();
    QTest::mouseMove(&shown.timeline, shown.at(1000));
    QTest::mouseClick(&shown.timeline, Qt::RightButton, {}, shown.at(1000));
    QCOMPARE(scrubbed.count(), count);
}

void TestTimeline::theEndIsNow()
{
    Shown shown(500);
    QSignalSpy live(&shown.timeline, &Timeline::liveWanted);
    QTest::mousePress(&shown.timeline, Qt::LeftButton, {}, shown.at(1000));
    QCOMPARE(live.count(), 0);
    QTest::mouseMove(&shown.timeline, shown.at(kSteps) + QPoint(3, 0));
    QCOMPARE(live.count(), 1);
    QTest::mouseRelease(&shown.timeline, Qt::LeftButton, {}, shown.at(kSteps));
    QTest::mouseDClick(&shown.timeline, Qt::LeftButton, {}, shown.at(700));
    QCOMPARE(live.count(), 2);
    QVERIFY(shown.timeline.liveButton().isEnabled());
    QTest::mouseClick(&shown.timeline.liveButton(), Qt::LeftButton);
    QCOMPARE(live.count(), 3);
    shown.look({});
    QVERIFY(!shown.timeline.liveButton().isEnabled());
}

void TestTimeline::keys_data()
{
    QTest::addColumn<int>("key");
    QTest::addColumn<int>("neighbour");
    QTest::addColumn<int>("scrubs");
    QTest::addColumn<int>("lives");
    QTest::newRow("Left") << int(Qt::Key_Left) << -1 << 0 << 0;
    QTest::newRow("Right") << int(Qt::Key_Right) << 1 << 0 << 0;
    QTest::newRow("PageDown") << int(Qt::Key_PageDown) << -10 << 0 << 0;
    QTest::newRow("PageUp") << int(Qt::Key_PageUp) << 10 << 0 << 0;
    QTest::newRow("Home") << int(Qt::Key_Home) << 0 << 1 << 0;
    QTest::newRow("End") << int(Qt::Key_End) << 0 << 0 << 1;
}

void TestTimeline::keys()
{
    QFETCH(int, key);
    QFETCH(int, neighbour);
    QFETCH(int, scrubs);
    QFETCH(int, lives);
    Shown shown(500);
    QSignalSpy neighbours(&shown.timeline, &Timeline::neighbourWanted);
    QSignalSpy scrubbed(&shown.timeline, &Timeline::scrubbed);
    QSignalSpy live(&shown.timeline, &Timeline::liveWanted);
    QTest::keyClick(&shown.timeline, static_cast<Qt::Key>(key));
    QCOMPARE(neighbours.count(), neighbour == 0 ? 0 : 1);
    if (neighbour != 0)
        QCOMPARE(neighbours.last().at(0).toInt(), neighbour);
    QCOMPARE(scrubbed.count(), scrubs);
    QCOMPARE(live.count(), lives);
}

void TestTimeline::windowKeepsItsKeys()
{
    Shown shown;
    QSignalSpy neighbours(&shown.timeline, &Timeline::neighbourWanted);
    const auto accepted = [&](int key) {
        QKeyEvent event(QEvent::KeyPress, key, Qt::NoModifier);
        QApplication::sendEvent(&shown.timeline, &event);
        return event.isAccepted();
    };
    QVERIFY(!accepted(Qt::Key_Right)); // a step, as there is nothing later to look at
    QVERIFY(!accepted(Qt::Key_Space));
    QVERIFY(accepted(Qt::Key_Left));
    QCOMPARE(neighbours.count(), 1);
}

void TestTimeline::hints()
{
    Shown shown;
    const auto hint = [&](std::int64_t step) { return shown.timeline.hintAt(shown.timeline.xOf(step)); };
    QVERIFY2(hint(500).contains(QStringLiteral("500")) && hint(500).contains(QStringLiteral("Learning rate 0.01")),
             qPrintable(hint(500)));
    QCOMPARE(hint(1500).count(QLatin1Char('\n')), 1);
    QVERIFY(hint(1500).contains(QStringLiteral("ReLU")));
    QVERIFY(hint(1000).contains(QStringLiteral("loss 0.")));
    QVERIFY(shown.timeline.hintAt(1).isEmpty());
    // A slider that was dragged tells where it ended.
    std::vector<core::Change> dragged;
    for (int i = 0; i <= 100; ++i)
        dragged.push_back({1000 + i / 20, {{"optimizer.learning_rate", 0.1 + i / 1000.0}}});
    shown.run.snapshot.changes = std::make_shared<const std::vector<core::Change>>(dragged);
    shown.look({});
    QVERIFY2(hint(1002).contains(QStringLiteral("Learning rate 0.2")) && !hint(1002).contains(QLatin1Char('\n')),
             qPrintable(hint(1002)));
}

void TestTimeline::screenReaders()
{
    Shown shown(340);
    QAccessibleInterface* access = QAccessible::queryAccessibleInterface(&shown.timeline);
    QVERIFY(access);
    QCOMPARE(access->role(), QAccessible::Slider);
    QCOMPARE(access->text(QAccessible::Name), QStringLiteral("Timeline"));
    QVERIFY(!access->text(QAccessible::Description).isEmpty());
    QCOMPARE(access->text(QAccessible::Value), shown.timeline.valueText());
    QVERIFY(shown.timeline.valueText().startsWith(QStringLiteral("step 340 of 2")));
    QVERIFY(access->valueInterface());
    QCOMPARE(access->valueInterface()->currentValue().toInt(), 340);
    QCOMPARE(access->valueInterface()->maximumValue().toInt(), kSteps);
    QSignalSpy scrubbed(&shown.timeline, &Timeline::scrubbed);
    access->valueInterface()->setCurrentValue(77);
    QCOMPARE(scrubbed.last().at(0).toLongLong(), 77);
}

void TestTimeline::largerLetters()
{
    Timeline timeline;
    const int usual = timeline.height();
    timeline.setTheme(Theme::of(ThemeKind::Projector));
    QVERIFY(timeline.height() >= usual * 1.2);
    timeline.setTheme(Theme::of(ThemeKind::Dark));
    QCOMPARE(timeline.height(), usual);
}

void TestTimeline::stepsDoNotMoveTheTrack()
{
    Shown shown;
    const double end = shown.timeline.xOf(kSteps);
    for (int step = kSteps + 1; step <= kSteps + 1200; step += 111) {
        core::Snapshot moment = shown.run.snapshot;
        moment.step = step;
        shown.timeline.show(FrameData{moment, shown.run.history, shown.run.config, 1, {}});
        QCOMPARE(shown.timeline.xOf(step), end);
    }
}

QTEST_MAIN(TestTimeline)
#include "TestTimeline.moc"

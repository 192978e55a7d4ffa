// SPDX-License-Identifier: GPL-3.0-or-later
// Points of one's own, drawn on the decision card with mouse and keys.
#include "core/data/DrawnPoints.h"
#include "tests/ui/HandOnCard.h"
#include "tests/ui/OpenWindow.h"
#include "ui/Document.h"
#include "ui/EditHistory.h"
#include "ui/panels/Dashboard.h"
#include "ui/panels/DecisionPanel.h"
#include "ui/panels/PointSketch.h"
#include "ui/widgets/MessageBar.h"

#include <QLabel>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <QUndoStack>

#include <algorithm>

namespace
{

/// A window in which points are drawn.
struct Drawing : opened::Open {
    Drawing()
        : card(window.dashboard().findChild<ui::DecisionPanel*>())
    {
        QTRY_VERIFY(window.session().snapshot()->data);
        window.dashboard().setMaximizedCard(5);
        opened::click(window.findChild<QToolButton*>(QStringLiteral("draw")));
        settle();
    }
    /// The run has learned from what is drawn, and the card shows it.
    void settle()
    {
        QTRY_VERIFY(window.session().snapshot()->config.data.points == config().data.points);
        const int before = frames;
        QTRY_VERIFY(frames > before + 1);
    }
    [[nodiscard]] const std::vector<core::DrawnPoint>& points() const { return config().data.points; }
    [[nodiscard]] ui::PlotView& plot() const { return card->plot(); }
    [[nodiscard]] QPoint at(double x, double y) const
    {
        const QRect area = plot().axisRect()->rect();
        return {area.left() + static_cast<int>(x * area.width()), area.top() + static_cast<int>(y * area.height())};
    }
    [[nodiscard]] QUndoStack& undo() const { return window.history().stack(); }
    [[nodiscard]] QLabel* note() const { return card->findChild<QLabel*>(QStringLiteral("note")); }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) { QTest::keyClick(card, key, modifiers); }

    ui::DecisionPanel* card;
};

} // namespace

class TestDrawing : public QObject
{
    Q_OBJECT

private slots:
    void beginsWithWhatIsSeen();
    void aClickIsAPointWhereItIsSeen();
    void aDragIsOneStep();
    void theRightButtonErases();
    void keysDraw();
    void anEmptySheetWaits();
    void oneClassWaitsForAnother();
    void savedAndOpened();
    void theEyeKeepsItsPlace();
    void aSheetGrowsForPointsOutside();
    void noMoreThanCanBeSeen();
};

void TestDrawing::beginsWithWhatIsSeen()
{
    Drawing drawing;
    QCOMPARE(drawing.config().data.source, "drawn");
    QVERIFY(drawing.points().size() > 100 && drawing.points().size() <= 200);
    QVERIFY(drawing.card->findChild<QWidget*>(QStringLiteral("eraser"))->isVisible());
    drawing.undo().undo();
    QCOMPARE(drawing.config().data.source, "moons");
    QTRY_VERIFY(!drawing.card->findChild<QWidget*>(QStringLiteral("eraser"))->isVisible());
}

void TestDrawing::aClickIsAPointWhereItIsSeen()
{
    Drawing drawing;
    const std::size_t before = drawing.points().size();
    opened::click(drawing.card->findChild<QToolButton*>(QStringLiteral("chip1")));
    const QPoint place = drawing.at(0.25, 0.2);
    const double x = drawing.plot().xAxis->pixelToCoord(place.x());
    const double y = drawing.plot().yAxis->pixelToCoord(place.y());
    QTest::mouseClick(&drawing.plot(), Qt::LeftButton, {}, place);
    QCOMPARE(drawing.points().size(), before + 1);
    const core::DrawnPoint point = drawing.points().back();
    QCOMPARE(point.label, 1);
    QVERIFY(std::abs(point.x - x) < 0.001 && std::abs(point.y - y) < 0.001);
    drawing.settle();
    QVERIFY(std::abs(drawing.plot().xAxis->coordToPixel(point.x) - place.x()) < 1);
    QVERIFY(std::abs(drawing.plot().yAxis->coordToPixel(point.y) - place.y()) < 1);
    QCOMPARE(drawing.undo().undoText(), QStringLiteral("Draw points"));
    drawing.undo().undo();
    QCOMPARE(drawing.points().size(), before);
}

void TestDrawing::aDragIsOneStep()
{
    Drawing drawing;
    const std::size_t before = drawing.points().size();
    const int steps = drawing.undo().count();
    hand::drag(drawing.plot(), drawing.at(0.1, 0.1), drawing.at(0.5, 0.1));
    QVERIFY(drawing.points().size() > before + 5);
    QCOMPARE(drawing.undo().count(), steps + 1);
    hand::drag(drawing.plot(), drawing.at(0.1, 0.9), drawing.at(0.5, 0.9));
    QCOMPARE(drawing.undo().count(), steps + 2);
    drawing.undo().undo();
    drawing.undo().undo();
    QCOMPARE(drawing.points().size(), before);
}

void TestDrawing::theRightButtonErases()
{
    Drawing drawing;
    const core::DrawnPoint first = drawing.points().front();
    const std::size_t before = drawing.points().size();
    const QPointF place = hand::placeOf(drawing.plot(), first.x, first.y);
    QTest::mouseClick(&drawing.plot(), Qt::RightButton, {}, place.toPoint());
    QVERIFY(drawing.points().size() < before);
    QVERIFY(std::find(drawing.points().begin(), drawing.points().end(), first) == drawing.points().end());
    QCOMPARE(drawing.undo().undoText(), QStringLiteral("Erase points"));
}

void TestDrawing::keysDraw()
{
    Drawing drawing;
    const std::size_t before = drawing.points().size();
    drawing.window.dashboard().startDrawing();
    drawing.press(Qt::Key_2);
    drawing.press(Qt::Key_Right, Qt::ShiftModifier);
    drawing.press(Qt::Key_Up);
    drawing.press(Qt::Key_Space);
    QCOMPARE(drawing.points().size(), before + 1);
    const core::DrawnPoint point = drawing.points().back();
    QCOMPARE(point.label, 2);
    const QCPRange x = drawing.plot().xAxis->range();
    QVERIFY(point.x > x.center() && point.x < x.center() + 0.2 * x.size());
    drawing.settle();
    QTRY_VERIFY2(drawing.card->accessibleDescription().contains(QStringLiteral("Class 2 is chosen")),
                 qPrintable(drawing.card->accessibleDescription()));
    drawing.press(Qt::Key_Delete);
    QCOMPARE(drawing.points().size(), before);
}

void TestDrawing::anEmptySheetWaits()
{
    Drawing drawing;
    const std::vector<core::DrawnPoint> before = drawing.points();
    opened::click(drawing.card->findChild<QToolButton*>(QStringLiteral("clear")));
    QVERIFY(drawing.config().data.draft && drawing.config().data.draft->empty());
    QVERIFY(drawing.points() == before); // the run goes on with them
    QVERIFY(!drawing.window.messageBar().isVisible());
    QTRY_VERIFY(drawing.note()->isVisible() && drawing.note()->text().contains(QStringLiteral("two classes")));
    drawing.undo().undo();
    QVERIFY(!drawing.config().data.draft);
    QTRY_COMPARE(drawing.note()->text(), QString());
    QTRY_VERIFY(!drawing.note()->isVisible());
}

void TestDrawing::oneClassWaitsForAnother()
{
    Drawing drawing;
    opened::click(drawing.card->findChild<QToolButton*>(QStringLiteral("clear")));
    hand::drag(drawing.plot(), drawing.at(0.1, 0.2), drawing.at(0.8, 0.2));
    QVERIFY(drawing.config().data.draft);
    QTRY_VERIFY(drawing.note()->text().contains(QStringLiteral("second class")));
    opened::click(drawing.card->findChild<QToolButton*>(QStringLiteral("chip1")));
    hand::drag(drawing.plot(), drawing.at(0.1, 0.8), drawing.at(0.8, 0.8));
    QVERIFY(!drawing.config().data.draft);
    drawing.settle();
    QCOMPARE(drawing.window.session().snapshot()->data->classes, 2);
    QVERIFY(!drawing.note()->isVisible());
}

void TestDrawing::savedAndOpened()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("mine.actiscope"));
    std::vector<core::DrawnPoint> points;
    {
        Drawing drawing;
        QTest::mouseClick(&drawing.plot(), Qt::LeftButton, {}, drawing.at(0.3, 0.3));
        points = drawing.points();
        QVERIFY(drawing.window.document().saveAs(path).ok());
    }
    opened::Open open;
    QVERIFY(open.window.document().openFile(path).ok());
    QCOMPARE(open.config().data.source, "drawn");
    QVERIFY(open.config().data.points == points);
}

void TestDrawing::theEyeKeepsItsPlace()
{
    Drawing drawing;
    const QCPRange x = drawing.plot().xAxis->range();
    const QCPRange y = drawing.plot().yAxis->range();
    QTest::mouseClick(&drawing.plot(), Qt::LeftButton, {}, drawing.at(0.02, 0.02));
    drawing.settle();
    QVERIFY(std::abs(drawing.plot().xAxis->range().lower - x.lower) < 1e-6 * x.size());
    QVERIFY(std::abs(drawing.plot().yAxis->range().upper - y.upper) < 1e-6 * y.size());
}

void TestDrawing::aSheetGrowsForPointsOutside()
{
    core::DataConfig data;
    data.points = {{0, 0, 0}, {1, 2, 1}};
    const core::Sheet needed = core::sheetOf(data);
    QVERIFY(needed.xMin < 0 && needed.xMax > 1 && needed.yMax > 2 && needed.yMax < 3);
    data.sheet = core::Sheet{};
    const core::Sheet grown = core::sheetOf(data);
    QCOMPARE(grown.xMin, core::Sheet{}.xMin);
    QVERIFY(grown.yMax > 2);
    QCOMPARE(core::sheetOf(core::DataConfig{}), core::Sheet{});
}

void TestDrawing::noMoreThanCanBeSeen()
{
    ui::PointSketch sketch;
    for (std::size_t i = 0; i < ui::PointSketch::kMost; ++i)
        QVERIFY(sketch.add({static_cast<double>(i), 0, 0}));
    QVERIFY(!sketch.add({0, 0, 0}));
}

QTEST_MAIN(TestDrawing)
#include "TestDrawing.moc"

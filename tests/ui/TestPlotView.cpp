// SPDX-License-Identifier: GPL-3.0-or-later
// Zooming in a plot whose axes follow the data.
#include "ui/widgets/PlotView.h"

#include <QTest>
#include <QWheelEvent>

using ui::PlotView;

namespace
{

/// Two axis rects, one below the other, over the same steps.
struct Linked {
    Linked()
    {
        auto* second = new QCPAxisRect(&plot);
        plot.plotLayout()->addElement(1, 0, second);
        upper = plot.axisRect(0)->axis(QCPAxis::atBottom);
        lower = second->axis(QCPAxis::atBottom);
        upper->setObjectName(QStringLiteral("upper"));
        lower->setObjectName(QStringLiteral("lower"));
        plot.linkAxes(upper, lower);
        plot.resize(400, 300);
        plot.show();
        follow({0, 100});
        plot.replot(QCustomPlot::rpImmediateRefresh);
    }
    void follow(const QCPRange& range)
    {
        plot.setFollowedRange(upper, range);
        plot.setFollowedRange(lower, range);
    }
    void turnWheel(int notches)
    {
        const QPointF place = plot.axisRect(0)->center();
        QWheelEvent event(place, plot.mapToGlobal(place), {}, {0, 120 * notches}, Qt::NoButton, Qt::NoModifier,
                          Qt::NoScrollPhase, false);
        QApplication::sendEvent(&plot, &event);
    }

    PlotView plot;
    QCPAxis* upper = nullptr;
    QCPAxis* lower = nullptr;
};

} // namespace

class TestPlotView : public QObject
{
    Q_OBJECT

private slots:
    void axesFollowUntilTheyAreHeld();
    void linkedAxesStayTogetherAtTheirBounds();
    void aLineHasNoMorePointsThanCanBeSeen();
    void aLongLegendTakesSeveralLines();
    void aLegendLeavesThePictureItsPlace();
};

void TestPlotView::axesFollowUntilTheyAreHeld()
{
    Linked linked;
    linked.follow({0, 200});
    QCOMPARE(linked.upper->range(), QCPRange(0, 200));
    linked.turnWheel(1);
    QVERIFY(linked.plot.isZoomed());
    const QCPRange held = linked.upper->range();
    QVERIFY(held.size() < 200);
    linked.follow({0, 300});
    QCOMPARE(linked.upper->range(), held);
    QCOMPARE(linked.lower->range(), held);
    linked.plot.resetZoom();
    QCOMPARE(linked.upper->range(), QCPRange(0, 300));
    QCOMPARE(linked.lower->range(), QCPRange(0, 300));
}

void TestPlotView::linkedAxesStayTogetherAtTheirBounds()
{
    Linked linked;
    for (int turn = 0; turn < 200; ++turn)
        linked.turnWheel(1);
    const QCPRange closest = linked.upper->range();
    QVERIFY(closest.size() > 0 && closest.size() < 1);
    QCOMPARE(linked.lower->range(), closest);
    // The data moves on so far that what is held is out of all bounds: a zoom is refused, once, on both axes.
    linked.follow({0, 1e12});
    linked.turnWheel(1);
    QCOMPARE(linked.upper->range(), closest);
    QCOMPARE(linked.lower->range(), closest);
    linked.plot.resetZoom();
    QCOMPARE(linked.lower->range(), QCPRange(0, 1e12));
}

void TestPlotView::aLineHasNoMorePointsThanCanBeSeen()
{
    PlotView plot;
    plot.resize(400, 300);
    QVERIFY(plot.pointsAcross() >= 200 && plot.pointsAcross() <= 400);
    plot.resize(100'000, 300);
    const std::size_t most = plot.pointsAcross();
    plot.resize(120, 90);
    QVERIFY(plot.pointsAcross() >= 50);
    // Print is finer than any screen.
    plot.setTextSize(11, true);
    QCOMPARE(plot.pointsAcross(), most);
}

void TestPlotView::aLongLegendTakesSeveralLines()
{
    PlotView plot;
    plot.placeLegendAbove();
    plot.show();
    const auto fill = [&plot](int names) {
        plot.clearPlottables();
        for (int at = 0; at < names; ++at)
            plot.addGraph()->setName(QStringLiteral("contender %1").arg(at));
        plot.replot(QCustomPlot::rpImmediateRefresh);
        plot.replot(QCustomPlot::rpImmediateRefresh);
    };
    for (const int width : {900, 330, 240, 900})
        for (const int names : {2, 5, 7, 11, 1}) {
            plot.resize(width, 260);
            fill(names);
            int shown = 0;
            for (int at = 0; at < plot.legend->itemCount(); ++at)
                if (const QCPAbstractLegendItem* item = plot.legend->item(at)) {
                    ++shown;
                    QVERIFY2(item->outerRect().right() <= width, qPrintable(QString::number(names)));
                }
            QCOMPARE(shown, names);
        }
    plot.resize(900, 260);
    fill(2);
    QCOMPARE(plot.legend->rowCount(), 1);
    plot.resize(330, 260);
    fill(7);
    QVERIFY(plot.legend->rowCount() > 1);
}

/// Nine long names in a small card; their heading comes and goes.
void TestPlotView::aLegendLeavesThePictureItsPlace()
{
    PlotView plot;
    plot.setTheme(ui::Theme::of(ui::ThemeKind::Light));
    plot.placeLegendAbove();
    plot.resize(360, 260);
    plot.show();
    for (int at = 0; at < 9; ++at)
        plot.addGraph()->setName(QStringLiteral("a contender with a long name, number %1").arg(at));
    const auto draw = [&plot](const QString& heading) {
        plot.setLegendHeading(heading);
        plot.replot(QCustomPlot::rpImmediateRefresh);
        plot.replot(QCustomPlot::rpImmediateRefresh);
        return plot.axisRect()->height();
    };
    const int plain = draw({});
    QVERIFY2(plain > 0.35 * plot.height(), qPrintable(QString::number(plain)));
    const int rows = plot.plotLayout()->rowCount();
    const int headed = draw(QStringLiteral("Dropout · Weight decay"));
    QVERIFY(headed < plain && headed > 0.3 * plot.height());
    QCOMPARE(plot.plotLayout()->rowCount(), rows + 1);
    QCOMPARE(draw(QStringLiteral("Depth · Gain")), headed);
    QCOMPARE(draw({}), plain);
    QCOMPARE(plot.plotLayout()->rowCount(), rows);
}

QTEST_MAIN(TestPlotView)
#include "TestPlotView.moc"

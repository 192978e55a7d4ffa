// SPDX-License-Identifier: GPL-3.0-or-later
// Axes obey the hand: wheel, drag and double click, and the switches that freeze and scale them.
#include "tests/ui/HandOnCard.h"
#include "tests/ui/MadeUpRun.h"
#include "ui/panels/DistributionsPanel.h"
#include "ui/panels/GradientPanel.h"
#include "ui/panels/LossPanel.h"
#include "ui/panels/PanelCatalogue.h"
#include "ui/widgets/PlotView.h"

#include <QMenu>
#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace ui;
using namespace hand;

class TestZooming : public QObject
{
    Q_OBJECT

private slots:
    void theWheelZoomsAndNewDataLeavesTheViewAlone()
    {
        auto run = madeup::moons(8, 32);
        LossPanel panel;
        show(panel, run);
        const QCPRange whole = panel.plot().xAxis->range();
        wheel(panel.plot(), placeOf(panel.plot(), 300, 0.4), 3);
        const QCPRange zoomed = panel.plot().xAxis->range();
        QVERIFY(zoomed.size() < 0.7 * whole.size());
        QVERIFY(zoomed.contains(300));
        QVERIFY(panel.plot().isZoomed());
        // The accuracy below shows the same steps.
        QCOMPARE(panel.plot().axisRect(1)->axis(QCPAxis::atBottom)->range(), zoomed);
        madeup::addHistory(run.history, 8, 2400, 4.6, 2);
        run.snapshot.generation = 2;
        run.snapshot.step = 2400;
        panel.show(run.frame());
        QCOMPARE(panel.plot().xAxis->range(), zoomed);
        QTest::mouseDClick(&panel.plot(), Qt::LeftButton, {}, placeOf(panel.plot(), 300, 0.4).toPoint());
        QVERIFY(!panel.plot().isZoomed());
        QCOMPARE(panel.plot().xAxis->range(), QCPRange(0, 2400));
    }

    void zoomingOutEndsWhereEverythingIsSeen()
    {
        DistributionsPanel panel;
        show(panel, madeup::moons(8, 32));
        const QCPRange whole = panel.plot().xAxis->range();
        const QPointF place = placeOf(panel.plot(), 0, 4);
        wheel(panel.plot(), place, 2);
        wheel(panel.plot(), place, -1);
        QVERIFY(panel.plot().isZoomed());
        wheel(panel.plot(), place, -9);
        QVERIFY(!panel.plot().isZoomed());
        QCOMPARE(panel.plot().xAxis->range(), whole);
        for (int turn = 0; turn < 200; ++turn)
            wheel(panel.plot(), place, 1);
        QVERIFY(panel.plot().xAxis->range().size() > 1e-6 * whole.size());
    }

    void aDragMovesAndAClickPicks()
    {
        const auto run = madeup::moons(8, 32);
        DistributionsPanel panel;
        show(panel, run);
        QSignalSpy picked(&panel, &Panel::layerPicked);
        const QCPRange whole = panel.plot().xAxis->range();
        const QPoint place = placeOf(panel.plot(), 0, 4).toPoint();
        drag(panel.plot(), place, place + QPoint(60, 0));
        QCOMPARE(picked.count(), 0);
        QVERIFY(panel.plot().xAxis->range().lower < whole.lower);
        QVERIFY(qAbs(panel.plot().xAxis->range().size() - whole.size()) < 1e-9);
        panel.plot().resetZoom();
        QTest::mouseClick(&panel.plot(), Qt::LeftButton, {}, place);
        QCOMPARE(picked.count(), 1);
        QVERIFY(!panel.plot().isZoomed());
    }

    void frozenAxesStayWhileTheDataMoves()
    {
        GradientPanel panel;
        auto run = madeup::moons(8, 32, {"sigmoid", {}}, 1);
        show(panel, run);
        const QCPRange before = panel.linePlot().yAxis->range();
        QSignalSpy told(&panel, &Panel::frozenChanged);
        panel.setFrozen(true);
        QCOMPARE(told.count(), 1);
        auto vanishing = madeup::moons(8, 32, {"sigmoid", {}}, 7);
        vanishing.snapshot.generation = 2;
        panel.show(vanishing.frame());
        QCOMPARE(panel.linePlot().yAxis->range(), before);
        QVERIFY(panel.view().ranges.contains(QStringLiteral("lines.value")));
        panel.setFrozen(false);
        QVERIFY(panel.linePlot().yAxis->range().lower < before.lower);
        QVERIFY(panel.view().ranges.isEmpty());
    }

    void aZoomedViewIsAFiguresView()
    {
        const auto run = madeup::moons(8, 32);
        for (const PanelInfo& info : panelCatalogue()) {
            const std::unique_ptr<Panel> panel(info.make());
            show(*panel, run);
            auto* plot = qobject_cast<PlotView*>(pictureOf(*panel));
            if (!plot)
                continue;
            wheel(*plot, plot->axisRect()->center(), 4);
            const std::unique_ptr<Panel> figure(info.make());
            figure->setPaper(12);
            figure->setView(panel->view());
            show(*figure, run);
            const auto* copy = qobject_cast<PlotView*>(pictureOf(*figure));
            QVERIFY2(copy->xAxis->range() == plot->xAxis->range(), info.id);
            QVERIFY2(copy->yAxis->range() == plot->yAxis->range(), info.id);
            // Not every format clips: what is outside is not drawn.
            QImage paper(600, 400, QImage::Format_RGB32);
            QCPPainter painter(&paper);
            figure->paintFigure(painter, paper.rect());
            for (int at = 0; at < copy->graphCount(); ++at)
                for (const QCPGraphData& data : *copy->graph(at)->data()) {
                    QVERIFY(copy->graph(at)->keyAxis()->range().contains(data.key));
                    QVERIFY(std::isnan(data.value) ? copy->graph(at)->lineStyle() != QCPGraph::lsNone
                                                   : copy->graph(at)->valueAxis()->range().contains(data.value));
                }
        }
    }

    void scalesCanBeSwitched()
    {
        const auto run = madeup::moons(8, 32);
        GradientPanel gradient;
        show(gradient, run);
        QCOMPARE(gradient.linePlot().yAxis->scaleType(), QCPAxis::stLogarithmic);
        wheel(gradient.linePlot(), gradient.linePlot().axisRect()->center(), 2);
        QSignalSpy changed(&gradient, &Panel::viewChanged);
        for (QAction* action : gradient.viewMenu()->actions())
            if (action->text().contains(QStringLiteral("linear")))
                action->trigger();
        QCOMPARE(changed.count(), 1);
        gradient.show(run.frame());
        QCOMPARE(gradient.linePlot().yAxis->scaleType(), QCPAxis::stLinear);
        QVERIFY(!gradient.linePlot().isZoomed()); // a linear range on a logarithmic axis would be nonsense
        QCOMPARE(gradient.linePlot().yAxis->range().lower, 0.0);
        QCOMPARE(gradient.view().switches.value(QStringLiteral("scale")), 1);
    }
};

QTEST_MAIN(TestZooming)
#include "TestZooming.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
// The panels, looked at as a person would: the picture is grabbed, and what must be in it is searched there.
#include "core/nn/Activation.h"
#include "tests/ui/MadeUpRun.h"
#include "ui/panels/ActivationPanel.h"
#include "ui/panels/Dashboard.h"
#include "ui/panels/DecisionPanel.h"
#include "ui/panels/DistributionsPanel.h"
#include "ui/panels/GradientPanel.h"
#include "ui/panels/LossPanel.h"
#include "ui/panels/PanelCatalogue.h"
#include "ui/panels/UnitsPanel.h"
#include "ui/widgets/Card.h"
#include "ui/widgets/PlotView.h"

#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

#include <memory>

using namespace ui;

namespace
{

const Theme& light()
{
    return Theme::of(ThemeKind::Light);
}

/// What the panel looks like at the size of a card in a common window.
QImage picture(Panel& panel, const madeup::Run& run, const QSize& size = {420, 330})
{
    panel.resize(size);
    panel.setTheme(light());
    static_cast<QWidget&>(panel).show();
    panel.show(run.frame());
    // The first replot settles the layout, the second one draws with it.
    for (auto* plot : panel.findChildren<PlotView*>())
        plot->replot();
    return panel.grab().toImage();
}

int distance(QRgb a, const QColor& b)
{
    return std::abs(qRed(a) - b.red()) + std::abs(qGreen(a) - b.green()) + std::abs(qBlue(a) - b.blue());
}

int ink(const QImage& image, const QColor& color, int tolerance = 24)
{
    int count = 0;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            if (distance(image.pixel(x, y), color) <= tolerance)
                ++count;
    return count;
}

bool inkNear(const QImage& image, const QPointF& place, const QColor& color)
{
    for (int dy = -2; dy <= 2; ++dy)
        for (int dx = -2; dx <= 2; ++dx) {
            const QPoint at = place.toPoint() + QPoint(dx, dy);
            if (image.rect().contains(at) && distance(image.pixel(at), color) <= 60)
                return true;
        }
    return false;
}

QPointF placeOf(const PlotView& plot, double x, double y)
{
    return plot.mapTo(plot.parentWidget(), QPointF(plot.xAxis->coordToPixel(x), plot.yAxis->coordToPixel(y)));
}

} // namespace

class TestPanels : public QObject
{
    Q_OBJECT

private slots:
    void curvesAreWhereTheFunctionIs_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::newRow("sigmoid") << QStringLiteral("sigmoid");
        QTest::newRow("tanh") << QStringLiteral("tanh");
        QTest::newRow("relu") << QStringLiteral("relu");
    }

    void curvesAreWhereTheFunctionIs()
    {
        QFETCH(QString, kind);
        const auto run = madeup::moons(8, 32, {kind.toStdString(), {}});
        ActivationPanel panel;
        const QImage image = picture(panel, run);
        // Expected from the textbook, not from the code that draws.
        const auto f = [&kind](double z) {
            return kind == QLatin1String("sigmoid") ? 1 / (1 + std::exp(-z))
                   : kind == QLatin1String("tanh")  ? std::tanh(z)
                                                    : std::max(0.0, z);
        };
        // Left of 0 a rectifier and its derivative lie on each other.
        for (const double z : {kind == QLatin1String("relu") ? 0.8 : -1.0, 0.5, 1.5, 2.5})
            QVERIFY2(inkNear(image, placeOf(panel.plot(), z, f(z)), light().series[0]), qPrintable(QString::number(z)));
    }

    void curveFollowsTheConfigAlone()
    {
        auto run = madeup::moons(8, 32, {"leaky_relu", {{"negative_slope", 0.0}}});
        ActivationPanel panel;
        picture(panel, run);
        run.config.network.activation.parameters["negative_slope"] = 0.5;
        const QImage moved = picture(panel, run);
        QVERIFY(inkNear(moved, placeOf(panel.plot(), -4, -2), light().series[0]));
        QVERIFY(inkNear(moved, placeOf(panel.plot(), -4, 0.5), light().series[1]));
        QVERIFY(!inkNear(moved, placeOf(panel.plot(), 2, -2), light().series[0]));
    }

    void densityHasTheLayersColor()
    {
        auto run = madeup::moons(8, 32);
        ActivationPanel panel;
        QVERIFY(panel.subtitle().isEmpty());
        picture(panel, run);
        QVERIFY2(panel.subtitle().contains(QStringLiteral("layer 3")), qPrintable(panel.subtitle()));
        QVERIFY2(panel.subtitle().contains(QStringLiteral("30 %")), qPrintable(panel.subtitle()));
        run.selectedLayer = 8;
        const QImage last = picture(panel, run);
        QVERIFY(ink(last, light().layerColor(8, 8)) > 20);
    }

    void everyLayerHasItsRidge_data()
    {
        QTest::addColumn<int>("depth");
        for (const int depth : {1, 8, 50, 120})
            QTest::addRow("%d layers", depth) << depth;
    }

    void everyLayerHasItsRidge()
    {
        QFETCH(int, depth);
        DistributionsPanel panel;
        const QImage image = picture(panel, madeup::moons(depth, 32));
        for (const int index : {1, (depth + 1) / 2, depth})
            QVERIFY2(ink(image, light().layerColor(index, depth), 6) > 3, qPrintable(QString::number(index)));
    }

    void aLayerWithoutSpreadIsANeedle_data()
    {
        QTest::addColumn<double>("width");
        QTest::newRow("one value") << 0.0;
        QTest::newRow("nearly one value") << 1e-5;
    }

    void aLayerWithoutSpreadIsANeedle()
    {
        QFETCH(double, width);
        auto run = madeup::moons(3, 32);
        run.selectedLayer = 1;
        core::Distribution& flat = run.snapshot.layers.back().z;
        flat.histogram.lower = -2;
        flat.histogram.upper = -2 + width;
        DistributionsPanel panel;
        const QImage image = picture(panel, run);
        QVERIFY(inkNear(image, placeOf(panel.plot(), -2, 2.7), light().layerColor(3, 3)));
    }

    void clickPicksTheLayerUnderIt()
    {
        const auto run = madeup::moons(8, 32);
        DistributionsPanel panel;
        picture(panel, run);
        QSignalSpy picked(&panel, &Panel::layerPicked);
        for (const int layer : {1, 5, 8}) {
            const QPoint place(static_cast<int>(panel.plot().xAxis->coordToPixel(0)),
                               static_cast<int>(panel.plot().yAxis->coordToPixel(layer - 0.3)));
            QTest::mouseClick(&panel.plot(), Qt::LeftButton, {}, place);
            QCOMPARE(picked.last().at(0).toInt(), layer);
        }
        QTest::keyClick(&panel, Qt::Key_Down);
        QCOMPARE(picked.last().at(0).toInt(), run.selectedLayer + 1);
    }

    void ratioIsWrittenWithItsWord_data()
    {
        QTest::addColumn<double>("decade");
        QTest::addColumn<QString>("word");
        QTest::addColumn<bool>("alarm");
        // Thresholds of the diagnosis: 1e-2 and 1e-3, 70 and 1e3.
        QTest::newRow("2.5e-5") << 4.6 << QStringLiteral("vanishing") << true;
        QTest::newRow("3e-3") << 2.5 << QStringLiteral("vanishing") << false;
        QTest::newRow("0.3") << 0.5 << QStringLiteral("healthy") << false;
        QTest::newRow("300") << -2.5 << QStringLiteral("exploding") << false;
        QTest::newRow("3e4") << -4.5 << QStringLiteral("exploding") << true;
    }

    void ratioIsWrittenWithItsWord()
    {
        QFETCH(double, decade);
        QFETCH(bool, alarm);
        GradientPanel panel;
        const QImage image = picture(panel, madeup::moons(8, 32, {"sigmoid", {}}, decade));
        QTEST(GradientBanner::word(panel.banner().finding), "word");
        QCOMPARE(ink(image, light().alarm, 8) > 30, alarm);
    }

    void gradientIsDrawnAsLinesAndAsMap()
    {
        const auto run = madeup::moons(8, 32);
        GradientPanel panel;
        const QImage lines = picture(panel, run);
        QVERIFY(panel.linePlot().isVisible());
        for (const int index : {1, 4, 8})
            QVERIFY(ink(lines, light().layerColor(index, 8), 40) > 100);
        panel.setView({{{QStringLiteral("drawing"), 1}, {QStringLiteral("quantity"), 1}}, {}});
        const QImage map = picture(panel, run);
        QVERIFY(panel.mapPlot().isVisible());
        // The map's color at layer 1 is darker than at layer 8.
        const PlotView& plot = panel.mapPlot();
        const auto colorAt = [&](int layer) {
            const QPointF place = placeOf(plot, 600, layer);
            return QColor(map.pixel(place.toPoint()));
        };
        QVERIFY(colorAt(1).lightnessF() < colorAt(8).lightnessF());
    }

    void unitsAreCountedAndNamed()
    {
        const auto run = madeup::moons(8, 32);
        UnitsPanel panel;
        const QImage image = picture(panel, run);
        int dead = 0;
        for (const auto& layer : run.snapshot.layers)
            for (const auto& unit : layer.unitStatistics)
                dead += unit.state == core::UnitState::GradientDead ? 1 : 0;
        QCOMPARE(panel.grid().count(core::UnitState::GradientDead), dead);
        QCOMPARE(panel.grid().total(), 8 * 32);
        for (const auto state : {core::UnitState::Alive, core::UnitState::Saturated, core::UnitState::Asleep,
                                 core::UnitState::GradientDead})
            QVERIFY2(ink(image, UnitGrid::stateColor(state, light())) > 15, qPrintable(UnitGrid::stateName(state)));
        const QString words = panel.readoutAt(QPoint(200, 200)).text();
        QVERIFY2(words.contains(QStringLiteral("unit")) && words.contains(QStringLiteral("2.25")), qPrintable(words));
        QVERIFY(panel.readoutAt(QPoint(1, 1)).empty());
    }

    void aStepHasNoDeadUnits()
    {
        madeup::Run run = madeup::moons(3, 16, {"step", {}});
        for (core::LayerStatistics& layer : run.snapshot.layers) {
            layer.hasDerivative = false;
            layer.gradientDeadFraction = 1;
            for (core::UnitStatistics& unit : layer.unitStatistics)
                unit.state = core::UnitState::NoDerivative;
        }
        UnitsPanel panel;
        const QImage image = picture(panel, run);
        QVERIFY(ink(image, UnitGrid::stateColor(core::UnitState::NoDerivative, light())) > 15);
        const QString name = UnitGrid::stateName(core::UnitState::NoDerivative);
        const QString told = panel.sentence();
        QVERIFY2(told.contains(name) && !told.contains(QStringLiteral("dead")), qPrintable(told));
        QCOMPARE(panel.subtitle(), name);
        QVERIFY(panel.readoutAt(QPoint(200, 200)).text().contains(name));
        QVERIFY(panel.explanation(run.frame()).contains(QStringLiteral("dead share = 0 / 48 units")));
    }

    void unitGridScales_data()
    {
        QTest::addColumn<int>("depth");
        QTest::addColumn<int>("width");
        QTest::newRow("1 x 1") << 1 << 1;
        QTest::newRow("3 x 64") << 3 << 64;
        QTest::newRow("50 x 128") << 50 << 128;
        QTest::newRow("3 x 4096") << 3 << 4096;
    }

    void unitGridScales()
    {
        QFETCH(int, depth);
        QFETCH(int, width);
        UnitsPanel panel;
        const QImage image = picture(panel, madeup::moons(depth, width));
        QCOMPARE(panel.grid().total(), depth * width);
        QVERIFY(ink(image, light().mutedText, 40) > 10); // the axes are named
        // The last unit of the last layer can be pointed at.
        bool found = false;
        for (int y = 100; y < 330 && !found; ++y)
            for (int x = 40; x < 420 && !found; ++x)
                found = panel.readoutAt(QPoint(x, y)).heading.startsWith(QStringLiteral("Layer %1,").arg(depth));
        QVERIFY(found);
    }

    void lossReadsItsNumbers()
    {
        const auto run = madeup::moons(8, 32);
        LossPanel panel;
        const QImage image = picture(panel, run);
        QVERIFY(ink(image, light().series[0]) > 100);
        QVERIFY(ink(image, light().series[1]) > 60);
        const QString text = panel.readoutAt(600).text();
        QVERIFY2(text.contains(QStringLiteral("step 600")), qPrintable(text));
        // 0.15 + 0.55 e^−1.5 = 0.2727
        QVERIFY2(text.contains(QStringLiteral("0.273")), qPrintable(text));
        panel.setView({{{QStringLiteral("scale"), 1}}, {}});
        picture(panel, run);
        QCOMPARE(panel.plot().yAxis->scaleType(), QCPAxis::stLogarithmic);
    }

    void regressionHasNoAccuracyAndSaysNoTestSet()
    {
        const auto run = madeup::regression();
        LossPanel loss;
        picture(loss, run);
        QCOMPARE(loss.plot().axisRectCount(), 1);
        QVERIFY2(loss.subtitle().contains(QStringLiteral("No test set")), qPrintable(loss.subtitle()));
        DecisionPanel decision;
        const QImage image = picture(decision, run);
        QVERIFY(inkNear(image, placeOf(decision.plot(), 1.57, 0.93), light().series[1]));
        // And accuracy comes back with the next classification.
        picture(loss, madeup::moons(2, 8));
        QCOMPARE(loss.plot().axisRectCount(), 2);
    }

    void lossSaysTheRateThatAScheduleGives()
    {
        auto run = madeup::moons(2, 8);
        LossPanel loss;
        run.snapshot.learningRate = 0.0375;
        picture(loss, run);
        QVERIFY(!loss.subtitle().contains(QStringLiteral("learning rate")));
        run.snapshot.config.optimizer.schedule = {"cosine", {}};
        picture(loss, run);
        QVERIFY2(loss.subtitle().contains(QStringLiteral("learning rate 0.0375")), qPrintable(loss.subtitle()));
    }

    void decisionMapHasBothSides()
    {
        const auto run = madeup::moons(8, 32);
        DecisionPanel panel;
        const QImage image = picture(panel, run);
        QVERIFY(inkNear(image, placeOf(panel.plot(), 0.5, 1.5), QColor::fromRgb(light().diverging(0))));
        QVERIFY(inkNear(image, placeOf(panel.plot(), 0.5, -1.1), QColor::fromRgb(light().diverging(1))));
    }

    void digitsShowMatrixAndFramedMistakes()
    {
        DecisionPanel panel;
        const auto run = madeup::digits();
        const QImage image = picture(panel, run);
        QVERIFY(panel.confusion().hasThumbnails());
        QCOMPARE(panel.confusion().right(), 47LL * 10 + 45);
        QVERIFY(ink(image, light().alarm, 10) > 100);
    }

    void divergenceIsSaid()
    {
        const auto run = madeup::diverged();
        // They speak of the network before its first step, of other runs, or of the machine.
        const QStringList others{QStringLiteral("chaos"), QStringLiteral("race"), QStringLiteral("phases"),
                                 QStringLiteral("cost")};
        for (const PanelInfo& info : panelCatalogue()) {
            if (others.contains(QLatin1String(info.id)))
                continue;
            const std::unique_ptr<Panel> panel(info.make());
            const QImage image = picture(*panel, run);
            QVERIFY2(panel->subtitle().contains(QStringLiteral("The run has diverged at step 12 in layer 3")), info.id);
            QVERIFY(panel->inAlarm());
            QVERIFY(!image.isNull());
        }
        DistributionsPanel ridges;
        QVERIFY(ink(picture(ridges, run), light().alarm, 30) > 60); // the crosses
    }

    void emptyStatesSayWhy()
    {
        const auto run = madeup::moons(0, 0);
        DistributionsPanel distributions;
        picture(distributions, run);
        QVERIFY(distributions.plot().message().contains(QStringLiteral("No hidden layer")));
        GradientPanel gradient;
        picture(gradient, run);
        QVERIFY(gradient.linePlot().message().contains(QStringLiteral("No hidden layer")));
        auto fresh = madeup::moons(4, 8, {"tanh", {}}, 1, 0);
        picture(gradient, fresh);
        QVERIFY(gradient.linePlot().message().contains(QStringLiteral("No update yet")));
        fresh.snapshot.data.reset();
        DecisionPanel decision;
        picture(decision, fresh);
        QVERIFY(!decision.plot().message().isEmpty());
    }

    void everyPanelExplainsItself()
    {
        for (const PanelInfo& info : panelCatalogue()) {
            const std::unique_ptr<Panel> panel(info.make());
            QVERIFY(panel->help().size() > 100);
            QVERIFY(!panel->title().isEmpty());
            QCOMPARE(panel->accessibleName(), panel->title());
        }
    }

    void dashboardShowsWhatIsNewAndRemembersWhatIsHidden()
    {
        auto run = madeup::moons(8, 32);
        Dashboard dashboard;
        dashboard.resize(1200, 760);
        connect(&dashboard, &Dashboard::frameNeeded, this, [&] { dashboard.show(run.frame()); });
        static_cast<QWidget&>(dashboard).show();
        for (int frame = 0; frame < 3; ++frame)
            dashboard.show(run.frame());
        for (const int card : dashboard.view().seen())
            QVERIFY2(!dashboard.panel(card).subtitle().isEmpty(), qPrintable(QString::number(card)));
        // The loss is out of sight while its numbers change, and catches up when it is seen again.
        constexpr int kActivation = 0;
        constexpr int kLoss = 4;
        const QString before = dashboard.panel(kLoss).subtitle();
        dashboard.setMaximizedCard(kActivation);
        QVERIFY(!dashboard.card(kLoss).isVisible());
        run.snapshot.step += 1;
        run.snapshot.train.loss = 0.111;
        dashboard.show(run.frame());
        QCOMPARE(dashboard.panel(kLoss).subtitle(), before);
        dashboard.setMaximizedCard(-1);
        QTRY_VERIFY(dashboard.panel(kLoss).subtitle().contains(QStringLiteral("0.111")));
    }

    void cardsExportAndMaximize()
    {
        const auto run = madeup::moons(4, 8);
        Dashboard dashboard;
        dashboard.resize(1000, 700);
        static_cast<QWidget&>(dashboard).show();
        dashboard.show(run.frame());
        QSignalSpy wanted(&dashboard, &Dashboard::exportRequested);
        emit dashboard.card(2).exportRequested(QStringLiteral("svg"));
        QCOMPARE(wanted.count(), 1);
        QCOMPARE(wanted.first().at(0).toInt(), 2);
        for (QToolButton* button : dashboard.card(5).findChildren<QToolButton*>())
            if (button->accessibleName().startsWith(QStringLiteral("Maximize")))
                QTest::mouseClick(button, Qt::LeftButton);
        QCOMPARE(dashboard.maximizedCard(), 5);
        QTest::keyClick(&dashboard, Qt::Key_Escape);
        QCOMPARE(dashboard.maximizedCard(), -1);
    }

    /// The narrowest card of a window of 1280 × 800 with its sidebar.
    void nothingIsClippedInANarrowCard()
    {
        qApp->setStyleSheet(light().styleSheet());
        Dashboard dashboard;
        dashboard.resize(1030, 690);
        static_cast<QWidget&>(dashboard).show();
        dashboard.show(madeup::moons(8, 32).frame());
        for (int card = 0; card < dashboard.cardCount(); ++card)
            for (const QToolButton* button : dashboard.card(card).findChildren<QToolButton*>())
                if (!button->text().isEmpty())
                    QVERIFY2(button->width() >= button->sizeHint().width(), qPrintable(button->text()));
        QVERIFY(dashboard.minimumSizeHint().width() <= 1030);
        qApp->setStyleSheet({});
    }

    void switchesAreReachedByKeyboard()
    {
        GradientPanel panel;
        panel.switches()->setParent(nullptr);
        const std::unique_ptr<QWidget> bar(panel.switches());
        bar->show();
        QSignalSpy moved(&panel, &Panel::viewChanged);
        const auto buttons = bar->findChildren<QToolButton*>();
        QTest::keyClick(buttons.first(), Qt::Key_Right);
        QCOMPARE(moved.count(), 1);
        QCOMPARE(panel.view().switches.value(QStringLiteral("quantity")), 1);
    }
};

QTEST_MAIN(TestPanels)
#include "TestPanels.moc"

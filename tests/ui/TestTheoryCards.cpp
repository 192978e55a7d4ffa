// SPDX-License-Identifier: GPL-3.0-or-later
// The cards that tell why: factors of the gain, the edge of chaos, the profile beside theory, and layers over time.
#include "tests/ui/MadeUpRun.h"
#include "ui/panels/ChaosPanel.h"
#include "ui/panels/Dashboard.h"
#include "ui/panels/DistributionsPanel.h"
#include "ui/panels/FactorsPanel.h"
#include "ui/panels/GradientPanel.h"
#include "ui/panels/PanelCatalogue.h"
#include "ui/widgets/Card.h"
#include "ui/widgets/PlotView.h"

#include <QTest>

#include <cmath>
#include <memory>

using namespace ui;

namespace
{

const Theme& light()
{
    return Theme::of(ThemeKind::Light);
}

QImage picture(Panel& panel, const madeup::Run& run)
{
    panel.resize(420, 330);
    panel.setTheme(light());
    static_cast<QWidget&>(panel).show();
    panel.show(run.frame());
    for (auto* plot : panel.findChildren<PlotView*>())
        plot->replot();
    return panel.grab().toImage();
}

int distance(QRgb a, const QColor& b)
{
    return std::abs(qRed(a) - b.red()) + std::abs(qGreen(a) - b.green()) + std::abs(qBlue(a) - b.blue());
}

bool inkNear(const QImage& image, const PlotView& plot, double x, double y, const QColor& color, int reach = 2)
{
    const QPoint place =
        plot.mapTo(plot.window(), QPointF(plot.xAxis->coordToPixel(x), plot.yAxis->coordToPixel(y))).toPoint();
    for (int dy = -reach; dy <= reach; ++dy)
        for (int dx = -reach; dx <= reach; ++dx) {
            const QPoint at = place + QPoint(dx, dy);
            if (image.rect().contains(at) && distance(image.pixel(at), color) <= 60)
                return true;
        }
    return false;
}

void choose(Panel& panel, const QString& key, int choice)
{
    PanelView view = panel.view();
    view.switches[key] = choice;
    panel.setView(view);
}

madeup::Run predicted(const char* activation, const char* initializer, double gain = 1)
{
    madeup::Run run = madeup::moons(8, 32, {activation, {}}, 2);
    run.config.initializer.weights.kind = initializer;
    run.config.initializer.gain = gain;
    run.prediction = std::make_shared<const core::Prediction>(core::predict(run.config, {true, 2, 2, 500}, 1));
    return run;
}

} // namespace

class TestTheoryCards : public QObject
{
    Q_OBJECT

private slots:
    void barsStandWhereTheFactorsAre();
    void factorsThatDoNotOccurAreNotShown();
    void factorsOverTheSteps();
    void nothingComesBack();
    void dotStandsWhereTheNetworkDoes();
    void mapTellsOrderFromChaos();
    void chaosSaysWhyThereIsNoMap_data();
    void chaosSaysWhyThereIsNoMap();
    void chaosIsReadAtAPlace();
    void profileHasTheoryBesideIt();
    void updateRatiosHaveTheirGuide();
    void ridgesHaveTheoryMarks();
    void layerOverTheSteps();
    void percentilesOverTheSteps();
    void tablesHaveTheNumbers();
    void cardsChangePlaces();
    void aMaximizedCardGivesItsPlace();
    void placesAreRemembered();
    void wholePageHasWhatIsSeen();
};

void TestTheoryCards::barsStandWhereTheFactorsAre()
{
    madeup::Run run = madeup::moons(8, 32);
    madeup::addFactors(run.snapshot, 0.5);
    FactorsPanel panel;
    const QImage image = picture(panel, run);
    const PlotView& plot = panel.plot();
    for (const int layer : {1, 4, 8}) {
        QVERIFY(inkNear(image, plot, layer - 0.19, 1.4, light().series[0])); // the weights' 2, standing on 1
        QVERIFY(inkNear(image, plot, layer + 0.19, 0.5, light().series[1])); // the derivative's 1/4, hanging from it
        QVERIFY(!inkNear(image, plot, layer - 0.19, 0.7, light().series[0]));
        QVERIFY(inkNear(image, plot, layer, 0.5, light().text, 3)); // the gain
    }
    QVERIFY2(panel.subtitle().contains(QStringLiteral("gain 0.5")), qPrintable(panel.subtitle()));
    QVERIFY2(panel.sentence().contains(QStringLiteral("0.25")), qPrintable(panel.sentence()));
    QVERIFY(panel.explanation(run.frame()).contains(QStringLiteral("0.25")));
}

void TestTheoryCards::factorsThatDoNotOccurAreNotShown()
{
    madeup::Run run = madeup::moons(4, 32);
    madeup::addFactors(run.snapshot, 0.5);
    FactorsPanel panel;
    picture(panel, run);
    QCOMPARE(panel.plot().legend->itemCount(), 3); // weights, derivative, gain
    run.snapshot.layers[1].skipFactor = 1.5;
    run.snapshot.layers[1].normalizationFactor = 3;
    picture(panel, run);
    QCOMPARE(panel.plot().legend->itemCount(), 5);
}

void TestTheoryCards::factorsOverTheSteps()
{
    madeup::Run run = madeup::moons(8, 32);
    madeup::addFactors(run.snapshot, 0.9);
    madeup::addMoments(run, 10);
    FactorsPanel panel;
    choose(panel, QStringLiteral("drawing"), 1);
    const QImage image = picture(panel, run);
    QVERIFY(inkNear(image, panel.plot(), 400, 0.4, light().text));
    QVERIFY(inkNear(image, panel.plot(), 400, 1.6, light().series[0]));
    QVERIFY(inkNear(image, panel.plot(), 1000, 0.25, light().series[1]));
}

void TestTheoryCards::nothingComesBack()
{
    madeup::Run run = madeup::moons(0, 0);
    FactorsPanel panel;
    picture(panel, run);
    QVERIFY(panel.plot().message().contains(QStringLiteral("No hidden layer")));
    run = madeup::moons(3, 8, {"step", {}});
    for (core::LayerStatistics& layer : run.snapshot.layers)
        layer.backpropFactor = layer.skipFactor = layer.normalizationFactor = layer.derivativeFactor = std::nullopt;
    picture(panel, run);
    QVERIFY(panel.plot().message().contains(QStringLiteral("No gradient")));
}

void TestTheoryCards::dotStandsWhereTheNetworkDoes()
{
    ChaosPanel panel;
    const madeup::Run tanh = predicted("tanh", "xavier_normal");
    const QImage image = picture(panel, tanh);
    QVERIFY(inkNear(image, panel.plot(), 1, 0, light().text));
    const madeup::Run larger = predicted("tanh", "xavier_normal", 1.5);
    const QImage moved = picture(panel, larger);
    QVERIFY(inkNear(moved, panel.plot(), 2.25, 0, light().text));
    QVERIFY(!inkNear(moved, panel.plot(), 0.7, 0, light().text));
    QVERIFY2(panel.subtitle().contains(QStringLiteral("chaotic")), qPrintable(panel.subtitle()));
}

void TestTheoryCards::mapTellsOrderFromChaos()
{
    ChaosPanel panel;
    const madeup::Run run = predicted("relu", "he_normal");
    const QImage image = picture(panel, run);
    QVERIFY2(panel.subtitle().contains(QStringLiteral("critical")), qPrintable(panel.subtitle()));
    QVERIFY(inkNear(image, panel.plot(), 2, 0.8, light().text)); // the edge, upright for a rectifier
    const auto at = [&](double weight) {
        const QPointF place(panel.plot().xAxis->coordToPixel(weight), panel.plot().yAxis->coordToPixel(0.9));
        return QColor(image.pixel(panel.plot().mapTo(&panel, place).toPoint()));
    };
    QVERIFY(at(1).blue() > at(1).red());
    QVERIFY(at(4).red() > at(4).blue());
}

void TestTheoryCards::chaosSaysWhyThereIsNoMap_data()
{
    QTest::addColumn<QString>("change");
    QTest::addColumn<QString>("word");
    QTest::newRow("nothing yet") << QStringLiteral("none") << QStringLiteral("worked out");
    QTest::newRow("batch norm") << QStringLiteral("batch") << QStringLiteral("Batch normalization");
    QTest::newRow("dropout") << QStringLiteral("dropout") << QStringLiteral("dropout");
    QTest::newRow("residual") << QStringLiteral("residual") << QStringLiteral("skip");
    QTest::newRow("zeros") << QStringLiteral("zeros") << QStringLiteral("independent");
    QTest::newRow("layers") << QStringLiteral("layers") << QStringLiteral("differ");
}

void TestTheoryCards::chaosSaysWhyThereIsNoMap()
{
    QFETCH(QString, change);
    QFETCH(QString, word);
    madeup::Run run = madeup::moons(4, 16, {"tanh", {}});
    core::ExperimentConfig& config = run.config;
    if (change == QLatin1String("batch"))
        config.network.normalization.kind = "batch";
    else if (change == QLatin1String("dropout"))
        config.network.dropout.parameters["rate"] = 0.5;
    else if (change == QLatin1String("residual"))
        config.network.residual = "pre";
    else if (change == QLatin1String("zeros"))
        config.initializer.weights.kind = "zeros";
    else if (change == QLatin1String("layers")) {
        config.network.layers.resize(4);
        config.network.layers[2].units = 8;
    }
    if (change != QLatin1String("none"))
        run.prediction = std::make_shared<const core::Prediction>(core::predict(config, {true, 2, 2, 500}, 1));
    ChaosPanel panel;
    picture(panel, run);
    QVERIFY2(panel.plot().message().contains(word), qPrintable(panel.plot().message()));
    QVERIFY(!panel.sentence().isEmpty());
}

void TestTheoryCards::chaosIsReadAtAPlace()
{
    ChaosPanel panel;
    picture(panel, predicted("relu", "he_normal"));
    PlotView& plot = panel.plot();
    const QPoint place = QPointF(plot.xAxis->coordToPixel(4), plot.yAxis->coordToPixel(0.5)).toPoint();
    QTest::mouseMove(&plot, place);
    const QString text = panel.reading().text();
    QVERIFY2(text.contains(QStringLiteral("χ")), qPrintable(text));
    QVERIFY2(panel.reading().rows.back().value.startsWith(QStringLiteral("2")) ||
                 panel.reading().rows.back().value.startsWith(QStringLiteral("1.9")),
             qPrintable(text)); // half of the weight variance
}

void TestTheoryCards::profileHasTheoryBesideIt()
{
    madeup::Run run = predicted("sigmoid", "xavier_normal");
    madeup::addMoments(run, 3);
    GradientPanel panel;
    choose(panel, QStringLiteral("drawing"), 2);
    const QImage image = picture(panel, run);
    const PlotView& plot = panel.profilePlot();
    const auto& layers = run.snapshot.layers;
    QVERIFY(inkNear(image, plot, 2, layers[1].deltaRms / layers.back().deltaRms, light().series[0]));
    int found = 0;
    for (double place = 1; place <= 8; place += 0.05) { // dashes
        const auto below = static_cast<std::size_t>(std::min(place, 7.0)) - 1;
        const double part = place - static_cast<double>(below) - 1;
        const auto& theory = run.prediction->theory.layers;
        const double value =
            std::pow(*theory[below].deltaRmsRelative, 1 - part) * std::pow(*theory[below + 1].deltaRmsRelative, part);
        found += inkNear(image, plot, place, value, light().series[1], 1) ? 1 : 0;
    }
    QVERIFY2(found > 40, qPrintable(QString::number(found)));
    QTest::mouseMove(&panel.profilePlot(), QPointF(plot.xAxis->coordToPixel(3), 60).toPoint());
    QVERIFY2(panel.reading().text().contains(QStringLiteral("theory")), qPrintable(panel.reading().text()));
}

void TestTheoryCards::updateRatiosHaveTheirGuide()
{
    madeup::Run run = madeup::moons(4, 16);
    GradientPanel panel;
    choose(panel, QStringLiteral("quantity"), 1);
    choose(panel, QStringLiteral("weights"), 1);
    picture(panel, run);
    QVERIFY(panel.linePlot().yAxis->label().contains(QStringLiteral("update")));
    QVERIFY(panel.linePlot().yAxis->range().contains(1e-3));
    QCOMPARE(panel.table(run.frame()).columns().at(2), QStringLiteral("update_ratio_layer_1"));
}

void TestTheoryCards::ridgesHaveTheoryMarks()
{
    madeup::Run run = predicted("tanh", "xavier_normal");
    DistributionsPanel panel;
    const QImage with = picture(panel, run);
    const double spread = *run.prediction->theory.layers[7].zStd;
    QVERIFY(spread > 0.1 && spread < 2);
    QVERIFY(inkNear(with, panel.plot(), spread, 7.95, light().text, 3));
    run.prediction = nullptr;
    const QImage without = picture(panel, run);
    QVERIFY(with != without);
}

void TestTheoryCards::layerOverTheSteps()
{
    madeup::Run run = madeup::moons(8, 32);
    madeup::addMoments(run, 12);
    DistributionsPanel panel;
    choose(panel, QStringLiteral("drawing"), 1);
    const QImage image = picture(panel, run);
    const PlotView& plot = panel.historyPlot();
    QVERIFY(inkNear(image, plot, 300, 0, QColor::fromRgb(light().heat(1)), 3));
    QVERIFY(!inkNear(image, plot, 100, 3.5, QColor::fromRgb(light().heat(1)), 1)); // narrow at first
    QTest::mouseMove(&panel.historyPlot(), QPointF(plot.xAxis->coordToPixel(500), 60).toPoint());
    QVERIFY2(panel.reading().heading.contains(QStringLiteral("500")), qPrintable(panel.reading().heading));
}

void TestTheoryCards::percentilesOverTheSteps()
{
    madeup::Run run = madeup::moons(8, 32);
    madeup::addMoments(run, 12);
    DistributionsPanel panel;
    choose(panel, QStringLiteral("drawing"), 2);
    const QImage image = picture(panel, run);
    const PlotView& plot = panel.historyPlot();
    const double spread = 0.2 + 0.1 * 6;
    QVERIFY(inkNear(image, plot, 600, 0, light().text));
    QVERIFY(inkNear(image, plot, 600, 0.4 * spread, mixed(light().card, light().series[0], 0.5)));
    QVERIFY(inkNear(image, plot, 600, 1.2 * spread, mixed(light().card, light().series[0], 0.22)));
    QVERIFY(inkNear(image, plot, 600, 2.4 * spread, light().card, 1));
}

void TestTheoryCards::tablesHaveTheNumbers()
{
    madeup::Run run = predicted("tanh", "xavier_normal");
    madeup::addFactors(run.snapshot, 0.5);
    madeup::addMoments(run, 5);
    FactorsPanel factors;
    QCOMPARE(factors.table(run.frame()).rows().size(), std::size_t{8});
    choose(factors, QStringLiteral("drawing"), 1);
    QCOMPARE(factors.table(run.frame()).rows().size(), std::size_t{6}); // five moments, and now
    const auto& map = *run.prediction->map;
    QCOMPARE(ChaosPanel().table(run.frame()).rows().size(), map.columns * map.rows);
    GradientPanel gradient;
    choose(gradient, QStringLiteral("drawing"), 2);
    QCOMPARE(gradient.table(run.frame()).rows().size(), std::size_t{8});
}

void TestTheoryCards::cardsChangePlaces()
{
    madeup::Run run = predicted("tanh", "xavier_normal");
    Dashboard dashboard;
    dashboard.resize(1200, 760);
    static_cast<QWidget&>(dashboard).show();
    connect(&dashboard, &Dashboard::frameNeeded, this, [&] { dashboard.show(run.frame()); });
    QVERIFY(!dashboard.card(7).isVisible());
    const QRect place = dashboard.card(1).geometry();
    emit dashboard.card(1).pictureChosen(7);
    QTRY_VERIFY(dashboard.card(7).isVisible());
    QVERIFY(!dashboard.card(1).isVisible());
    QTRY_COMPARE(dashboard.card(7).geometry(), place);
    QTRY_VERIFY(!dashboard.panel(7).subtitle().isEmpty());
    // Two that are both seen swap.
    const QPoint left = dashboard.card(0).mapTo(&dashboard, QPoint());
    const QPoint right = dashboard.card(5).mapTo(&dashboard, QPoint());
    dashboard.exchangeCards(0, 5);
    QTRY_COMPARE(dashboard.card(5).mapTo(&dashboard, QPoint()), left);
    QCOMPARE(dashboard.card(0).mapTo(&dashboard, QPoint()), right);
    QCOMPARE(dashboard.view().seen(), (QList<int>{5, 7, 2, 3, 4, 0}));
}

void TestTheoryCards::aMaximizedCardGivesItsPlace()
{
    const madeup::Run run = madeup::moons(4, 8);
    Dashboard dashboard;
    dashboard.resize(1200, 760);
    static_cast<QWidget&>(dashboard).show();
    dashboard.show(run.frame());
    dashboard.setMaximizedCard(6); // from behind the stage
    QVERIFY(dashboard.card(6).isVisible());
    QVERIFY(!dashboard.card(0).isVisible());
    dashboard.exchangeCards(6, 2);
    QCOMPARE(dashboard.maximizedCard(), 2);
    QVERIFY(dashboard.card(2).isVisible());
    dashboard.setMaximizedCard(-1);
    QVERIFY(dashboard.card(6).isVisible()); // it has the gradient's place
    QVERIFY(!dashboard.card(2).isVisible());
}

void TestTheoryCards::placesAreRemembered()
{
    Dashboard first;
    first.exchangeCards(3, 6);
    DashboardView view = first.view();
    Dashboard second;
    second.setView(view);
    QCOMPARE(second.view().seen(), (QList<int>{0, 1, 2, 6, 4, 5}));
    view.places = {0, 0, 1}; // damaged
    second.setView(view);
    QCOMPARE(second.view().seen(), (QList<int>{0, 1, 2, 6, 4, 5}));
}

void TestTheoryCards::wholePageHasWhatIsSeen()
{
    const DashboardView fresh;
    QCOMPARE(fresh.seen().size(), kPlaces);
    QCOMPARE(fresh.seen().first(), 0);
}

QTEST_MAIN(TestTheoryCards)
#include "TestTheoryCards.moc"

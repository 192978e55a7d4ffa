// SPDX-License-Identifier: GPL-3.0-or-later
// The small multiples of the card of distributions: the picture is grabbed, and each layer's histogram looked for in
// it.
#include "tests/ui/HandOnCard.h"
#include "tests/ui/MadeUpRun.h"
#include "ui/base/NumberText.h"
#include "ui/panels/DistributionsPanel.h"
#include "ui/widgets/PlotView.h"

#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace ui;

namespace
{

const Theme& light()
{
    return Theme::of(ThemeKind::Light);
}

QImage picture(Panel& panel, const madeup::Run& run)
{
    hand::show(panel, run);
    return panel.grab().toImage();
}

int ink(const QImage& image, const QColor& color, int tolerance)
{
    int count = 0;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x) {
            const QRgb a = image.pixel(x, y);
            const int distance = std::abs(qRed(a) - color.red()) + std::abs(qGreen(a) - color.green()) +
                                 std::abs(qBlue(a) - color.blue());
            count += distance <= tolerance ? 1 : 0;
        }
    return count;
}

/// Small multiples, with these switches besides.
PanelView multiples(QMap<QString, int> switches)
{
    switches.insert(QStringLiteral("drawing"), 3);
    return {switches, {}};
}

} // namespace

class TestSmallMultiples : public QObject
{
    Q_OBJECT

private slots:
    void everyLayerThatFitsIsShown_data()
    {
        QTest::addColumn<int>("depth");
        QTest::addColumn<int>("quantity");
        QTest::addColumn<int>("of");
        for (const int depth : {1, 8, 50, 120})
            QTest::addRow("z of %d layers", depth) << depth << 0 << 0;
        QTest::newRow("a") << 8 << 1 << 0;
        QTest::newRow("delta") << 8 << 2 << 0;
        QTest::newRow("weights") << 8 << 0 << 1;
        QTest::newRow("update") << 8 << 0 << 2;
    }

    void everyLayerThatFitsIsShown()
    {
        QFETCH(int, depth);
        QFETCH(int, quantity);
        QFETCH(int, of);
        auto run = madeup::moons(depth, 32);
        for (core::LayerStatistics& layer : run.snapshot.layers) {
            layer.weights = madeup::normal(0, 0.3);
            layer.update = madeup::normal(0, 0.01);
        }
        run.selectedLayer = std::min(depth, 86);
        DistributionsPanel panel;
        panel.setView(multiples({{QStringLiteral("quantity"), quantity}, {QStringLiteral("of"), of}}));
        const QImage image = picture(panel, run);
        const QRectF area(QPointF(0, 0), panel.size());
        const std::vector<int> shown = panel.multiples().layersShown(area, 11);
        QCOMPARE(shown.size() == static_cast<std::size_t>(depth), depth <= 50);
        QVERIFY(shown.size() >= static_cast<std::size_t>(std::min(depth, 50)));
        for (const int layer : {1, depth, run.selectedLayer})
            QVERIFY(std::find(shown.begin(), shown.end(), layer) != shown.end());
        for (const int layer : shown) {
            const QRectF cell = panel.multiples().cellOf(layer, area, 11);
            QVERIFY(area.contains(cell) && cell.width() > 40 && cell.height() > 12);
            const QImage part = image.copy(cell.toRect());
            QVERIFY2(ink(part, light().layerColor(layer, depth), 6) > 20, qPrintable(QString::number(layer)));
        }
    }

    void allShareTheirAxis_data()
    {
        QTest::addColumn<bool>("logarithmic");
        QTest::newRow("linear") << false;
        QTest::newRow("symmetric-log") << true;
    }

    void allShareTheirAxis()
    {
        QFETCH(bool, logarithmic);
        auto run = madeup::moons(4, 32);
        run.snapshot.layers[1].z = madeup::normal(0, 0.02); // a needle beside a hill
        run.snapshot.layers[2].z = madeup::normal(0, 1);
        DistributionsPanel panel;
        panel.setView(multiples({{QStringLiteral("axis"), logarithmic ? 1 : 0}}));
        const QImage image = picture(panel, run);
        const QRectF area(QPointF(0, 0), panel.size());
        const auto widthOf = [&](int layer) {
            const QRect cell = panel.multiples().cellOf(layer, area, 11).toRect();
            int columns = 0;
            for (int x = cell.left(); x <= cell.right(); ++x)
                columns += ink(image.copy(x, cell.top(), 1, cell.height()), light().layerColor(layer, 4), 6) > 0;
            return static_cast<double>(columns) / cell.width();
        };
        QVERIFY(widthOf(3) > 0.5);
        QVERIFY(logarithmic ? widthOf(2) > 0.2 : widthOf(2) < 0.1);
    }

    void theyArePickedReadAndFrozen()
    {
        auto run = madeup::moons(8, 32);
        run.selectedLayer = 5;
        DistributionsPanel panel;
        panel.setView(multiples({}));
        const QImage before = picture(panel, run);
        QWidget* canvas = hand::pictureOf(panel);
        const QRectF area(canvas->rect());
        const auto cell = [&](int layer) { return panel.multiples().cellOf(layer, area, 11); };
        QSignalSpy picked(&panel, &Panel::layerPicked);
        QTest::mouseClick(canvas, Qt::LeftButton, {}, cell(7).center().toPoint());
        QCOMPARE(picked.takeFirst().at(0).toInt(), 7);
        // The selected one is tinted, and only that.
        const auto ground = [&](int layer) {
            return QColor(before.pixel(cell(layer).topRight().toPoint() + QPoint(-2, 2)));
        };
        QVERIFY(ground(5) != ground(6));
        QCOMPARE(ground(6), ground(4));
        // What is read is the bin under the pointer.
        const core::Histogram& histogram = run.snapshot.layers[1].z.histogram;
        hand::point(*canvas, {cell(2).center().x(), cell(2).bottom() - 3});
        const double value = panel.multiples().axisPlaceAt(cell(2).center(), area, 11);
        const auto bin = static_cast<std::size_t>((value - histogram.lower) / (histogram.upper - histogram.lower) * 64);
        const QString words = panel.reading().text();
        QVERIFY2(words.startsWith(QStringLiteral("layer 2")), qPrintable(words));
        QVERIFY2(words.contains(countText(histogram.counts[bin])), qPrintable(words));
        QVERIFY(panel.grab().toImage() != before);
        hand::leave(*canvas);
        QVERIFY(panel.reading().empty());
        panel.showPointer({std::nullopt, 3}); // in another card
        QVERIFY(panel.reading().heading.startsWith(QStringLiteral("layer 3")));
        panel.showPointer({});
        // A fixed range stays when the data moves on, one that follows goes with it.
        const double edge = panel.multiples().axisPlaceAt(cell(1).topRight(), area, 11);
        for (core::LayerStatistics& layer : run.snapshot.layers)
            layer.z = madeup::normal(0, 20);
        panel.setFrozen(true);
        picture(panel, run);
        QCOMPARE(panel.multiples().axisPlaceAt(cell(1).topRight(), area, 11), edge);
        panel.setFrozen(false);
        picture(panel, run);
        QVERIFY(panel.multiples().axisPlaceAt(cell(1).topRight(), area, 11) > 5 * edge);
    }

    void whatIsNotThereIsSaid()
    {
        DistributionsPanel panel;
        panel.setView(multiples({}));
        picture(panel, madeup::moons(0, 0));
        QVERIFY(panel.plot().isVisible() && panel.plot().message().contains(QStringLiteral("No hidden layer")));
        const QImage lost = picture(panel, madeup::diverged());
        QVERIFY(!panel.plot().isVisible());
        QVERIFY(ink(lost, light().alarm, 30) > 60); // the crosses
    }
};

QTEST_MAIN(TestSmallMultiples)
#include "TestSmallMultiples.moc"

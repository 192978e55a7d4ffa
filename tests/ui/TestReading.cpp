// SPDX-License-Identifier: GPL-3.0-or-later
// Reading the cards with mouse and keys: what is pointed at is said with its numbers, and all cards show the same
// place.
#include "tests/ui/HandOnCard.h"
#include "tests/ui/MadeUpRun.h"
#include "ui/base/NumberText.h"
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

#include <memory>

using namespace ui;
using namespace hand;

class TestReading : public QObject
{
    Q_OBJECT

private slots:
    void activationReadsFunctionSlopeAndData()
    {
        ActivationPanel panel;
        show(panel, madeup::moons(8, 32));
        point(panel.plot(), placeOf(panel.plot(), 0, 0.5));
        const QString words = panel.reading().text();
        // σ(0) = 1/2, σ′(0) = 1/4; the pointer stands on whole pixels.
        QVERIFY2(words.contains(QStringLiteral("f′(z) 0.25")), qPrintable(words));
        QVERIFY2(words.contains(QStringLiteral("f(z) 0.5")) || words.contains(QStringLiteral("f(z) 0.49")),
                 qPrintable(words));
        QVERIFY(!panel.plot().crosshair().empty());
        leave(panel.plot());
        QVERIFY(panel.reading().empty());
        QVERIFY(panel.plot().crosshair().empty());
    }

    void activationCountsTheDataToTheLeft()
    {
        auto run = madeup::moons(1, 4, {"relu", {}});
        run.selectedLayer = 1;
        run.snapshot.layers[0].z = madeup::normal(0, 1);
        ActivationPanel panel;
        show(panel, run);
        const auto share = [&](double z) { return panel.readoutAt(z).rows.back().value; };
        QCOMPARE(share(0), QStringLiteral("50 %"));
        QCOMPARE(share(1), QStringLiteral("84 %")); // Φ(1) = 0.8413
        QCOMPARE(share(-9), QStringLiteral("0 %"));
        QCOMPARE(share(9), QStringLiteral("100 %"));
    }

    void gradientReadsTheNearestLine()
    {
        const auto run = madeup::moons(8, 32);
        GradientPanel panel;
        show(panel, run);
        QSignalSpy pointed(&panel, &Panel::pointed);
        const core::StepRecord& record = run.history.records().at(500);
        for (const int layer : {2, 7}) {
            const auto value = static_cast<double>(record.deltaRms[static_cast<std::size_t>(layer - 1)]);
            point(panel.linePlot(), placeOf(panel.linePlot(), static_cast<double>(record.lastStep), value));
            const auto place = pointed.last().at(0).value<Pointer>();
            QCOMPARE(place.layer, layer);
            QVERIFY(std::abs(*place.step - static_cast<double>(record.lastStep)) < 8);
            QVERIFY(panel.reading().text().contains(QStringLiteral("layer %1").arg(layer)));
        }
        panel.setView({{{QStringLiteral("drawing"), 1}}, {}});
        show(panel, run);
        point(panel.mapPlot(), placeOf(panel.mapPlot(), 600, 4));
        QCOMPARE(pointed.last().at(0).value<Pointer>().layer, 4);
        leave(panel.mapPlot());
        QVERIFY(pointed.last().at(0).value<Pointer>().empty());
    }

    void aPointerAtRestFollowsTheAxes()
    {
        auto run = madeup::moons(8, 32);
        GradientPanel panel;
        show(panel, run);
        QSignalSpy pointed(&panel, &Panel::pointed);
        point(panel.linePlot(), QPointF(panel.linePlot().axisRect()->center()));
        const double step = *pointed.last().at(0).value<Pointer>().step;
        // Training goes on, and other steps come to lie under the pointer: the other cards must hear of it.
        core::StepRecord record = run.history.records().back();
        for (int i = 0; i < 400; ++i) {
            record.firstStep = record.lastStep = record.lastStep + 4;
            run.history.add(record);
        }
        show(panel, run);
        QVERIFY(*pointed.last().at(0).value<Pointer>().step > 1.5 * step);
        show(panel, run); // the axes have the room that their new numbers need
        const qsizetype told = pointed.size();
        show(panel, run);
        QCOMPARE(pointed.size(), told);
    }

    void distributionsReadTheBin()
    {
        auto run = madeup::moons(8, 32);
        DistributionsPanel panel;
        show(panel, run);
        const core::Distribution& z = run.snapshot.layers[4].z;
        const double width = (z.histogram.upper - z.histogram.lower) / core::Histogram::kBins;
        point(panel.plot(), placeOf(panel.plot(), z.histogram.lower + 30.5 * width, 5));
        const QString words = panel.reading().text();
        QVERIFY2(words.startsWith(QStringLiteral("layer 5")), qPrintable(words));
        QVERIFY2(words.contains(countText(z.histogram.counts[30])), qPrintable(words));
        QVERIFY2(words.contains(readableNumber(z.std)), qPrintable(words));
    }

    void decisionReadsAnswerAndSample()
    {
        const auto run = madeup::moons(8, 32);
        DecisionPanel panel;
        show(panel, run);
        const core::DataPreview::Point& sample = run.snapshot.data->points.front();
        point(panel.plot(), placeOf(panel.plot(), static_cast<double>(sample.x), static_cast<double>(sample.y)));
        QVERIFY2(panel.reading().text().contains(QStringLiteral("test sample class 0")),
                 qPrintable(panel.reading().text()));
        point(panel.plot(), placeOf(panel.plot(), 0.5, -1.1));
        QVERIFY2(panel.reading().text().contains(QStringLiteral("answer class 1")), qPrintable(panel.reading().text()));
        QVERIFY(!panel.reading().text().contains(QStringLiteral("sample")));
    }

    void confusionReadsItsCells()
    {
        const auto run = madeup::digits();
        DecisionPanel panel;
        show(panel, run);
        QWidget* picture = pictureOf(panel);
        QStringList heard;
        for (int y = 0; y < picture->height(); y += 4)
            for (int x = 0; x < picture->width(); x += 4) {
                point(*picture, QPointF(x, y));
                heard << panel.reading().text();
            }
        // 47 + 3 right answers among the threes, and thumbnail 3 is taken for a six.
        const QString cell = QStringLiteral("truth 3\nanswer 3\nsamples 50");
        QVERIFY(std::any_of(heard.begin(), heard.end(), [&](const QString& words) { return words.contains(cell); }));
        QVERIFY(heard.contains(QStringLiteral("sample\ntruth 3\nanswer 6")));
    }

    void allCardsShowTheSamePlace()
    {
        const auto run = madeup::moons(8, 32);
        Dashboard dashboard;
        dashboard.resize(1200, 760);
        static_cast<QWidget&>(dashboard).show();
        for (int frame = 0; frame < 3; ++frame)
            dashboard.show(run.frame());
        auto& gradient = static_cast<GradientPanel&>(dashboard.panel(2));
        auto& loss = static_cast<LossPanel&>(dashboard.panel(4));
        gradient.linePlot().replot();
        loss.plot().replot();
        point(loss.plot(), QPointF(loss.plot().xAxis->coordToPixel(340), loss.plot().yAxis->coordToPixel(0.3)));
        QVERIFY(gradient.linePlot().crosshair().key.has_value());
        QVERIFY(std::abs(*gradient.linePlot().crosshair().key - 340) < 10);
        QVERIFY(gradient.reading().text().contains(QStringLiteral("layer 8")));
        leave(loss.plot());
        QVERIFY(gradient.linePlot().crosshair().empty());

        UnitsPanel& units = static_cast<UnitsPanel&>(dashboard.panel(3));
        auto& distributions = static_cast<DistributionsPanel&>(dashboard.panel(1));
        distributions.plot().replot();
        point(distributions.plot(), placeOf(distributions.plot(), 0, 5.8));
        QVERIFY2(units.reading().text().startsWith(QStringLiteral("layer 6")), qPrintable(units.reading().text()));
        QVERIFY(gradient.reading().text().contains(QStringLiteral("layer 6")));
        // New numbers come while the mouse rests: the card still speaks of the same place.
        auto later = madeup::moons(8, 32, {"sigmoid", {}}, 2);
        later.snapshot.generation = 2;
        for (int frame = 0; frame < 3; ++frame)
            dashboard.show(later.frame());
        QVERIFY(gradient.reading().text().contains(QStringLiteral("layer 6")));
        leave(distributions.plot());
        QVERIFY(units.reading().empty());
    }

    void readoutsStayInTheirBounds_data()
    {
        QTest::addColumn<QPointF>("place");
        for (const double x : {0.0, 0.3, 0.5, 0.97})
            for (const double y : {0.0, 0.5, 1.0})
                QTest::addRow("%g %g", x, y) << QPointF(x, y);
    }

    void readoutsStayInTheirBounds()
    {
        QFETCH(QPointF, place);
        const QRectF bounds(10, 20, 300, 160);
        const QPointF at(bounds.left() + place.x() * bounds.width(), bounds.top() + place.y() * bounds.height());
        const QRectF box = readoutBox({120, 60}, bounds, at, {at}, 11);
        QVERIFY(bounds.contains(box));
        QVERIFY(!box.contains(at));
    }

    void arrowKeysChooseLayersInEveryCardOfLayers()
    {
        const auto run = madeup::moons(8, 32);
        for (const int card : {1, 2, 3}) {
            const std::unique_ptr<Panel> panel(panelCatalogue()[static_cast<std::size_t>(card)].make());
            show(*panel, run);
            QSignalSpy picked(panel.get(), &Panel::layerPicked);
            QTest::keyClick(panel.get(), Qt::Key_Down);
            QTest::keyClick(panel.get(), Qt::Key_Up);
            QCOMPARE(picked.count(), 2);
            QCOMPARE(picked.at(0).at(0).toInt(), run.selectedLayer + 1);
            QCOMPARE(picked.at(1).at(0).toInt(), run.selectedLayer - 1);
        }
    }

    void theCardWithTheKeyboardIsSeen()
    {
        const auto run = madeup::moons(8, 32);
        Dashboard dashboard;
        dashboard.resize(1200, 760);
        static_cast<QWidget&>(dashboard).show();
        dashboard.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&dashboard));
        dashboard.show(run.frame());
        Card& card = dashboard.card(4);
        const auto edge = [&card] { return card.grab().toImage().pixelColor(card.width() / 2, 1); };
        const QColor accent = Theme::of(ThemeKind::Light).accent;
        QVERIFY(edge() != accent);
        // A click into the picture brings the keyboard there.
        QTest::mouseClick(pictureOf(dashboard.panel(4)), Qt::LeftButton);
        QVERIFY(dashboard.panel(4).hasFocus());
        QCOMPARE(edge(), accent);
    }

    void aDashboardLooksAsItDid()
    {
        const auto run = madeup::moons(8, 32);
        Dashboard first;
        first.panel(2).setView({{{QStringLiteral("scale"), 1}}, {}});
        static_cast<QWidget&>(first).show();
        for (int frame = 0; frame < 3; ++frame)
            first.show(run.frame());
        QWidget* picture = pictureOf(first.panel(4));
        wheel(*picture, QRectF(picture->rect()).center(), 3);
        Dashboard second;
        second.setView(first.view());
        static_cast<QWidget&>(second).show();
        for (int frame = 0; frame < 3; ++frame)
            second.show(run.frame());
        for (int card = 0; card < second.cardCount(); ++card) {
            QVERIFY(second.panel(card).view().switches == first.panel(card).view().switches);
            QVERIFY(second.panel(card).view().ranges == first.panel(card).view().ranges);
        }
        QVERIFY(!second.panel(4).view().ranges.isEmpty());
    }
};

QTEST_MAIN(TestReading)
#include "TestReading.moc"

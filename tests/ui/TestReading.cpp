// SPDX-License-Identifier: GPL-3.0-or-later
// Reading the cards with mouse, wheel, keys and ears: what is pointed at is said with its numbers, all cards show the
// same place, and axes obey the hand.
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
#include "ui/widgets/Canvas.h"
#include "ui/widgets/Card.h"
#include "ui/widgets/PlotView.h"

#include <QMenu>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>
#include <QTextBrowser>
#include <QToolButton>
#include <QWheelEvent>

#include <memory>

using namespace ui;

namespace
{

void show(Panel& panel, const madeup::Run& run, const QSize& size = {420, 330})
{
    panel.resize(size);
    static_cast<QWidget&>(panel).show();
    panel.show(run.frame());
    for (auto* plot : panel.findChildren<PlotView*>())
        plot->replot();
}

void point(QWidget& picture, const QPointF& place)
{
    QMouseEvent event(QEvent::MouseMove, place, picture.mapToGlobal(place), Qt::NoButton, Qt::NoButton, {});
    QCoreApplication::sendEvent(&picture, &event);
}

void leave(QWidget& picture)
{
    QEvent event(QEvent::Leave);
    QCoreApplication::sendEvent(&picture, &event);
}

void wheel(QWidget& picture, const QPointF& place, int steps)
{
    QWheelEvent event(place, picture.mapToGlobal(place), {}, QPoint(0, 120 * steps), Qt::NoButton, {},
                      Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(&picture, &event);
}

void drag(QWidget& picture, const QPoint& from, const QPoint& to)
{
    QTest::mousePress(&picture, Qt::LeftButton, {}, from);
    for (const double t : {0.25, 0.5, 0.75, 1.0}) {
        const QPointF at = QPointF(from) + t * QPointF(to - from);
        QMouseEvent event(QEvent::MouseMove, at, picture.mapToGlobal(at), Qt::NoButton, Qt::LeftButton, {});
        QCoreApplication::sendEvent(&picture, &event);
    }
    QTest::mouseRelease(&picture, Qt::LeftButton, {}, to);
}

QPointF placeOf(const PlotView& plot, double x, double y)
{
    return {plot.xAxis->coordToPixel(x), plot.yAxis->coordToPixel(y)};
}

/// The picture of a panel that can be seen now.
QWidget* pictureOf(const Panel& panel)
{
    for (auto* plot : panel.findChildren<PlotView*>())
        if (plot->isVisible())
            return plot;
    for (auto* canvas : panel.findChildren<Canvas*>())
        if (canvas->isVisible())
            return canvas;
    return nullptr;
}

} // namespace

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

    void everyCardHasItsSentence_data()
    {
        QTest::addColumn<int>("card");
        QTest::addColumn<QString>("words");
        QTest::newRow("activation") << 0 << QStringLiteral("Activation: Sigmoid; z of layer 3 has mean");
        QTest::newRow("distributions") << 1 << QStringLiteral("Distributions: z of layer 3 has mean");
        QTest::newRow("gradient") << 2
                                  << QStringLiteral("Gradient flow: layer 1 receives 0.00003 of layer 8's gradient; "
                                                    "vanishing");
        QTest::newRow("units") << 3 << QStringLiteral("Units: of 256 units, ");
        QTest::newRow("loss") << 4 << QStringLiteral("Loss: after 1200 steps the training loss is 0.301, 91 % right");
        QTest::newRow("decision") << 5 << QStringLiteral("Decision: the network answers 89 % of 150 test samples");
    }

    void everyCardHasItsSentence()
    {
        QFETCH(int, card);
        QFETCH(QString, words);
        auto run = madeup::moons(8, 32);
        Dashboard dashboard;
        dashboard.resize(1200, 760);
        static_cast<QWidget&>(dashboard).show();
        for (int frame = 0; frame < 3; ++frame)
            dashboard.show(run.frame());
        const QString said = dashboard.card(card).accessibleDescription();
        QVERIFY2(said.startsWith(words), qPrintable(said));
        QVERIFY(said.endsWith(QLatin1Char('.')));
        QVERIFY(!dashboard.card(card).accessibleName().isEmpty());
    }

    void theVoiceIsNotInterruptedBy60FramesASecond()
    {
        auto run = madeup::moons(8, 32);
        LossPanel panel;
        show(panel, run);
        QSignalSpy said(&panel, &Panel::sentenceChanged);
        for (int frame = 0; frame < 30; ++frame) {
            run.snapshot.step += 1;
            panel.show(run.frame());
        }
        QVERIFY(said.count() <= 2);
        // The last word is not lost.
        QTRY_VERIFY(panel.accessibleDescription().contains(QStringLiteral("1230")));
    }

    void theHelpFollowsTheLoss_data()
    {
        QTest::addColumn<QString>("loss");
        QTest::addColumn<QString>("formula");
        QTest::addColumn<QString>("answer");
        QTest::newRow("cross_entropy") << "cross_entropy"
                                       << "softmax"
                                       << "</sup> / Σ";
        QTest::newRow("binary_cross_entropy") << "binary_cross_entropy"
                                              << "log(1 + e^output)"
                                              << "1 / (1 + <i>e</i>";
        QTest::newRow("hinge") << "hinge"
                               << "1 − target"
                               << "(<i>o</i> + 1) / 2";
        QTest::newRow("huber") << "huber"
                               << "|e| &lt; delta"
                               << "(<i>o</i> + 1) / 2";
    }

    void theHelpFollowsTheLoss()
    {
        QFETCH(QString, loss);
        QFETCH(QString, formula);
        QFETCH(QString, answer);
        auto run = madeup::moons(8, 32);
        run.snapshot.config.loss = {loss.toStdString(), {}};
        const QString ofLoss = LossPanel().explanation(run.frame());
        QVERIFY2(ofLoss.contains(formula), qPrintable(ofLoss));
        const QString ofAnswer = DecisionPanel().explanation(run.frame());
        QVERIFY2(ofAnswer.contains(answer), qPrintable(ofAnswer));
    }

    void aTailIsToldOnItsSideOnly_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("told");
        QTest::newRow("tanh") << "tanh"
                              << "saturated, <i>z</i> &lt; −1.82 or <i>z</i> &gt; 1.82: <b>21 %";
        QTest::newRow("elu") << "elu"
                             << "saturated, <i>z</i> &lt; −2.3: <b>21 %";
        QTest::newRow("relu6") << "relu6"
                               << "saturated, <i>z</i> &gt; 6: <b>21 %";
        QTest::newRow("relu") << "relu" << QString();
    }

    void aTailIsToldOnItsSideOnly()
    {
        QFETCH(QString, kind);
        QFETCH(QString, told);
        auto run = madeup::moons(1, 8, {kind.toStdString(), {}});
        ActivationPanel panel;
        panel.show(run.frame());
        static const QRegularExpression saturated(QStringLiteral("saturated, [^:]*: <b>[^<]*"));
        QCOMPARE(saturated.match(panel.explanation(run.frame())).captured(), told);
    }

    void theHelpCarriesTheNumbers_data()
    {
        QTest::addColumn<int>("card");
        QTest::addColumn<QString>("words");
        QTest::newRow("activation") << 0 << QStringLiteral("Sigmoid|42 %|Learning representations");
        QTest::newRow("distributions") << 1 << QStringLiteral("Layer 3|Glorot");
        // 10^-6.6 / 10^-2
        QTest::newRow("gradient") << 2 << QStringLiteral("2.5·10⁻⁷ / 0.01|2.5·10⁻⁵|below 0.01 a notice|Hochreiter");
        QTest::newRow("units") << 3 << QStringLiteral("/ 256 units|Dying ReLU");
        QTest::newRow("loss") << 4 << QStringLiteral("0.301|0.693|Prechelt");
        QTest::newRow("decision") << 5 << QStringLiteral("133 / 150|Cybenko");
    }

    void theHelpCarriesTheNumbers()
    {
        QFETCH(int, card);
        QFETCH(QString, words);
        auto run = madeup::moons(8, 32);
        run.selectedLayer = card == 0 ? 1 : 3;
        Dashboard dashboard;
        dashboard.resize(1200, 760);
        static_cast<QWidget&>(dashboard).show();
        connect(&dashboard, &Dashboard::frameNeeded, this, [&] { dashboard.show(run.frame()); });
        for (int frame = 0; frame < 3; ++frame)
            dashboard.show(run.frame());
        auto* button = dashboard.card(card).findChildren<QToolButton*>().first();
        for (auto* each : dashboard.card(card).findChildren<QToolButton*>())
            if (each->accessibleName().startsWith(QStringLiteral("Help")))
                button = each;
        QTest::mouseClick(button, Qt::LeftButton);
        auto* text = dashboard.card(card).findChild<QTextBrowser*>();
        QVERIFY(text);
        const QString said = text->toPlainText();
        for (const QString& word : words.split(QLatin1Char('|')))
            QVERIFY2(said.contains(word), qPrintable(word + QStringLiteral(" in ") + said));
        QVERIFY(said.contains(QStringLiteral("What healthy looks like")));
        QVERIFY(said.contains(QStringLiteral("Published in")));
        QTest::keyClick(text, Qt::Key_Escape);
        QTRY_VERIFY(!dashboard.card(card).findChild<QTextBrowser*>());
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

    void numbersForAVoiceHaveNoRaisedDigits()
    {
        QCOMPARE(spokenNumber(2.4e-5, 1), QStringLiteral("0.00002"));
        QCOMPARE(spokenNumber(0.0009996, 2), QStringLiteral("0.001"));
        QCOMPARE(spokenNumber(-0.5, 2), QStringLiteral("−0.5"));
        QCOMPARE(spokenNumber(1234.4, 2), QStringLiteral("1234"));
        QCOMPARE(spokenNumber(0, 2), QStringLiteral("0"));
    }
};

QTEST_MAIN(TestReading)
#include "TestReading.moc"

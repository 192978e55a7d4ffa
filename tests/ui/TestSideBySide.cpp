// SPDX-License-Identifier: GPL-3.0-or-later
// Runs side by side as they are seen: their curves in the cards, their bar, and the dialog that asks for them.
#include "core/nn/Activation.h"
#include "tests/ui/MadeUpRun.h"
#include "tests/ui/OpenWindow.h"
#include "ui/base/ContenderLook.h"
#include "ui/controls/Actions.h"
#include "ui/controls/ChoiceEditor.h"
#include "ui/controls/ContenderBar.h"
#include "ui/dialogs/AxisEditor.h"
#include "ui/dialogs/CompareDialog.h"
#include "ui/panels/ActivationPanel.h"
#include "ui/panels/DistributionsPanel.h"
#include "ui/panels/GradientPanel.h"
#include "ui/panels/LossPanel.h"
#include "ui/panels/RidgePlottable.h"
#include "ui/panels/UnitsPanel.h"
#include "ui/widgets/Canvas.h"
#include "ui/widgets/PlotView.h"

#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

#include <array>
#include <cmath>
#include <memory>
#include <set>
#include <vector>

using ui::Theme;
using ui::ThemeKind;

namespace
{

/// A run, and two beside it.
struct Three {
    madeup::Run first = madeup::moons(4, 16, {"sigmoid", {}}, 3);
    madeup::Run tanh = madeup::moons(4, 16, {"tanh", {}}, 1);
    madeup::Run leaky = madeup::moons(4, 16, {"leaky_relu", {{"negative_slope", 0.3}}}, 0.5);
    std::vector<ui::Contender> contenders{{&tanh.snapshot, &tanh.history, &tanh.config, QStringLiteral("Tanh"), 0},
                                          {&leaky.snapshot, &leaky.history, &leaky.config, QStringLiteral("Leaky"), 2}};

    [[nodiscard]] ui::FrameData frame() const
    {
        ui::FrameData frame = first.frame();
        frame.contenders = contenders;
        return frame;
    }
    [[nodiscard]] ui::FrameData alone() const { return first.frame(); }
};

QStringList legendOf(const ui::PlotView& plot)
{
    QStringList names;
    if (plot.legend->visible())
        for (int item = 0; item < plot.legend->itemCount(); ++item)
            if (auto* named = qobject_cast<QCPPlottableLegendItem*>(plot.legend->item(item)))
                names << named->plottable()->name();
    return names;
}

} // namespace

class TestSideBySide : public QObject
{
    Q_OBJECT

private slots:
    void looksAreTold_data();
    void looksAreTold();
    void curvesOfActivations();
    void curvesFollowTheZoom();
    void lossAndAccuracy();
    void gradientsOverSteps();
    void gradientsFromLayerToLayer();
    void ridgesInPairs();
    void cardsAreAsBeforeWithoutThem();
    void unitsOfAll();
    void numbersAndWordsOfAll();
    void theBarTells();
    void theBarEdits();
    void theDialogAsks();
    void theWindowCompares();
};

void TestSideBySide::looksAreTold_data()
{
    QTest::addColumn<int>("kind");
    for (const ThemeKind kind : {ThemeKind::Light, ThemeKind::Dark, ThemeKind::Projector})
        QTest::newRow(qPrintable(Theme::of(kind).id())) << static_cast<int>(kind);
}

void TestSideBySide::looksAreTold()
{
    QFETCH(int, kind);
    const Theme& theme = Theme::of(static_cast<ThemeKind>(kind));
    std::set<QRgb> colors{theme.series[0].rgb(), theme.series[1].rgb()};
    std::set<QList<qreal>> dashes{QPen(Qt::SolidLine).dashPattern(), QPen(Qt::black, 1, Qt::DashLine).dashPattern(),
                                  QPen(Qt::black, 1, Qt::DashDotLine).dashPattern()};
    for (int place = 0; place < 3; ++place) {
        const QPen pen = ui::contenderPen(theme, place, 2);
        QVERIFY(colors.insert(pen.color().rgb()).second);
        QVERIFY(dashes.insert(pen.dashPattern()).second); // never by colour alone
        QCOMPARE(pen.widthF(), 2.0);
    }
}

void TestSideBySide::curvesOfActivations()
{
    const Three three;
    ui::ActivationPanel panel;
    panel.resize(460, 360);
    panel.show(three.frame());
    QCOMPARE(legendOf(panel.plot()), (QStringList{QStringLiteral("Tanh"), QStringLiteral("Leaky")}));
    for (std::size_t at = 0; at < three.contenders.size(); ++at) {
        const core::ActivationFunction function(three.contenders[at].activation(1));
        const QCPGraph* f = panel.otherFunctions().graphs().at(at);
        const QCPGraph* df = panel.otherDerivatives().graphs().at(at);
        QVERIFY(f->data()->size() > 100);
        for (auto [graph, derivative] : {std::pair(f, false), std::pair(df, true)})
            for (const QCPGraphData& point : *graph->data()) {
                std::array<core::Scalar, 1> z{static_cast<core::Scalar>(point.key)};
                std::array<core::Scalar, 1> value{};
                std::array<core::Scalar, 1> slope{};
                function.evaluate(z, value, slope);
                if (std::isfinite(point.value))
                    QVERIFY(std::abs(point.value - static_cast<double>(derivative ? slope[0] : value[0])) < 1e-5);
            }
        QCOMPARE(f->pen().dashPattern(),
                 ui::contenderPen(panel.plot().theme(), three.contenders[at].place, 1).dashPattern());
        QVERIFY(df->pen().widthF() < f->pen().widthF());
    }
    // A lower bound of −1 is seen, which a sigmoid alone would not need.
    QVERIFY(panel.plot().yAxis->range().lower < -1);
    QVERIFY(panel.otherFunctions().graphs().at(2)->data()->isEmpty());
    const Theme& dark = Theme::of(ThemeKind::Dark);
    panel.setTheme(dark);
    panel.show(three.frame());
    QCOMPARE(panel.otherFunctions().graphs().at(0)->pen().color(), ui::contenderPen(dark, 0, 1).color());
}

void TestSideBySide::curvesFollowTheZoom()
{
    Three three;
    ui::ActivationPanel panel;
    panel.resize(460, 360);
    panel.show(three.frame());
    panel.plot().xAxis->setRange(-0.5, 0.5);
    QCOMPARE(panel.otherFunctions().graphs().at(0)->data()->at(0)->key, static_cast<double>(-0.5F));
    // A slope that is dragged is followed at once, whatever the network does.
    three.leaky.config.network.activation.parameters["negative_slope"] = 0.9;
    panel.show(three.frame());
    const QCPGraph* leaky = panel.otherDerivatives().graphs().at(1);
    QVERIFY(std::abs(leaky->data()->at(10)->value - 0.9) < 1e-6);
}

void TestSideBySide::lossAndAccuracy()
{
    const Three three;
    ui::LossPanel panel;
    panel.resize(460, 360);
    panel.show(three.alone());
    const QStringList before = legendOf(panel.plot());
    panel.show(three.frame());
    QCOMPARE(legendOf(panel.plot()), before + (QStringList{QStringLiteral("Tanh"), QStringLiteral("Leaky")}));
    const core::EvaluationRecord& last = three.tanh.history.evaluations().back();
    const auto end = [](const ui::ContenderLines& lines) {
        const auto data = lines.graphs().at(0)->data();
        return data->isEmpty() ? std::pair(0.0, 0.0)
                               : std::pair(data->at(data->size() - 1)->key, data->at(data->size() - 1)->value);
    };
    const auto told = [&](float value) {
        return std::pair(static_cast<double>(last.step), static_cast<double>(value));
    };
    QCOMPARE(end(panel.others().trainLoss), told(last.trainLoss));
    QCOMPARE(end(panel.others().testLoss), told(last.testLoss));
    QCOMPARE(end(panel.others().trainAccuracy), told(last.trainAccuracy));
    QCOMPARE(end(panel.others().testAccuracy), told(last.testAccuracy));
    panel.show(three.alone());
    QCOMPARE(legendOf(panel.plot()), before);
    QVERIFY(panel.others().trainLoss.graphs().at(0)->data()->isEmpty());
}

void TestSideBySide::gradientsOverSteps()
{
    Three three;
    ui::GradientPanel panel;
    panel.resize(460, 360);
    panel.show(three.frame());
    QCOMPARE(legendOf(panel.linePlot()),
             (QStringList{QStringLiteral("Tanh, layer 3"), QStringLiteral("Leaky, layer 3")}));
    const auto data = panel.others().graphs().at(0)->data();
    QVERIFY(!data->isEmpty());
    const core::StepRecord& last = three.tanh.history.records().back();
    QCOMPARE(data->at(data->size() - 1)->key, static_cast<double>(last.lastStep));
    // Its layer 1 is another line, far below.
    const double third = data->at(data->size() - 1)->value;
    three.first.selectedLayer = 1;
    panel.show(three.frame());
    QVERIFY(panel.others().graphs().at(0)->data()->at(data->size() - 1)->value < third);
    // One that is not as deep has no such layer.
    three.tanh = madeup::moons(2, 16, {"tanh", {}}, 1);
    three.first.selectedLayer = 3;
    panel.show(three.frame());
    QCOMPARE(legendOf(panel.linePlot()), QStringList{QStringLiteral("Leaky, layer 3")});
    panel.show(three.alone());
    QCOMPARE(legendOf(panel.linePlot()), QStringList());
}

void TestSideBySide::gradientsFromLayerToLayer()
{
    const Three three;
    ui::GradientPanel panel;
    panel.resize(460, 360);
    panel.setView({{{QStringLiteral("drawing"), 2}}, {}});
    panel.show(three.frame());
    QVERIFY(legendOf(panel.profilePlot()).contains(QStringLiteral("Tanh")));
    const auto data = panel.profile().others().graphs().at(0)->data();
    QCOMPARE(data->size(), 4);
    for (int layer = 0; layer < 4; ++layer) {
        const auto& layers = three.tanh.snapshot.layers;
        QCOMPARE(data->at(layer)->key, layer + 1.0);
        QCOMPARE(data->at(layer)->value, layers[static_cast<std::size_t>(layer)].deltaRms / layers.back().deltaRms);
    }
}

void TestSideBySide::ridgesInPairs()
{
    Three three;
    three.tanh = madeup::moons(2, 16, {"tanh", {}}, 1); // and has no third layer
    three.tanh.snapshot.layers[0].z = madeup::normal(20, 1);
    ui::DistributionsPanel panel;
    panel.resize(460, 360);
    panel.show(three.frame());
    const std::vector<ui::Ridge>& ridges = panel.ridges().ridges();
    QCOMPARE(ridges.size(), std::size_t(4));
    QCOMPARE(ridges[0].others.size(), std::size_t(2));
    QCOMPARE(ridges[2].others.size(), std::size_t(1));
    QVERIFY(ridges[0].others[0].outline.front().x() > 15);
    QCOMPARE(ridges[0].others[0].pen.dashPattern(), ui::contenderPen(panel.theme(), 0, 1).dashPattern());
    QVERIFY(panel.plot().xAxis->range().upper > 20); // all of it is seen
    panel.show(three.alone());
    QVERIFY(panel.ridges().ridges()[0].others.empty());
    QVERIFY(panel.plot().xAxis->range().upper < 20);
}

void TestSideBySide::cardsAreAsBeforeWithoutThem()
{
    const Three three;
    for (const int card : {0, 1, 2, 3}) {
        std::unique_ptr<ui::Panel> panel;
        if (card == 0)
            panel = std::make_unique<ui::ActivationPanel>();
        else if (card == 1)
            panel = std::make_unique<ui::LossPanel>();
        else if (card == 2)
            panel = std::make_unique<ui::DistributionsPanel>();
        else
            panel = std::make_unique<ui::GradientPanel>();
        panel->resize(460, 360);
        const auto picture = [&](const ui::FrameData& frame) {
            panel->show(frame);
            for (int pass = 0; pass < 2; ++pass) // margins follow the labels of the pass before
                for (ui::PlotView* plot : panel->findChildren<ui::PlotView*>())
                    plot->replot();
            return panel->grab().toImage();
        };
        (void)picture(three.alone()); // the letters of a legend find their size
        const QImage alone = picture(three.alone());
        const QImage together = picture(three.frame());
        QVERIFY(alone.size() == together.size() && alone != together);
        (void)picture(three.alone());
        QVERIFY2(picture(three.alone()) == alone, qPrintable(panel->title()));
    }
}

void TestSideBySide::unitsOfAll()
{
    Three three;
    for (core::UnitStatistics& unit : three.leaky.snapshot.layers[1].unitStatistics)
        unit.state = core::UnitState::GradientDead;
    three.leaky.snapshot.layers[1].gradientDeadFraction = 1;
    ui::UnitsPanel panel;
    panel.resize(460, 360);
    panel.show(three.alone());
    QCOMPARE(panel.grids().count(), std::size_t(1));
    panel.show(three.frame());
    QCOMPARE(panel.grids().count(), std::size_t(3));
    const int dead = panel.grids().grid(2).count(core::UnitState::GradientDead);
    QVERIFY(dead >= 16 && dead > panel.grid().count(core::UnitState::GradientDead));
    // Each is pointed at in its own place, and none lies over another.
    (void)panel.grab(); // everything finds its place
    const QRectF all(panel.findChild<ui::Canvas*>()->rect());
    for (std::size_t run = 0; run < 3; ++run) {
        const QRectF area = panel.grids().areaOf(run, all, 11);
        QVERIFY(all.contains(area));
        QCOMPARE(panel.grids().runAt(area.center(), all, 11), run);
    }
    const auto headingAt = [&](std::size_t run) {
        return panel.readoutAt(panel.grids().areaOf(run, all, 11).center()).heading;
    };
    QVERIFY(headingAt(0).contains(QStringLiteral("Sigmoid")));
    QVERIFY(headingAt(2).startsWith(QStringLiteral("Leaky: ")));
    QVERIFY(panel.sentence().contains(QStringLiteral("most dead units are in layer 2")));
    QVERIFY(panel.tableOfAll(three.frame()).rows().size() == 3 * panel.tableOfAll(three.alone()).rows().size());
    three.contenders[1].snapshot = nullptr; // of a moment that is not kept
    panel.show(three.frame());
    QVERIFY(panel.grids().grid(2).empty());
    QVERIFY(!panel.grab().isNull());
}

void TestSideBySide::numbersAndWordsOfAll()
{
    Three three;
    const ui::LossPanel loss;
    const ui::NumberTable alone = loss.tableOfAll(three.alone());
    const ui::NumberTable all = loss.tableOfAll(three.frame());
    QCOMPARE(all.columns(), QStringList(QStringLiteral("run")) + alone.columns());
    QCOMPARE(all.rows().size(), 3 * alone.rows().size());
    for (const auto& [row, name] :
         {std::pair(std::size_t(0), QStringLiteral("Sigmoid")), std::pair(alone.rows().size(), QStringLiteral("Tanh")),
          std::pair(2 * alone.rows().size(), QStringLiteral("Leaky"))})
        QCOMPARE(all.text(row, 0), name);
    QCOMPARE(all.text(0, 1), alone.text(0, 0));
    // A run of another depth has columns of its own, and nothing in those of the others.
    three.tanh = madeup::moons(6, 16, {"tanh", {}}, 1);
    const ui::NumberTable gradients = ui::GradientPanel().tableOfAll(three.frame());
    const qsizetype sixth = gradients.columns().indexOf(QStringLiteral("delta_rms_layer_6"));
    QVERIFY(sixth > 0);
    QVERIFY(gradients.text(0, sixth).isEmpty());
    QVERIFY(!gradients.text(gradients.rows().size() / 2, sixth).isEmpty());
    // One of which there is no such moment is passed over.
    three.contenders[1].snapshot = nullptr;
    QCOMPARE(loss.tableOfAll(three.frame()).rows().size(), 2 * alone.rows().size());
    for (const QString& words : {loss.sentenceOfAll(three.frame()), loss.explanationOfAll(three.frame())})
        QVERIFY(words.contains(QStringLiteral("Tanh: ")) && !words.contains(QStringLiteral("Leaky: ")));
    QVERIFY(!loss.sentenceOfAll(three.alone()).contains(QStringLiteral("Beside")));
}

void TestSideBySide::theBarTells()
{
    Three three;
    three.leaky.snapshot.divergence = core::Divergence{12, 2, core::Quantity::Z};
    ui::ContenderBar bar;
    bar.showContenders(three.alone(), {});
    QVERIFY(bar.isHidden());
    bar.showContenders(three.frame(), {QString(), QString()});
    QVERIFY(!bar.isHidden());
    QVERIFY(bar.label(-1).contains(QStringLiteral("Sigmoid")));
    QCOMPARE(bar.label(0), QStringLiteral("Tanh"));
    QCOMPARE(bar.numbers(0).at(0), QStringLiteral("0.301"));
    QCOMPARE(bar.numbers(0).at(1), bar.numbers(-1).at(1));
    QVERIFY(bar.numbers(0).at(2) != bar.numbers(-1).at(2));
    QCOMPARE(bar.numbers(1).at(0), QStringLiteral("diverged"));
    three.tanh.snapshot.train.loss = 0.125;
    bar.showNumbers(three.frame());
    QCOMPARE(bar.numbers(0).at(0), QStringLiteral("0.125"));
    three.contenders[0].snapshot = nullptr;
    bar.showContenders(three.frame(), {QStringLiteral("It does not fit."), QString()});
    QVERIFY(bar.label(0).contains(QStringLiteral("It does not fit.")));
    QCOMPARE(bar.numbers(0).at(0), QStringLiteral("–"));
    three.contenders.pop_back();
    bar.showContenders(three.frame(), {QString()});
    QVERIFY(bar.addButton()->isEnabled());
    bar.showContenders(three.alone(), {});
    QVERIFY(bar.isHidden());
}

void TestSideBySide::theBarEdits()
{
    Three three;
    ui::ContenderBar bar;
    bar.showContenders(three.frame(), {QString(), QString()});
    QSignalSpy edited(&bar, &ui::ContenderBar::edited);
    QSignalSpy removed(&bar, &ui::ContenderBar::removed);
    QVERIFY(!bar.editor(0, "network.activation.negative_slope")); // tanh has none
    auto* slope = qobject_cast<ui::NumberEditor*>(bar.editor(1, "network.activation.negative_slope"));
    QVERIFY(slope);
    QCOMPARE(slope->parameterSlider()->value(), 0.3);
    emit slope->parameterSlider()->edited(0.7);
    QCOMPARE(edited.count(), 1);
    QCOMPARE(edited.at(0).at(0).toInt(), 1);
    QCOMPARE(edited.at(0).at(1).value<core::Setting>(), (core::Setting{"network.activation.negative_slope", 0.7}));
    auto* kind = qobject_cast<ui::ChoiceEditor*>(bar.editor(0, "network.activation.kind"));
    QVERIFY(kind);
    emit kind->comboBox()->activated(0);
    QCOMPARE(edited.count(), 2);
    // What else differs can be changed, too; and a control that stays is the same one.
    three.leaky.config.network.depth = 7;
    bar.showContenders(three.frame(), {QString(), QString()});
    QVERIFY(bar.editor(1, "network.depth"));
    QCOMPARE(bar.editor(1, "network.activation.negative_slope"), slope);
    opened::click(bar.removeButton(1));
    QCOMPARE(removed.count(), 1);
    QCOMPARE(removed.at(0).at(0).toInt(), 1);
}

void TestSideBySide::theDialogAsks()
{
    ui::CompareDialog dialog(core::ExperimentConfig{}, 2);
    QCOMPARE(dialog.axis().key(), "network.activation.kind");
    QVERIFY(!dialog.beginButton()->isEnabled());
    dialog.axis().setValues({QStringLiteral("tanh"), QStringLiteral("relu")});
    emit dialog.axis().edited();
    QVERIFY(dialog.beginButton()->isEnabled());
    QCOMPARE(dialog.contenders().size(), std::size_t(2));
    dialog.axis().setValues({QStringLiteral("tanh"), QStringLiteral("relu"), QStringLiteral("elu")});
    emit dialog.axis().edited();
    QVERIFY(!dialog.beginButton()->isEnabled()); // there is room for two
    QVERIFY(dialog.contenders().empty());
    dialog.axis().setKey("network.depth");
    QVERIFY(!dialog.beginButton()->isEnabled());
    dialog.axis().setValues({QStringLiteral("2")});
    emit dialog.axis().edited();
    QVERIFY(dialog.beginButton()->isEnabled());
    QCOMPARE(dialog.contenders().front().front(), (core::Setting{"network.depth", 2.0}));
    dialog.axis().setKey("data.samples"); // is the same for all, and not offered
    QCOMPARE(dialog.axis().key(), "network.depth");
}

void TestSideBySide::theWindowCompares()
{
    opened::Open open;
    QVERIFY(open.window.contenderBar().isHidden());
    open.window.history().addContender({{"network.activation.kind", std::string("leaky_relu")}});
    QVERIFY(open.window.contenderBar().isVisible());
    QTRY_VERIFY(open.window.session().frame().contenders[0].snapshot);
    // Its slope is dragged in the bar while both train, and undone in one step.
    auto* slope =
        qobject_cast<ui::NumberEditor*>(open.window.contenderBar().editor(0, "network.activation.negative_slope"));
    QVERIFY(slope);
    const auto slopeNow = [&] {
        return open.window.session().contenders().entries()[0].config.network.activation.parameters.at(
            "negative_slope");
    };
    const double before = slopeNow();
    for (const double value : {0.2, 0.3})
        emit slope->parameterSlider()->edited(value);
    emit slope->parameterSlider()->editingFinished();
    QCOMPARE(slopeNow(), 0.3);
    open.window.history().stack().undo();
    QCOMPARE(slopeNow(), before);
    opened::click(open.window.contenderBar().removeButton(0));
    QVERIFY(open.window.contenderBar().isHidden());
    open.window.history().stack().undo();
    QVERIFY(open.window.contenderBar().isVisible());
    QVERIFY(open.window.actions().action(ui::Command::CompareWith)->isEnabled());
}

QTEST_MAIN(TestSideBySide)
#include "TestSideBySide.moc"

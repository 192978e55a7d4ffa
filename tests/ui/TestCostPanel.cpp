// SPDX-License-Identifier: GPL-3.0-or-later
// The card of costs with made-up numbers: which rows are drawn and in what order, what stands against accuracy, the
// table, the readings; and the way from its button to the thread that measures.
#include "tests/ui/HandOnCard.h"
#include "tests/ui/MadeUpRun.h"
#include "ui/CostMeter.h"
#include "ui/base/CostState.h"
#include "ui/base/RaceState.h"
#include "ui/panels/CostPanel.h"
#include "ui/panels/PointLabels.h"
#include "ui/report/JudgedRace.h"
#include "ui/widgets/PlotView.h"

#include "core/nn/Activation.h"
#include "core/nn/kernels/Kernels.h"

#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

#include <algorithm>
#include <cmath>
#include <limits>

using ui::CostMark;
using ui::CostPanel;
using ui::CostRow;

namespace
{

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();
constexpr int kPatience = 120000; ///< milliseconds: sanitizers are slow

/// ReLU, tanh and GELU are the cheaper the sooner they are named; all others are dearer, in the order of the catalogue.
ui::CostState costs()
{
    ui::CostState state;
    state.kernels = "made-up";
    state.revision = 1;
    double time = 2;
    for (const core::Choice& choice : core::costedActivations({})) {
        const std::string& id = choice.kind;
        const double own = id == "relu" ? 0.25 : id == "tanh" ? 0.5 : id == "gelu" ? 1 : time += 0.0625;
        state.costs.push_back({choice, own, 2 * own, 2.5 * own});
    }
    state.step = core::StepCost{2e-5, 5e-6};
    return state;
}

core::SweepRow ended(double accuracy)
{
    core::SweepRow row;
    row.train = {0.5, 0.5, accuracy, accuracy};
    row.test = core::SetResult{0.5, 0.5, accuracy, accuracy};
    row.stepsTo = {std::nullopt};
    return row;
}

core::SweepRow diverged()
{
    core::SweepRow row;
    row.status = core::RunStatus::Diverged;
    row.train = {kNaN, kNaN, kNaN, kNaN};
    row.test = core::SetResult{kNaN, kNaN, kNaN, kNaN};
    row.stepsTo = {std::nullopt};
    return row;
}

/// ReLU ends at 80, 85 and 90 %, tanh at 95 % each time, and of GELU every run diverges.
ui::RaceState race()
{
    ui::RaceState state;
    state.table.keys = {"network.activation.kind"};
    state.table.accuracies = {0.95};
    core::Contender relu{{"relu"}, {{1, ended(0.8)}, {2, ended(0.85)}, {3, ended(0.9)}}};
    core::Contender tanh{{"tanh"}, {{1, ended(0.95)}, {2, ended(0.95)}, {3, ended(0.95)}}};
    core::Contender gelu{{"gelu"}, {{1, diverged()}, {2, diverged()}, {3, diverged()}}};
    state.table.contenders = {relu, tanh, gelu};
    state.judged = std::make_shared<const ui::JudgedRace>(state.table);
    state.runs = state.ended = 9;
    state.revision = 1;
    return state;
}

struct Shown {
    madeup::Run run = madeup::moons(4, 8, {"mish", {}});
    ui::CostState measured = costs();
    ui::RaceState raced = race();
    bool hasRace = true;
    CostPanel panel;

    explicit Shown(QSize size = {420, 330}, CostPanel::Drawing drawing = CostPanel::Bars)
    {
        panel.resize(size);
        panel.QWidget::show();
        choose(drawing);
    }
    [[nodiscard]] ui::FrameData frame() const
    {
        ui::FrameData frame = run.frame();
        frame.costs = &measured;
        frame.race = hasRace ? &raced : nullptr;
        return frame;
    }
    void choose(CostPanel::Drawing drawing)
    {
        ui::PanelView view = panel.view();
        view.switches[QStringLiteral("drawing")] = drawing;
        panel.setView(view);
        refresh();
    }
    void refresh()
    {
        panel.show(frame());
        for (ui::PlotView* plot : {&panel.barPlot(), &panel.scatterPlot()})
            plot->replot();
    }
    [[nodiscard]] QStringList names() const
    {
        QStringList names;
        for (const CostRow& row : panel.drawnRows())
            names << row.markedName();
        return names;
    }
};

std::vector<CostRow> rowsWithMarks(std::size_t count, std::size_t raced, std::size_t present)
{
    std::vector<CostRow> rows(count);
    for (std::size_t at = 0; at < count; ++at)
        rows[at].forward = static_cast<double>(at);
    rows[raced].mark = CostMark::Raced;
    rows[present].mark = CostMark::Present;
    return rows;
}

std::vector<int> places(const std::vector<CostRow>& rows)
{
    std::vector<int> places;
    for (const CostRow& row : rows)
        places.push_back(static_cast<int>(row.forward));
    return places;
}

/// All that the panel paints into a figure.
QImage figure(CostPanel& panel, QSize size)
{
    QImage image(size, QImage::Format_RGB32);
    image.fill(Qt::white);
    QCPPainter painter(&image);
    panel.paintFigure(painter, image.rect());
    return image;
}

/// Pixels about of this colour: thin slanting lines hardly have one that is exactly so.
int ink(const QImage& image, const QColor& color)
{
    constexpr int kNear = 40;
    const auto isNear = [](int a, int b) { return std::abs(a - b) <= kNear; };
    int count = 0;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x) {
            const QColor pixel = image.pixelColor(x, y);
            count += isNear(pixel.red(), color.red()) && isNear(pixel.green(), color.green()) &&
                             isNear(pixel.blue(), color.blue())
                         ? 1
                         : 0;
        }
    return count;
}

} // namespace

class TestCostPanel : public QObject
{
    Q_OBJECT

private slots:
    void barsStandInOrder();
    void markedRowsAreNeverLeftOut();
    void moreRoomShowsMoreRows();
    void shareOfTheStepIsSaid();
    void raceStandsAgainstTheCost();
    void namesKeepApart();
    void whatIsMissingIsSaid();
    void tablesHaveTheNumbers();
    void readingsAreThoseOfTheRow();
    void figuresShowBothDrawings();
    void buttonAsksAndMeterAnswers();
};

void TestCostPanel::barsStandInOrder()
{
    const Shown shown({640, 900});
    const std::vector<CostRow>& rows = shown.panel.drawnRows();
    QCOMPARE(rows.size(), shown.measured.costs.size());
    QVERIFY(std::is_sorted(rows.begin(), rows.end(),
                           [](const CostRow& a, const CostRow& b) { return a.total() < b.total(); }));
    QCOMPARE(shown.names().first(3),
             QStringList({QStringLiteral("• ReLU"), QStringLiteral("• Tanh"), QStringLiteral("• GELU")}));
    QVERIFY(shown.names().contains(QStringLiteral("▸ Mish")));
    const auto* forward = qobject_cast<QCPBars*>(shown.panel.barPlot().plottable(0));
    const auto* backward = qobject_cast<QCPBars*>(shown.panel.barPlot().plottable(1));
    QVERIFY(forward && backward);
    QCOMPARE(forward->data()->size(), static_cast<int>(rows.size()));
    QCOMPARE(forward->data()->at(1)->value, 0.5);
    QCOMPARE(backward->data()->at(1)->value, 1.0);
    QCOMPARE(backward->barBelow(), const_cast<QCPBars*>(forward));  // one after the other
    QVERIFY(forward->brush().style() != backward->brush().style()); // told apart without colour
    QCOMPARE(shown.panel.barPlot().graph(0)->data()->at(1)->value, 1.25);
    QVERIFY(shown.panel.barPlot().xAxis->range().contains(rows.back().total()));
}

void TestCostPanel::markedRowsAreNeverLeftOut()
{
    const auto rows = rowsWithMarks(20, 7, 12);
    QCOMPARE(places(ui::fittingRows(rows, 20)).size(), std::size_t{20});
    QCOMPARE(places(ui::fittingRows(rows, 1)), std::vector<int>({12}));
    QCOMPARE(places(ui::fittingRows(rows, 2)), std::vector<int>({7, 12}));
    QCOMPARE(places(ui::fittingRows(rows, 3)), std::vector<int>({0, 7, 12}));
    // The cheapest and the dearest of the others, and what is between them.
    QCOMPARE(places(ui::fittingRows(rows, 5)), std::vector<int>({0, 7, 9, 12, 19}));
    for (std::size_t most = 3; most <= 20; ++most)
        QCOMPARE(ui::fittingRows(rows, most).size(), most);
}

void TestCostPanel::moreRoomShowsMoreRows()
{
    const Shown small({420, 300});
    const Shown large({900, 900});
    QVERIFY(small.panel.drawnRows().size() >= 12);
    QVERIFY(small.panel.drawnRows().size() < large.panel.drawnRows().size());
    for (const char* name : {"• ReLU", "• Tanh", "• GELU", "▸ Mish"})
        QVERIFY2(small.names().contains(QString::fromUtf8(name)), name);
}

void TestCostPanel::shareOfTheStepIsSaid()
{
    Shown shown;
    QVERIFY2(shown.panel.subtitle().contains(QStringLiteral("25 % of a step")), qPrintable(shown.panel.subtitle()));
    QVERIFY(shown.panel.subtitle().contains(QStringLiteral("made-up")));
    QVERIFY(shown.panel.sentence().contains(QStringLiteral("takes 20 µs; 25 % of it are activations")));
    QVERIFY(shown.panel.sentence().contains(QStringLiteral("Mish takes")));
    QVERIFY(shown.panel.explanation(shown.frame()).contains(QStringLiteral("25 %")));
    shown.measured.step.reset();
    shown.refresh();
    QVERIFY(!shown.panel.subtitle().contains(QLatin1Char('%')));
    QVERIFY(!shown.panel.explanation(shown.frame()).contains(QStringLiteral("A training step of the run")));
}

void TestCostPanel::raceStandsAgainstTheCost()
{
    Shown shown({420, 330}, CostPanel::Scatter);
    const auto scatter = ui::costScatter(shown.frame());
    QVERIFY(scatter);
    QCOMPARE(scatter->points.size(), std::size_t{3});
    QCOMPARE(scatter->points[0].cost, 2.5 * 0.25);
    QCOMPARE(*scatter->points[0].median, 85.0); // as the axis counts
    QCOMPARE(*scatter->points[0].lower, 82.5);
    QCOMPARE(*scatter->points[0].upper, 87.5);
    QVERIFY(!scatter->points[2].median); // every run diverged
    const ui::PlotView& plot = shown.panel.scatterPlot();
    QCOMPARE(plot.message(), QString());
    QCOMPARE(plot.graph(0)->data()->size(), 2);
    QCOMPARE(plot.graph(0)->data()->at(0)->value, 85.0);
    QCOMPARE(plot.graph(2)->data()->size(), 1);
    QVERIFY(plot.yAxis->range().contains(plot.graph(2)->data()->at(0)->value));
    QCOMPARE(shown.panel.labels().labels().size(), std::size_t{3});
    QVERIFY(std::any_of(shown.panel.labels().labels().begin(), shown.panel.labels().labels().end(),
                        [](const auto& label) { return label.text == QStringLiteral("GELU: diverged"); }));
    // That of the experiment has another shape.
    shown.run.config.network.activation.kind = "tanh";
    shown.refresh();
    QCOMPARE(plot.graph(0)->data()->size(), 1);
    QCOMPARE(plot.graph(1)->data()->size(), 1);
    QVERIFY(plot.graph(0)->scatterStyle().shape() != plot.graph(1)->scatterStyle().shape());
    QCOMPARE(shown.panel.labels().labels().front().text, QStringLiteral("Tanh"));
}

void TestCostPanel::namesKeepApart()
{
    Shown shown({420, 330}, CostPanel::Scatter);
    for (core::ActivationCost& cost : shown.measured.costs)
        if (cost.activation.kind == "tanh")
            cost.step = 2.5 * 0.25; // exactly below ReLU's place, and close to it
    shown.raced.table.contenders[1].runs = {{1, ended(0.86)}, {2, ended(0.86)}, {3, ended(0.86)}};
    shown.raced.judged = std::make_shared<const ui::JudgedRace>(shown.raced.table);
    shown.refresh();
    const std::vector<QRectF> places = shown.panel.labels().places();
    QCOMPARE(places.size(), std::size_t{3});
    for (std::size_t a = 0; a < places.size(); ++a) {
        QVERIFY(!places[a].isEmpty());
        for (std::size_t b = a + 1; b < places.size(); ++b)
            QVERIFY(!places[a].intersects(places[b]));
    }
}

void TestCostPanel::whatIsMissingIsSaid()
{
    Shown shown;
    shown.measured.costs.clear();
    shown.refresh();
    QVERIFY(shown.panel.barPlot().message().contains(QStringLiteral("“Measure”")));
    shown.measured.running = true;
    shown.refresh();
    QVERIFY(!shown.panel.measureButton().isEnabled());
    QVERIFY(shown.panel.barPlot().message().contains(QStringLiteral("being timed")));
    shown.measured = costs();
    shown.hasRace = false;
    shown.choose(CostPanel::Scatter);
    QVERIFY(shown.panel.measureButton().isEnabled());
    QVERIFY(shown.panel.scatterPlot().message().contains(QStringLiteral("Race …")));
    shown.hasRace = true;
    shown.raced.table.keys = {"network.depth"}; // no race of activations
    shown.refresh();
    QVERIFY(shown.panel.scatterPlot().message().contains(QStringLiteral("Race …")));
    shown.raced = race();
    shown.raced.judged.reset();
    shown.refresh();
    QVERIFY(shown.panel.scatterPlot().message().contains(QStringLiteral("No run of the race")));
}

void TestCostPanel::tablesHaveTheNumbers()
{
    Shown shown;
    const ui::NumberTable bars = shown.panel.table(shown.frame());
    QCOMPARE(bars.rows().size(), shown.measured.costs.size());
    QCOMPARE(bars.columns(),
             QStringList({QStringLiteral("activation"), QStringLiteral("forward_ns"), QStringLiteral("backward_ns"),
                          QStringLiteral("training_ns"), QStringLiteral("kernels")}));
    QCOMPARE(bars.text(1, 0), QStringLiteral("tanh"));
    QCOMPARE(bars.text(1, 1), QStringLiteral("0.5"));
    QCOMPARE(bars.text(1, 3), QStringLiteral("1.25"));
    shown.choose(CostPanel::Scatter);
    const ui::NumberTable scatter = shown.panel.table(shown.frame());
    QCOMPARE(scatter.rows().size(), std::size_t{3});
    QCOMPARE(scatter.columns().front(), QStringLiteral("network.activation.kind"));
    QCOMPARE(scatter.columns()[4], QStringLiteral("test_accuracy_final_median"));
    QCOMPARE(scatter.text(0, 1), QStringLiteral("0.625"));
    QCOMPARE(scatter.text(0, 4), QStringLiteral("0.85"));
    QCOMPARE(scatter.text(2, 3), QStringLiteral("3")); // of GELU, without a number
    QCOMPARE(scatter.text(2, 4), QString());
}

void TestCostPanel::readingsAreThoseOfTheRow()
{
    Shown shown;
    ui::PlotView& bars = shown.panel.barPlot();
    hand::point(bars, hand::placeOf(bars, bars.xAxis->range().center(), 1));
    QCOMPARE(shown.panel.reading().heading, shown.panel.drawnRows()[1].name);
    QCOMPARE(shown.panel.reading().heading, QStringLiteral("Tanh"));
    QVERIFY(shown.panel.reading().text().contains(QStringLiteral("1.25 ns")));
    shown.choose(CostPanel::Scatter);
    ui::PlotView& scatter = shown.panel.scatterPlot();
    hand::point(scatter, hand::placeOf(scatter, 0.625, 85) + QPointF(3, 3));
    QCOMPARE(shown.panel.reading().heading, QStringLiteral("ReLU"));
    QVERIFY(shown.panel.reading().text().contains(QStringLiteral("85 (82.5 … 87.5)")));
}

void TestCostPanel::figuresShowBothDrawings()
{
    Shown shown;
    const ui::Theme& theme = ui::Theme::of(ui::ThemeKind::Light);
    shown.panel.setPaper(12);
    shown.refresh();
    QVERIFY(ink(figure(shown.panel, {900, 700}), theme.series[0]) > 500);
    QCOMPARE(shown.panel.drawnRows().size(), shown.measured.costs.size()); // a figure has more room than the card
    shown.choose(CostPanel::Scatter);
    const QImage scatter = figure(shown.panel, {900, 700});
    QVERIFY(ink(scatter, theme.series[0]) > 20); // two points
    QVERIFY(ink(scatter, theme.alarm) > 5);      // GELU's cross
}

void TestCostPanel::buttonAsksAndMeterAnswers()
{
    Shown shown;
    ui::CostMeter meter;
    connect(&shown.panel, &ui::Panel::costsWanted, &meter, [&] { meter.begin(shown.run.config, nullptr); });
    QSignalSpy changed(&meter, &ui::CostMeter::changed);
    QVERIFY(!meter.state());
    shown.panel.measureButton().click();
    QVERIFY(meter.state() && meter.state()->running && meter.state()->costs.empty());
    QCOMPARE(changed.count(), 1);
    shown.panel.measureButton().click(); // it is at it
    QCOMPARE(changed.count(), 1);
    QTRY_VERIFY_WITH_TIMEOUT(!meter.state()->running, kPatience);
    QCOMPARE(changed.count(), 2);
    QCOMPARE(meter.state()->costs.size(), core::costedActivations({}).size());
    QCOMPARE(meter.state()->kernels, std::string(core::kernels().name));
    QVERIFY(!meter.state()->step); // there was no data to train with
    const std::uint64_t revision = meter.state()->revision;
    shown.panel.measureButton().click();
    QVERIFY(meter.state()->running && !meter.state()->costs.empty()); // the old numbers stand until there are new ones
    QVERIFY(meter.state()->revision > revision);
    // It ends with the meter, which waits for no more than a row.
}

QTEST_MAIN(TestCostPanel)
#include "TestCostPanel.moc"

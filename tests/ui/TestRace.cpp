// SPDX-License-Identifier: GPL-3.0-or-later
// The race: many runs behind the one that is watched, what is drawn of them, and the way from a result back into the
// window.
#include "core/io/SweepCsv.h"
#include "core/train/TrainingRun.h"
#include "tests/ShippedResources.h"
#include "tests/ui/MadeUpRun.h"
#include "tests/ui/OpenWindow.h"
#include "ui/EditHistory.h"
#include "ui/RaceResults.h"
#include "ui/dialogs/AxisEditor.h"
#include "ui/dialogs/RaceDialog.h"
#include "ui/panels/Dashboard.h"
#include "ui/panels/PanelCatalogue.h"
#include "ui/panels/RacePanel.h"
#include "ui/report/JudgedRace.h"
#include "ui/widgets/MessageBar.h"
#include "ui/widgets/PlotView.h"
#include "ui/widgets/SegmentedSwitch.h"

#include <QComboBox>
#include <QFile>
#include <QInputMethodEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTableWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <cmath>

using core::ExperimentConfig;
using ui::Race;
using ui::RaceDialog;
using ui::RacePanel;
using ui::RacePlan;

namespace
{

constexpr int kPatience = 120000; ///< milliseconds: sanitizers are slow

ExperimentConfig small()
{
    ExperimentConfig config;
    config.data.samples = 120;
    config.network.depth = 4;
    config.network.width = 6;
    config.training.steps = 120;
    return config;
}

/// Sigmoid layers hardly learn, and with the third rate every run diverges.
RacePlan plan(const char* axis = "network.activation.kind=sigmoid,relu,tanh")
{
    RacePlan made;
    made.base = small();
    made.axes = {core::parseAxis(axis).value()};
    made.seeds = 3;
    made.firstSeed = 5;
    made.accuracy = 0.8;
    return made;
}

struct Raced {
    Race race{shipped::readResource};
    madeup::Run run = madeup::moons(4, 6);
    RacePanel panel;

    explicit Raced(const RacePlan& wanted = plan())
    {
        panel.resize(640, 420);
        if (!race.begin(wanted))
            qFatal("the race cannot begin");
    }
    void await()
    {
        QTRY_VERIFY_WITH_TIMEOUT(!race.state()->running, kPatience);
        QTRY_VERIFY_WITH_TIMEOUT(race.state()->judged && judgedRuns() == race.state()->ended - race.state()->failed,
                                 kPatience);
    }
    [[nodiscard]] std::size_t judgedRuns() const
    {
        std::size_t runs = 0;
        for (const core::Contender& contender : race.state()->judged->table.contenders)
            for (const auto& [seed, row] : contender.runs)
                runs += row ? 1 : 0;
        return runs;
    }
    [[nodiscard]] ui::FrameData frame() const
    {
        ui::FrameData frame = run.frame();
        frame.race = race.state();
        return frame;
    }
    void choose(RacePanel::Drawing drawing)
    {
        ui::PanelView view = panel.view();
        view.switches[QStringLiteral("drawing")] = drawing;
        panel.setView(view);
        panel.show(frame());
    }
};

} // namespace

class TestRace : public QObject
{
    Q_OBJECT

private slots:
    void rowsAreThoseOfPlainRuns();
    void courseIsDrawnWithMedianAndBand();
    void isDrawnAnewForOtherRowsOnly();
    void divergedRunsStayInTheCourse();
    void severalSettingsShareAHeading();
    void bestStandsFirst();
    void tableSortsByNumbers();
    void cancelKeepsWhatIsThere();
    void anotherRaceTakesThePlaceOfTheFirst();
    void whatCannotBeRunIsNotBegun();
    void dialogSaysWhatWillBeRun();
    void rowOpensItsExperiment();
    void figureAndTableHaveTheNumbers();
    void readyComparisonsAreRaced();
    void resultsAreWhatSweepWouldWrite();
    void reportsAreWritten();
    void whatCannotBeWrittenIsTold();
    void comparisonFilesAreRaced();
    void brokenComparisonFilesAreTold();
};

void TestRace::rowsAreThoseOfPlainRuns()
{
    Raced raced;
    raced.await();
    const ui::RaceState& state = *raced.race.state();
    QCOMPARE(state.ended, std::size_t{9});
    QCOMPARE(state.failed, std::size_t{0});
    ExperimentConfig config = small();
    config.network.activation.kind = "relu";
    config.seed = 6;
    auto run = std::move(core::TrainingRun::create(config, shipped::readResource)).value();
    while (run->status() == core::RunStatus::Training)
        run->step();
    core::Snapshot expected;
    run->observe(expected);
    const core::SweepRow& row = *state.table.contenders[1].runs.at(6);
    QCOMPARE(row.train.lossFinal, expected.train.loss);
    QCOMPARE(row.end.deltaRatio, expected.deltaRatio);
    // Sixty points, the first and the last with a look into the network.
    QCOMPARE(row.course.size(), std::size_t{61});
    QCOMPARE(row.course.front().scores.step, 0);
    QCOMPARE(row.course.back().scores.step, 120);
    QCOMPARE(row.course.back().scores.trainLoss, static_cast<float>(expected.train.loss));
    QVERIFY(row.course.front().probe && row.course.back().probe && !row.course[1].probe);
    QCOMPARE(row.course.back().probe->deltaRatio, expected.deltaRatio);
}

void TestRace::courseIsDrawnWithMedianAndBand()
{
    Raced raced;
    raced.await();
    raced.choose(RacePanel::Course);
    const ui::PlotView& plot = raced.panel.coursePlot();
    QCOMPARE(plot.message(), QString());
    QCOMPARE(plot.legend->itemCount(), 3);
    // Two of each band, then the medians.
    QCOMPARE(plot.graphCount(), 9);
    const QCPGraph* median = plot.graph(7); // of ReLU
    QCOMPARE(median->name(), QStringLiteral("ReLU"));
    std::vector<double> values;
    for (const auto& [seed, row] : raced.race.state()->table.contenders[1].runs)
        values.push_back(static_cast<double>(row->course.back().scores.testAccuracy));
    std::sort(values.begin(), values.end());
    QCOMPARE(median->data()->size(), 61);
    QCOMPARE((median->data()->constEnd() - 1)->value, values[1]);
    QCOMPARE((plot.graph(2)->data()->constEnd() - 1)->value, (values[0] + values[1]) / 2); // the lower quartile
}

void TestRace::isDrawnAnewForOtherRowsOnly()
{
    Raced raced;
    raced.await();
    QVERIFY(!raced.panel.followsRun());
    raced.choose(RacePanel::Course);
    QCoreApplication::processEvents(); // replots are queued
    int replots = 0;
    for (ui::PlotView* plot : raced.panel.findChildren<ui::PlotView*>())
        connect(plot, &QCustomPlot::afterReplot, this, [&] { ++replots; });
    ui::RaceState further = *raced.race.state();
    further.progress = 0.5;
    ui::FrameData frame = raced.frame();
    frame.race = &further;
    const auto replotsOf = [&] {
        replots = 0;
        raced.panel.show(frame);
        QCoreApplication::processEvents();
        return replots;
    };
    QCOMPARE(replotsOf(), 0);
    ++further.rows;
    QVERIFY(replotsOf() > 0);
    QCOMPARE(replotsOf(), 0);
    raced.choose(RacePanel::Results);
    raced.choose(RacePanel::Course); // what was drawn there may be of an earlier moment
    QVERIFY(replotsOf() > 0);
    raced.panel.setTheme(ui::Theme::of(ui::ThemeKind::Dark));
    QVERIFY(replotsOf() > 0);
}

void TestRace::divergedRunsStayInTheCourse()
{
    Raced raced(plan("optimizer.learning_rate=0.1,1e9"));
    raced.await();
    const auto chart = ui::courseChart(raced.race.state()->table, {QStringLiteral("a"), QStringLiteral("b")},
                                       ui::CourseQuantity::TrainingLoss);
    QCOMPARE(chart.courses[0].diverged, 0);
    QCOMPARE(chart.courses[1].diverged, 3);
    QVERIFY(chart.courses[0].points.back().median.has_value());
    QVERIFY(!chart.courses[1].points.back().median.has_value());
    QVERIFY(chart.courses[1].points.front().median.has_value()); // before the first step they had a loss
}

void TestRace::severalSettingsShareAHeading()
{
    core::SweepTable table;
    table.keys = {"network.activation.kind", "network.depth"};
    table.contenders = {{{"relu", "2"}, {}}, {{"tanh", "8"}, {}}};
    const auto chartOf = [&table] {
        return ui::courseChart(table, {QStringLiteral("a"), QStringLiteral("b")}, ui::CourseQuantity::Loss);
    };
    QCOMPARE(chartOf().courses[1].label, QStringLiteral("Tanh · 8"));
    QVERIFY2(chartOf().heading.endsWith(QStringLiteral(" · Depth")), qPrintable(chartOf().heading));
    table.keys = {"network.depth"};
    table.contenders = {{{"2"}, {}}, {{"8"}, {}}};
    QCOMPARE(chartOf().courses[1].label, QStringLiteral("Depth 8"));
    QVERIFY(chartOf().heading.isEmpty());
}

void TestRace::bestStandsFirst()
{
    Raced raced;
    raced.await();
    raced.choose(RacePanel::Results);
    const core::Comparison& comparison = raced.race.state()->judged->sweep.main()->byGroup.front();
    QVERIFY(raced.panel.resultsPlot().message().isEmpty());
    QVERIFY(raced.panel.resultsPlot().plottableCount() > 0);
    QVERIFY(raced.panel.subtitle().contains(QStringLiteral("9 of 9 runs")));
    QCOMPARE(comparison.ranking.back(), std::size_t{0}); // sigmoid
    QVERIFY(raced.panel.sentence().contains(QStringLiteral("Sigmoid")));
}

void TestRace::tableSortsByNumbers()
{
    Raced raced;
    raced.await();
    raced.choose(RacePanel::Table);
    QTableWidget& table = raced.panel.numbers();
    QCOMPARE(table.rowCount(), 3);
    QCOMPARE(table.item(2, 0)->text(), QStringLiteral("Sigmoid")); // the best first, so it is the last
    int loss = 0;
    while (loss < table.columnCount() && table.horizontalHeaderItem(loss)->text() != QStringLiteral("Final test loss"))
        ++loss;
    table.sortByColumn(loss, Qt::DescendingOrder);
    QCOMPARE(table.item(0, 0)->text(), QStringLiteral("Sigmoid"));
    table.sortByColumn(loss, Qt::AscendingOrder);
    QCOMPARE(table.item(2, 0)->text(), QStringLiteral("Sigmoid"));
}

void TestRace::cancelKeepsWhatIsThere()
{
    RacePlan wanted = plan();
    wanted.base.training.steps = 20000;
    wanted.seeds = 40;
    Raced raced(wanted);
    QTRY_VERIFY_WITH_TIMEOUT(raced.race.state()->ended > 0, kPatience);
    raced.panel.show(raced.frame());
    QVERIFY(!raced.panel.cancelButton().isHidden());
    QSignalSpy cancelled(&raced.panel, &ui::Panel::raceCancelled);
    raced.panel.cancelButton().click();
    QCOMPARE(cancelled.count(), 1);
    raced.race.cancel();
    const ui::RaceState& state = *raced.race.state();
    QVERIFY(!state.running);
    QVERIFY(state.ended > 0 && state.ended < state.runs);
    raced.panel.show(raced.frame());
    QVERIFY(raced.panel.cancelButton().isHidden());
    QVERIFY(raced.panel.subtitle().contains(QStringLiteral("cancelled")));
}

void TestRace::anotherRaceTakesThePlaceOfTheFirst()
{
    RacePlan wanted = plan();
    wanted.base.training.steps = 1'000'000;
    Raced raced(wanted);
    const std::uint64_t revision = raced.race.state()->revision;
    QVERIFY(raced.race.begin(plan()));
    QVERIFY(raced.race.state()->revision > revision);
    raced.await();
    QCOMPARE(raced.race.state()->ended, std::size_t{9});
}

void TestRace::whatCannotBeRunIsNotBegun()
{
    Race race(shipped::readResource);
    const core::Outcome outcome = race.begin(plan("network.width=4,0"));
    QVERIFY(!outcome);
    QCOMPARE(outcome.faults().front().code, core::FaultCode::OutOfRange);
    QVERIFY(!race.state());
}

void TestRace::dialogSaysWhatWillBeRun()
{
    RacePlan proposal;
    proposal.base = small();
    RaceDialog dialog(proposal);
    QVERIFY(dialog.beginButton().isEnabled());
    QVERIFY(dialog.sentence().contains(QStringLiteral("30 runs of 120 steps")));
    dialog.seeds().setValue(1000);
    QVERIFY(!dialog.beginButton().isEnabled()); // 6,000 runs
    dialog.seeds().setValue(2);
    dialog.axis().setKey("network.width");
    auto* numbers = dialog.axis().findChild<QLineEdit*>();
    QVERIFY(numbers);
    numbers->clear();
    QTest::keyClicks(numbers, QStringLiteral("4, 8"));
    QInputMethodEvent chinese;
    chinese.setCommitString(QStringLiteral("，16"));
    QCoreApplication::sendEvent(numbers, &chinese);
    QVERIFY(dialog.sentence().contains(QStringLiteral("6 runs")));
    QTest::keyClicks(numbers, QStringLiteral(", 0"));
    QVERIFY(!dialog.beginButton().isEnabled());
    QVERIFY(dialog.sentence().contains(QStringLiteral("4096"))); // what is allowed
    numbers->clear();
    QTest::keyClicks(numbers, QStringLiteral("8, 8"));
    QVERIFY(!dialog.beginButton().isEnabled());
    dialog.axis().setKey("network.activation.kind");
    auto* kinds = dialog.axis().findChild<QListWidget*>();
    for (int row = 0; row < kinds->count(); ++row)
        kinds->item(row)->setCheckState(row < 2 ? Qt::Checked : Qt::Unchecked);
    QVERIFY(dialog.sentence().contains(QStringLiteral("4 runs")));
    const auto plan = dialog.plan();
    QVERIFY(plan);
    QCOMPARE(plan.value().axes.front().levels.size(), std::size_t{2});
}

void TestRace::rowOpensItsExperiment()
{
    opened::Open open(small());
    QVERIFY(open.window.session().race().begin(plan()));
    ui::Dashboard& dashboard = open.window.dashboard();
    const int card = ui::cardOf("race");
    QVERIFY(!dashboard.panel(card).isVisible());
    dashboard.bringIntoSight(card);
    QVERIFY(dashboard.panel(card).isVisible());
    auto& panel = static_cast<RacePanel&>(dashboard.panel(card));
    ui::PanelView view = panel.view();
    view.switches[QStringLiteral("drawing")] = RacePanel::Table;
    panel.setView(view);
    QTRY_VERIFY_WITH_TIMEOUT(!open.window.session().race().state()->running, kPatience);
    QTRY_COMPARE_WITH_TIMEOUT(panel.numbers().rowCount(), 3, kPatience);
    int tanh = 0;
    while (panel.numbers().item(tanh, 0)->text() != QStringLiteral("Tanh"))
        ++tanh;
    emit panel.numbers().cellActivated(tanh, 0); // Enter, or a double click
    QCOMPARE(open.config().network.activation.kind, std::string("tanh"));
    QCOMPARE(open.config().seed, 5);
    QTRY_COMPARE_WITH_TIMEOUT(open.window.session().snapshot()->config.network.activation.kind, std::string("tanh"),
                              kPatience);
    open.window.history().stack().undo();
    QCOMPARE(open.config().network.activation.kind, small().network.activation.kind);
    QCOMPARE(open.config().seed, small().seed);
}

void TestRace::figureAndTableHaveTheNumbers()
{
    Raced raced;
    raced.await();
    for (const auto drawing : {RacePanel::Course, RacePanel::Results, RacePanel::Table}) {
        raced.choose(drawing);
        QImage image(640, 420, QImage::Format_RGB32);
        image.fill(Qt::white);
        QCPPainter painter(&image);
        raced.panel.paintFigure(painter, image.rect());
        painter.end();
        QSet<QRgb> colors;
        for (int y = 60; y < image.height(); ++y)
            for (int x = 0; x < image.width(); ++x)
                colors.insert(image.pixel(x, y));
        QVERIFY2(colors.size() > 20, qPrintable(QString::number(drawing)));
    }
    const ui::NumberTable table = raced.panel.table(raced.frame());
    QCOMPARE(table.rows().size(), std::size_t{9});
    QCOMPARE(table.columns().front(), QStringLiteral("network.activation.kind"));
    QCOMPARE(table.text(3, 0), QStringLiteral("relu"));
    QCOMPARE(table.text(3, 1), QStringLiteral("5"));
    QVERIFY(!raced.panel.explanation(raced.frame()).isEmpty());
}

void TestRace::readyComparisonsAreRaced()
{
    const QStringList names{QStringLiteral("sigmoid-to-relu-by-depth"), QStringLiteral("no such comparison")};
    const std::vector<ui::ComparisonEntry> ready = ui::readComparisons(shipped::readResource, names);
    QCOMPARE(ready.size(), std::size_t{1});
    RacePlan proposal;
    proposal.base = small();
    RaceDialog dialog(proposal, ready);
    QCOMPARE(dialog.comparisons().count(), 2);
    dialog.comparisons().setCurrentIndex(1);
    const auto chosen = dialog.plan();
    QVERIFY(chosen);
    const core::ComparisonPlan& expected = ready.front().plan;
    QCOMPARE(chosen.value().base.data, expected.experiment.data);
    QCOMPARE(chosen.value().axes.size(), expected.axes.size());
    QCOMPARE(chosen.value().firstSeed, expected.seeds.first);
    QCOMPARE(chosen.value().seeds, static_cast<int>(expected.seeds.last - expected.seeds.first + 1));
    QCOMPARE(chosen.value().base.training.steps, expected.experiment.training.steps);
    QVERIFY(dialog.beginButton().isEnabled());
    dialog.comparisons().setCurrentIndex(0);
    QCOMPARE(dialog.plan().value().base, small());
}

void TestRace::resultsAreWhatSweepWouldWrite()
{
    Raced raced;
    raced.await();
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("results.csv"));
    QVERIFY(ui::writeRace(*raced.race.state(), path, QStringLiteral("en")));
    const std::string file = path.toStdString();
    const auto table = core::readSweepTable({&file, 1});
    QVERIFY(table);
    QCOMPARE(table.value().contenders.size(), std::size_t{3});
    const core::SweepRow& read = *table.value().contenders[2].runs.at(7);
    const core::SweepRow& row = *raced.race.state()->table.contenders[2].runs.at(7);
    QCOMPARE(read.train.lossFinal, row.train.lossFinal);
    QCOMPARE(read.stepsTo, row.stepsTo);
    QFile beside(folder.filePath(QStringLiteral("results.comparison.json")));
    QVERIFY(beside.open(QIODevice::ReadOnly));
    const auto plan = core::parseComparison(beside.readAll().toStdString());
    QVERIFY(plan);
    QCOMPARE(plan.value().experiment.network, small().network);
    QCOMPARE(plan.value().seeds, (core::SeedRange{5, 7}));
    QCOMPARE(plan.value().axes.front().levels.size(), std::size_t{3});
}

void TestRace::reportsAreWritten()
{
    Raced raced;
    raced.await();
    const QTemporaryDir folder;
    for (const auto& [name, beginning] :
         {std::pair("report.html", "<!DOCTYPE html>"), std::pair("report.pdf", "%PDF")}) {
        const QString path = folder.filePath(QLatin1String(name));
        QVERIFY(ui::writeRace(*raced.race.state(), path, QStringLiteral("en")));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        QVERIFY2(bytes.trimmed().toLower().startsWith(QByteArray(beginning).toLower()), name);
        QVERIFY(bytes.size() > 10'000);
    }
}

void TestRace::whatCannotBeWrittenIsTold()
{
    Raced raced;
    raced.await();
    const core::Outcome outcome =
        ui::writeRace(*raced.race.state(), QStringLiteral("/no/such/folder/race.csv"), QStringLiteral("en"));
    QVERIFY(!outcome);
    QCOMPARE(outcome.faults().front().code, core::FaultCode::Unwritable);
}

/// Opened as any file is, though what is open has not been saved.
void TestRace::comparisonFilesAreRaced()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("Slopes.comparison.json"));
    core::ComparisonPlan written;
    written.experiment = small();
    written.axes = plan("network.activation.kind=tanh,relu").axes;
    written.seeds = {3, 4};
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray::fromStdString(core::comparisonToText(written)));
    file.close();

    opened::Open open;
    emit open.window.sidebar().edited({"data.noise", 0.3});
    emit open.window.sidebar().editingFinished();
    const ExperimentConfig before = open.config();
    QString title;
    QTimer hand;
    connect(&hand, &QTimer::timeout, &hand, [&] {
        if (auto* dialog = qobject_cast<RaceDialog*>(QApplication::activeModalWidget())) {
            title = dialog->comparisons().currentText();
            dialog->beginButton().click();
        }
    });
    hand.start(10);
    open.window.openFile(path);
    QCOMPARE(title, QStringLiteral("Slopes.comparison"));
    QCOMPARE(open.config(), before);
    const ui::RaceState* race = open.window.session().race().state();
    QVERIFY(race);
    QCOMPARE(race->plan.firstSeed, 3);
    QCOMPARE(race->plan.seeds, 2);
    QCOMPARE(race->plan.base.network, small().network);
    QTRY_VERIFY_WITH_TIMEOUT(!race->running, kPatience);
    QCOMPARE(race->ended, std::size_t{4});
}

void TestRace::brokenComparisonFilesAreTold()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("broken.json"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(R"({"format":"actiscope-comparison","version":1,"vary":{"network.depht":[1]},"seeds":[1,2]})");
    file.close();
    opened::Open open;
    open.window.openFile(path);
    QVERIFY(open.window.messageBar().isVisible());
    QVERIFY2(open.window.messageBar().message().contains(QStringLiteral("network.depht")),
             qPrintable(open.window.messageBar().message()));
    QVERIFY(!open.window.session().race().state());
}

QTEST_MAIN(TestRace)
#include "TestRace.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
// The phase map as a person meets it: a small one fills, its picture shows what became of its runs, a click or Enter
// opens a cell, and the dialog says what it is made of.
#include "tests/ShippedResources.h"
#include "tests/ui/MadeUpRun.h"
#include "ui/PhaseMap.h"
#include "ui/base/PhaseWords.h"
#include "ui/dialogs/PhaseMapDialog.h"
#include "ui/panels/PhaseColours.h"
#include "ui/panels/PhasePanel.h"
#include "ui/widgets/PlotView.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QSlider>
#include <QSpinBox>
#include <QTest>
#include <QToolButton>

#include <algorithm>
#include <atomic>
#include <set>

using namespace ui;

namespace
{

const Theme& light()
{
    return Theme::of(ThemeKind::Light);
}

constexpr int kPatience = 600'000; ///< milliseconds: the runs give way to whatever else the machine has to do

/// But for what smooth edges mix in.
bool isNear(const QColor& a, const QColor& b)
{
    return std::abs(a.red() - b.red()) + std::abs(a.green() - b.green()) + std::abs(a.blue() - b.blue()) <= 90;
}

core::ExperimentConfig small(const char* activation)
{
    core::ExperimentConfig config;
    config.data.samples = 200;
    config.network.width = 8;
    config.network.activation = {activation, {}};
    return config;
}

core::PhaseAxis axisFor(const core::ExperimentConfig& config, const core::PhaseSpan& span)
{
    const std::vector<core::Field> fields = core::phaseFields(config);
    return core::axisOf(span, *core::findField(fields, span.key));
}

/// Depth 0 … 3 × a learning rate that is far too small, right, and far too large.
PhaseWish smallWish(std::int64_t steps = 300)
{
    PhaseWish wish;
    wish.plan.base = core::phaseBase(small("relu"), 3, steps);
    wish.plan.across = axisFor(wish.plan.base, {"network.depth", 0, 3, 4});
    wish.plan.up = {"optimizer.learning_rate", {1e-9, 0.3, 1e9}};
    return wish;
}

/// A map that has run to its end.
struct Finished {
    explicit Finished(PhaseWish wish)
        : map(shipped::readResource)
    {
        map.begin(std::move(wish));
        const auto isDone = [this] {
            const auto& theory = map.state()->theory;
            return !map.state()->running &&
                   std::all_of(theory.begin(), theory.end(), [](auto& t) { return t != nullptr; });
        };
        if (!QTest::qWaitFor(isDone, kPatience))
            qFatal("the map has not come to its end");
    }
    [[nodiscard]] const PhaseMapState& state() const { return *map.state(); }
    [[nodiscard]] const PhaseRecord& at(std::size_t column, std::size_t row) const
    {
        return *state().records[state().plan.placeOf(column, row, state().page)];
    }

    PhaseMap map;
};

struct Shown {
    explicit Shown(const PhaseMapState* state)
        : run(madeup::moons(3, 8))
    {
        panel.resize(480, 380);
        panel.setTheme(light());
        static_cast<QWidget&>(panel).show();
        QVERIFY(QTest::qWaitForWindowActive(&panel));
        draw(state);
        QObject::connect(&panel, &Panel::viewChanged, &panel, [this, state] { draw(state); });
    }
    void draw(const PhaseMapState* state)
    {
        FrameData frame = run.frame();
        frame.phases = state;
        panel.show(frame);
        panel.plot().replot();
    }
    [[nodiscard]] QColor colorAt(const QPointF& inPlot)
    {
        const QImage image = panel.plot().grab().toImage();
        return image.pixelColor((inPlot * image.devicePixelRatio()).toPoint());
    }
    /// Beside the sign in the middle of a cell.
    [[nodiscard]] QColor cellColor(int column, int row)
    {
        const QRectF cell = panel.cellAt(column, row);
        return colorAt(cell.topLeft() + QPointF(cell.width() * 0.2, cell.height() * 0.2));
    }

    madeup::Run run;
    PhasePanel panel;
};

void choose(Panel& panel, const QString& key, int choice)
{
    PanelView view = panel.view();
    view.switches[key] = choice;
    panel.setView(view);
}

} // namespace

class TestPhaseMap : public QObject
{
    Q_OBJECT

private slots:
    void aSmallMapFills();
    void cellsHaveTheColoursOfTheirOutcomes();
    void colourIsNeverAlone();
    void statisticsHaveABar();
    void coarseCellsArePale();
    void theoryIsDrawnOverIt();
    void numbersAtACell();
    void aClickOpensTheCell();
    void keyboard();
    void cancelKeepsWhatIsThere();
    void pagesAreFlippedThrough();
    void whatCannotBeRunIsTold();
    void nothingYet();
    void tableHasEveryRun();
    void wordsAndFormulas();
    void dialogProposesDepthAndSlope();
    void dialogRefusesWithASentence();
    void dialogBeginsWhereItEnded();
};

void TestPhaseMap::aSmallMapFills()
{
    const Finished done(smallWish());
    const PhaseMapState& state = done.state();
    QCOMPARE(state.ended, std::size_t(12));
    QCOMPARE(state.failed, std::size_t(0));
    QCOMPARE(state.progress, 1.0);
    for (std::size_t column = 0; column < 4; ++column) {
        QCOMPARE(done.at(column, 0).outcome, core::RunOutcome::Slow);
        if (column > 0) // without a hidden layer nothing grows without bound
            QCOMPARE(done.at(column, 2).outcome, core::RunOutcome::Exploded);
    }
    QCOMPARE(done.at(2, 1).outcome, core::RunOutcome::Learned);
    // A cell is the run that its experiment makes by itself.
    const std::size_t place = state.plan.placeOf(2, 1, 0);
    core::DatasetCache datasets(shipped::readResource);
    const core::ExperimentConfig config = state.networks[place]->config;
    QCOMPARE(config.network.depth, 2);
    std::atomic<std::int64_t> steps = 0;
    const auto row = core::trainCell(config, datasets.get(config.data, config.seed).value(), {}, {}, steps);
    QCOMPARE(row->train.lossFinal, done.at(2, 1).row.train.lossFinal);
}

void TestPhaseMap::cellsHaveTheColoursOfTheirOutcomes()
{
    const Finished done(smallWish());
    Shown shown(&done.state());
    std::set<core::RunOutcome> seen;
    for (int row = 0; row < 3; ++row)
        for (int column = 0; column < 4; ++column) {
            const core::RunOutcome outcome =
                done.at(static_cast<std::size_t>(column), static_cast<std::size_t>(row)).outcome;
            QCOMPARE(shown.cellColor(column, row).name(), outcomeColor(outcome, light()).name());
            seen.insert(outcome);
        }
    QVERIFY(seen.size() >= 3);
    QVERIFY2(shown.panel.subtitle().contains(QStringLiteral("12 of 12")), qPrintable(shown.panel.subtitle()));
    QVERIFY2(shown.panel.sentence().contains(QStringLiteral("exploded")), qPrintable(shown.panel.sentence()));
}

void TestPhaseMap::colourIsNeverAlone()
{
    // Every outcome but learned has a sign, and no two the same.
    std::set<QString> signs;
    for (const core::RunOutcomeInfo& info : core::runOutcomes()) {
        QVector<QLineF> lines;
        addOutcomeSign(lines, info.outcome, QRectF(0, 0, 20, 20));
        QString text;
        QDebug(&text) << lines;
        signs.insert(text);
        for (const Theme* theme : {&light(), &Theme::of(ThemeKind::Dark), &Theme::of(ThemeKind::Projector)}) {
            const int paper = qGray(outcomeColor(info.outcome, *theme).rgb());
            QVERIFY(std::abs(paper - qGray(outcomeInk(info.outcome, *theme).rgb())) > 80);
        }
    }
    QCOMPARE(signs.size(), core::runOutcomes().size());
    const Finished done(smallWish());
    Shown shown(&done.state());
    const QRectF cell = shown.panel.cellAt(1, 0); // slow: a dash
    QVERIFY(shown.colorAt(cell.center()).name() != shown.cellColor(1, 0).name());
}

void TestPhaseMap::statisticsHaveABar()
{
    const Finished done(smallWish());
    Shown shown(&done.state());
    choose(shown.panel, QStringLiteral("quantity"), static_cast<int>(PhaseQuantity::Accuracy));
    shown.draw(&done.state());
    const PhaseColours colours(PhaseQuantity::Accuracy, done.state(), light());
    QCOMPARE(shown.cellColor(2, 1).name(), colours.of(done.at(2, 1)).name());
    QCOMPARE(colours.of(done.at(2, 1)).name(),
             QColor::fromRgb(light().heat(*done.at(2, 1).row.test->accuracyFinal)).name());
    // Without signs the middle is as the rest.
    QCOMPARE(shown.colorAt(shown.panel.cellAt(1, 0).center()).name(), shown.cellColor(1, 0).name());
    for (int quantity = 0; quantity < phaseQuantityNames().size(); ++quantity) {
        const PhaseColours each(static_cast<PhaseQuantity>(quantity), done.state(), light());
        for (const auto& record : done.state().records)
            QVERIFY(each.of(*record).isValid());
    }
}

void TestPhaseMap::coarseCellsArePale()
{
    const Finished done(smallWish());
    PhaseMapState state = done.state();
    state.plan.across = axisFor(state.plan.base, {"network.depth", 0, 7, 8});
    state.plan.up.values = {1, 2, 3, 4, 5, 6, 7, 8};
    state.records.assign(64, std::nullopt);
    state.records[state.plan.placeOf(2, 2, 0)] = done.at(1, 2); // exploded
    state.running = true;
    Shown shown(&state);
    const QColor color = outcomeColor(core::RunOutcome::Exploded, light());
    QCOMPARE(shown.cellColor(2, 2).name(), color.name());
    const QColor pale = shown.cellColor(3, 3);
    QVERIFY(pale.name() != color.name() && pale.name() != light().card.name());
    QCOMPARE(shown.cellColor(4, 4).name(), light().card.name()); // nothing is known yet
}

void TestPhaseMap::theoryIsDrawnOverIt()
{
    PhaseWish wish;
    wish.plan.base = core::phaseBase(small("tanh"), 3, 5);
    wish.plan.base.initializer.weights.kind = "xavier_normal";
    wish.plan.across = axisFor(wish.plan.base, {"network.depth", 2, 8, 7});
    wish.plan.up = axisFor(wish.plan.base, {"initializer.gain", 0.25, 4, 9, core::Spacing::Logarithmic});
    const Finished done(std::move(wish));
    QVERIFY(!done.state().theory[0]->lines.empty());
    Shown shown(&done.state());
    // Gain 1 is the middle row, in which the line lies.
    const QRectF cell = shown.panel.cellAt(3, 4);
    bool found = false;
    for (double y = cell.top() - cell.height(); y < cell.bottom() + cell.height(); y += 0.5)
        found = found || isNear(shown.colorAt({cell.left() + 2, y}), light().text);
    QVERIFY(found);
    PhaseMapState without = done.state();
    without.theory[0] = nullptr;
    const QImage with = shown.panel.plot().grab().toImage();
    shown.draw(&without);
    QVERIFY(with != shown.panel.plot().grab().toImage());
}

void TestPhaseMap::numbersAtACell()
{
    const Finished done(smallWish());
    Shown shown(&done.state());
    QTest::mouseMove(&shown.panel.plot(), shown.panel.cellAt(2, 1).center().toPoint());
    const QString text = shown.panel.reading().text();
    QVERIFY2(text.contains(QStringLiteral("Depth 2")), qPrintable(text));
    QVERIFY2(text.contains(QStringLiteral("0.3")), qPrintable(text));
    QVERIFY2(text.contains(QStringLiteral("learned")), qPrintable(text));
    QTest::mouseMove(&shown.panel.plot(), QPoint(1, 1));
    QVERIFY(shown.panel.reading().empty());
}

void TestPhaseMap::aClickOpensTheCell()
{
    const Finished done(smallWish());
    Shown shown(&done.state());
    QSignalSpy wanted(&shown.panel, &Panel::experimentWanted);
    QTest::mouseClick(&shown.panel.plot(), Qt::LeftButton, {}, shown.panel.cellAt(3, 1).center().toPoint());
    QCOMPARE(wanted.size(), 1);
    const auto config = wanted[0][0].value<core::ExperimentConfig>();
    QCOMPARE(config.network.depth, 3);
    QCOMPARE(config.optimizer.parameters.at("learning_rate"), 0.3);
    QCOMPARE(config.training.steps, 300);
    QCOMPARE(config.seed, 3);
    QVERIFY(wanted[0][1].toString().contains(QStringLiteral("Depth 3")));
    // Beside the cells there is nothing to open.
    QTest::mouseClick(&shown.panel.plot(), Qt::LeftButton, {}, QPoint(2, shown.panel.plot().height() - 2));
    QCOMPARE(wanted.size(), 1);
}

void TestPhaseMap::keyboard()
{
    const Finished done(smallWish());
    Shown shown(&done.state());
    shown.panel.setFocus();
    QSignalSpy wanted(&shown.panel, &Panel::experimentWanted);
    QTest::keyClick(&shown.panel, Qt::Key_Return); // stands nowhere yet
    QCOMPARE(wanted.size(), 0);
    QTest::keyClick(&shown.panel, Qt::Key_Right); // in the middle: 1, 1
    QTest::keyClick(&shown.panel, Qt::Key_Right);
    QTest::keyClick(&shown.panel, Qt::Key_Down);
    QTest::keyClick(&shown.panel, Qt::Key_Down); // there is nothing below
    QVERIFY2(shown.panel.sentence().contains(QStringLiteral("Depth 2")), qPrintable(shown.panel.sentence()));
    QVERIFY2(shown.panel.reading().text().contains(QStringLiteral("slow")), qPrintable(shown.panel.reading().text()));
    QTest::keyClick(&shown.panel, Qt::Key_Enter);
    QCOMPARE(wanted.size(), 1);
    const auto config = wanted[0][0].value<core::ExperimentConfig>();
    QCOMPARE(config.network.depth, 2);
    QCOMPARE(config.optimizer.parameters.at("learning_rate"), 1e-9);
    const QRectF cell = shown.panel.cellAt(2, 0);
    QVERIFY(isNear(shown.colorAt({cell.left(), cell.center().y()}), light().accent)); // its frame
}

void TestPhaseMap::cancelKeepsWhatIsThere()
{
    PhaseWish wish = smallWish(1);
    wish.plan.pages = core::PhaseAxis{"training.steps", {1, 1'000'000'000}};
    wish.plan.across.values = {1};
    wish.plan.up.values = {0.1};
    PhaseMap map(shipped::readResource);
    map.begin(std::move(wish));
    QTRY_COMPARE_WITH_TIMEOUT(map.state()->ended, std::size_t(1), kPatience); // the other one would take hours
    QVERIFY(map.state()->running);
    QSignalSpy changed(&map, &PhaseMap::changed);
    map.cancel();
    QVERIFY(!map.state()->running);
    QCOMPARE(changed.size(), 1);
    QVERIFY(map.state()->isKnown(0));
    QVERIFY(!map.state()->isKnown(1));
    QVERIFY(map.state()->progress < 1);
    Shown shown(map.state());
    QVERIFY(shown.panel.plot().message().isEmpty());
    QVERIFY2(shown.panel.subtitle().contains(QStringLiteral("1 of 2")), qPrintable(shown.panel.subtitle()));
    // Before anything has come in there is nothing to keep.
    map.begin(smallWish(1'000'000'000));
    map.cancel();
    QVERIFY(!map.state()->running);
    QCOMPARE(map.state()->ended, std::size_t(0));
    shown.draw(map.state());
    QVERIFY(shown.panel.plot().message().contains(QStringLiteral("cancelled")));
}

void TestPhaseMap::pagesAreFlippedThrough()
{
    PhaseWish wish = smallWish(20);
    wish.plan.pages = axisFor(wish.plan.base, {"seed", 1, 3, 3});
    Finished done(std::move(wish));
    QCOMPARE(done.state().ended, std::size_t(36));
    Shown shown(&done.state());
    auto* slider = shown.panel.findChild<QSlider*>();
    QVERIFY(slider->isVisible());
    QCOMPARE(slider->maximum(), 2);
    connect(&shown.panel, &Panel::phasePageWanted, &done.map, &PhaseMap::setPage);
    connect(&done.map, &PhaseMap::changed, &shown.panel, [&] { shown.draw(&done.state()); });
    shown.panel.setFocus();
    QTest::keyClick(&shown.panel, Qt::Key_PageDown);
    QCOMPARE(done.state().page, std::size_t(1));
    QCOMPARE(slider->value(), 1);
    slider->setValue(2);
    QCOMPARE(done.state().page, std::size_t(2));
    QTest::keyClick(&shown.panel, Qt::Key_PageDown); // the last
    QCOMPARE(done.state().page, std::size_t(2));
    QSignalSpy wanted(&shown.panel, &Panel::experimentWanted);
    QTest::mouseClick(&shown.panel.plot(), Qt::LeftButton, {}, shown.panel.cellAt(0, 0).center().toPoint());
    QCOMPARE(wanted[0][0].value<core::ExperimentConfig>().seed, 3);
    QVERIFY(wanted[0][1].toString().contains(QStringLiteral("Seed 3")));
}

void TestPhaseMap::whatCannotBeRunIsTold()
{
    PhaseWish wish = smallWish();
    wish.plan.up = axisFor(wish.plan.base, {"network.width", 8, 4096, 2});
    wish.plan.across = axisFor(wish.plan.base, {"network.depth", 1, 1000, 2});
    PhaseMap map(shipped::readResource);
    map.begin(std::move(wish));
    QTRY_VERIFY_WITH_TIMEOUT(!map.state()->running, kPatience);
    QCOMPARE(map.state()->faults.front().code, core::FaultCode::TooMuchMemory);
    Shown shown(map.state());
    QVERIFY2(shown.panel.plot().message().contains(QStringLiteral("GB")), qPrintable(shown.panel.plot().message()));
    // The next one can.
    map.begin(smallWish(2));
    QTRY_COMPARE_WITH_TIMEOUT(map.state()->ended, std::size_t(12), kPatience);
    QVERIFY(map.state()->faults.empty());
    // What only the data tells is told of the cells.
    wish = smallWish(2);
    wish.plan.base.data.source = "csv";
    wish.plan.base.data.path = "no-such-file.csv";
    map.begin(std::move(wish));
    QTRY_VERIFY_WITH_TIMEOUT(!map.state()->running, kPatience);
    QCOMPARE(map.state()->failed, std::size_t(12));
    QCOMPARE(map.state()->faults.front().code, core::FaultCode::Unreadable);
}

void TestPhaseMap::nothingYet()
{
    Shown shown(nullptr);
    QVERIFY(shown.panel.plot().message().contains(QStringLiteral("No map")));
    QVERIFY(!shown.panel.sentence().isEmpty());
    QVERIFY(shown.panel.table(shown.run.frame()).rows().empty());
    QVERIFY(!shown.panel.explanation(shown.run.frame()).isEmpty());
    QSignalSpy wanted(&shown.panel, &Panel::phaseMapWanted);
    QTest::mouseClick(shown.panel.findChild<QToolButton*>(QStringLiteral("phaseMapButton")), Qt::LeftButton);
    QCOMPARE(wanted.size(), 1);
    QTest::mouseClick(&shown.panel.plot(), Qt::LeftButton, {}, QPoint(100, 100));
    QTest::keyClick(&shown.panel, Qt::Key_Right);
    QTest::keyClick(&shown.panel, Qt::Key_Return);
}

void TestPhaseMap::tableHasEveryRun()
{
    const Finished done(smallWish());
    Shown shown(&done.state());
    FrameData frame = shown.run.frame();
    frame.phases = &done.state();
    const NumberTable table = shown.panel.table(frame);
    QCOMPARE(table.rows().size(), std::size_t(12));
    QCOMPARE(table.columns().first(3),
             (QStringList{QStringLiteral("network.depth"), QStringLiteral("optimizer.learning_rate"),
                          QStringLiteral("outcome")}));
    QCOMPARE(table.text(6, 0), QStringLiteral("2"));
    QCOMPARE(table.text(6, 1), QStringLiteral("0.3"));
    QCOMPARE(table.text(6, 2), QStringLiteral("learned"));
    QCOMPARE(table.text(11, 3), QStringLiteral("diverged"));
}

void TestPhaseMap::wordsAndFormulas()
{
    const Finished done(smallWish(2));
    Shown shown(&done.state());
    FrameData frame = shown.run.frame();
    frame.phases = &done.state();
    const QString text = shown.panel.explanation(frame);
    for (const core::RunOutcomeInfo& info : core::runOutcomes())
        QVERIFY2(text.contains(outcomeName(info.outcome) + QLatin1Char(':')), info.id.data());
    QVERIFY(text.contains(QStringLiteral("90 %")));
    QVERIFY(text.contains(QStringLiteral("75 %")));
    QVERIFY(text.contains(QStringLiteral("χ")));
}

void TestPhaseMap::dialogProposesDepthAndSlope()
{
    core::ExperimentConfig config = small("leaky_relu");
    config.seed = 7;
    config.training.stepsPerSecond = 5;
    const PhaseMapDialog dialog(config, std::nullopt);
    const std::optional<PhaseWish> wish = dialog.wish();
    QVERIFY(wish);
    QCOMPARE(wish->plan.across.key, std::string("network.depth"));
    QCOMPARE(wish->plan.up.key, std::string("network.activation.negative_slope"));
    QCOMPARE(wish->plan.size(), std::size_t(24 * 24));
    QCOMPARE(wish->plan.base.training.steps, 300);
    QCOMPARE(wish->plan.base.seed, 7);
    QCOMPARE(wish->plan.base.training.stepsPerSecond, 0.0);
    bool says = false;
    for (const QLabel* label : dialog.findChildren<QLabel*>())
        says = says || label->text().contains(QStringLiteral("576 runs of 300 steps"));
    QVERIFY(says);
}

void TestPhaseMap::dialogRefusesWithASentence()
{
    PhaseMapDialog dialog(small("tanh"), std::nullopt);
    dialog.show();
    const QList<QComboBox*> boxes = dialog.findChildren<QComboBox*>();
    const QList<QLineEdit*> edits = dialog.findChildren<QLineEdit*>(Qt::FindChildrenRecursively);
    QLineEdit* from = nullptr;
    for (QLineEdit* edit : edits)
        if (edit->accessibleName() == QStringLiteral("From left to right: from"))
            from = edit;
    QVERIFY(from);
    const auto fault = [&] {
        const auto* label = dialog.findChild<QLabel*>(QStringLiteral("faultText"));
        return label ? label->text() : QString();
    };
    const QString good = from->text();
    from->setText(QStringLiteral("many"));
    QVERIFY2(fault().contains(QStringLiteral("two numbers")), qPrintable(fault()));
    QVERIFY(!dialog.wish());
    from->setText(QStringLiteral("-4"));
    QVERIFY2(fault().contains(QStringLiteral("-4")) || fault().contains(QStringLiteral("−4")), qPrintable(fault()));
    from->setText(QStringLiteral("99"));
    QVERIFY2(fault().contains(QStringLiteral("smaller")), qPrintable(fault()));
    from->setText(good);
    QVERIFY(dialog.wish());
    QCOMPARE(fault(), QString());
    // The same setting twice.
    QComboBox* up = nullptr;
    for (QComboBox* box : boxes)
        if (box->accessibleName() == QStringLiteral("From bottom to top: setting"))
            up = box;
    QVERIFY(up);
    up->setCurrentIndex(up->findData(QStringLiteral("network.depth")));
    emit up->activated(up->currentIndex());
    QVERIFY2(fault().contains(QStringLiteral("twice")), qPrintable(fault()));
}

void TestPhaseMap::dialogBeginsWhereItEnded()
{
    PhaseQuestion before;
    before.across = {"network.width", 4, 32, 4, core::Spacing::Logarithmic};
    before.up = {"optimizer.learning_rate", 0.01, 1, 3, core::Spacing::Logarithmic};
    before.pages = core::PhaseSpan{"seed", 1, 5, 5};
    before.steps = 50;
    before.goal.accuracy = 0.8;
    const PhaseMapDialog dialog(small("tanh"), before);
    QVERIFY(dialog.wish());
    QCOMPARE(dialog.wish()->plan.size(), std::size_t(4 * 3 * 5));
    QCOMPARE(dialog.wish()->plan.across.values, (std::vector<double>{4, 8, 16, 32}));
    QCOMPARE(dialog.wish()->goal.accuracy, 0.8);
    QCOMPARE(dialog.question().pages, before.pages);
    // A setting that the experiment has no more is asked anew.
    before.up.key = "network.activation.alpha";
    const PhaseMapDialog other(small("tanh"), before);
    QVERIFY(other.wish());
    QCOMPARE(other.wish()->plan.up.key, std::string("initializer.gain"));
}

QTEST_MAIN(TestPhaseMap)
#include "TestPhaseMap.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
// The numbers behind each card: written as a table, read back, and compared with what the card was shown.
#include "tests/ui/MadeUpPast.h"
#include "ui/panels/Figures.h"

#include "core/base/NumberText.h"

#include <QTest>

using namespace ui;
using namespace madeup;

namespace
{

/// A reader of RFC 4180 that knows nothing of the writer.
std::vector<QStringList> readCsv(const QByteArray& bytes)
{
    std::vector<QStringList> rows;
    QStringList row;
    QString field;
    bool quoted = false;
    const QString text = QString::fromUtf8(bytes);
    for (qsizetype at = 0; at < text.size(); ++at) {
        const QChar letter = text[at];
        if (quoted) {
            if (letter != QLatin1Char('"'))
                field += letter;
            else if (at + 1 < text.size() && text[at + 1] == QLatin1Char('"'))
                field += text[++at];
            else
                quoted = false;
        } else if (letter == QLatin1Char('"')) {
            quoted = true;
        } else if (letter == QLatin1Char(',')) {
            row << std::exchange(field, {});
        } else if (letter == QLatin1Char('\n')) {
            row << std::exchange(field, {});
            rows.push_back(std::exchange(row, {}));
        } else if (letter != QLatin1Char('\r')) {
            field += letter;
        }
    }
    return rows;
}

/// A table that was written and read back: columns by name.
struct ReadBack {
    explicit ReadBack(const NumberTable& table)
        : rows(readCsv(table.toCsv()))
        , names(rows.front())
    {
        rows.erase(rows.begin());
    }
    [[nodiscard]] QString text(std::size_t row, const QString& column) const
    {
        return rows.at(row).at(names.indexOf(column));
    }
    [[nodiscard]] double number(std::size_t row, const char* column) const
    {
        return core::numberFromText(text(row, QLatin1String(column)).toStdString()).value();
    }

    std::vector<QStringList> rows;
    QStringList names;
};

} // namespace

class TestTables : public QObject
{
    Q_OBJECT

private slots:
    void csvIsExactAndQuoted();
    void tablesForTheClipboard();
    void activationTable();
    void distributionsTable();
    void gradientTable();
    void unitsTable();
    void unitCloseUpTable();
    void lossTable();
    void decisionTables();
    void findingsTable();
    void tablesOfNothing();
};

void TestTables::csvIsExactAndQuoted()
{
    NumberTable table({QStringLiteral("a"), QStringLiteral("b,c"), QStringLiteral("d")});
    table.addRow({0.1, 0.1F, std::int64_t{-7}});
    table.addRow({std::numeric_limits<double>::quiet_NaN(), -std::numeric_limits<float>::infinity(),
                  QStringLiteral("say \"so\",\r\nthen go")});
    table.addRow({std::optional<double>(), std::optional<double>(1e-300), QString()});
    QCOMPARE(table.toCsv(),
             QByteArray("a,\"b,c\",d\r\n0.1,0.1,-7\r\nnan,-inf,\"say \"\"so\"\",\r\nthen go\"\r\n,1e-300,\r\n"));
    const ReadBack read(table);
    QCOMPARE(read.number(0, "a"), 0.1);
    QCOMPARE(static_cast<float>(read.number(0, "b,c")), 0.1F);
}

void TestTables::tablesForTheClipboard()
{
    NumberTable table({QStringLiteral("x<1"), QStringLiteral("y")});
    table.addRow({1.5, QStringLiteral("two\twords")});
    QCOMPARE(table.toTabSeparated(), QStringLiteral("x<1\ty\n1.5\ttwo words\n"));
    const QString html = table.toHtml();
    QVERIFY2(html.contains(QStringLiteral("<tr><td>x&lt;1</td><td>y</td></tr>")), qPrintable(html));
    QCOMPARE(html.count(QStringLiteral("<tr>")), 2);
    QCOMPARE(html.count(QStringLiteral("</tr>")), 2);
}

void TestTables::activationTable()
{
    auto run = madeup::moons(8, 32, {"leaky_relu", {{"negative_slope", 0.2}}});
    const ReadBack read(figureTable(run.frame(), kActivation, {}));
    QCOMPARE(read.names, QStringList({QStringLiteral("z"), QStringLiteral("f"), QStringLiteral("df"),
                                      QStringLiteral("density_of_layer_3")}));
    QCOMPARE(read.rows.size(), std::size_t{401 + core::Histogram::kBins});
    double area = 0;
    for (std::size_t row = 0; row < read.rows.size(); ++row) {
        const double z = read.number(row, "z");
        QVERIFY(std::abs(read.number(row, "f") - (z > 0 ? z : 0.2 * z)) < 1e-6);
        QCOMPARE(static_cast<float>(read.number(row, "df")), z > 0 ? 1.0F : 0.2F);
        if (row > 0)
            area += read.number(row, "density_of_layer_3") * (z - read.number(row - 1, "z"));
    }
    QVERIFY2(std::abs(area - 1) < 0.03, qPrintable(QString::number(area)));
}

void TestTables::distributionsTable()
{
    const auto run = madeup::moons(8, 32);
    const ReadBack z(figureTable(run.frame(), kDistributions, {}));
    QCOMPARE(z.rows.size(), std::size_t{8});
    const core::Distribution& third = run.snapshot.layers[2].z;
    QCOMPARE(z.number(2, "layer"), 3.0);
    QCOMPARE(z.number(2, "z_mean"), third.mean);
    QCOMPARE(z.number(2, "z_std"), third.std);
    QCOMPARE(z.number(2, "z_quantile_95"), third.quantiles[4]);
    QCOMPARE(z.number(2, "z_upper"), third.histogram.upper);
    QCOMPARE(z.number(2, "bin_1"), static_cast<double>(third.histogram.counts[0]));
    QCOMPARE(z.number(2, "bin_64"), static_cast<double>(third.histogram.counts[63]));
    // The table is of what is shown: here of delta.
    DashboardView view;
    view.panels[QStringLiteral("distributions")].switches[QStringLiteral("quantity")] = 2;
    const ReadBack delta(figureTable(run.frame(), kDistributions, view));
    QCOMPARE(delta.number(4, "delta_mean"), run.snapshot.layers[4].delta.mean);
    QVERIFY(delta.names.contains(QStringLiteral("log10_abs_delta_lower")));
}

void TestTables::gradientTable()
{
    const auto run = madeup::moons(8, 32);
    const ReadBack delta(figureTable(run.frame(), kGradient, {}));
    const auto& records = run.history.records();
    QCOMPARE(delta.rows.size(), records.size());
    QCOMPARE(delta.names.size(), 2 + 8);
    for (const std::size_t row : {std::size_t{0}, records.size() / 2, records.size() - 1}) {
        QCOMPARE(static_cast<std::int64_t>(delta.number(row, "first_step")), records[row].firstStep);
        QCOMPARE(static_cast<std::int64_t>(delta.number(row, "last_step")), records[row].lastStep);
        QCOMPARE(static_cast<float>(delta.number(row, "delta_rms_layer_1")), records[row].deltaRms[0]);
        QCOMPARE(static_cast<float>(delta.number(row, "delta_rms_layer_8")), records[row].deltaRms[7]);
    }
    DashboardView view;
    view.panels[QStringLiteral("gradient")].switches[QStringLiteral("quantity")] = 1;
    const ReadBack weights(figureTable(run.frame(), kGradient, view));
    QCOMPARE(static_cast<float>(weights.number(5, "weight_grad_norm_layer_2")), records[5].weightGradNorm[1]);
}

void TestTables::unitsTable()
{
    const auto run = madeup::moons(4, 16);
    const ReadBack read(figureTable(run.frame(), kUnits, {}));
    QCOMPARE(read.rows.size(), std::size_t{64});
    const core::UnitStatistics& unit = run.snapshot.layers[2].unitStatistics[5];
    QCOMPARE(read.number(37, "layer"), 3.0);
    QCOMPARE(read.number(37, "unit"), 6.0);
    QCOMPARE(static_cast<float>(read.number(37, "z_mean")), unit.zMean);
    QCOMPARE(static_cast<float>(read.number(37, "delta_rms")), unit.deltaRms);
    std::size_t dead = 0;
    std::size_t deadRows = 0;
    for (std::size_t row = 0; row < 64; ++row) {
        const auto& one = run.snapshot.layers[row / 16].unitStatistics[row % 16];
        dead += one.state == core::UnitState::GradientDead ? 1 : 0;
        deadRows += read.text(row, QStringLiteral("state")) == QLatin1String("gradient_dead") ? 1 : 0;
    }
    QVERIFY(dead > 0);
    QCOMPARE(deadRows, dead);
}

void TestTables::unitCloseUpTable()
{
    auto run = madeup::moons(4, 16);
    UnitWatch watch;
    watch.place = {2, 4};
    watch.seen = {{0, 0.5, 0.25}, {10, 0.375, 0.125}};
    core::UnitDetail detail;
    detail.place = watch.place;
    detail.z = madeup::normal(-1, 0.5);
    detail.z.min = -9;
    detail.z.histogram.underflow = 7;
    for (int weight = 0; weight < 70; ++weight)
        detail.incoming.push_back(0.1F * static_cast<float>(weight));
    detail.outgoing = {1, 2, 3};
    detail.excitations = {{42, 3.5F}, {7, 3.25F}};
    detail.inputs = {0.1F, 0.2F, 0.3F, 0.4F};
    run.snapshot.unit = detail;
    FrameData frame = run.frame();
    frame.watch = &watch;
    // An export keeps the moment, with the unit that is looked at.
    const Moment moment = Moment::of(frame);
    const ReadBack read(figureTable(moment.frame(), kUnits, {}));
    QCOMPARE(read.rows.size(), std::size_t{70});
    for (const std::size_t row : {std::size_t{0}, std::size_t{69}}) {
        QCOMPARE(read.number(row, "layer"), 2.0);
        QCOMPARE(read.number(row, "unit"), 5.0);
        QVERIFY(!read.text(row, QStringLiteral("state")).isEmpty());
    }
    QCOMPARE(read.number(0, "z_lower"), -9.0);
    QCOMPARE(read.number(0, "samples"), 7.0);
    QCOMPARE(read.number(1, "z_lower"), detail.z.histogram.lower);
    QCOMPARE(read.number(64, "z_upper"), detail.z.histogram.upper);
    QCOMPARE(read.number(32, "samples"), static_cast<double>(detail.z.histogram.counts[31]));
    QVERIFY(read.text(65, QStringLiteral("samples")).isEmpty());
    QCOMPARE(read.number(69, "input"), 70.0);
    QCOMPARE(static_cast<float>(read.number(69, "incoming_weight")), detail.incoming[69]);
    QCOMPARE(read.number(2, "outgoing_weight"), 3.0);
    QVERIFY(read.text(3, QStringLiteral("outgoing_weight")).isEmpty());
    QCOMPARE(read.number(1, "step"), 10.0);
    QCOMPARE(read.number(1, "bias"), 0.375);
    QCOMPARE(read.number(0, "gradient_norm"), 0.25);
    QCOMPARE(read.number(1, "exciting_sample"), 7.0);
    QCOMPARE(read.number(0, "its_z"), 3.5);
    QCOMPARE(static_cast<float>(read.number(1, "its_x2")), 0.4F);
    // Of a moment when nobody watched it, what is not known is empty.
    run.snapshot.unit.reset();
    const ReadBack unknown(figureTable(frame, kUnits, {}));
    QCOMPARE(unknown.rows.size(), watch.seen.size());
    QVERIFY(unknown.text(0, QStringLiteral("incoming_weight")).isEmpty());
    QCOMPARE(unknown.number(0, "bias"), 0.5);
    // A unit that the network does not have any more: all units.
    watch.place = {9, 0};
    QCOMPARE(figureTable(frame, kUnits, {}).rows().size(), std::size_t{64});
}

void TestTables::lossTable()
{
    const auto run = madeup::moons(4, 16);
    const ReadBack read(figureTable(run.frame(), kLoss, {}));
    QCOMPARE(read.names.mid(0, 3),
             QStringList({QStringLiteral("step"), QStringLiteral("training_loss"), QStringLiteral("test_loss")}));
    std::size_t evaluations = 0;
    std::size_t records = 0;
    double step = -1;
    for (std::size_t row = 0; row < read.rows.size(); ++row) {
        QVERIFY(read.number(row, "step") > step);
        step = read.number(row, "step");
        if (!read.text(row, QStringLiteral("training_loss")).isEmpty()) {
            const core::EvaluationRecord& known = run.history.evaluations()[evaluations++];
            QCOMPARE(static_cast<std::int64_t>(step), known.step);
            QCOMPARE(static_cast<float>(read.number(row, "training_loss")), known.trainLoss);
            QCOMPARE(static_cast<float>(read.number(row, "test_accuracy")), known.testAccuracy);
        }
        if (!read.text(row, QStringLiteral("batch_loss_max")).isEmpty()) {
            const core::StepRecord& known = run.history.records()[records++];
            QCOMPARE(static_cast<std::int64_t>(step), known.lastStep);
            QCOMPARE(static_cast<float>(read.number(row, "batch_loss_max")), known.batchLoss.max);
        }
    }
    QCOMPARE(evaluations, run.history.evaluations().size());
    QCOMPARE(records, run.history.records().size());
    // Without a test set, there is nothing rather than a NaN.
    const auto regression = madeup::regression();
    const ReadBack bare(figureTable(regression.frame(), kLoss, {}));
    QCOMPARE(bare.text(0, QStringLiteral("test_loss")), QString());
    QCOMPARE(bare.text(0, QStringLiteral("training_accuracy")), QString());
}

void TestTables::decisionTables()
{
    const auto moons = madeup::moons(4, 16);
    const ReadBack map(figureTable(moons.frame(), kDecision, {}));
    const core::DecisionMap& drawn = moons.snapshot.decision;
    QCOMPARE(map.rows.size(), drawn.answer.size());
    QVERIFY(std::abs(map.number(0, "x1") - (drawn.xMin + 0.005 * (drawn.xMax - drawn.xMin))) < 1e-12);
    QCOMPARE(static_cast<float>(map.number(4321, "answer")), drawn.answer[4321]);
    const auto regression = madeup::regression();
    const ReadBack curve(figureTable(regression.frame(), kDecision, {}));
    QCOMPARE(static_cast<float>(curve.number(50, "x")), regression.snapshot.decision.curveX[50]);
    QCOMPARE(static_cast<float>(curve.number(50, "answer")), regression.snapshot.decision.curveY[50]);
    const auto digits = madeup::digits();
    const ReadBack matrix(figureTable(digits.frame(), kDecision, {}));
    QCOMPARE(matrix.rows.size(), std::size_t{10});
    QCOMPARE(matrix.text(3, QStringLiteral("true_class")), QStringLiteral("3"));
    QCOMPARE(static_cast<std::int64_t>(matrix.number(3, "answered_3")), digits.snapshot.decision.confusion[33]);
}

void TestTables::findingsTable()
{
    const auto run = madeup::moons(4, 16);
    FrameData frame = run.frame();
    const std::vector<core::Finding> findings{
        {"diverged", core::Severity::Alarm, 3, 12, {}, core::Quantity::Z},
        {"plateau",
         core::Severity::Notice,
         0,
         200,
         {{"value", 300}, {"threshold", 200}, {"loss", 0.7}, {"baseline_loss", 0.693}},
         {}},
    };
    frame.findings = findings;
    const ReadBack read(figureTable(frame, cardNamed("diagnosis"), {}));
    QCOMPARE(read.rows.size(), std::size_t{2});
    QCOMPARE(read.text(0, QStringLiteral("code")), QStringLiteral("diverged"));
    QCOMPARE(read.text(0, QStringLiteral("severity")), QStringLiteral("alarm"));
    QCOMPARE(read.number(0, "layer"), 3.0);
    QVERIFY(read.text(0, QStringLiteral("threshold")).isEmpty());
    QCOMPARE(read.text(1, QStringLiteral("severity")), QStringLiteral("notice"));
    QVERIFY(read.text(1, QStringLiteral("layer")).isEmpty()); // of the whole network
    QCOMPARE(read.number(1, "since_step"), 200.0);
    QCOMPARE(read.number(1, "value"), 300.0);
    QCOMPARE(read.number(1, "threshold"), 200.0);
    QCOMPARE(read.text(1, QStringLiteral("other_numbers")), QStringLiteral("loss=0.7; baseline_loss=0.693"));
    QVERIFY(!read.text(1, QStringLiteral("formula")).isEmpty());
}

void TestTables::tablesOfNothing()
{
    // A linear model, nothing trained yet, numbers that are none: tables have their columns, and nothing falls over.
    auto linear = madeup::moons(0, 8, {"sigmoid", {}}, 1, 0);
    linear.snapshot.decision = {};
    const auto lost = madeup::diverged();
    for (int card = kActivation; card <= kDecision; ++card) {
        QVERIFY(!figureTable(linear.frame(), card, {}).columns().isEmpty());
        QVERIFY(!figureTable(lost.frame(), card, {}).rows().empty());
    }
    const ReadBack nan(figureTable(lost.frame(), kDistributions, {}));
    QCOMPARE(nan.text(2, QStringLiteral("z_mean")), QStringLiteral("nan"));
}

QTEST_MAIN(TestTables)
#include "TestTables.moc"

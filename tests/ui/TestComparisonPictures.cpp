// SPDX-License-Identifier: GPL-3.0-or-later
// The pictures of a comparison hold what they are made for: every run's dot at its place, runs without a number in a
// strip of their own, names and medians beside their rows, lines over a varied number.
#include "ui/report/ComparisonWords.h"
#include "ui/report/DotChart.h"
#include "ui/report/LineChart.h"
#include "ui/report/Report.h"
#include "ui/widgets/FigureExport.h"
#include "ui/widgets/PlotView.h"

#include <QImage>
#include <QTest>

#include <cmath>

using namespace ui;

namespace
{

core::SweepRow rowWith(double accuracy, std::optional<std::int64_t> reached, bool diverged = false)
{
    core::SweepRow row;
    row.status = diverged ? core::RunStatus::Diverged : core::RunStatus::Done;
    row.steps = 1000;
    row.train.accuracyFinal = 1;
    row.test = core::SetResult{0.1, 0.1, accuracy, accuracy};
    row.stepsTo = {reached};
    row.start.deltaRatio = accuracy * 1e-3;
    return row;
}

/// A contender of five seeds with accuracies a little above one, in an order that depends on its name.
core::Contender contender(std::vector<std::string> values, double accuracy, int diverged = 0)
{
    const int shift = static_cast<int>(values[0].size());
    core::Contender made{std::move(values), {}};
    for (int seed = 1; seed <= 5; ++seed) {
        const bool isBroken = seed <= diverged;
        made.runs[seed] = rowWith(accuracy + 0.001 * (seed * shift % 5),
                                  isBroken ? std::nullopt : std::optional(100 * seed), isBroken);
    }
    return made;
}

core::SweepTable activations()
{
    return {{"network.activation.kind"},
            {0.95},
            {contender({"sigmoid"}, 0.62), contender({"relu"}, 0.95), contender({"leaky_relu"}, 0.94, 2)},
            0,
            0};
}

core::SweepTable depths()
{
    core::SweepTable table{{"network.depth", "network.activation.kind"}, {0.95}, {}, 0, 0};
    for (const char* depth : {"1", "2", "4", "32"})
        for (const char* kind : {"tanh", "relu"})
            table.contenders.push_back(contender({depth, kind}, *kind == 't' ? 0.9 : 0.7, *depth == '4' ? 2 : 0));
    return table;
}

const core::Measure kAccuracy{&core::measureCatalogue()[0], 0};

core::Measure measureOf(std::string_view id)
{
    for (const core::MeasureInfo& info : core::measureCatalogue())
        if (info.id == id)
            return {&info, 0};
    qFatal("no such measure");
}

/// A plot of a figure's size that has been drawn, and its picture.
template <class Draw>
QImage drawn(PlotView& plot, const QSize& size, const Draw& draw)
{
    plot.setTextSize(16, true);
    draw();
    QImage image = makeImage(size, 1, plot.theme().card);
    paintOnto(image, 1, [&](QCPPainter& painter) { plot.paintInto(painter, QRect(QPoint(0, 0), size)); });
    return image;
}

/// Whether there is a pixel of nearly this colour within `reach` of the place.
bool hasInk(const QImage& image, const QPointF& place, const QColor& color, int reach = 2)
{
    for (int y = -reach; y <= reach; ++y)
        for (int x = -reach; x <= reach; ++x) {
            const QPoint at = place.toPoint() + QPoint(x, y);
            if (!image.rect().contains(at))
                continue;
            const QColor found = image.pixelColor(at);
            if (std::abs(found.red() - color.red()) + std::abs(found.green() - color.green()) +
                    std::abs(found.blue() - color.blue()) <
                40)
                return true;
        }
    return false;
}

/// The labels of an axis by their places.
QMap<double, QString> labels(const QCPAxis* axis)
{
    return axis->ticker().dynamicCast<QCPAxisTickerText>()->ticks();
}

} // namespace

class TestComparisonPictures : public QObject
{
    Q_OBJECT

private slots:
    void dotsAreSorted();
    void everyRunIsADot();
    void runsWithoutANumber();
    void groups();
    void lines();
    void nothingButDivergence();
    void words();
};

void TestComparisonPictures::dotsAreSorted()
{
    const DotChart chart = dotChart(groupsOf(activations()), kAccuracy, std::vector{0.95});
    QCOMPARE(chart.groups.size(), 1U);
    QVERIFY(chart.groups[0].title.isEmpty());
    const std::vector<DotRow>& rows = chart.groups[0].rows;
    QCOMPARE(rows.size(), 3U);
    QCOMPARE(rows[0].name, QStringLiteral("ReLU"));
    QCOMPARE(rows[1].name, QStringLiteral("Sigmoid"));
    QCOMPARE(rows[2].name, QStringLiteral("Leaky ReLU")); // two of its runs diverged
    QVERIFY(!rows[0].isBehind && rows[1].isBehind);
    QCOMPARE(rows[2].worst, 2);
    QCOMPARE(rows[2].values.size(), 3U);
    QCOMPARE(rows[0].reading, QStringLiteral("95.2 %"));
    QCOMPARE(rows[0].median.value(), 95.2);
}

void TestComparisonPictures::everyRunIsADot()
{
    const DotChart chart = dotChart(groupsOf(activations()), kAccuracy, std::vector{0.95});
    for (const ThemeKind kind : {ThemeKind::Light, ThemeKind::Dark}) {
        PlotView plot;
        plot.setTheme(Theme::of(kind));
        const QSize size(860, dotChartHeight(chart, 16));
        const QImage image = drawn(plot, size, [&] { drawDots(plot, chart); });
        int dots = 0;
        for (int at = 0; at < plot.graphCount(); ++at)
            for (const QCPGraphData& dot : *plot.graph(at)->data()) {
                const QPointF place(plot.xAxis->coordToPixel(dot.key), plot.yAxis->coordToPixel(dot.value));
                QVERIFY(plot.axisRect()->rect().contains(place.toPoint()));
                const Theme& theme = plot.theme();
                QVERIFY(hasInk(image, place, theme.series[0], 5) || hasInk(image, place, theme.series[1], 5) ||
                        hasInk(image, place, theme.alarm, 5));
                ++dots;
            }
        QCOMPARE(dots, 15); // those that diverged, too
        QVERIFY(!hasInk(image, {plot.xAxis->coordToPixel(80), plot.yAxis->coordToPixel(0)}, plot.theme().series[0]));
        QCOMPARE(labels(plot.yAxis).values(),
                 (QStringList{QStringLiteral("ReLU"), QStringLiteral("Sigmoid"), QStringLiteral("Leaky ReLU")}));
    }
}

void TestComparisonPictures::runsWithoutANumber()
{
    const core::Measure steps = measureOf("steps_to");
    const DotChart chart = dotChart(groupsOf(activations()), steps, std::vector{0.95});
    QVERIFY(chart.isCensored && !chart.worstIsLeft);
    QCOMPARE(chart.worst(), 2);
    QCOMPARE(chart.groups[0].rows.back().reading, QStringLiteral("500 (3 of 5)"));
    PlotView plot;
    const QImage image = drawn(plot, {860, 300}, [&] { drawDots(plot, chart); });
    // They stand beyond the largest number, each for itself.
    std::vector<double> beyond;
    for (int at = 0; at < plot.graphCount(); ++at)
        for (const QCPGraphData& dot : *plot.graph(at)->data())
            if (dot.key > 500)
                beyond.push_back(dot.key);
    QCOMPARE(beyond.size(), 2U);
    QVERIFY(std::abs(beyond[0] - beyond[1]) > 5);
    bool isNamed = false;
    for (int at = 0; at < plot.itemCount(); ++at)
        if (const auto* text = qobject_cast<QCPItemText*>(plot.item(at)))
            isNamed = isNamed || text->text() == QStringLiteral("never reached");
    QVERIFY(isNamed);
    // Where no run is without a number, there is no room for it either.
    core::SweepTable whole = activations();
    whole.contenders.pop_back();
    drawDots(plot, dotChart(groupsOf(whole), steps, std::vector{0.95}));
    QVERIFY(plot.xAxis->range().upper < 540);
}

void TestComparisonPictures::groups()
{
    // The first key is a number, the second is not: kinds are compared at each number.
    const std::vector<ContenderGroup> found = groupsOf(depths());
    QCOMPARE(found.size(), 4U);
    QCOMPARE(found[0].title, QStringLiteral("Depth: 1"));
    QCOMPARE(found[0].names, (QStringList{QStringLiteral("Tanh"), QStringLiteral("ReLU")}));
    const DotChart chart = dotChart(found, kAccuracy, std::vector{0.95});
    QCOMPARE(chart.rows(), 12);
    // Both are names: the second makes the groups.
    core::SweepTable table{{"network.activation.kind", "optimizer"}, {}, {}, 0, 0};
    for (const char* kind : {"relu", "tanh", "elu"})
        for (const char* optimizer : {"{\"kind\":\"adam\",\"learning_rate\":0.001}", "sgd"})
            table.contenders.push_back(contender({kind, optimizer}, 0.9));
    const std::vector<ContenderGroup> byOptimizer = groupsOf(table);
    QCOMPARE(byOptimizer.size(), 2U);
    QCOMPARE(byOptimizer[0].names.size(), 3);
    QVERIFY(byOptimizer[0].title.contains(QStringLiteral("Adam (Learning rate 0.001)")));
}

void TestComparisonPictures::lines()
{
    const core::SweepTable table = depths();
    QCOMPARE(numberKey(table).value(), 0U);
    QVERIFY(!numberKey(activations()));
    const LineChart chart = lineChart(table, 0, kAccuracy);
    QCOMPARE(chart.series.size(), 2U);
    QCOMPARE(chart.series[0].points.size(), 4U);
    QVERIFY(chart.isLogarithmicAcross); // 1 … 32
    QCOMPARE(chart.worst(), 4);
    PlotView plot;
    plot.placeLegendAbove();
    const QImage image = drawn(plot, {860, 460}, [&] { drawLines(plot, chart); });
    for (const std::size_t series : {0U, 1U})
        for (const LinePoint& point : chart.series[series].points) {
            if (!point.median)
                continue;
            const QPointF place(plot.xAxis->coordToPixel(point.number), plot.yAxis->coordToPixel(*point.median));
            QVERIFY(plot.axisRect()->rect().contains(place.toPoint()));
            QVERIFY(hasInk(image, place, plot.theme().series[series], 7));
        }
    QCOMPARE(plot.legend->itemCount(), 2);
    QVERIFY(plot.legend->visible());
    // Where all runs of a point are without a number, its line ends, and no mark is drawn elsewhere instead.
    core::SweepTable broken = depths();
    broken.contenders.push_back(contender({"8", "tanh"}, 0.9, 5));
    drawLines(plot, lineChart(broken, 0, kAccuracy));
    QCOMPARE(plot.legend->itemCount(), 2);
    for (int at = 0; at < plot.graphCount(); ++at)
        for (const QCPGraphData& point : *plot.graph(at)->data())
            QVERIFY(plot.graph(at)->scatterStyle().isNone() || std::isfinite(point.value));
}

void TestComparisonPictures::nothingButDivergence()
{
    core::SweepTable table{{"network.depth"}, {0.95}, {contender({"3"}, 0.5, 5), contender({"4"}, 0.5, 5)}, 0, 0};
    for (const char* id : {"test_accuracy_final", "steps_to", "delta_ratio_start"}) {
        const DotChart chart = dotChart(groupsOf(table), measureOf(id), std::vector{0.95});
        PlotView plot;
        const QImage image = drawn(plot, {860, 240}, [&] { drawDots(plot, chart); });
        QVERIFY(std::isfinite(plot.xAxis->range().lower) && plot.xAxis->range().size() > 0);
        QVERIFY(!image.isNull());
    }
}

void TestComparisonPictures::words()
{
    QCOMPARE(valueName("network.activation.kind", "leaky_relu"), QStringLiteral("Leaky ReLU"));
    QCOMPARE(valueName("network.activation", "{\"kind\":\"elu\",\"alpha\":2}"), QStringLiteral("ELU (α 2)"));
    QCOMPARE(valueName("network.depth", "8"), QStringLiteral("8"));
    QCOMPARE(valueName("data.standardize", "true"), QStringLiteral("on"));
    QCOMPARE(valueName("data.path", "a.b/tables.csv"), QStringLiteral("a.b/tables.csv"));
    QCOMPARE(valueName("network.nonsense", "<b>"), QStringLiteral("<b>"));
    QCOMPARE(contenderName(std::vector<std::string>{"network.depth", "network.activation.kind"},
                           std::vector<std::string>{"8", "tanh"}),
             QStringLiteral("Depth 8, Tanh"));
    QCOMPARE(listOfNames({QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")}),
             QStringLiteral("a, b and c"));
    // Every measure of the catalogue has words of its own.
    for (const core::MeasureInfo& info : core::measureCatalogue())
        QVERIFY(measureName({&info, 0}, std::vector{0.95}) !=
                QString::fromUtf8(info.id.data(), qsizetype(info.id.size())));
}

QTEST_MAIN(TestComparisonPictures)
#include "TestComparisonPictures.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
// Sweeps without the program around them: which runs there are, what their rows hold, and what a file of rows says.
#include "core/io/LineFile.h"
#include "core/io/SweepCsv.h"
#include "core/train/Sweep.h"
#include "tests/core/SmallRun.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>
#include <set>

using namespace core;

namespace
{

SweepAxis axisOf(const char* argument)
{
    const Result<SweepAxis> axis = parseAxis(argument);
    if (!axis)
        qFatal("no axis: %s", argument);
    return axis.value();
}

QStringList textsOf(const SweepAxis& axis)
{
    QStringList texts;
    for (const SweepLevel& level : axis.levels)
        texts << QString::fromStdString(level.text);
    return texts;
}

/// Six combinations of a small network, one of which diverges with every seed.
struct SmallSweep {
    std::vector<SweepAxis> axes{axisOf("network.activation.kind=relu,tanh,sigmoid"),
                                axisOf("optimizer.learning_rate=0.1,1e9")};
    SweepOptions options{{0.5, 0.9, 1}, std::nullopt};
    std::vector<SweepCell> cells;

    SmallSweep()
    {
        std::vector<CombinationFault> faults;
        const Combinations combinations = combine(smallrun::small(), {}, axes, faults);
        if (!faults.empty())
            qFatal("a fault at %s", faults.front().fault.where.c_str());
        cells = cellsOf(combinations, 3, 5);
    }
};

/// Without the only cell that two runs do not agree on.
std::string lineWithoutTime(const SweepCell& cell, SweepRow row)
{
    row.wallSeconds = 0;
    return sweepLine(cell, row);
}

/// The lines of all cells in their order.
std::vector<std::string> linesOf(const std::vector<SweepCell>& cells, const SweepOptions& options, int jobs)
{
    std::vector<std::string> lines(cells.size());
    SweepPool pool(cells, options, std::make_shared<DatasetCache>(goldens::resource), jobs);
    while (!pool.isOver())
        for (const SweepPool::Finished& finished : pool.take(std::chrono::milliseconds(50)))
            lines[finished.cell] = finished.row ? lineWithoutTime(cells[finished.cell], finished.row.value()) : "";
    if (pool.stepsMade() != pool.stepsInAll())
        qFatal("steps were lost on the way");
    return lines;
}

std::string writtenFile(const QTemporaryDir& folder, const std::string& text)
{
    const QString path = folder.filePath(QStringLiteral("sweep.csv"));
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(text.data(), static_cast<qint64>(text.size())) < 0)
        qFatal("no file");
    return path.toStdString();
}

} // namespace

class TestSweep : public QObject
{
    Q_OBJECT

private slots:
    void values_data();
    void values();
    void badValues_data();
    void badValues();
    void cells();
    void kindsComeFirst();
    void everyFaultOnce();
    void shardsAreTheWhole();
    void aRowIsThatOfAPlainRun_data();
    void aRowIsThatOfAPlainRun();
    void sameRowsWhateverTheJobs();
    void stopping();
    void faultsDoNotStopTheRest();
    void dataIsShared();
    void cellsOfText();
    void resuming();
    void filesOfOthers_data();
    void filesOfOthers();
};

void TestSweep::values_data()
{
    QTest::addColumn<QString>("argument");
    QTest::addColumn<QString>("texts"); ///< separated by |
    const auto row = [](const char* argument, const char* texts) {
        QTest::newRow(argument) << QString::fromUtf8(argument) << QString::fromUtf8(texts);
    };
    row("network.depth=1,2,30", "1|2|30");
    row("network.depth=4", "4");
    row("network.activation.kind=relu,\"tanh\"", "relu|\"tanh\"");
    row("network.activation={\"kind\":\"relu\"},{\"kind\":\"elu\",\"alpha\":2}",
        "{\"kind\":\"relu\"}|{\"kind\":\"elu\",\"alpha\":2}");
    row("network.activation.expression=max(0,x),x*sigmoid(x)", "max(0,x)|x*sigmoid(x)");
    row("data.points=[[0,0,0],[1,1,1]],[[0,1,0],[1,0,1]]", "[[0,0,0],[1,1,1]]|[[0,1,0],[1,0,1]]");
    row("title=\"a,b\",\"c\\\",d\"", "\"a,b\"|\"c\\\",d\"");
}

void TestSweep::values()
{
    QFETCH(QString, argument);
    QFETCH(QString, texts);
    const SweepAxis axis = axisOf(argument.toUtf8().constData());
    QCOMPARE(QString::fromStdString(axis.key), argument.section(QLatin1Char('='), 0, 0));
    QCOMPARE(textsOf(axis).join(QLatin1Char('|')), texts);
}

void TestSweep::badValues_data()
{
    QTest::addColumn<QString>("argument");
    for (const char* argument : {"network.depth", "=1,2", "network.depth=", "network.depth=1,,2", "network.depth=1,2,1",
                                 "seed=1,2", "title=a\nb"})
        QTest::newRow(QByteArray(argument).replace('\n', ' ').constData()) << QString::fromUtf8(argument);
}

void TestSweep::badValues()
{
    QFETCH(QString, argument);
    const Result<SweepAxis> axis = parseAxis(argument.toStdString());
    QVERIFY(!axis);
    QCOMPARE(axis.faults().front().code, FaultCode::BadArgument);
    QCOMPARE(axis.faults().front().where, std::string("--vary"));
}

void TestSweep::cells()
{
    const SmallSweep sweep;
    QCOMPARE(sweep.cells.size(), std::size_t(3 * 2 * 3));
    const auto nameAt = [&](std::size_t i) { return rowNameOf(sweep.cells[i]); };
    QCOMPARE(nameAt(0), (SweepRowName{"relu", "0.1", "3"}));
    QCOMPARE(nameAt(1), (SweepRowName{"relu", "0.1", "4"}));
    QCOMPARE(nameAt(3), (SweepRowName{"relu", "1e9", "3"}));
    QCOMPARE(nameAt(17), (SweepRowName{"sigmoid", "1e9", "5"}));
    const ExperimentConfig config = configOf(sweep.cells[7]);
    QCOMPARE(config.network.activation.kind, std::string("tanh"));
    QCOMPARE(config.optimizer.parameters.at("learning_rate"), 0.1);
    QCOMPARE(config.seed, 4);
    std::vector<CombinationFault> faults;
    QCOMPARE(cellsOf(combine({}, {}, {}, faults), 1, 4).size(), std::size_t(4)); // only the seeds vary
}

void TestSweep::kindsComeFirst()
{
    // Each of them alone would be a key of another kind.
    const std::vector<SweepAxis> axes{axisOf("network.activation.alpha=0.5,2"),
                                      axisOf("network.activation.kind=elu,celu")};
    std::vector<CombinationFault> faults;
    const Combinations combinations = combine({}, {{"optimizer.beta1", 0.8}, {"optimizer.kind", "adam"}}, axes, faults);
    QVERIFY(faults.empty());
    QCOMPARE(combinations.size(), std::size_t(4));
    QCOMPARE(combinations[1]->config.network.activation.kind, std::string("celu"));
    QCOMPARE(combinations[2]->config.network.activation.parameters.at("alpha"), 2.0);
    QCOMPARE(combinations[2]->config.optimizer.parameters.at("beta1"), 0.8);
}

void TestSweep::everyFaultOnce()
{
    const std::vector<SweepAxis> axes{axisOf("network.depth=2,-1,1000"), axisOf("network.width=8,4096,x")};
    std::vector<CombinationFault> faults;
    QVERIFY(combine({}, {{"data.noise", -1.0}}, axes, faults).empty());
    std::multiset<std::string> places;
    for (const CombinationFault& fault : faults) {
        places.insert(fault.fault.where);
        QCOMPARE(fault.combination, std::string()); // each names what is wrong by itself
    }
    QCOMPARE(places, (std::multiset<std::string>{"data.noise", "network.depth", "network.width"}));
    // Only together they are too much, which no key tells.
    const std::vector<SweepAxis> large{axisOf("network.depth=2,1000"), axisOf("network.width=8,4096")};
    QVERIFY(combine({}, {}, large, faults).empty());
    QCOMPARE(faults.size(), std::size_t(1));
    QCOMPARE(faults.front().fault.code, FaultCode::TooMuchMemory);
    QCOMPARE(faults.front().combination, std::string("network.depth=1000, network.width=4096"));
}

void TestSweep::shardsAreTheWhole()
{
    const SmallSweep sweep;
    std::multiset<SweepRowName> whole;
    for (const SweepCell& cell : sweep.cells)
        whole.insert(rowNameOf(cell));
    for (const std::int64_t count : {1, 4, 18, 50}) {
        std::multiset<SweepRowName> united;
        for (std::int64_t index = 1; index <= count; ++index)
            for (const SweepCell& cell : shardOf(sweep.cells, index, count))
                united.insert(rowNameOf(cell));
        QCOMPARE(united, whole);
    }
    QCOMPARE(shardOf(sweep.cells, 2, 4).size(), std::size_t(5));
    QCOMPARE(shardOf(sweep.cells, 4, 4).size(), std::size_t(4));
}

void TestSweep::aRowIsThatOfAPlainRun_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<double>("rate");
    QTest::addColumn<double>("testFraction");
    QTest::addColumn<int>("depth");
    QTest::addColumn<int>("steps");
    const auto row = [](const char* name, const char* kind, double rate, double testFraction, int depth, int steps) {
        QTest::newRow(name) << QString::fromUtf8(kind) << rate << testFraction << depth << steps;
    };
    row("learns", "tanh", 0.1, 0.3, 3, 60);
    row("no test set", "relu", 0.1, 0, 3, 61);
    row("no hidden layer", "relu", 0.1, 0.3, 0, 30);
    row("diverges", "relu", 1e9, 0.3, 3, 60);
    row("no step", "sigmoid", 0.1, 0.3, 3, 0);
}

void TestSweep::aRowIsThatOfAPlainRun()
{
    QFETCH(QString, kind);
    QFETCH(double, rate);
    QFETCH(double, testFraction);
    QFETCH(int, depth);
    QFETCH(int, steps);
    ExperimentConfig config = smallrun::small(kind.toUtf8().constData());
    config.optimizer.parameters["learning_rate"] = rate;
    config.data.testFraction = testFraction;
    config.network.depth = depth;
    config.training.steps = steps;
    constexpr std::int64_t kEvery = 7;
    const SweepOptions options{{0.6, 0.9}, kEvery};
    DatasetCache datasets(goldens::resource);
    std::atomic<std::int64_t> counted = 0;
    const std::optional<SweepRow> row =
        trainCell(config, datasets.get(config.data, config.seed).value(), options, {}, counted);
    QVERIFY(row);
    QCOMPARE(counted.load(), std::int64_t(steps));

    // The same from snapshots of a run of its own, that measures everything.
    const auto run = smallrun::runOf(config);
    std::vector<Snapshot> records{smallrun::observed(*run)};
    while (run->status() == RunStatus::Training) {
        run->step();
        if (run->stepsMade() % kEvery == 0 || run->status() != RunStatus::Training)
            records.push_back(smallrun::observed(*run));
    }
    QCOMPARE(row->status, run->status());
    QCOMPARE(row->steps, run->stepsMade());
    const auto isSame = [](double a, double b) { return a == b || (std::isnan(a) && std::isnan(b)); };
    QVERIFY(isSame(row->train.lossFinal, records.back().train.loss));
    QCOMPARE(row->train.accuracyFinal, records.back().train.accuracy);
    QCOMPARE(row->test.has_value(), testFraction > 0);
    double best = std::numeric_limits<double>::infinity();
    double bestAccuracy = 0;
    std::optional<std::int64_t> reached;
    for (const Snapshot& record : records) {
        const Score& score = record.test ? *record.test : record.train;
        best = std::fmin(best, score.loss);
        bestAccuracy = std::max(bestAccuracy, score.accuracy.value());
        if (!reached && *score.accuracy >= 0.6)
            reached = record.step;
    }
    const SetResult& judged = row->test ? *row->test : row->train;
    QCOMPARE(judged.lossBest, best);
    QCOMPARE(judged.accuracyBest.value(), bestAccuracy);
    QCOMPARE(row->stepsTo[0], reached);
    QCOMPARE(row->stepsTo[1].has_value(), bestAccuracy >= 0.9);
    for (const auto& [probe, record] :
         {std::pair(&row->start, &records.front()), std::pair(&row->end, &records.back())}) {
        QCOMPARE(probe->deltaRatio.has_value(), record->deltaRatio.has_value());
        QVERIFY(!probe->deltaRatio || isSame(*probe->deltaRatio, *record->deltaRatio));
        QCOMPARE(probe->gradientDead.has_value(), depth > 0);
        for (const LayerStatistics& layer : record->layers) {
            QVERIFY(*probe->gradientDead >= layer.gradientDeadFraction);
            QVERIFY(*probe->allNegative >= layer.allNegativeFraction);
            QVERIFY(*probe->saturated >= layer.saturatedFraction);
        }
    }
}

void TestSweep::sameRowsWhateverTheJobs()
{
    const SmallSweep sweep;
    const std::vector<std::string> alone = linesOf(sweep.cells, sweep.options, 1);
    QVERIFY(std::none_of(alone.begin(), alone.end(), [](const std::string& line) { return line.empty(); }));
    QVERIFY(alone[3].find(",diverged,") != std::string::npos);
    QVERIFY(alone[6].find(",done,60,") != std::string::npos);
    QCOMPARE(linesOf(sweep.cells, sweep.options, 3), alone);
    QCOMPARE(linesOf(sweep.cells, sweep.options, 100), alone);
    // A shard's rows are those of the whole.
    const std::vector<std::string> shard = linesOf(shardOf(sweep.cells, 2, 5), sweep.options, 2);
    for (std::size_t i = 0; i < shard.size(); ++i)
        QCOMPARE(shard[i], alone[1 + 5 * i]);
}

void TestSweep::stopping()
{
    std::vector<CombinationFault> faults;
    const std::vector<SweepAxis> axes{axisOf("training.steps=0,1000000000")};
    const std::vector<SweepCell> cells = cellsOf(combine(smallrun::small(), {}, axes, faults), 1, 3);
    SweepPool pool(cells, {}, std::make_shared<DatasetCache>(goldens::resource), 2);
    std::set<std::size_t> ended;
    while (!pool.isOver()) {
        for (const SweepPool::Finished& finished : pool.take(std::chrono::milliseconds(50)))
            ended.insert(finished.cell);
        if (ended.size() == 3)
            pool.stop();
    }
    QCOMPARE(ended, (std::set<std::size_t>{0, 1, 2})); // those that were stopped leave no row
}

void TestSweep::faultsDoNotStopTheRest()
{
    std::vector<CombinationFault> faults;
    const std::vector<SweepAxis> axes{axisOf("data.source=digits,moons")};
    const Combinations combinations = combine(smallrun::small(), {}, axes, faults);
    QCOMPARE(combinations.size(), std::size_t(2));
    const auto nothing = std::make_shared<DatasetCache>([](std::string_view) { return std::nullopt; });
    SweepPool pool(cellsOf(combinations, 1, 2), {}, nothing, 2);
    std::map<std::size_t, bool> isFine;
    while (!pool.isOver())
        for (const SweepPool::Finished& finished : pool.take(std::chrono::milliseconds(50)))
            isFine[finished.cell] = finished.row.ok();
    QCOMPARE(isFine, (std::map<std::size_t, bool>{{0, false}, {1, false}, {2, true}, {3, true}}));
    // What only a file can tell is looked at before.
    const std::vector<SweepAxis> paths{axisOf("data.path=no-such-file.csv")};
    const Combinations fromFile = combine({}, {{"data.source", "csv"}}, paths, faults);
    QCOMPARE(fromFile.size(), std::size_t(1));
    const std::vector<CombinationFault> unread = checkData(fromFile, paths, 1, *nothing);
    QCOMPARE(unread.size(), std::size_t(1));
    QCOMPARE(unread.front().fault.code, FaultCode::Unreadable);
}

void TestSweep::dataIsShared()
{
    DatasetCache cache(goldens::resource);
    const ExperimentConfig config = smallrun::small();
    const auto data = cache.get(config.data, 1).value();
    QCOMPARE(cache.get(config.data, 1).value(), data);
    QVERIFY(cache.get(config.data, 2).value() != data);
    DataConfig fixed = config.data;
    fixed.seed = 7;
    QCOMPARE(cache.get(fixed, 1).value(), cache.get(fixed, 2).value());
    DataConfig other = config.data;
    other.noise = 0.2;
    QVERIFY(cache.get(other, 1).value() != data);
    // Without room only the newest is kept.
    DatasetCache tight(goldens::resource, 1);
    const auto first = tight.get(config.data, 1).value();
    QCOMPARE(tight.get(config.data, 1).value(), first);
    QVERIFY(tight.get(config.data, 2));
    QVERIFY(tight.get(config.data, 1).value() != first);
}

void TestSweep::cellsOfText()
{
    const std::vector<SweepAxis> axes{axisOf("network.activation={\"kind\":\"elu\",\"alpha\":2},{\"kind\":\"relu\"}")};
    const SweepOptions options{{0.9, 0.95}, std::nullopt};
    QCOMPARE(sweepHeader(axes, options),
             std::string("network.activation,seed,status,steps,train_loss_final,train_loss_best,train_accuracy_final,"
                         "train_accuracy_best,test_loss_final,test_loss_best,test_accuracy_final,test_accuracy_best,"
                         "steps_to_0.9,steps_to_0.95,delta_ratio_start,delta_ratio_end,gradient_dead_start,"
                         "gradient_dead_end,all_negative_start,all_negative_end,saturated_start,saturated_end,"
                         "wall_seconds\n"));
    std::vector<CombinationFault> faults;
    const std::vector<SweepCell> cells = cellsOf(combine({}, {}, axes, faults), 9, 9);
    SweepRow row;
    row.status = RunStatus::Diverged;
    row.steps = 12;
    row.train = {std::nan(""), 0.25, 0.5, 0.75};
    row.stepsTo = {7, std::nullopt};
    row.start.deltaRatio = 1e-30;
    row.end.saturated = 1.0;
    row.wallSeconds = 1.23456789;
    QCOMPARE(sweepLine(cells.front(), row),
             std::string("\"{\"\"kind\"\":\"\"elu\"\",\"\"alpha\"\":2}\",9,diverged,12,nan,0.25,0.5,0.75,,,,,7,,"
                         "1e-30,,,,,,,1,1.234568\n"));
}

void TestSweep::resuming()
{
    const SmallSweep sweep;
    const std::string header = sweepHeader(sweep.axes, sweep.options);
    const std::vector<std::string> lines = linesOf(sweep.cells, sweep.options, 1);
    QTemporaryDir folder;
    // Two shards after each other, and the beginning of a row.
    const std::string whole = header + lines[0] + lines[3] + header + lines[5];
    const std::string path = writtenFile(folder, whole + lines[6].substr(0, lines[6].size() - 1));
    const Result<SweptFile> file = readSweptFile(path, header);
    QVERIFY(file);
    QCOMPARE(file.value().bytes, static_cast<std::int64_t>(whole.size()));
    QCOMPARE(file.value().rows.size(), std::size_t(3));
    QCOMPARE(file.value().rows.at(rowNameOf(sweep.cells[0])), std::optional<std::int64_t>(60));
    QCOMPARE(file.value().rows.at(rowNameOf(sweep.cells[3])), std::nullopt); // diverged
    QVERIFY(!file.value().rows.contains(rowNameOf(sweep.cells[6])));
    // The half line makes room.
    Result<LineFile> output = LineFile::goOn(path, file.value().bytes);
    QVERIFY(output && output.value().write(lines[6]));
    QFile written(QString::fromStdString(path));
    QVERIFY(written.open(QIODevice::ReadOnly));
    QCOMPARE(written.readAll().toStdString(), whole + lines[6]);
}

void TestSweep::filesOfOthers_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("code"); ///< −1: nothing is wrong
    const SmallSweep sweep;
    const QByteArray header = QByteArray::fromStdString(sweepHeader(sweep.axes, sweep.options));
    QTest::newRow("empty") << QByteArray() << -1;
    QTest::newRow("half a header") << header.left(20) << -1;
    QTest::newRow("header") << header << -1;
    QTest::newRow("another header") << QByteArray("seed,status\n") << int(FaultCode::BadArgument);
    QTest::newRow("other words") << QByteArray("dear diary\n") << int(FaultCode::BadArgument);
    QTest::newRow("too few cells") << header + "relu,0.1,3,done\n" << int(FaultCode::UnevenRow);
}

void TestSweep::filesOfOthers()
{
    QFETCH(QByteArray, text);
    QFETCH(int, code);
    const SmallSweep sweep;
    QTemporaryDir folder;
    const Result<SweptFile> file =
        readSweptFile(writtenFile(folder, text.toStdString()), sweepHeader(sweep.axes, sweep.options));
    QCOMPARE(file ? -1 : int(file.faults().front().code), code);
    QVERIFY(readSweptFile(folder.filePath(QStringLiteral("nothing.csv")).toStdString(), "seed\n"));
}

QTEST_APPLESS_MAIN(TestSweep)
#include "TestSweep.moc"

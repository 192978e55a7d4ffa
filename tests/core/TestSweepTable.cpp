// SPDX-License-Identifier: GPL-3.0-or-later
// A sweep's table is read back as it was written, whatever files it is spread over, and what is no such table is named.
#include "core/io/SweepCsv.h"
#include "core/io/SweepTable.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>
#include <limits>

using namespace core;

namespace
{

const std::vector<SweepAxis> kAxes{{"network.activation", {}}, {"network.activation.expression", {}}};
const SweepOptions kOptions{{0.5, 0.95}, std::nullopt};

SweepCell cellOf(const std::string& kind, const std::string& expression, std::int64_t seed)
{
    auto combination = std::make_shared<SweepCombination>();
    combination->values = {kind, expression};
    return {combination, seed};
}

/// Every kind of number that a cell may hold.
SweepRow rowOf(double size)
{
    SweepRow row;
    row.status = size < 0 ? RunStatus::Diverged : RunStatus::Done;
    row.steps = 1500;
    row.train = {0.1 * size, 1.0 / 3, 0.75, 1};
    row.test = SetResult{std::numeric_limits<double>::quiet_NaN(), std::numeric_limits<double>::infinity(), 0.1 + 0.2,
                         std::nullopt};
    row.stepsTo = {1450, std::nullopt};
    row.start = {1e-30, 0, std::nullopt, 5e-324};
    row.end = {-std::numeric_limits<double>::infinity(), 0.125, 1, std::nullopt};
    row.wallSeconds = 0.123456;
    return row;
}

std::string wholeTable()
{
    return sweepHeader(kAxes, kOptions) + sweepLine(cellOf("relu", "x", 3), rowOf(1)) +
           sweepLine(cellOf("relu", "x", 1), rowOf(-2)) +
           sweepLine(cellOf("{\"kind\":\"elu\",\"alpha\":2}", "max(x, 0) < 1", 9007199254740991), rowOf(3));
}

} // namespace

class TestSweepTable : public QObject
{
    Q_OBJECT

private slots:
    void roundTrip();
    void onlySeeds();
    void shards();
    void spreadsheets();
    void halfLines_data();
    void halfLines();
    void unknownColumns();
    void faults_data();
    void faults();
    void files();

private:
    std::string write(const std::string& text, const char* name = "table.csv")
    {
        const QString path = m_folder.filePath(QString::fromUtf8(name));
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(text.data(), static_cast<qint64>(text.size())) < 0)
            qFatal("no file");
        return path.toStdString();
    }
    Result<SweepTable> read(const std::string& text) { return readSweepTable(std::vector{write(text)}); }

    QTemporaryDir m_folder;
};

void TestSweepTable::roundTrip()
{
    const Result<SweepTable> read = this->read(wholeTable());
    QVERIFY(read.ok());
    const SweepTable& table = read.value();
    QCOMPARE(table.keys, (std::vector<std::string>{"network.activation", "network.activation.expression"}));
    QCOMPARE(table.accuracies, kOptions.accuracies);
    QCOMPARE(table.contenders.size(), 2U);
    QCOMPARE(table.contenders[0].runs.size(), 2U);
    QCOMPARE(table.repeatedRows, 0);
    QCOMPARE(table.halfRows, 0);
    // What is written again is what was written before, to the last digit.
    std::string again = sweepHeader(kAxes, kOptions);
    const auto add = [&](std::size_t contender, std::int64_t seed) {
        const Contender& found = table.contenders[contender];
        again += sweepLine(cellOf(found.values[0], found.values[1], seed), found.runs.at(seed).value());
    };
    add(0, 3);
    add(0, 1);
    add(1, 9007199254740991);
    QCOMPARE(QString::fromStdString(again), QString::fromStdString(wholeTable()));
    QCOMPARE(table.contenders[0].runs.at(1)->status, RunStatus::Diverged);
}

void TestSweepTable::onlySeeds()
{
    auto combination = std::make_shared<SweepCombination>();
    SweepRow row = rowOf(1);
    row.test.reset();
    row.stepsTo = {};
    const auto read = this->read(sweepHeader({}, {{}, std::nullopt}) + sweepLine({combination, 7}, row));
    QVERIFY(read.ok());
    QVERIFY(read.value().keys.empty() && read.value().accuracies.empty());
    QCOMPARE(read.value().contenders.size(), 1U);
    QVERIFY(!read.value().contenders[0].runs.at(7)->test);
}

void TestSweepTable::shards()
{
    const std::string header = sweepHeader(kAxes, kOptions);
    const std::string first = header + sweepLine(cellOf("relu", "x", 1), rowOf(1));
    const std::string second = header + sweepLine(cellOf("relu", "x", 2), rowOf(2)) +
                               sweepLine(cellOf("relu", "x", 1), rowOf(99)); // a row that is there twice
    for (const std::vector<std::string>& paths :
         {std::vector{write(first + second, "all.csv")},
          std::vector{write(first, "part-1.csv"), write(second, "part-2.csv"), write(header, "part-3.csv")}}) {
        const auto read = readSweepTable(paths);
        QVERIFY(read.ok());
        QCOMPARE(read.value().contenders.size(), 1U);
        QCOMPARE(read.value().contenders[0].runs.size(), 2U);
        QCOMPARE(read.value().contenders[0].runs.at(1)->train.lossFinal, 0.1); // the first of the two
        QCOMPARE(read.value().repeatedRows, 1);
    }
}

void TestSweepTable::spreadsheets()
{
    // As it comes back from one: a mark before the text, other line ends, another separator, blank lines.
    QString text = QString::fromStdString(sweepHeader({}, kOptions) +
                                          sweepLine({std::make_shared<SweepCombination>(), 7}, rowOf(1)));
    text.replace(QLatin1Char(','), QLatin1Char(';')).replace(QLatin1Char('\n'), QStringLiteral("\r\n"));
    const auto read = this->read("\xEF\xBB\xBF" + text.toStdString() + "\r\n\r\n");
    QVERIFY(read.ok());
    QCOMPARE(read.value().accuracies, kOptions.accuracies);
    QCOMPARE(read.value().contenders[0].runs.at(7)->wallSeconds, 0.123456);
}

void TestSweepTable::halfLines_data()
{
    QTest::addColumn<int>("kept"); ///< bytes of the last line
    QTest::addColumn<int>("halfRows");
    QTest::addColumn<int>("contenders");
    const int length = static_cast<int>(
        sweepLine(cellOf("{\"kind\":\"elu\",\"alpha\":2}", "max(x, 0) < 1", 9007199254740991), rowOf(3)).size());
    QTest::newRow("within the first quotes") << 12 << 1 << 1;
    QTest::newRow("within a number") << length - 40 << 1 << 1;
    QTest::newRow("without its end of line") << length - 1 << 0 << 2;
    QTest::newRow("whole") << length << 0 << 2;
    QTest::newRow("nothing of it") << 0 << 0 << 1;
}

void TestSweepTable::halfLines()
{
    QFETCH(int, kept);
    QFETCH(int, halfRows);
    QFETCH(int, contenders);
    const std::string text = wholeTable();
    const std::size_t begin = text.rfind('\n', text.size() - 2) + 1;
    const auto read = this->read(text.substr(0, begin + static_cast<std::size_t>(kept)));
    QVERIFY(read.ok());
    QCOMPARE(read.value().halfRows, halfRows);
    QCOMPARE(static_cast<int>(read.value().contenders.size()), contenders);
    QCOMPARE(read.value().contenders[0].runs.size(), 2U);
}

void TestSweepTable::unknownColumns()
{
    const auto read = this->read("network.depth,seed,remark,status,steps,train_loss_final,steps_to_much\n"
                                 "4,1,\"good, I think\",done,10,0.5,9\n");
    QVERIFY(read.ok());
    QVERIFY(read.value().accuracies.empty());
    const SweepRow& row = read.value().contenders[0].runs.at(1).value();
    QCOMPARE(row.train.lossFinal, 0.5);
    QVERIFY(std::isnan(row.train.lossBest) && std::isnan(row.wallSeconds) && !row.start.deltaRatio && !row.test);
}

void TestSweepTable::faults_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("code");
    QTest::addColumn<int>("line");
    const QByteArray header = "network.depth,seed,status,steps,train_loss_final\n";
    const auto row = [](const char* name, const QByteArray& text, FaultCode code, int line) {
        QTest::newRow(name) << text << static_cast<int>(code) << line;
    };
    row("empty", "", FaultCode::BadArgument, 0);
    row("blank", "\n\n", FaultCode::BadArgument, 0);
    row("another table", "length,width,species\n1,2,iris\n", FaultCode::BadArgument, 0);
    row("half a header", "network.depth,seed,sta", FaultCode::BadArgument, 0);
    row("no text", QByteArray("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16), FaultCode::NotText, 1);
    row("no text below", header + "\xff\xfe,1,done,10,0.5\n4,1,done,10,0.5\n", FaultCode::NotText, 2);
    row("too few cells", header + "4,1,done\n5,1,done,10,0.5\n", FaultCode::UnevenRow, 2);
    row("too many cells", header + "4,1,done,10,0.5,9\n", FaultCode::UnevenRow, 2);
    row("no number", header + "4,1,done,10,0.5\n5,1,done,10,good\n", FaultCode::CellNoNumber, 3);
    row("no seed", header + "4,,done,10,0.5\n", FaultCode::MissingCell, 2);
    row("half a seed", header + "4,1.5,done,10,0.5\n", FaultCode::CellNotFinite, 2);
    row("endless steps", header + "4,1,done,inf,0.5\n", FaultCode::CellNotFinite, 2);
    row("unknown status", header + "4,1,finished,10,0.5\n", FaultCode::BadArgument, 2);
    row("open quote", header + "\"4,1,done,10,0.5\n5,1,done,10,0.5\n", FaultCode::OpenQuote, 2);
    row("another sweep below", header + "4,1,done,10,0.5\nnetwork.width,seed,status,steps,train_loss_final\n",
        FaultCode::CellNoNumber, 3);
}

void TestSweepTable::faults()
{
    QFETCH(QByteArray, text);
    QFETCH(int, code);
    QFETCH(int, line);
    const auto read = this->read(text.toStdString());
    QVERIFY(!read.ok());
    QCOMPARE(static_cast<int>(read.faults().front().code), code);
    QCOMPARE(read.faults().front().line, line);
    QCOMPARE(QString::fromStdString(read.faults().front().where), m_folder.filePath(QStringLiteral("table.csv")));
}

void TestSweepTable::files()
{
    const std::string missing = m_folder.filePath(QStringLiteral("missing.csv")).toStdString();
    const auto read = readSweepTable(std::vector{missing});
    QVERIFY(!read.ok());
    QCOMPARE(static_cast<int>(read.faults().front().code), static_cast<int>(FaultCode::Unreadable));
    const auto folder = readSweepTable(std::vector{m_folder.path().toStdString()});
    QVERIFY(!folder.ok());
    QCOMPARE(static_cast<int>(folder.faults().front().code), static_cast<int>(FaultCode::Unreadable));
    // Files of two sweeps do not go together.
    const std::string one = write(wholeTable(), "one.csv");
    for (const std::string& header : {sweepHeader({}, kOptions), sweepHeader(kAxes, {{0.5}, std::nullopt}),
                                      sweepHeader(kAxes, {{}, std::nullopt})}) {
        const std::string other = write(header, "other.csv");
        const auto both = readSweepTable(std::vector{one, other});
        QVERIFY(!both.ok());
        QCOMPARE(static_cast<int>(both.faults().front().code), static_cast<int>(FaultCode::BadArgument));
        QCOMPARE(both.faults().front().where, other);
    }
}

QTEST_APPLESS_MAIN(TestSweepTable)
#include "TestSweepTable.moc"

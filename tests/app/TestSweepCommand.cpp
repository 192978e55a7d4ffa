// SPDX-License-Identifier: GPL-3.0-or-later
// The command `sweep` as its users start it: the table that it leaves behind, how it goes on after an end of any kind,
// and what it says before it begins.
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

#include <sys/types.h>

namespace
{

constexpr int kPatience = 120'000; // milliseconds until a hang is called one

struct Answer {
    int code = -1;
    QString output;
    QString messages;
};

void start(QProcess& process, const QString& arguments)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8"));
    process.setProcessEnvironment(environment);
    process.start(QStringLiteral(ACTISCOPE_PROGRAM), arguments.split(QLatin1Char(' '), Qt::SkipEmptyParts));
}

Answer ask(const QString& arguments)
{
    QProcess process;
    start(process, arguments);
    Answer answer;
    if (!process.waitForFinished(kPatience) || process.exitStatus() != QProcess::NormalExit)
        return answer;
    answer.code = process.exitCode();
    answer.output = QString::fromUtf8(process.readAllStandardOutput());
    answer.messages = QString::fromUtf8(process.readAllStandardError());
    return answer;
}

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// A file's lines without their last cell, which is the time that a run took.
QStringList rowsOf(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QStringList rows;
    for (const QString& line : QString::fromUtf8(file.readAll()).split(QLatin1Char('\n'), Qt::SkipEmptyParts))
        rows << line.section(QLatin1Char(','), 0, -2);
    return rows;
}

QStringList sorted(QStringList rows)
{
    rows.sort();
    return rows;
}

/// One of `rows`, cells by the names of `header`.
QString cell(const QStringList& rows, int row, const char* name)
{
    const qsizetype column = rows.first().split(QLatin1Char(',')).indexOf(QString::fromUtf8(name));
    return rows.at(row).split(QLatin1Char(',')).value(column);
}

const QString kSmall = QStringLiteral("sweep --preset relu-he --set network.depth=2 --set network.width=4 --set "
                                      "data.samples=60 --set training.batch_size=10 --steps 30 ");
const QString kVaried = kSmall + QStringLiteral("--vary network.activation.kind=relu,tanh "
                                                "--vary optimizer.learning_rate=0.1,1e9 --seeds 1..3 --accuracy "
                                                "0.5,0.95 ");

} // namespace

class TestSweepCommand : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void theTable();
    void agreesWithRun();
    void jobsAndShards();
    void resume_data();
    void resume();
    void resumeOfAnotherSweep_data();
    void resumeOfAnotherSweep();
    void moreSeedsLater();
    void faults_data();
    void faults();
    void aFaultLeavesNoFile();
    void standardOutput();
    void theFileBeside();
    void theFileBesideGrows();
    void comparisonFiles();
    void ownFilesAreKept();
    void signalsStop_data();
    void signalsStop();

private:
    [[nodiscard]] QString path(const char* name) const { return m_folder.filePath(QString::fromUtf8(name)); }
    /// Sweeps into a file of that name.
    [[nodiscard]] Answer sweep(const QString& arguments, const char* name) const
    {
        return ask(arguments + QStringLiteral(" --out ") + path(name));
    }

    QTemporaryDir m_folder;
    QStringList m_whole; ///< the rows of kVaried
};

void TestSweepCommand::initTestCase()
{
    const Answer answer = sweep(kVaried, "whole.csv");
    QCOMPARE(answer.code, 0); // though runs diverge
    QCOMPARE(answer.output, QString());
    m_whole = rowsOf(path("whole.csv"));
    const qsizetype diverged = m_whole.filter(QStringLiteral(",diverged,")).size();
    QCOMPARE(answer.messages, QStringLiteral("12 of 12 runs done. Diverged: %1.\n").arg(diverged));
    QCOMPARE(m_whole.size(), 13);
}

void TestSweepCommand::theTable()
{
    QVERIFY2(m_whole.first().startsWith(QStringLiteral("network.activation.kind,optimizer.learning_rate,seed,status,"
                                                       "steps,train_loss_final,")),
             qPrintable(m_whole.first()));
    QVERIFY(m_whole.at(1).startsWith(QStringLiteral("relu,0.1,1,done,30,")));
    QVERIFY(m_whole.at(4).startsWith(QStringLiteral("relu,1e9,1,diverged,")));
    QVERIFY(m_whole.at(12).startsWith(QStringLiteral("tanh,1e9,3,")));
    for (int row = 1; row <= 12; ++row) {
        const double best = cell(m_whole, row, "test_accuracy_best").toDouble();
        QVERIFY(best >= cell(m_whole, row, "test_accuracy_final").toDouble());
        QCOMPARE(cell(m_whole, row, "steps_to_0.5").isEmpty(), best < 0.5);
        QCOMPARE(cell(m_whole, row, "steps_to_0.95").isEmpty(), best < 0.95);
    }
    // Without anything varied, only the seeds are.
    QCOMPARE(sweep(kSmall + QStringLiteral("--seeds 4..4 --quiet"), "one.csv").messages, QString());
    QVERIFY(rowsOf(path("one.csv")).value(1).startsWith(QStringLiteral("4,done,30,")));
}

void TestSweepCommand::agreesWithRun()
{
    const Answer run = ask(QStringLiteral("run --preset relu-he --set network.depth=2 --set network.width=4 --set "
                                          "data.samples=60 --set training.batch_size=10 --steps 30 --set "
                                          "network.activation.kind=tanh --set seed=2 --quiet"));
    QCOMPARE(run.code, 0);
    const QString loss = cell(m_whole, 8, "train_loss_final");
    QCOMPARE(cell(m_whole, 8, "seed"), QStringLiteral("2"));
    QVERIFY2(run.output.contains(QStringLiteral("\"train\":{\"loss\":") + loss + QLatin1Char(',')),
             qPrintable(run.output));
    QVERIFY(run.output.contains(QStringLiteral("\"delta_ratio\":") + cell(m_whole, 8, "delta_ratio_end")));
}

void TestSweepCommand::jobsAndShards()
{
    for (const char* jobs : {"1", "3"}) {
        QCOMPARE(sweep(kVaried + QStringLiteral("--jobs ") + QString::fromUtf8(jobs), "jobs.csv").code, 0);
        QCOMPARE(rowsOf(path("jobs.csv")), m_whole); // in this order
    }
    QStringList rows;
    for (const char* shard : {"1/3", "2/3", "3/3"}) {
        QCOMPARE(sweep(kVaried + QStringLiteral("--shard ") + QString::fromUtf8(shard), "shard.csv").code, 0);
        QStringList part = rowsOf(path("shard.csv"));
        QCOMPARE(part.takeFirst(), m_whole.first());
        QCOMPARE(part.size(), 4);
        rows << part;
    }
    QCOMPARE(sorted(rows), sorted(m_whole.mid(1)));
}

void TestSweepCommand::resume_data()
{
    QTest::addColumn<double>("share"); ///< of the file that is left
    QTest::newRow("nothing") << 0.0;
    QTest::newRow("half a header") << 0.02;
    QTest::newRow("half") << 0.5;
    QTest::newRow("most") << 0.97;
    QTest::newRow("all") << 1.0;
}

void TestSweepCommand::resume()
{
    QFETCH(double, share);
    QFile whole(path("whole.csv"));
    QVERIFY(whole.open(QIODevice::ReadOnly));
    const QByteArray text = whole.readAll();
    const QByteArray left = text.left(static_cast<qsizetype>(static_cast<double>(text.size()) * share));
    QFile::remove(path("resumed.csv"));
    if (!left.isEmpty()) {
        QFile part(path("resumed.csv"));
        QVERIFY(part.open(QIODevice::WriteOnly) && part.write(left) == left.size());
    }
    QCOMPARE(sweep(kVaried + QStringLiteral("--resume"), "resumed.csv").code, 0);
    QCOMPARE(rowsOf(path("resumed.csv")), m_whole);
    // What was there has not been made anew: even its times are the old ones.
    QFile resumed(path("resumed.csv"));
    QVERIFY(resumed.open(QIODevice::ReadOnly));
    QVERIFY(resumed.readAll().startsWith(left.left(left.lastIndexOf('\n') + 1)));
}

void TestSweepCommand::resumeOfAnotherSweep_data()
{
    QTest::addColumn<QString>("arguments");
    QTest::newRow("other keys") << kSmall + QStringLiteral("--vary network.width=4 --seeds 1..2 ");
    QTest::newRow("other accuracies") << QString(kVaried).replace(QStringLiteral("0.95"), QStringLiteral("0.9"));
    QTest::newRow("other steps") << QString(kVaried).replace(QStringLiteral("--steps 30"),
                                                             QStringLiteral("--steps 40"));
}

void TestSweepCommand::resumeOfAnotherSweep()
{
    QFETCH(QString, arguments);
    const Answer answer = sweep(arguments + QStringLiteral(" --resume"), "whole.csv");
    QCOMPARE(answer.code, 2);
    QVERIFY2(answer.messages.contains(QStringLiteral("whole.csv")), qPrintable(answer.messages));
    QCOMPARE(rowsOf(path("whole.csv")), m_whole);
}

void TestSweepCommand::moreSeedsLater()
{
    QVERIFY(QFile::copy(path("whole.csv"), path("more.csv")));
    const QString more = QString(kVaried).replace(QStringLiteral("1..3"), QStringLiteral("2..4"));
    QCOMPARE(sweep(more + QStringLiteral(" --resume"), "more.csv").code, 0);
    const QStringList rows = rowsOf(path("more.csv"));
    QCOMPARE(rows.mid(0, 13), m_whole);
    QCOMPARE(rows.size(), 17); // the fourth seed of each combination
    QVERIFY(rows.last().startsWith(QStringLiteral("tanh,1e9,4,")));
}

void TestSweepCommand::faults_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("told");
    const auto row = [](const char* typed, int code, const char* told) {
        QTest::newRow(typed) << QString::fromUtf8(typed) << code << QString::fromUtf8(told);
    };
    row("--seeds 1..2", 2, "--preset");
    row("no/such/file.json --seeds 1..2", 2, "no/such/file.json");
    row("--preset relu-he", 2, "--seeds A..B");
    row("--preset relu-he --seeds 1..2 --out=", 2, "--out PATH.csv");
    row("--preset relu-he --seeds 1", 2, "--seeds");
    row("--preset relu-he --seeds 2..1", 2, "--seeds");
    row("--preset relu-he --seeds 1..9007199254740991", 2, "at most 1000000 runs");
    row("--preset relu-he --seeds 1..2 --shard 0/2", 2, "--shard");
    row("--preset relu-he --seeds 1..2 --shard 3/2", 2, "--shard");
    row("--preset relu-he --seeds 1..2 --jobs 0", 2, "--jobs");
    row("--preset relu-he --seeds 1..2 --accuracy 0.9,1.1", 2, "1.1");
    row("--preset relu-he --seeds 1..2 --evaluate-every 0", 2, "--evaluate-every");
    row("--preset relu-he --seeds 1..2 --steps -1", 2, "--steps");
    row("--preset relu-he --seeds 1..2 --vary network.depth", 2, "KEY=V1,V2");
    row("--preset relu-he --seeds 1..2 --vary network.dept=1,2", 2, "Did you mean depth?");
    row("--preset relu-he --seeds 1..2 --vary network.depth=1,-2,x", 2, "network.depth is \"x\"");
    row("--preset relu-he --seeds 1..2 --vary network.depth=1 --vary network.depth=2", 2, "each key once");
    row("--preset relu-he --seeds 1..2 --vary training.steps=1,2 --steps 3", 2, "not together");
    row("--preset relu-he --seeds 1..2 --vary seed=1,2", 2, "--seeds");
    row("--preset relu-he --seeds 1..2 --vary network.width=4,4096 --vary network.depth=2,1000", 2,
        "network.width=4096, network.depth=1000: ");
    row("--preset relu-he --seeds 1..2 --set data.source=csv --vary data.path=no-such.csv", 2, "no-such.csv");
    row("--preset relu-he --seeds 1..2 --out no/such/folder.csv", 1, "no/such/folder.csv");
    row("--preset relu-he --seeds 1..2 --out - --resume", 2, "--resume");
}

void TestSweepCommand::faults()
{
    QFETCH(QString, typed);
    QFETCH(int, code);
    QFETCH(QString, told);
    const bool hasOut = typed.contains(QStringLiteral("--out"));
    const QString out = hasOut ? QString() : QStringLiteral(" --out ") + path("fault.csv");
    const Answer answer = ask(QStringLiteral("sweep ") + typed + out);
    QCOMPARE(answer.code, code);
    QVERIFY2(answer.messages.contains(told), qPrintable(answer.messages));
    QVERIFY(answer.output.isEmpty());
    QVERIFY(!QFileInfo::exists(path("fault.csv")));
}

void TestSweepCommand::aFaultLeavesNoFile()
{
    QFile table(path("table.csv"));
    QVERIFY(table.open(QIODevice::WriteOnly) && table.write("my own work\n") > 0);
    table.close();
    QCOMPARE(sweep(kSmall + QStringLiteral("--seeds 1..2 --vary network.depth=-1"), "table.csv").code, 2);
    QVERIFY(table.open(QIODevice::ReadOnly));
    QCOMPARE(table.readAll(), QByteArray("my own work\n"));
    if (QFileInfo::exists(QStringLiteral("/dev/full"))) {
        const Answer full = ask(kSmall + QStringLiteral("--seeds 1..2 --out /dev/full"));
        QCOMPARE(full.code, 1);
        QVERIFY2(full.messages.contains(QStringLiteral("/dev/full")), qPrintable(full.messages));
    }
}

void TestSweepCommand::standardOutput()
{
    const Answer answer = ask(kVaried + QStringLiteral("--out - --quiet"));
    QCOMPARE(answer.code, 0);
    QStringList rows;
    for (const QString& line : answer.output.split(QLatin1Char('\n'), Qt::SkipEmptyParts))
        rows << line.section(QLatin1Char(','), 0, -2);
    QCOMPARE(rows, m_whole);
}

void TestSweepCommand::theFileBeside()
{
    const QString beside = path("whole.comparison.json");
    const QByteArray text = contentOf(beside);
    QVERIFY(!text.isEmpty());
    // It makes the same table again.
    QCOMPARE(sweep(QStringLiteral("sweep ") + beside, "again.csv").code, 0);
    QCOMPARE(rowsOf(path("again.csv")), m_whole);
    QCOMPARE(contentOf(path("again.comparison.json")), text);
    QCOMPARE(ask(QStringLiteral("check ") + beside).output, beside + QStringLiteral(" is a valid comparison.\n"));
    // That of a shard is the same.
    QCOMPARE(sweep(kVaried + QStringLiteral("--shard 2/3"), "part-2.csv").code, 0);
    QCOMPARE(contentOf(path("part-2.comparison.json")), text);
    // Standard output and devices have none, and one that cannot be written is told before the first run.
    QCOMPARE(ask(kSmall + QStringLiteral("--seeds 1..1 --out /dev/null")).code, 0);
    QVERIFY(!QFileInfo::exists(QStringLiteral("/dev/null.comparison.json")));
    QVERIFY(QDir(m_folder.path()).mkdir(QStringLiteral("taken.comparison.json")));
    const Answer taken = sweep(kSmall + QStringLiteral("--seeds 1..1"), "taken.csv");
    QCOMPARE(taken.code, 1);
    QVERIFY2(taken.messages.contains(QStringLiteral("taken.comparison.json")), qPrintable(taken.messages));
}

void TestSweepCommand::theFileBesideGrows()
{
    const auto vary = [](const char* what) { return kSmall + QStringLiteral("--vary ") + QString::fromUtf8(what); };
    QCOMPARE(sweep(vary("network.depth=1,2 --seeds 2..3"), "grows.csv").code, 0);
    QCOMPARE(sweep(vary("network.depth=2,3 --seeds 3..4 --resume"), "grows.csv").code, 0);
    const QByteArray text = contentOf(path("grows.comparison.json"));
    QVERIFY2(text.contains("\"network.depth\": [1, 2, 3]") && text.contains("\"seeds\": [2, 4]"), text.constData());
    // What is begun anew is described anew.
    QCOMPARE(sweep(vary("network.depth=2 --seeds 4..4"), "grows.csv").code, 0);
    const QByteArray anew = contentOf(path("grows.comparison.json"));
    QVERIFY2(anew.contains("\"network.depth\": [2]") && anew.contains("\"seeds\": [4, 4]"), anew.constData());
}

void TestSweepCommand::comparisonFiles()
{
    QFile file(path("own.json"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(R"({"format": "actiscope-comparison", "version": 1, "seeds": [1, 2], "accuracies": [0.5], "steps": 3,
                   "experiment": {"data": {"samples": 60}, "network": {"depth": 1}},
                   "vary": {"network.width": [2, 3], "network.activation.kind": ["relu"]}})");
    file.close();
    const QString own = QStringLiteral("sweep ") + path("own.json");
    QCOMPARE(sweep(own, "own.csv").code, 0);
    QStringList rows = rowsOf(path("own.csv"));
    QCOMPARE(rows.size(), 5);
    QVERIFY(rows.first().contains(QStringLiteral("steps_to_0.5,delta")));
    QVERIFY(rows.at(4).startsWith(QStringLiteral("3,relu,2,done,3,")));
    // The command line replaces values, seeds, accuracies and steps, and adds keys.
    QCOMPARE(sweep(own + QStringLiteral(" --vary network.width=4 --vary network.depth=1,2 --seeds 7..7 --accuracy 0.7 "
                                        "--steps 2 --set optimizer.kind=adam"),
                   "own.csv")
                 .code,
             0);
    rows = rowsOf(path("own.csv"));
    QCOMPARE(rows.size(), 3);
    QVERIFY2(rows.first().startsWith(QStringLiteral("network.width,network.activation.kind,network.depth,seed,")),
             qPrintable(rows.first()));
    QVERIFY(rows.first().contains(QStringLiteral("steps_to_0.7,delta")));
    QVERIFY(rows.at(2).startsWith(QStringLiteral("4,relu,2,7,done,2,")));
    QVERIFY(contentOf(path("own.comparison.json")).contains("\"adam\""));
    // A preset, too; and a fault is told with its place.
    const Answer preset = ask(QStringLiteral("sweep --preset leaky-slope-under-dying --vary "
                                             "network.activation.negative_slope=0.5 --seeds 1..1 --steps 1 --out -"));
    QCOMPARE(preset.code, 0);
    QVERIFY(preset.output.contains(QStringLiteral("\n0.5,1,done,1,")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("{\"format\": \"actiscope-comparison\", \"version\": 1, \"seeds\": [1, 2],\n \"vary\": "
               "{\"network.depth\": [-1]}}");
    file.close();
    for (const QString& command :
         {own + QStringLiteral(" --out ") + path("none.csv"), QStringLiteral("check ") + path("own.json")}) {
        const Answer wrong = ask(command);
        QCOMPARE(wrong.code, 2);
        QVERIFY2(wrong.messages.contains(QStringLiteral("vary.network.depth is -1")) &&
                     wrong.messages.contains(QStringLiteral("line 2")),
                 qPrintable(wrong.messages));
    }
}

void TestSweepCommand::ownFilesAreKept()
{
    // A comparison that lies where that of the table would be.
    QFile file(path("kept.comparison.json"));
    const QByteArray text = R"({"format":"actiscope-comparison","version":1,"seeds":[1,1],"steps":2,
                                "experiment":{"data":{"samples":60},"network":{"depth":1}}})";
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(text) == text.size());
    file.close();
    const QString kept = QStringLiteral("sweep ") + path("kept.comparison.json");
    QCOMPARE(sweep(kept, "kept.csv").code, 0);
    QCOMPARE(contentOf(path("kept.comparison.json")), text);
    const QStringList rows = rowsOf(path("kept.csv"));
    QCOMPARE(sweep(kept + QStringLiteral(" --seeds 1..3"), "kept.csv").code, 2);
    QCOMPARE(contentOf(path("kept.comparison.json")), text);
    QCOMPARE(rowsOf(path("kept.csv")), rows);
}

void TestSweepCommand::signalsStop_data()
{
    QTest::addColumn<int>("signal");
    QTest::addColumn<int>("code");
    QTest::newRow("Ctrl-C") << SIGINT << 130;
    QTest::newRow("TERM") << SIGTERM << 143;
}

void TestSweepCommand::signalsStop()
{
    QFETCH(int, signal);
    QFETCH(int, code);
    QProcess process;
    const QString arguments = QString(kSmall).remove(QStringLiteral("--steps 30 ")) +
                              QStringLiteral("--vary training.steps=20,1000000000 --seeds 1..2 --jobs 2 --out -");
    start(process, arguments);
    QByteArray output;
    while (output.count('\n') < 3 && process.waitForReadyRead(kPatience)) // the header and the short runs
        output += process.readAllStandardOutput();
    QVERIFY(::kill(static_cast<pid_t>(process.processId()), signal) == 0);
    QVERIFY(process.waitForFinished(kPatience));
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    QCOMPARE(process.exitCode(), code);
    output += process.readAllStandardOutput();
    QCOMPARE(output.count('\n'), 3);
    QVERIFY(output.contains("\n20,1,done,20,") && output.contains("\n20,2,done,20,"));
    const QString messages = QString::fromUtf8(process.readAllStandardError());
    QVERIFY2(messages.startsWith(QStringLiteral("2 of 4 runs done. ")), qPrintable(messages));
}

QTEST_GUILESS_MAIN(TestSweepCommand)
#include "TestSweepCommand.moc"

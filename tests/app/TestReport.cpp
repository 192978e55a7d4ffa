// SPDX-License-Identifier: GPL-3.0-or-later
// The command `report` as its users start it: what the report of a sweep says and shows, that it needs nothing else,
// and what is said where none can be made.
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

namespace
{

constexpr int kPatience = 120'000; // milliseconds until a hang is called one

struct Answer {
    int code = -1;
    QString output;
    QString messages;
};

Answer ask(const QString& program, const QStringList& arguments)
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8"));
    environment.remove(QStringLiteral("QT_QPA_PLATFORM")); // it must see to that by itself
    process.setProcessEnvironment(environment);
    process.start(program, arguments);
    Answer answer;
    if (!process.waitForFinished(kPatience) || process.exitStatus() != QProcess::NormalExit)
        return answer;
    answer.code = process.exitCode();
    answer.output = QString::fromUtf8(process.readAllStandardOutput());
    answer.messages = QString::fromUtf8(process.readAllStandardError());
    return answer;
}

QByteArray contents(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void write(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("no file");
}

const QByteArray kHeader = "network.activation.kind,seed,status,steps,train_loss_final,train_accuracy_final,"
                           "test_loss_final,test_accuracy_final,steps_to_0.95,delta_ratio_start\n";

/// One run of the made-up table: its accuracy in thousandths.
QByteArray row(const char* kind, int seed, int accuracy, int steps)
{
    const QByteArray reached = steps > 0 ? QByteArray::number(steps) : QByteArray();
    return QByteArray(kind) + ',' + QByteArray::number(seed) + ",done,2000,0.1,1,0.2," +
           QByteArray::number(accuracy / 1000.0) + ',' + reached + ",0.5\n";
}

/// ReLU and GELU are alike, the sigmoid is far behind and slow, and two runs of SELU diverged.
QByteArray madeUpTable()
{
    QByteArray table = kHeader;
    for (int seed = 1; seed <= 5; ++seed) {
        table += row("sigmoid", seed, 800 + 2 * seed, 0);
        table += row("relu", seed, 970 + seed % 3, 300 + 10 * (seed % 2));
        table += row("gelu", seed, 970 + (seed + 1) % 3, 300 + 10 * (seed % 3));
        table += seed <= 2 ? "selu," + QByteArray::number(seed) + ",diverged,7,inf,0.1,nan,0.1,,1e-05\n"
                           : row("selu", seed, 968, 400);
    }
    return table;
}

} // namespace

class TestReport : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void saysWhatTheNumbersSupport();
    void isOneWellFormedFile();
    void themes();
    void theTable();
    void hostileValues();
    void pdf();
    void languages();
    void ofARealSweep();
    void severalFiles();
    void badInput_data();
    void badInput();
    void badPlaces();

private:
    [[nodiscard]] QString path(const char* name) const { return m_folder.filePath(QString::fromUtf8(name)); }
    [[nodiscard]] static Answer report(const QStringList& arguments)
    {
        return ask(QStringLiteral(ACTISCOPE_PROGRAM), QStringList{QStringLiteral("report")} + arguments);
    }
    /// The report of a table with this content.
    QString made(const QByteArray& table, const QStringList& more = {})
    {
        write(path("made.csv"), table);
        const Answer answer = report(QStringList{path("made.csv"), QStringLiteral("--out"), path("made.html")} + more);
        if (answer.code != 0 || !answer.messages.isEmpty())
            qFatal("%s", qPrintable(answer.messages));
        return QString::fromUtf8(contents(path("made.html")));
    }

    QTemporaryDir m_folder;
    QString m_html; ///< of the made-up table
};

void TestReport::initTestCase()
{
    m_html = made(madeUpTable());
}

void TestReport::saysWhatTheNumbersSupport()
{
    const QString summary =
        m_html.section(QStringLiteral("<div class=\"card summary\">"), 1).section(QStringLiteral("</div>"), 0, 0);
    for (const char* sentence :
         {"Final test accuracy: ReLU has the best average, 97.1 %.", "Worse beyond noise: Sigmoid.",
          "Cannot be told apart from it: GELU", "13 of 20 runs reached 95 % accuracy.", "The fastest is ReLU",
          "Slower beyond noise: Sigmoid.", "2 of 20 runs diverged: SELU (2 of 5)."})
        QVERIFY2(summary.contains(QString::fromUtf8(sentence)), qPrintable(summary));
    // Nothing more is claimed.
    QVERIFY(!summary.contains(QStringLiteral("noise: GELU")) && !summary.contains(QStringLiteral("noise: ReLU")));

    // Contenders that are alike.
    QByteArray table = kHeader;
    for (int seed = 1; seed <= 5; ++seed) {
        table += row("relu", seed, 970 + seed % 3, 300);
        table += row("gelu", seed, 970 + (seed + 1) % 3, 300);
    }
    const QString alike = made(table);
    QVERIFY(alike.contains(QStringLiteral("within the noise of the seeds: no other can be told apart from it.")));
    QVERIFY(alike.contains(QStringLiteral("No run diverged.")));
    QVERIFY(!alike.contains(QStringLiteral("beyond noise: ")));
    // One seed says nothing about chance.
    const QString one = made(kHeader + row("relu", 1, 970, 300) + row("gelu", 1, 300, 0));
    QVERIFY(one.contains(QStringLiteral("With fewer than 3 seeds in common nothing can be said about chance: GELU.")));
    QVERIFY(!one.contains(QStringLiteral("beyond noise: ")));
}

void TestReport::isOneWellFormedFile()
{
    QXmlStreamReader reader(m_html);
    QStringList figures;
    int shapes = 0;
    while (!reader.atEnd()) {
        reader.readNext();
        if (!reader.isStartElement())
            continue;
        const QString name = reader.name().toString();
        QVERIFY2(name != QStringLiteral("script") && name != QStringLiteral("link") && name != QStringLiteral("img") &&
                     name != QStringLiteral("iframe") && name != QStringLiteral("image"),
                 qPrintable(name));
        for (const char* attribute : {"href", "src", "xlink:href", "onload", "onclick"})
            QVERIFY(!reader.attributes().hasAttribute(QLatin1String(attribute)));
        shapes += name == QStringLiteral("path") || name == QStringLiteral("circle") ? 1 : 0;
        if (name == QStringLiteral("svg"))
            figures << reader.attributes().value(QStringLiteral("viewBox")).toString();
    }
    QVERIFY2(!reader.hasError(), qPrintable(reader.errorString()));
    QCOMPARE(figures.size(), 4); // accuracy, steps, gap, delta ratio
    QVERIFY(shapes > 80);        // a dot a run, and letters as outlines
    QVERIFY(!m_html.contains(QStringLiteral("@import")) && !m_html.contains(QStringLiteral("url(")));
    // The letters in the figures can be searched, too.
    for (const char* name : {"ReLU", "GELU", "Sigmoid", "SELU", "never reached", "Final test accuracy (%)"})
        QVERIFY2(m_html.contains(QStringLiteral("aria-label=\"%1\"").arg(QString::fromUtf8(name))), name);
    QVERIFY(m_html.contains(QStringLiteral("<html lang=\"en\">")));
    QVERIFY(m_html.contains(QStringLiteral("actiscope report")));
    QVERIFY(m_html.contains(QRegularExpression(QStringLiteral("Made by Actiscope \\d+\\.\\d+\\.\\d+"))));
}

void TestReport::themes()
{
    QVERIFY(m_html.contains(QStringLiteral("prefers-color-scheme:dark")));
    const QString dark = made(madeUpTable(), {QStringLiteral("--theme"), QStringLiteral("dark")});
    QVERIFY(!dark.contains(QStringLiteral("prefers-color-scheme")));
    QVERIFY(dark.contains(QStringLiteral("--card:#1b1f26")) && !dark.contains(QStringLiteral("--card:#ffffff")));
    QVERIFY(dark.contains(QStringLiteral("fill=\"#56b4e9\"")) && !dark.contains(QStringLiteral("fill=\"#0072b2\"")));
}

void TestReport::theTable()
{
    const QString body = m_html.section(QStringLiteral("<tbody>"), 1).section(QStringLiteral("</tbody>"), 0, 0);
    const QStringList rows = body.split(QStringLiteral("</tr>"), Qt::SkipEmptyParts).filter(QStringLiteral("<td>"));
    QCOMPARE(rows.size(), 4);
    QVERIFY(rows[0].contains(QStringLiteral("<td>ReLU</td>")) && rows[0].contains(QStringLiteral("<td>best</td>")));
    QVERIFY(rows[0].contains(QStringLiteral("<td>97.1 ± 0.1 %</td>")));
    QVERIFY(rows[2].contains(QStringLiteral("<td>Sigmoid</td>")) && rows[2].contains(QStringLiteral("<td>worse</td>")));
    QVERIFY2(rows[2].contains(QStringLiteral("<td>– (0 of 5)</td>")), qPrintable(rows[2]));
    QVERIFY(rows[3].contains(QStringLiteral("<td>5, 2 diverged</td>")));
}

void TestReport::hostileValues()
{
    const QByteArray hostile = "\"<script>alert('&amp;')</script>\x1b]]>\"";
    const QString html = made(QByteArray(kHeader).replace("network.activation.kind", "\"<b>k\"") +
                              row(hostile.constData(), 1, 900, 10) + row("\"a&b\"", 1, 800, 10));
    QVERIFY(!html.contains(QStringLiteral("<script")) && !html.contains(QStringLiteral("<b>")));
    QVERIFY(html.contains(QStringLiteral("&lt;script&gt;")) && html.contains(QStringLiteral("a&amp;b")));
    QXmlStreamReader reader(html);
    while (!reader.atEnd())
        reader.readNext();
    QVERIFY2(!reader.hasError(), qPrintable(reader.errorString()));
}

void TestReport::pdf()
{
    const Answer answer = report({path("made.csv"), QStringLiteral("--out"), path("made.PDF")});
    QCOMPARE(answer.code, 0);
    QCOMPARE(answer.messages, QString());
    write(path("table.csv"), madeUpTable());
    QCOMPARE(report({path("table.csv"), QStringLiteral("--out"), path("table.pdf")}).code, 0);
    const QByteArray bytes = contents(path("table.pdf"));
    QVERIFY(bytes.startsWith("%PDF-") && bytes.trimmed().endsWith("%%EOF"));
    const qsizetype pages = QString::fromLatin1(bytes).count(QRegularExpression(QStringLiteral("/Type\\s*/Page\\b")));
    QVERIFY2(pages >= 2 && pages <= 8, qPrintable(QString::number(pages)));
    QVERIFY(bytes.contains("/FontFile2")); // the house font is in it
    QVERIFY(!bytes.contains("/Subtype /Image"));
    const QString program = QStandardPaths::findExecutable(QStringLiteral("pdftotext"));
    if (program.isEmpty())
        QSKIP("pdftotext is not installed");
    const QString text = ask(program, {QStringLiteral("-layout"), path("table.pdf"), QStringLiteral("-")}).output;
    for (const char* words : {"Comparison: Activation", "97.1", "2 of 20 runs diverged", "Page 1 of"})
        QVERIFY2(text.contains(QString::fromUtf8(words)), words);
}

void TestReport::languages()
{
    const QString chinese = made(madeUpTable(), {QStringLiteral("--language"), QStringLiteral("zh_CN")});
    QVERIFY(chinese.contains(QStringLiteral("<html lang=\"zh-CN\">")));
}

void TestReport::ofARealSweep()
{
    const QString table = path("real.csv");
    const Answer sweep = ask(QStringLiteral(ACTISCOPE_PROGRAM),
                             QStringLiteral("sweep --preset relu-he --set network.width=4 --set data.samples=60 --set "
                                            "training.batch_size=10 --steps 30 --vary network.depth=1,2,4,8 --vary "
                                            "network.activation.kind=relu,tanh --seeds 1..3 --quiet --out")
                                     .split(QLatin1Char(' ')) +
                                 QStringList{table});
    QCOMPARE(sweep.code, 0);
    const Answer answer = report({table, QStringLiteral("--out"), path("real.html")});
    QCOMPARE(answer.code, 0);
    QCOMPARE(answer.messages, QString());
    const QString html = QString::fromUtf8(contents(path("real.html")));
    QVERIFY(html.contains(QStringLiteral("over Depth"))); // lines over the key that is a number
    QVERIFY(html.contains(QStringLiteral("Depth: 8")));   // and groups by it
    QVERIFY(html.contains(QStringLiteral("24 runs")));
}

void TestReport::severalFiles()
{
    QByteArray rest = kHeader;
    for (int seed = 6; seed <= 8; ++seed)
        rest += row("relu", seed, 970, 300);
    write(path("one.csv"), madeUpTable());
    write(path("two.csv"), rest + "relu,9,done,20"); // cut off
    QCOMPARE(report({path("one.csv"), path("two.csv"), QStringLiteral("--out"), path("both.html")}).code, 0);
    const QString html = QString::fromUtf8(contents(path("both.html")));
    QVERIFY(html.contains(QStringLiteral("23 runs")));
    QVERIFY(html.contains(QStringLiteral("one.csv, two.csv")));
    QVERIFY(html.contains(QStringLiteral("The last line of a file was cut off, and left out.")));
}

void TestReport::badInput_data()
{
    QTest::addColumn<QByteArray>("table");
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("message");
    const QStringList usual{QStringLiteral("bad.csv"), QStringLiteral("--out"), QStringLiteral("bad.html")};
    const auto row = [](const char* name, const QByteArray& table, const QStringList& arguments, const char* message) {
        QTest::newRow(name) << table << arguments << QString::fromUtf8(message);
    };
    row("empty", "", usual, "Expected: …,seed,status,steps,train_loss_final,…");
    row("another table", "length,species\n1,iris\n", usual, "“length,species” does not fit here");
    row("no run yet", kHeader, usual, "bad.csv is incomplete. Expected: a row for each run, but there is none yet");
    row("a cell is missing", kHeader + "relu,1,done\n" + ::row("relu", 2, 970, 300), usual,
        "line 2: This row has 3 cells, but the first row has 10.");
    row("a word for a number", kHeader + "relu,one,done,1,1,1,1,1,1,1\n", usual, "“one” is no number");
    row("no table", "", {QStringLiteral("missing.csv"), QStringLiteral("--out"), QStringLiteral("bad.html")},
        "missing.csv cannot be read: No such file or directory.");
    row("a folder", "", {QStringLiteral("."), QStringLiteral("--out"), QStringLiteral("bad.html")},
        "cannot be read: Is a directory.");
    row("no place", madeUpTable(), {QStringLiteral("bad.csv")}, "report is incomplete. Expected: --out report.html.");
    row("no format", madeUpTable(), {QStringLiteral("bad.csv"), QStringLiteral("--out"), QStringLiteral("bad.doc")},
        "--out: “bad.doc” does not fit here. Expected: a name that ends in .html or .pdf.");
    row("standard output", madeUpTable(), {QStringLiteral("bad.csv"), QStringLiteral("--out"), QStringLiteral("-")},
        "--out: “-” does not fit here.");
    row("unknown theme", madeUpTable(), usual + QStringList{QStringLiteral("--theme"), QStringLiteral("pink")},
        "Expected: light, dark.");
    row("unknown language", madeUpTable(), usual + QStringList{QStringLiteral("--language"), QStringLiteral("tlh")},
        "Expected: en, zh_CN.");
    row("no file at all", "", {QStringLiteral("--out"), QStringLiteral("bad.html")}, "report is incomplete");
}

void TestReport::badInput()
{
    QFETCH(QByteArray, table);
    QFETCH(QStringList, arguments);
    QFETCH(QString, message);
    const QString before = QDir::currentPath();
    QVERIFY(QDir::setCurrent(m_folder.path()));
    write(path("bad.csv"), table);
    const Answer answer = report(arguments);
    QDir::setCurrent(before);
    QCOMPARE(answer.code, 2);
    QVERIFY2(answer.messages.contains(message), qPrintable(answer.messages));
    QCOMPARE(answer.output, QString());
    QVERIFY(!QFileInfo::exists(path("bad.html")));
}

void TestReport::badPlaces()
{
    write(path("table.csv"), madeUpTable());
    const Answer answer = report({path("table.csv"), QStringLiteral("--out"), path("no/such/folder.html")});
    QCOMPARE(answer.code, 1);
    QVERIFY2(answer.messages.contains(QStringLiteral("cannot be written: No such file or directory.")),
             qPrintable(answer.messages));
    // A table that happens to be called like a report is not written over.
    write(path("table.html"), madeUpTable());
    QCOMPARE(report({path("table.html"), QStringLiteral("--out"), path("table.html")}).code, 2);
    QCOMPARE(contents(path("table.html")), madeUpTable());
}

QTEST_GUILESS_MAIN(TestReport)
#include "TestReport.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
// The program as its users start it: what it prints where, what it leaves behind, and its exit codes.
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

#include <sys/types.h>

namespace
{

struct Answer {
    int code = -1;
    QString output;
    QString messages;
};

constexpr int kPatience = 120'000; // milliseconds until a hang is called one

void start(QProcess& process, const QStringList& arguments)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const char* name : {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"})
        environment.remove(QString::fromUtf8(name));
    environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8"));
    process.setProcessEnvironment(environment);
    process.start(QStringLiteral(ACTISCOPE_PROGRAM), arguments);
}

Answer ask(const QStringList& arguments)
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

/// The arguments as one text with spaces between them.
Answer ask(const char* arguments)
{
    return ask(QString::fromUtf8(arguments).split(QLatin1Char(' '), Qt::SkipEmptyParts));
}

QList<QJsonObject> jsonLines(const QString& text)
{
    QList<QJsonObject> lines;
    for (const QString& line : text.split(QLatin1Char('\n'), Qt::SkipEmptyParts)) {
        QJsonParseError error;
        lines << QJsonDocument::fromJson(line.toUtf8(), &error).object();
        if (error.error != QJsonParseError::NoError)
            qFatal("no JSON: %s", qPrintable(line));
    }
    return lines;
}

QString fileText(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

const char* const kSmall = "run --preset relu-he --set network.depth=2 --set network.width=4 --set data.samples=60 "
                           "--set training.batch_size=10 ";

} // namespace

class TestProgram : public QObject
{
    Q_OBJECT

private slots:
    void versionNamesTheKernels();
    void exitCodes_data();
    void exitCodes();
    void curve_data();
    void curve();
    void lists_data();
    void lists();
    void hostileFiles_data();
    void hostileFiles();
    void settings_data();
    void settings();
    void metrics();
    void findings();
    void sameSeedSameBytes();
    void theExperimentCanBeRunAgain();
    void recordingLessChangesNoRecord();
    void divergence();
    void noStep();
    void recordedChangesAreReplayed();
    void unwritablePlaces();
    void aFaultLeavesNoFile();
    void figures();
    void signalsStop_data();
    void signalsStop();
    void aReaderMayLeave();

private:
    QTemporaryDir m_folder;
};

void TestProgram::versionNamesTheKernels()
{
    const QString text = ask("--version").output;
    QVERIFY2(text.startsWith(QStringLiteral("actiscope ")) && text.contains(QStringLiteral("\nkernels: ")),
             qPrintable(text));
    qputenv("ACTISCOPE_KERNELS", "plain");
    QVERIFY(ask("--version").output.contains(QStringLiteral("kernels: plain (")));
    qputenv("ACTISCOPE_KERNELS", "abacus"); // there is no such path: the best one computes
    QCOMPARE(ask("--version").output, text);
    qunsetenv("ACTISCOPE_KERNELS");
}

void TestProgram::exitCodes_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("told"); // part of standard error
    const auto row = [](const char* typed, int code, const char* told) {
        QTest::newRow(*typed == '\0' ? "nothing" : typed)
            << QString::fromUtf8(typed) << code << QString::fromUtf8(told);
    };
    row("--version", 0, "");
    row("--help", 0, "");
    row("run --help", 0, "");
    row("", 1, "no display");
    row("frobnicate", 2, "frobnicate");
    row("no/such/file.json", 2, "no/such/file.json");
    row("--frobnicate", 2, "--frobnicate");
    row("run", 2, "--preset");
    row("theory", 2, "--preset");
    row("theory --preset relu-he", 0, "");
    row("theory --preset relu-he --set network.depth=-1", 2, "network.depth");
    row("export-code --framework pytorch --out x.py", 2, "export-code is incomplete");
    row("export-code --preset digits --framework jax --out x.py", 2, "pytorch");
    row("export-code --preset digits --framework pytorch --out no/such/x.py", 1, "no/such/x");
    row("run no/such/file.json", 2, "no/such/file.json");
    row("run --preset vanishing", 2, "vanishing-sigmoid");
    row("run --preset relu-he --steps -1", 2, "--steps");
    row("run --preset relu-he --record-every 0", 2, "--record-every");
    row("run --preset relu-he --size 960x600", 2, "--figures");
    row("run --preset relu-he --figures f --formats png,gif", 2, "gif");
    row("run --preset relu-he --figures f --size 9x9", 2, "9x9");
    row("run --preset relu-he --figures f --language xx", 2, "xx");
    row("run --preset relu-he --set network.depth=-1", 2, "network.depth is -1");
    row("run --preset relu-he --set network.dept=3", 2, "Did you mean depth?");
    row("run --preset relu-he --set network.depth", 2, "KEY=VALUE");
    row("run --preset relu-he --set data.noise=NaN", 2, "data.noise");
    row("run --preset relu-he --set network.width=4096 --set network.depth=1000", 2, "GB");
    row("curve rleu --at 0", 2, "Did you mean relu?");
    row("curve relu", 2, "--at");
    row("curve relu --from 1 --to 1 --points 5", 2, "--to");
    row("curve relu --from 1 --to 2 --points 1", 2, "--points");
    row("curve relu --at 1,x", 2, "--at");
    row("curve relu --param negative_slope=1 --at 1", 2, "negative_slope");
    row("list things", 2, "activations");
    row("check no/such/file.json", 2, "no/such/file.json");
}

void TestProgram::exitCodes()
{
    QFETCH(QString, typed);
    QFETCH(int, code);
    QFETCH(QString, told);
    const Answer answer = ask(typed.toUtf8().constData());
    QCOMPARE(answer.code, code);
    QVERIFY2(answer.messages.contains(told), qPrintable(answer.messages));
    QCOMPARE(answer.output.isEmpty(), code != 0);
    QVERIFY(code == 0 || !answer.messages.isEmpty());
    if (typed.isEmpty()) {
        QCOMPARE(answer.messages.count(QLatin1Char('\n')), 1); // one line, and it shows what to type
        QVERIFY(answer.messages.contains(QStringLiteral("actiscope run")));
    }
}

void TestProgram::curve_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("output");
    const auto row = [](const char* name, const char* typed, const char* rows) {
        QTest::newRow(name) << QString::fromUtf8(typed) << QStringLiteral("x,f,df\n") + QString::fromUtf8(rows);
    };
    row("at", "curve leaky_relu --param negative_slope=0.2 --at -1,0,2", "-1,-0.2,0.2\n0,0,0.2\n2,2,1\n");
    row("at=", "curve leaky_relu --at=-1,2", "-1,-0.01,0.01\n2,2,1\n");
    row("range", "curve relu --from -1 --to 1 --points 3", "-1,0,0\n0,0,0\n1,1,1\n");
    row("float", "curve identity --at 0.1,1e-30,16777217", "0.1,0.1,1\n1e-30,1e-30,1\n16777216,16777216,1\n");
    row("beyond", "curve identity --at nan,inf,-inf", "nan,nan,nan\ninf,inf,1\n-inf,-inf,1\n");
}

void TestProgram::curve()
{
    QFETCH(QString, typed);
    QFETCH(QString, output);
    const Answer answer = ask(typed.toUtf8().constData());
    QCOMPARE(answer.output, output);
    QCOMPARE(answer.code, 0);
}

void TestProgram::lists_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<QStringList>("ids");
    const auto row = [](const char* what, const char* ids) {
        QTest::newRow(what) << QString::fromUtf8(what) << QString::fromUtf8(ids).split(QLatin1Char(' '));
    };
    row("activations",
        "identity step sigmoid hard_sigmoid log_sigmoid tanh hard_tanh softsign arctan tanhshrink relu relu6 "
        "leaky_relu "
        "prelu rrelu threshold elu celu selu gelu gelu_tanh silu swish hard_swish mish softplus squareplus softshrink "
        "hardshrink sine gaussian abs bent_identity exponential");
    row("normalizations", "none batch layer rms");
    row("residuals", "none pre post");
    row("dropouts", "dropout alpha_dropout");
    row("schedules", "constant step exponential cosine");
    row("settings", "seed data.source network.depth optimizer.learning_rate optimizer.schedule.warmup_steps");
    row("initializers", "xavier_normal xavier_uniform he_normal he_uniform lecun_normal lecun_uniform fan_in_uniform");
    row("optimizers", "sgd adagrad rmsprop adam adamw");
    row("losses", "cross_entropy binary_cross_entropy hinge mse l1 huber");
    row("datasets", "moons circles spirals xor sine_wave digits");
    row("presets",
        "vanishing-sigmoid relu-he saturated-sigmoid dying-relu leaky-rescue exploding selu-self-normalizing "
        "batchnorm-rescue linear-collapse digits");
}

void TestProgram::lists()
{
    QFETCH(QString, what);
    QFETCH(QStringList, ids);
    const Answer answer = ask({QStringLiteral("list"), what, QStringLiteral("--json")});
    QCOMPARE(answer.code, 0);
    const Answer table = ask({QStringLiteral("list"), what});
    QStringList found;
    for (const QJsonValue& row : QJsonDocument::fromJson(answer.output.toUtf8()).array()) {
        const QJsonObject object = row.toObject();
        found << object[QStringLiteral("id")].toString();
        QVERIFY(table.output.contains(found.last()));
        QVERIFY(!object[QStringLiteral("name")].toString().isEmpty());
        QVERIFY(object.contains(QStringLiteral("formula")));
        for (const QJsonValue& value : object[QStringLiteral("parameters")].toArray()) {
            for (const char* key : {"default", "max", "min", "name", "scale"})
                QVERIFY2(value.toObject().contains(QString::fromUtf8(key)), key);
        }
    }
    for (const QString& id : ids)
        QVERIFY2(found.contains(id), qPrintable(id));
}

void TestProgram::hostileFiles_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("told");
    const QByteArray head = R"({"format": "actiscope-experiment", "version": 1, )";
    QTest::newRow("empty") << QByteArray() << "line 1, column 1";
    QTest::newRow("truncated") << head + "\n\"network\": {"
                               << "line 2";
    QTest::newRow("wrong type") << head + "\"seed\": \"one\"}"
                                << "seed is \"one\", but it must be a whole number";
    QTest::newRow("unknown key") << head + "\n\n\"netwrok\": {}}"
                                 << "line 3: There is no key netwrok";
    QTest::newRow("duplicate key") << head + "\"seed\": 1,\n\"seed\": 1}"
                                   << "line 2: seed is given twice";
    QTest::newRow("depth -1") << head + "\"network\": {\"depth\": -1}}"
                              << "network.depth is -1, but it must be 0 … 1000";
    QTest::newRow("depth 1e9") << head + "\"network\": {\"depth\": 1e9}}"
                               << "must be 0 … 1000";
    QTest::newRow("NaN") << head + "\"data\": {\"noise\": NaN}}"
                         << "line 1, column";
    QTest::newRow("brackets") << QByteArray(100000, '[') << "nested too deep";
    QTest::newRow("zero bytes") << QByteArray(1000, '\0') << "line 1";
    QTest::newRow("giant") << QByteArray(20'000'000, ' ') << "too large";
}

void TestProgram::hostileFiles()
{
    QFETCH(QByteArray, content);
    QFETCH(QString, told);
    const QString path = m_folder.filePath(QStringLiteral("hostile.json"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    file.write(content);
    file.close();
    for (const QStringList& arguments :
         {QStringList{QStringLiteral("check"), path}, {QStringLiteral("run"), path}, {path}}) {
        const Answer answer = ask(arguments);
        QCOMPARE(answer.code, 2);
        QVERIFY2(answer.messages.contains(told), qPrintable(answer.messages));
        QVERIFY(answer.messages.startsWith(path));
        QCOMPARE(answer.messages.count(QLatin1Char('\n')), 1);
        QVERIFY(answer.output.isEmpty());
    }
}

void TestProgram::settings_data()
{
    QTest::addColumn<QString>("settings");
    QTest::addColumn<QStringList>("path");
    QTest::addColumn<QJsonValue>("value");
    const auto row = [](const char* settings, const char* path, const QJsonValue& value) {
        QTest::newRow(settings) << QString::fromUtf8(settings) << QString::fromUtf8(path).split(QLatin1Char('.'))
                                << value;
    };
    row("--set network.depth=3", "network.depth", 3);
    row("--set network.depth=3.0", "network.depth", 3);
    row("--set network.depth=3 --set network.depth=4", "network.depth", 4);
    row("--set network.activation.alpha=0.5 --set network.activation.kind=elu", "network.activation.alpha", 0.5);
    row("--set network.activation.kind=elu", "network.activation.alpha", 1);
    row("--set optimizer.momentum=0.9 --set optimizer.learning_rate=0.3 --set optimizer.kind=sgd", "optimizer.momentum",
        0.9);
    row("--set optimizer.kind=adam", "optimizer.learning_rate", 0.1); // the preset says 0.1, and adam has it too
    row("--set title=eight", "title", QStringLiteral("eight"));
    row("--set network.normalization=batch", "network.normalization.momentum", 0.1);
    row("--steps 0 --set training.steps=9", "training.steps", 0);
}

void TestProgram::settings()
{
    QFETCH(QString, settings);
    QFETCH(QStringList, path);
    QFETCH(QJsonValue, value);
    const Answer answer = ask((QStringLiteral("run --preset relu-he --metrics - --quiet --steps 0 ") +
                               QString(settings).remove(QStringLiteral("--steps 0 ")))
                                  .toUtf8()
                                  .constData());
    QVERIFY2(answer.code == 0, qPrintable(answer.messages));
    QJsonValue found = jsonLines(answer.output).first()[QStringLiteral("experiment")];
    for (const QString& key : path)
        found = found.toObject()[key];
    QCOMPARE(found, value);
}

void TestProgram::metrics()
{
    const Answer answer = ask((QByteArray(kSmall) + "--steps 25 --record-every 10 --metrics -").constData());
    QCOMPARE(answer.code, 0);
    const QList<QJsonObject> lines = jsonLines(answer.output);
    QStringList steps;
    for (const QJsonObject& line : lines)
        steps << line[QStringLiteral("type")].toString() + QString::number(line[QStringLiteral("step")].toInt(-1));
    QCOMPARE(steps.join(QLatin1Char(' ')), QStringLiteral("experiment-1 step0 step10 step20 step25 summary-1"));
    QVERIFY(lines[1][QStringLiteral("batch_loss")].isNull());
    QCOMPARE(lines[1][QStringLiteral("layers")].toArray().size(), 2);
    QVERIFY(lines[2][QStringLiteral("batch_loss")].isDouble());
    QCOMPARE(lines[3][QStringLiteral("status")].toString(), QStringLiteral("training"));
    QCOMPARE(lines[4][QStringLiteral("status")].toString(), QStringLiteral("done"));
    QCOMPARE(lines[4][QStringLiteral("epoch")].toDouble(), 25.0 / 4); // 42 training samples, batches of 10
    QCOMPARE(lines[5][QStringLiteral("final")].toObject()[QStringLiteral("train")], lines[4][QStringLiteral("train")]);
    // Without --metrics the summary alone goes to standard output.
    const Answer summary = ask((QByteArray(kSmall) + "--steps 25").constData());
    QCOMPARE(jsonLines(summary.output).size(), 1);
    QCOMPARE(jsonLines(summary.output).first(), lines[5]);
}

void TestProgram::sameSeedSameBytes()
{
    const QByteArray arguments = QByteArray(kSmall) + "--steps 50 --metrics - --set seed=";
    const Answer first = ask((arguments + "7").constData());
    QCOMPARE(first.code, 0);
    QCOMPARE(ask((arguments + "7").constData()).output, first.output);
    QVERIFY(ask((arguments + "8").constData()).output != first.output);
    const QString file = m_folder.filePath(QStringLiteral("same.jsonl"));
    ask((QByteArray(kSmall) + "--steps 50 --set seed=7 --metrics " + file.toUtf8()).constData());
    QCOMPARE(fileText(file), first.output);
}

void TestProgram::theExperimentCanBeRunAgain()
{
    const Answer first = ask((QByteArray(kSmall) + "--steps 20 --metrics -").constData());
    const QString path = m_folder.filePath(QStringLiteral("again.json"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QJsonDocument(jsonLines(first.output).first()[QStringLiteral("experiment")].toObject()).toJson());
    file.close();
    const Answer again = ask({QStringLiteral("run"), path, QStringLiteral("--metrics"), QStringLiteral("-")});
    QCOMPARE(again.output, first.output);
    QCOMPARE(ask({QStringLiteral("check"), path}).code, 0);
}

void TestProgram::findings()
{
    const QList<QJsonObject> sick =
        jsonLines(ask("run --preset vanishing-sigmoid --steps 300 --record-every 20 --metrics - --quiet").output);
    const QJsonObject first = sick[1][QStringLiteral("findings")].toArray().first().toObject();
    QCOMPARE(first[QStringLiteral("code")].toString(), QStringLiteral("vanishing"));
    QCOMPARE(first[QStringLiteral("severity")].toString(), QStringLiteral("alarm"));
    QCOMPARE(first[QStringLiteral("step")].toInt(-1), 0);
    const QJsonObject numbers = first[QStringLiteral("numbers")].toObject();
    QCOMPARE(numbers[QStringLiteral("value")], sick[1][QStringLiteral("delta_ratio")]);
    QCOMPARE(numbers[QStringLiteral("threshold")].toDouble(), 0.001);
    QCOMPARE(sick.last()[QStringLiteral("findings")], sick[sick.size() - 2][QStringLiteral("findings")]);

    for (const QJsonObject& line :
         jsonLines(ask("run --preset relu-he --steps 300 --record-every 20 --metrics - --quiet").output))
        QVERIFY(line[QStringLiteral("findings")].toArray().isEmpty());

    const QList<QJsonObject> moved =
        jsonLines(ask("run --preset relu-he --steps 0 --metrics - --quiet --set diagnosis.dead.notice=0.1").output);
    const QJsonObject dead = moved[1][QStringLiteral("findings")].toArray().first().toObject();
    QCOMPARE(dead[QStringLiteral("code")].toString(), QStringLiteral("dead"));
    QCOMPARE(dead[QStringLiteral("numbers")].toObject()[QStringLiteral("threshold")].toDouble(), 0.1);
}

void TestProgram::recordingLessChangesNoRecord()
{
    const QStringList often = ask((QByteArray(kSmall) + "--steps 30 --record-every 1 --metrics -").constData())
                                  .output.split(QLatin1Char('\n'));
    const QStringList seldom = ask((QByteArray(kSmall) + "--steps 30 --record-every 7 --metrics -").constData())
                                   .output.split(QLatin1Char('\n'));
    QCOMPARE(often.size(), 1 + 31 + 1 + 1);
    QCOMPARE(seldom.size(), 1 + 6 + 1 + 1);
    for (const QString& line : seldom)
        QVERIFY(often.contains(line));
}

void TestProgram::divergence()
{
    const Answer answer = ask("run --preset relu-he --set optimizer.learning_rate=1e6 --steps 200 --metrics - --quiet");
    QCOMPARE(answer.code, 3);
    const QList<QJsonObject> lines = jsonLines(answer.output);
    const QJsonObject diverged = lines.last()[QStringLiteral("diverged")].toObject();
    QCOMPARE(lines.last()[QStringLiteral("status")].toString(), QStringLiteral("diverged"));
    QVERIFY(diverged[QStringLiteral("step")].toInt() > 0);
    QVERIFY(diverged[QStringLiteral("layer")].toInt() > 0);
    const QStringList quantities{QStringLiteral("z"), QStringLiteral("loss"), QStringLiteral("delta"),
                                 QStringLiteral("parameter")};
    QVERIFY(quantities.contains(diverged[QStringLiteral("quantity")].toString()));
    QCOMPARE(lines.at(lines.size() - 2)[QStringLiteral("status")].toString(), QStringLiteral("diverged"));
    const QString step = QStringLiteral("step %1").arg(diverged[QStringLiteral("step")].toInt());
    QVERIFY2(answer.messages.contains(step), qPrintable(answer.messages));
    QVERIFY(answer.messages.contains(QStringLiteral("layer")));
}

void TestProgram::noStep()
{
    const Answer answer = ask((QByteArray(kSmall) + "--steps 0 --metrics -").constData());
    QCOMPARE(answer.code, 0);
    const QList<QJsonObject> lines = jsonLines(answer.output);
    QCOMPARE(lines.size(), 3);
    QCOMPARE(lines[1][QStringLiteral("status")].toString(), QStringLiteral("done"));
    QCOMPARE(lines[2][QStringLiteral("steps")].toInt(-1), 0);
}

void TestProgram::recordedChangesAreReplayed()
{
    const QString path = m_folder.filePath(QStringLiteral("changes.json"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(R"({"format": "actiscope-experiment", "version": 1, "network": {"depth": 2, "width": 4},
        "training": {"steps": 20}, "changes": [{"step": 10, "set": {"network.activation": {"kind": "tanh"}}}]})");
    file.close();
    const Answer answer = ask({QStringLiteral("run"), path, QStringLiteral("--metrics"), QStringLiteral("-"),
                               QStringLiteral("--record-every"), QStringLiteral("1")});
    QCOMPARE(answer.code, 0);
    const QList<QJsonObject> lines = jsonLines(answer.output);
    const auto activation = [&](int step) {
        const QJsonArray layers = lines[step + 1][QStringLiteral("layers")].toArray();
        return layers.first().toObject()[QStringLiteral("activation")].toString();
    };
    QCOMPARE(activation(10), QStringLiteral("leaky_relu"));
    QCOMPARE(activation(11), QStringLiteral("tanh"));
}

void TestProgram::unwritablePlaces()
{
    const QByteArray small(kSmall);
    const Answer metrics = ask((small + "--steps 5 --metrics /proc/no/such/file").constData());
    QCOMPARE(metrics.code, 1);
    QVERIFY(metrics.messages.contains(QStringLiteral("/proc/no/such/file")));
    const Answer folder = ask((small + "--steps 5 --figures /proc/no/such").constData());
    QCOMPARE(folder.code, 1);
    QVERIFY(folder.messages.contains(QStringLiteral("/proc/no/such")));
    QVERIFY(folder.output.isEmpty());
    if (!QFile::exists(QStringLiteral("/dev/full")))
        return;
    const Answer full = ask((small + "--steps 5 --metrics /dev/full").constData());
    QCOMPARE(full.code, 1);
    QVERIFY(full.messages.contains(QStringLiteral("/dev/full")));
}

void TestProgram::aFaultLeavesNoFile()
{
    const QString metrics = m_folder.filePath(QStringLiteral("none.jsonl"));
    const QString figures = m_folder.filePath(QStringLiteral("none"));
    const QByteArray outputs = " --metrics " + metrics.toUtf8() + " --figures " + figures.toUtf8();
    QCOMPARE(ask(("run --preset relu-he --set network.depth=-1" + outputs).constData()).code, 2);
    QCOMPARE(ask(("run --preset relu-he --steps x" + outputs).constData()).code, 2);
    QCOMPARE(ask(("run --preset no-such" + outputs).constData()).code, 2);
    QVERIFY(!QFile::exists(metrics));
    QVERIFY(!QFile::exists(figures));
}

void TestProgram::figures()
{
    const QString folder = m_folder.filePath(QStringLiteral("figures"));
    const Answer answer = ask(
        (QByteArray(kSmall) + "--steps 20 --formats png,svg,pdf --size 480x300 --dpi 96 --figures " + folder.toUtf8())
            .constData());
    QVERIFY2(answer.code == 0, qPrintable(answer.messages));
    for (const char* name : {"activation", "distributions", "gradient", "units", "loss", "decision", "factors", "chaos",
                             "diagnosis", "dashboard"})
        for (const char* format : {"png", "svg", "pdf"}) {
            const QString path =
                QStringLiteral("%1/%2.%3").arg(folder, QString::fromUtf8(name), QString::fromUtf8(format));
            QVERIFY2(QFileInfo(path).size() > 1000, qPrintable(path));
        }
    QCOMPARE(QDir(folder).entryList(QDir::Files).size(), 30);
    // What was found stands above the cards, and with its formula in a figure of its own.
    const QString found = m_folder.filePath(QStringLiteral("found"));
    QCOMPARE(
        ask(("run --preset vanishing-sigmoid --steps 2 --quiet --language en --formats svg --figures " + found.toUtf8())
                .constData())
            .code,
        0);
    for (const char* name : {"dashboard", "diagnosis"}) {
        QFile file(QStringLiteral("%1/%2.svg").arg(found, QLatin1String(name)));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY2(file.readAll().contains("Alarm: Vanishing gradient"), name);
    }
}

void TestProgram::signalsStop_data()
{
    QTest::addColumn<int>("signal");
    QTest::addColumn<int>("code");
    QTest::newRow("Ctrl-C") << SIGINT << 130;
    QTest::newRow("TERM") << SIGTERM << 143;
}

void TestProgram::signalsStop()
{
    QFETCH(int, signal);
    QFETCH(int, code);
    QProcess process;
    start(process, QString::fromUtf8("run --preset relu-he --steps 1000000000 --record-every 100 --metrics -")
                       .split(QLatin1Char(' ')));
    // Two lines are out: it trains.
    QByteArray output;
    while (output.count('\n') < 2 && process.waitForReadyRead(kPatience))
        output += process.readAllStandardOutput();
    QVERIFY(::kill(static_cast<pid_t>(process.processId()), signal) == 0);
    QVERIFY(process.waitForFinished(kPatience));
    output += process.readAllStandardOutput();
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    QCOMPARE(process.exitCode(), code);
    const QList<QJsonObject> lines = jsonLines(QString::fromUtf8(output));
    QCOMPARE(lines.last()[QStringLiteral("status")].toString(), QStringLiteral("stopped"));
    const QJsonObject record = lines.at(lines.size() - 2);
    QCOMPARE(record[QStringLiteral("step")], lines.last()[QStringLiteral("steps")]);
}

void TestProgram::aReaderMayLeave()
{
    QProcess shell;
    shell.start(
        QStringLiteral("sh"),
        {QStringLiteral("-c"),
         QStringLiteral("{ \"$0\" run --preset relu-he --steps 1000000000 --record-every 1 --metrics - --quiet; "
                        "echo \"code $?\" >&2; } | head -n 1 >/dev/null"),
         QStringLiteral(ACTISCOPE_PROGRAM)});
    QVERIFY(shell.waitForFinished(kPatience));
    QCOMPARE(QString::fromUtf8(shell.readAllStandardError()), QStringLiteral("code 0\n"));
}

QTEST_GUILESS_MAIN(TestProgram)
#include "TestProgram.moc"

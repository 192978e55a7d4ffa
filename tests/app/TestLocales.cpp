// SPDX-License-Identifier: GPL-3.0-or-later
// The program in systems of several languages: its words follow the system or the option, its results are the same
// bytes everywhere, and where letters cannot be drawn it says so.
#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

namespace
{

struct Answer {
    int code = -1;
    QByteArray output;
    QString messages;
};

using Environment = QMap<QString, QString>;

constexpr int kPatience = 120'000; // milliseconds until a hang is called one

Answer ask(const QString& arguments, const Environment& settings)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const char* name : {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "LC_ALL", "LC_MESSAGES", "LC_CTYPE",
                             "LC_NUMERIC", "LANG", "LANGUAGE"})
        environment.remove(QString::fromUtf8(name));
    for (auto setting = settings.begin(); setting != settings.end(); ++setting)
        environment.insert(setting.key(), setting.value());
    QProcess process;
    process.setProcessEnvironment(environment);
    process.start(QStringLiteral(ACTISCOPE_PROGRAM), arguments.split(QLatin1Char(' '), Qt::SkipEmptyParts));
    Answer answer;
    if (!process.waitForFinished(kPatience) || process.exitStatus() != QProcess::NormalExit)
        return answer;
    answer.code = process.exitCode();
    answer.output = process.readAllStandardOutput();
    answer.messages = QString::fromUtf8(process.readAllStandardError());
    return answer;
}

QString utf8(const char* text)
{
    return QString::fromUtf8(text);
}

const char* const kEnglish = "Actiscope, a desktop microscope";
const char* const kChinese = "观察激活函数的桌面显微镜";

} // namespace

class TestLocales : public QObject
{
    Q_OBJECT

private slots:
    void helpFollowsTheSystem_data()
    {
        QTest::addColumn<Environment>("environment");
        QTest::addColumn<QString>("arguments");
        QTest::addColumn<QString>("words");
        const auto row = [](const char* name, const Environment& environment, const char* arguments,
                            const char* words) {
            QTest::newRow(name) << environment << utf8(arguments) << utf8(words);
        };
        const QString lang = utf8("LANG");
        row("none", {}, "--help", kEnglish);
        row("C", {{lang, utf8("C.UTF-8")}}, "--help", kEnglish);
        row("Chinese", {{lang, utf8("zh_CN.UTF-8")}}, "--help", kChinese);
        row("Singapore", {{lang, utf8("zh_SG.UTF-8")}}, "--help", kChinese);
        row("Taiwan writes otherwise", {{lang, utf8("zh_TW.UTF-8")}}, "--help", kEnglish);
        row("LC_ALL", {{lang, utf8("en_US.UTF-8")}, {utf8("LC_ALL"), utf8("zh_CN.UTF-8")}}, "--help", kChinese);
        row("English before Chinese", {{lang, utf8("en_US.UTF-8")}, {utf8("LANGUAGE"), utf8("en:zh_CN")}}, "--help",
            kEnglish);
        row("German, then Chinese", {{lang, utf8("de_DE.UTF-8")}, {utf8("LANGUAGE"), utf8("de:zh_CN")}}, "--help",
            kChinese);
        row("asked for", {}, "--language zh_CN --help", kChinese);
        row("asked for English", {{lang, utf8("zh_CN.UTF-8")}}, "--language en --help", kEnglish);
    }

    void helpFollowsTheSystem()
    {
        QFETCH(Environment, environment);
        QFETCH(QString, arguments);
        QFETCH(QString, words);
        const Answer answer = ask(arguments, environment);
        QCOMPARE(answer.code, 0);
        QVERIFY2(QString::fromUtf8(answer.output).contains(words), answer.output.constData());
    }

    void faultsAreChineseThroughout()
    {
        const Environment chinese{{utf8("LANG"), utf8("zh_CN.UTF-8")}};
        const Answer option = ask(utf8("run --quiet=1 --preset relu-he"), chinese);
        QCOMPARE(option.code, 2);
        QVERIFY2(option.messages.contains(utf8("不带值")), qPrintable(option.messages));
        const Answer file = ask(utf8("check no-such-file.json"), chinese);
        QCOMPARE(file.code, 2);
        QVERIFY2(file.messages.contains(utf8("没有那个文件或文件夹")), qPrintable(file.messages));
        const Answer display = ask({}, chinese);
        QCOMPARE(display.code, 1);
        QVERIFY2(display.messages.contains(utf8("没有可以打开窗口的显示器")), qPrintable(display.messages));
        const Answer language = ask(utf8("--language xx"), chinese);
        QCOMPARE(language.code, 2);
        QVERIFY2(language.messages.contains(utf8("en, zh_CN")), qPrintable(language.messages));
    }

    void resultsAreTheSameEverywhere_data()
    {
        QTest::addColumn<QString>("arguments");
        QTest::newRow("run") << utf8("run --preset digits --steps 20 --record-every 5 --metrics - --quiet");
        QTest::newRow("summary") << utf8("run --preset exploding --steps 10 --quiet");
        QTest::newRow("curve") << utf8("curve elu --param alpha=0.25 --at -1.5,0,2.5");
        for (const char* what : {"activations", "normalizations", "residuals", "dropouts", "initializers", "losses",
                                 "optimizers", "schedules", "datasets", "presets", "settings"})
            QTest::addRow("%s", what) << utf8("list %1 --json").arg(utf8(what));
    }

    void resultsAreTheSameEverywhere()
    {
        QFETCH(QString, arguments);
        const Answer plain = ask(arguments, {{utf8("LC_ALL"), utf8("C")}});
        QCOMPARE(plain.code, 0);
        QVERIFY(!plain.output.isEmpty());
        // Most systems of builders have no German locale; where it can be made, its decimal comma is tried in earnest.
        QTemporaryDir locales;
        QProcess localedef;
        localedef.start(utf8("localedef"), {utf8("--no-archive"), utf8("-i"), utf8("de_DE"), utf8("-f"), utf8("UTF-8"),
                                            locales.filePath(utf8("de_DE.UTF-8"))});
        localedef.waitForFinished(kPatience);
        for (const char* language : {"de_DE.UTF-8", "zh_CN.UTF-8"}) {
            Environment environment{{utf8("LC_ALL"), utf8(language)}};
            if (QDir(locales.path()).exists(utf8("de_DE.UTF-8")))
                environment.insert(utf8("LOCPATH"), locales.path());
            const Answer answer = ask(arguments, environment);
            QCOMPARE(answer.code, plain.code);
            QCOMPARE(answer.output, plain.output);
        }
    }

    void figuresOfASystemWithoutChineseLetters()
    {
        QTemporaryDir folder;
        QFile settings(folder.filePath(utf8("fonts.conf")));
        QVERIFY(settings.open(QIODevice::WriteOnly));
        settings.write("<?xml version=\"1.0\"?><fontconfig><cachedir>" + QFile::encodeName(folder.path()) +
                       "</cachedir></fontconfig>");
        settings.close();
        const Environment environment{{utf8("LANG"), utf8("zh_CN.UTF-8")},
                                      {utf8("FONTCONFIG_FILE"), settings.fileName()}};
        const QString arguments =
            utf8("run --preset relu-he --steps 2 --quiet --formats svg --figures %1").arg(folder.path());
        const Answer answer = ask(arguments, environment);
        QCOMPARE(answer.code, 0);
        QVERIFY2(answer.messages.contains(utf8("fonts-noto-cjk")), qPrintable(answer.messages));
        QFile figure(folder.filePath(utf8("gradient.svg")));
        QVERIFY(figure.open(QIODevice::ReadOnly));
        QVERIFY(figure.readAll().contains("Gradient flow"));
    }

    void figuresFollowTheOption_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QString>("title");
        QTest::newRow("en") << utf8("en") << utf8("Gradient flow");
        QTest::newRow("zh_CN") << utf8("zh_CN") << utf8("梯度流");
    }

    void figuresFollowTheOption()
    {
        QFETCH(QString, language);
        QFETCH(QString, title);
        QTemporaryDir folder;
        const Answer answer =
            ask(utf8("run --preset relu-he --steps 2 --quiet --formats svg --language %1 --figures %2")
                    .arg(language, folder.path()),
                {});
        QCOMPARE(answer.code, 0);
        if (!answer.messages.isEmpty())
            QSKIP(qPrintable(answer.messages));
        QFile figure(folder.filePath(utf8("gradient.svg")));
        QVERIFY(figure.open(QIODevice::ReadOnly));
        QVERIFY(QString::fromUtf8(figure.readAll()).contains(title));
    }
};

QTEST_GUILESS_MAIN(TestLocales)
#include "TestLocales.moc"

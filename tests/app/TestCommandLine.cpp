// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/CommandLine.h"

#include <QTemporaryDir>
#include <QTest>

using app::Arguments;

class TestCommandLine : public QObject
{
    Q_OBJECT

private slots:
    void understood_data();
    void understood();
    void refused_data();
    void refused();
    void filesOpenTheWindow();
    void helpNamesEverything();
    void numbers();
};

void TestCommandLine::understood_data()
{
    QTest::addColumn<QStringList>("typed");
    QTest::addColumn<QString>("command");
    QTest::addColumn<QString>("option");
    QTest::addColumn<QStringList>("values");
    const auto list = [](const char* text) {
        return QString::fromUtf8(text).split(QLatin1Char(' '), Qt::SkipEmptyParts);
    };
    const auto row = [&](const char* typed, const char* command, const char* option, const char* values) {
        QTest::newRow(typed) << list(typed) << QString::fromUtf8(command) << QString::fromUtf8(option) << list(values);
    };
    row("", "", "--set", "");
    row("curve relu --at -1,0,2", "curve", "--at", "-1,0,2");
    row("curve relu --at=-1,0,2", "curve", "--at", "-1,0,2");
    row("curve --at -1 relu", "curve", "--at", "-1");
    row("curve relu --from -5 --to 5 --points 3", "curve", "--from", "-5");
    row("run a.json --set a=1 --set b=2", "run", "--set", "a=1 b=2");
    row("run a.json --set=title=x", "run", "--set", "title=x");
    row("run a.json --metrics -", "run", "--metrics", "-");
    row("run --quiet -- --file", "run", "--quiet", "");
    row("list presets --json", "list", "--json", "");
}

void TestCommandLine::understood()
{
    QFETCH(QStringList, typed);
    QFETCH(QString, command);
    QFETCH(QString, option);
    QFETCH(QStringList, values);
    const auto parsed = app::parseArguments(typed);
    QVERIFY(parsed.ok());
    QCOMPARE(QString::fromUtf8(parsed.value().command->name), command);
    QStringList found = parsed.value().values(option.toUtf8().constData());
    found.removeAll(QString());
    QCOMPARE(found, values);
}

void TestCommandLine::refused_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<core::FaultCode>("code");
    const auto row = [](const char* typed, core::FaultCode code) {
        QTest::newRow(typed) << QString::fromUtf8(typed) << code;
    };
    row("frobnicate", core::FaultCode::BadArgument);
    row("no-such-file.json", core::FaultCode::BadArgument);
    row("--frobnicate", core::FaultCode::BadArgument);
    row("-platform offscreen", core::FaultCode::BadArgument);
    row("run a.json --frobnicate", core::FaultCode::BadArgument);
    row("run a.json b.json", core::FaultCode::BadArgument);
    row("run a.json --steps", core::FaultCode::MissingArgument);
    row("run a.json --metrics --quiet", core::FaultCode::MissingArgument);
    row("run a.json --quiet=yes", core::FaultCode::BadArgument);
    row("run a.json --steps 3 --steps 4", core::FaultCode::BadArgument);
    row("curve", core::FaultCode::MissingArgument);
    row("list", core::FaultCode::MissingArgument);
    row("check", core::FaultCode::MissingArgument);
    row("theory a.json --steps 3", core::FaultCode::BadArgument);
    row("race a.json", core::FaultCode::BadArgument);
}

void TestCommandLine::refused()
{
    QFETCH(QString, typed);
    QFETCH(core::FaultCode, code);
    const auto parsed = app::parseArguments(typed.split(QLatin1Char(' ')));
    QVERIFY(!parsed);
    QCOMPARE(parsed.faults().front().code, code);
}

void TestCommandLine::filesOpenTheWindow()
{
    const QTemporaryDir folder; // anything that exists will do here
    const auto parsed = app::parseArguments({folder.path()});
    QVERIFY(parsed.ok());
    QCOMPARE(QString::fromUtf8(parsed.value().command->name), QString());
    QCOMPARE(parsed.value().words, QStringList{folder.path()});
}

void TestCommandLine::helpNamesEverything()
{
    const QString help = app::helpText();
    for (const app::CommandRow& command : app::commandTable()) {
        const QString own = app::helpText(command);
        QVERIFY(help.contains(own));
        QVERIFY(own.contains(QString::fromUtf8(command.name)));
        for (const app::OptionRow& option : command.options) {
            QVERIFY(own.contains(QString::fromUtf8(option.name)));
            QVERIFY2(QString::fromUtf8(option.help).size() > 5, option.name);
        }
    }
    QVERIFY(help.contains(QStringLiteral("--version")));
    for (const QString& line : help.split(QLatin1Char('\n')))
        QVERIFY2(line.size() <= 140, qPrintable(line));
    QVERIFY(app::parseArguments({QStringLiteral("run"), QStringLiteral("--help")}).value().help);
    QVERIFY(app::parseArguments({QStringLiteral("curve"), QStringLiteral("-h")}).value().help);
}

void TestCommandLine::numbers()
{
    const auto steps = [](const char* text) {
        const auto parsed = app::parseArguments(
            {QStringLiteral("run"), QStringLiteral("a.json"), QStringLiteral("--steps"), QString::fromUtf8(text)});
        app::ArgumentReader reader(parsed.value());
        const auto value = reader.integer("--steps", 0, 1000);
        return reader.faults().empty() ? value.value_or(-1) : -2;
    };
    QCOMPARE(steps("0"), 0);
    QCOMPARE(steps("1e3"), 1000);
    for (const char* text : {"-1", "1001", "2.5", "nan", "inf", "ten", "", "0x10", "1,000", "5 "})
        QVERIFY2(steps(text) == -2, text);
}

QTEST_APPLESS_MAIN(TestCommandLine)
#include "TestCommandLine.moc"

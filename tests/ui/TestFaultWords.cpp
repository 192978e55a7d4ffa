// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/FaultWords.h"

#include "core/nn/Expression.h"

#include <QTest>

using core::Fault;
using core::FaultCode;

class TestFaultWords : public QObject
{
    Q_OBJECT

private slots:
    void everyCodeHasWords();
    void sentences_data();
    void sentences();
    void hostileTextIsTamed();
    void guesses_data();
    void guesses();
    void formulas_data();
    void formulas();
};

void TestFaultWords::everyCodeHasWords()
{
    for (int code = 0; code <= static_cast<int>(FaultCode::BadExpression); ++code) {
        const Fault fault{static_cast<FaultCode>(code), "place", {"first", "second"}, 7};
        const QString text = ui::faultText(fault, QStringLiteral("experiment.json"));
        QVERIFY2(text.startsWith(QStringLiteral("experiment.json, line 7: ")), qPrintable(text));
        QVERIFY2(text.size() > 50, qPrintable(text));
        QVERIFY2(!text.contains(QLatin1Char('%')), qPrintable(text));
        QVERIFY2(text.endsWith(QLatin1Char('.')) || text.endsWith(QLatin1Char('?')), qPrintable(text));
    }
}

void TestFaultWords::sentences_data()
{
    QTest::addColumn<Fault>("fault");
    QTest::addColumn<QString>("document");
    QTest::addColumn<QString>("text");
    QTest::newRow("range") << Fault{FaultCode::OutOfRange, "network.depth", {"-1", "0 … 1000"}, 7}
                           << QStringLiteral("experiment.json")
                           << QStringLiteral("experiment.json, line 7: network.depth is -1, but it must be 0 … 1000.");
    QTest::newRow("no place") << Fault{FaultCode::OutOfRange, "network.depth", {"-1", "0 … 1000"}} << QString()
                              << QStringLiteral("network.depth is -1, but it must be 0 … 1000.");
    QTest::newRow("column") << Fault{FaultCode::JsonSyntax, "", {"N"}, 3, 10} << QStringLiteral("a.json")
                            << QStringLiteral(
                                   "a.json, line 3, column 10: This is no valid JSON: “N” was not expected here.");
    QTest::newRow("type") << Fault{FaultCode::WrongType, "seed", {"true", "integer"}} << QString()
                          << QStringLiteral("seed is true, but it must be a whole number.");
    QTest::newRow("guess") << Fault{FaultCode::UnknownKey, "network.dept", {"depth, width", "network"}} << QString()
                           << QStringLiteral("There is no key network.dept. Allowed there: depth, width. "
                                             "Did you mean depth?");
    QTest::newRow("formula") << Fault{FaultCode::BadExpression, "", {"sni", "name", "x, sin, tanh", ""}, 0, 3, 3}
                             << QString()
                             << QStringLiteral("column 3: sni is not known in formulas. There are: x, sin, tanh. "
                                               "Did you mean sin?");
    QTest::newRow("file of one letter") << Fault{FaultCode::OneClass, "/data/a", {"3"}} << QString()
                                        << QStringLiteral("a: All samples belong to one class, “3”. At least two are "
                                                          "needed to tell them apart.");
    QTest::newRow("document of one letter")
        << Fault{FaultCode::OutOfRange, "seed", {"-1", "0 … 9"}, 2} << QStringLiteral("s")
        << QStringLiteral("s, line 2: seed is -1, but it must be 0 … 9.");
    QTest::newRow("file") << Fault{FaultCode::Unreadable, "a.json", {"No such file or directory"}}
                          << QStringLiteral("a.json")
                          << QStringLiteral("a.json cannot be read: No such file or directory. Please check the name "
                                            "and the permissions.");
}

void TestFaultWords::sentences()
{
    QFETCH(Fault, fault);
    QFETCH(QString, document);
    QFETCH(QString, text);
    QCOMPARE(ui::faultText(fault, document), text);
}

void TestFaultWords::hostileTextIsTamed()
{
    const std::string escape = "\x1b[31m\n" + std::string(100000, 'x');
    const QString text = ui::faultText({FaultCode::UnknownKey, escape, {"depth"}});
    QVERIFY(text.size() < 1000);
    QVERIFY(!text.contains(QChar(0x1b)));
    QVERIFY(!text.contains(QLatin1Char('\n')));
    QVERIFY(ui::faultText({FaultCode::UnknownKey, "%1 %2 %3", {"depth"}}).contains(QStringLiteral("%1 %2 %3")));
}

void TestFaultWords::guesses_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("guess");
    QTest::newRow("left out") << QStringLiteral("rlu") << QStringLiteral("relu");
    QTest::newRow("swapped") << QStringLiteral("rleu") << QStringLiteral("relu");
    QTest::newRow("same") << QStringLiteral("elu") << QStringLiteral("elu");
    QTest::newRow("another word") << QStringLiteral("maxout") << QStringLiteral("");
    QTest::newRow("nothing") << QStringLiteral("") << QStringLiteral("");
}

void TestFaultWords::guesses()
{
    QFETCH(QString, typed);
    QFETCH(QString, guess);
    QCOMPARE(ui::likelyName(typed, QStringLiteral("relu, elu, sigmoid")), guess);
}

void TestFaultWords::formulas_data()
{
    QTest::addColumn<QString>("words"); ///< that must occur
    const auto row = [](const char* formula, const char* words) {
        QTest::newRow(*formula == 0 ? "nothing" : formula) << QString::fromUtf8(words);
    };
    row("", "x/(1+exp(-x))");
    row("x+", "ends too early");
    row("x+*2", "“*” does not fit here");
    row("(x", "opened in column 1");
    row("x)", "no opening one");
    row("1,5", "such as 0.5");
    row("2x", "2*x");
    row("2*ax", "a*x");
    row("x**2", "x^2");
    row("x=1", "==");
    row("0<x<1", "(0 < x) * (x < 1)");
    row("sin x", "sin(x)");
    row("max(x)", "Needed: 2, given: 1");
    row("ln(x)", "Did you mean log?");
    row("Exp(x)", "Did you mean exp?");
    row("sigmiod(x)", "Did you mean sigmoid?");
    row("x$", "“$”");
    row("x\x01", "“\\u0001”");
    row("\xff", "UTF-8");
    row("1.2.3", "“1.2.3” is no number");
    row("1e39", "3.4e38");
}

void TestFaultWords::formulas()
{
    QFETCH(QString, words);
    const std::string formula = qstrcmp(QTest::currentDataTag(), "nothing") == 0 ? "" : QTest::currentDataTag();
    const auto result = core::Expression::parse(formula);
    QVERIFY(!result);
    const QString text = ui::faultText(result.faults().front());
    QVERIFY2(text.contains(words), qPrintable(text));
    QVERIFY2(text.startsWith(QStringLiteral("column ")), qPrintable(text));
}

QTEST_APPLESS_MAIN(TestFaultWords)
#include "TestFaultWords.moc"

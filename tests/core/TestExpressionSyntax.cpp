// SPDX-License-Identifier: GPL-3.0-or-later
// What is understood as a formula and what is refused, with the place and the mistake.
#include "core/nn/Expression.h"
#include "tests/core/FloatChecks.h"
#include "tests/core/ParsedExpression.h"

#include <QTest>

#include <string>
#include <vector>

using namespace core;
using namespace parsedexpression;
using namespace floatchecks;

class TestExpressionSyntax : public QObject
{
    Q_OBJECT

private slots:
    void sameMeaning_data();
    void sameMeaning();
    void faults_data();
    void faults();
    void hostileText_data();
    void hostileText();
};

void TestExpressionSyntax::sameMeaning_data()
{
    QTest::addColumn<QString>("other");
    const auto row = [](const char* text, const char* other) { QTest::newRow(text) << QString::fromUtf8(other); };
    row("-x^2", "-(x^2)");
    row("2^3^x", "2^(3^x)");
    row("2^-x^2", "2^(-(x^2))");
    row("x-1-2", "(x-1)-2");
    row("x/2/3", "(x/2)/3");
    row("x/2*3", "(x/2)*3");
    row("1+x*2", "1+(x*2)");
    row("-x*2", "(-x)*2");
    row("2*-x", "2*(-x)");
    row("x--x", "x-(-x)");
    row("+x", "x");
    row("- - +x", "x");
    row("x+1>2*x", "(x+1)>(2*x)");
    row("z*z", "x*x");
    row("  x\t*\n2 ", "x*2");
    row("1.5e-1*x+.5+2.", "0.15*x+0.5+2");
    row("1E2*x", "100*x");
    row("2·x−3×x", "2*x-3*x");
    row("π*x ÷ 2", "pi*x/2");
    row("x≤1", "x<=1");
    row("x≥1", "x>=1");
    row("x≠1", "x!=1");
    row("ｍａｘ（ｘ，１）＋２", "max(x,1)+2");
    row("((((x))))", "x");
}

void TestExpressionSyntax::sameMeaning()
{
    QFETCH(QString, other);
    const std::vector<float> x = sweep(4, 33);
    const Values left = evaluated(parsed(QTest::currentDataTag()), x);
    const Values right = evaluated(parsed(other.toStdString()), x);
    QCOMPARE(left.f, right.f);
    QCOMPARE(left.df, right.df);
}

void TestExpressionSyntax::faults_data()
{
    QTest::addColumn<QString>("mistake");
    QTest::addColumn<int>("column");
    QTest::addColumn<int>("length");
    QTest::addColumn<QString>("met");
    QTest::addColumn<QString>("help"); ///< the first one
    const auto row = [](const char* text, const char* mistake, int column, int length, const char* met,
                        const char* help = "") {
        QTest::newRow(*text == 0 ? "nothing" : text)
            << QString::fromUtf8(mistake) << column << length << QString::fromUtf8(met) << QString::fromUtf8(help);
    };
    row("", "empty", 1, 0, "");
    row("   ", "empty", 1, 0, "");
    row("x+", "value", 3, 0, "");
    row("x + * 2", "value", 5, 1, "*");
    row("*x", "value", 1, 1, "*");
    row("2^", "value", 3, 0, "");
    row("()", "value", 2, 1, ")");
    row("max(x,)", "value", 7, 1, ")");
    row("max(,x)", "value", 5, 1, ",");
    row("(x+1", "unclosed", 5, 0, "", "1");
    row("2*max(x, (1+x)", "unclosed", 15, 0, "", "6");
    row("x+1)", "unopened", 4, 1, ")");
    row("1,5*x", "comma", 2, 1, ",");
    row("(1,5)*x", "comma", 3, 1, ",");
    row("2x", "multiplication", 2, 1, "x", "2*x");
    row("x(1+x)", "multiplication", 2, 1, "(", "x*(");
    row("(x)(x)", "multiplication", 4, 1, "(", ")*(");
    row("x exp(x)", "multiplication", 3, 3, "exp", "x*exp");
    row("2e", "multiplication", 2, 1, "e", "2*e");
    row("≤", "value", 1, 1, "<=");
    row("π·x + ξ", "character", 7, 1, "ξ");
    row("x $ 2", "character", 3, 1, "$");
    row("x & 1", "character", 3, 1, "&");
    row("x = 1", "equals", 3, 1, "=");
    row("x**2", "power", 2, 2, "**");
    row("0 < x < 1", "chain", 7, 1, "<");
    row("x == 1 != 2", "chain", 8, 2, "!=");
    row("1.2.3*x", "number", 1, 5, "1.2.3");
    row("x+.", "number", 3, 1, ".");
    row("1e39*x", "range", 1, 4, "1e39");
    row("x*1e99999", "range", 3, 7, "1e99999");
    row("sin x", "call", 1, 3, "sin", "sin(x)");
    row("x*clamp", "call", 3, 5, "clamp", "clamp(x, 0, 1)");
    row("if x", "call", 1, 2, "if", "if(x > 0, x, 0)");
    row("exp()", "arguments", 1, 3, "exp", "1");
    row("1+max(x)", "arguments", 3, 3, "max", "2");
    row("clamp(x,1)", "arguments", 1, 5, "clamp", "3");
    row("relu(x,1)", "arguments", 1, 4, "relu", "1");
    row("2*ax", "product", 3, 2, "ax", "a*x");
    row("sinn(x)", "name", 1, 4, "sinn");
    row("x + foo", "name", 5, 3, "foo");
    row("ln(x)", "name", 1, 2, "ln");
    row("Exp(x)", "name", 1, 3, "Exp");
    row("x\xff", "encoding", 2, 1, "");
    row("\xc3", "encoding", 1, 1, "");
    row("\xed\xa0\x80", "encoding", 1, 1, "");
}

void TestExpressionSyntax::faults()
{
    QFETCH(QString, mistake);
    QFETCH(int, column);
    QFETCH(int, length);
    QFETCH(QString, met);
    QFETCH(QString, help);
    const std::string text = qstrcmp(QTest::currentDataTag(), "nothing") == 0 ? "" : QTest::currentDataTag();
    const Result<Expression> result = Expression::parse(text);
    QVERIFY(!result);
    QCOMPARE(result.faults().size(), std::size_t{1});
    const Fault& fault = result.faults().front();
    QCOMPARE(fault.code, FaultCode::BadExpression);
    QCOMPARE(QString::fromStdString(fault.details.at(1)), mistake);
    QCOMPARE(fault.column, column);
    QCOMPARE(fault.length, length);
    QCOMPARE(QString::fromStdString(fault.details.at(0)), met);
    if (!help.isEmpty())
        QCOMPARE(QString::fromStdString(fault.details.at(2)), help);
    if (text == "ln(x)")
        QCOMPARE(fault.details.at(3), std::string("log"));
}

void TestExpressionSyntax::hostileText_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("mistake");
    const auto row = [](const char* name, const QByteArray& text, const char* mistake) {
        QTest::newRow(name) << text << QString::fromUtf8(mistake);
    };
    row("10,000 parentheses", QByteArray(10000, '('), "length");
    row("3,999 parentheses", QByteArray(3999, '('), "nesting");
    row("closing ones", QByteArray(3999, ')'), "value");
    row("signs", QByteArray(3999, '-') + 'x', "nesting");
    row("powers", QByteArray("x^").repeated(1999) + 'x', "nesting");
    row("calls", QByteArray("exp(").repeated(900), "nesting");
    row("signs and powers", QByteArray("-x^").repeated(1300), "nesting");
    row("arguments", "max(" + QByteArray("x,").repeated(1900) + "x)", "arguments");
    row("1 MB", QByteArray(1 << 20, 'x'), "length");
    row("1 MB of spaces", QByteArray(1 << 20, ' '), "length");
    row("1 MB of no UTF-8", QByteArray(1 << 20, '\xff'), "encoding");
    row("a long name", QByteArray(3999, 'q'), "name");
    row("a long number", QByteArray(3999, '9'), "range");
    row("points", QByteArray(3999, '.'), "number");
    row("NUL", QByteArray("x\0+1", 4), "character");
    row("NUL alone", QByteArray("\0", 1), "character");
    row("escape", QByteArray("\x1b[31m"), "character");
}

void TestExpressionSyntax::hostileText()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, mistake);
    const Result<Expression> result = Expression::parse(text.toStdString());
    QVERIFY(!result);
    QCOMPARE(QString::fromStdString(result.faults().front().details.at(1)), mistake);
    QVERIFY(result.faults().front().column > 0);
}

QTEST_APPLESS_MAIN(TestExpressionSyntax)
#include "TestExpressionSyntax.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
// Formulas of the catalogue, and those that textbooks write, become typeset pictures: understood, whole, with ink.
#include "core/nn/Activation.h"
#include "ui/base/Theme.h"
#include "ui/base/Words.h"
#include "ui/widgets/Formula.h"

#include <QFontDatabase>
#include <QRawFont>
#include <QTest>

#include <algorithm>

using namespace ui;

namespace
{

/// The tree in brackets: what was understood, whatever it looks like.
QString shape(const FormulaNode& node)
{
    using Kind = FormulaNode::Kind;
    static const QMap<Kind, QString> names{
        {Kind::Row, QStringLiteral("row")},       {Kind::Raised, QStringLiteral("sup")},
        {Kind::Fraction, QStringLiteral("frac")}, {Kind::Root, QStringLiteral("root")},
        {Kind::Fenced, QStringLiteral("fence")},  {Kind::Cases, QStringLiteral("cases")}};
    if (node.kind == Kind::Text || node.kind == Kind::Variable)
        return node.text.trimmed();
    QStringList parts;
    for (const FormulaNode& part : node.parts)
        parts << shape(part);
    return QStringLiteral("%1[%2]").arg(names.value(node.kind), parts.join(QLatin1Char(' ')));
}

QImage painted(const Formula& formula, double textSize)
{
    ui::FormulaLetters letters;
    const QSizeF size = formula.size(textSize, letters);
    QImage image((size + QSizeF(8, 8)).toSize(), QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    formula.paint(painter, {4, 4}, textSize, Qt::black, letters);
    return image;
}

bool hasInk(const QImage& image, const QRect& area)
{
    for (int y = area.top(); y <= area.bottom(); ++y)
        for (int x = area.left(); x <= area.right(); ++x)
            if (qGray(image.pixel(x, y)) < 140)
                return true;
    return false;
}

QString lettersOf(const FormulaNode& node)
{
    QString letters = node.text;
    for (const FormulaNode& part : node.parts)
        letters += lettersOf(part);
    return letters;
}

} // namespace

class TestFormula : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        for (const char* file : {"/fonts/Inter-Regular.otf", "/fonts/Inter-SemiBold.otf"})
            QVERIFY(QFontDatabase::addApplicationFont(QStringLiteral(ACTISCOPE_RESOURCES) + QLatin1String(file)) >= 0);
    }

    void everyFormulaIsUnderstood_data()
    {
        QTest::addColumn<QString>("text");
        for (const core::ActivationInfo& info : core::activationCatalogue()) {
            if (info.isTyped)
                continue; // it has the person's own
            QTest::addRow("%s f", info.id.data()) << fromCore(info.formula);
            QTest::addRow("%s df", info.id.data()) << fromCore(info.derivative);
        }
        // How the literature writes others.
        for (const char* text : {"1 if x > 0 else 0",
                                 "clip(x/6+1/2, 0, 1)",
                                 "−sp(−x)",
                                 "x/(1+|x|)",
                                 "arctan x",
                                 "x − tanh x",
                                 "scale·(x>0 ? x : alpha(e^x−1))",
                                 "x·Φ(x)",
                                 "x·s(beta x)",
                                 "x·tanh(sp(x))",
                                 "(x+sqrt(x²+b))/2",
                                 "sin(omega x)",
                                 "e^(−x²)",
                                 "|x|",
                                 "(sqrt(x²+1)−1)/2 + x",
                                 "ln(1 + e^x)",
                                 "min(max(0, x), 6)",
                                 "0.5·x·(1+tanh(√(2/π)·(x+0.044715·x³)))",
                                 "x if x > lambda, x if x < −lambda, else 0",
                                 "e^x",
                                 "-a*x^2"})
            QTest::addRow("%s", text) << QString::fromUtf8(text);
    }

    void everyFormulaIsUnderstood()
    {
        QFETCH(QString, text);
        const Formula formula(text);
        QVERIFY(formula.understood());
        for (const double size : {11.0, 24.0}) {
            const QImage image = painted(formula, size);
            // Ink reaches the left and the right edge of what was asked for, and leaves the rim free.
            const QRect inner = image.rect().adjusted(4, 0, -4, 0);
            const int part = std::max(4, static_cast<int>(size * 0.9));
            QVERIFY(hasInk(image, QRect(inner.left(), 0, part, image.height())));
            QVERIFY(hasInk(image, QRect(inner.right() - part, 0, part, image.height())));
            QVERIFY(!hasInk(image, QRect(0, 0, image.width(), 2)));
            QVERIFY(!hasInk(image, QRect(0, image.height() - 2, image.width(), 2)));
        }
        QVERIFY(!formula.html().isEmpty());
    }

    void everyLetterIsInTheBundledFont_data() { everyFormulaIsUnderstood_data(); }

    void everyLetterIsInTheBundledFont()
    {
        QFETCH(QString, text);
        const QRawFont inter = QRawFont::fromFont(themeFont(20));
        QVERIFY(inter.familyName().contains(QStringLiteral("Inter")));
        for (const QChar letter : lettersOf(Formula(text).root()))
            QVERIFY2(letter.isSpace() || inter.supportsCharacter(letter), qPrintable(QString(letter)));
    }

    void structureIsRight_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char* text, const char* expected) {
            QTest::addRow("%s", text) << QString::fromUtf8(text) << QString::fromUtf8(expected);
        };
        row("1 / (1 + e^−z)", "row[frac[1 row[row[1 + sup[e row[− z]]]]]]");
        row("e^(−x²)", "row[sup[e row[row[− sup[x 2]]]]]");
        row("x/6+1/2", "row[frac[x 6] + frac[1 2]]");
        row("a·b/c", "row[frac[row[a · b] c]]");
        row("tanh² z", "row[sup[tanh 2]  z]");
        row("sqrt(x²+b)", "row[root[row[row[sup[x 2] + b]]]]");
        row("z if z > 0, else alpha · z", "row[cases[z row[z > 0] row[α · z] row[]]]");
        row("x>0 ? x : 0", "row[cases[x row[x > 0] 0 row[]]]");
        row("2 · (z if z > 0, else 0)", "row[2 · cases[z row[z > 0] 0 row[]]]");
        row("|x|", "row[fence[x]]");
        // As they are typed.
        row("abs(x - 1)", "row[fence[row[x − 1]]]");
        row("x*sigmoid(x)", "row[x · row[sigmoid fence[row[x]]]]");
        row("if(x >= 0, x, if(x > -1, 0, 1e-3*x))", "row[cases[x row[x ≥ 0] 0 row[x > row[− 1]] row[1e-3 · x] row[]]]");
        row(".5*x + 2e^x", "row[row[.5 · x] + row[2  sup[e x]]]");
    }

    void structureIsRight()
    {
        QFETCH(QString, text);
        QTEST(shape(Formula(text).root()), "expected");
    }

    void parametersAreReplacedByTheirValues()
    {
        const Formula formula(QStringLiteral("z if z > 0, else negative_slope · z"),
                              {{QStringLiteral("negative_slope"), QStringLiteral("0.2")}});
        QVERIFY(formula.html().contains(QStringLiteral("0.2 · <i>z</i>")));
        QVERIFY(!formula.html().contains(QStringLiteral("slope")));
    }

    void replacedNamesKeepTheMeaning()
    {
        const QMap<QString, QString> names{{QStringLiteral("x"), QStringLiteral("z")},
                                           {QStringLiteral("a"), QStringLiteral("−2")}};
        const auto html = [&](const char* text) { return Formula(QString::fromUtf8(text), names).html(); };
        QCOMPARE(html("a*x"), QStringLiteral("−2 · <i>z</i>"));
        QCOMPARE(html("a^2"), QStringLiteral("(−2)<sup>2</sup>"));
        QCOMPARE(html("x-a"), QStringLiteral("<i>z</i> − (−2)"));
        QCOMPARE(html("clamp(x, a, 1)"), QStringLiteral("clamp(<i>z</i>, −2, 1)"));
    }

    void whatIsNotUnderstoodIsSetAsWritten_data()
    {
        QTest::addColumn<QString>("text");
        for (const char* text : {"", "(", "1 +", "max(0", "f ~ g", "a if", "z if z > 0", "? :", "^^", "|x", ")("})
            QTest::addRow("'%s'", text) << QString::fromUtf8(text);
    }

    void whatIsNotUnderstoodIsSetAsWritten()
    {
        QFETCH(QString, text);
        const Formula formula(text);
        QVERIFY(!formula.understood());
        QCOMPARE(lettersOf(formula.root()), text);
        painted(formula, 12);
    }
};

QTEST_MAIN(TestFormula)
#include "TestFormula.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/NumberText.h"
#include "ui/base/Theme.h"

#include <QTest>

#include <cmath>
#include <limits>

using ui::Theme;
using ui::ThemeKind;

namespace
{

double linear(double channel)
{
    return channel <= 0.03928 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

/// Relative luminance and contrast as WCAG 2.1 defines them.
double luminance(const QColor& color)
{
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

double contrast(const QColor& a, const QColor& b)
{
    const double first = luminance(a);
    const double second = luminance(b);
    return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
}

} // namespace

class TestTheme : public QObject
{
    Q_OBJECT

private slots:
    void textIsLegible_data()
    {
        QTest::addColumn<int>("kind");
        QTest::newRow("light") << static_cast<int>(ThemeKind::Light);
        QTest::newRow("dark") << static_cast<int>(ThemeKind::Dark);
    }

    void textIsLegible()
    {
        QFETCH(int, kind);
        const Theme& theme = Theme::of(static_cast<ThemeKind>(kind));
        // WCAG 2.1: 4.5 for text, 3 for graphics.
        for (const QColor& background : {theme.card, theme.chrome, theme.window})
            for (const QColor& text : {theme.text, theme.mutedText, theme.alarm, theme.notice, theme.healthy})
                QVERIFY2(contrast(text, background) >= 4.5,
                         qPrintable(text.name() + QStringLiteral(" on ") + background.name()));
        QVERIFY(contrast(theme.accentText, theme.accent) >= 4.5);
        for (const QColor& curve : theme.series)
            QVERIFY2(contrast(curve, theme.card) >= 3, qPrintable(curve.name()));
    }

    void layersGoFromDarkToBright()
    {
        for (const ThemeKind kind : {ThemeKind::Light, ThemeKind::Dark}) {
            const Theme& theme = Theme::of(kind);
            for (int index = 2; index <= 50; ++index)
                QVERIFY(luminance(theme.layerColor(index, 50)) > luminance(theme.layerColor(index - 1, 50)));
            QVERIFY(theme.layerColor(1, 1).isValid());
        }
    }

    void heatIsViridis()
    {
        // Ends and middle of matplotlib's table.
        const Theme& theme = Theme::of(ThemeKind::Light);
        QCOMPARE(QColor::fromRgb(theme.heat(0)), QColor(0x44, 0x01, 0x54));
        QCOMPARE(QColor::fromRgb(theme.heat(0.5)), QColor(0x21, 0x91, 0x8c));
        QCOMPARE(QColor::fromRgb(theme.heat(1)), QColor(0xfd, 0xe7, 0x25));
        QCOMPARE(theme.heat(7), theme.heat(1));
    }

    void divergesFromBlueToOrange()
    {
        for (const ThemeKind kind : {ThemeKind::Light, ThemeKind::Dark}) {
            const Theme& theme = Theme::of(kind);
            const QColor low = QColor::fromRgb(theme.diverging(0));
            const QColor high = QColor::fromRgb(theme.diverging(1));
            QVERIFY(low.blue() > low.red());
            QVERIFY(high.red() > high.blue());
            QVERIFY(contrast(QColor::fromRgb(theme.diverging(0.5)), theme.card) < 1.2);
        }
    }

    void styleSheetNamesNoPlaceholder()
    {
        for (const ThemeKind kind : {ThemeKind::Light, ThemeKind::Dark})
            QVERIFY(!Theme::of(kind).styleSheet().contains(QLatin1Char('@')));
        QVERIFY(Theme::of(ThemeKind::Light).styleSheet() != Theme::of(ThemeKind::Dark).styleSheet());
    }

    void numbersAreRounded_data()
    {
        QTest::addColumn<double>("value");
        QTest::addColumn<int>("digits");
        QTest::addColumn<QString>("text");
        const double infinity = std::numeric_limits<double>::infinity();
        QTest::newRow("zero") << 0.0 << 3 << QStringLiteral("0");
        QTest::newRow("whole") << 12.0 << 3 << QStringLiteral("12");
        QTest::newRow("rounded") << 0.30149 << 3 << QStringLiteral("0.301");
        QTest::newRow("trailing zeros") << 0.5 << 3 << QStringLiteral("0.5");
        QTest::newRow("rounds up a decade") << 9.996 << 3 << QStringLiteral("10");
        QTest::newRow("negative") << -1.25 << 3 << QStringLiteral("−1.25");
        QTest::newRow("small") << 2.51e-5 << 2 << QStringLiteral("2.5·10⁻⁵");
        QTest::newRow("tiny") << 1e-30 << 2 << QStringLiteral("10⁻³⁰");
        QTest::newRow("border") << 0.001 << 2 << QStringLiteral("0.001");
        QTest::newRow("large") << 1234567.0 << 3 << QStringLiteral("1.23·10⁶");
        QTest::newRow("thousands stay plain") << 12345.0 << 3 << QStringLiteral("12345");
        QTest::newRow("infinite") << -infinity << 3 << QStringLiteral("−∞");
        QTest::newRow("nan") << std::nan("") << 3 << QStringLiteral("NaN");
    }

    void numbersAreRounded()
    {
        QFETCH(double, value);
        QFETCH(int, digits);
        QTEST(ui::readableNumber(value, digits), "text");
    }

    void otherNumbers()
    {
        QCOMPARE(ui::readableNumber(std::optional<double>()), QStringLiteral("–"));
        QCOMPARE(ui::percentText(0.421), QStringLiteral("42 %"));
        QCOMPARE(ui::percentText(0.004), QStringLiteral("< 1 %"));
        QCOMPARE(ui::percentText(0.9999), QStringLiteral("> 99 %"));
        QCOMPARE(ui::percentText(1), QStringLiteral("100 %"));
        QCOMPARE(ui::countText(1234), QStringLiteral("1234"));
        QCOMPARE(ui::countText(1234567), QStringLiteral("1\u2009234\u2009567"));
        QCOMPARE(ui::exactNumber(0.01), QStringLiteral("0.01"));
        QCOMPARE(ui::exactNumber(0.1), QStringLiteral("0.1"));
    }
};

QTEST_MAIN(TestTheme)
#include "TestTheme.moc"

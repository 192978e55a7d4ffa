// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/NumberText.h"

#include <QLocale>
#include <QStringList>

#include <array>
#include <charconv>
#include <cmath>

namespace ui
{

namespace
{

constexpr QChar kMinus{0x2212};
constexpr QChar kThinSpace{0x2009};

QString toText(double value, std::chars_format format, int precision)
{
    std::array<char, 64> buffer{};
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, format, precision);
    return QString::fromLatin1(buffer.data(), static_cast<qsizetype>(end.ptr - buffer.data()));
}

QString superscript(int number)
{
    static const QString digits = QStringLiteral("⁰¹²³⁴⁵⁶⁷⁸⁹");
    QString text = number < 0 ? QStringLiteral("⁻") : QString();
    for (const QChar digit : QString::number(std::abs(number)))
        text += digits[digit.digitValue()];
    return text;
}

QString withoutTrailingZeros(QString text)
{
    if (!text.contains(QLatin1Char('.')))
        return text;
    while (text.endsWith(QLatin1Char('0')))
        text.chop(1);
    if (text.endsWith(QLatin1Char('.')))
        text.chop(1);
    return text;
}

} // namespace

QString readableNumber(double value, int digits)
{
    if (std::isnan(value))
        return QStringLiteral("NaN");
    const QString sign = value < 0 ? QString(kMinus) : QString();
    const double size = std::abs(value);
    if (std::isinf(size))
        return sign + QStringLiteral("∞");
    if (size == 0)
        return QStringLiteral("0");
    // The exponent of the number as it will be rounded: 9.999 is written like 10.
    const QString science = toText(size, std::chars_format::scientific, digits - 1);
    const qsizetype mark = science.indexOf(QLatin1Char('e'));
    const int exponent = science.mid(mark + 1).toInt();
    if (exponent >= 5 || exponent < -3) {
        const QString mantissa = withoutTrailingZeros(science.left(mark));
        const QString power = QStringLiteral("10") + superscript(exponent);
        return sign + (mantissa == QLatin1String("1") ? power : mantissa + QStringLiteral("·") + power);
    }
    return sign + withoutTrailingZeros(toText(size, std::chars_format::fixed, std::max(0, digits - 1 - exponent)));
}

QString readableNumber(const std::optional<double>& value, int digits)
{
    return value ? readableNumber(*value, digits) : QStringLiteral("–");
}

QString spokenNumber(double value, int digits)
{
    const double size = std::abs(value);
    if (!(size >= 1e-9 && size < 1e5))
        return readableNumber(value, digits);
    const int exponent = static_cast<int>(std::floor(std::log10(size)));
    const QString text =
        withoutTrailingZeros(toText(size, std::chars_format::fixed, std::max(0, digits - 1 - exponent)));
    return value < 0 ? kMinus + text : text;
}

QString spokenNumber(const std::optional<double>& value, int digits)
{
    return value ? spokenNumber(*value, digits) : QStringLiteral("–");
}

QString percentText(double share)
{
    if (std::isnan(share))
        return QStringLiteral("–");
    const double percent = share * 100;
    if (percent > 0 && percent < 1)
        return QStringLiteral("< 1 %");
    if (percent > 99 && percent < 100)
        return QStringLiteral("> 99 %");
    return QStringLiteral("%1 %").arg(static_cast<int>(std::lround(percent)));
}

QString countText(qint64 value)
{
    QString text = QString::number(std::abs(value));
    if (text.size() > 4)
        for (qsizetype place = text.size() - 3; place > 0; place -= 3)
            text.insert(place, kThinSpace);
    return value < 0 ? kMinus + text : text;
}

QString exactNumber(double value)
{
    std::array<char, 64> buffer{};
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value);
    return QString::fromLatin1(buffer.data(), static_cast<qsizetype>(end.ptr - buffer.data()));
}

} // namespace ui

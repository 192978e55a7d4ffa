// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/FormulaTokens.h"

#include <QMap>
#include <QRegularExpression>

namespace ui
{

namespace
{

const QString kLoweredDigits = QStringLiteral("₀₁₂₃₄₅₆₇₈₉");

/// The length of "e-3" after the digits of 2e-3; 0 if there is none.
qsizetype powerOfTen(const QString& written, qsizetype at)
{
    static const QRegularExpression power(QStringLiteral("\\G[eE][+-]?[0-9]+"));
    return power.match(written, at).capturedLength();
}

} // namespace

QStringList formulaTokens(const QString& written)
{
    QStringList tokens;
    const auto isPartOfName = [](QChar c) {
        return (c.isLetterOrNumber() && !kRaisedDigits.contains(c) && !kLoweredDigits.contains(c)) || c == u'_';
    };
    for (qsizetype at = 0; at < written.size();) {
        const QChar c = written[at];
        qsizetype end = at + 1;
        if (c.isSpace()) {
            ++at;
            continue;
        }
        const bool isPoint = c == u'.' && end < written.size() && written[end].isDigit();
        if (isPoint || (c.isDigit() && !kRaisedDigits.contains(c) && !kLoweredDigits.contains(c))) {
            while (end < written.size() && (written[end].isDigit() || written[end] == u'.') &&
                   !kRaisedDigits.contains(written[end]) && !kLoweredDigits.contains(written[end]))
                ++end;
            end += powerOfTen(written, end);
        } else if (c.isLetter()) {
            while (end < written.size() && isPartOfName(written[end]))
                ++end;
        } else if (QStringLiteral("<>=!").contains(c) && end < written.size() && written[end] == u'=') {
            ++end;
        }
        tokens << written.mid(at, end - at);
        at = end;
    }
    static const QMap<QString, QString> signsOfAscii{
        {QStringLiteral("-"), QStringLiteral("−")},  {QStringLiteral("*"), QStringLiteral("·")},
        {QStringLiteral("<="), QStringLiteral("≤")}, {QStringLiteral(">="), QStringLiteral("≥")},
        {QStringLiteral("=="), QStringLiteral("=")}, {QStringLiteral("!="), QStringLiteral("≠")}};
    for (QString& token : tokens)
        token = signsOfAscii.value(token, token);
    return tokens;
}

} // namespace ui

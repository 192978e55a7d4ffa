// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/ExpressionWords.h"

#include "ui/base/FaultWords.h"
#include "ui/base/Words.h"

#include <QCoreApplication>

namespace ui
{

namespace
{

/// The context of this file's words.
struct ExpressionWords {
    Q_DECLARE_TR_FUNCTIONS(ui::ExpressionWords)
};

/// Limits of the text as a whole.
QString textMistake(const QString& mistake, const QString& met, const QString& help)
{
    if (mistake == QLatin1String("empty"))
        return ExpressionWords::tr("Please type a formula in x, such as x/(1+exp(-x)).");
    if (mistake == QLatin1String("length"))
        return ExpressionWords::tr("The formula is too long: at most %1 characters are allowed.").arg(help);
    if (mistake == QLatin1String("encoding"))
        return ExpressionWords::tr("The formula holds bytes that are no text in UTF-8. Please type this place anew.");
    if (mistake == QLatin1String("nesting"))
        return ExpressionWords::tr("The formula is nested too deep: at most %1 levels are allowed.").arg(help);
    if (mistake == QLatin1String("character"))
        return ExpressionWords::tr("“%1” cannot be used in a formula. There are + - * / ^, parentheses and "
                                   "comparisons.")
            .arg(met);
    if (mistake == QLatin1String("number"))
        return ExpressionWords::tr("“%1” is no number. Please write numbers like 0.5 or 1.5e-3.").arg(met);
    if (mistake == QLatin1String("range"))
        return ExpressionWords::tr("“%1” is too large or too small a number. The largest is 3.4e38.").arg(met);
    return {};
}

/// What was expected in this place.
QString placeMistake(const QString& mistake, const QString& met, const QString& help)
{
    if (mistake == QLatin1String("value"))
        return met.isEmpty() ? ExpressionWords::tr("The formula ends too early. Expected: a number, x, a, b, c, a "
                                                   "function or an opening parenthesis.")
                             : ExpressionWords::tr("“%1” does not fit here. Expected: a number, x, a, b, c, a "
                                                   "function or an opening parenthesis.")
                                   .arg(met);
    if (mistake == QLatin1String("unclosed"))
        return ExpressionWords::tr("A closing parenthesis is missing: the one opened in column %1 is still open.")
            .arg(help);
    if (mistake == QLatin1String("unopened"))
        return ExpressionWords::tr(
            "This closing parenthesis has no opening one. Please remove it, or open one before.");
    if (mistake == QLatin1String("comma"))
        return ExpressionWords::tr("A comma only stands between the arguments of a function. Please write decimal "
                                   "numbers with a point, such as 0.5.");
    if (mistake == QLatin1String("multiplication") || mistake == QLatin1String("product"))
        return ExpressionWords::tr("Please write products with a sign: %1.").arg(help);
    if (mistake == QLatin1String("power"))
        return ExpressionWords::tr("Please write powers with ^, such as x^2.");
    if (mistake == QLatin1String("equals"))
        return ExpressionWords::tr("Please write == to ask whether two values are equal.");
    if (mistake == QLatin1String("chain"))
        return ExpressionWords::tr("Only two values can be compared at a time. Please write (0 < x) * (x < 1) in place "
                                   "of 0 < x < 1.");
    return {};
}

QString nameMistake(const QStringList& details)
{
    const QString& met = details[0];
    const QString& mistake = details[1];
    if (mistake == QLatin1String("call"))
        return ExpressionWords::tr("The function %1 needs parentheses: %2.").arg(met, details.value(2));
    if (mistake == QLatin1String("arguments"))
        //: %3 are given, but it needs %2
        return ExpressionWords::tr("The function %1 has another number of arguments. Needed: %2, given: %3.")
            .arg(met, details.value(2), details.value(3));
    if (mistake != QLatin1String("name"))
        return {};
    QString guess = details.value(3);
    if (guess.isEmpty())
        guess = likelyName(met.toLower(), details.value(2));
    const QString sentence =
        ExpressionWords::tr("%1 is not known in formulas. There are: %2.").arg(met, details.value(2));
    return guess.isEmpty() ? sentence : joinedSentences({sentence, ExpressionWords::tr("Did you mean %1?").arg(guess)});
}

} // namespace

QString expressionFaultText(const QStringList& details)
{
    const QString met = details.value(0);
    const QString mistake = details.value(1);
    for (const QString& sentence :
         {textMistake(mistake, met, details.value(2)), placeMistake(mistake, met, details.value(2)),
          nameMistake(QStringList{met, mistake} + details.mid(2))})
        if (!sentence.isEmpty())
            return sentence;
    return ExpressionWords::tr("The formula cannot be understood here: “%1”.").arg(met);
}

} // namespace ui

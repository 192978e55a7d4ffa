// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/FaultParts.h"

#include "ui/base/FaultWords.h"
#include "ui/base/Words.h"

#include <algorithm>
#include <numeric>
#include <vector>

namespace ui
{

namespace
{

/// How many letters must be changed, put in or left out to come from one word to the other (Levenshtein 1966).
int editDistance(const QString& from, const QString& to)
{
    std::vector<int> row(static_cast<std::size_t>(to.size()) + 1);
    std::iota(row.begin(), row.end(), 0);
    for (int i = 0; i < from.size(); ++i) {
        int diagonal = row[0];
        row[0] = i + 1;
        for (std::size_t j = 1; j < row.size(); ++j) {
            const int change = diagonal + (from[i] == to[static_cast<int>(j) - 1] ? 0 : 1);
            diagonal = row[j];
            row[j] = std::min({change, row[j] + 1, row[j - 1] + 1});
        }
    }
    return row.back();
}

} // namespace

QString shownText(const std::string& text)
{
    constexpr int kLongest = 400;
    QString result;
    for (const QChar character : QString::fromStdString(text)) {
        const bool isSeen = character.category() != QChar::Other_Control && character.category() != QChar::Other_Format;
        if (!isSeen)
            result += QStringLiteral("\\u%1").arg(character.unicode(), 4, 16, QLatin1Char('0'));
        else
            result += character;
        if (result.size() > kLongest)
            return result + QStringLiteral("…");
    }
    return result;
}

QString withGuess(const QString& sentence, const QString& typed, const QString& names)
{
    const QString guess = likelyName(typed, names);
    return guess.isEmpty() ? sentence : joinedSentences({sentence, FaultWords::tr("Did you mean %1?").arg(guess)});
}

QString likelyName(const QString& typed, const QString& names)
{
    constexpr int kLongest = 40;
    QString best;
    int bestDistance = 3; // more than two slips are another word
    if (typed.size() > kLongest)
        return best;
    for (const QString& name : names.split(QStringLiteral(", "), Qt::SkipEmptyParts)) {
        const int distance = editDistance(typed, name);
        if (distance < bestDistance && distance < name.size()) {
            best = name;
            bestDistance = distance;
        }
    }
    return best;
}

} // namespace ui

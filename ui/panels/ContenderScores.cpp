// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/ContenderScores.h"

#include "ui/base/ContenderLook.h"
#include "ui/base/NumberText.h"
#include "ui/base/Words.h"

#include <QCoreApplication>
#include <QFontMetricsF>

#include <algorithm>

namespace ui
{

namespace
{

/// The context of this file's words.
struct ScoreWords {
    Q_DECLARE_TR_FUNCTIONS(ui::ScoreWords)
};

// All in letters.
constexpr double kScoreLine = 1.5;
constexpr double kScoreSample = 2.6;
constexpr double kScoreWidth = 13;    ///< the least for a run beside another
constexpr double kOneLineScore = 9.5; ///< from this width on

RunScore scoreOf(const core::Snapshot* snapshot, const QString& name, int place)
{
    RunScore score{name, name, QStringLiteral("–"), place, snapshot && snapshot->divergence};
    if (score.hasDiverged) {
        score.text = ScoreWords::tr("diverged");
    } else if (snapshot) {
        const core::Score& shown = snapshot->heldOut();
        score.text =
            shown.accuracy ? percentText(*shown.accuracy) : ScoreWords::tr("loss %1").arg(readableNumber(shown.loss));
    }
    return score;
}

std::size_t scoreColumns(std::size_t count, double width, double textSize)
{
    const auto fitting = static_cast<std::size_t>(std::max(1.0, width / (kScoreWidth * textSize)));
    return std::clamp<std::size_t>(count, 1, fitting);
}

} // namespace

std::vector<RunScore> scoresOf(const FrameData& frame)
{
    if (frame.contenders.empty())
        return {};
    std::vector<RunScore> scores{scoreOf(&frame.snapshot, watchedTitle(frame.activation()), -1)};
    scores.front().shortName = watchedLabel(frame.activation());
    for (const Contender& contender : frame.contenders)
        scores.push_back(scoreOf(contender.snapshot, contender.label, contender.place));
    return scores;
}

QString absenceText(const FrameData& frame)
{
    return frame.cursor ? ScoreWords::tr("Nothing of it is kept of this step.")
                        : ScoreWords::tr("There are no answers of it yet.");
}

void paintScore(QPainter& painter, const QRectF& area, const RunScore& score, const Theme& theme, double textSize)
{
    const QFont font = themeFont(textSize);
    const QFont bold = themeFont(textSize, QFont::DemiBold);
    const double height = scoreHeight(textSize);
    const bool isOneLine = area.height() < 2 * height;
    const double taken = QFontMetricsF(bold).horizontalAdvance(score.text);
    const double gap = 0.5 * textSize;
    const double sample = std::min(kScoreSample * textSize, area.width() - taken - gap);
    const double width = 0.2 * textSize;
    const QRectF line(area.left(), area.top(), area.width(), height);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing, true);
    painter.setPen(score.place < 0 ? QPen(theme.series[0], width) : contenderPen(theme, score.place, width));
    painter.drawLine(QLineF(line.left(), line.center().y(), line.left() + sample, line.center().y()));
    painter.setFont(bold);
    painter.setPen(score.hasDiverged ? theme.alarm : theme.text);
    painter.drawText(line, Qt::AlignRight | Qt::AlignVCenter | Qt::TextSingleLine, score.text);
    const QRectF room = isOneLine ? line.adjusted(sample + gap, 0, -taken - gap, 0) : line.translated(0, height);
    const QFontMetricsF metrics(font);
    const QString& name = metrics.horizontalAdvance(score.name) > room.width() ? score.shortName : score.name;
    painter.setFont(font);
    painter.setPen(theme.text);
    painter.drawText(room, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                     metrics.elidedText(name, Qt::ElideRight, room.width()));
    painter.restore();
}

double scoreHeight(double textSize)
{
    return kScoreLine * textSize;
}

double scoreHeightWithin(double width, double textSize)
{
    return (width >= kOneLineScore * textSize ? 1 : 2) * scoreHeight(textSize);
}

double scoresHeight(std::size_t count, double width, double textSize)
{
    const std::size_t columns = scoreColumns(count, width, textSize);
    return scoreHeight(textSize) * static_cast<double>((count + columns - 1) / columns);
}

void paintScores(QPainter& painter, const QRectF& area, std::span<const RunScore> scores, const Theme& theme,
                 double textSize)
{
    const std::size_t columns = scoreColumns(scores.size(), area.width(), textSize);
    const double pitch = area.width() / static_cast<double>(columns);
    const double height = scoreHeight(textSize);
    for (std::size_t at = 0; at < scores.size(); ++at)
        paintScore(painter,
                   QRectF(area.left() + pitch * static_cast<double>(at % columns) + 0.5 * textSize,
                          area.top() + height * static_cast<double>(at / columns), pitch - textSize, height),
                   scores[at], theme, textSize);
}

} // namespace ui

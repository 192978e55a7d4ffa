// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/AutopsyPicture.h"

#include "ui/base/NumberText.h"
#include "ui/base/Words.h"
#include "ui/panels/AutopsyWords.h"
#include "ui/panels/UnitGrid.h"
#include "ui/panels/UnitMarks.h"

#include <algorithm>
#include <cmath>

namespace ui
{

void AutopsyPicture::paint(QPainter& painter, const QRectF& area, const Theme& theme, double textSize) const
{
    painter.save();
    painter.fillRect(area, theme.card);
    const QRectF inner = area.adjusted(textSize * 0.6, 0, -textSize * 0.6, -textSize * 0.3);
    double y = inner.top();
    const double most = inner.height() * 0.42;
    y += paintText(painter, QRectF(inner.left(), y, inner.width(), most), AutopsyWords::verdict(m_report),
                   themeFont(textSize * 1.08, QFont::DemiBold), theme.text);
    y += paintText(painter, QRectF(inner.left(), y, inner.width(), most - (y - inner.top())),
                   joinedSentences(AutopsyWords::story(m_report)), themeFont(textSize), theme.mutedText);
    y += textSize * 0.5;
    QRectF rest(inner.left(), y, inner.width(), inner.bottom() - y);
    const bool hasDied = m_report.finding && m_report.finding->death && !m_report.finding->death->byChange;
    if (hasDied) {
        const double width = std::floor(rest.width() * 0.42);
        paintDeath(painter, QRectF(rest.left(), rest.top(), width, rest.height()), theme, textSize);
        rest.setLeft(rest.left() + width + textSize);
    }
    paintTrials(painter, rest, theme, textSize);
    painter.restore();
}

void AutopsyPicture::paintDeath(QPainter& painter, const QRectF& area, const Theme& theme, double textSize) const
{
    const core::Death& death = *m_report.finding->death;
    double lower = 0;
    double upper = 0;
    for (const std::vector<float>* values : {&death.zBefore, &death.zAfter})
        for (const float value : *values)
            if (std::isfinite(value)) {
                lower = std::min(lower, static_cast<double>(value));
                upper = std::max(upper, static_cast<double>(value));
            }
    const double axis = textSize * 1.5;
    const double half = (area.height() - axis) / 2;
    const double line = textSize * 1.4;
    const PictureScale scale{area.left(), area.right(), lower, upper + 0.04 * (upper - lower)};
    const auto paintOne = [&](const std::vector<float>& values, double top, const QString& name,
                              core::UnitState state) {
        paintText(painter, QRectF(area.left(), top, area.width(), line), name, themeFont(textSize), theme.mutedText);
        const QRectF bars(area.left(), top + line, area.width(), half - line - textSize * 0.3);
        paintBars(painter, bars, binned(values, scale), UnitGrid::stateColor(state, theme), theme);
    };
    paintOne(death.zBefore, area.top(), tr("z before"), core::UnitState::Alive);
    paintOne(death.zAfter, area.top() + half, tr("z after"), core::UnitState::GradientDead);
    paintZero(painter, QRectF(area.left(), area.top() + line, area.width(), 2 * half - line), scale, theme);
    paintTicks(painter, QRectF(area.left(), area.bottom() - axis, area.width(), axis), scale, theme, textSize);
}

void AutopsyPicture::paintTrials(QPainter& painter, const QRectF& area, const Theme& theme, double textSize) const
{
    if (m_report.trials.empty())
        return;
    const QFont plain = themeFont(textSize);
    const QFont strong = themeFont(textSize, QFont::DemiBold);
    const double line = textSize * 1.35;
    double y = area.top();
    y += paintText(painter, QRectF(area.left(), y, area.width(), line), tr("Would it live, had there been …"), plain,
                   theme.mutedText);
    y += textSize * 0.3;
    const double row = std::min((area.bottom() - y) / static_cast<double>(m_report.trials.size()), line * 2.6);
    const int running = AutopsyWords::runningTrial(m_report);
    for (std::size_t at = 0; at < m_report.trials.size(); ++at) {
        const AutopsyReport::Trial& trial = m_report.trials[at];
        const double side = textSize * 0.9;
        const QRectF mark(area.left(), y + (line - side) / 2, side, side);
        const bool isSaved = trial.answer && trial.answer->unitAlive && !trial.answer->divergence;
        paintVerdict(painter, mark, !trial.answer ? Verdict::Open : isSaved ? Verdict::Yes : Verdict::No, theme);
        const double left = area.left() + textSize * 1.6;
        const double width = area.right() - left;
        paintText(painter, QRectF(left, y, width, line), AutopsyWords::trial(trial.question), plain, theme.text);
        paintText(painter, QRectF(left, y + std::min(line, row / 2), width, line),
                  AutopsyWords::answer(trial, static_cast<int>(at) == running), trial.answer ? strong : plain,
                  isSaved        ? theme.healthy
                  : trial.answer ? theme.alarm
                                 : theme.mutedText);
        if (static_cast<int>(at) == running)
            painter.fillRect(QRectF(left, y + 2 * line, width * m_report.progress, std::max(2.0, textSize * 0.15)),
                             theme.accent);
        y += row;
    }
}

} // namespace ui

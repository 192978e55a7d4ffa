// SPDX-License-Identifier: GPL-3.0-or-later
// How the run that is watched and its contenders fare: a line each, with the sample of its own line in other cards, its
// name and its share of right answers. Used by DecisionPanel, and above what cards show of each run.
#pragma once

#include "ui/base/FrameData.h"
#include "ui/base/Theme.h"

#include <QPainter>
#include <QRectF>
#include <QString>

#include <cstddef>
#include <span>
#include <vector>

namespace ui
{

struct RunScore {
    QString name;
    QString shortName; ///< where there is no room for the name
    QString text;      ///< its accuracy, or what else there is to say
    int place = -1;    ///< of its line: contenderPen(); −1: that of the run that is watched
    bool hasDiverged = false;
};

/// The run that is watched, then its contenders; nothing where there are none.
std::vector<RunScore> scoresOf(const FrameData& frame);
/// Why there are no answers of a contender.
QString absenceText(const FrameData& frame);

/// The sample of its line, its name and its score: in one line, or where the area has two, with the name in the second.
void paintScore(QPainter& painter, const QRectF& area, const RunScore& score, const Theme& theme, double textSize);
/// Of one line.
double scoreHeight(double textSize);
/// Of as many lines as it takes in this width.
double scoreHeightWithin(double width, double textSize);
/// All of them, in as few lines as this width allows.
double scoresHeight(std::size_t count, double width, double textSize);
void paintScores(QPainter& painter, const QRectF& area, std::span<const RunScore> scores, const Theme& theme,
                 double textSize);

} // namespace ui

// SPDX-License-Identifier: GPL-3.0-or-later
// What a network answers over two inputs: as a picture, and at a place. Used by DecisionPanel and ContenderMaps.
#pragma once

#include "core/probe/Snapshot.h"
#include "ui/base/Theme.h"

#include <QImage>

#include <optional>

namespace ui
{

/// The data has two inputs, and answers over them are there.
bool hasAnswerMap(const core::Snapshot& snapshot);
/// Not one of them is a number any more.
bool answersAreLost(const core::DecisionMap& map);
/// Its first line is the top.
QImage answerImage(const core::DecisionMap& map, int classes, const Theme& theme);

struct MapAnswer {
    std::optional<int> label;          ///< absent: the answer is no number
    std::optional<double> probability; ///< of this class
};
/// Nothing outside of the map.
std::optional<MapAnswer> answerAt(const core::DecisionMap& map, int classes, double x, double y);

} // namespace ui

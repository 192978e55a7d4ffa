// SPDX-License-Identifier: GPL-3.0-or-later
// Points that are drawn by hand: what one begins with, and the part of the plane on which they lie. Plain functions for
// any thread; used by the reader of drawn data, and by whoever lets somebody draw.
#pragma once

#include "core/config/ExperimentConfig.h"
#include "core/data/DataPreview.h"

#include <vector>

namespace core
{

/// As many classes can points have: 0 … 9.
inline constexpr int kDrawnClasses = 10;

/// Some of these samples, to be drawn on; none where they do not lie in the plane, or their classes cannot be drawn.
std::vector<DrawnPoint> pointsFrom(const DataPreview& data);

/// Two classes that can be learned, on the default sheet.
std::vector<DrawnPoint> examplePoints();

/// The part of the plane that shows all points: the config's sheet, grown where points lie outside of it. Without one,
/// what the points need and a margin; without points, the default.
Sheet sheetOf(const DataConfig& config);

/// The point of this class at a place of the sheet, rounded to what can be told apart there, so that files stay
/// readable.
DrawnPoint pointOn(const Sheet& sheet, double x, double y, int label);

} // namespace core

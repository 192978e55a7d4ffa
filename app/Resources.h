// SPDX-License-Identifier: GPL-3.0-or-later
// What is bundled with the program: data sets and presets. Core gets it as bytes through a function, so that Qt's
// resources stay here. Used at start and by every command, on any thread.
#pragma once

#include "core/data/Dataset.h"

#include <QString>
#include <QStringList>

namespace app
{

/// Reads "datasets/…", "experiments/…" and "comparisons/…".
core::ResourceReader bundledResources();

/// The names of all presets, in the order of a lesson.
QStringList presetNames();

/// The names of all comparisons, in the order of a lesson.
QStringList comparisonNames();

} // namespace app

// SPDX-License-Identifier: GPL-3.0-or-later
// What is bundled with the program: data sets and presets. Core gets it as bytes through a function, so that Qt's
// resources stay here. Used at start and by every command, on any thread.
#pragma once

#include "core/data/Dataset.h"

#include <QString>
#include <QStringList>

namespace app
{

/// Reads "datasets/…" and "experiments/…".
core::ResourceReader bundledResources();

/// The names of all presets, sorted.
QStringList presetNames();

} // namespace app

// SPDX-License-Identifier: GPL-3.0-or-later
// What is bundled with the program: data sets, presets, translations. Core gets it as bytes through a function, so that
// Qt's resources stay here. Used at start and by every command, on any thread.
#pragma once

#include "core/data/Dataset.h"

#include <QString>
#include <QStringList>

#include <memory>

class QTranslator;

namespace app
{

/// Reads "datasets/…" and "experiments/…".
core::ResourceReader bundledResources();

/// The names of all presets, sorted.
QStringList presetNames();

/// The languages that the words can be shown in: "en", and one for each translation that is bundled.
QStringList languageNames();

/// The translation into this language, or into the system's if the name is empty; nullptr for English.
std::unique_ptr<QTranslator> translation(const QString& language);

} // namespace app

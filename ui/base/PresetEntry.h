// SPDX-License-Identifier: GPL-3.0-or-later
// A bundled experiment that can be chosen. Read once at the start, handed to the toolbar and the document.
#pragma once

#include "core/config/ExperimentConfig.h"
#include "core/data/Dataset.h"

#include <QString>
#include <QStringList>

#include <string>
#include <vector>

namespace ui
{

struct PresetEntry {
    std::string name; ///< "vanishing-sigmoid"
    QString title;    ///< in the user's language
    core::ExperimentConfig config;
};

/// Those of the bundled experiments that can be read.
std::vector<PresetEntry> readPresets(const core::ResourceReader& resources, const QStringList& names);

} // namespace ui

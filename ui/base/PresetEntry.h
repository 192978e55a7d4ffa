// SPDX-License-Identifier: GPL-3.0-or-later
// A bundled experiment that can be chosen. Read once at the start, handed to the toolbar and the document.
#pragma once

#include "core/config/ExperimentConfig.h"

#include <QString>

#include <string>

namespace ui
{

struct PresetEntry {
    std::string name; ///< "vanishing-sigmoid"
    QString title;    ///< in the user's language
    core::ExperimentConfig config;
};

} // namespace ui

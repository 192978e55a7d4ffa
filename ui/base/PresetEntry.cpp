// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/PresetEntry.h"

#include "core/io/ConfigJson.h"
#include "ui/base/Words.h"

#include <utility>

namespace ui
{

std::vector<PresetEntry> readPresets(const core::ResourceReader& resources, const QStringList& names)
{
    std::vector<PresetEntry> presets;
    for (const QString& name : names) {
        const auto text = resources("experiments/" + name.toStdString() + ".json");
        auto config = core::parseExperiment(text.value_or(std::string()));
        if (config)
            presets.push_back({name.toStdString(), experimentTitle(config.value().title), std::move(config).value()});
    }
    return presets;
}

} // namespace ui

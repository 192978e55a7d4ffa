// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/ComparisonEntry.h"

#include "ui/base/Words.h"

#include <utility>

namespace ui
{

std::vector<ComparisonEntry> readComparisons(const core::ResourceReader& resources, const QStringList& names)
{
    std::vector<ComparisonEntry> comparisons;
    for (const QString& name : names) {
        const auto text = resources("comparisons/" + name.toStdString() + ".json");
        auto plan = core::parseComparison(text.value_or(std::string()));
        if (plan)
            comparisons.push_back({experimentTitle(plan.value().title), std::move(plan).value()});
    }
    return comparisons;
}

} // namespace ui

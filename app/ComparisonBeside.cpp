// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ComparisonBeside.h"

#include "app/ComparisonSource.h"
#include "app/Console.h"

#include <QFileInfo>

#include <algorithm>

namespace app
{

std::optional<FoundComparison> comparisonBeside(const QString& table, const std::vector<std::string>& keys)
{
    const QString path = pathBeside(table);
    if (path.isEmpty() || !QFileInfo::exists(path))
        return std::nullopt;
    core::Result<ComparisonDocument> read = readComparisonFile(path);
    if (!read) {
        printFaults(read.faults(), path);
        return std::nullopt;
    }
    core::ComparisonPlan& plan = read.value().plan;
    const bool isOfTable =
        std::equal(plan.axes.begin(), plan.axes.end(), keys.begin(), keys.end(),
                   [](const core::SweepAxis& axis, const std::string& key) { return axis.key == key; });
    if (!isOfTable)
        return std::nullopt;
    core::settle(plan);
    return FoundComparison{path, std::move(plan.title), std::move(plan.experiment)};
}

} // namespace app

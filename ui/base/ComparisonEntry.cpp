// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/ComparisonEntry.h"

#include "core/base/AtomicFile.h"
#include "core/data/DataPath.h"
#include "core/io/ConfigJson.h"
#include "ui/base/Words.h"

#include <QFile>
#include <QFileInfo>

#include <utility>

namespace ui
{

namespace
{

core::Result<std::string> textOfFile(const QString& path)
{
    return core::readWholeFile(QFile::encodeName(path).toStdString(), core::kLargestExperimentText);
}

} // namespace

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

bool isComparisonFile(const QString& path)
{
    const auto text = textOfFile(path);
    return text && core::isComparison(text.value());
}

core::Result<ComparisonEntry> readComparisonFile(const QString& path)
{
    const auto text = textOfFile(path);
    if (!text)
        return text.faults();
    core::Result<core::ComparisonPlan> plan =
        core::parseComparison(text.value(), core::folderOf(QFile::encodeName(path).toStdString()));
    if (!plan)
        return plan.faults();
    if (plan.value().title.empty())
        plan.value().title = QFileInfo(path).completeBaseName().toStdString();
    return ComparisonEntry{experimentTitle(plan.value().title), std::move(plan).value()};
}

} // namespace ui
